#include "reading/event_zone.h"

#include "programme/merge_feeds.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "venue/parse_instant.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

// What machines know of zones.
SaidZone no_rules(std::string_view /*name*/) { return NoZone::no_rules; }
SaidZone one_zone(std::string_view name) { return name == "Europe/Moscow" ? find_time_zone(name) : NoZone::unknown; }

// A feed of two sessions, at 10:00 and 11:00, in a dialect's own words.
struct Dialect {
  const char* name;
  bool names_zones;  // whether a feed of it can
  std::string (*feed)(const std::string& zone, const std::string& offset);
};

std::string member(const std::string& key, const std::string& value) {
  return value.empty() ? "" : "\"" + key + "\": \"" + value + "\", ";
}

const Dialect dialects[] = {
    {"venue feed", true,
     [](const std::string& zone, const std::string& offset) {
       return R"({"format": "venue-feed/1", "event": {)" + member("time_zone", zone) + R"("title": "E"},
         "halls": [{"id": "a", "name": "A"}], "sessions": [
           {"id": "1", "hall": "a", "title": "One", "start": "2024-04-17T10:00:00)" +
              offset + R"("},
           {"id": "2", "hall": "a", "title": "Two", "start": "2024-04-17T11:00:00)" +
              offset + R"("}]})";
     }},
    {"schedule.json", true,
     [](const std::string& zone, const std::string& offset) {
       return R"({"schedule": {"conference": {)" + member("time_zone_name", zone) + R"("title": "C",
         "days": [{"date": "2024-04-17", "rooms": {"A": [
           {"id": 1, "title": "One", "duration": "0:30", "date": "2024-04-17T10:00:00)" +
              offset + R"("},
           {"id": 2, "title": "Two", "duration": "0:30", "date": "2024-04-17T11:00:00)" +
              offset + R"("}]}}]}}})";
     }},
    {"Sessionize", false,
     [](const std::string& /*zone*/, const std::string& offset) {
       return R"({"rooms": [{"id": 1, "name": "A"}], "speakers": [], "categories": [], "sessions": [
           {"id": "1", "title": "One", "roomId": 1, "startsAt": "2024-04-17T10:00:00)" +
              offset + R"("},
           {"id": "2", "title": "Two", "roomId": 1, "startsAt": "2024-04-17T11:00:00)" +
              offset + R"("}]})";
     }},
};

struct Read {
  Texts starts;  // as instants
  Texts problems;
  SaidZone zone;
  bool errors;
};

Read read(const std::string& bytes, const FeedContext& context) {
  const auto reading = read_feed(bytes, context);
  INFO(bytes);
  REQUIRE(reading);
  Read read{{}, texts(reading->problems), reading->schedule->event().time_zone, any_errors(reading->problems)};
  for (const Session& session : reading->schedule->sessions()) {
    read.starts.push_back(format_instant(session.start, utc()));
  }
  return read;
}

const Texts as_written{"2024-04-17T10:00:00+00:00", "2024-04-17T11:00:00+00:00"};
const Texts as_moscow{"2024-04-17T07:00:00+00:00", "2024-04-17T08:00:00+00:00"};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("on a machine without zone rules every session is there, at the time that is written, with one problem") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    const std::string feed = dialect.feed("Europe/Moscow", "");
    // Where the feed cannot name its zone, the settings do.
    const SaidZone settings = dialect.names_zones ? NoZone::unsaid : NoZone::no_rules;
    const Read made = read(feed, {.time_zone = settings, .find_zone = no_rules});
    CHECK(made.starts == as_written);
    REQUIRE(made.problems.size() == 1);
    CHECK(contains(made.problems.front(), "no time zone rules, so that nothing is on or next; install tzdata"));
    CHECK(made.zone == NoZone::no_rules);
  }
}

TEST_CASE("on a machine without zone rules times stand as they are written, whatever their offset, with one problem") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    for (const char* zone : {"", "Europe/Moscow"}) {
      if (!dialect.names_zones) {
        continue;  // its times have none
      }
      const Read made = read(dialect.feed(zone, "+03:00"), {.find_zone = no_rules});
      CHECK(made.starts == as_written);
      CHECK(made.zone == NoZone::no_rules);
      REQUIRE(made.problems.size() == 1);
      CHECK(contains(made.problems.front(), "install tzdata"));
    }
  }
}

TEST_CASE("a zone that this system does not know leaves every session at the time that is written, with one problem") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    const SaidZone settings = dialect.names_zones ? NoZone::unsaid : NoZone::unknown;
    const Read made = read(dialect.feed("Europe/Moskow", ""), {.time_zone = settings, .find_zone = one_zone});
    CHECK(made.starts == as_written);
    REQUIRE(made.problems.size() == 1);
    CHECK(contains(made.problems.front(), dialect.names_zones ? "\"Europe/Moskow\" is not a time zone" : "settings"));
    CHECK(contains(made.problems.front(), "so that nothing is on or next; write "));
    CHECK(contains(made.problems.front(), "\"Europe/Moscow\""));
    CHECK(made.zone == NoZone::unknown);
  }
}

TEST_CASE("where nobody names a zone every session is there at the time that is written, with one error") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    for (const auto find : {no_rules, one_zone, find_time_zone}) {
      const Read made = read(dialect.feed("", ""), {.find_zone = find});
      CHECK(made.starts == as_written);
      REQUIRE(made.problems.size() == 1);
      CHECK(made.errors);
      CHECK(contains(made.problems.front(), "does not say its time zone, so that nothing is on or next; write "));
      CHECK(contains(made.problems.front(), dialect.name == std::string("venue feed")
                                                ? "\"time_zone\": \"Europe/Berlin\" in its event"
                                                : "time_zone = \"Europe/Berlin\" in the settings"));
      CHECK(made.zone == NoZone::unsaid);
    }
  }
}

TEST_CASE("an offset of which there is no zone stands for none, so that the time is the one that is written") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    const Read made = read(dialect.feed("", "+13:47"), {});
    CHECK(made.starts == as_written);
    CHECK(made.zone == NoZone::unsaid);
    CHECK(made.problems.size() == 1);
  }
}

TEST_CASE("a feed whose zone is not known tells whether offsets were left out") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    const auto left_out = [&](const char* offset, SaidZone zone) {
      return read_feed_part(dialect.feed("", offset), {.time_zone = zone})->part.offsets_left_out;
    };
    CHECK_FALSE(left_out("", {}));
    CHECK(left_out("+13:47", {}));
    CHECK_FALSE(left_out("+13:47", utc()));
  }
}

TEST_CASE("without a zone a notice holds where its times are exact; an emergency holds in any case") {
  const auto notices_of = [](const std::string& level, const std::string& until) {
    const auto reading = read_feed(R"({"format": "venue-feed/1", "event": {"title": "E"},
      "halls": [{"id": "a", "name": "A"}], "sessions": [], "notices": [
        {"id": "n", "text": "N", "level": ")" +
                                       level + R"(", "until": ")" + until + R"("}]})",
                                   {});
    std::vector<std::optional<Instant>> ends;
    for (const Notice& notice : reading->schedule->notices()) {
      ends.push_back(notice.until);
    }
    return std::pair(ends, reading->problems.size());
  };
  using Ends = std::vector<std::optional<Instant>>;
  const std::optional<Instant> eight = parse_instant("2024-04-17T08:00Z");
  for (const char* level : {"info", "warning", "emergency"}) {
    CHECK(notices_of(level, "2024-04-17T10:00+02:00") == std::pair(Ends{eight}, std::size_t(1)));
  }
  // When these end is not known. One that is shown too long is noticed and taken back.
  CHECK(notices_of("info", "2024-04-17T10:00") == std::pair(Ends{}, std::size_t(2)));
  CHECK(notices_of("warning", "2024-04-17T10:00") == std::pair(Ends{}, std::size_t(2)));
  CHECK(notices_of("emergency", "2024-04-17T10:00") == std::pair(Ends{std::nullopt}, std::size_t(2)));
}

TEST_CASE("a zone in the settings that this system does not know leaves the feed its own") {
  for (const NoZone why : {NoZone::unknown, NoZone::no_rules}) {
    for (const Dialect& dialect : dialects) {
      CAPTURE(dialect.name);
      if (!dialect.names_zones) {
        continue;
      }
      const Read named = read(dialect.feed("Europe/Moscow", ""), {.time_zone = why});
      CHECK(named.starts == as_moscow);
      CHECK(named.problems == Texts{});
      CHECK(named.zone == find_time_zone("Europe/Moscow"));

      const Read unnamed = read(dialect.feed("", ""), {.time_zone = why});
      CHECK(unnamed.starts == as_written);
      REQUIRE(unnamed.problems.size() == 1);
      CHECK(contains(unnamed.problems.front(), why == NoZone::unknown ? "settings" : "install tzdata"));
    }
  }
}

TEST_CASE("UTC by name needs no rules") {
  for (const Dialect& dialect : dialects) {
    CAPTURE(dialect.name);
    const auto utc_alone = [](std::string_view name) { return name == "UTC" ? SaidZone(utc()) : NoZone::no_rules; };
    const SaidZone settings = dialect.names_zones ? SaidZone() : SaidZone(utc());
    const Read made = read(dialect.feed("UTC", ""), {.time_zone = settings, .find_zone = utc_alone});
    CHECK(made.starts == as_written);
    CHECK(made.problems == Texts{});
  }
}

TEST_CASE("an addition whose zone this system does not know is read as it is written, as the feed beneath it is") {
  const std::string sessions = R"("sessions": [{"id": "1", "start": "2024-04-17T10:30"}]})";
  const std::string named = R"({"format": "venue-feed/1", "event": {"time_zone": "Europe/Moscow"}, )" + sessions;
  const std::string unnamed = R"({"format": "venue-feed/1", )" + sessions;
  const auto problems_of = [](const std::string& bytes, SaidZone settings, SaidZone (*find)(std::string_view)) {
    const auto part = read_feed_part(bytes, {.time_zone = settings, .addition = true, .find_zone = find}).value();
    CHECK(part.part.parts.sessions.size() == 1);
    const bool has_start = part.part.sessions.front().has("start");
    return std::pair(has_start, part.problems.size());
  };
  CHECK(problems_of(named, {}, no_rules) == std::pair(true, std::size_t(1)));
  CHECK(problems_of(named, {}, find_time_zone) == std::pair(true, std::size_t(0)));
  CHECK(problems_of(unnamed, NoZone::no_rules, no_rules) == std::pair(true, std::size_t(1)));
  CHECK(problems_of(unnamed, NoZone::unknown, one_zone) == std::pair(true, std::size_t(1)));
  // Nobody says any: it would be a guess, while the feed beneath may well have one.
  CHECK(problems_of(unnamed, {}, find_time_zone) == std::pair(false, std::size_t(1)));
}

TEST_CASE("of several feeds the zone is one that is known, whoever else says what this system does not know") {
  const auto merged_zone = [](const SaidZone& first, const SaidZone& second, bool addition) {
    FeedPart one;
    one.parts.event.time_zone = first;
    FeedPart other;
    other.parts.event.time_zone = second;
    other.addition = addition;
    const FeedPart* const feeds[] = {&one, &other};
    return merge_feeds(feeds).parts.event.time_zone;
  };
  const TimeZone moscow = *find_time_zone("Europe/Moscow");
  for (const bool addition : {false, true}) {
    CHECK(merged_zone(moscow, NoZone::unknown, addition) == moscow);
    CHECK(merged_zone(NoZone::no_rules, moscow, addition) == moscow);
    CHECK(merged_zone(NoZone::unsaid, NoZone::no_rules, addition) == NoZone::no_rules);
    CHECK(merged_zone(NoZone::unknown, NoZone::unsaid, addition) == NoZone::unknown);
    CHECK(merged_zone(moscow, utc(), addition) == (addition ? utc() : moscow));
  }
}
