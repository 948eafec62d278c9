#include "programme/merge_feeds.h"

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::feed_of;
using kiosk::test::texts;

namespace {

// As pretalx exports it: halls have ids made of their names, sessions a guid, a number and a code.
const std::string pretalx = R"({"schedule": {"conference": {"title": "Conf", "time_zone_name": "Europe/Moscow",
  "rooms": [{"name": "Saal 1", "guid": null}, {"name": "Saal 2", "guid": null}],
  "days": [{"date": "2024-04-17", "rooms": {
    "Saal 1": [{"id": 101, "guid": "aaaa-1", "code": "KRXT9A", "title": "Opening", "date": "2024-04-17T10:00:00+03:00",
                "duration": "1:00", "persons": [{"public_name": "Ann"}]}],
    "Saal 2": [{"id": 102, "guid": "bbbb-2", "code": "PPQ7", "title": "Workshop", "date": "2024-04-17T11:00:00+03:00",
                "duration": "0:45"}]}}]}}})";

struct Merging {
  std::vector<FeedPartReading> readings;
  MergedFeeds merged;

  // Problems of the reading of the last feed, then of merging.
  std::vector<std::string> problems() const {
    std::vector<Problem> all = readings.back().problems;
    all.insert(all.end(), merged.problems.begin(), merged.problems.end());
    return texts(all);
  }
  const Session& session(std::size_t index) const { return merged.parts.sessions.at(index); }
  const Hall& hall(std::size_t index) const { return merged.parts.halls.at(index); }
};

Merging merge(const std::vector<std::string>& feeds) {
  Merging result;
  std::vector<const FeedPart*> parts;
  for (const std::string& feed : feeds) {
    auto reading = read_feed_part(feed, {.file = "feed" + std::to_string(result.readings.size() + 1) + ".json",
                                         .addition = !result.readings.empty()});
    REQUIRE(reading);
    result.readings.push_back(*std::move(reading));
  }
  for (const FeedPartReading& reading : result.readings) {
    parts.push_back(&reading.part);
  }
  result.merged = merge_feeds(parts);
  // What the class of schedules expects of its parts holds whatever was merged.
  const Schedule schedule(result.merged.parts);
  for (const Session& session : schedule.sessions()) {
    REQUIRE_FALSE(session.halls.empty());
    REQUIRE((!session.end || *session.end >= session.start));
    for (const std::string& hall : session.halls) {
      REQUIRE(schedule.find_hall(hall) != nullptr);
    }
  }
  return result;
}

// The members of a venue feed.
std::string addition(const std::string& members) { return R"({"format": "venue-feed/1", )" + members + "}"; }
std::string session(const std::string& members) { return addition(R"("sessions": [{)" + members + "}]"); }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("no feeds make nothing and one feed is itself") {
  CHECK(merge_feeds({}).parts == Schedule::Parts());
  const Merging one = merge({pretalx});
  CHECK(one.merged.parts == one.readings[0].part.parts);
  CHECK(merge({pretalx, addition(R"("halls": [])")}).merged.parts == one.merged.parts);
}

TEST_CASE("ids of one feed that differ in case alone stay two") {
  const std::string feed =
      R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"}, "halls": [{"id": "a", "name": "b"},
      {"id": "A", "name": "c"}, {"id": "b", "name": "d"}], "sessions": [
      {"id": "s", "hall": "a", "start": "2024-04-17T10:00:00Z", "title": "T"},
      {"id": "S", "hall": "A", "start": "2024-04-17T10:00:00Z", "title": "T"}]})";
  const Merging merging = merge({feed, feed});
  CHECK(merging.merged.parts == merging.readings[0].part.parts);
}

TEST_CASE("an addition gives a hall a page, a way there and a delay, by its id or its name in any case") {
  for (const char* id : {"saal-1", "SAAL-1", "Saal 1", "saal 1"}) {
    CAPTURE(id);
    const Merging merging = merge({pretalx, addition(R"("halls": [{"id": ")" + std::string(id) +
                                                     R"(", "place": "up", "broadcast": {"url": "https://example.org/1"},
                             "delay": {"minutes": 10, "from": "2024-04-17T10:00:00+03:00"}}])")});
    CHECK(merging.problems().empty());
    REQUIRE(merging.merged.parts.halls.size() == 2);
    CHECK(merging.hall(0).id == "saal-1");
    CHECK(merging.hall(0).name.in("") == "Saal 1");
    CHECK(merging.hall(0).place.in("") == "up");
    CHECK(merging.hall(0).broadcast == Link{"https://example.org/1"});
    CHECK(merging.hall(0).delay == HallDelay{std::chrono::minutes(10), at("2024-04-17T10:00:00")});
    CHECK(merging.hall(1) == merging.readings[0].part.parts.halls[1]);
  }
}

TEST_CASE("a later addition takes a delay back by zero minutes") {
  const std::string delayed =
      addition(R"("halls": [{"id": "saal-1", "delay": {"minutes": 10, "from": "2024-04-17T10:00:00+03:00"}}])");
  const std::string back =
      addition(R"("halls": [{"id": "saal-1", "delay": {"minutes": 0, "from": "2024-04-17T10:00:00+03:00"}}])");
  CHECK(merge({pretalx, delayed}).hall(0).delay);
  CHECK_FALSE(merge({pretalx, delayed, back}).hall(0).delay);
  CHECK(merge({pretalx, delayed, addition(R"("halls": [{"id": "saal-1"}])")}).hall(0).delay);
}

TEST_CASE("a session is met again by whatever a technician finds of it") {
  for (const char* id : {"aaaa-1", "AAAA-1", "101", "KRXT9A", "krxt9a"}) {
    CAPTURE(id);
    const Merging merging = merge({pretalx, session("\"id\": \"" + std::string(id) + R"(", "state": "cancelled",
        "reason": "ill", "recording": {"url": "https://example.org/r"}, "broadcast": null)")});
    CHECK(merging.problems().empty());
    REQUIRE(merging.merged.parts.sessions.size() == 2);
    Session expected = merging.readings[0].part.parts.sessions[0];
    expected.state = SessionState::cancelled;
    expected.reason = "ill";
    expected.recording = Link{"https://example.org/r"};
    expected.not_broadcast = true;
    CHECK(merging.session(0) == expected);
  }
}

TEST_CASE("what an addition leaves out stays, and what is empty on purpose goes") {
  const Merging merging = merge({pretalx, session(R"("id": "aaaa-1", "speakers": [])")});
  CHECK(merging.session(0).speakers.empty());
  CHECK(merging.session(0).title.in("") == "Opening");
  CHECK(merge({pretalx, session(R"("id": "aaaa-1")")}).session(0).speakers.size() == 1);
}

TEST_CASE("a field that is wrong overrides nothing and is told") {
  const Merging merging = merge({pretalx, session(R"("id": "aaaa-1", "state": "maybe", "start": "soon", "title": 5)")});
  CHECK(merging.problems().size() == 3);
  CHECK(merging.session(0) == merging.readings[0].part.parts.sessions[0]);
}

TEST_CASE("a session put at another start keeps its length and has moved for who holds the programme") {
  const Merging merging = merge({pretalx, session(R"("id": "101", "start": "2024-04-17T10:30:00+03:00")")});
  CHECK(merging.session(0).start == at("2024-04-17T10:30:00"));
  CHECK(merging.session(0).end == at("2024-04-17T11:30:00"));
  CHECK(merging.session(0).originally == Announced{"", at("2024-04-17T10:00:00")});
}

TEST_CASE("a session put into another hall has moved from the old one") {
  const Merging merging = merge({pretalx, session(R"("id": "101", "hall": "Saal 2")")});
  CHECK(merging.session(0).halls == Texts{"saal-2"});
  CHECK(merging.session(0).originally == Announced{"saal-1", std::nullopt});
}

TEST_CASE("an addition that says originally is believed") {
  const Merging merging =
      merge({pretalx, session(R"("id": "101", "hall": "saal-2", "originally": {"hall": "saal-2"})")});
  CHECK(merging.session(0).originally == Announced{"saal-2", std::nullopt});
}

TEST_CASE("put back to where it was first announced it has not moved") {
  const Merging merging =
      merge({pretalx, session(R"("id": "101", "hall": "saal-2", "start": "2024-04-17T12:00+03:00")"),
             session(R"("id": "101", "hall": "saal-1", "start": "2024-04-17T10:00+03:00")")});
  CHECK_FALSE(merging.session(0).originally);
}

TEST_CASE("an end before the start that another feed has is told and changes nothing") {
  const std::string end = "2024-04-17T09:59:59+03:00";
  const Merging merging = merge({pretalx, session(R"("id": "101", "end": ")" + end + '"')});
  CHECK(merging.problems() == Texts{"1: /sessions/0/end: the session ends before it starts; its end stays as it was"});
  CHECK(merging.session(0).end == at("2024-04-17T11:00:00"));
  CHECK(merge({pretalx, session(R"("id": "101", "end": "2024-04-17T10:00:00+03:00")")}).problems().empty());
}

TEST_CASE("all halls are those of all feeds") {
  const Merging merging =
      merge({pretalx,
             addition(R"("halls": [{"id": "foyer", "name": "Foyer"}], "sessions": [{"id": "101", "hall": "all"}])")});
  CHECK(merging.session(0).halls == Texts{"saal-1", "saal-2", "foyer"});
}

TEST_CASE("a whole session and a whole hall are added") {
  const Merging merging = merge({pretalx, addition(R"("halls": [{"id": "foyer", "name": "Foyer"}], "sessions": [
      {"id": "bus", "hall": "foyer", "start": "2024-04-17T18:00:00+03:00", "title": "Bus"}])")});
  CHECK(merging.problems().empty());
  CHECK(merging.hall(2).id == "foyer");
  CHECK(merging.session(2).id == "bus");
}

TEST_CASE("an addition to what no feed has is told with pointer and line, and what was meant") {
  const Merging merging = merge({pretalx, R"({"format": "venue-feed/1", "halls": [
      {"id": "saal-3", "place": "up"}],
    "sessions": [{"id": "101", "state": "full"},
      {"id": "aaaa-2", "state": "cancelled"},
      {"id": "101", "overflow": "Sall 2"}]})"});
  CHECK(merging.merged.parts.halls.size() == 2);
  CHECK(merging.merged.parts.sessions.size() == 2);
  CHECK(merging.session(0).state == SessionState::full);
  CHECK(
      merging.problems() ==
      Texts{"5: /sessions/2: the id \"101\" is taken by line 3; this one is left out",
            "2: /halls/0: no feed before this one has a hall \"saal-3\"; did you mean \"saal-1\"?; for a new one write "
            "\"name\": \"…\"",
            "4: /sessions/1: no feed before this one has a session \"aaaa-2\"; did you mean \"aaaa-1\"?; a new one "
            "needs title, start, hall"});
}

TEST_CASE("a hall that no feed has is told where an addition names it") {
  const Merging merging =
      merge({pretalx, session(R"("id": "101", "overflow": "saal-9", "hall": "nowhere", "originally": {"hall": "x"})")});
  CHECK(merging.problems().size() == 3);
  CHECK(merging.session(0).halls == Texts{"saal-1"});
  CHECK(merging.session(0).overflow.empty());
}

TEST_CASE("notices come from every feed, and one of the same id is the later") {
  const std::string bus = R"("notices": [{"id": "bus", "text": "18:00", "halls": ["Saal 2"]}])";
  CHECK(merge({pretalx, addition(bus)}).merged.parts.notices.at(0).halls == Texts{"saal-2"});
  const Merging two = merge({pretalx, addition(bus), addition(R"("notices": [{"id": "bus", "text": "19:00"}])")});
  REQUIRE(two.merged.parts.notices.size() == 1);
  CHECK(two.merged.parts.notices[0].text.in("") == "19:00");
  CHECK(two.merged.parts.notices[0].halls.empty());
}

TEST_CASE("a notice for unknown halls alone is for nobody") {
  const Merging merging = merge({pretalx, addition(R"("notices": [{"id": "bus", "text": "x", "halls": ["q"]}])")});
  CHECK(merging.merged.parts.notices.empty());
  CHECK(merging.problems().size() == 1);
}

TEST_CASE("an addition overrides the event's fields, another export fills the empty ones") {
  const Merging merging = merge(
      {pretalx, addition(R"("event": {"short_title": "C", "languages": ["ru"], "colors": {"accent": "#123456"}})"),
       R"({"schedule": {"conference": {"title": "Other", "url": "https://example.org/", "time_zone_name": "UTC",
              "rooms": [{"name": "Saal 1"}], "days": []}}})"});
  const Event& event = merging.merged.parts.event;
  CHECK(event.title.in("") == "Conf");
  CHECK(event.short_title.in("") == "C");
  CHECK(event.languages == Texts{"ru"});
  CHECK(event.colors.accent == 0x123456U);
  CHECK(event.time_zone == find_time_zone("Europe/Moscow"));
}

TEST_CASE("an addition's times need an offset, or a zone") {
  const std::string start = R"("id": "101", "start": "2024-04-17T10:30")";
  CHECK(merge({pretalx, session(start)}).problems().size() == 1);
  const Merging zoned =
      merge({pretalx, addition(R"("event": {"time_zone": "Europe/Moscow"}, "sessions": [{)" + start + "}]")});
  CHECK(zoned.problems().empty());
  CHECK(zoned.session(0).start == at("2024-04-17T10:30:00"));
}

TEST_CASE("an addition may go over a venue feed, which it does not take for its own") {
  const Merging merging = merge(
      {feed_of(test::session_of("opening", R"("reason": "r")")), session(R"("id": "opening", "title": "Later")")});
  CHECK(merging.session(0).title.in("") == "Later");
  CHECK(merging.session(0).reason.in("") == "r");
  CHECK(merging.session(0).halls == Texts{"gorky"});
}

TEST_CASE("numbers of two exports have nothing to do with each other") {
  const std::string other = R"({"schedule": {"conference": {"title": "Other", "time_zone_name": "Europe/Moscow",
    "days": [{"rooms": {"Foyer": [{"id": 101, "title": "Bus", "date": "2024-04-17T10:00:00+03:00",
    "duration": "1:00"}]}}]}}})";
  const Merging merging = merge({pretalx, other});
  REQUIRE(merging.merged.parts.sessions.size() == 3);
  CHECK(merging.session(0).title.in("") == "Opening");
  CHECK(merging.session(2).title.in("") == "Bus");
}

TEST_CASE("problems of a huge addition that fits nothing are bounded") {
  std::string sessions;
  for (int i = 0; i < 5000; ++i) {
    sessions += (i > 0 ? ", " : "") + ("{\"id\": \"unknown " + std::to_string(i) + "\"}");
  }
  CHECK(merge({pretalx, addition("\"sessions\": [" + sessions + "]")}).merged.problems.size() == 100);
}

TEST_CASE("several feeds together have the budgets of one") {
  const auto many = [](const std::string& part, int count, int first) {
    std::string list;
    for (int i = first; i < first + count; ++i) {
      std::string one = part;
      for (std::size_t at = one.find('#'); at != std::string::npos; at = one.find('#')) {
        one.replace(at, 1, std::to_string(i));
      }
      list += (i == first ? "" : ",") + one;
    }
    return list;
  };
  const std::string halls = R"({"id":"h#","name":"n"})";
  const std::string start = R"("start":"2024-04-17T10:00:00Z","title":"T"})";
  const std::string first = R"({"format":"venue-feed/1","event":{"time_zone":"Europe/Moscow","title":"E"},"halls":[)" +
                            many(halls, 600, 0) + R"(],"sessions":[)" +
                            many(R"({"id":"s#","hall":"h0",)" + start, 15'000, 0) + R"(],"notices":[)" +
                            many(R"({"id":"n#","text":"t"})", 400, 0) + "]}";
  const Merging over = merge({first, addition("\"halls\":[" + many(halls, 600, 600) + "],\"sessions\":[" +
                                              many(R"({"id":"s#","hall":"h1",)" + start, 6'000, 15'000) +
                                              "],\"notices\":[" + many(R"({"id":"n#","text":"t"})", 400, 400) + "]")});
  CHECK(over.merged.parts.halls.size() == 1'000);
  CHECK(over.merged.parts.sessions.size() == 20'000);
  CHECK(over.merged.parts.notices.size() == 500);
  CHECK(over.problems() == Texts{"all feeds together have more than 1000 halls; the rest is left out",
                                 "all feeds together have more than 20000 sessions; the rest is left out",
                                 "all feeds together have more than 500 notices; the rest is left out"});

  // An addition knows no halls: what it calls all is all of the whole.
  const Merging all = merge({first, addition("\"sessions\":[" + many(R"({"id":"t#","halls":"all",)" + start, 200, 0) +
                                             "," + many(R"({"id":"s#","halls":"all"})", 100, 0) + "]")});
  std::size_t slots = 0;
  for (const Session& one : all.merged.parts.sessions) {
    slots += one.halls.size();
  }
  CHECK(slots <= 100'000);
  CHECK(slots > 99'000);
  CHECK(all.problems() == Texts{"all feeds together have more than 100000 sessions times halls; the rest is left out"});
}
