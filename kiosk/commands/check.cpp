#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "base/nearest_existing.h"
#include "base/url.h"
#include "board/scripts_shown.h"
#include "board/spoken_languages.h"
#include "commands/check_document.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/feed_settings.h"
#include "graphics/installed_fonts.h"
#include "graphics/monitors.h"
#include "graphics/offscreen.h"
#include "graphics/shader_cache.h"
#include "layout/board_theme.h"
#include "layout/panels/headline.h"
#include "layout/panels/qr_card.h"
#include "machine/service_unit.h"
#include "machine/service_view.h"
#include "machine/system_clock.h"
#include "organizer/findings.h"
#include "organizer/hall_days.h"
#include "organizer/set_aside.h"
#include "paint/missing_fonts.h"
#include "technician/about_feed.h"
#include "technician/about_machine.h"
#include "technician/about_reading.h"
#include "technician/about_service.h"
#include "technician/about_settings.h"
#include "technician/questions.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr const char* usual_unit = "venue-kiosk.service";
// What a caller may add to a service's environment: settings to try, and how to print.
constexpr std::string_view of_the_caller[] = {"VENUE_KIOSK_", "LANG", "LC_", "TERM="};

struct CheckUp {
  LoadedSettings loaded;
  std::shared_ptr<const Schedule> schedule;  // null: the feed could not be fetched
  std::vector<std::string> dialects;         // beside the settings' feeds, see LoadedFeeds
  Answers answers;                           // in the order to read them
  SetAsideList set_aside{};                  // sessions of the feeds that are not shown
  bool could_not_run = false;                // the settings file or the feed cannot be read

  void add(const Answers& more) { answers.insert(answers.end(), more.begin(), more.end()); }
  void add(const std::string& topic, const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
      answers.push_back(wrong(topic, problem));
    }
  }
};

// "https://example.org/schedule.json, /srv/ours.json"
std::string shown_feeds(const Settings& settings) {
  std::string shown;
  for (const std::string& feed : settings.feeds) {
    shown += (shown.empty() ? "" : ", ") + without_credentials(feed);
  }
  return shown;
}

void check_feeds(CheckUp& check_up) {
  const LoadedSettings& loaded = check_up.loaded;
  check_up.add("feed", ask_for_access(loaded, feeds_to_follow(loaded).access));
  check_up.add("feed", ask_for_plain_http(loaded));
  LoadedFeeds feeds = load_feeds_of(loaded);
  check_up.could_not_run = feeds.unreachable;
  check_up.schedule = std::move(feeds.schedule);
  check_up.dialects = std::move(feeds.dialects);
  check_up.set_aside = std::move(feeds.set_aside);
  for (std::size_t i = 0; i < feeds.fetched.size(); ++i) {
    check_up.add(about_feed(without_credentials(loaded.settings.feeds[i]), feeds.fetched[i], check_up.dialects[i],
                            system_now()));
  }
  check_up.add("feed", feeds.problems);
  if (check_up.schedule) {
    check_up.add(about_schedule(*check_up.schedule, loaded.settings.hall));
    check_up.add("schedule", ask_for_overlaps(*check_up.schedule, shown_feeds(loaded.settings)));
    check_up.add("pictures", ask_for_pictures(*check_up.schedule, loaded, feeds.local));
  }
}

void check_fonts(CheckUp& check_up) {
  Wordings wordings;
  const Schedule* schedule = check_up.schedule.get();
  const std::vector<std::string> languages = spoken_languages(check_up.loaded.settings, schedule);
  const std::vector<Problem> missing = missing_fonts(scripts_shown(schedule, languages, wordings), has_font_for);
  check_up.add("fonts", missing);
  if (schedule != nullptr && missing.empty()) {
    check_up.answers.push_back(about_characters(characters_shown(*schedule, languages), has_font_for));
  }
}

std::optional<FolderFacts> facts_of(const std::filesystem::path& wanted) {
  const std::filesystem::path folder = nearest_existing(wanted);  // the kiosk makes what is missing
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(folder, error);
  return error ? std::nullopt : std::optional(FolderFacts{::access(folder.c_str(), W_OK | X_OK) == 0, space.available});
}

Result<Renderer> renderer_without_display() {
  const Result<std::unique_ptr<Offscreen>> target = Offscreen::open({64, 64});
  return target ? Result<Renderer>(current_renderer()) : fail(target.error());
}

// The service of the screen that is looked at.
struct ScreenService {
  std::string unit;
  Result<UnitState> state;
  bool reads_these = false;  // these very settings, from their place
};

// That which reads these settings; where none in use does, the usual one. Nothing where the machine does not run
// systemd.
std::optional<ScreenService> service_of(const CommonOptions& options) {
  std::error_code ignored;
  const std::optional<std::string> own =
      unit_of(options.config.empty() ? std::filesystem::path() : std::filesystem::absolute(options.config, ignored));
  for (const std::string& unit : {own.value_or(usual_unit), std::string(usual_unit)}) {
    std::optional<Result<UnitState>> state = unit_state(unit);
    if (!state) {
      break;
    }
    const bool reads_these = unit == own && *state && is_in_use(**state);
    if (reads_these || unit == usual_unit) {
      return ScreenService{unit, *std::move(state), reads_these};
    }
  }
  return std::nullopt;
}

// Goes on as its user and in its environment, if this process may. Before the settings are read, which may come from
// there. A file of the caller's is looked at by the caller.
Answer look_as(const ScreenService& service, const CommonOptions& options) {
  const UnitState& state = *service.state;
  if (options.over.feed && !is_http_url(*options.over.feed)) {
    return good("user", "the one who asks, since --feed names a file; " + service.unit + " may see it otherwise");
  }
  const std::vector<std::string> environment =
      environment_in_service(state.environment, own_environment(), of_the_caller);
  const bool by_root = ::geteuid() == 0;
  return about_view(service.unit, state, go_on_as(state.user.empty() ? "root" : state.user, state.groups, environment),
                    by_root);
}

// What a screen's own machine is asked. Who looks a feed over on another one has no screen in mind.
void check_machine(CheckUp& check_up, const std::optional<ScreenService>& service) {
  const Settings& settings = check_up.loaded.settings;
  check_up.answers.push_back(about_clock(kernel_clock_synchronised()));
  check_up.answers.push_back(about_cache(settings.cache_folder, facts_of(settings.cache_folder)));
  check_up.answers.push_back(about_renderer(renderer_without_display()));
  const Result<std::vector<MonitorFacts>> monitors = connected_monitors();
  check_up.answers.push_back(about_monitors(monitors, settings.window.monitor));
  const MonitorFacts* wanted = monitors ? wanted_monitor(*monitors, settings.window.monitor) : nullptr;
  check_up.answers.push_back(how_far_it_reads(wanted != nullptr ? std::optional(*wanted) : std::nullopt,
                                              {.title_cap = title_cap_wanted, .code_side = headline_code_span}));
  if (service) {
    check_up.answers.push_back(about_unit(service->unit, service->state));
  }
}

CheckUp check(const CommonOptions& options) {
  const std::optional<ScreenService> service = service_of(options);
  Answers answers;
  if (service && service->reads_these) {
    answers.push_back(look_as(*service, options));
  }
  keep_no_shaders_on_full_disk();  // in the environment that holds from now on
  CheckUp check_up{
      .loaded = load_settings(options.sources()), .schedule = nullptr, .dialects = {}, .answers = std::move(answers)};
  const LoadedSettings& loaded = check_up.loaded;
  check_up.add("settings", loaded.problems);
  check_up.add(about_settings(loaded, shown_feeds(loaded.settings)));
  if (service && service->reads_these) {
    check_up.add("settings", ask_for_hidden(loaded, service->unit, *service->state));
  }
  if (loaded.unreadable) {
    check_up.could_not_run = true;
    return check_up;
  }
  check_feeds(check_up);
  check_up.add("theme", board_theme(loaded, check_up.schedule.get()).problems);
  check_fonts(check_up);
  check_up.add("hall", ask_for_hall(loaded, check_up.schedule.get()));
  if (!loaded.file.empty() || !loaded.settings.hall.empty()) {
    check_machine(check_up, service);
  }
  return check_up;
}

// What is wrong goes to the standard error; on a terminal both stand in one order.
void print_words(const CheckUp& check_up) {
  for (const Answer& answer : check_up.answers) {
    (answer.problem ? std::cerr : std::cout) << answer_line(answer) << std::endl;
  }
  if (check_up.schedule) {
    std::cout << hall_days_text(*check_up.schedule) << set_aside_text(check_up.set_aside);
  }
  std::cout << "problems: " << count_findings(problems_of(check_up.answers)) << '\n';
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
  json["sources"] = sources_json(check_up.loaded, shown_feeds(check_up.loaded.settings));
  json["answers"] = answers_json(check_up.answers);
  json["problems"] = findings_json(problems_of(check_up.answers));
  std::cout << json_text(json) << '\n';
}

}  // namespace

Action check_command(CLI::App& app) {
  const auto options = std::make_shared<CommonOptions>();
  const auto as_json = std::make_shared<bool>(false);
  options->declare(app);
  options->declare_hall(app);
  app.add_flag("--json", *as_json, "Print the findings as JSON");
  const auto document = std::make_shared<std::string>();
  const auto file =
      app.add_option("FILE", *document, "Instead: a schedule, to be looked over before it goes to the screens")
          ->type_name("");
  const auto over = std::make_shared<std::string>();
  app.add_option("--over", *over, "The export that FILE is laid over")->type_name("URL|FILE")->needs(file);
  return [options, as_json, document, over] {
    if (!document->empty()) {
      return check_document(*document, *over, options->sources(), *as_json);
    }
    const CheckUp check_up = check(*options);
    if (*as_json) {
      print_json(check_up);
    } else {
      print_words(check_up);
    }
    return check_up.could_not_run                      ? exit_could_not_run
           : any_errors(problems_of(check_up.answers)) ? exit_has_errors
                                                       : exit_good;
  };
}

}  // namespace kiosk
