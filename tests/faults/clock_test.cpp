#include <cstdio>
#include <ctime>

#include "tests/faults/stage.h"

using namespace kiosk::test;
using namespace std::chrono_literals;

// Clocks that are wrong, by set_clock.cpp inside the kiosk; no test touches the machine's own.

namespace {

constexpr long hour = 3600;
constexpr long day = 24 * hour;

std::string rfc3339(std::time_t instant) {
  char text[32] = {};
  std::tm parts{};
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&instant, &parts));
  return text;
}
std::string http_date(std::time_t instant) {
  char text[64] = {};
  std::tm parts{};
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&instant, &parts));
  return text;
}

const std::string link_on_now = "https://example.org/on-now";
const std::string link_on_next = "https://example.org/on-now-edited";

// An hour-long session around the true time, others before and after, yesterday and tomorrow. Only who goes by the
// right time shows its code and no other: those before have their own, those after have none.
std::string programme_around(std::time_t now, const std::string& link) {
  std::string sessions;
  for (const long at : {-day - hour, -day, -day + hour, -hour, 0L, hour, day - hour, day, day + hour}) {
    const std::time_t start = now - hour / 2 + at;
    const std::string page = at == 0 ? link : "https://example.org/earlier/" + std::to_string(-at);
    sessions += std::string(sessions.empty() ? "" : ",") + R"({"id": "s)" + std::to_string(at) +
                R"(", "hall": "gorky", "title": "Доклад", "start": ")" + rfc3339(start) + R"(", "end": ")" +
                rfc3339(start + hour) + R"(", "broadcast": )" + (at > 0 ? "null" : "{\"url\": \"" + page + "\"}") + "}";
  }
  return R"({"format": "venue-feed/1", "event": {"title": "Форум", "time_zone": "Europe/Moscow"},
             "halls": [{"id": "gorky", "name": "Горьковский зал"}], "sessions": [)" +
         sessions + "]}";
}

// With the true time in its header.
FaultyServer::Answer dated(const std::string& feed) {
  return [feed](const Exchange& exchange) {
    return exchange.send(http_answer("200 OK", "Date: " + http_date(std::time(nullptr)) + "\r\n", feed));
  };
}

class ClockStage : public Stage {
 public:
  ClockStage() { set_clocks(0); }

  // In place, and of one length: the kiosk reads it at any moment.
  void set_clocks(long time_of_day, long steady = 0) const {
    char text[48] = {};
    std::snprintf(text, sizeof text, "%20ld %20ld", time_of_day, steady);
    const int file = ::open(machine.file("clock").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    const bool written = ::pwrite(file, text, sizeof text, 0) == sizeof text;
    ::close(file);
    REQUIRE(written);
  }
  void start_with_clocks(const std::vector<std::string>& arguments = {}) {
    std::vector<std::string> environment = preloading(KIOSK_SET_CLOCK);
    environment.push_back("KIOSK_TEST_CLOCK=" + machine.file("clock").string());
    machine.start(arguments, environment);
  }
  bool answers_more(std::size_t times) {
    const std::size_t until = server.requests() + times;
    return eventually([&] { return server.requests() >= until || !machine.runs(); }) && machine.runs();
  }
};

// Set so under way; then at a start, with what the disk knows; then right again.
void board_stands_through_clock_set_by(long seconds) {
  ClockStage stage;
  const std::string feed = programme_around(std::time(nullptr), link_on_now);
  stage.server.answer_by(dated(feed));
  stage.start_with_clocks();
  REQUIRE(stage.machine.shows_link(link_on_now));
  CHECK(stage.answers_more(2));  // the server and the clock agree

  stage.set_clocks(seconds);
  CHECK(stage.answers_more(3));
  const bool stands = stage.machine.links() == std::vector{link_on_now};
  CHECK(stands);
  CHECK(stage.machine.end() == 0);

  const auto begin = std::chrono::steady_clock::now();
  stage.start_with_clocks();
  const bool found = stage.machine.shows_link(link_on_now);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  CHECK(found);

  stage.set_clocks(0);
  stage.server.answer_by(dated(programme_around(std::time(nullptr), link_on_next)));
  CHECK(stage.machine.shows_link(link_on_next));
  CHECK(stage.machine.end() == 0);
  record(stands ? "set under way: the same board" : "set under way: another board", stage.last_warning(),
         found ? seconds_text(taken) + " from a start with the wrong clock" : "never");
}

}  // namespace

TEST_CASE("the clock is set back an hour") { board_stands_through_clock_set_by(-hour); }
TEST_CASE("the clock is set forward an hour") { board_stands_through_clock_set_by(hour); }
TEST_CASE("the clock is set back a day") { board_stands_through_clock_set_by(-day); }
TEST_CASE("the clock is set forward a day") { board_stands_through_clock_set_by(day); }
TEST_CASE("the clock is set to 1970") { board_stands_through_clock_set_by(-std::time(nullptr) + 10); }

TEST_CASE("a start in 1970 without the server") {
  ClockStage stage;
  stage.server.answer_by(dated(programme_around(std::time(nullptr), link_on_now)));
  stage.start_with_clocks();
  REQUIRE(stage.machine.shows_link(link_on_now));
  CHECK(stage.machine.end() == 0);
  stage.server.refuse_connections();
  stage.set_clocks(-std::time(nullptr) + 10);
  stage.start_with_clocks();
  // It cannot be earlier than when the feed was fetched, moments ago.
  const bool stands = stage.machine.shows_link(link_on_now);
  CHECK(stands);
  CHECK(stage.machine.says("is the server running"));
  const std::string logged = stage.last_warning();
  stage.server.answer_by(dated(programme_around(std::time(nullptr), link_on_next)));
  stage.server.take_connections();
  const auto begin = std::chrono::steady_clock::now();
  const bool recovered = stage.machine.shows_link(link_on_next);
  CHECK(recovered);
  record(stands ? "the same board" : "something else", logged,
         recovered ? seconds_text(std::chrono::steady_clock::now() - begin) : "never");
  CHECK(stage.machine.end() == 0);
}

TEST_CASE("of two feeds the second is silent, from a start in 1970 an hour later") {
  ClockStage stage;
  stage.machine.write_settings(stage.server.url("/feed.json"));
  write_file(stage.machine.settings(),
             std::regex_replace(
                 file_text(stage.machine.settings()), std::regex("url = [^\n]*"),
                 "url = [\"" + stage.server.url("/feed.json") + "\", \"" + stage.server.url("/notices.json") + "\"]"));
  const std::string feed = programme_around(std::time(nullptr) + hour, link_on_now);
  const std::string notices = R"({"format": "venue-feed/1", "notices": [{"id": "n", "text": "Автобус у входа"}]})";
  const auto answers = [&](long ahead, bool second) {
    stage.server.answer_by([=](const Exchange& exchange) {
      const bool first = exchange.head().find("GET /feed.json") == 0;
      const std::string date = "Date: " + http_date(std::time(nullptr) + ahead) + "\r\n";
      return exchange.send(first    ? http_answer("200 OK", date, feed)
                           : second ? http_answer("200 OK", date, notices)
                                    : http_answer("503 Service Unavailable", date, ""));
    });
  };
  answers(0, true);
  stage.start_with_clocks();
  REQUIRE(stage.machine.shows_first_frame());
  CHECK(stage.answers_more(4));
  CHECK(stage.machine.end() == 0);

  answers(hour, false);
  stage.set_clocks(-std::time(nullptr) + 10);
  stage.start_with_clocks();
  CHECK(stage.machine.shows_link(link_on_now));
  CHECK(stage.answers_more(6));
  CHECK(stage.machine.end() == 0);
  const double age = stage.machine.metric("schedule_age_seconds").value_or(0);
  CHECK(age >= hour - 30);
  CHECK(age <= hour + 600);
  record(age >= hour - 30 ? "the first feed's board, as old as the second feed" : "a board that looks fresh",
         stage.last_warning(), "not tried");
}

namespace {

// An export of the c3voc's kind: five talks in one hall, the first of them on, and one in another.
std::string export_around(std::time_t now, bool with_stage) {
  std::string talks;
  for (int i = 0; with_stage && i < 5; ++i) {
    talks += std::string(i == 0 ? "" : ",") + R"({"id": )" + std::to_string(i) + R"(, "title": "Talk )" +
             std::to_string(i) + R"(", "room": "gorky", "duration": "1:00", "date": ")" +
             rfc3339(now - hour / 2 + i * hour) + R"("})";
  }
  const std::string other = R"({"id": 99, "title": "Elsewhere", "room": "multimedia", "duration": "8:00", "date": ")" +
                            rfc3339(now) + R"("})";
  return R"({"schedule": {"version": "1", "conference": {"title": "Event", "time_zone_name": "UTC", "days": [
             {"index": 1, "date": ")" +
         rfc3339(now).substr(0, 10) + R"(", "rooms": {"gorky": [)" + talks + R"(], "multimedia": [)" + other +
         "]}}]}}}";
}

// A stage vanishes from an export under way: held, whatever clock the kiosk started with.
void vanished_stage_is_held(std::time_t now, long clock_ahead, const std::vector<std::string>& arguments = {}) {
  ClockStage stage;
  stage.server.answer_by(dated(export_around(now, true)));
  stage.set_clocks(clock_ahead);
  stage.start_with_clocks(arguments);
  REQUIRE(stage.machine.shows_first_frame());
  REQUIRE(stage.machine.says("6 sessions"));
  CHECK(stage.answers_more(2));
  stage.server.answer_by(dated(export_around(now, false)));
  const bool held = stage.machine.says("5 coming sessions vanished");
  CHECK(held);
  CHECK(stage.machine.end() == 0);
  CHECK(stage.machine.metric("sessions_held") == 5.0);
  record(held ? "the stage as it was" : "an empty stage", stage.last_warning(), "not tried");
}

}  // namespace

TEST_CASE("a stage vanishes from an export, the clock a day ahead") { vanished_stage_is_held(std::time(nullptr), day); }
TEST_CASE("a stage vanishes from an export, the clock in 1970") {
  vanished_stage_is_held(std::time(nullptr), -std::time(nullptr) + 10);
}
TEST_CASE("a stage vanishes from an export of years ago, looked at by --at") {
  const std::time_t then = 1713355200;
  vanished_stage_is_held(then, 0, {"--at", rfc3339(then)});
}

TEST_CASE("no answer for an hour") {
  // The screen's own clock nearly stands, so that only the board's age can change what is on the glass.
  ClockStage stage;
  stage.start_with_clocks(standing_clock());
  REQUIRE(stage.machine.shows_link(track_1_link));
  const kiosk::Image before = stage.machine.glass();
  stage.server.refuse_connections();
  CHECK(stage.machine.says("is the server running"));
  CHECK(differing(stage.machine.glass(), before) == 0);
  stage.set_clocks(hour, hour);
  CHECK(eventually([&] { return differing(stage.machine.glass(), before) > 0 || !stage.machine.runs(); }));
  const std::string glass = stage.glass_beside(before);
  CHECK(glass == "the same board, with a mark");
  const std::string logged = stage.last_warning();
  stage.server.take_connections();
  const auto begin = std::chrono::steady_clock::now();
  const bool recovered =
      eventually([&] { return differing(stage.machine.glass(), before) == 0 || !stage.machine.runs(); });
  CHECK(recovered);
  record(glass + ": as of when", logged, recovered ? seconds_text(std::chrono::steady_clock::now() - begin) : "never");
  CHECK(stage.machine.end() == 0);
}
