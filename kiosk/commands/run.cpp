#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/hall_screen.h"
#include "commands/screen_clock.h"
#include "commands/stop_signals.h"
#include "commands/system_clock.h"
#include "feed/followed_feeds.h"
#include "graphics/window.h"

namespace kiosk {
namespace {

struct RunOptions {
  CommonOptions common;
  std::string at;
  double speed = 1;
  std::string windowed;
  std::string metrics_file;
  double exit_after = 0;  // seconds; 0: never
};

WindowOptions window_options(const Settings& settings) {
  return {.title = "venue-kiosk " + settings.hall,
          .monitor = settings.window.monitor,
          .windowed = settings.window.windowed};
}

int run(RunOptions options) {
  // GLFW opens an input method, for which Xlib reads 5000 ways to compose letters, about 15 ms; nobody
  // types at a kiosk. First of all: another thread must not read the environment meanwhile.
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
  spdlog::set_default_logger(spdlog::stderr_logger_mt("venue-kiosk"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z %n: %l: %v");
  const StopSignals stop([] { Window::wake(); });

  if (!options.windowed.empty()) {
    options.common.over.windowed = parse_size(options.windowed);
    if (!options.common.over.windowed) {
      complain(
          {.where = "--windowed",
           .what = '"' + options.windowed + "\" is no size; write one like 1280x720, each side from 160 to 16384"});
      return exit_usage;
    }
  }
  LoadedSettings loaded = load_settings(options.common);

  const Clock::SystemTime started = system_time();
  Clock clock;
  if (!options.at.empty() || options.speed != 1) {
    Instant at = system_now();
    if (!options.at.empty()) {
      const Result<Instant> parsed = parse_at(options.at, loaded.time_zone);
      if (!parsed) {
        complain(parsed.error());
        return exit_usage;
      }
      at = *parsed;
    }
    clock = Clock(at, started, options.speed);
  }
  HallScreen::Options screen_options;
  screen_options.metrics_file = options.metrics_file;
  if (options.exit_after > 0) {
    screen_options.exit_at = std::chrono::steady_clock::now() +
                             std::chrono::nanoseconds(static_cast<std::int64_t>(options.exit_after * 1e9));
  }
  screen_options.stop_requested = [&stop] { return stop.requested(); };

  Metrics metrics;
  ScreenClock screen_clock(clock, {started, std::chrono::steady_clock::now()});
  std::unique_ptr<Window> window;
  std::unique_ptr<FollowedFeeds> feeds;  // of the settings: as long as nothing that concerns them changes
  FeedNews last_news;  // with a schedule, and the feed they are of: a schedule seen outlives any edit of the settings
  std::string last_feed;
  for (;;) {
    if (FeedsToFollow what = feeds_to_follow(loaded); feeds == nullptr || feeds->what() != what) {
      feeds.reset();  // two may not write one cache
      feeds = std::make_unique<FollowedFeeds>(
          std::move(what), [] { Window::wake(); },
          [&screen_clock] { return screen_clock.poll_time(std::chrono::steady_clock::now()); });
    }
    std::optional<HallScreen> screen(std::in_place, loaded, screen_options, screen_clock, *feeds,
                                     feeds->what().first() == last_feed ? last_news : FeedNews());
    const WindowSettings window_settings = loaded.settings.window;
    if (!window) {
      Result<std::unique_ptr<Window>> opened = Window::open(window_options(loaded.settings));
      if (!opened) {
        complain(opened.error());
        return exit_could_not_run;
      }
      window = std::move(*opened);
      metrics.renderer = renderer_name();
      spdlog::info("drawing {}x{} with {}", window->size().width, window->size().height, metrics.renderer);
      if (const auto& missing = window->missing_monitor()) {
        spdlog::warn("no monitor \"{}\" is connected; the primary one serves", *missing);
      }
    }
    if (screen->show(*window, metrics) == HallScreen::Ending::asked_to_stop) {
      return exit_good;
    }
    spdlog::info("the settings have changed: reading them again");
    if (screen->news().schedule != nullptr) {
      last_news = screen->news();
      last_feed = feeds->what().first();
    }
    screen.reset();  // its pictures' thread may wake the window until now
    loaded = load_settings_again(options.common, std::move(loaded));
    if (loaded.settings.window != window_settings) {
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
  app.add_option("--exit-after", options->exit_after, "End after so many seconds")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 1e9).description(""));
  return [options] { return run(*options); };
}

}  // namespace kiosk
