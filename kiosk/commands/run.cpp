#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include "base/printable.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/feed_settings.h"
#include "commands/requests.h"
#include "commands/screen_sockets.h"
#include "feed/followed_feeds.h"
#include "fleet/metrics_file.h"
#include "fleet/service_status.h"
#include "graphics/shader_cache.h"
#include "graphics/window.h"
#include "machine/service_watchdog.h"
#include "machine/signals.h"
#include "machine/system_clock.h"
#include "machine/this_machine.h"
#include "player/news_log.h"
#include "player/player.h"
#include "settings/read_settings.h"
#include "technician/identify.h"
#include "technician/questions.h"

namespace kiosk {
namespace {

using namespace std::chrono_literals;

struct RunOptions {
  CommonOptions common;
  std::string at;
  double speed = 1;
  std::string windowed;
  std::string metrics_file;
  std::string screen;
  double exit_after = 0;  // seconds; 0: never
};

ScreenClock::Look look_at_clocks() { return {system_time(), std::chrono::steady_clock::now()}; }

// The board's clock, as --at and --speed set it. `started` is the system's time at the start.
Result<Clock> clock_of(const RunOptions& options, SaidZone zone, Clock::SystemTime started) {
  if (options.at.empty() && options.speed == 1) {
    return Clock();
  }
  if (options.at.empty()) {
    return Clock(std::chrono::floor<std::chrono::seconds>(started), started, options.speed);
  }
  const Result<Instant> at = parse_at(options.at, zone);
  return at ? Result<Clock>(Clock(*at, started, options.speed)) : fail(at.error());
}

void log_settings(LoadedSettings& loaded, const FeedsToFollow& what) {
  const Settings& settings = loaded.settings;
  if (loaded.file.empty() && (settings.feeds.empty() || settings.hall.empty())) {
    loaded.problems.push_back({.file = loaded.watched.string(),
                               .what = "there is no such file; write the settings there, or name theirs by --config"});
  }
  for (const Problem& problem : loaded.problems) {
    spdlog::error("{}", to_string(problem));  // an error whatever its severity: some setting is not in force
  }
  if (settings.feeds.empty()) {
    spdlog::error("no feed is given; name one in the settings, by VENUE_KIOSK_FEED or by --feed");
    return;
  }
  log_problems(ask_for_access(loaded, what.access));
  log_problems(ask_for_plain_http(loaded));
}

// Of a stop the compositor may be the first to hear, and its end be seen before the kiosk's own signal.
constexpr std::chrono::milliseconds patience_for_signal{200};

// By the way that the X library goes, no destructor runs.
[[noreturn]] void end_without_display(const Signals& signals, const Requests& requests) {
  requests.leave();
  for (auto waited = 0ms; !signals.stop_requested() && waited < patience_for_signal; waited += 10ms) {
    std::this_thread::sleep_for(10ms);
  }
  const bool asked_to = signals.stop_requested();
  if (!asked_to) {
    spdlog::critical("the display has gone: ending, to be started again with the last good schedule");
  }
  spdlog::shutdown();
  std::_Exit(asked_to ? exit_good : exit_could_not_run);
}

Result<std::unique_ptr<Window>> open_window(const Settings& settings, const Waker& waker,
                                            std::function<void()> display_lost) {
  Result<std::unique_ptr<Window>> window = Window::open({.title = "venue-kiosk " + printable(settings.hall),
                                                         .monitor = settings.window.monitor,
                                                         .windowed = settings.window.windowed,
                                                         .display_lost = std::move(display_lost)},
                                                        waker);
  if (window) {
    const Renderer renderer = (*window)->renderer();
    spdlog::info("drawing {}x{} with {}, {}", (*window)->size().width, (*window)->size().height,
                 printable(renderer.name), printable(renderer.version));
    if (const auto& missing = (*window)->missing_monitor()) {
      spdlog::warn("no monitor \"{}\" is connected; the primary one serves", printable(*missing));
    }
  }
  return window;
}

// Without one the screen serves its hall all the same, and cannot be spoken to.
std::unique_ptr<RequestSocket> open_socket(const RunOptions& options, const Settings& settings, const Waker& waker) {
  const std::string name = !options.screen.empty() ? options.screen : name_of_screen(settings.window.monitor);
  Result<std::unique_ptr<RequestSocket>> socket = open_screen_socket(name, std::getenv, [waker] { waker.wake(); });
  if (!socket) {
    spdlog::warn("reload, identify and status cannot reach this screen: {}", to_string(socket.error()));
    return nullptr;
  }
  return *std::move(socket);
}

// What outlives one set of settings: the followed feeds, as long as no setting that concerns them changes, and the last
// news with a schedule, as long as the first feed stays the same.
class Feeds {
 public:
  Feeds(const ScreenClock& clock, Waker waker) : clock_(clock), waker_(std::move(waker)) {}

  FollowedFeeds& follow(FeedsToFollow what) {
    if (followed_ == nullptr || followed_->what() != what) {
      followed_.reset();  // first: two must not write the same cache
      followed_ = std::make_unique<FollowedFeeds>(
          std::move(what), [waker = waker_] { waker.wake(); },
          [this] { return clock_.poll_time(std::chrono::steady_clock::now()); });
    }
    return *followed_;
  }
  bool any_hangs(PollProgress::Time now) {
    return hang_watch_.hangs(followed_ != nullptr && followed_->any_overdue(now), now);
  }
  // The last news of the feed that is followed now, for a new player.
  FeedNews last_news() const { return followed_->what().first() == last_feed_ ? last_news_ : FeedNews(); }
  void remember(const FeedNews& news) {
    if (news.schedule != nullptr || last_news_.schedule == nullptr) {
      last_news_ = news;
      last_feed_ = followed_->what().first();
    }
  }

 private:
  const ScreenClock& clock_;
  const Waker waker_;
  FeedNews last_news_;
  std::string last_feed_;
  HangWatch hang_watch_;
  std::unique_ptr<FollowedFeeds> followed_;  // last: its threads use the clock
};

// A thread that hangs cannot be ended: the process ends, for whoever started it to start it anew, with the last good
// schedule. Not by the usual way, which waits for that thread.
[[noreturn]] void begin_again(const Requests& requests) {
  requests.leave();
  spdlog::critical("a feed's poller has hung for minutes: ending, to be started again with the last good schedule");
  spdlog::shutdown();
  std::_Exit(exit_could_not_run);
}

// To systemd, where it has started the program: the first frame is on the glass, as far as a monitor is on; the loop
// goes on.
void notify_systemd(const ScreenReport& report) {
  if (report.frames_drawn == 1) {
    sd_notify(0, "READY=1");
  }
  sd_notify(0, ("WATCHDOG=1\nSTATUS=" + service_status(report)).c_str());
}

int run(RunOptions options) {
  // GLFW opens an input method, for which Xlib reads 5000 rules for composing letters in about 15 ms. Nobody needs them
  // at a kiosk. Comes first, since no other thread may read the environment meanwhile.
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
  keep_no_shaders_on_full_disk();
  give_back_large_blocks();
  spdlog::set_default_logger(spdlog::stderr_logger_mt("venue-kiosk"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z %n: %l: %v");
  const Waker waker;
  Signals signals([waker] { waker.wake(); });

  if (!options.windowed.empty()) {
    options.common.over.windowed = parse_size(options.windowed);
    if (!options.common.over.windowed) {
      complain(
          {.where = "--windowed",
           .what = '"' + options.windowed + "\" is no size; write one like 1280x720, each side from 160 to 16384"});
      return exit_usage;
    }
  }
  const SettingsSources sources = options.common.sources();
  LoadedSettings loaded = load_settings(sources);
  const ScreenClock::Look started = look_at_clocks();
  const Result<Clock> clock = clock_of(options, loaded.time_zone, started.system);
  if (!clock) {
    complain(clock.error());
    return exit_usage;
  }

  Requests requests(signals, waker);
  MetricsFile metrics_file(options.metrics_file);
  ScreenClock screen_clock(*clock, started, Instant(std::chrono::seconds(VENUE_KIOSK_RELEASED)));
  Feeds feeds(screen_clock, waker);
  PlayerOptions player_options{.stop_requested = [&signals] { return signals.stop_requested(); },
                               .reload_wanted = [&requests] { return requests.reload_wanted(); },
                               .waker = waker,
                               .report =
                                   [&](const ScreenReport& report) {
                                     const auto now = std::chrono::steady_clock::now();
                                     if (feeds.any_hangs(now)) {
                                       begin_again(requests);
                                     }
                                     notify_systemd(report);
                                     requests.answer(report);
                                     metrics_file.write_when_due(report, now);
                                   }};
  if (const auto limit = service_watchdog()) {
    player_options.look_within = *limit / 2;  // as sd_watchdog_enabled(3) recommends
  }
  if (options.exit_after > 0) {
    player_options.exit_at =
        started.steady + std::chrono::nanoseconds(static_cast<std::int64_t>(options.exit_after * 1e9));
  }
  ScreenReport report;
  std::unique_ptr<Window> window;
  Identify identify(std::chrono::steady_clock::now);  // after the window, whose GL context it uses
  for (;;) {
    FeedsToFollow what = feeds_to_follow(loaded);
    log_settings(loaded, what);
    player_options.pictures = {
        .files = what.any_file(),
        .cache_folder = what.cache_folder,
        .access = what.access,
        .local = loaded.settings.private_pictures ? LocalPictures::allowed : LocalPictures::not_known_yet};
    player_options.any_server = what.any_server();
    FollowedFeeds& followed = feeds.follow(std::move(what));
    const PlayerClocks clocks{look_at_clocks, kernel_clock_synchronised};
    std::optional<Player> player(std::in_place, loaded, player_options, clocks, screen_clock, followed,
                                 feeds.last_news());
    if (!window) {
      Result<std::unique_ptr<Window>> opened =
          open_window(loaded.settings, waker, [&signals, &requests] { end_without_display(signals, requests); });
      if (!opened) {
        complain(opened.error());
        return exit_could_not_run;
      }
      window = std::move(*opened);
      report.renderer = window->renderer().name;
      if (!requests.listens()) {
        requests.listen(open_socket(options, loaded.settings, waker), identify);
      }
      report.gl = window->renderer().version;
    }
    if (player->play(*window, &identify, report) == Player::Ending::asked_to_stop) {
      requests.leave();  // the display may go before destructors have run
      metrics_file.write(report);
      return exit_good;
    }
    spdlog::info("reading the settings again");
    feeds.remember(player->news());
    metrics_file.write_soon();
    player.reset();  // before the window, whose GL context it uses
    const WindowSettings window_settings = loaded.settings.window;
    loaded = load_settings_again(sources, std::move(loaded));
    requests.reloaded(loaded);
    if (loaded.settings.window != window_settings) {
      identify.leave_glass();
      window.reset();
    }
  }
}

}  // namespace

Action run_command(CLI::App& app) {
  const auto options = std::make_shared<RunOptions>();
  options->common.declare(app);
  options->common.declare_hall(app);
  app.add_option("--at", options->at, "Start the screen's clock at this instant and let it run")->type_name("INSTANT");
  app.add_option("--speed", options->speed, "How fast the clock runs; 60: an hour a minute")
      ->type_name("N")
      ->check(CLI::Range(0.01, 100000.0).description(""));
  app.add_option("--windowed", options->windowed, "A window of this size instead of the full screen")->type_name("WxH");
  app.add_option("--metrics-file", options->metrics_file, "Keep metrics there, in Prometheus text format")
      ->type_name("FILE");
  declare_screen(app, options->screen);
  app.add_option("--exit-after", options->exit_after, "End after so many seconds")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 1e9).description(""));
  return [options] { return run(*options); };
}

}  // namespace kiosk
