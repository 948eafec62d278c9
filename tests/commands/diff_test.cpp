#include <fstream>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk::test;

namespace {

std::string write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file) << text;
  return file.string();
}

}  // namespace

TEST_CASE("diff says in the event's language what attendees will notice, and ends with 1") {
  const TemporaryFolder folder;
  const std::string now = write(folder / "now.json", demo_feed("Подведение итогов первого дня", "Итоги первого дня"));
  const Outcome outcome = venue_kiosk({"diff", demo_feed_file, now});
  CHECK(outcome.err == "");
  CHECK(outcome.status == 1);
  CHECK(outcome.out ==
        "Горьковский зал: 17 апреля 16:00 «Подведение итогов первого дня» — новое название: «Итоги первого дня»\n");
  const Outcome as_json = venue_kiosk({"diff", demo_feed_file, now, "--json"});
  CHECK(as_json.status == 1);
  const auto json = nlohmann::json::parse(as_json.out);
  CHECK(json["language"] == "ru");
  REQUIRE(json["changes"].size() == 1);
  CHECK(json["changes"][0]["hall"] == "gorky");
  CHECK(json["changes"][0]["change"] == "retitled");
}

TEST_CASE("diff of a schedule with itself ends with 0") {
  const Outcome outcome = venue_kiosk({"diff", demo_feed_file, demo_feed_file, "--lang", "en"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out == "Nothing changes that attendees would notice\n");
}

TEST_CASE("diff joins additions over an export as the screens do") {
  const TemporaryFolder folder;
  const std::string none = write(folder / "none.json", R"({"format": "venue-feed/1", "halls": []})");
  const std::string late = write(folder / "late.json", R"({"format": "venue-feed/1", "halls": [
    {"id": "gorky", "delay": {"minutes": 10, "from": "2024-04-17T14:00:00+03:00"}}]})");
  const Outcome outcome = venue_kiosk({"diff", none, late, "--over", demo_feed_file, "--lang", "en"});
  CHECK(outcome.err == "");
  CHECK(outcome.status == 1);
  CHECK(outcome.out == "Gorky Hall: 10 minutes late from 17 April 14:00 on\n");
}

TEST_CASE("diff cannot run on a file that is not there or is no feed") {
  const TemporaryFolder folder;
  const Outcome missing = venue_kiosk({"diff", demo_feed_file, folder / "missing.json"});
  CHECK(missing.status == 3);
  CHECK(contains(missing.err, "missing.json"));
  const Outcome broken = venue_kiosk({"diff", write(folder / "broken.json", "{"), demo_feed_file});
  CHECK(broken.status == 3);
  CHECK(contains(broken.err, "broken.json:1: not JSON"));
  CHECK(venue_kiosk({"diff", demo_feed_file}).status == 2);
  CHECK(venue_kiosk({"diff", demo_feed_file, demo_feed_file, "--lang", "xx"}).status == 2);
}
