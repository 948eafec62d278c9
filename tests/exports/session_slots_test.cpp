#include "exports/session_slots.h"

#include "json/json.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;

namespace {

using Texts = std::vector<std::string>;

Session session_of(const std::string& id, const std::string& title, const std::string& hall,
                   const std::string& start = "2024-04-17T10:00") {
  Session session;
  session.id = id;
  session.title = title;
  session.halls = {hall};
  session.start = at(start);
  return session;
}

// What an export's list of sessions becomes.
struct Export {
  void add(Session session) {
    if (slots.take(Place(json), session)) {
      sessions.push_back(std::move(session));
    }
  }

  Json json{nullptr, 1};
  ProblemList problems{"feed"};
  std::vector<Session> sessions{};
  SessionSlots slots{problems, sessions};
};

}  // namespace

TEST_CASE("one id and title at one time in several rooms is one session, and at several times several") {
  Export given;
  given.add(session_of("a", "Talk", "one"));
  given.add(session_of("a", "TALK", "two"));
  given.add(session_of("a", "Talk", "one", "2024-04-17T10:01"));
  REQUIRE(given.sessions.size() == 2);
  CHECK(given.sessions[0].halls == Texts{"one", "two"});
  CHECK(given.sessions[1].id == "a 2");
  CHECK(given.problems.count() == 0);
}

TEST_CASE("one id of two titles is two sessions and a warning, and the same again is told") {
  Export copied;
  copied.add(session_of("a", "Talk", "one"));
  copied.add(session_of("a", "Another", "two"));
  CHECK(copied.sessions.size() == 2);
  CHECK(copied.problems.count() == 1);
  Export twice;
  twice.add(session_of("a", "Talk", "one"));
  twice.add(session_of("a", "CANCELLED: Talk", "one"));
  CHECK(twice.sessions.size() == 1);
  CHECK(twice.problems.count() == 1);
}

TEST_CASE("a plenum that is listed in several rooms stays where it is, and nobody is told") {
  Export given;
  for (const char* hall : {"one", "one", "two"}) {
    Session session = session_of("a", "Keynote", hall);
    session.plenum = true;
    given.add(session);
  }
  REQUIRE(given.sessions.size() == 1);
  CHECK(given.sessions[0].halls == Texts{"one"});
  CHECK(given.problems.count() == 0);
}
