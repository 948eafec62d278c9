#include <memory>
#include <optional>
#include <string>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/hall_screen.h"
#include "commands/stop_signals.h"
#include "commands/system_clock.h"
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
          .monitor = settings.display.monitor,
          .windowed = settings.display.windowed};
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

  HallScreen::Options screen_options;
  const Clock::SystemTime started = system_time();
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
    screen_options.clock = Clock(at, started, options.speed);
  }
  screen_options.metrics_file = options.metrics_file;
  if (options.exit_after > 0) {
    screen_options.exit_at = std::chrono::steady_clock::now() +
                             std::chrono::nanoseconds(static_cast<std::int64_t>(options.exit_after * 1e9));
  }
  screen_options.stop_requested = [&stop] { return stop.requested(); };

  Metrics metrics;
  std::unique_ptr<Window> window;
  for (;;) {
    std::optional<HallScreen> screen(std::in_place, loaded, screen_options);
    const DisplaySettings display = loaded.settings.display;
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
    screen.reset();  // its poller may wake the window until now
    loaded = load_settings(options.common);
    if (loaded.settings.display != display) {
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
