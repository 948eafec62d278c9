#include <fstream>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk::test;

namespace {

const std::string overlapping = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
  "halls": [{"id": "a", "name": "A"}],
  "sessions": [
    {"id": "1", "hall": "a", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "One"},
    {"id": "2", "hall": "a", "start": "2024-04-17T10:30", "end": "2024-04-17T11:30", "title": "Two"}]})";

}  // namespace

TEST_CASE("check FILE tells an organizer line and column, and needs neither settings nor a hall") {
  const TemporaryFolder folder;
  const std::string feed = folder / "feed.json";
  std::ofstream(feed) << overlapping;
  const Outcome outcome = venue_kiosk({"check", feed});
  CHECK(outcome.status == 0);
  CHECK(outcome.err ==
        "warning: " + feed +
            ":5:39: /sessions/1/start: starts in hall \"a\" before \"One\" ends at 11:00; end that at 10:30, "
            "or move one of the two\n");
  CHECK(outcome.out == "problems: 0 errors, 1 warnings\n");
  const auto json = nlohmann::json::parse(venue_kiosk({"check", feed, "--json"}).out);
  REQUIRE(json["problems"].size() == 1);
  CHECK(json["problems"][0]["line"] == 5);
  CHECK(json["problems"][0]["column"] == 39);
}

TEST_CASE("check FILE ends with 1 for errors, and with 3 where there is no file") {
  const TemporaryFolder folder;
  const std::string feed = folder / "feed.json";
  std::ofstream(feed) << "{";
  CHECK(venue_kiosk({"check", feed}).status == 1);
  CHECK(venue_kiosk({"check", folder / "missing.json"}).status == 3);
}

TEST_CASE("check FILE finds nothing wrong with the demo's feed but what is past") {
  const Outcome outcome = venue_kiosk({"check", demo_feed_file});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "problems: 0 errors"));
}

TEST_CASE("check FILE --over looks at a document as screens join it with the export, and alone says what it is") {
  const TemporaryFolder folder;
  const std::string overlay = folder / "ours.json";
  std::ofstream(overlay) << R"({"format": "venue-feed/1", "sessions": [{"id": "track-3", "state": "cancelled"}]})";
  const Outcome joined = venue_kiosk({"check", overlay, "--over", demo_feed_file});
  CHECK(joined.err == "");
  CHECK(joined.status == 0);
  // The others that take --over hint at it, too.
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"check", overlay}, {"diff", demo_feed_file, overlay}, {"edit", overlay, "cancel", "track-3"}}) {
    const Outcome alone = venue_kiosk(words);
    INFO(words.front() << ": " << alone.err);
    CHECK(alone.status != 0);
    CHECK(contains(alone.err, "this changes another feed"));
    CHECK(contains(alone.err, "--over"));
  }
  CHECK(venue_kiosk({"check", overlay, "--over", folder / "missing.json"}).status == 3);
  CHECK(venue_kiosk({"check", "--over", demo_feed_file}).status == 2);
}

TEST_CASE("check FILE names the screens on which a title is cut, that of the settings among them") {
  const TemporaryFolder folder;
  const std::string settings = folder / "kiosk.toml";
  std::ofstream(settings) << "display.windowed = \"400x200\"\ndisplay.rotate = 90\n";
  const std::string feed = folder / "feed.json";
  std::string title = "Библиотека";
  for (int i = 1; i < 100; ++i) {
    title += " библиотека";
  }
  std::ofstream(feed) << demo_feed("Подведение итогов первого дня", title);
  const Outcome outcome = venue_kiosk({"check", feed, "--config", settings});
  INFO(outcome.err);
  CHECK(contains(outcome.err,
                 "/title: the title of 1099 characters is cut on screens of 1280x720, 1920x1080, 1080x1920, 1024x768 "
                 "and 200x400 (\"ru\")"));
}
