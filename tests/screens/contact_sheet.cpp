// Lays every screen of this folder on one sheet: each case in its first two languages, lying and upright. Writes
// single pictures of chosen cases at full size, too.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "graphics/text.h"
#include "images/image_file.h"
#include "images/pasting.h"
#include "images/scaling.h"
#include "tests/screens/compare_images.h"
#include "tests/screens/screen_case.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

const std::filesystem::path screens = KIOSK_SOURCE_DIR "/tests/screens";
const std::filesystem::path output = KIOSK_SCREENS_OUTPUT;

constexpr std::size_t most_languages = 2;
constexpr int gap = 16;
constexpr int label_height = 36;
constexpr Size lying{480, 270};
constexpr Size upright{270, 480};
constexpr int card_width = lying.width + 2 * (gap + upright.width);
constexpr int card_height = label_height + 2 * lying.height + gap;
constexpr Color paper = rgb(0x80858f);
constexpr Color ink = rgb(0x000000);

Image label(TextEngine& text, const std::string& words) {
  const TextBitmap bitmap = text.rasterise({.text = words, .cap_height = 15, .weight = 600}, ink);
  Image image = blank_image(bitmap.size, paper);
  for (std::size_t i = 0; !bitmap.colored && i < bitmap.pixels.size(); ++i) {
    for (std::size_t channel = 0; channel < 3; ++channel) {
      std::uint8_t& value = image.rgba[4 * i + channel];
      value = static_cast<std::uint8_t>(value * (255 - bitmap.pixels[i]) / 255);
    }
  }
  return image;
}

std::vector<ScreenCase> chosen_cases(const std::vector<std::string>& names) {
  std::vector<ScreenCase> cases;
  for (const std::filesystem::path& folder : case_folders(screens)) {
    if (names.empty() || std::find(names.begin(), names.end(), folder.filename().string()) != names.end()) {
      cases.push_back(load_case(folder));
      std::vector<std::string>& languages = cases.back().languages;
      languages.resize(std::min(languages.size(), most_languages));
    }
  }
  if (cases.empty()) {
    throw std::runtime_error("there is no such case in " + screens.string());
  }
  return cases;
}

void write(const std::filesystem::path& file, const Image& image) {
  std::filesystem::create_directories(std::filesystem::absolute(file).parent_path());
  if (const Result<void> written = write_png(file, image); !written) {
    throw std::runtime_error(to_string(written.error()));
  }
  std::printf("%s\n", file.c_str());
}

Rect whole(Size size) { return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}; }

// Beside each other as they are painted, in twice the size they get on the sheet.
void lay_sheet(const std::vector<ScreenCase>& cases, int columns, const std::filesystem::path& file) {
  columns = std::clamp(columns, 1, static_cast<int>(cases.size()));
  const int rows = (static_cast<int>(cases.size()) + columns - 1) / columns;
  Image sheet = blank_image({gap + columns * (card_width + 2 * gap), gap + rows * (card_height + 2 * gap)}, paper);
  const auto each_case = [&](Size size, const auto& place) {
    Studio studio({2 * size.width, 2 * size.height}, screens, output / "cache");
    TextEngine text;
    for (int i = 0; i < static_cast<int>(cases.size()); ++i) {
      const ScreenCase& screen = cases[static_cast<std::size_t>(i)];
      const int left = gap + i % columns * (card_width + 2 * gap);
      const int top = gap + i / columns * (card_height + 2 * gap);
      paste(label(text, screen.name), left, top, sheet);
      for (int j = 0; j < static_cast<int>(screen.languages.size()); ++j) {
        const Board board = board_of(screen, screen.languages[static_cast<std::size_t>(j)]);
        const Image picture = scaled(studio.paint(screen, board), whole(studio.size()), size);
        const auto [x, y] = place(j);
        paste(picture, left + x, top + label_height + y, sheet);
      }
    }
  };
  each_case(lying, [](int j) { return std::pair(0, j * (lying.height + gap)); });
  each_case(upright, [](int j) { return std::pair(lying.width + gap + j * (upright.width + gap), 0); });
  write(file, sheet);
}

void write_pictures(const std::vector<ScreenCase>& cases, const std::filesystem::path& folder) {
  for (const Size size : {Size{1920, 1080}, Size{1080, 1920}}) {
    Studio studio(size, screens, output / "cache");
    for (const ScreenCase& screen : cases) {
      for (const std::string& language : screen.languages) {
        const char* name = size.width > size.height ? "landscape" : "portrait";
        write(folder / (screen.name + '.' + language + '.' + name + ".png"),
              studio.paint(screen, board_of(screen, language)));
      }
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("The screens of tests/screens on one sheet, or each by itself");
  std::string sheet = (output / "contact-sheet.png").string();
  std::string folder;
  int columns = 3;
  std::vector<std::string> names;
  app.add_option("--output", sheet, "PNG file of the sheet")->capture_default_str();
  app.add_option("--pictures", folder, "Instead: a folder for single pictures at 1920x1080 and 1080x1920");
  app.add_option("--columns", columns, "Cases beside each other")->capture_default_str();
  app.add_option("cases", names, "These cases alone, by their folders' names");
  CLI11_PARSE(app, argc, argv);
  try {
    const std::vector<ScreenCase> cases = chosen_cases(names);
    if (folder.empty()) {
      lay_sheet(cases, columns, sheet);
    } else {
      write_pictures(cases, folder);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "contact_sheet: %s\n", error.what());
    return 1;
  }
  return 0;
}
