#include "base/feed_budget.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/dialects/worst_feeds.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::listed;

namespace {

using Texts = std::vector<std::string>;

FeedPartReading read(const std::string& bytes) {
  auto reading = read_feed_part(bytes, {.file = "f", .time_zone = find_time_zone("Europe/Moscow")});
  INFO(bytes);
  INFO((reading ? "" : to_string(reading.error())));
  REQUIRE(reading);
  return *std::move(reading);
}

// "/sessions/0 Talk t: the session has no start yet".
Texts set_aside(const FeedPartReading& reading) {
  Texts result;
  for (const SetAside& session : reading.set_aside.sessions) {
    CHECK(session.file == "f");
    CHECK(session.line == 1);
    result.push_back(session.where + ' ' + session.title + ' ' + session.id + ": " + session.why);
  }
  return result;
}

Texts set_aside_of(const std::string& bytes) { return set_aside(read(bytes)); }

const std::string start = R"("start":"2024-04-17T10:00:00+03:00")";
const std::string starts_at = R"("startsAt":"2024-04-17T10:00:00","roomId":1)";

std::string venue_of(const std::string& sessions) { return kiosk::test::venue(R"({"id":"a","name":"A"})", sessions); }
std::string sessionize_of(const std::string& sessions) {
  return kiosk::test::sessionize(R"({"id":1,"name":"A"})", sessions, R"("speakers":[])");
}
std::string schedule_of(const std::string& events) {
  return kiosk::test::schedule_json(R"({"name":"A"})", R"({"date":"2024-04-17","rooms":{"A":[)" + events + "]}}");
}

}  // namespace

TEST_CASE("of each session that is not shown it is told which it is and why, be it alike a hundred times") {
  const FeedPartReading reading = read(sessionize_of(listed(R"({"id":"s#","title":"T#","roomId":1})", 300)));
  CHECK(reading.problems.size() == 2);  // that, once, and that no session is left
  REQUIRE(reading.set_aside.sessions.size() == 300);
  CHECK(set_aside(reading)[0] == "/sessions/0 T0 s0: the session has no start yet");
  CHECK(set_aside(reading)[299] == "/sessions/299 T299 s299: the session has no start yet");
  CHECK(reading.set_aside.more == 0);
}

TEST_CASE("what is set aside is told though the list of problems is full") {
  const FeedPartReading reading = read(venue_of(listed(R"({"id":"s#","title":"T#","hall":"a","start":"soon"})", 200)));
  CHECK(reading.problems.size() == feed_budget.findings);
  REQUIRE(reading.set_aside.sessions.size() == 200);
  CHECK(set_aside(reading)[199] == "/sessions/199 T199 s199: \"soon\" is not a time");
}

TEST_CASE("of very many sessions set aside the first are told, and the rest is counted") {
  for (const std::size_t more : {std::size_t{0}, std::size_t{1}, std::size_t{5000}}) {
    const FeedPartReading reading =
        read(sessionize_of(listed(R"({"id":"s#","title":"T","roomId":1})", feed_budget.set_aside + more)));
    CHECK(reading.set_aside.sessions.size() == feed_budget.set_aside);
    CHECK(reading.set_aside.more == more);
  }
}

TEST_CASE("each reason to set a session of a venue feed aside is told") {
  CHECK(
      set_aside_of(venue_of(
          R"(5,{"id":"1","hall":"a",)" + start + R"(},{"id":"2","title":"T","hall":"a"},{"id":"3","title":"T",)" +
          start + R"(},{"id":"4","title":{"ru":"Да","en":"Yes"},"hall":"b",)" + start +
          R"(},{"id":"5","title":"T","hall":"a",)" + start + R"(},{"id":"5","title":"U","hall":"a",)" + start + "}")) ==
      Texts{"/sessions/0  : 5 is not a session", "/sessions/1  1: the session has no title",
            "/sessions/2 T 2: the session has no start", "/sessions/3 T 3: the session has no hall",
            "/sessions/4 Да 4: \"b\" is not a hall of this feed", "/sessions/6 U 5: the id \"5\" is taken by line 1"});
}

TEST_CASE("each reason to set a session of Sessionize aside is told") {
  CHECK(set_aside_of(sessionize_of(
            R"({"id":"1",)" + starts_at + R"(},{"id":"2","title":"T","startsAt":"soon","roomId":1},)" +
            R"({"id":"3","title":"T","startsAt":"2024-04-17T10:00:00","roomId":7},)" + R"({"title":"T",)" + starts_at +
            R"(},{"id":"5","title":"T",)" + starts_at + R"(},{"id":"5","title":"T",)" + starts_at + "}")) ==
        Texts{"/sessions/0  1: the session has no title", "/sessions/1 T 2: \"soon\" is not a time",
              "/sessions/2 T 3: 7 is none of the rooms", "/sessions/3 T : the session has no id",
              "/sessions/5 T 5: the id \"5\" is taken by an earlier session"});
}

TEST_CASE("each reason to set a session of a schedule.json aside is told, and one listed twice is shown") {
  const std::string at = R"("date":"2024-04-17T10:00:00+02:00","duration":"0:30")";
  const std::string front = "/schedule/conference/days/0/rooms/A/";
  CHECK(set_aside_of(schedule_of(R"({"id":1,)" + at +
                                 R"(},{"guid":"2","title":"T"},{"id":3,"title":"T","date":"soon"},)" +
                                 R"({"id":4,"title":"T",)" + at + R"(},{"id":4,"title":"T",)" + at + "}")) ==
        Texts{front + "0  1: the session has no title", front + "1 T 2: the session has no date",
              front + "2 T 3: \"soon\" is not a time"});
}

TEST_CASE("an error is the reason rather than the warning before it") {
  // It stands under a room other than the one it names, and has no date.
  CHECK(set_aside_of(kiosk::test::schedule_json(R"({"name":"A"},{"name":"B"})",
                                                R"({"rooms":{"A":[{"id":1,"title":"T","room":"B"}]}})")) ==
        Texts{"/schedule/conference/days/0/rooms/A/0 T 1: the session has no date"});
}

TEST_CASE("each reason to set an entry of Indico aside is told, in blocks too, and a block of talks is none") {
  const std::string at = R"("startDate":{"date":"2024-04-17","time":"10:00:00","tz":"Europe/Moscow"})";
  CHECK(set_aside_of(R"({"results":{"7":{"20240417":{"s1":{"entryType":"Session","id":"s1","room":"A",)" + at +
                     R"(,"entries":{"c1":{"id":"c1","title":"T",)" + at + R"(},"c2":{"id":"c2",)" + at +
                     R"(},"b3":5}},"s2":{"id":"s2","title":"Empty",)" + at +
                     R"(,"entries":{"b4":{"entryType":"Break","id":"b4",)" + at + "}}}}}}}") ==
        Texts{"/results/7/20240417/s1/entries/c2  c2: the session has no title",
              "/results/7/20240417/s1/entries/b3  : 5 is not an entry of the timetable",
              "/results/7/20240417/s2/entries/b4  b4: the session has no title",
              "/results/7/20240417/s2 Empty s2: the session has no room"});
}

TEST_CASE("each reason to set a slot of cfp.dev aside is told, by its talk's title") {
  const std::string at = R"("fromDate":"2024-04-17T10:00:00Z","toDate":"2024-04-17T11:00:00Z")";
  const std::string type = R"("sessionType":{"name":"Talk"})";
  CHECK(set_aside_of("[{\"id\":1," + at + R"(,"room":{"id":1,"name":"A"},)" + type +
                     R"(,"proposal":{"id":5,"title":"T"}},)" + R"({"id":2,)" + at + R"(,"room":{"id":1,"name":"A"},)" +
                     type + R"(,"proposal":null},)" + R"({"id":3,)" + at + R"(,"room":null,)" + type +
                     R"(,"proposal":{"id":6,"title":"U"}},null])") ==
        Texts{"/1  2: the slot has no talk yet", "/2 U 3: the session has no room", "/3  : null is not a slot"});
}

TEST_CASE("what is beyond a budget is told as that") {
  const FeedPartReading reading =
      read(venue_of(listed(R"({"id":"s#","hall":"a","title":"T",)" + start + "}", feed_budget.sessions + 2)));
  REQUIRE(reading.set_aside.sessions.size() == 2);
  CHECK(set_aside(reading)[0] == "/sessions/20000 T s20000: there are more than 20000 sessions");
  CHECK(set_aside(reading)[1] == "/sessions/20001 T s20001: it is beyond the feed's budgets");
}

TEST_CASE("a long title of what is set aside is cut between two characters") {
  std::string title;
  for (int i = 0; i < 150; ++i) {
    title += "я";
  }
  for (const std::string& front : {std::string(), std::string("x")}) {
    const FeedPartReading reading = read(sessionize_of(R"({"id":"1","roomId":1,"title":")" + front + title + "\"}"));
    CHECK(reading.set_aside.sessions.at(0).title == front + title.substr(0, 200 - 2 * front.size()));
  }
}
