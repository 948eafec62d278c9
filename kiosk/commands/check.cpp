#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "base/url.h"
#include "board/scripts_shown.h"
#include "board/spoken_languages.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/feed_settings.h"
#include "graphics/installed_fonts.h"
#include "layout/board_theme.h"
#include "organizer/findings.h"
#include "organizer/hall_days.h"
#include "organizer/set_aside.h"
#include "paint/missing_fonts.h"
#include "technician/questions.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

struct CheckUp {
  LoadedSettings loaded;
  std::shared_ptr<const Schedule> schedule;  // null: the feed could not be fetched
  std::vector<std::string> dialects;         // beside the settings' feeds, see LoadedFeeds
  std::vector<Problem> findings;             // in the order to read them
  SetAsideList set_aside{};                  // sessions of the feeds that are not shown
  bool could_not_run = false;                // the settings file or the feed cannot be read
};

// "https://example.org/schedule.json, /srv/ours.json"
std::string shown_feeds(const Settings& settings) {
  std::string shown;
  for (const std::string& feed : settings.feeds) {
    shown += (shown.empty() ? "" : ", ") + without_credentials(feed);
  }
  return shown;
}

CheckUp check(const CommonOptions& options) {
  CheckUp check_up{.loaded = load_settings(options.sources()), .schedule = nullptr, .dialects = {}, .findings = {}};
  const LoadedSettings& loaded = check_up.loaded;
  const auto add = [&](const std::vector<Problem>& more) {
    check_up.findings.insert(check_up.findings.end(), more.begin(), more.end());
  };
  add(loaded.problems);
  if (loaded.unreadable) {
    check_up.could_not_run = true;
    return check_up;
  }
  add(ask_for_access(loaded, feeds_to_follow(loaded).access));
  add(ask_for_plain_http(loaded));
  LoadedFeeds feeds = load_feeds_of(loaded);
  check_up.could_not_run = feeds.unreachable;
  check_up.schedule = std::move(feeds.schedule);
  check_up.dialects = std::move(feeds.dialects);
  check_up.set_aside = std::move(feeds.set_aside);
  add(feeds.problems);
  if (check_up.schedule) {
    add(ask_for_overlaps(*check_up.schedule, shown_feeds(loaded.settings)));
    add(ask_for_pictures(*check_up.schedule, loaded, feeds.local));
  }
  add(board_theme(loaded, check_up.schedule.get()).problems);
  Wordings wordings;
  add(missing_fonts(
      scripts_shown(check_up.schedule.get(), spoken_languages(loaded.settings, check_up.schedule.get()), wordings),
      has_font_for));
  add(ask_for_hall(loaded, check_up.schedule.get()));
  return check_up;
}

void print_words(const CheckUp& check_up) {
  for (const Problem& finding : check_up.findings) {
    complain(finding);
  }
  const Settings& settings = check_up.loaded.settings;
  std::cout << "settings: " << (check_up.loaded.file.empty() ? "none" : printable(check_up.loaded.file.string()))
            << '\n'
            << "hall: " << (settings.hall.empty() ? "none" : printable(settings.hall)) << '\n'
            << "feed: " << (settings.feeds.empty() ? "none" : printable(shown_feeds(settings))) << '\n';
  for (std::size_t i = 0; i < check_up.dialects.size(); ++i) {
    std::cout << "dialect: " << (check_up.dialects[i].empty() ? "none" : check_up.dialects[i]);
    if (check_up.dialects.size() > 1) {
      std::cout << " (" << printable(without_credentials(settings.feeds[i])) << ')';
    }
    std::cout << '\n';
  }
  if (check_up.schedule) {
    const Schedule& schedule = *check_up.schedule;
    const SaidZone zone = schedule.event().time_zone;
    std::cout << "schedule: " << schedule.halls().size() << " halls, " << schedule.sessions().size() << " sessions, "
              << schedule.notices().size() << " notices, " << (zone ? name_of(*zone) : "no time zone");
    if (const auto span = schedule.span()) {
      std::cout << ", " << format_instant(span->start, zone) << " to " << format_instant(span->end, zone);
    }
    std::cout << '\n' << hall_days_text(schedule) << set_aside_text(check_up.set_aside);
  }
  std::cout << "problems: " << count_findings(check_up.findings) << '\n';
}

void print_json(const CheckUp& check_up) {
  nlohmann::ordered_json json;
  json["settings"] = check_up.loaded.file.string();
  json["hall"] = check_up.loaded.settings.hall;
  json["feed"] = shown_feeds(check_up.loaded.settings);
  json["dialects"] = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < check_up.dialects.size(); ++i) {
    nlohmann::ordered_json dialect = {{"feed", without_credentials(check_up.loaded.settings.feeds[i])},
                                      {"dialect", nullptr}};
    if (!check_up.dialects[i].empty()) {
      dialect["dialect"] = check_up.dialects[i];
    }
    json["dialects"].push_back(std::move(dialect));
  }
  if (check_up.schedule) {
    const Schedule& schedule = *check_up.schedule;
    json["schedule"] = {{"halls", schedule.halls().size()},         {"sessions", schedule.sessions().size()},
                        {"notices", schedule.notices().size()},     {"time_zone", nullptr},
                        {"days", hall_days_json(schedule)},         {"set_aside", set_aside_json(check_up.set_aside)},
                        {"set_aside_more", check_up.set_aside.more}};
    if (const SaidZone zone = schedule.event().time_zone) {
      json["schedule"]["time_zone"] = name_of(*zone);
    }
  } else {
    json["schedule"] = nullptr;
  }
  json["problems"] = findings_json(check_up.findings);
  std::cout << json_text(json) << '\n';
}

}  // namespace

Action check_command(CLI::App& app) {
  const auto options = std::make_shared<CommonOptions>();
  const auto as_json = std::make_shared<bool>(false);
  options->declare(app);
  options->declare_hall(app);
  app.add_flag("--json", *as_json, "Print the findings as JSON");
  return [options, as_json] {
    const CheckUp check_up = check(*options);
    if (*as_json) {
      print_json(check_up);
    } else {
      print_words(check_up);
    }
    return check_up.could_not_run ? exit_could_not_run : any_errors(check_up.findings) ? exit_has_errors : exit_good;
  };
}

}  // namespace kiosk
