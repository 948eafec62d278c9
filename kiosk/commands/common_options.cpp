#include "commands/common_options.h"

#include <cstdio>
#include <cstdlib>

#include "commands/feed_settings.h"
#include "machine/this_machine.h"
#include "organizer/findings.h"
#include "venue/parse_instant.h"

namespace kiosk {

void CommonOptions::declare(CLI::App& app) {
  app.add_option("--config", config, "Settings file (default: /etc/venue-kiosk/kiosk.toml, where there is one)")
      ->type_name("FILE");
  app.add_option("--feed", over.feed, "The schedule feed, instead of the settings'")->type_name("URL|FILE");
}

void CommonOptions::declare_hall(CLI::App& app) {
  app.add_option("--hall", over.hall, "The hall, by id or name, instead of the settings'")->type_name("ID");
}

SettingsSources CommonOptions::sources() const {
  return {.file = config,
          .over = over,
          .environment = [](const char* name) { return std::getenv(name); },
          .host_name = host_name()};
}

LoadedFeeds load_feeds_of(const LoadedSettings& loaded) {
  if (loaded.settings.feeds.empty()) {
    return {.schedule = nullptr,
            .problems = {{.file = loaded.file.string(),
                          .where = "feed.url",
                          .what = "no feed is given; name one in the settings or by --feed URL|FILE"}},
            .unreachable = true};
  }
  return load_feeds(feeds_to_follow(loaded));
}

Result<LoadedFeeds> load_schedule(const LoadedSettings& loaded) {
  LoadedFeeds feeds = load_feeds_of(loaded);
  if (feeds.schedule == nullptr) {
    return fail(std::move(feeds.problems.front()));
  }
  if (feeds.unreachable) {
    for (const Problem& problem : feeds.problems) {
      complain(problem);
    }
  }
  return feeds;
}

Result<Instant> parse_at(const std::string& text, SaidZone zone) {
  if (const auto instant = zone ? parse_instant(text, *zone) : parse_instant(text)) {
    return *instant;
  }
  return fail({.where = "--at", .what = '"' + text + "\" is no instant; write one like 2024-04-17T14:42:00+03:00"});
}

void complain(const Problem& problem) { std::fprintf(stderr, "venue-kiosk: %s\n", finding_line(problem).c_str()); }

}  // namespace kiosk
