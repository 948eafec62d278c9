#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "base/url.h"
#include "base/words.h"
#include "board/spoken_languages.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/feed_settings.h"
#include "locales/wording.h"
#include "organizer/diff_words.h"
#include "organizer/findings.h"

namespace kiosk {
namespace {

struct DiffOptions {
  std::string config;
  std::string before;
  std::string now;
  std::string over;  // empty: both are whole
  std::string language;
  bool as_json = false;
};

// The schedule that screens would make of it, null where there is none. What is wrong goes to stderr: a session that is
// set aside would else look like one that was removed.
std::shared_ptr<const Schedule> read(const DiffOptions& options, const std::string& document, FeedsToFollow what) {
  what.feeds.clear();
  for (const std::string& feed : {options.over, document}) {
    if (!feed.empty()) {
      what.feeds.push_back(is_http_url(feed) ? feed : std::filesystem::absolute(feed).string());
    }
  }
  const LoadedFeeds feeds = load_feeds(what);
  for (const Problem& problem : feeds.problems) {
    if (problem.severity == Severity::error) {
      complain(problem);
    }
  }
  return feeds.unreachable ? nullptr : feeds.schedule;
}

int diff(const DiffOptions& options) {
  if (!options.language.empty() && !Wording::speaks(options.language)) {
    complain({.where = "--lang", .what = in_quotes(options.language) + " is not spoken here"});
    return exit_usage;
  }
  const LoadedSettings loaded = load_settings(
      {.file = options.config, .over = {}, .environment = [](const char* name) { return std::getenv(name); }});
  if (loaded.unreadable) {
    for (const Problem& problem : loaded.problems) {
      complain(problem);
    }
    return exit_could_not_run;
  }
  const FeedsToFollow what = feeds_to_follow(loaded);
  const auto before = read(options, options.before, what);
  const auto now = read(options, options.now, what);
  if (before == nullptr || now == nullptr) {
    return exit_could_not_run;
  }
  const Wording wording(options.language.empty() ? spoken_languages(loaded.settings, now.get()).front()
                                                 : options.language);
  const std::vector<Difference> differences = diff_in_words(*before, *now, wording);
  if (options.as_json) {
    std::cout << json_text(differences_json(differences, wording, now->event().time_zone)) << '\n';
  } else {
    std::cout << differences_text(differences, wording);
  }
  return differences.empty() ? exit_good : exit_has_errors;
}

}  // namespace

Action diff_command(CLI::App& app) {
  const auto options = std::make_shared<DiffOptions>();
  app.add_option("OLD", options->before, "The schedule as it was")->type_name("FILE|URL")->required();
  app.add_option("NEW", options->now, "The schedule as it shall be")->type_name("FILE|URL")->required();
  app.add_option("--over", options->over, "The export that both lie over, where they add to one")
      ->type_name("FILE|URL");
  app.add_option("--config", options->config,
                 "Settings file (default: /etc/venue-kiosk/kiosk.toml, where there is one)")
      ->type_name("FILE");
  app.add_option("--lang", options->language, "Language, instead of the settings' or the event's")->type_name("LANG");
  app.add_flag("--json", options->as_json, "Print the differences as JSON");
  return [options] { return diff(*options); };
}

}  // namespace kiosk
