#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "decoder/raster.h"
#include "graphics/gl_api.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"
#include "tests/screens/compare_images.h"
#include "tests/screens/screen_case.h"
#include "tests/screens/small_png.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

const std::filesystem::path screens = KIOSK_SOURCE_DIR "/tests/screens";
const std::filesystem::path output = KIOSK_SCREENS_OUTPUT;

// Writes to stderr, because Catch would break lines, and with them the paths that a person wants to open.
void report(const std::string& what) { std::fprintf(stderr, "%s\n", what.c_str()); }

// Where that person finds what the program shows now, and how it becomes the reference.
std::string to_approve(const std::filesystem::path& candidate) {
  return "\n  new:  " + candidate.string() + "\n  if it is right:  tests/screens/approve.sh " +
         output.parent_path().string() + ' ' + candidate.parent_path().filename().string();
}

std::filesystem::path candidate_of(const ScreenCase& screen, const std::string& file) {
  const std::filesystem::path folder = output / "candidates" / screen.name;
  std::filesystem::create_directories(folder);
  return folder / file;
}

void remove_candidate(const ScreenCase& screen, const std::string& file) {
  std::error_code ignored;
  const std::filesystem::path folder = output / "candidates" / screen.name;
  std::filesystem::remove(folder / file, ignored);
  std::filesystem::remove(folder, ignored);  // where it is empty now
}

// The first line that differs, for the test's log.
std::string first_difference(const std::string& words, const std::string& reference) {
  std::istringstream now(words);
  std::istringstream then(reference);
  std::string is;
  std::string was;
  for (;;) {
    const bool more = static_cast<bool>(std::getline(now, is));
    const bool more_then = static_cast<bool>(std::getline(then, was));
    if (more != more_then || is != was) {
      return "\n  was:  " + (more_then ? was : "(nothing)") + "\n  is:   " + (more ? is : "(nothing)");
    }
    if (!more) {
      return {};
    }
  }
}

void check_words(const ScreenCase& screen, const std::string& language) {
  const std::string file = "board." + language + ".txt";
  const std::string words = words_of(screen, board_of(screen, language));
  const std::filesystem::path reference = screen.folder / file;
  const bool known = std::filesystem::exists(reference);
  if (known && file_text(reference) == words) {
    remove_candidate(screen, file);
    return;
  }
  const std::filesystem::path candidate = candidate_of(screen, file);
  write_file(candidate, words);
  const std::string what = screen.name + '/' + file + (known ? ": other words" : " is missing");
  report(what + (known ? first_difference(words, file_text(reference)) : "") + to_approve(candidate));
  FAIL_CHECK(what);
}

void check_picture(const ScreenCase& screen, Studio& studio, const std::string& name) {
  const std::string file = name + ".png";
  const std::string difference_file = name + ".difference.png";
  const Image picture = reduced(studio.paint(screen, board_of(screen, screen.languages.front())));
  const std::filesystem::path path = screen.folder / file;
  const Decoded<Image> reference = decode_raster(file_text(path));
  const Difference differs = reference ? difference(picture, *reference) : Difference{};
  remove_candidate(screen, difference_file);
  if (reference && looks_the_same(differs)) {
    remove_candidate(screen, file);
    return;
  }
  const std::filesystem::path candidate = candidate_of(screen, file);
  write_small_png(candidate, picture);
  if (reference) {
    write_small_png(candidate_of(screen, difference_file), reduced(side_by_side(*reference, picture)));
  }
  const std::string what =
      screen.name + '/' + file + ": " + (reference ? describe(differs) : "there is no such picture, or it is broken");
  report(what + to_approve(candidate) +
         (reference ? "\n  differences:  " + (candidate.parent_path() / difference_file).string() : ""));
  FAIL_CHECK(what);
}

// Other releases have other versions of the fonts, and of what rasterises them.
bool pictures_bind() {
  const std::string system = '\n' + file_text("/etc/os-release");
  const bool debian_12 =
      system.find("\nID=debian\n") != std::string::npos && system.find("\nVERSION_ID=\"12\"\n") != std::string::npos;
  if (!debian_12) {
    WARN("The reference pictures were made on Debian 12 and are compared on it alone; the words bind here, too.");
  }
  return debian_12;
}

void check_pictures(Size size, const std::string& name) {
  if (!pictures_bind()) {
    return;
  }
  Studio studio(size, screens, output / "cache");
  for (const std::filesystem::path& folder : case_folders(screens)) {
    check_picture(load_case(folder), studio, name);
  }
}

}  // namespace

TEST_CASE("every screen says just the words that were approved") {
  const std::vector<std::filesystem::path> folders = case_folders(screens);
  CHECK(folders.size() > 40);
  for (const std::filesystem::path& folder : folders) {
    const ScreenCase screen = load_case(folder);
    for (const std::string& language : screen.languages) {
      check_words(screen, language);
    }
  }
}

TEST_CASE("every screen that lies down looks as it was approved") { check_pictures({960, 540}, "landscape"); }

TEST_CASE("every screen that stands upright looks as it was approved") { check_pictures({540, 960}, "portrait"); }

TEST_CASE("every screen looks the same when OpenGL ES draws it") {
  if (!pictures_bind()) {
    return;
  }
  setenv("VENUE_KIOSK_GL", "es", 1);
  Studio studio({960, 540}, screens, output / "cache");
  REQUIRE(current_gl_api() == GlApi::es);
  for (const std::filesystem::path& folder : case_folders(screens)) {
    const ScreenCase screen = load_case(folder);
    const Decoded<Image> reference = decode_raster(file_text(folder / "landscape.png"));
    INFO(screen.name);
    REQUIRE(reference);
    const Difference differs =
        difference(reduced(studio.paint(screen, board_of(screen, screen.languages.front()))), *reference);
    INFO(describe(differs));
    CHECK(looks_the_same(differs));
  }
}

TEST_CASE("no screen keeps a reference that nothing is compared with") {
  for (const std::filesystem::path& folder : case_folders(screens)) {
    std::set<std::string> known{"instant", "settings.toml", "landscape.png", "portrait.png"};
    for (const std::string& language : load_case(folder).languages) {
      known.insert("board." + language + ".txt");
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      INFO(entry.path().string());
      CHECK(known.count(entry.path().filename().string()) == 1);
    }
  }
}

TEST_CASE("a reference is small, and still the picture") {
  Image picture{{256, 256}, {}};
  for (int y = 0; y < 256; ++y) {
    for (int x = 0; x < 256; ++x) {
      // A slow gradient with a white stripe: 4000 colours.
      const bool stripe = x >= 100 && x < 110;
      picture.rgba.push_back(static_cast<std::uint8_t>(stripe ? 255 : x / 4));
      picture.rgba.push_back(static_cast<std::uint8_t>(stripe ? 255 : y / 4));
      picture.rgba.push_back(static_cast<std::uint8_t>(stripe ? 255 : 36));
      picture.rgba.push_back(255);
    }
  }
  const Image small = reduced(picture);
  CHECK(small.rgba == reduced(small).rgba);
  CHECK(difference(small, picture).share == 0);
  CHECK(difference(small, picture).mean < 1.5);
  const TemporaryFolder folder;
  write_small_png(folder / "small.png", small);
  const Decoded<Image> read = decode_raster(file_text(folder / "small.png"));
  REQUIRE(read);
  CHECK(read->size == small.size);
  CHECK(read->rgba == small.rgba);
  CHECK_THROWS_AS(write_small_png(folder / "no/small.png", small), std::runtime_error);
}

TEST_CASE("a screen is compared as an eye would") {
  const auto plain = [](std::uint8_t shade) {
    Image image{{200, 100}, {}};
    image.rgba.assign(4U * 200U * 100U, shade);
    return image;
  };
  const Image reference = plain(40);
  CHECK(looks_the_same(difference(plain(40), reference)));
  CHECK_FALSE(looks_the_same(difference(Image{{100, 200}, reference.rgba}, reference)));
  CHECK_FALSE(looks_the_same(difference(Image{}, reference)));

  // One shade more everywhere is another ground.
  CHECK_FALSE(looks_the_same(difference(plain(41), reference)));

  // A third of the pixels rounded the other way is the same one.
  Image rounded = reference;
  for (std::size_t at = 0; at < rounded.rgba.size(); at += 12) {
    rounded.rgba[at] = rounded.rgba[at + 1] = rounded.rgba[at + 2] = 41;
  }
  CHECK(looks_the_same(difference(rounded, reference)));

  // One pixel of 20000 may be anything, two may not.
  Image speck = reference;
  speck.rgba[0] = 255;
  CHECK(looks_the_same(difference(speck, reference)));
  speck.rgba[4] = 255;
  CHECK_FALSE(looks_the_same(difference(speck, reference)));
  CHECK(describe(difference(speck, reference)) == "0.010 % of the pixels differ visibly, by 0.01 of 255 on average");

  // What is a shade under the threshold is not seen in so few pixels.
  Image faint = reference;
  faint.rgba[0] = faint.rgba[4] = faint.rgba[8] = 40 + 24;
  CHECK(looks_the_same(difference(faint, reference)));

  const Image sheet = side_by_side(reference, speck);
  CHECK(sheet.size == Size{616, 100});
  const std::size_t first_marked = 4U * 2U * 208U;
  CHECK(sheet.rgba[first_marked] == 255);
  CHECK(sheet.rgba[first_marked + 1] == 0);
}
