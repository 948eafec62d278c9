#include "base/feed_budget.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "dialects/read_feed.h"
#include "json/json.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/dialects/worst_feeds.h"

using kiosk::feed_budget;
using kiosk::FeedReading;
using kiosk::read_feed;
using kiosk::test::listed;
using kiosk::test::repeated;
using kiosk::test::texts;
using kiosk::test::venue;

namespace {

const std::string hall = R"({"id":"a","name":"A"})";
const std::string halls = R"({"id":"hall#","name":"n"})";
const std::string session = R"({"id":"s#","hall":"a","start":"2024-04-17T10:00:00Z","title":"T"})";
const std::string base = "https://example.org/feed.json";

FeedReading read(const std::string& text) {
  auto reading = read_feed(text, {.time_zone = kiosk::utc(), .base = base});
  REQUIRE(reading);
  return *std::move(reading);
}

// A session of the venue feed with one member more.
std::string with(const std::string& member) {
  return R"({"id":"s","hall":"a","start":"2024-04-17T10:00:00Z","title":"T",)" + member + "}";
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("of too many halls, sessions and notices the first are kept, with one finding") {
  const auto at = [](std::size_t more) {
    return read(venue(
        listed(halls, feed_budget.halls + more),
        listed(R"({"id":"s#","hall":"hall0","start":"2024-04-17T10:00:00Z","title":"T"})", feed_budget.sessions + more),
        R"(,"notices":[)" + listed(R"({"text":"n#"})", feed_budget.notices + more) + "]"));
  };
  const FeedReading fits = at(0);
  CHECK(fits.problems.empty());
  const FeedReading over = at(2);
  for (const FeedReading* reading : {&fits, &over}) {
    CHECK(reading->schedule->halls().size() == feed_budget.halls);
    CHECK(reading->schedule->sessions().size() == feed_budget.sessions);
    CHECK(reading->schedule->notices().size() == feed_budget.notices);
  }
  CHECK(texts(over.problems) == Texts{"1: /halls/1000: there are more than 1000 halls; the rest is left out",
                                      "1: /sessions/20000: there are more than 20000 sessions; the rest is left out",
                                      "1: /notices/500: there are more than 500 notices; the rest is left out"});
}

TEST_CASE("rooms and sessions of exports have the same budgets") {
  const std::string event = R"({"guid":"g#","date":"2024-04-17T10:00:00Z","duration":"0:30","title":"T","room":"n0"})";
  const std::string of_sessionize =
      R"({"id":"s#","startsAt":"2024-04-17T10:00:00","endsAt":"2024-04-17T11:00:00","roomId":0,"title":"T"})";
  for (const std::string& text : {kiosk::test::schedule_json(listed(R"({"name":"n#"})", 1001),
                                                             R"({"rooms":{"n0":[)" + listed(event, 20'001) + "]}}"),
                                  kiosk::test::sessionize(listed(R"({"id":#,"name":"n#"})", 1001),
                                                          listed(of_sessionize, 20'001), R"("speakers":[])")}) {
    const FeedReading reading = read(text);
    CHECK(reading.schedule->halls().size() == 1000);
    CHECK(reading.schedule->sessions().size() == 20'000);
    REQUIRE(reading.problems.size() == 2);
    CHECK(reading.problems[0].what == "there are more than 1000 halls");
    CHECK(reading.problems[1].what == "there are more than 20000 sessions");
  }
}

TEST_CASE("a feed of which the budgets leave no session is refused, one that has none is not") {
  const std::string stray = R"({"id":"s#","hall":"b","start":"2024-04-17T10:00:00Z","title":"T"})";
  const std::string texts_of_dialects[] = {
      venue(hall, listed(stray, 20'001)),
      kiosk::test::schedule_json(R"({"name":"A"})", R"({"rooms":{"A":[)" + listed(R"({"title":"T"})", 20'001) + "]}}"),
      kiosk::test::sessionize(R"({"id":1,"name":"A"})", listed(R"({"id":"s#"})", 20'001), R"("speakers":[])")};
  for (const std::string& text : texts_of_dialects) {
    const auto reading = read_feed(text, {.file = "f"});
    REQUIRE_FALSE(reading);
    CHECK(to_string(reading.error()) ==
          "f: it is larger than its budgets, and what they leave has no session; the last good one stays");
  }
  CHECK(read(venue(hall, listed(stray, 20'000))).schedule->sessions().empty());
  CHECK(read(venue(hall, "")).schedule->sessions().empty());
}

TEST_CASE("halls are named a hundred thousand times at most, whether as all, in lists or by plenums") {
  const std::string list = listed("\"hall#\"", 1000);
  const std::string start = R"("start":"2024-04-17T10:00:00Z","title":"T"})";
  const std::string plenum =
      R"({"id":"s#","isPlenumSession":true,"startsAt":"2024-04-17T10:00:00","endsAt":"2024-04-17T11:00:00","title":"T"})";
  for (const std::size_t count : {std::size_t{100}, std::size_t{103}}) {
    std::string lists;
    for (std::size_t i = 0; i < count; ++i) {
      lists +=
          (i == 0 ? "" : ",") + std::string(R"({"id":"s)") + std::to_string(i) + R"(","halls":[)" + list + "]," + start;
    }
    for (const std::string& text : {venue(listed(halls, 1000), listed(R"({"id":"s#","halls":"all",)" + start, count)),
                                    venue(listed(halls, 1000), lists),
                                    kiosk::test::sessionize(listed(R"({"id":#,"name":"n#"})", 1000),
                                                            listed(plenum, count), R"("speakers":[])")}) {
      const FeedReading reading = read(text);
      CHECK(reading.schedule->sessions().size() == 100);
      CHECK(texts(reading.problems).size() == (count > 100 ? 1 : 0));
      if (count > 100) {
        CHECK(reading.problems[0].what == "sessions and notices name halls more than 100000 times");
      }
    }
  }
}

TEST_CASE("a session has a hundred speakers at most, and a feed five hundred and twelve pictures") {
  const FeedReading at = read(venue(hall, with(R"("speakers":[)" + listed("\"N\"", 100) + "]")));
  CHECK(at.problems.empty());
  const FeedReading over = read(venue(hall, with(R"("speakers":[)" + listed("\"N\"", 102) + "]")));
  CHECK(over.schedule->sessions().front().speakers.size() == 100);
  CHECK(texts(over.problems) ==
        Texts{"1: /sessions/0/speakers/100: the session has more than 100 speakers; the rest is left out"});

  const std::string pictured =
      R"({"id":"s#","hall":"a","start":"2024-04-17T10:00:00Z","title":"T","speakers":[{"name":"N","photo":"p#.jpg"}]})";
  const std::string again =
      R"({"id":"t#","hall":"a","start":"2024-04-17T10:00:00Z","title":"T","speakers":[{"name":"N","photo":"p0.jpg"}]})";
  const FeedReading pictures = read(venue(hall, listed(pictured, 514) + "," + listed(again, 100)));
  const auto count = std::count_if(pictures.schedule->sessions().begin(), pictures.schedule->sessions().end(),
                                   [](const kiosk::Session& one) { return !one.speakers.front().photo.empty(); });
  CHECK(count == 612);  // one address again and again is one picture
  CHECK(texts(pictures.problems) ==
        Texts{"1: /sessions/512/speakers/0/photo: there are more than 512 pictures; the rest is left out"});
}

TEST_CASE("a text is cut after four kilobytes, between two words or two characters") {
  const auto title_of = [](const std::string& title) {
    return read(venue(hall, R"({"id":"s","hall":"a","start":"2024-04-17T10:00:00Z","title":")" + title + "\"}"));
  };
  CHECK(title_of(std::string(4096, 'x')).problems.empty());
  const FeedReading long_word = title_of(std::string(4097, 'x'));
  CHECK(long_word.schedule->sessions().front().title.in("") == std::string(4096, 'x'));
  CHECK(texts(long_word.problems) == Texts{"1: /sessions/0/title: a text is longer than 4096 bytes; it is cut there"});
  CHECK(title_of("x" + repeated("ы", 2048)).schedule->sessions().front().title.in("") == "x" + repeated("ы", 2047));
  CHECK(title_of(repeated("words ", 800)).schedule->sessions().front().title.in("") ==
        repeated("words ", 681) + "words");
  CHECK(title_of(repeated("![[]()", 100'000)).problems.size() == 1);
}

TEST_CASE("beyond a megabyte of texts with marks the rest is shown as it is written") {
  const std::string marked =
      R"({"id":"s#","hall":"a","start":"2024-04-17T10:00:00Z","title":"**)" + std::string(4000, 'x') + "**\"}";
  const FeedReading reading = read(venue(hall, listed(marked, 300)));
  CHECK(reading.schedule->sessions().front().title.in("") == std::string(4000, 'x'));
  CHECK(reading.schedule->sessions().back().title.in("") == "**" + std::string(4000, 'x') + "**");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].right == "the rest is shown as it is written");
}

TEST_CASE("rooms whose names have marks are known by them, however many events there are") {
  const std::string name = std::string(100, 'x') + " &amp; y";
  const std::string event =
      R"({"guid":"g#","date":"2024-04-17T10:00:00Z","duration":"0:30","title":"T","room":")" + name + "\"}";
  const FeedReading reading = read(kiosk::test::schedule_json(
      R"({"name":")" + name + "\"}", R"({"rooms":{")" + name + "\":[" + listed(event, 20'000) + "]}}"));
  CHECK(reading.problems.empty());
  CHECK(reading.schedule->halls().size() == 1);
}

TEST_CASE("ids of 256 bytes and addresses of 2048 are the longest") {
  const auto id_of = [](std::size_t size) {
    return read(venue(R"({"id":")" + std::string(size, 'i') + R"(","name":"A"},)" + hall, "")).schedule->halls().size();
  };
  CHECK(id_of(256) == 2);
  CHECK(id_of(257) == 1);
  const auto page_of = [](std::size_t size) {
    return read(venue(hall, with(R"("broadcast":{"url":"https://e.org/)" + std::string(size - 14, 'x') + "\"}")))
        .schedule->sessions()
        .front()
        .broadcast;
  };
  CHECK(page_of(2048));
  CHECK_FALSE(page_of(2049));
  CHECK(read(venue(hall, with(R"("speakers":[{"name":"N","photo":"https://e.org/)" + std::string(2035, 'x') + "\"}]")))
            .schedule->sessions()
            .front()
            .speakers.front()
            .photo.empty());
}

TEST_CASE("after a hundred findings none has a hint") {
  const std::string sessions = listed(R"({"id":"s#","hall":"gorki","start":"2024-04-17T10:00:00Z","title":"T"})", 200);
  const FeedReading reading = read(venue(R"({"id":"gorky","name":"A"})", sessions));
  REQUIRE(reading.problems.size() == 100);
  CHECK(reading.problems[98].right == "did you mean \"gorky\"?");
  CHECK(reading.problems[99].what == "and 101 more problems");
}

TEST_CASE("a finding is short, whatever key it is found at") {
  const std::string key(3'000'000, 'k');
  const FeedReading reading =
      read(kiosk::test::schedule_json(R"({"name":"A"})", R"({"rooms":{")" + key + "\":[" + listed("#", 200) + "]}}"));
  for (const kiosk::Problem& problem : reading.problems) {
    CHECK(to_string(problem).size() < 1000);
  }
}

TEST_CASE("one speaker or track of all sessions is not kept as often as there are sessions") {
  const std::string name = "{" + listed(R"("l#":")" + std::string(4000, 'x') + "\"", 100) + "}";
  const std::string at = R"("startsAt":"2024-04-17T10:00:00","endsAt":"2024-04-17T11:00:00","roomId":1,"title":"T")";
  const FeedReading reading = read(kiosk::test::sessionize(
      R"({"id":1,"name":"A"})", listed(R"({"id":"s#",)" + at + R"(,"speakers":["p"],"categoryItems":[7]})", 1000),
      R"("speakers":[{"id":"p","fullName":)" + name + R"(}],"categories":[{"title":"Track","items":[{"id":7,"name":)" +
          name + "}]}]"));
  std::size_t bytes = 0;
  for (const kiosk::Session& one : reading.schedule->sessions()) {
    for (const auto& [language, text] : one.track.all()) {
      bytes += text.size();
    }
    for (const kiosk::Speaker& speaker : one.speakers) {
      bytes += 4000 * speaker.name.all().size();
    }
  }
  CHECK(bytes > 0);
  CHECK(bytes < feed_budget.texts);
}

TEST_CASE("a read that is told to give up ends with a problem, wherever it is") {
  const std::string sessions = listed(session, 3000);
  const std::string texts_of_dialects[] = {
      venue(hall, sessions),
      kiosk::test::schedule_json(
          "", R"({"rooms":{"A":[)" + listed(R"({"date":"2024-04-17T10:00:00Z","title":"T"})", 3000) + "]}}"),
      kiosk::test::sessionize(R"({"id":1,"name":"A"})",
                              listed(R"({"id":#,"startsAt":"2024-04-17T10:00:00","roomId":1,"title":"T"})", 3000),
                              R"("speakers":[])")};
  for (const std::string& text : texts_of_dialects) {
    int most = 0;
    REQUIRE(read_feed(text, {.give_up = [&] { return ++most < 0; }}));
    CHECK(most > 3000);
    for (const int patience : {0, 1, 2, 10, most / 2, most - 1}) {
      int asked = 0;
      const auto reading = read_feed(text, {.file = "f", .give_up = [&] { return asked++ >= patience; }});
      REQUIRE_FALSE(reading);
      CHECK(to_string(reading.error()) == "f: reading it took longer than 10 s; the last good one stays");
    }
  }
}

TEST_CASE("no time, length or delay is beyond what can be counted with") {
  for (const char* start :
       {"0000-01-01T00:00:00Z", "9999-12-31T23:59:60-23:59", "9999-12-31T23:59:59", "0000-01-01T00:00:00+23:59",
        "0001-01-01T04:59:59", "99999-01-01T00:00:00Z", "1000000000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z",
        "9223372036854775807", "-9223372036854775808", "2024-04-17T10:00:00+99:99"}) {
    for (const char* zone : {"Europe/Moscow", "America/New_York", "Pacific/Apia"}) {
      CAPTURE(start, zone);
      const std::string time = "\"" + std::string(start) + "\"";
      const auto reading = read_feed(
          R"({"format":"venue-feed/1","event":{"title":"E","time_zone":")" + std::string(zone) +
              R"("},"halls":[{"id":"a","name":"A","delay":{"minutes":1440,"from":)" + time +
              R"(}}],"sessions":[{"id":"s","hall":"a","title":"T","start":)" + time +
              R"(},{"id":"d","hall":"a","title":"D","kind":"all_day","start":)" + time +
              R"(},{"id":"m","hall":"a","title":"M","start":"2024-04-17T10:00:00Z","end":"2024-04-17T11:00:00Z","originally":{"start":)" +
              time + "}}]}",
          {});
      REQUIRE(reading);
      for (const kiosk::Session& one : reading->schedule->sessions()) {
        CHECK_FALSE(format_instant(one.start, reading->schedule->time_zone()).empty());
      }
      CHECK(reading->schedule->turns().edges.size() >= 2);
    }
  }
  for (const char* minutes :
       {"-1", "1441", "1000000000000000000", "-9223372036854775808", "18446744073709551615", "1e300", "0.5"}) {
    CAPTURE(minutes);
    const FeedReading reading = read(venue(
        R"({"id":"a","name":"A","delay":{"from":"2024-04-17T10:00:00Z","minutes":)" + std::string(minutes) + "}}", ""));
    CHECK_FALSE(reading.schedule->halls().front().delay);
    CHECK(reading.problems.size() == 1);
  }
  for (const char* length : {"1000000000000000000", "-5", "\"1000000000000000000\"", "\"999999:59\"",
                             "\"999999:23:59\"", "9223372036854775807", "1e300"}) {
    CAPTURE(length);
    const FeedReading reading = read(kiosk::test::schedule_json(
        "", R"({"rooms":{"A":[{"guid":"g","title":"T","date":"2024-04-17T10:00:00Z","duration":)" +
                std::string(length) + "}]}}"));
    CHECK_FALSE(reading.schedule->sessions().front().end);
    CHECK(reading.problems.size() == 1);
  }
}

TEST_CASE("the manual says the budgets that hold") {
  std::ifstream file(KIOSK_SOURCE_DIR "/config/venue-kiosk.1.scd");
  std::string manual{std::istreambuf_iterator<char>(file), {}};
  manual = manual.substr(manual.find("# BUDGETS"));
  manual = manual.substr(0, manual.find("\n# ", 1));
  std::replace_if(
      manual.begin(), manual.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  for (const std::size_t number : {feed_budget.json_values,
                                   feed_budget.json_depth,
                                   feed_budget.halls,
                                   feed_budget.sessions,
                                   feed_budget.slots,
                                   feed_budget.speakers,
                                   feed_budget.speakers_of_session,
                                   feed_budget.notices,
                                   feed_budget.tracks,
                                   feed_budget.pictures,
                                   feed_budget.languages,
                                   feed_budget.text,
                                   feed_budget.id,
                                   feed_budget.address,
                                   feed_budget.findings,
                                   feed_budget.strange_keys,
                                   feed_budget.bytes >> 20U,
                                   feed_budget.texts >> 20U,
                                   feed_budget.markup >> 20U,
                                   static_cast<std::size_t>(feed_budget.reading.count())}) {
    CAPTURE(number);
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); number >= 10'000 && at > 3; at -= 3) {
      digits.insert(at - 3, " ");
    }
    CHECK(manual.find(" " + digits + " ") != std::string::npos);
  }
}
