#include "dialects/write_venue_feed.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "venue/agenda.h"

using namespace kiosk;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Schedule::Parts parts_of(const std::string& bytes, SaidZone zone = {}) {
  auto reading = read_feed_part(bytes, {.file = "feed.json", .time_zone = zone});
  if (!reading) {
    INFO(to_string(reading.error()));
    REQUIRE(reading);
  }
  return std::move(reading->part.parts);
}

// Without what a venue feed has no place for.
Schedule::Parts without_source(Schedule::Parts parts) {
  parts.lists_halls = true;
  for (Hall& hall : parts.halls) {
    hall.key.clear();
    hall.slug.clear();
    hall.former_names.clear();
  }
  return parts;
}

void check_agendas_alike(const Schedule& before, const Schedule& after) {
  const auto span = before.span();
  REQUIRE(span);
  for (const Hall& hall : before.halls()) {
    for (Instant at = span->start - std::chrono::hours(24); at < span->end + std::chrono::hours(1);
         at += std::chrono::minutes(1)) {
      const Agenda a = agenda_at(before, hall.id, at);
      const Agenda b = agenda_at(after, hall.id, at);
      const bool alike = a.moment == b.moment && a.now == b.now && a.next == b.next && a.pause == b.pause &&
                         a.all_day == b.all_day && a.after_next == b.after_next && a.next_change == b.next_change &&
                         a.absence.has_value() == b.absence.has_value() && a.elsewhere.size() == b.elsewhere.size();
      if (!alike) {
        CAPTURE(hall.id, at.time_since_epoch().count());
        REQUIRE(alike);
      }
    }
  }
}

}  // namespace

TEST_CASE("a venue feed is written as it was read, whatever is in it") {
  const Schedule::Parts parts = parts_of(R"({"format": "venue-feed/1",
    "event": {"title": {"ru": "Форум", "en": "Forum"}, "short_title": "F", "time_zone": "Europe/Moscow",
      "languages": ["ru", "en"], "url": "https://example.org/", "logo": "logo.png",
      "colors": {"background": "#010203", "accent": "#fff"}},
    "halls": [
      {"id": "gorky", "name": "Горьковский зал", "place": "2 этаж", "broadcast": {"url": "https://example.org/g"},
       "delay": {"minutes": 10, "from": "2024-04-17T14:00:00+03:00"}, "background": "b.jpg"},
      {"id": "small", "name": "Small"}],
    "sessions": [
      {"id": "1", "hall": "gorky", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "T", "subtitle": "s",
       "track": "t", "language": "ru", "speakers": [{"name": "A", "role": "R", "photo": "a.jpg"}, "B"],
       "broadcast": null, "recording": {"url": "https://example.org/r"}, "state": "full", "reason": "many",
       "overflow": "small", "originally": {"hall": "small", "start": "2024-04-17T09:00"}},
      {"id": "2", "halls": "all", "kind": "break", "start": "2024-04-17T11:00", "title": "Lunch"},
      {"id": "3", "halls": ["small", "gorky"], "kind": "all_day", "start": "2024-04-17T09:00", "title": "Stand"},
      {"id": "4", "hall": "small", "plenum": true, "state": "cancelled", "start": "2024-04-17T12:00", "title": "P",
       "broadcast": {"url": "https://example.org/4"}}],
    "notices": [
      {"id": "n", "level": "warning", "text": "W", "halls": ["small"], "from": "2024-04-17T12:00",
       "until": "2024-04-17T13:00"},
      {"id": "e", "level": "emergency", "text": "E"}, {"id": "i", "text": "I"}]})");
  REQUIRE(parts.sessions.size() == 4);
  REQUIRE(parts.sessions[3].plenum);
  REQUIRE(parts.notices.size() == 3);
  const std::string written = write_venue_feed(parts);
  CHECK(parts_of(written) == parts);
  const auto again = read_feed(written, {});
  REQUIRE(again);
  CHECK(again->problems.empty());
}

TEST_CASE("the demo's feed is written as it was read") {
  const Schedule::Parts parts = parts_of(bytes_of(KIOSK_SOURCE_DIR "/assets/demo/feed.json"));
  CHECK(parts_of(write_venue_feed(parts)) == parts);
}

TEST_CASE("a text that looks like markup is read again as it stands") {
  for (const char* title : {"__init__",
                            "*args",
                            "**kwargs and *args*",
                            "<b>bold</b>",
                            "<table> layouts",
                            "AT&amp;T",
                            "AT&T",
                            "&lt;b&gt;",
                            "`code`",
                            "[link](https://example.org)",
                            "![](a.png)",
                            "a\\*b",
                            "~~x~~",
                            "# 1",
                            "1. Talk",
                            "- dash",
                            "<!-- x -->",
                            "<script>x</script>",
                            "2*3*4",
                            "_a_ & _b_"}) {
    CAPTURE(title);
    Schedule::Parts parts;
    parts.event.time_zone = utc();
    Hall hall;
    hall.id = "a";
    hall.name = title;
    parts.halls = {hall};
    Session session;
    session.id = "s";
    session.halls = {"a"};
    session.title = LocalText{{"en", title}, {"ru", title}};
    parts.sessions = {session};
    CHECK(parts_of(write_venue_feed(parts)) == parts);
  }
}

TEST_CASE("times without a zone stay as they are written") {
  const std::string feed = R"({"format": "venue-feed/1", "event": {"title": "E"}, "halls": [{"id": "a", "name": "A"}],
    "sessions": [{"id": "s", "hall": "a", "title": "T", "start": "2024-04-17T10:00"}],
    "notices": [{"id": "n", "text": "N", "until": "2024-04-17T10:00:00+03:00"}]})";
  const Schedule::Parts parts = parts_of(feed);
  REQUIRE_FALSE(parts.event.time_zone);
  REQUIRE(parts.notices.size() == 1);
  const std::string written = write_venue_feed(parts);
  CHECK(written.find("\"start\": \"2024-04-17T10:00:00\"") != std::string::npos);
  CHECK(parts_of(written) == parts);
}

TEST_CASE("a hall that is called all is one hall") {
  const Schedule::Parts parts = parts_of(R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "all", "name": "A"}, {"id": "b", "name": "B"}],
    "sessions": [{"id": "s", "halls": ["all"], "title": "T", "start": "2024-04-17T10:00"},
                 {"id": "t", "halls": ["all", "b"], "title": "T", "start": "2024-04-17T12:00"}]})");
  REQUIRE(parts.sessions[0].halls == std::vector<std::string>{"all"});
  CHECK(parts_of(write_venue_feed(parts)) == parts);
}

TEST_CASE("every export becomes a venue feed that tells each hall the same at every minute") {
  const std::filesystem::path folder = KIOSK_SOURCE_DIR "/tests/independent/fixtures";
  std::size_t converted = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") {
      continue;
    }
    CAPTURE(entry.path().filename().string());
    const Schedule::Parts parts = parts_of(bytes_of(entry.path()), find_time_zone("Europe/Vienna"));
    const Schedule::Parts again = parts_of(write_venue_feed(parts));
    CHECK(again == without_source(parts));
    check_agendas_alike(Schedule(parts), Schedule(again));
    ++converted;
  }
  CHECK(converted >= 8);
}

TEST_CASE("plenum is true or false, and an addition may say it") {
  const auto reading = read_feed(R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "a", "name": "A"}],
    "sessions": [{"id": "s", "hall": "a", "title": "T", "start": "2024-04-17T10:00", "plenum": "yes"}]})",
                                 {.file = "feed.json"});
  REQUIRE(reading);
  REQUIRE(reading->problems.size() == 1);
  CHECK(to_string(reading->problems[0]) == "feed.json:3: /sessions/0/plenum: \"yes\" is neither true nor false");
  const auto addition =
      read_feed_part(R"({"format": "venue-feed/1", "sessions": [{"id": "s", "plenum": false}]})", {.addition = true});
  REQUIRE(addition);
  CHECK(addition->part.sessions.at(0).has("plenum"));
}
