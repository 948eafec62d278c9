#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "board/spoken_languages.h"
#include "board/unknown_zone.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "locales/wording.h"
#include "machine/system_clock.h"
#include "organizer/findings.h"
#include "organizer/halls_now.h"
#include "venue/agenda.h"

namespace kiosk {
namespace {

std::string slot_in_words(const Schedule& schedule, const Slot& slot, Instant now, const Wording& wording) {
  const LocalTime start = to_local(slot.start, schedule.time_zone());
  const bool today = event_day(slot.start, schedule.time_zone()) == event_day(now, schedule.time_zone());
  std::string when = (today ? "" : wording.date(start) + " ") + wording.time(start);
  if (slot.end_known) {
    when += "–" + wording.time(to_local(slot.end, schedule.time_zone()));
  }
  return when + " " + schedule.session_of(slot).title.in(wording.language());
}

// "gorky: Горьковский зал | now: 14:00–15:30 … | next: 16:00–16:45 …"
std::string hall_line(const Schedule& schedule, const Hall& hall, Instant now, const Wording& wording) {
  const Agenda agenda = agenda_at(schedule, hall.id, now);
  std::string line = hall.id + ": " + hall.name.in(wording.language());
  std::string on_now;
  for (const Slot& slot : agenda.now) {
    on_now += (on_now.empty() ? "" : " + ") + slot_in_words(schedule, slot, now, wording);
  }
  if (agenda.pause) {
    on_now = slot_in_words(schedule, *agenda.pause, now, wording);
  }
  return line + " | now: " + (on_now.empty() ? "—" : on_now) +
         " | next: " + (agenda.next ? slot_in_words(schedule, *agenda.next, now, wording) : "—");
}

}  // namespace

Action halls_command(CLI::App& app) {
  const auto options = std::make_shared<CommonOptions>();
  const auto at = std::make_shared<std::string>();
  const auto as_json = std::make_shared<bool>(false);
  options->declare(app);
  app.add_option("--at", *at, "The instant to tell of (default: now)")->type_name("INSTANT");
  app.add_flag("--json", *as_json, "Print the halls as JSON");
  return [options, at, as_json] {
    const LoadedSettings loaded = load_settings(options->sources());
    for (const Problem& problem : loaded.problems) {
      complain(problem);
    }
    if (loaded.unreadable) {
      return exit_could_not_run;
    }
    const Result<LoadedFeeds> feed = load_schedule(loaded);
    if (!feed) {
      complain(feed.error());
      return exit_could_not_run;
    }
    const Schedule& schedule = *feed->schedule;
    Instant now = system_now();
    if (!at->empty()) {
      const Result<Instant> instant = parse_at(*at, schedule.event().time_zone);
      if (!instant) {
        complain(instant.error());
        return exit_usage;
      }
      now = *instant;
    }
    const Wording wording(spoken_languages(loaded.settings, &schedule).front());
    if (*as_json) {
      std::cout << json_text(halls_json(schedule, now, wording.language())) << '\n';
      return any_errors(loaded.problems) ? exit_has_errors : exit_good;
    }
    for (const Hall& hall : schedule.halls()) {
      std::cout << printable(hall_line(schedule, hall, now, wording)) << '\n';
    }
    const std::optional<Problem> zone_missing = unknown_zone(schedule);
    if (zone_missing) {
      complain(*zone_missing);
    }
    return zone_missing || any_errors(loaded.problems) ? exit_has_errors : exit_good;
  };
}

}  // namespace kiosk
