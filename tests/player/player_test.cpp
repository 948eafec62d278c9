#include "player/player.h"

#include <imgui.h>

#include <cmath>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "graphics/offscreen_glass.h"
#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;
using namespace std::chrono_literals;

// The very loop of `run`, on a glass without a display and by a clock that the test moves.

namespace {

const TimeZone moscow = *find_time_zone("Europe/Moscow");
Instant at(const std::string& text) { return parse_instant(text, moscow).value(); }

std::shared_ptr<const Schedule> schedule_of(const std::string& title = "Доклад") {
  Schedule::Parts parts;
  parts.event.title = LocalText("Форум");
  parts.event.time_zone = moscow;
  parts.event.languages = {"ru"};
  parts.halls.resize(1);
  parts.halls[0].id = "gorky";
  parts.halls[0].name = LocalText("Горьковский зал");
  Session session;
  session.id = "talk";
  session.halls = {"gorky"};
  session.start = at("2024-04-17T14:00:00");
  session.end = at("2024-04-17T15:30:00");
  session.title = LocalText(title);
  parts.sessions = {session};
  return std::make_shared<const Schedule>(std::move(parts));
}

FeedNews news_of(std::shared_ptr<const Schedule> schedule, Instant success) {
  FeedNews news;
  news.schedule = std::move(schedule);
  news.status.last_success = success;
  news.counts.new_body = 1;
  return news;
}

// News that come when the loop has slept until their time.
class NewsByHand : public NewsSource {
 public:
  std::deque<FeedNews> waiting;
  std::optional<FeedNews> take() override {
    if (waiting.empty()) {
      return std::nullopt;
    }
    FeedNews news = std::move(waiting.front());
    waiting.pop_front();
    return news;
  }
  std::optional<FeedNews> take_within(std::chrono::milliseconds) override { return take(); }
};

// Counts its frames, and shows one window of Dear ImGui while it is open.
class OverlayByHand : public Overlay {
 public:
  bool open = false;
  int drawn = 0;
  bool take(const std::vector<InputEvent>& input) override {
    const bool was_open = open;
    for (const InputEvent& event : input) {
      const auto* key = std::get_if<KeyEvent>(&event);
      open = key != nullptr && key->down ? !open : open;
    }
    return open != was_open;
  }
  bool visible() const override { return open; }
  void draw(const ScreenReport&, ImguiFrame&) override {
    ImGui::SetNextWindowPos({10, 10});
    ImGui::SetNextWindowSize({150, 60});  // a window that fits itself is hidden for a frame
    ImGui::Begin("over the board");
    ImGui::TextUnformatted("diagnostics");
    ImGui::End();
    ++drawn;
  }
};

// Remembers what it was told of its monitor, and after how many frames.
class WatchedGlass : public OffscreenGlass {
 public:
  using OffscreenGlass::OffscreenGlass;
  MonitorPower keep_monitor(bool on) override {
    told.emplace_back(on, frames_shown());
    return OffscreenGlass::keep_monitor(on);
  }
  std::vector<std::pair<bool, std::uint64_t>> told;
};

struct Doorway {
  explicit Doorway(Instant begin, std::chrono::seconds length)
      : now(begin), screen_clock({}, look()), ends(steady + length) {
    settings.settings.hall = "gorky";
    settings.settings.feeds = {"/srv/feed.json"};
    settings.settings.languages = {"ru"};
    settings.settings.display.drift = false;
    settings.settings.display.fade = false;
  }

  ScreenClock::Look look() const { return {now, steady}; }

  // Plays to the end on a small glass. `sleeping` is called before each sleep, and may change whatever it likes; where
  // it says that it has woken the glass, five seconds pass at most.
  void play(
      const std::function<bool()>& sleeping = [] { return false; }, FeedNews known = {}) {
    auto target = Offscreen::open({320, 180});
    REQUIRE(target);
    glass = std::make_unique<WatchedGlass>(std::move(*target), waker, [&](double seconds) {
      const bool woken = seconds > 0 && sleeping();
      sleeps += seconds > 0 ? 1 : 0;
      const double passes = woken ? std::min(seconds, 5.0) : std::max(seconds, 0.0);
      const auto time = std::chrono::nanoseconds(std::llround(std::ceil(passes * 1e9)));
      now += time;
      steady += time;
    });
    PlayerOptions options;
    options.exit_at = ends;
    options.look_within = look_within;
    options.waker = waker;
    options.report = [&](const ScreenReport& so_far) { reports.push_back(so_far); };
    Player player(settings, options, {[&] { return look(); }, [] { return true; }}, screen_clock, news,
                  std::move(known));
    CHECK(player.play(*glass, &overlay, report) == Player::Ending::asked_to_stop);
  }

  Clock::SystemTime now;
  ClockTrust::Steady steady{1h};
  LoadedSettings settings;
  ScreenClock screen_clock;
  ClockTrust::Steady ends;
  std::optional<std::chrono::nanoseconds> look_within;
  NewsByHand news;
  OverlayByHand overlay;
  Waker waker;
  std::unique_ptr<WatchedGlass> glass;
  ScreenReport report;
  std::vector<ScreenReport> reports;
  int sleeps = 0;
};

}  // namespace

TEST_CASE("a screen that is watched reports as often as it is asked to, and draws no more") {
  Doorway hall(at("2024-04-17T14:10:00"), 10min);
  hall.look_within = 10s;
  hall.play([] { return false; }, news_of(schedule_of(), at("2024-04-17T14:10:00")));
  CHECK(hall.reports.size() >= 61);
  for (std::size_t i = 1; i < hall.reports.size(); ++i) {
    CHECK(hall.reports[i].instant - hall.reports[i - 1].instant <= 10s);
  }
  CHECK(hall.report.frames_drawn <= 13);
}

TEST_CASE("a still hour of a session costs a frame a minute, and as many sleeps") {
  Doorway hall(at("2024-04-17T14:10:00"), 60min);
  const auto schedule = schedule_of();
  hall.news.waiting.push_back(news_of(schedule, at("2024-04-17T14:10:00")));
  // As a poller does: what is still true is confirmed, and the board stays as it is.
  int confirmed = 0;
  hall.play([&] {
    FeedNews again = news_of(schedule, std::chrono::floor<std::chrono::seconds>(hall.now));
    again.counts.not_modified = static_cast<std::uint64_t>(++confirmed);
    hall.news.waiting.push_back(again);
    return false;
  });
  CHECK(hall.report.frames_drawn >= 60);
  CHECK(hall.report.frames_drawn <= 61);
  CHECK(hall.sleeps <= 62);
  CHECK(hall.glass->frames_shown() == hall.report.frames_drawn);
}

TEST_CASE("news stand on the glass at the look they come with, and what they do not change draws nothing") {
  Doorway hall(at("2024-04-17T14:10:10"), 40s);
  hall.news.waiting.push_back(news_of(schedule_of(), at("2024-04-17T14:10:10")));
  int sleeps = 0;
  hall.play([&] {
    if (++sleeps == 1) {
      hall.news.waiting.push_back(news_of(schedule_of("Другой доклад"), at("2024-04-17T14:10:20")));
    } else if (sleeps == 2) {
      hall.news.waiting.push_back(news_of(schedule_of("Другой доклад"), at("2024-04-17T14:10:30")));
    }
    return sleeps <= 2;
  });
  REQUIRE(hall.reports.size() >= 3);
  CHECK(hall.reports[0].frames_drawn == 1);
  CHECK(hall.report.frames_drawn == 2);
}

TEST_CASE("what the player before knew stands in the first frame, without any news") {
  Doorway hall(at("2024-04-17T14:10:00"), 10s);
  hall.play([] { return false; }, news_of(schedule_of(), at("2024-04-17T14:09:00")));
  CHECK(hall.reports.front().last_success == at("2024-04-17T14:09:00"));
  const std::vector<std::uint8_t> known = hall.glass->read_pixels().rgba;  // while its context is the current one
  Doorway waiting(at("2024-04-17T14:10:00"), 10s);
  waiting.play();
  CHECK_FALSE(waiting.reports.front().last_success);
  CHECK((waiting.glass->read_pixels().rgba != known));
}

TEST_CASE("a feed that falls silent marks the board at the very moment it turns stale") {
  Doorway hall(at("2024-04-17T14:10:30"), 3min);
  hall.news.waiting.push_back(news_of(schedule_of(), at("2024-04-17T14:10:30")));
  hall.play();
  std::vector<Instant> drawn;
  for (std::size_t i = 0; i < hall.reports.size(); ++i) {
    if (i == 0 || hall.reports[i].frames_drawn > hall.reports[i - 1].frames_drawn) {
      drawn.push_back(hall.reports[i].instant);
    }
  }
  const std::vector<Instant> expected{at("2024-04-17T14:10:30"), at("2024-04-17T14:11:00"), at("2024-04-17T14:12:00"),
                                      at("2024-04-17T14:12:30"), at("2024-04-17T14:13:00")};
  CHECK(drawn == expected);
}

TEST_CASE("an overlay is drawn over the board when a person calls it, and costs nothing while it is closed") {
  Doorway hall(at("2024-04-17T14:10:05"), 50s);
  hall.news.waiting.push_back(news_of(schedule_of(), at("2024-04-17T14:10:05")));
  int sleeps = 0;
  std::vector<std::uint8_t> board;
  std::vector<std::uint8_t> with_window;
  hall.play([&] {
    ++sleeps;
    if (sleeps == 1) {
      board = hall.glass->read_pixels().rgba;
      hall.glass->put(MouseMoved{{10, 10}});  // nobody called: no frame
    } else if (sleeps == 2) {
      hall.glass->put(KeyEvent{Key::f1, true});
    } else if (sleeps == 3) {
      with_window = hall.glass->read_pixels().rgba;
      hall.glass->put(KeyEvent{Key::f1, false});
      hall.glass->put(KeyEvent{Key::f1, true});
    }
    return sleeps <= 3;
  });
  CHECK(hall.overlay.drawn == 1);
  CHECK(hall.report.frames_drawn == 3);  // the board, the window over it, the board again
  CHECK((with_window != board));
  CHECK((hall.glass->read_pixels().rgba == board));
}

TEST_CASE("in blank hours the monitor is off once the glass is black, and on again before the next board is drawn") {
  Doorway hall(at("2024-04-17T14:09:30"), 4min);
  hall.settings.settings.display.blank = DailyHours{14h + 11min, 14h + 12min};
  std::vector<std::pair<Instant, MonitorPower>> seen;
  hall.play(
      [&] {
        seen.emplace_back(hall.report.instant, hall.glass->monitor());
        return false;
      },
      news_of(schedule_of(), at("2024-04-17T14:09:30")));
  const std::vector<std::pair<Instant, MonitorPower>> expected{
      {at("2024-04-17T14:09:30"), MonitorPower::on},  {at("2024-04-17T14:10:00"), MonitorPower::on},
      {at("2024-04-17T14:11:00"), MonitorPower::off}, {at("2024-04-17T14:11:30"), MonitorPower::off},  // stale
      {at("2024-04-17T14:12:00"), MonitorPower::on},  {at("2024-04-17T14:13:00"), MonitorPower::on}};
  CHECK(seen == expected);
  // Off after the black frame, the third; on before the fourth.
  CHECK(hall.glass->told == std::vector<std::pair<bool, std::uint64_t>>{
                                {true, 0}, {true, 1}, {false, 3}, {false, 3}, {true, 3}, {true, 4}, {true, 5}});
  CHECK(hall.report.monitor == MonitorPower::on);
}

TEST_CASE("who asks a dark screen what it is sees the answer") {
  Doorway hall(at("2024-04-17T14:10:30"), 20s);
  hall.settings.settings.display.blank = DailyHours{14h, 15h};
  int sleeps = 0;
  std::vector<MonitorPower> seen;
  hall.play(
      [&] {
        seen.push_back(hall.glass->monitor());
        hall.glass->put(KeyEvent{Key::f1, true});
        return ++sleeps <= 2;
      },
      news_of(schedule_of(), at("2024-04-17T14:10:30")));
  REQUIRE(seen.size() >= 3);
  CHECK(seen[0] == MonitorPower::off);
  CHECK(seen[1] == MonitorPower::on);
  CHECK(seen[2] == MonitorPower::off);
}

TEST_CASE("all that the outside may know of a screen is in its report") {
  Doorway hall(at("2024-04-17T14:10:00"), 10s);
  FeedNews news = news_of(schedule_of(), at("2024-04-17T14:10:00"));
  news.problems = {{.what = "a slip"}, {.what = "another"}};
  news.sessions_held = 3;
  news.counts = {.new_body = 1, .not_modified = 2, .failed = 3, .refused = 4, .bytes = 5};
  hall.news.waiting.push_back(news);
  hall.play();
  CHECK(hall.report.hall == "gorky");
  CHECK(hall.report.feed_problems == 2);
  CHECK(hall.report.sessions_held == 3);
  CHECK(hall.report.polls == news.counts);
  CHECK(hall.report.first_frame_seconds.value_or(0) > 0);
  CHECK(hall.report.last_frame == at("2024-04-17T14:10:00"));
  CHECK(hall.report.light == Light::full);
  CHECK(hall.report.clock_offset_seconds == 0);
}
