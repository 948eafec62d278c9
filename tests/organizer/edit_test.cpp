#include "organizer/edit.h"

#include <algorithm>

#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;
using Verb = Edit::Verb;

namespace {

// As a person writes one by hand: each session on a line, times without an offset, a field that no reader knows.
const std::string feed = R"({
  "format": "venue-feed/1",
  "event": { "title": "Forum", "time_zone": "Europe/Moscow" },
  "halls": [
    { "id": "gorky", "name": "Gorky hall" },
    { "id": "small", "name": "Small hall", "delay": { "minutes": 5, "from": "2024-04-17T10:00:00+03:00" } }
  ],
  "sessions": [
    { "id": "opening", "hall": "gorky", "start": "2024-04-17T10:00", "end": "2024-04-17T11:30", "title": "Opening" },
    { "id": "track-1", "x-budget": 1.50, "hall": "gorky", "start": "2024-04-17T14:00", "title": "Track 1" },
    { "id": "plenum", "halls": ["gorky", "small"], "start": "2024-04-17T16:00", "title": "Plenum" },
    { "hall": "small", "start": "2024-04-17T15:00", "title": "Nameless" }
  ]
}
)";

const Instant now = *parse_instant("2024-04-17T14:42:00+03:00");

FeedDocument document(const std::string& bytes = feed) { return {.bytes = bytes, .name = "feed.json"}; }

std::string edited(const FeedDocument& before, const Edit& edit) {
  const auto after = edit_feed(before, edit, now);
  return after ? after->bytes : to_string(after.error());
}

// The lines that an edit has made, without indentation.
std::string new_lines(const FeedDocument& before, const Edit& edit) {
  const std::string after = edited(before, edit);
  std::string lines;
  for (std::size_t at = 0; at < after.size();) {
    const std::size_t end = std::min(after.find('\n', at), after.size());
    const std::string line = after.substr(at, end - at);
    if (before.bytes.find(line) == std::string::npos) {
      lines += line.substr(std::min(line.find_first_not_of(' '), line.size())) + '\n';
    }
    at = end + 1;
  }
  return lines;
}
std::string new_lines(const Edit& edit) { return new_lines(document(), edit); }

// What the screens make of a document that was edited several times.
ReadDocument after(std::string bytes, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    bytes = edited(document(bytes), edit);
  }
  INFO(bytes);
  auto read = read_document(document(bytes));
  REQUIRE(read);
  return *std::move(read);
}
const Session& session(const ReadDocument& read, const std::string& id) {
  const auto& all = read.schedule->sessions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Session& candidate) { return candidate.id == id; });
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("cancelling changes the session's line alone") {
  CHECK(
      new_lines({.verb = Verb::cancel, .what = "opening", .reason = "The speaker is ill"}) ==
      R"({ "id": "opening", "hall": "gorky", "start": "2024-04-17T10:00", "end": "2024-04-17T11:30", "title": "Opening", "state": "cancelled", "reason": "The speaker is ill" },
)");
  const ReadDocument read = after(feed, {{.verb = Verb::cancel, .what = "opening", .reason = "ill"}});
  CHECK(session(read, "opening").state == SessionState::cancelled);
  CHECK(session(read, "opening").reason.in("") == "ill");
}

TEST_CASE("a session without an id is found by its title and start") {
  CHECK(
      new_lines({.verb = Verb::cancel, .what = "nameless"}) ==
      "{ \"hall\": \"small\", \"start\": \"2024-04-17T15:00\", \"title\": \"Nameless\", \"state\": \"cancelled\" }\n");
}

TEST_CASE("a moved session says where it was first, and a second move keeps that") {
  const Edit move{.verb = Verb::move, .what = "opening", .hall = "Small hall", .start = "10:15"};
  CHECK(
      new_lines(move) ==
      R"({ "id": "opening", "hall": "small", "start": "2024-04-17T10:15", "end": "2024-04-17T11:45", "title": "Opening", "originally": { "hall": "gorky", "start": "2024-04-17T10:00" } },
)");
  const Edit again{.verb = Verb::move, .what = "opening", .start = "11:00"};
  const ReadDocument read = after(feed, {move, again});
  const Session& opening = session(read, "opening");
  CHECK(format_instant(opening.start, read.schedule->time_zone()) == "2024-04-17T11:00:00+03:00");
  CHECK(*opening.end - opening.start == std::chrono::minutes(90));
  CHECK(opening.originally->hall == "gorky");
  CHECK(opening.originally->start == parse_instant("2024-04-17T10:00:00+03:00"));
}

TEST_CASE("a session that moves back is as it was announced, byte by byte") {
  const Edit away{.verb = Verb::move, .what = "opening", .hall = "small", .start = "10:15"};
  const Edit back{.verb = Verb::move, .what = "opening", .hall = "gorky", .start = "10:00"};
  CHECK(edited(document(edited(document(), away)), back) == feed);
}

TEST_CASE("a session in several halls does not move into one, and keeps them when it is late") {
  CHECK(edited(document(), {.verb = Verb::move, .what = "plenum", .hall = "small"}) ==
        "the session is in 2 halls; edit its \"halls\" in the document");
  const ReadDocument read = after(feed, {{.verb = Verb::move, .what = "plenum", .start = "16:20"}});
  CHECK(session(read, "plenum").halls.size() == 2);
  CHECK(session(read, "plenum").originally->start == parse_instant("2024-04-17T16:00:00+03:00"));
}

TEST_CASE("a hall is late from now, or from when it is said") {
  CHECK(new_lines({.verb = Verb::delay, .what = "gorky", .by = "10m"}) ==
        "{ \"id\": \"gorky\", \"name\": \"Gorky hall\", \"delay\": { \"minutes\": 10, \"from\": "
        "\"2024-04-17T14:42:00+03:00\" } },\n");
  CHECK(new_lines({.verb = Verb::delay, .what = "gorky", .by = "10m", .from = "15:30"}).find("T15:30:00+03:00") !=
        std::string::npos);
}

TEST_CASE("a delay that grows keeps the moment it began, and one of nothing goes") {
  CHECK(new_lines({.verb = Verb::delay, .what = "small", .by = "20m"}) ==
        "{ \"id\": \"small\", \"name\": \"Small hall\", \"delay\": { \"minutes\": 20, \"from\": "
        "\"2024-04-17T10:00:00+03:00\" } }\n");
  const std::string without = "{ \"id\": \"small\", \"name\": \"Small hall\" }\n";
  CHECK(new_lines({.verb = Verb::delay, .what = "small", .by = "0"}) == without);
  CHECK(new_lines({.verb = Verb::clear, .what = "small"}) == without);
  CHECK(edited(document(), {.verb = Verb::clear, .what = "gorky"}) == "the hall \"gorky\" is not late");
}

TEST_CASE("a session is late against the start that was announced") {
  const Edit ten{.verb = Verb::delay, .what = "opening", .by = "10m"};
  const Edit twenty{.verb = Verb::delay, .what = "opening", .by = "20m"};
  const ReadDocument read = after(feed, {ten, twenty});
  CHECK(format_instant(session(read, "opening").start, read.schedule->time_zone()) == "2024-04-17T10:20:00+03:00");
  CHECK(edited(document(edited(document(), ten)), {.verb = Verb::delay, .what = "opening", .by = "0"}) == feed);
}

TEST_CASE("a full session sends people on, and clearing lets them in again") {
  const Edit full{.verb = Verb::full, .what = "gorky now", .hall = "small"};
  const ReadDocument read = after(feed, {full});
  CHECK(session(read, "track-1").state == SessionState::full);
  CHECK(session(read, "track-1").overflow == "small");
  CHECK(edited(document(edited(document(), full)), {.verb = Verb::clear, .what = "track-1"}) == feed);
  CHECK(edited(document(), {.verb = Verb::full, .what = "opening", .hall = "gorky"}) ==
        "the session's own hall cannot take those it has no room for; name another one by --overflow, or none");
  CHECK(edited(document(), {.verb = Verb::clear, .what = "track-1"}).find("nothing is to be cleared") == 0);
}

TEST_CASE("a session's state takes what was said of the one before with it") {
  const auto twice = [](const Edit& first, const Edit& second) {
    FeedDocument next = document(edited(document(), first));
    return session(*read_document(document(edited(next, second))), "opening");
  };
  const Edit ill{.verb = Verb::cancel, .what = "opening", .reason = "ill"};
  const Edit full{.verb = Verb::full, .what = "opening", .hall = "small"};
  CHECK(twice(ill, full).reason.empty());
  CHECK(twice(full, ill).overflow.empty());
  CHECK(twice(full, ill).reason.in("") == "ill");
  // Said again, it is the same.
  CHECK(twice(ill, {.verb = Verb::cancel, .what = "opening"}).reason.in("") == "ill");
}

TEST_CASE("a session in several halls overflows into none of its own") {
  CHECK(edited(document(), {.verb = Verb::full, .what = "plenum", .hall = "small"}) ==
        "the session's own hall cannot take those it has no room for; name another one by --overflow, or none");
}

TEST_CASE("an id that stands twice is not edited, since readers take the one that is whole") {
  const std::string twice = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "a", "name": "A"}], "sessions": [
    {"id": "x", "hall": "a", "start": "2024-04-17T10:00"},
    {"id": "x", "hall": "a", "start": "2024-04-17T11:00", "title": "Whole"}]})";
  CHECK(edited(document(twice), {.verb = Verb::cancel, .what = "x"}) ==
        "feed.json: /sessions/1: the id \"x\" stands 2 times; give each an id of its own");
}

TEST_CASE("clearing means the hall that is late or the session that is marked, where both have one name") {
  const std::string named = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "lab", "name": "The lab"}], "sessions": [
    {"id": "lab", "hall": "lab", "start": "2024-04-17T10:00", "title": "Lab work", "state": "full"}]})";
  CHECK(edited(document(named), {.verb = Verb::clear, .what = "lab"}).find("full") == std::string::npos);
  const std::string late = edited(document(named), {.verb = Verb::delay, .what = "lab", .by = "5m"});
  CHECK(edited(document(late), {.verb = Verb::clear, .what = "lab"}) ==
        "\"lab\" means a hall that is late and a session that is marked; say which: the hall by its name, or the "
        "session by a part of its title");
  CHECK(edited(document(late), {.verb = Verb::clear, .what = "The lab"}).find("delay") == std::string::npos);
  CHECK(edited(document(late), {.verb = Verb::clear, .what = "work"}).find("full") == std::string::npos);
  CHECK(edited(document(), {.verb = Verb::clear, .what = "gorky"}) == "the hall \"gorky\" is not late");
}

TEST_CASE("a notice is added with an id of its own, and taken away again") {
  const Edit notice{.verb = Verb::notice,
                    .what = "The bus is late",
                    .level = NoticeLevel::warning,
                    .halls = {"gorky"},
                    .lasts = "20m"};
  const ReadDocument read =
      after(feed, {notice, {.verb = Verb::notice, .what = "Fire", .level = NoticeLevel::emergency}});
  const auto& notices = read.schedule->notices();
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].id == "notice-1");
  CHECK(notices[0].level == NoticeLevel::warning);
  CHECK(notices[0].halls == std::vector<std::string>{"gorky"});
  CHECK(notices[0].until == now + std::chrono::minutes(20));
  CHECK(notices[1].id == "notice-2");
  CHECK(notices[1].level == NoticeLevel::emergency);
  CHECK(notices[1].halls.empty());
  CHECK_FALSE(notices[1].until);
  CHECK(after(feed, {notice, {.verb = Verb::clear, .what = "notice-1"}}).schedule->notices().empty());
  CHECK(after(feed, {notice, {.verb = Verb::clear, .what = "the BUS"}}).schedule->notices().empty());
  CHECK(edited(document(), {.verb = Verb::notice, .what = " "}) == "the notice has no text");
}

TEST_CASE("no edit brings a finding that was not there") {
  const auto before = read_document(document());
  REQUIRE(before);
  const ReadDocument read = after(feed, {{.verb = Verb::delay, .what = "gorky", .by = "10"},
                                         {.verb = Verb::move, .what = "opening", .hall = "small", .start = "11:00"},
                                         {.verb = Verb::full, .what = "track-1", .hall = "small"},
                                         {.verb = Verb::cancel, .what = "plenum"},
                                         {.verb = Verb::notice, .what = "x", .halls = {"small"}, .lasts = "1h"}});
  CHECK(read.findings.size() == before->findings.size());
}

TEST_CASE("an overlay gets entries by the ids of its export, and no more than the change") {
  const std::string overlay = "{\n  \"format\": \"venue-feed/1\"\n}\n";
  const FeedDocument over{.bytes = overlay, .name = "ours.json", .under = FeedDocument::Under{feed, "export.json"}};
  const std::string cancelled = edited(over, {.verb = Verb::cancel, .what = "opening", .reason = "ill"});
  CHECK(cancelled ==
        "{\n  \"format\": \"venue-feed/1\",\n  \"sessions\": [\n    {\"id\": \"opening\", \"state\": \"cancelled\", "
        "\"reason\": \"ill\"}\n  ]\n}\n");
  FeedDocument next = over;
  next.bytes = cancelled;
  const std::string moved = edited(next, {.verb = Verb::move, .what = "track-1", .hall = "small", .start = "14:30"});
  next.bytes = moved;
  INFO(moved);
  const auto read = read_document(next);
  REQUIRE(read);
  CHECK(session(*read, "opening").state == SessionState::cancelled);
  const Session& track = session(*read, "track-1");
  CHECK(track.halls == std::vector<std::string>{"small"});
  CHECK(track.originally->hall == "gorky");
  CHECK(track.originally->start == parse_instant("2024-04-17T14:00:00+03:00"));
  const std::string late = edited(next, {.verb = Verb::delay, .what = "gorky", .by = "10m"});
  CHECK(late.find("\"halls\": [\n    {\"id\": \"gorky\", \"delay\": {\"minutes\": 10, \"from\": "
                  "\"2024-04-17T14:42:00+03:00\"}}\n  ]") != std::string::npos);
  // What the export itself says is taken back by saying the opposite.
  FeedDocument undone = over;
  undone.under->bytes = edited(document(), {.verb = Verb::cancel, .what = "opening"});
  CHECK(edited(undone, {.verb = Verb::clear, .what = "opening"}).find("\"state\": \"confirmed\"") != std::string::npos);
}

TEST_CASE("an export is not edited, and what is no feed is not either") {
  const FeedDocument sessionize{
      .bytes =
          R"({"sessions":[{"id":"1","title":"x","startsAt":"2024-04-17T10:00:00","endsAt":"2024-04-17T11:00:00","roomId":1}],"speakers":[],"rooms":[{"id":1,"name":"A"}],"categories":[],"questions":[]})",
      .name = "all.json"};
  CHECK(edited(sessionize, {.verb = Verb::cancel, .what = "x"}).find("put changes into a venue feed over it") !=
        std::string::npos);
  FeedDocument over_another = sessionize;
  over_another.under = FeedDocument::Under{feed, "export.json"};
  CHECK(edited(over_another, {.verb = Verb::cancel, .what = "x"}).find("put changes into a venue feed over it") !=
        std::string::npos);
  CHECK(edited(document("[1"), {.verb = Verb::cancel, .what = "x"}).find("not JSON") != std::string::npos);
}
