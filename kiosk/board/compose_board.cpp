#include "board/compose_board.h"

#include <algorithm>
#include <set>

#include "board/hall_board.h"
#include "board/unknown_zone.h"
#include "programme/called_hall.h"
#include "settings/daily_hours.h"

namespace kiosk {
namespace {

void add_this_machine(const Situation& situation, const Wording& wording, Board& board) {
  if (situation.host_name.empty()) {
    return;
  }
  std::string names = situation.host_name;
  for (const std::string& address : situation.addresses) {
    names += ", " + address;
  }
  board.lines.push_back(wording.say("this_machine", {{"names", names}}));
}

Headline trouble(const Wording& wording, const char* mark, std::string title) {
  Headline headline;
  headline.mark = {Tone::alert, Icon::warning, wording.say(mark)};
  headline.title = std::move(title);
  headline.language = wording.language();
  return headline;
}

void list_halls(const std::vector<const Hall*>& halls, const Wording& wording, Board& board) {
  for (const Hall* hall : halls) {
    board.lines.push_back(hall->id + " — " + hall->name.in(wording.language()));
  }
}

// A feed that lists no halls has those alone that have sessions: this one may have some tomorrow.
void fill_unscheduled_hall(const Situation& situation, const Wording& wording, Board& board) {
  Headline headline;
  headline.mark = {Tone::calm, Icon::calendar, wording.say("nothing_yet")};
  headline.title = wording.say("nothing_yet_title");
  headline.language = wording.language();
  board.headlines.push_back(std::move(headline));
  if (const Hall* nearest = nearest_hall(*situation.schedule, situation.hall)) {
    board.lines.push_back(wording.say("nearest_hall", {{"hall", nearest->id}}));
  }
}

void fill_unknown_hall(const Situation& situation, const Wording& wording, Board& board) {
  const Schedule& schedule = *situation.schedule;
  CalledHall called = called_hall(schedule.halls(), situation.hall);
  const bool ambiguous = !called.candidates.empty();
  if (!ambiguous && !situation.hall.empty() && !schedule.lists_halls()) {
    fill_unscheduled_hall(situation, wording, board);
    return;
  }
  const char* const title = situation.hall.empty() ? "no_hall_title"
                            : ambiguous            ? "several_halls_title"
                                                   : "unknown_hall_title";
  board.headlines.push_back(trouble(wording, "check_hall", wording.say(title, {{"hall", situation.hall}})));
  const Hall* const nearest = ambiguous || situation.hall.empty() ? nullptr : nearest_hall(schedule, situation.hall);
  if (nearest != nullptr) {
    board.headlines.front().details.push_back(wording.say("nearest_hall", {{"hall", nearest->id}}));
  }
  add_this_machine(situation, wording, board);  // before the halls, since the end of a long list is cut
  if (!ambiguous) {
    board.lines.push_back(wording.say(schedule.halls().empty() ? "no_halls" : "halls_in_schedule"));
    for (const Hall& hall : schedule.halls()) {
      called.candidates.push_back(&hall);
    }
  }
  list_halls(called.candidates, wording, board);
}

void fill_without_schedule(const Situation& situation, const Wording& wording, Board& board) {
  if (!situation.feed_given) {
    const bool broken = any_errors(situation.settings_problems);
    board.headlines.push_back(
        trouble(wording, "check_settings", wording.say(broken ? "settings_error_title" : "no_feed_title")));
  } else {
    Headline headline;
    headline.mark = {Tone::calm, Icon::clock, wording.say("waiting")};
    headline.title = wording.say("waiting_title");
    headline.language = wording.language();
    board.headlines.push_back(std::move(headline));
  }
  if (situation.failure) {
    board.lines.push_back(to_string(*situation.failure));
  }
  for (const Problem& problem : situation.settings_problems) {
    board.lines.push_back(to_string(problem));
  }
  if (!board.lines.empty() || !situation.feed_given) {
    add_this_machine(situation, wording, board);
  }
}

// In which languages an emergency is told, and the first of them that there is wording in: for the words beside it, so
// that nothing on the screen changes with the turns of languages.
struct AlarmLanguages {
  std::vector<std::string> all;
  const Wording& first;
};

AlarmLanguages alarm_languages(const Event& event, const Wording& wording, Wordings& wordings) {
  const auto spoken = std::find_if(event.languages.begin(), event.languages.end(),
                                   [](const std::string& language) { return Wording::speaks(language); });
  const bool others = spoken != event.languages.end() && *spoken != wording.language();
  return {event.languages.empty() ? std::vector{wording.language()} : event.languages,
          others ? wordings.in(*spoken) : wording};
}

// Emergencies in one language after another, each text once. The first has the mark of all.
std::vector<Headline> alarms(const std::vector<const Notice*>& emergencies, const AlarmLanguages& languages) {
  constexpr std::size_t most_texts = 30;  // of what strangers wrote: one a minute, they would take half an hour
  std::vector<Headline> headlines;
  std::set<std::string> told;
  for (const std::string& language : languages.all) {
    for (const Notice* notice : emergencies) {
      const std::string& text = notice->text.in(language);
      if (headlines.size() < most_texts && told.insert(text).second) {
        headlines.push_back(trouble(languages.first, "attention", text));
        headlines.back().language = language;
        if (headlines.size() > 1) {
          headlines.back().mark.word.clear();
        }
      }
    }
  }
  return headlines;
}

std::string as_of(const Situation& situation, SaidZone zone, const Wording& wording) {
  if (!situation.as_of) {
    return {};
  }
  const LocalTime then = to_local(*situation.as_of, zone.or_utc());
  const LocalTime now = to_local(situation.instant, zone.or_utc());
  const std::string time = wording.time(then) + (zone ? "" : " UTC");
  return date::floor<date::days>(then) == date::floor<date::days>(now)
             ? wording.say("as_of", {{"time", time}})
             : wording.say("as_of_date", {{"date", wording.date(then)}, {"time", time}});
}

// The notices that hold for this hall now: emergencies take the whole screen, the others stand in bands, warnings
// first.
void add_notices(const Situation& situation, const Agenda& agenda, const Wording& wording, Wordings& wordings,
                 Board& board) {
  const Schedule& schedule = *situation.schedule;
  std::vector<const Notice*> emergencies;
  for (const NoticeLevel level : {NoticeLevel::emergency, NoticeLevel::warning, NoticeLevel::info}) {
    for (const Notice& notice : schedule.notices()) {
      if (notice.level != level || !stands(notice, situation.hall, situation.instant)) {
        continue;
      }
      if (level == NoticeLevel::emergency) {
        emergencies.push_back(&notice);
      } else {
        board.bands.push_back(
            {level == NoticeLevel::warning ? Tone::accent : Tone::calm, notice.text.in(wording.language())});
      }
    }
  }
  if (!emergencies.empty()) {
    const AlarmLanguages languages = alarm_languages(schedule.event(), wording, wordings);
    const Wording& first = languages.first;
    Board alarm;
    alarm.language = first.language();
    alarm.hall = agenda.hall != nullptr ? name_of(*agenda.hall, first) : board.hall;
    if (!board.clock.empty()) {
      alarm.clock = first.time(to_local(situation.instant, schedule.time_zone()));
    }
    // Shows that an emergency may be over already.
    alarm.as_of = as_of(situation, schedule.event().time_zone, first);
    alarm.right_to_left = first.right_to_left();
    alarm.turn = board.turn;
    alarm.drift = board.drift;
    alarm.emergency = true;
    alarm.headlines = alarms(emergencies, languages);
    board = std::move(alarm);
  }
}

// Applies the hours of less light. A dark screen shows nothing, so that it does not wear out, but the reason, so that
// it does not look broken.
void set_light(const Situation& situation, LocalTime now, const Wording& wording, Board& board) {
  const auto midnight = date::floor<date::days>(now);
  const auto since_midnight = std::chrono::floor<std::chrono::minutes>(now - midnight);
  if (situation.blank && holds(*situation.blank, since_midnight)) {
    Board dark;
    dark.language = board.language;
    dark.right_to_left = board.right_to_left;
    dark.turn = board.turn / 60;
    dark.drift = board.drift;
    dark.light = Light::dark;
    dark.light_reason = wording.say("dark_until", {{"time", wording.time(midnight + situation.blank->until)}});
    board = std::move(dark);
  } else if (situation.dim && holds(*situation.dim, since_midnight)) {
    board.light = Light::dimmed;
    board.light_reason = wording.say("dimmed_until", {{"time", wording.time(midnight + situation.dim->until)}});
  }
}

}  // namespace

Board compose_board(const Situation& situation, const Wording& wording, Wordings& wordings) {
  const Schedule* schedule = situation.schedule;
  const TimeZone zone = schedule != nullptr ? schedule->time_zone() : situation.time_zone.or_utc();
  const LocalTime now = to_local(situation.instant, zone);
  Board board;
  board.language = wording.language();
  board.right_to_left = wording.right_to_left();
  board.clock = wording.time(now);
  board.hall = situation.hall;
  if (schedule == nullptr) {
    // Without a zone a clock would show some other city's time.
    if (!situation.time_zone) {
      board.clock.clear();
    }
    fill_without_schedule(situation, wording, board);
    return board;
  }

  const Event& event = schedule->event();
  if (!situation.clock_trusted || !event.time_zone) {
    board.clock.clear();
  }
  board.turn = turn_at(situation.instant);
  board.drift = situation.drift;
  board.event = (event.short_title.empty() ? event.title : event.short_title).in(wording.language());
  if (event.time_zone) {  // else nobody knows what day it is there
    board.date = wording.weekday_date(now);
  }
  board.as_of = as_of(situation, event.time_zone, wording);
  const std::optional<Agenda> looked_up =
      situation.agenda == nullptr
          ? std::optional(agenda_at(*schedule, called_hall_id(schedule->halls(), situation.hall), situation.instant))
          : std::nullopt;
  const Agenda& agenda = looked_up ? *looked_up : *situation.agenda;
  if (agenda.hall == nullptr) {
    fill_unknown_hall(situation, wording, board);
  } else {
    board.hall = name_of(*agenda.hall, wording);
    if (agenda.moment == Moment::no_zone) {
      compose_without_zone(*schedule, agenda, wording, board);
    } else {
      compose_hall(*schedule, agenda, situation.clock_trusted, wording, board);
    }
  }
  add_notices(situation, agenda, wording, wordings, board);
  const auto error = std::find_if(situation.settings_problems.begin(), situation.settings_problems.end(),
                                  [](const Problem& problem) { return problem.severity == Severity::error; });
  if (error != situation.settings_problems.end() && !board.emergency) {
    board.warning = to_string(*error);
  }
  // By a clock that may be wrong, or of who knows where, it could be night in the middle of the day.
  if (!board.emergency && situation.clock_trusted && event.time_zone) {
    set_light(situation, now, wording, board);
  }
  return board;
}

}  // namespace kiosk
