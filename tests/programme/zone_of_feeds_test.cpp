#include "programme/zone_of_feeds.h"

#include "dialects/read_feed.h"
#include "programme/merge_feeds.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

// Of a talk from 10 to 11 in two dialects that say no zone; `offset` is that of its times.
std::string sessionize(const std::string& offset = "") {
  return R"({"rooms": [{"id": 1, "name": "A"}], "sessions": [{"id": "1", "title": "One", "roomId": 1,
    "startsAt": "2024-05-01T10:00:00)" +
         offset + R"(", "endsAt": "2024-05-01T11:00:00)" + offset + R"("}]})";
}
const std::string export_without_zone = R"({"schedule": {"conference": {"title": "C", "days": [
  {"date": "2024-05-01", "rooms": {"A": [{"id": 1, "title": "One", "duration": "1:00", "start": "10:00"}]}}]}}})";

std::string addition(const std::string& event, const std::string& session = "") {
  return R"({"format": "venue-feed/1", )" + (event.empty() ? "" : "\"event\": {" + event + "}, ") + R"("sessions": [)" +
         session + "]}";
}

struct Merged {
  SaidZone zone;
  Texts sessions;  // "One 2024-05-01T10:00:00+02:00 2024-05-01T11:00:00+02:00"
  Texts problems;
};

Merged merge(const std::vector<std::string>& feeds) {
  std::vector<FeedPart> parts;
  std::vector<const FeedPart*> views;
  for (const std::string& feed : feeds) {
    const bool is_addition = !views.empty() || !parts.empty();
    parts.push_back(
        read_feed_part(feed, {.addition = is_addition && feed.find("venue-feed") != std::string::npos}).value().part);
  }
  for (const FeedPart& part : parts) {
    views.push_back(&part);
  }
  const MergedFeeds merged = merge_feeds(views);
  Merged result{merged.parts.event.time_zone, {}, texts(merged.problems)};
  for (const Session& session : merged.parts.sessions) {
    result.sessions.push_back(session.title.in("") + ' ' + format_instant(session.start, result.zone) + ' ' +
                              format_instant(*session.end, result.zone));
  }
  return result;
}

const Texts in_berlin{"One 2024-05-01T10:00:00+02:00 2024-05-01T11:00:00+02:00"};
const Texts as_written{"One 2024-05-01T10:00:00 2024-05-01T11:00:00"};

}  // namespace

TEST_CASE("of two feeds of which one says the zone, the other's times are told in it, and nothing is missing") {
  for (const std::string& silent : {sessionize(), export_without_zone}) {
    INFO(silent);
    const Merged made = merge({silent, addition(R"("time_zone": "Europe/Berlin")")});
    CHECK(made.zone == find_time_zone("Europe/Berlin"));
    CHECK(made.sessions == in_berlin);
    CHECK(made.problems == Texts{});
  }
}

TEST_CASE("a delay and an announced start are told in the zone, too") {
  const std::string silent = R"({"format": "venue-feed/1", "event": {"title": "E"},
    "halls": [{"id": "a", "name": "A", "delay": {"minutes": 10, "from": "2024-05-01T10:00"}}],
    "sessions": [{"id": "1", "hall": "a", "title": "One", "start": "2024-05-01T10:00", "end": "2024-05-01T11:00",
                  "originally": {"start": "2024-05-01T09:00"}}]})";
  const FeedPart one = read_feed_part(silent, {})->part;
  const FeedPart other = read_feed_part(addition(R"("time_zone": "Europe/Berlin")"), {.addition = true})->part;
  const FeedPart* const feeds[] = {&one, &other};
  const Schedule::Parts parts = merge_feeds(feeds).parts;
  CHECK(parts.halls[0].delay->from == parse_instant("2024-05-01T10:00+02:00"));
  CHECK(parts.sessions[0].originally->start == parse_instant("2024-05-01T09:00+02:00"));
}

TEST_CASE("where no feed says the zone times stand as they are written, with one error") {
  for (const std::string& silent : {sessionize(), export_without_zone, sessionize("Z"), sessionize("+02:00")}) {
    INFO(silent);
    for (const std::string event : {"", "\"title\": \"E\""}) {
      const Merged made = merge({silent, addition(event)});
      CHECK(made.zone == NoZone::unsaid);
      CHECK(made.sessions == as_written);
      REQUIRE(made.problems.size() == 1);
      CHECK(made.problems.front().find("does not say its time zone") != std::string::npos);
    }
  }
}

TEST_CASE("times whose offsets were left out are not told anew by a zone of another feed") {
  for (const char* offset : {"Z", "+05:00"}) {
    const Merged made = merge({sessionize(offset), addition(R"("time_zone": "Europe/Berlin")")});
    CHECK(made.zone == NoZone::unsaid);
    CHECK(made.sessions == as_written);
    CHECK(made.problems.size() == 1);
  }
}

TEST_CASE("where nobody names the zone the offsets of an addition's times stand in for it") {
  const std::string moved = R"({"id": "1", "start": "2024-05-01T12:00:00+02:00", "end": "2024-05-01T13:00:00+02:00"})";
  const Merged made = merge({sessionize(), addition("", moved)});
  CHECK(made.zone == find_time_zone("Etc/GMT-2"));
  CHECK(made.sessions == Texts{"One 2024-05-01T12:00:00+02:00 2024-05-01T13:00:00+02:00"});
  CHECK(made.problems == Texts{});
  // A zone that is named comes first.
  CHECK(merge({sessionize(), addition(R"("time_zone": "Europe/Moscow")", moved)}).zone ==
        find_time_zone("Europe/Moscow"));
}

TEST_CASE("an addition whose zone is misspelt is told in the zone of the feed beneath it") {
  const std::string known = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "Europe/Berlin"},
    "halls": [{"id": "a", "name": "A"}], "sessions": []})";
  const std::string session =
      R"({"id": "1", "hall": "a", "title": "One", "start": "2024-05-01T10:00", "end": "2024-05-01T11:00"})";
  const Merged made = merge({known, addition(R"("time_zone": "Europe/Berlim")", session)});
  CHECK(made.zone == find_time_zone("Europe/Berlin"));
  CHECK(made.sessions == in_berlin);
}
