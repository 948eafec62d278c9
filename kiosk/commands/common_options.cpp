#include "commands/common_options.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/atomic_file.h"
#include "base/url.h"
#include "feed/event_zone.h"
#include "feed/fetch.h"
#include "feed/joined_feeds.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr const char* installed_config = "/etc/venue-kiosk/kiosk.toml";
constexpr std::size_t max_settings_bytes = 1U << 20U;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void CommonOptions::declare(CLI::App& app) {
  app.add_option("--config", config, "Settings file (default: /etc/venue-kiosk/kiosk.toml, where there is one)")
      ->type_name("FILE");
  app.add_option("--feed", over.feed, "The schedule feed, instead of the settings'")->type_name("URL|FILE");
}

void CommonOptions::declare_hall(CLI::App& app) {
  app.add_option("--hall", over.hall, "Id of the hall, instead of the settings'")->type_name("ID");
}

LoadedSettings load_settings(const CommonOptions& options) {
  LoadedSettings loaded;
  loaded.watched = options.config.empty() ? installed_config : options.config;
  loaded.mark = stamp_of(loaded.watched);
  std::error_code ignored;
  if (!options.config.empty() || loaded.mark) {
    loaded.file = loaded.watched;
  }
  if (!loaded.file.empty()) {
    const Result<std::string> toml = read_file(loaded.file, max_settings_bytes);
    if (toml) {
      SettingsReading reading =
          read_settings(*toml, loaded.file.string(), std::filesystem::absolute(loaded.file, ignored).parent_path());
      loaded.is_toml = reading.is_toml;
      loaded.settings = std::move(reading.settings);
      loaded.problems = std::move(reading.problems);
      loaded.lines = std::move(reading.lines);
    } else {
      loaded.unreadable = true;
      loaded.problems.push_back(toml.error());
    }
  }
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  apply(overrides_from_environment([](const char* name) { return std::getenv(name); }), here, loaded.settings);
  apply(options.over, here, loaded.settings);

  if (!loaded.settings.time_zone.empty()) {
    loaded.time_zone = find_time_zone(loaded.settings.time_zone);
    if (!loaded.time_zone) {
      loaded.problems.push_back(
          {.file = loaded.file.string(),
           .where = "time_zone",
           .what = loaded.time_zone.is(NoZone::no_rules)
                       ? zone_rules_missing
                       : '"' + loaded.settings.time_zone +
                             "\" is no time zone of this system; write an IANA name like \"Europe/Moscow\""});
    }
  }
  return loaded;
}

LoadedSettings load_settings_again(const CommonOptions& options, LoadedSettings before) {
  LoadedSettings loaded = load_settings(options);
  if (loaded.unreadable || !loaded.is_toml) {
    before.mark = loaded.mark;
    before.problems = std::move(loaded.problems);
    return before;
  }
  return loaded;
}

AccessFiles access_files(const Settings& settings) {
  const FeedAccessSettings& files = settings.feed_access;
  return {.feed = settings.feed(),
          .token = files.token_file,
          .login = files.login_file,
          .authorities = files.ca_file,
          .certificate = files.certificate_file,
          .key = files.key_file};
}

std::vector<Problem> access_problems(const LoadedSettings& loaded) {
  std::vector<Problem> problems;
  const std::vector<std::string>& feeds = loaded.settings.feeds;
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    for (Problem& problem : look_over_access(feeds[i], i == 0 ? access_files(loaded.settings) : AccessFiles{})) {
      if (problem.file.empty()) {
        problem.file = loaded.file.string();
        const auto line = loaded.lines.find(problem.where);
        problem.line = line == loaded.lines.end() ? 0 : line->second;
      }
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

std::filesystem::path cache_folder(const Settings& settings) {
  if (!settings.cache_folder.empty()) {
    return settings.cache_folder;
  }
  if (const std::string given = environment("CACHE_DIRECTORY"); !given.empty()) {
    return given.substr(0, given.find(':'));  // systemd lists several with colons
  }
  if (const std::string cache = environment("XDG_CACHE_HOME"); !cache.empty()) {
    return std::filesystem::path(cache) / "venue-kiosk";
  }
  if (const std::string home = environment("HOME"); !home.empty()) {
    return std::filesystem::path(home) / ".cache/venue-kiosk";
  }
  return {};
}

LoadedFeeds load_feeds(const LoadedSettings& loaded) {
  LoadedFeeds result;
  const std::vector<std::string>& feeds = loaded.settings.feeds;
  if (feeds.empty()) {
    result.unreachable = true;
    result.problems.push_back({.file = loaded.file.string(),
                               .where = "feed.url",
                               .what = "no feed is given; name one in the settings or by --feed URL|FILE"});
    return result;
  }
  const FeedsToFollow what = feeds_to_follow(loaded);
  std::vector<FeedPartReading> readings(feeds.size());
  std::vector<const FeedPart*> parts(feeds.size());
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    FetchOutcome outcome = open_feed_source(feeds[i], what.access)->fetch({});
    if (outcome.kind != FetchOutcome::Kind::new_body) {
      result.unreachable = true;
      result.problems.push_back(std::move(outcome.problem));
    } else if (Result<FeedPartReading> reading = read_feed_part(outcome.body, what.context(i))) {
      readings[i] = *std::move(reading);
      parts[i] = &readings[i].part;
      result.problems.insert(result.problems.end(), readings[i].problems.begin(), readings[i].problems.end());
    } else {
      result.problems.push_back(std::move(reading.error()));
    }
  }
  JoinedSchedule joined = join_feeds(parts, what.pages);
  result.schedule = std::move(joined.schedule);
  result.problems.insert(result.problems.end(), joined.problems.begin(), joined.problems.end());
  return result;
}

Result<FeedReading> load_feed(const LoadedSettings& loaded) {
  LoadedFeeds feeds = load_feeds(loaded);
  if (feeds.schedule == nullptr) {
    return fail(std::move(feeds.problems.front()));
  }
  if (feeds.unreachable) {
    for (const Problem& problem : feeds.problems) {
      complain(problem);
    }
  }
  return FeedReading{std::move(feeds.schedule), std::move(feeds.problems)};
}

FeedsToFollow feeds_to_follow(const LoadedSettings& loaded) {
  const Settings& settings = loaded.settings;
  FeedsToFollow what{.feeds = settings.feeds,
                     .access = access_files(settings),
                     .cache_folder = cache_folder(settings),
                     .poll_interval = settings.poll_interval,
                     .time_zone = loaded.time_zone,
                     .holds = {.hold = settings.hold.time,
                               .sessions = static_cast<std::size_t>(settings.hold.sessions),
                               .percent = static_cast<std::size_t>(settings.hold.percent),
                               .polls = settings.hold.cancelled_after}};
  for (const BroadcastSettings& page : settings.broadcasts) {
    what.pages.push_back({.hall = page.hall,
                          .url = page.url,
                          .from = page.from,
                          .until = page.until,
                          .place = {.file = loaded.file.string(), .line = page.line, .where = "broadcast"}});
  }
  return what;
}

Result<Instant> parse_at(const std::string& text, SaidZone zone) {
  if (const auto instant = zone ? parse_instant(text, *zone) : parse_instant(text)) {
    return *instant;
  }
  return fail({.where = "--at", .what = '"' + text + "\" is no instant; write one like 2024-04-17T14:42:00+03:00"});
}

void complain(const Problem& problem) {
  std::fprintf(stderr, "venue-kiosk: %s%s\n", problem.severity == Severity::warning ? "warning: " : "",
               to_string(problem).c_str());
}

}  // namespace kiosk
