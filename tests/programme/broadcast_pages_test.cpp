#include "programme/broadcast_pages.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;

namespace {

Session talk(const std::string& start, std::vector<std::string> halls = {"saal-1"}) {
  Session session;
  session.id = session.id + start;
  session.title = "T";
  session.start = at(start);
  session.halls = std::move(halls);
  return session;
}

Schedule::Parts parts_of(std::vector<Session> sessions) {
  Schedule::Parts parts;
  parts.event.time_zone = find_time_zone("Europe/Moscow");
  for (const char* id : {"saal-1", "saal-2"}) {
    Hall hall;
    hall.id = id;
    hall.name = id;
    parts.halls.push_back(hall);
  }
  parts.sessions = std::move(sessions);
  return parts;
}

BroadcastPage page(std::string hall, std::string url, std::string from = "", std::string until = "") {
  return {.hall = std::move(hall),
          .url = std::move(url),
          .from = std::move(from),
          .until = std::move(until),
          .place = {.file = "kiosk.toml", .line = 7, .where = "broadcast"}};
}

const Link one{"https://example.org/1"};
const Link two{"https://example.org/2"};

}  // namespace

TEST_CASE("no pages change nothing") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T10:00:00")});
  const Schedule::Parts before = parts;
  CHECK(add_broadcast_pages({}, parts).empty());
  CHECK(parts == before);
}

TEST_CASE("a page without times is its hall's, upper or lower case") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T10:00:00")});
  CHECK(add_broadcast_pages(std::vector{page("SAAL-1", one.url)}, parts).empty());
  CHECK(parts.halls[0].broadcast == one);
  CHECK_FALSE(parts.halls[1].broadcast);
  CHECK_FALSE(parts.sessions[0].broadcast);
}

TEST_CASE("a page with times is that of sessions that start within them, by the venue's wall clock") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T09:59:59"), talk("2024-04-17T10:00:00"),
                                    talk("2024-04-17T11:59:59"), talk("2024-04-17T12:00:00")});
  CHECK(
      add_broadcast_pages(std::vector{page("saal-1", one.url, "2024-04-17T10:00", "2024-04-17T12:00:00+03:00")}, parts)
          .empty());
  CHECK_FALSE(parts.sessions[0].broadcast);
  CHECK(parts.sessions[1].broadcast == one);
  CHECK(parts.sessions[2].broadcast == one);
  CHECK_FALSE(parts.sessions[3].broadcast);
}

TEST_CASE("either end may be open, and the first page that fits is taken") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T10:00:00"), talk("2024-04-18T10:00:00")});
  add_broadcast_pages(
      std::vector{page("saal-1", one.url, "", "2024-04-18T05:00"), page("saal-1", two.url, "2024-04-01T00:00")}, parts);
  CHECK(parts.sessions[0].broadcast == one);
  CHECK(parts.sessions[1].broadcast == two);
}

TEST_CASE("a session's own page wins, and breaks and what is not broadcast get none") {
  Session own = talk("2024-04-17T10:00:00");
  own.broadcast = two;
  Session none = talk("2024-04-17T11:00:00");
  none.not_broadcast = true;
  Session lunch = talk("2024-04-17T12:00:00");
  lunch.kind = SessionKind::break_;
  Schedule::Parts parts = parts_of({own, none, lunch});
  add_broadcast_pages(std::vector{page("saal-1", one.url, "2024-04-17T00:00")}, parts);
  CHECK(parts.sessions[0] == own);
  CHECK(parts.sessions[1] == none);
  CHECK(parts.sessions[2] == lunch);
}

TEST_CASE("a plenum has the page of the first of its halls that has one") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T10:00:00", {"saal-1", "saal-2"})});
  add_broadcast_pages(std::vector{page("saal-2", two.url, "2024-04-17T00:00")}, parts);
  CHECK(parts.sessions[0].broadcast == two);
}

TEST_CASE("what is wrong with a page is told where it stands, and the others hold") {
  Schedule::Parts parts = parts_of({talk("2024-04-17T10:00:00")});
  const std::vector<Problem> problems = add_broadcast_pages(
      std::vector{page("sall-1", one.url), page("saal-1", "example.org"), page("saal-1", one.url, "soon"),
                  page("saal-1", one.url, "2024-04-17T12:00", "2024-04-17T12:00"), page("saal-1", two.url)},
      parts);
  REQUIRE(problems.size() == 4);
  CHECK(
      to_string(problems[0]) ==
      R"(kiosk.toml:7: broadcast: the broadcast page of hall "sall-1" is of no hall of the feed; did you mean "saal-1"?)");
  CHECK(problems[1].what.find("web address") != std::string::npos);
  CHECK(problems[2].what.find("\"soon\"") != std::string::npos);
  CHECK(problems[3].what.find("ends before it begins") != std::string::npos);
  CHECK(parts.halls[0].broadcast == two);
  CHECK_FALSE(parts.sessions[0].broadcast);
}
