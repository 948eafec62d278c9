#include <algorithm>
#include <cstddef>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "base/words.h"
#include "commands/board_theme.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/unknown_hall.h"
#include "feed/fetch.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// What was found out, before it is told in words or in JSON.
struct Findings {
  LoadedSettings loaded;
  std::shared_ptr<const Schedule> schedule;  // null: the feed could not be had
  std::vector<Problem> problems;             // all, in the order to read them
  bool could_not_run = false;                // the settings file or the feed is not to be had
};

// "https://example.org/schedule.json, /srv/ours.json"
std::string shown_feeds(const Settings& settings) {
  std::string shown;
  for (const std::string& feed : settings.feeds) {
    shown += (shown.empty() ? "" : ", ") + without_credentials(feed);
  }
  return shown;
}

void check_hall(Findings& findings) {
  const Settings& settings = findings.loaded.settings;
  const std::string file = findings.loaded.file.string();
  if (settings.hall.empty()) {
    // Whoever checks a feed alone has no hall in mind.
    if (!findings.loaded.file.empty()) {
      findings.problems.push_back(
          {.file = file, .where = "hall", .what = "no hall is given; write hall = \"ID\" or use --hall ID"});
    }
    return;
  }
  if (!findings.schedule || findings.schedule->find_hall(settings.hall) != nullptr) {
    return;
  }
  Problem problem = unknown_hall(*findings.schedule, settings.hall);
  problem.file = file;
  findings.problems.push_back(std::move(problem));
}

void warn_of_overlaps(Findings& findings) {
  const Schedule& schedule = *findings.schedule;
  for (const Overlap& overlap : overlaps(schedule)) {
    findings.problems.push_back({.severity = Severity::warning,
                                 .file = shown_feeds(findings.loaded.settings),
                                 .where = "hall " + overlap.hall->id,
                                 .what = in_quotes(overlap.later->id) + " starts at " +
                                         format_instant(overlap.later->start, schedule.time_zone()) + ", before " +
                                         in_quotes(overlap.earlier->id) + " ends; both will be shown"});
  }
}

Findings find_out(const CommonOptions& options) {
  Findings findings;
  findings.loaded = load_settings(options);
  findings.problems = findings.loaded.problems;
  if (findings.loaded.unreadable) {
    findings.could_not_run = true;
    return findings;
  }
  const std::vector<Problem> access = access_problems(findings.loaded);
  findings.problems.insert(findings.problems.end(), access.begin(), access.end());
  LoadedFeeds feeds = load_feeds(findings.loaded);
  findings.could_not_run = feeds.unreachable;
  findings.schedule = std::move(feeds.schedule);
  findings.problems.insert(findings.problems.end(), feeds.problems.begin(), feeds.problems.end());
  if (findings.schedule) {
    warn_of_overlaps(findings);
  }
  const std::vector<Problem> theme = board_theme(findings.loaded, findings.schedule.get()).problems;
  findings.problems.insert(findings.problems.end(), theme.begin(), theme.end());
  check_hall(findings);
  return findings;
}

std::ptrdiff_t count(const std::vector<Problem>& problems, Severity severity) {
  return std::count_if(problems.begin(), problems.end(),
                       [&](const Problem& problem) { return problem.severity == severity; });
}

void print_words(const Findings& findings) {
  for (const Problem& problem : findings.problems) {
    complain(problem);
  }
  const Settings& settings = findings.loaded.settings;
  std::cout << "settings: " << (findings.loaded.file.empty() ? "none" : findings.loaded.file.string()) << '\n'
            << "hall: " << (settings.hall.empty() ? "none" : settings.hall) << '\n'
            << "feed: " << (settings.feeds.empty() ? "none" : shown_feeds(settings)) << '\n';
  if (findings.schedule) {
    const Schedule& schedule = *findings.schedule;
    std::cout << "schedule: " << schedule.halls().size() << " halls, " << schedule.sessions().size() << " sessions, "
              << schedule.notices().size() << " notices, " << name_of(schedule.time_zone());
    if (const auto span = schedule.span()) {
      std::cout << ", " << format_instant(span->start, schedule.time_zone()) << " to "
                << format_instant(span->end, schedule.time_zone());
    }
    std::cout << '\n';
  }
  std::cout << "problems: " << count(findings.problems, Severity::error) << " errors, "
            << count(findings.problems, Severity::warning) << " warnings\n";
}

void print_json(const Findings& findings) {
  nlohmann::ordered_json json;
  json["settings"] = findings.loaded.file.string();
  json["hall"] = findings.loaded.settings.hall;
  json["feed"] = shown_feeds(findings.loaded.settings);
  if (findings.schedule) {
    const Schedule& schedule = *findings.schedule;
    json["schedule"] = {{"halls", schedule.halls().size()},
                        {"sessions", schedule.sessions().size()},
                        {"notices", schedule.notices().size()},
                        {"time_zone", name_of(schedule.time_zone())}};
  } else {
    json["schedule"] = nullptr;
  }
  json["problems"] = nlohmann::ordered_json::array();
  for (const Problem& problem : findings.problems) {
    json["problems"].push_back({{"severity", problem.severity == Severity::error ? "error" : "warning"},
                                {"file", problem.file},
                                {"line", problem.line},
                                {"where", problem.where},
                                {"what", problem.what}});
  }
  // Feeds are not always UTF-8 where a problem quotes them.
  std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

Action check_command(CLI::App& app) {
  const auto options = std::make_shared<CommonOptions>();
  const auto as_json = std::make_shared<bool>(false);
  options->declare(app);
  options->declare_hall(app);
  app.add_flag("--json", *as_json, "Print the findings as JSON");
  return [options, as_json] {
    const Findings findings = find_out(*options);
    if (*as_json) {
      print_json(findings);
    } else {
      print_words(findings);
    }
    return findings.could_not_run ? exit_could_not_run : any_errors(findings.problems) ? exit_has_errors : exit_good;
  };
}

}  // namespace kiosk
