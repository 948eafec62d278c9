#include "dialects/venue_feed.h"

#include "reading/fields.h"
#include "reading/web_address.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::feed_of;
using kiosk::test::session_of;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

FeedReading read(const std::string& bytes, SaidZone zone = {}) {
  auto reading = read_feed(bytes, {.file = "feed.json", .time_zone = zone});
  INFO(bytes);
  REQUIRE(reading);
  return *std::move(reading);
}

// The one session of a feed that has no other.
Session only_session(const FeedReading& reading) {
  REQUIRE(reading.schedule->sessions().size() == 1);
  return reading.schedule->sessions().front();
}

// A feed of halls alone, given as a JSON list; the list is on line 3.
std::string feed_of_halls(const std::string& halls) {
  return "{ \"format\": \"venue-feed/1\",\n  \"event\": { \"title\": \"E\", \"time_zone\": \"Europe/Moscow\" },\n"
         "  \"halls\": " +
         halls + ", \"sessions\": [] }";
}

}  // namespace

TEST_CASE("every field of a session is read") {
  const FeedReading reading = read(feed_of(R"({
    "id": "opening", "kind": "session", "hall": "gorky",
    "start": "2024-04-17T10:00:00+03:00", "end": "2024-04-17T11:30:00+03:00",
    "title": {"ru": "Открытие", "en": "Opening"}, "subtitle": "Пленарное заседание", "track": "Трек 1", "language": "ru",
    "speakers": [ { "name": "Анна Иванова", "role": {"ru": "директор", "en": "director"}, "photo": "anna.jpg" },
                  { "name": "Bob" }, "Просто имя" ],
    "broadcast": { "url": "https://www.culture.ru/live/broadcast/1?a=%D0%B0&b=1#x" },
    "recording": { "url": "http://example.org/rec" },
    "state": "full", "reason": {"ru": "мест нет"}, "overflow": "multimedia",
    "originally": { "hall": "small-conference", "start": "2024-04-17T09:30:00+03:00" } })"));
  CHECK(texts(reading.problems) == Texts{});
  Session expected;
  expected.id = "opening";
  expected.halls = {"gorky"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T11:30:00");
  expected.title = {{"ru", "Открытие"}, {"en", "Opening"}};
  expected.subtitle = "Пленарное заседание";
  expected.track = "Трек 1";
  expected.language = "ru";
  expected.speakers = {
      {"Анна Иванова", {{"ru", "директор"}, {"en", "director"}}, "anna.jpg"}, {"Bob", {}, ""}, {"Просто имя", {}, ""}};
  expected.broadcast = Link{"https://www.culture.ru/live/broadcast/1?a=%D0%B0&b=1#x"};
  expected.recording = Link{"http://example.org/rec"};
  expected.state = SessionState::full;
  expected.reason = {{"ru", "мест нет"}};
  expected.overflow = "multimedia";
  expected.originally = Announced{"small-conference", at("2024-04-17T09:30:00")};
  CHECK(only_session(reading) == expected);
}

TEST_CASE("every field of the event and of a hall is read") {
  const FeedReading reading = read(R"({ "$schema": "feed.schema.json", "format": "venue-feed/1",
    "event": { "title": {"ru": "Форум", "en": "Forum"}, "short_title": "Ф", "time_zone": "Asia/Tokyo",
               "languages": ["ru", "en"], "url": "https://example.org", "logo": "logo.png",
               "colors": { "background": "#10203A", "accent": "#fb4" } },
    "halls": [ { "id": "gorky", "name": "Горьковский зал", "place": "2 этаж, налево",
                 "broadcast": { "url": "https://example.org/live" },
                 "delay": { "minutes": 10, "from": "2024-04-17T14:00:00+03:00" }, "background": "gorky.jpg" },
               { "id": "b", "name": {"ru": "Б", "en": "B"}, "broadcast": null, "delay": null, "place": null } ],
    "sessions": [], "notices": [] })");
  CHECK(texts(reading.problems) == Texts{});
  const Event& event = reading.schedule->event();
  CHECK(event.title == LocalText{{"ru", "Форум"}, {"en", "Forum"}});
  CHECK(event.short_title == "Ф");
  CHECK(event.time_zone == find_time_zone("Asia/Tokyo"));
  CHECK(event.languages == std::vector<std::string>{"ru", "en"});
  CHECK(event.url == Link{"https://example.org"});
  CHECK(event.logo == "logo.png");
  CHECK(event.colors == EventColors{0x10203A, 0xFFBB44});
  REQUIRE(reading.schedule->halls().size() == 2);
  CHECK(reading.schedule->halls()[0] ==
        Hall{"gorky", "Горьковский зал", "2 этаж, налево", Link{"https://example.org/live"},
             HallDelay{std::chrono::minutes(10), at("2024-04-17T14:00:00")}, "gorky.jpg"});
  CHECK(reading.schedule->halls()[1] == Hall{"b", {{"ru", "Б"}, {"en", "B"}}, {}, {}, {}, {}});
}

TEST_CASE("every field of a notice is read") {
  const FeedReading reading = read(feed_of("", R"(, "notices": [
    { "id": "bus", "level": "warning", "text": {"ru": "Автобус в 18:00"}, "halls": ["gorky", "multimedia"],
      "from": "2024-04-17T17:00:00", "until": "2024-04-17T18:00:00" },
    { "id": "fire", "level": "emergency", "text": "Выйдите" }, { "id": "wifi", "text": "Wi-Fi", "halls": "all" } ])"));
  CHECK(texts(reading.problems) == Texts{});
  const std::vector<Notice> expected = {{"bus",
                                         NoticeLevel::warning,
                                         {{"ru", "Автобус в 18:00"}},
                                         {"gorky", "multimedia"},
                                         at("2024-04-17T17:00:00"),
                                         at("2024-04-17T18:00:00")},
                                        {"fire", NoticeLevel::emergency, "Выйдите", {}, {}, {}},
                                        {"wifi", NoticeLevel::info, "Wi-Fi", {}, {}, {}}};
  CHECK(reading.schedule->notices() == expected);
}

TEST_CASE("a bad session is set aside with its pointer and line, and the rest lives") {
  struct Case {
    const char* session;
    const char* problem;
  };
  const Case cases[] = {
      {R"("text")", R"(7: /sessions/1: "text" is not a session; write {…})"},
      {R"({"id": "x", "hall": "gorky", "start": "2024-04-17T10:00:00"})",
       "7: /sessions/1: the session has no title; it is left out"},
      {R"({"id": "x", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": "  "})",
       "7: /sessions/1: the session has no title; it is left out"},
      {R"({"id": "x", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": {"ru": ""}})",
       "7: /sessions/1: the session has no title; it is left out"},
      {R"({"id": "x", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": 5})",
       R"(7: /sessions/1/title: 5 is not a text; write "…" or {"ru": "…", "en": "…"})"},
      {R"({"id": "x", "hall": "gorky", "title": "T"})", "7: /sessions/1: the session has no start; it is left out"},
      {R"({"id": "x", "hall": "gorky", "title": "T", "start": "2024-04-17T25:00:00"})",
       R"(7: /sessions/1/start: "2024-04-17T25:00:00" is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"({"id": "x", "hall": "gorky", "title": "T", "start": 1713337200})",
       R"(7: /sessions/1/start: 1713337200 is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"({"id": "x", "title": "T", "start": "2024-04-17T10:00:00"})",
       "7: /sessions/1: the session has no hall; it is left out"},
      {R"({"id": "x", "halls": [], "title": "T", "start": "2024-04-17T10:00:00"})",
       "7: /sessions/1: the session has no hall; it is left out"},
      {R"({"id": "x", "hall": "grky", "title": "T", "start": "2024-04-17T10:00:00"})",
       R"(7: /sessions/1/hall: "grky" is not a hall of this feed; did you mean "gorky"?)"},
      {R"({"id": "x", "hall": "kitchen", "title": "T", "start": "2024-04-17T10:00:00"})",
       R"(7: /sessions/1/hall: "kitchen" is not a hall of this feed; its halls are "gorky", "multimedia", "small-conference")"},
      {R"({"id": "x", "hall": true, "title": "T", "start": "2024-04-17T10:00:00"})",
       R"(7: /sessions/1/hall: true is not an id; write a text such as "gorky")"},
      {R"({"id": "a", "hall": "gorky", "title": "T", "start": "2024-04-17T10:00:00"})",
       R"(7: /sessions/1: the id "a" is taken by line 6; this one is left out)"},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.session);
    const FeedReading reading = read(feed_of(session_of("a") + ",\n" + bad.session + ",\n" + session_of("b")));
    const auto& sessions = reading.schedule->sessions();
    REQUIRE(sessions.size() == 2);
    CHECK(sessions[0].id == "a");
    CHECK(sessions[1].id == "b");
    CHECK(any_errors(reading.problems));
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems.front().file == "feed.json");
    CHECK(texts(reading.problems) == Texts{bad.problem});
  }
}

TEST_CASE("a bad optional field is told, and the session lives without it") {
  struct Case {
    const char* field;
    const char* problem;
  };
  const Case cases[] = {
      {R"("end": "2024-04-17T09:59:59+03:00")",
       "6: /sessions/0/end: the session ends before it starts; shown without an end"},
      {R"("end": "soon")", R"(6: /sessions/0/end: "soon" is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"("kind": "brake")", R"(6: /sessions/0/kind: "brake" is none of "session", "break", "all_day")"},
      {R"("kind": 3)", R"(6: /sessions/0/kind: 3 is none of "session", "break", "all_day")"},
      {R"("state": "off")", R"(6: /sessions/0/state: "off" is none of "confirmed", "cancelled", "full", "canceled")"},
      {R"("subtitle": ["a"])", R"(6: /sessions/0/subtitle: a list is not a text; write "…" or {"ru": "…", "en": "…"})"},
      {R"("language": 7)", R"(6: /sessions/0/language: 7 is not a text; write "…")"},
      {R"("speakers": "Анна")", R"(6: /sessions/0/speakers: "Анна" is not a list; write […])"},
      {R"("speakers": [{"role": "r"}])", R"(6: /sessions/0/speakers/0: the speaker has no name; write "name": "…")"},
      {R"("speakers": [4])", R"(6: /sessions/0/speakers/0: 4 is not a speaker; write {…})"},
      {R"("broadcast": {"url": "ftp://example.org"})",
       R"(6: /sessions/0/broadcast/url: "ftp://example.org" is not a web address; write "https://…")"},
      {R"x("broadcast": {"url": "javascript:alert(1)"})x",
       R"x(6: /sessions/0/broadcast/url: "javascript:alert(1)" is not a web address; write "https://…")x"},
      {R"("broadcast": {"url": "https://a b"})",
       R"(6: /sessions/0/broadcast/url: "https://a b" holds a blank; write "https://…")"},
      {R"("broadcast": {"url": "https://evil.example\\@forum.example/live"})",
       R"(6: /sessions/0/broadcast/url: "https://evil.example\@forum.example/live" holds a backslash, )"
       R"(which browsers take for a slash; write "https://…")"},
      {R"("recording": {"url": "https://forum.example@evil.example/"})",
       R"(6: /sessions/0/recording/url: "https://forum.example@evil.example/" holds a user's name before the host, )"
       R"(which people take for the host; write "https://…")"},
      {R"("broadcast": {"url": 5})", R"(6: /sessions/0/broadcast/url: 5 is not a web address; write "https://…")"},
      {R"("broadcast": {})", R"(6: /sessions/0/broadcast: an object has no page to open; write {"url": "https://…"})"},
      {R"("broadcast": true)", R"(6: /sessions/0/broadcast: true has no page to open; write {"url": "https://…"})"},
      {R"("recording": "www.example.org")", nullptr},
      {R"("overflow": "multimdia")",
       R"(6: /sessions/0/overflow: "multimdia" is not a hall of this feed; did you mean "multimedia"?)"},
      {R"("overflow": "gorky")",
       "6: /sessions/0/overflow: the session's own hall cannot take those it has no room for"},
      {R"("originally": {"hall": "nowhere-at-all"})", nullptr},
      {R"("originally": {"start": "x"})",
       R"(6: /sessions/0/originally/start: "x" is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"("originally": "gorky")", R"(6: /sessions/0/originally: "gorky" is not a hall or a start; write {…})"},
  };
  const Session plain = only_session(read(feed_of(session_of("a"))));
  for (const Case& bad : cases) {
    CAPTURE(bad.field);
    const FeedReading reading = read(feed_of(session_of("a", bad.field)));
    CHECK(only_session(reading) == plain);
    CHECK(any_errors(reading.problems));
    if (bad.problem != nullptr) {
      CHECK(texts(reading.problems) == Texts{bad.problem});
    }
  }
}

TEST_CASE("null stands for absent in every optional field but the broadcast") {
  const FeedReading reading = read(feed_of(session_of(
      "a", R"("end": null, "kind": null, "state": null, "speakers": null, "recording": null, "overflow": null,
              "originally": null, "subtitle": null, "language": null, "reason": null, "track": null)")));
  CHECK(texts(reading.problems) == Texts{});
  CHECK(only_session(reading) == only_session(read(feed_of(session_of("a")))));
}

TEST_CASE("a broadcast is a page, the hall's when absent, none when null") {
  const Session own = only_session(read(feed_of(session_of("a", R"("broadcast": {"url": "https://x.org"})"))));
  CHECK(own.broadcast == Link{"https://x.org"});
  CHECK_FALSE(own.not_broadcast);
  const Session halls = only_session(read(feed_of(session_of("a"))));
  CHECK_FALSE(halls.broadcast);
  CHECK_FALSE(halls.not_broadcast);
  for (const char* none : {"null", "false"}) {
    const FeedReading reading = read(feed_of(session_of("a", std::string("\"broadcast\": ") + none)));
    CHECK(only_session(reading).not_broadcast);
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("a broadcast given as a bare address is understood, with a warning") {
  const FeedReading reading = read(feed_of(session_of("a", R"("broadcast": "https://x.org/ё")")));
  CHECK(only_session(reading).broadcast == Link{"https://x.org/ё"});
  CHECK(texts(reading.problems) ==
        Texts{R"(6: /sessions/0/broadcast: a page is an object; write {"url": "https://x.org/ё"})"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("web addresses have a scheme, a host and no blanks, and upper case is fine") {
  for (const char* good :
       {"http://a", "https://a.b/c?d#e", "HTTPS://A.B", "https://пример.рф/путь", "http://[::1]:80/"}) {
    CHECK(is_web_address(good));
  }
  for (const char* bad : {"", "http://", "https:///path", "http:/a", "//a", "a.b", "https://?q", "http://a\n",
                          "http://a b", "https://user@", "mailto:a@b"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_web_address(bad));
  }
}

TEST_CASE("a plenum stands in several halls, or in all") {
  const auto halls_of = [](const std::string& halls) {
    const FeedReading reading =
        read(feed_of(R"({"id": "a", "title": "T", "start": "2024-04-17T10:00:00", )" + halls + "}"));
    CHECK(reading.problems.empty());
    return only_session(reading).halls;
  };
  using Ids = std::vector<std::string>;
  CHECK(halls_of(R"("halls": ["multimedia", "gorky"])") == Ids{"multimedia", "gorky"});
  CHECK(halls_of(R"("halls": ["gorky", "gorky"])") == Ids{"gorky"});
  CHECK(halls_of(R"("halls": "all")") == Ids{"gorky", "multimedia", "small-conference"});
  CHECK(halls_of(R"("hall": "all")") == Ids{"gorky", "multimedia", "small-conference"});
  CHECK(halls_of(R"("halls": "gorky")") == Ids{"gorky"});
  CHECK(halls_of(R"("hall": ["gorky", "multimedia"])") == Ids{"gorky", "multimedia"});
  CHECK(halls_of(R"("hall": "multimedia", "halls": ["gorky"])") == Ids{"gorky", "multimedia"});
  CHECK(halls_of(R"("hall": "all", "halls": ["multimedia"])") == Ids{"gorky", "multimedia", "small-conference"});
}

TEST_CASE("of several halls the unknown ones are told and the others kept") {
  const FeedReading reading = read(feed_of(R"({"id": "a", "title": "T", "start": "2024-04-17T10:00:00",
  "halls": ["gorky",
            "multymedia",
            7]})"));
  CHECK(only_session(reading).halls == std::vector<std::string>{"gorky"});
  CHECK(texts(reading.problems)[0] ==
        R"(8: /sessions/0/halls/1: "multymedia" is not a hall of this feed; did you mean "multimedia"?)");
  CHECK(texts(reading.problems)[1] == R"(9: /sessions/0/halls/2: an id is a text; write "7")");
}

TEST_CASE("a hall whose id is \"all\" is that hall") {
  const FeedReading reading = read(
      R"({"format": "venue-feed/1", "event": {"time_zone": "UTC"},
          "halls": [{"id": "all", "name": "All"}, {"id": "b", "name": "B"}],
          "sessions": [{"id": "a", "title": "T", "start": "2024-04-17T10:00:00", "hall": "all"}]})");
  CHECK(only_session(reading).halls == std::vector<std::string>{"all"});
}

TEST_CASE("a session without an id gets one that stays the same from poll to poll") {
  const char* session = R"({"hall": "gorky", "start": "2024-04-17T10:00:00", "title": "Кофе", "kind": "break"})";
  const FeedReading once = read(feed_of(session));
  const FeedReading again = read(feed_of(session_of("a") + ",\n" + session));
  CHECK(only_session(once).id == again.schedule->sessions().back().id);
  CHECK_FALSE(only_session(once).id.empty());
  REQUIRE(once.problems.size() == 1);
  CHECK(once.problems.front().severity == Severity::warning);
  CHECK(texts(once.problems).front().starts_with("6: /sessions/0: the session has no id"));
}

TEST_CASE("sessions without ids in two halls at once are two sessions") {
  const FeedReading reading = read(feed_of(R"({"hall": "gorky", "start": "2024-04-17T10:00:00", "title": "Кофе"},
      {"hall": "multimedia", "start": "2024-04-17T10:00:00", "title": "Кофе"})"));
  CHECK(reading.schedule->sessions().size() == 2);
}

TEST_CASE("an id that is a number is taken for its digits") {
  const FeedReading reading =
      read(feed_of(R"({"id": 17, "hall": "gorky", "start": "2024-04-17T10:00:00", "title": "T"})"));
  CHECK(only_session(reading).id == "17");
  CHECK(texts(reading.problems) == Texts{R"(6: /sessions/0/id: an id is a text; write "17")"});
}

TEST_CASE("an id used by a session that was set aside is free") {
  const FeedReading reading = read(feed_of(R"({"id": "a", "hall": "gorky", "title": "no start"},)" + session_of("a")));
  CHECK(only_session(reading).title == "Открытие");
}

TEST_CASE("a session may end when it starts") {
  const FeedReading reading = read(feed_of(session_of("a", R"("end": "2024-04-17T10:00:00+03:00")")));
  CHECK(reading.problems.empty());
  CHECK(only_session(reading).end == at("2024-04-17T10:00:00"));
}

TEST_CASE("words of choice are read in any case, and cancelled in both spellings") {
  for (const char* state : {"cancelled", "canceled", "Cancelled", " CANCELLED "}) {
    const FeedReading reading = read(feed_of(session_of("a", std::string(R"("state": ")") + state + '"')));
    CHECK(only_session(reading).state == SessionState::cancelled);
    CHECK(reading.problems.empty());
  }
  CHECK(only_session(read(feed_of(session_of("a", R"("kind": "break")")))).kind == SessionKind::break_);
  CHECK(only_session(read(feed_of(session_of("a", R"("kind": "all_day")")))).kind == SessionKind::all_day);
}

TEST_CASE("a text by language keeps what is good of it, in the order written") {
  const FeedReading reading = read(feed_of(
      R"({"id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": {"ru": "Открытие", "en": 5, "de": "Eröffnung"}})"));
  CHECK(only_session(reading).title == LocalText{{"ru", "Открытие"}, {"de", "Eröffnung"}});
  CHECK(only_session(reading).title.in("fr") == "Открытие");
  CHECK(texts(reading.problems) == Texts{R"(6: /sessions/0/title/en: 5 is not a text; write "…")"});
}

TEST_CASE("a text has no control characters and no blank ends") {
  const FeedReading reading = read(feed_of(
      R"({"id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": "\n Открытие\tи\u0000закрытие  "})"));
  CHECK(only_session(reading).title == "Открытие и закрытие");
}

TEST_CASE("of a title of 100 000 characters the first 4096 are read") {
  const std::string title(100'000, 'x');
  const FeedReading reading =
      read(feed_of(R"({"id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": ")" + title + "\"}"));
  CHECK(only_session(reading).title == LocalText(title.substr(0, 4096)));
}

TEST_CASE("times without an offset are the venue's, and the settings' zone comes before the feed's") {
  const std::string feed = feed_of(R"({"id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": "T"},
      {"id": "b", "hall": "gorky", "start": "2024-04-17T10:00:00Z", "title": "T"})");
  const FeedReading own = read(feed);
  CHECK(own.schedule->time_zone() == find_time_zone("Europe/Moscow"));
  CHECK(own.schedule->sessions()[0].start == at("2024-04-17T10:00:00+03:00"));
  CHECK(own.schedule->sessions()[1].start == at("2024-04-17T10:00:00+00:00"));
  const FeedReading overridden = read(feed, find_time_zone("Asia/Tokyo"));
  CHECK(overridden.schedule->time_zone() == find_time_zone("Asia/Tokyo"));
  CHECK(overridden.schedule->sessions()[0].start == at("2024-04-17T10:00:00+09:00"));
  CHECK(overridden.schedule->sessions()[1].start == at("2024-04-17T10:00:00+00:00"));
}

TEST_CASE("where the zone is unknown or missing, the offsets of the sessions stand in for it") {
  const auto reading_of = [](const std::string& event, const std::string& start, SaidZone zone = {}) {
    return read(R"({"format": "venue-feed/1", "event": )" + event + R"(,
      "halls": [{"id": "a", "name": "A"}], "sessions": [{"id": "x"}, {"id": "s", "hall": "a", "title": "T", "start": ")" +
                    start + R"("}]})",
                zone);
  };
  const auto local_hour = [](const FeedReading& reading) {
    const LocalTime local = to_local(reading.schedule->sessions().front().start, reading.schedule->time_zone());
    return std::chrono::duration_cast<std::chrono::hours>(local.time_since_epoch()).count() % 24;
  };
  const FeedReading misspelt = reading_of(R"({"time_zone": "Europe/Moskow"})", "2024-04-17T10:00:00+03:00");
  CHECK(local_hour(misspelt) == 10);
  CHECK(texts(misspelt.problems).front() ==
        R"(1: /event/time_zone: "Europe/Moskow" is not a time zone; write one of the tz database, "Europe/Moscow")");
  CHECK(misspelt.problems.front().severity == Severity::error);
  const FeedReading missing = reading_of("{}", "2024-04-17T10:00:00-10:00");
  CHECK(local_hour(missing) == 10);
  CHECK(texts(missing.problems).front() == R"(1: /event: "time_zone" is missing; write "time_zone": "Europe/Moscow")");
  CHECK(local_hour(reading_of("{}", "2024-04-17T10:00:00+05:30")) == 10);
  CHECK(reading_of("{}", "2024-04-17T10:00:00+13:47").schedule->event().time_zone == NoZone::unsaid);
  CHECK(reading_of("{}", "2024-04-17T10:00:00").schedule->event().time_zone == NoZone::unsaid);
  CHECK(reading_of("{}", "2024-04-17T10:00:00+03:00", find_time_zone("Asia/Tokyo")).schedule->time_zone() ==
        find_time_zone("Asia/Tokyo"));
}

TEST_CASE("an event that is missing or no object is told, and the halls and sessions live") {
  const FeedReading missing =
      read(R"({"format": "venue-feed/1", "halls": [{"id": "a", "name": "A"}], "sessions": []})");
  CHECK(texts(missing.problems).front().starts_with("1: \"event\" is missing"));
  const FeedReading wrong =
      read(R"({"format": "venue-feed/1", "event": "Форум", "halls": [{"id": "a", "name": "A"}], "sessions": []})");
  CHECK(texts(wrong.problems).front() == R"(1: /event: "Форум" is not an event; write {…})");
}

TEST_CASE("a language of the event that is none is told, the others stay") {
  const FeedReading reading =
      read(R"({"format": "venue-feed/1", "event": {"time_zone": "UTC", "languages": ["ru", 5, ""]},
    "halls": [{"id": "a", "name": "A"}], "sessions": []})");
  CHECK(reading.schedule->event().languages == std::vector<std::string>{"ru"});
  CHECK(reading.problems.size() == 2);
}

TEST_CASE("a bad hall is set aside, the others live") {
  const FeedReading reading =
      read(feed_of_halls("[\n {\"id\": \"a\", \"name\": \"A\"},\n 5,\n {\"name\": \"B\"},\n"
                         " {\"id\": \"a\", \"name\": \"A2\"},\n {\"id\": true},\n {\"id\": \" \"},\n"
                         " {\"id\": \"z\"}]"));
  REQUIRE(reading.schedule->halls().size() == 2);
  CHECK(reading.schedule->halls()[0].name == "A");
  CHECK(reading.schedule->halls()[1].name == "z");
  CHECK(texts(reading.problems) == Texts{"5: /halls/1: 5 is not a hall; write {…}",
                                         R"(6: /halls/2: the hall has no id; write "id": "gorky")",
                                         R"(7: /halls/3: the id "a" is taken by line 4; this one is left out)",
                                         R"(8: /halls/4/id: true is not an id; write a text such as "gorky")",
                                         "9: /halls/5/id: an id may not be empty",
                                         R"(10: /halls/6: the hall "z" has no name; write "name": "…")"});
}

TEST_CASE("a hall's delay is whole minutes from a time on, or not there") {
  const auto delay_of = [](const std::string& delay) {
    const FeedReading reading = read(feed_of_halls(R"([{"id": "a", "name": "A", "delay": )" + delay + "}]"));
    return std::pair(reading.schedule->halls().front().delay, texts(reading.problems));
  };
  const std::string from = R"("from": "2024-04-17T14:00:00")";
  CHECK(delay_of(R"({"minutes": 1440, )" + from + "}").first ==
        HallDelay{std::chrono::minutes(1440), at("2024-04-17T14:00:00")});
  CHECK(delay_of(R"({"minutes": 0, )" + from + "}") == std::pair(std::optional<HallDelay>(), Texts{}));
  for (const char* minutes : {"-1", "1441", "2.5", "\"10\"", "null"}) {
    const auto [delay, problems] = delay_of(std::string(R"({"minutes": )") + minutes + ", " + from + "}");
    CHECK_FALSE(delay);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().find("a delay is 0 to 1440 whole minutes") != std::string::npos);
  }
  CHECK(delay_of(R"({"minutes": 10})").second.front().starts_with("3: /halls/0/delay: from when is the hall late?"));
  CHECK(delay_of(R"({"minutes": 10, "from": "noon"})").second.size() == 1);
  CHECK(delay_of("10").second == Texts{"3: /halls/0/delay: 10 is not a delay; write {…}"});
}

TEST_CASE("a bad notice is set aside, a bad field of one is left out") {
  const FeedReading reading = read(feed_of("", R"(, "notices": [
    { "id": "a" },
    "text",
    { "id": "b", "text": "B", "level": "urgent" },
    { "id": "b", "text": "again" },
    { "id": "c", "text": "C", "halls": ["gorky", "nowhere-at-all"] },
    { "id": "d", "text": "D", "halls": ["nowhere-at-all"] },
    { "id": "e", "text": "E", "from": "2024-04-17T18:00:00", "until": "2024-04-17T18:00:00" },
    { "text": "F", "halls": [], "until": "later" } ])"));
  const std::vector<Notice> expected = {{"b", NoticeLevel::info, "B", {}, {}, {}},
                                        {"c", NoticeLevel::info, "C", {"gorky"}, {}, {}},
                                        {"e", NoticeLevel::info, "E", {}, at("2024-04-17T18:00:00"), {}},
                                        {"F", NoticeLevel::info, "F", {}, {}, {}}};
  CHECK(reading.schedule->notices() == expected);
  const Texts problems = texts(reading.problems);
  REQUIRE(problems.size() == 8);
  CHECK(problems[0] == R"(8: /notices/0: the notice has no text; write "text": "…")");
  CHECK(problems[1] == R"(9: /notices/1: "text" is not a notice; write {…})");
  CHECK(problems[2] == R"(10: /notices/2/level: "urgent" is none of "info", "warning", "emergency")");
  CHECK(problems[3] == R"(11: /notices/3: the id "b" is taken by line 10; this one is left out)");
  CHECK(problems[4].starts_with("12: /notices/4/halls/1: "));
  CHECK(problems[5].starts_with("13: /notices/5/halls/0: "));
  CHECK(problems[6] == "14: /notices/6/until: the notice ends before it begins; shown without an end");
  CHECK(problems[7].starts_with("15: /notices/7/until: "));
}

TEST_CASE("notices that are no list cost nothing else") {
  const FeedReading reading = read(feed_of(session_of("a"), R"(, "notices": {"text": "?"})"));
  CHECK(reading.schedule->sessions().size() == 1);
  CHECK(texts(reading.problems) == Texts{"7: /notices: an object is not a list; write […]"});
}

TEST_CASE("a key that looks like a slip of the pen is told, an extra is not") {
  const FeedReading reading =
      read(feed_of("{ \"id\": \"a\", \"hall\": \"gorky\", \"start\": \"2024-04-17T10:00:00\", \"title\": \"T\",\n"
                   "  \"edn\": \"2024-04-17T11:00:00\",\n  \"spekers\": [],\n  \"room\": \"x\", \"x-sponsor\": 1 }"));
  CHECK(texts(reading.problems) ==
        Texts{R"(7: /sessions/0/edn: "edn" means nothing here; did you mean "end"?)",
              R"(8: /sessions/0/spekers: "spekers" means nothing here; did you mean "speakers"?)"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a key that resembles one already given is an extra") {
  CHECK(read(feed_of(session_of("a", R"("titles": "x", "starts": 5)"))).problems.empty());
}

TEST_CASE("a key given twice is told, and the last one counts") {
  const FeedReading reading = read(feed_of(session_of("a", "\"title\": \"Другое\"")));
  CHECK(only_session(reading).title == "Другое");
  CHECK(texts(reading.problems) == Texts{R"(6: /sessions/0/title: "title" is given twice; the last one counts)"});
}

TEST_CASE("a pointer escapes what RFC 6901 says") {
  const FeedReading reading = read(
      feed_of(R"({"id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": {"a/b~c": 1, "ru": "T"}})"));
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems.front().where == "/sessions/0/title/a~1b~0c");
}

TEST_CASE("texts are plain, whatever markup they were written in") {
  const FeedReading reading = read(feed_of(
      R"x({ "id": "a", "hall": "gorky", "start": "2024-04-17T10:00:00", "title": {"ru": "<b>Опыт</b> &laquo;АТ&amp;Т&raquo;"},
           "subtitle": "*Итоги*", "track": "H<sub>2</sub>O", "reason": "[сайт](https://example.org)",
           "speakers": [{"name": "Анна&nbsp;И.", "role": "`CEO`"}, "**Bob**"] })x",
      R"(, "notices": [{"id": "n", "text": "<p>Автобус</p>"}])"));
  const Session session = only_session(reading);
  CHECK(session.title == LocalText{{"ru", "Опыт «АТ&Т»"}});
  CHECK(session.subtitle == "Итоги");
  CHECK(session.track == "H2O");
  CHECK(session.reason == "сайт");
  CHECK(session.speakers == std::vector<Speaker>{{"Анна\u00A0И.", "CEO", ""}, {"Bob", {}, ""}});
  CHECK(reading.schedule->notices().front().text == "Автобус");
  CHECK(reading.problems.empty());
}

TEST_CASE("pictures have the feed's own address for their base") {
  const auto pictures_of = [](const std::string& base) {
    const auto reading = read_feed(R"({ "format": "venue-feed/1",
      "event": { "title": "E", "time_zone": "UTC", "logo": "logo.png" },
      "halls": [ { "id": "a", "name": "A", "background": "/halls/a b.jpg" } ],
      "sessions": [ { "id": "s", "hall": "a", "start": "2024-04-17T10:00:00", "title": "T",
                      "speakers": [ { "name": "Anna", "photo": "https://cdn.example.org/anna.jpg" } ] } ] })",
                                   {.base = base});
    const Schedule& schedule = *reading.value().schedule;
    return std::vector{schedule.event().logo, schedule.halls().front().background,
                       schedule.sessions().front().speakers.front().photo};
  };
  CHECK(pictures_of("https://example.org/forum/feed.json") == Texts{"https://example.org/forum/logo.png",
                                                                    "https://example.org/halls/a%20b.jpg",
                                                                    "https://cdn.example.org/anna.jpg"});
  CHECK(pictures_of("/srv/feed.json") == Texts{"/srv/logo.png", "/halls/a b.jpg", "https://cdn.example.org/anna.jpg"});
  CHECK(pictures_of("") == Texts{"logo.png", "/halls/a b.jpg", "https://cdn.example.org/anna.jpg"});
}

TEST_CASE("a picture that the feed may not name is told, and not there") {
  const auto reading = read_feed(
      "{ \"format\": \"venue-feed/1\",\n"
      "\"event\": { \"title\": \"E\", \"time_zone\": \"UTC\",\n\"logo\": \"file:///etc/passwd\" },\n"
      "\"halls\": [ { \"id\": \"a\", \"name\": \"A\", \"background\": 5 } ], \"sessions\": [] }",
      {.base = "https://example.org/feed.json"});
  REQUIRE(reading);
  CHECK(reading->schedule->event().logo.empty());
  CHECK(reading->schedule->halls().front().background.empty());
  CHECK(
      texts(reading->problems) ==
      Texts{R"(3: /event/logo: "file:///etc/passwd" is not the address of a picture; write "logo.png" or "https://…")",
            R"(4: /halls/0/background: 5 is not a text; write "…")"});
}

TEST_CASE("a colour is six hexadecimal digits, or three") {
  const auto colors_of = [](const std::string& colors) {
    const FeedReading reading =
        read(R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC", "colors": )" + colors +
             R"(}, "halls": [{"id": "a", "name": "A"}], "sessions": []})");
    return std::pair(reading.schedule->event().colors, texts(reading.problems));
  };
  CHECK(colors_of(R"({"background": "#000000", "accent": "#FFFFFF"})") == std::pair(EventColors{0, 0xFFFFFF}, Texts{}));
  CHECK(colors_of(R"({"accent": "#1aF"})") == std::pair(EventColors{{}, 0x11AAFF}, Texts{}));
  CHECK(colors_of("{}") == std::pair(EventColors{}, Texts{}));
  CHECK(colors_of("null") == std::pair(EventColors{}, Texts{}));
  for (const char* color :
       {"\"red\"", "\"#12345\"", "\"#1234567\"", "\"10203a\"", "\"#10203g\"", "\"#-12345\"", "5", "\"\"", "\"#xyz\""}) {
    CAPTURE(color);
    const auto [colors, problems] = colors_of(std::string("{\"background\": ") + color + ", \"accent\": \"#123456\"}");
    CHECK(colors == EventColors{{}, 0x123456});
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().starts_with("1: /event/colors/background: "));
    CHECK(problems.front().ends_with("is not a colour; write \"#10203a\""));
  }
  CHECK(colors_of("\"#123456\"").second == Texts{R"(1: /event/colors: "#123456" is not colours; write {…})"});
  CHECK(colors_of(R"({"acent": "#123456"})").second.size() == 1);
}

TEST_CASE("an object of 200 000 keys costs no more than its reading") {
  std::string extras;
  for (int i = 0; i < 200'000; ++i) {
    extras += (i == 0 ? "\"k" : ", \"k") + std::to_string(i) + "\": 1";
  }
  const FeedReading reading =
      read(feed_of(session_of("a", extras) + ",\n" + session_of("b", "\"subtitle\": {" + extras + "}")));
  CHECK(reading.schedule->sessions().size() == 2);
}
