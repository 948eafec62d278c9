#include "venue/changes.h"

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;             // NOLINT(google-build-using-namespace): a test of many of its values
using namespace kiosk::programme;  // NOLINT(google-build-using-namespace)

namespace {

const char* word(ChangeKind kind) {
  static constexpr const char* words[] = {"added", "removed", "moved", "delayed", "earlier", "cancelled", "restored"};
  return words[static_cast<std::size_t>(kind)];
}

// "moved talk"
std::vector<std::string> told(const std::vector<Session>& before, const std::vector<Session>& after) {
  const Schedule then = schedule({"gorky", "multimedia"}, before);
  const Schedule now = schedule({"gorky", "multimedia"}, after);
  std::vector<std::string> result;
  for (const Change& change : changes(then, now)) {
    result.push_back(word(change.kind) + (' ' + (change.after != nullptr ? change.after : change.before)->id));
  }
  return result;
}

Session talk(const std::string& id, const std::string& hall = "gorky", const std::string& start = "10:00") {
  return session(id, {hall}, "2024-04-17 " + start, "2024-04-17 12:00");
}

Session titled(const std::string& title, Session session) {
  session.title = LocalText(title);
  return session;
}

}  // namespace

TEST_CASE("between equal schedules nothing has changed") {
  CHECK(told({}, {}).empty());
  CHECK(told({talk("a"), talk("b", "multimedia")}, {talk("b", "multimedia"), talk("a")}).empty());
}

TEST_CASE("a session in another hall has moved") {
  CHECK(told({talk("a")}, {talk("a", "multimedia")}) == Ids{"moved a"});
}

TEST_CASE("the halls of a plenum in another order are no move, and one hall less is") {
  const Session both = session("a", {"gorky", "multimedia"}, "2024-04-17 10:00", "");
  const Session turned = session("a", {"multimedia", "gorky"}, "2024-04-17 10:00", "");
  CHECK(told({both}, {turned}).empty());
  CHECK(told({both}, {session("a", {"gorky"}, "2024-04-17 10:00", "")}) == Ids{"moved a"});
}

TEST_CASE("a start one second later is delayed, one second earlier is earlier") {
  Session later = talk("a");
  later.start += std::chrono::seconds(1);
  CHECK(told({talk("a")}, {later}) == Ids{"delayed a"});
  CHECK(told({later}, {talk("a")}) == Ids{"earlier a"});
}

TEST_CASE("a session may be moved and delayed at once") {
  CHECK(told({talk("a")}, {talk("a", "multimedia", "11:00")}) == Ids{"moved a", "delayed a"});
}

TEST_CASE("cancelled is told once, and no move of what is cancelled") {
  CHECK(told({talk("a")}, {cancelled(talk("a", "multimedia", "11:00"))}) == Ids{"cancelled a"});
  CHECK(told({cancelled(talk("a"))}, {cancelled(talk("a", "multimedia"))}).empty());
  CHECK(told({cancelled(talk("a"))}, {talk("a")}) == Ids{"restored a"});
}

TEST_CASE("what is new is added and what is gone is removed") {
  CHECK(told({talk("a"), talk("b")}, {talk("c"), talk("b")}) == Ids{"added c", "removed a"});
}

TEST_CASE("another title alone is no news") { CHECK(told({talk("a")}, {titled("A better title", talk("a"))}).empty()); }

TEST_CASE("an id given out anew matches by title and start") {
  const Session before = titled("Opening", talk("100"));
  CHECK(told({before}, {titled("Opening", talk("200"))}).empty());
  CHECK(told({before}, {titled("Opening", talk("200", "multimedia"))}) == Ids{"moved 200"});
}

TEST_CASE("of several with one title and start, the one in the same hall is the same") {
  const std::vector<Session> before{titled("Lunch", talk("1")), titled("Lunch", talk("2", "multimedia"))};
  CHECK(told(before, {titled("Lunch", talk("8", "multimedia")), titled("Lunch", talk("9"))}).empty());
}

TEST_CASE("ids that change owners do not make sessions move") {
  const std::vector<Session> before{titled("One", talk("1")), titled("Two", talk("2", "multimedia")),
                                    titled("Three", talk("3", "gorky", "11:00"))};
  CHECK(told(before, {titled("Two", talk("1", "multimedia")), titled("Three", talk("2", "gorky", "11:00"))}) ==
        Ids{"removed 1"});
}

TEST_CASE("a session that kept its id and changed all else is still the same") {
  CHECK(told({talk("a")}, {titled("New", talk("a", "multimedia", "11:00"))}) == Ids{"moved a", "delayed a"});
}

TEST_CASE("a title that stands elsewhere under a new id has moved, if no other session has it") {
  const std::vector<Session> before{titled("Epsilon", talk("5")), titled("Alpha", talk("1"))};
  const auto after = [](Session session) { return std::vector{titled("Alpha", talk("1")), std::move(session)}; };
  CHECK(told(before, after(titled("Epsilon", talk("77", "multimedia", "11:15")))) == Ids{"moved 77", "delayed 77"});
  CHECK(told(before, after(titled("Epsilon", talk("77", "gorky", "09:00")))) == Ids{"earlier 77"});
  // Another title, or one that two have, before or after.
  CHECK(told(before, after(titled("Epsilon II", talk("77", "multimedia", "11:15")))) == Ids{"added 77", "removed 5"});
  CHECK(told(before,
             {titled("Epsilon", talk("77", "multimedia", "11:15")), titled("Epsilon", talk("78", "gorky", "15:00"))}) ==
        Ids{"added 77", "added 78", "removed 5", "removed 1"});
  CHECK(told({titled("Epsilon", talk("5")), titled("Epsilon", talk("6", "gorky", "15:00"))},
             {titled("Epsilon", talk("77", "multimedia", "11:15"))}) == Ids{"added 77", "removed 5", "removed 6"});
}

TEST_CASE("a title alone says nothing where the old id is still there, or the new one was") {
  const Session epsilon = titled("Epsilon", talk("5"));
  const Session moved = titled("Epsilon", talk("77", "multimedia", "11:15"));
  // 5 is retitled, and 77 had another title.
  CHECK(told({epsilon}, {titled("Zeta", talk("5")), moved}) == Ids{"added 77"});
  CHECK(told({epsilon, titled("Eta", talk("77", "multimedia", "14:00"))}, {moved}) == Ids{"earlier 77", "removed 5"});
}

TEST_CASE("a break never moves under a new id, neither to another time nor to another hall") {
  const auto lunch = [](const std::string& id, const std::string& hall = "gorky", const std::string& start = "10:00") {
    return pause(titled("Lunch", talk(id, hall, start)));
  };
  CHECK(told({lunch("5")}, {lunch("77", "gorky", "11:00")}) == Ids{"added 77", "removed 5"});
  CHECK(told({lunch("5")}, {lunch("77", "multimedia")}) == Ids{"added 77", "removed 5"});
  CHECK(told({lunch("5")}, {titled("Lunch", talk("77", "gorky", "11:00"))}) == Ids{"added 77", "removed 5"});
  CHECK(told({lunch("5")}, {lunch("77")}).empty());
  CHECK(told({lunch("5")}, {lunch("5", "multimedia")}) == Ids{"moved 5"});
}

TEST_CASE("no session is matched twice") {
  const std::vector<Session> before{titled("Talk", talk("1"))};
  const std::vector<Session> after{titled("Talk", talk("2")), titled("Talk", talk("3"))};
  const auto matches = match_sessions(before, after);
  CHECK(matches[0] == std::optional<std::size_t>(0));
  CHECK_FALSE(matches[1]);
  CHECK(told(before, after) == Ids{"added 3"});
}

TEST_CASE("ten thousand sessions of one title and start are matched one to one, whatever their ids") {
  std::vector<Session> before;
  std::vector<Session> after;
  for (int i = 0; i < 10'000; ++i) {
    before.push_back(titled("Lunch", talk(std::to_string(i))));
    after.push_back(titled("Lunch", talk("new " + std::to_string(i))));
  }
  const auto matches = match_sessions(before, after);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    REQUIRE(matches[i] == i);
  }
}
