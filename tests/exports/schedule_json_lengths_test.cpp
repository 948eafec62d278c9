#include <algorithm>

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

// One talk of a hall.
struct Talk {
  std::string start;      // "10:00", on the first day of May
  std::string duration;   // as the document has it
  std::string more = "";  // "type": "Break"
  std::string hall = "One";
};

FeedReading read(const std::vector<Talk>& talks) {
  std::string events;
  for (const Talk& talk : talks) {
    events += (events.empty() ? "" : ",\n") + std::string(R"({"title": "T)") + talk.start + R"(", "room": ")" +
              talk.hall + R"(", "date": "2026-05-01T)" + talk.start + R"(:00+03:00", "duration": )" + talk.duration +
              (talk.more.empty() ? "" : ", " + talk.more) + "}";
  }
  auto reading = read_feed(R"({"schedule": {"conference": {"title": "C", "time_zone_name": "Europe/Moscow",
    "rooms": [{"name": "One"}, {"name": "Two"}], "days": [{"date": "2026-05-01", "rooms": {"One": [
)" + events + "]}}]}}}",
                           {});
  REQUIRE(reading);
  return *std::move(reading);
}

// In minutes; -1: without an end.
std::vector<int> lengths(const FeedReading& reading) {
  std::vector<int> result;
  for (const Session& session : reading.schedule->sessions()) {
    result.push_back(
        session.end ? static_cast<int>(std::chrono::floor<std::chrono::minutes>(*session.end - session.start).count())
                    : -1);
  }
  return result;
}

using Lengths = std::vector<int>;

// The length of a talk at ten, with one of half an hour an hour after it.
int before_the_next(const std::string& duration) {
  return lengths(read({{"10:00", duration}, {"11:00", "\"0:30\""}})).front();
}

// And with nothing after it.
int alone(const std::string& duration) { return lengths(read({{"10:00", duration}})).front(); }

std::size_t told(const std::vector<Talk>& talks) { return read(talks).problems.size(); }

}  // namespace

TEST_CASE("a hall whose lengths are written in eight ways shows each as it was meant, and check tells of each slip") {
  const FeedReading reading = read({{"10:00", "\"00:20:00\""},
                                    {"10:30", "\"00:20\""},
                                    {"11:00", "\"00:90\""},
                                    {"13:00", "\"01:00:00\""},
                                    {"14:30", "\"0:30\""},
                                    {"16:00", "\"PT45M\""},
                                    {"17:00", "2700"},
                                    {"18:00", "\"135.0:00\""}});
  CHECK(lengths(reading) == Lengths{20, 20, 90, 60, 30, 45, 45, -1});
  const std::string here = ": /schedule/conference/days/0/rooms/One/";
  CHECK(
      texts(reading.problems) ==
      Texts{"5" + here + R"(2/duration: "00:90" has more than 59 minutes; taken for 1:30, which is how to write it)",
            "10" + here +
                R"(7/duration: "135.0:00" is not a duration; expected "0:45" or "1:02:00"; shown without an )"
                "end",
            "3" + here + R"(0/duration: "00:20:00" counts seconds, it seems; taken for 0:20, which is how to write it)",
            "6" + here + R"(3/duration: "01:00:00" counts seconds, it seems; taken for 1:00, which is how to write it)",
            "9" + here + "6/duration: 2700 counts seconds, it seems; taken for 0:45, which is how to write it"});
}

TEST_CASE("over twelve hours are not meant while others have the hall, twelve are") {
  for (const auto& [duration, minutes] : {std::pair("\"11:59\"", 719),
                                          {"\"12:00\"", 720},
                                          {"\"12:01\"", -1},
                                          {"\"PT12H\"", 720},
                                          {"\"PT12H1M\"", -1},
                                          {"719", 719},
                                          {"720", 720},
                                          {"721", -1}}) {
    CAPTURE(duration);
    CHECK(before_the_next(duration) == minutes);
    CHECK(alone(duration) == std::abs(minutes == -1 ? 721 : minutes));
    CHECK(told({{"10:00", duration}, {"11:00", "\"0:30\""}}) == (minutes == -1 ? 1 : 0));
  }
}

TEST_CASE("a length that cannot be meant is told with what is shown instead, as a warning") {
  const FeedReading reading = read({{"10:00", "\"20:00\""}, {"10:30", "\"0:30\""}});
  CHECK(texts(reading.problems) ==
        Texts{"3: /schedule/conference/days/0/rooms/One/0/duration: \"20:00\" is longer than "
              "the hall is free, or than any session; shown without an end"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a length with seconds is one of hours where the session is then over before the hall's next") {
  CHECK(before_the_next("\"1:00:00\"") == 60);
  CHECK(before_the_next("\"1:01:00\"") == -1);
  CHECK(before_the_next("\"0:59:00\"") == 59);
  CHECK(before_the_next("3600") == 60);
  CHECK(before_the_next("3660") == -1);
  CHECK(before_the_next("1440") == 24);
  CHECK(before_the_next("\"1:02:05\"") == -1);  // no whole minutes
}

TEST_CASE("what nobody would write for days counts seconds though the hall is free, and a day stays one") {
  CHECK(alone("\"00:20:00\"") == 20);
  CHECK(alone("\"01:00:00\"") == 60);
  CHECK(alone("\"01:30:00\"") == 90);
  CHECK(alone("2700") == 45);
  CHECK(alone("\"5400\"") == 90);
  CHECK(alone("\"1:00:00\"") == 24 * 60);
  CHECK(alone("1440") == 24 * 60);
  CHECK(alone("\"0:10:00\"") == 10 * 60);
  CHECK(alone("\"20:00\"") == 20 * 60);
  CHECK(read({{"10:00", "\"01:00:00\""}}).schedule->sessions().front().kind == SessionKind::session);
  CHECK(read({{"10:00", "\"1:00:00\""}}).schedule->sessions().front().kind == SessionKind::all_day);
}

TEST_CASE("a document that must count seconds in some lengths counts them in all of that shape") {
  // The last one of the day overlaps nothing.
  CHECK(lengths(read({{"10:00", "\"0:45:00\""}, {"11:00", "\"1:00:00\""}, {"13:00", "\"0:10:00\""}})) ==
        Lengths{45, 60, 10});
  CHECK(lengths(read({{"10:00", "2700"}, {"11:00", "600"}})) == Lengths{45, 10});
  CHECK(lengths(read({{"10:00", "\"45:00\""}, {"11:00", "\"20:00\""}, {"12:00", "\"10:00\""}})) == Lengths{45, 20, 10});
  // Another shape is another matter, and so is another hall.
  CHECK(lengths(read({{"10:00", "\"0:45:00\""}, {"11:00", "\"10:00\""}})) == Lengths{45, 600});
  CHECK(lengths(read({{"10:00", "\"0:45:00\""}, {"11:00", "\"1:00:00\"", "", "Two"}})) == Lengths{45, 60});
}

TEST_CASE("where a document has days or minutes of the same shape, only what cannot be meant counts seconds") {
  CHECK(lengths(read({{"10:00", "\"0:45:00\""}, {"11:00", "\"1:02:05\"", "", "Two"}, {"12:00", "\"1:00:00\""}})) ==
        Lengths{45, 26 * 60 + 5, 24 * 60});
  CHECK(lengths(read({{"10:00", "2700"}, {"11:00", "45"}, {"12:00", "600"}})) == Lengths{45, 45, 600});
  CHECK(lengths(read({{"10:00", "\"45:00\""}, {"11:00", "\"0:30\""}})) == Lengths{-1, 30});
}

TEST_CASE("others of the hall are talks that take place, before and after") {
  const std::string day = "\"20:00\"";
  CHECK(lengths(read({{"10:00", day}, {"11:00", "\"0:30\"", R"("type": "Break")"}}))[0] == 1200);
  CHECK(lengths(read({{"10:00", day}, {"11:00", "\"0:30\"", R"("state": "cancelled")"}}))[0] == 1200);
  CHECK(lengths(read({{"10:00", day}, {"11:00", "\"0:30\"", "", "Two"}}))[0] == 1200);
  CHECK(lengths(read({{"10:00", day}, {"10:00", "\"0:30\"", R"("id": 2)"}}))[0] == -1);
  CHECK(lengths(read({{"10:00", day}, {"09:30", "\"0:30\""}}))[0] == 1200);
  CHECK(lengths(read({{"10:00", day}, {"09:30", "\"0:31\""}}))[0] == -1);
  // Two that last all day accuse each other of nothing at one start.
  CHECK(lengths(read({{"10:00", "\"24:00\""}, {"10:00", "\"48:00\"", R"("id": 2)"}})) == Lengths{1440, 2880});
}

TEST_CASE("a talk that seems to last the night is over before the night") {
  const FeedReading reading = read({{"10:00", "\"00:20:00\""}, {"10:30", "\"00:20:00\""}, {"18:00", "\"01:00:00\""}});
  const auto& sessions = reading.schedule->sessions();
  CHECK(std::all_of(sessions.begin(), sessions.end(),
                    [](const Session& session) { return *session.end <= at("2026-05-01T19:00:00"); }));
}

TEST_CASE("an end wins over a duration, which is told where they disagree") {
  const auto of = [](const std::string& end, const std::string& duration = "\"0:30\"") {
    return read({{"10:00", duration, "\"end\": " + end}});
  };
  for (const char* end : {"\"2026-05-01T10:45:00+03:00\"", "\"2026-05-01T07:45:00Z\"", "\"2026-05-01T10:45:00\"",
                          "\"10:45\"", "\"10:45:00\""}) {
    CAPTURE(end);
    CHECK(lengths(of(end)) == Lengths{45});
    CHECK(texts(of(end).problems) == Texts{"3: /schedule/conference/days/0/rooms/One/0/duration: \"0:30\" is not how "
                                           "long it is until \"end\"; the end counts"});
    for (const char* agreeing : {"\"0:45\"", "45", "2700", "\"00:45:00\"", "\"PT45M\"", "null", "0"}) {
      CAPTURE(agreeing);
      CHECK(lengths(of(end, agreeing)) == Lengths{45});
      CHECK(of(end, agreeing).problems.empty());
    }
    CHECK(of(end, "\"long\"").problems.size() == 1);
  }
}

TEST_CASE("an end may be on the next day, half a day on at most by the wall clock") {
  const auto of = [](const std::string& start, const std::string& end) {
    return lengths(read({{start, "\"0:30\"", "\"end\": \"" + end + '"'}})).front();
  };
  CHECK(of("23:30", "00:15") == 45);
  CHECK(of("23:30", "24:15") == 45);
  CHECK(of("22:00", "09:59") == 719);
  CHECK(of("22:00", "10:00") == 720);
  CHECK(of("22:00", "10:01") == 30);
  CHECK(of("10:00", "2026-05-03T10:00:00+03:00") == 48 * 60);
}

TEST_CASE("an end that is none leaves the duration, and is told") {
  for (const char* end : {"\"soon\"", "7", "\"2026-05-01T09:59:59+03:00\"", "\"10:00\"", "\"09:00\""}) {
    CAPTURE(end);
    const FeedReading reading = read({{"10:00", "\"0:30\"", std::string("\"end\": ") + end}});
    CHECK(lengths(reading) == Lengths{30});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems.front().where == "/schedule/conference/days/0/rooms/One/0/end");
  }
  for (const char* end : {"null", "\"\"", "\"2026-05-01T10:00:00+03:00\""}) {
    CAPTURE(end);
    const FeedReading reading = read({{"10:00", "\"0:30\"", std::string("\"end\": ") + end}});
    CHECK(lengths(reading) == Lengths{30});
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("a talk in two halls counts seconds where it then fits into both") {
  const auto of = [](const std::string& next) {
    const std::string guid = R"("guid": "a", "title": "A")";
    return lengths(read({{"10:00", "\"1:00:00\"", guid},
                         {"10:00", "\"1:00:00\"", guid, "Two"},
                         {next, "\"0:30\"", "", "Two"}}))
        .front();
  };
  CHECK(of("11:00") == 60);
  CHECK(of("10:59") == -1);
}

TEST_CASE("ten thousand lengths that cannot be meant are settled in reasonable time") {
  std::vector<Talk> talks;
  for (int i = 0; i < 10'000; ++i) {
    const int minute = i % (24 * 60);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    talks.push_back({two(minute / 60) + ":" + two(minute % 60), "\"20:30\"", "\"id\": " + std::to_string(i)});
  }
  const Lengths settled = lengths(read(talks));
  // Six at one minute to midnight have nothing after them.
  CHECK(std::count(settled.begin(), settled.end(), -1) == 10'000 - 6);
}
