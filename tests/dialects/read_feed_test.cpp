#include "dialects/read_feed.h"

#include <chrono>

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using kiosk::FeedContext;
using kiosk::read_feed;
using kiosk::read_feed_part;
using kiosk::test::feed_of;
using kiosk::test::session_of;

namespace {

std::string refusal_of(std::string_view bytes) {
  const auto reading = read_feed(bytes, {.file = "feed.json"});
  return reading ? "read" : to_string(reading.error());
}

}  // namespace

TEST_CASE("a venue feed is read whole") {
  const auto reading = read_feed(feed_of(session_of("opening")), {.file = "feed.json"});
  REQUIRE(reading);
  CHECK(reading->problems.empty());
  CHECK(reading->schedule->halls().size() == 3);
  REQUIRE(reading->schedule->sessions().size() == 1);
  CHECK(reading->schedule->sessions().front().title.in("ru") == "Открытие");
}

TEST_CASE("a feed may begin with a byte order mark") {
  CHECK(refusal_of("\xEF\xBB\xBF" + feed_of(session_of("opening"))) == "read");
}

TEST_CASE("what is no JSON is refused with file and line") {
  CHECK(refusal_of("{\n  \"format\": venue\n}").starts_with("feed.json:2: not JSON at column 13: "));
  CHECK(refusal_of("<html>\n<body>502 Bad Gateway</body>").starts_with("feed.json:1: not JSON"));
  CHECK(refusal_of("") == "feed.json: the feed is empty");
}

TEST_CASE("a feed cut anywhere is refused, and never crashes the reader") {
  const std::string whole = feed_of(session_of("opening", R"("speakers": [{"name": {"ru": "Анна", "en": "Anna"}}])"));
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(read_feed(std::string_view(whole).substr(0, size), {}));
  }
}

TEST_CASE("a feed with any one byte broken never crashes the reader") {
  const std::string whole = feed_of(session_of("opening", R"("broadcast": {"url": "https://culture.ru/live"})"));
  std::size_t read = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char byte : {'\0', '"', '{', ']', '\x80', '\xFF', '9'}) {
      std::string broken = whole;
      broken[i] = byte;
      read += read_feed(broken, {}) ? 1U : 0U;
    }
  }
  CHECK(read > 0);
}

TEST_CASE("a feed without halls or without a list of sessions is refused: it could only blank the screens") {
  CHECK(refusal_of(R"({"format": "venue-feed/1", "sessions": []})").find("/halls: the feed has no hall") !=
        std::string::npos);
  CHECK(refusal_of("{\"format\": \"venue-feed/1\",\n \"halls\": [], \"sessions\": []}")
            .starts_with("feed.json:2: /halls"));
  CHECK(refusal_of(R"({"format": "venue-feed/1", "halls": [{"name": "no id"}], "sessions": []})").find("/halls") !=
        std::string::npos);
  CHECK(refusal_of(R"({"format": "venue-feed/1", "halls": [{"id": "a", "name": "A"}]})")
            .find("/sessions: the feed has no list of sessions") != std::string::npos);
  CHECK(refusal_of(R"({"format": "venue-feed/1", "halls": [{"id": "a", "name": "A"}], "sessions": null})")
            .find("/sessions") != std::string::npos);
}

TEST_CASE("a feed that only changes another one is refused where it stands alone, by what it is") {
  const std::string said =
      "feed.json:1: this changes another feed, whose halls and sessions it has by their ids alone; name that feed, "
      "too: "
      "by --over, or before this one in feed.url";
  for (const std::string rest : {
           R"("sessions": [{"id": "1", "state": "cancelled"}])",
           R"("sessions": [{"id": "1", "state": "full"}, {"id": "2", "hall": "b", "start": "2024-04-17T10:00:00Z"}])",
           R"("sessions": [{"id": "1", "hall": "b"}], "event": {"time_zone": "UTC"})",
           R"("halls": [{"id": "a", "delay": {"minutes": 5, "from": "2024-04-17T10:00:00Z"}}])",
           R"("halls": [{"id": "a"}], "sessions": [{"id": "1", "state": "cancelled"}])",
           R"("notices": [{"id": "n", "text": "N"}])",
           R"("halls": [], "sessions": [], "notices": [{"id": "n", "text": "N"}])",
       }) {
    CAPTURE(rest);
    const std::string text = R"({"format": "venue-feed/1", )" + rest + "}";
    CHECK(refusal_of(text) == said);
    CHECK(read_feed_part(text, {.addition = true}));
  }
  // One that somebody has begun to write, and one whose titles are called otherwise.
  for (
      const std::string rest : {
          R"("halls": [{"id": "a"}], "sessions": [])",
          R"("event": {"title": "E"}, "halls": [{"id": "a"}])",
          R"("halls": [{"id": "a"}], "sessions": [{"id": "1", "hall": "a", "start": "2024-04-17T10:00", "name": "T"}])",
          R"("halls": [{"id": "a", "name": "A"}], "sessions": [{"id": "1"}])",
          R"("halls": [{"id": "a"}], "sessions": [{"id": "1", "title": "T"}, {"id": "2"}])",
          R"("halls": [{"id": "a"}], "sessions": [7, null])",
          R"("halls": 7, "sessions": {}, "notices": "none")",
      }) {
    CAPTURE(rest);
    CHECK(refusal_of(R"({"format": "venue-feed/1", )" + rest + "}").find("changes another feed") == std::string::npos);
  }
}

TEST_CASE("a programme that is still empty is a feed") {
  const auto reading = read_feed(feed_of(""), {});
  REQUIRE(reading);
  CHECK(reading->problems.empty());
  CHECK(reading->schedule->sessions().empty());
}

TEST_CASE("an export without a session is told, whatever its dialect and whatever else is wrong") {
  for (const char* text : {R"({"schedule": {"conference": {"title": "E", "rooms": [{"name": "A"}], "days": []}}})",
                           R"({"sessions": [], "rooms": [{"id": 1, "name": "A"}]})",
                           R"({"sessions": [7], "rooms": [{"id": 1, "name": "A"}]})"}) {
    CAPTURE(text);
    const auto reading = read_feed(text, {.time_zone = kiosk::utc()});
    REQUIRE(reading);
    CHECK(reading->schedule->halls().size() == 1);
    REQUIRE_FALSE(reading->problems.empty());
    CHECK(to_string(reading->problems.back()) ==
          ":1: there are no sessions in it; the halls are shown with nothing scheduled");
  }
}

TEST_CASE("the format may be forgotten, with a warning") {
  const auto reading = read_feed(
      R"({"event": {"time_zone": "UTC", "title": "E"}, "halls": [{"id": "a", "name": "A"}], "sessions": []})", {});
  REQUIRE(reading);
  CHECK(kiosk::test::texts(reading->problems) ==
        std::vector<std::string>{"1: \"format\" is missing; write \"format\": \"venue-feed/1\""});
  CHECK_FALSE(kiosk::any_errors(reading->problems));
}

TEST_CASE("100 problems are listed, of more the last counts the rest") {
  const auto problems_of = [](int bad) {
    std::string sessions;
    for (int i = 0; i < bad; ++i) {
      sessions += std::string(i == 0 ? "" : ",\n") + "12";
    }
    const auto reading = read_feed(feed_of(sessions), {.file = "feed.json"});
    return reading.value().problems;
  };
  const auto fits = problems_of(100);
  REQUIRE(fits.size() == 100);
  CHECK(to_string(fits.back()) == "feed.json:105: /sessions/99: 12 is not a session; write {…}");
  const auto over = problems_of(101);
  REQUIRE(over.size() == 100);
  CHECK(to_string(over.back()) == "feed.json: and 2 more problems");
  CHECK(to_string(problems_of(5000).back()) == "feed.json: and 4901 more problems");
}

TEST_CASE("10 000 sessions are read, problems among them and all") {
  std::string sessions;
  for (int i = 0; i < 10'000; ++i) {
    sessions += (i == 0 ? "" : ",\n") + session_of("s" + std::to_string(i), i % 100 == 0 ? "\"kind\": \"?\"" : "");
  }
  const auto reading = read_feed(feed_of(sessions), {});
  REQUIRE(reading);
  CHECK(reading->schedule->sessions().size() == 10'000);
  REQUIRE(reading->problems.size() == 100);
  CHECK(reading->problems.back().line == 6 + 9900);
  CHECK(reading->problems.back().where == "/sessions/9900/kind");
}
