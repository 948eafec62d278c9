#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"
#include "tests/harness/pictures.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Outcome snapshot(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "snapshot");
  return venue_kiosk(std::move(arguments));
}

}  // namespace

TEST_CASE("without a display, snapshot writes a picture of each hall, named by its id") {
  const TemporaryFolder folder;
  const Outcome outcome =
      snapshot({"--config", demo_settings, "--all-halls", "--at", during_track_1, "--output", folder / "pictures"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "");
  REQUIRE(names_in(folder / "pictures") == std::vector<std::string>{"gorky.png", "large-conference.png",
                                                                    "local-history.png", "multimedia.png",
                                                                    "small-conference.png"});
  const Image picture = read_picture(folder / "pictures/gorky.png");
  CHECK(picture.size == Size{1920, 1080});
  CHECK(read_qr_codes(picture) == std::vector<std::string>{track_1_link});
  CHECK(read_qr_codes(read_picture(folder / "pictures/large-conference.png"))
            .empty());  // a coffee break has no broadcast

  // As seen from the far end of the hall.
  const Image small = scaled_down(picture, {320, 180});
  CHECK(read_qr_codes(small) == std::vector<std::string>{track_1_link});
}

TEST_CASE("the broadcast's link is read from an upright screen too") {
  const TemporaryFolder folder;
  const Outcome outcome = snapshot(
      {"--config", demo_settings, "--at", during_track_1, "--size", "1080x1920", "--output", folder / "upright.png"});
  CHECK(outcome.status == 0);
  const Image picture = read_picture(folder / "upright.png");
  CHECK(picture.size == Size{1080, 1920});
  CHECK(read_qr_codes(picture) == std::vector<std::string>{track_1_link});
}

TEST_CASE("a hall, an instant, a size and a language can be chosen") {
  const TemporaryFolder folder;
  const std::vector<std::string> common{"--config", demo_settings, "--hall", "multimedia", "--size", "1280x720"};
  const auto take = [&](const std::string& name, std::vector<std::string> more) {
    std::vector<std::string> arguments = common;
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {"--output", folder / name});
    const Outcome outcome = snapshot(arguments);
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    return read_picture(folder / name);
  };
  const Image russian = take("ru.png", {"--at", during_track_1});
  const Image english = take("en.png", {"--at", during_track_1, "--lang", "en"});
  const Image again = take("again.png", {"--at", during_track_1, "--lang", "ru"});
  const Image later = take("later.png", {"--at", "2024-04-17T16:31:00+03:00"});
  CHECK(russian.size == Size{1280, 720});
  CHECK(differing(russian, again) == 0);
  CHECK(differing(russian, english) > 0.005);
  CHECK(differing(russian, later) > 0.005);
  CHECK(read_qr_codes(english) ==
        std::vector<std::string>{
            "https://www.culture.ru/live/broadcast/92214/vstrecha-laboratoriya-detskikh-modelnykh-bibliotek"});
  CHECK(read_qr_codes(later).empty());
}

TEST_CASE("several instants give a picture each, named by the venue's time") {
  const TemporaryFolder folder;
  const Outcome outcome =
      snapshot({"--config", demo_settings, "--hall", "large-conference", "--size", "640x360", "--at", during_track_1,
                "--at", "2024-04-18T10:00:30Z", "--output", folder / "pictures"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(names_in(folder / "pictures") ==
        std::vector<std::string>{"large-conference_20240417T144200.png", "large-conference_20240418T130030.png"});
}

TEST_CASE("an existing folder as output takes the one picture under the hall's name") {
  const TemporaryFolder folder;
  const Outcome outcome = snapshot({"--config", demo_settings, "--hall", "large-conference", "--size", "320x180",
                                    "--at", during_track_1, "--output", folder.path()});
  CHECK(outcome.status == 0);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"large-conference.png"});
}

TEST_CASE("odd hall ids make plain file names") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", demo_feed("\"large-conference\"", "\"зал/1\""));
  const Outcome outcome = snapshot({"--feed", folder / "feed.json", "--all-halls", "--size", "320x180", "--at",
                                    during_track_1, "--output", folder / "pictures"});
  CHECK(outcome.status == 0);
  CHECK(std::filesystem::exists(folder / "pictures/%D0%B7%D0%B0%D0%BB%2F1.png"));
  CHECK(names_in(folder / "pictures").size() == 5);
}

TEST_CASE("a hall's day goes onto one sheet, a picture for each change") {
  const TemporaryFolder folder;
  const auto sheet = [&](const std::string& name, std::vector<std::string> more, const std::string& size = "640x360") {
    std::vector<std::string> arguments{"--config", demo_settings, "--size", size, "--output", folder / name};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = snapshot(arguments);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    return read_picture(folder / name);
  };
  const Image gorky = sheet("gorky.png", {"--hall", "gorky", "--day", "2024-04-17"});
  const Image all = sheet("all.png", {"--all-halls", "--day", "2024-04-17"});
  const Image other_day = sheet("other.png", {"--hall", "gorky", "--day", "2024-04-20"});
  // Four pictures of 480 beside each other; of a day without the event one, in one row.
  CHECK(gorky.size.width == 16 + 4 * (480 + 16));
  CHECK(other_day.size == Size{gorky.size.width, 16 + 52 + 30 + 270 + 16});
  CHECK(gorky.size.height > other_day.size.height);
  CHECK(all.size.height > 3 * gorky.size.height);
  CHECK(shows_something(gorky));
  const Image upright = sheet("upright.png", {"--hall", "gorky", "--day", "2024-04-20"}, "360x640");
  CHECK(upright.size == Size{16 + 6 * (270 + 16), 16 + 52 + 30 + 480 + 16});
}

TEST_CASE("an unknown hall is an error that names the nearest one") {
  const TemporaryFolder folder;
  const Outcome outcome = snapshot({"--config", demo_settings, "--hall", "gorki", "--size", "1280x720", "--at",
                                    during_track_1, "--output", folder / "hall.png"});
  CHECK(outcome.status == 1);
  CHECK(lines(outcome.err) == 1);
  CHECK(contains(outcome.err, "no hall \"gorki\""));
  CHECK(contains(outcome.err, "did you mean \"gorky\"?"));
  // What the screen at that door would show.
  CHECK(shows_something(read_picture(folder / "hall.png")));
}

TEST_CASE("snapshot: wrong usage") {
  const TemporaryFolder folder;
  const std::string output = folder / "picture.png";
  const std::vector<std::vector<std::string>> wrong{
      {"--config", demo_settings, "--at", "yesterday", "--output", output},
      {"--config", demo_settings, "--size", "big", "--output", output},
      {"--config", demo_settings, "--size", "0x0", "--output", output},
      {"--config", demo_settings, "--size", "100000x100000", "--output", output},
      {"--feed", demo_feed_file, "--output", output},  // which hall?
      {"--config", demo_settings, "--day", "17.04.2024", "--output", output},
  };
  const std::vector<std::string> named{"--at: \"yesterday\"",       "--size: \"big\"", "--size: \"0x0\"",
                                       "--size: \"100000x100000\"", "--all-halls",     "--day: \"17.04.2024\""};
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const Outcome outcome = snapshot(wrong[i]);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(lines(outcome.err) == 1);
    CHECK(contains(outcome.err, named[i]));
    CHECK_FALSE(std::filesystem::exists(output));
  }
}

TEST_CASE("snapshot: what it cannot read or write") {
  const TemporaryFolder folder;
  const Outcome feed = snapshot({"--feed", folder / "no.json", "--all-halls", "--output", folder / "pictures"});
  CHECK(feed.status == 3);
  CHECK(lines(feed.err) == 1);
  CHECK(contains(feed.err, "no.json"));

  // A folder cannot be made under a file, not even by root.
  write_file(folder / "file", "");
  for (const std::string hall : {"--all-halls", "--hall=large-conference"}) {
    const Outcome written = snapshot({"--config", demo_settings, hall, "--size", "320x180", "--at", during_track_1,
                                      "--output", folder / "file/pictures"});
    CHECK(written.status == 3);
    CHECK(lines(written.err) == 1);
    CHECK(contains(written.err, "file/pictures"));
  }

  const Outcome settings =
      snapshot({"--config", folder / "no.toml", "--hall", "large-conference", "--output", folder / "p.png"});
  CHECK(settings.status == 3);
  CHECK(contains(settings.err, "no.toml"));
}
