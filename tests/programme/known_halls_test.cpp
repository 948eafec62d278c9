#include "programme/known_halls.h"

#include "programme/called_hall.h"
#include "programme/programme_memory.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of its values
using namespace std::chrono_literals;
using kiosk::test::at;

namespace {

using Names = std::vector<std::string>;

const Instant nine = at("2024-04-17T09:00:00");

Hall room(const std::string& id, const std::string& key = "", const std::string& slug = "") {
  Hall hall;
  hall.id = id;
  hall.name = "Room " + id;
  hall.key = key;
  hall.slug = slug;
  return hall;
}

// The former names of the body's halls, after these bodies.
Names former_after(const std::vector<std::vector<Hall>>& bodies) {
  std::vector<Hall> known;
  for (const std::vector<Hall>& body : bodies) {
    note_halls(body, known);
  }
  std::vector<Hall> halls = bodies.back();
  add_former_names(known, halls);
  Names all;
  for (const Hall& hall : halls) {
    all.insert(all.end(), hall.former_names.begin(), hall.former_names.end());
  }
  return all;
}

// An event of one talk in each hall.
Schedule::Parts event_in(const std::vector<Hall>& halls) {
  Schedule::Parts parts;
  parts.event.title = "Conf";
  parts.event.time_zone = find_time_zone("Europe/Moscow");
  parts.halls = halls;
  for (std::size_t i = 0; i < halls.size(); ++i) {
    Session session;
    session.id = "talk " + std::to_string(i);
    session.title = session.id;
    session.halls = {halls[i].id};
    session.start = nine + 1h;
    session.end = session.start + 1h;
    parts.sessions.push_back(session);
  }
  return parts;
}

}  // namespace

TEST_CASE("a room that is renamed, renumbered or gets another slug keeps what it was called") {
  CHECK(former_after({{room("saal-1", "g1")}}).empty());
  CHECK(former_after({{room("saal-1", "g1")}, {room("audimax", "g1")}}) == Names{"saal-1", "Room saal-1"});
  CHECK(former_after({{room("saal-1", "10")}, {room("saal-1", "20")}}) == Names{"10"});
  CHECK(former_after({{room("a", "g1", "old")}, {room("a", "g1", "new")}}) == Names{"old"});
  CHECK(former_after({{room("a", "g1")}, {room("b", "g1")}, {room("c", "g1")}}) == Names{"a", "Room a", "b", "Room b"});
  CHECK(former_after({{room("a", "g1")}, {room("b", "g1")}, {room("a", "g1")}}) == Names{"b", "Room b"});
}

TEST_CASE("two rooms that swap their names are still themselves") {
  CHECK(former_after({{room("a", "1"), room("b", "2")}, {room("b", "1"), room("a", "2")}}) ==
        Names{"a", "Room a", "b", "Room b"});
  // A name that goes over to another room is that room's, with nothing of the first.
  CHECK(former_after({{room("a", "1"), room("b", "2")}, {room("a", "2")}}) == Names{"b", "Room b"});
}

TEST_CASE("a room without a key is known by its id alone") {
  CHECK(former_after({{room("a")}, {room("b")}}).empty());
  CHECK(former_after({{room("a")}, {room("a", "g1")}, {room("b", "g1")}}) == Names{"a", "Room a"});
}

TEST_CASE("a room that is away for a while comes back as itself") {
  CHECK(former_after({{room("a", "1"), room("b", "2")},
                      {room("c", "1"), room("b", "2")},
                      {room("b", "2")},
                      {room("d", "1"), room("b", "2")}}) == Names{"a", "Room a", "c", "Room c"});
}

TEST_CASE("a room keeps its earliest names and its last, and rooms that come and go do not add up") {
  std::vector<std::vector<Hall>> bodies;
  for (int i = 0; i < 100; ++i) {
    bodies.push_back({room(std::to_string(i), "g1")});
  }
  const Names former = former_after(bodies);
  CHECK(former.size() == most_former_names);
  CHECK(former.front() == "0");
  CHECK(former.back() == "Room 98");

  std::vector<Hall> known;
  for (int i = 0; i < 100; ++i) {
    const std::string n = std::to_string(i);
    note_halls({room("a" + n, "a" + n), room("b" + n, "b" + n)}, known);
  }
  CHECK(known.size() == 8);
}

TEST_CASE("what is known outlives a start at which there is no body yet, and a body without halls") {
  std::vector<Hall> known;
  note_halls({room("a", "g1"), room("b", "g2")}, known);
  note_halls({}, known);
  CHECK(known.size() == 2);
  note_halls({room("c", "g1"), room("b", "g2")}, known);
  CHECK(known[0].former_names == Names{"a", "Room a"});

  ProgrammeMemory restarted;
  restarted.recall({}, {.first_seen = {}, .vanished = {}, .halls = known});
  restarted.recall(event_in({room("c", "g1")}), restarted.state());
  CHECK(called_hall_id(restarted.shown().halls, "a") == "c");
}

TEST_CASE("a screen that is set to a room's old name goes on, also after a restart and in another event") {
  ProgrammeMemory memory;
  memory.recall(event_in({room("saal-1", "g1"), room("other", "g2")}), {});
  memory.read(event_in({room("saal-1-audimax", "g1"), room("other", "g2")}), nine);
  const auto hall_of = [](const Schedule::Parts& parts, const char* called) {
    return called_hall_id(parts.halls, called);
  };
  const Schedule::Parts renamed = memory.shown();
  CHECK(hall_of(renamed, "saal-1") == "saal-1-audimax");
  CHECK(hall_of(renamed, "Room saal-1") == "saal-1-audimax");

  ProgrammeMemory restarted;
  restarted.recall(event_in({room("saal-1-audimax", "g1"), room("other", "g2")}), memory.state());
  CHECK(hall_of(restarted.shown(), "saal-1") == "saal-1-audimax");

  Schedule::Parts next_year = event_in({room("audimax", "g1")});
  next_year.event.title = "Another";
  next_year.sessions[0].id = next_year.sessions[0].title.in("") + " of another year";
  next_year.sessions[0].title = "Another talk";
  restarted.read(next_year, nine);
  CHECK(hall_of(restarted.shown(), "saal-1") == "audimax");
}

TEST_CASE("nothing has moved in a room that is renamed, and what was held or cancelled stays in it") {
  ProgrammeMemory memory;
  Schedule::Parts before = event_in({room("saal-1", "g1"), room("other", "g2")});
  before.sessions.push_back(before.sessions[0]);
  before.sessions.back().id = "second";
  before.sessions.back().title = "Second";
  before.sessions.back().start += 2h;
  before.sessions.back().end = before.sessions.back().start + 1h;
  memory.recall(before, {});
  // The second talk vanishes in the body that renames its room, and counts as cancelled a poll later.
  const Schedule::Parts after = event_in({room("audimax", "g1"), room("other", "g2")});
  memory.read(after, nine);
  memory.confirm(nine);
  const Schedule::Parts shown = memory.shown();
  REQUIRE(shown.sessions.size() == 3);
  CHECK_FALSE(shown.sessions[0].originally);
  CHECK(shown.sessions[2].id == "second");
  CHECK(shown.sessions[2].state == SessionState::cancelled);
  CHECK(shown.sessions[2].halls == Names{"audimax"});
  CHECK(shown.halls.size() == 2);
}
