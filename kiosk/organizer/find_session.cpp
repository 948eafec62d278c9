#include "organizer/find_session.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/words.h"
#include "locales/case_folded.h"
#include "programme/called_hall.h"
#include "venue/agenda.h"

namespace kiosk {
namespace {

constexpr std::size_t most_candidates = 10;

bool any_language(const LocalText& text, const std::string& part, bool whole) {
  return std::any_of(text.all().begin(), text.all().end(), [&](const auto& in_language) {
    const std::string folded = case_folded(in_language.second);
    return whole ? folded == part : folded.find(part) != std::string::npos;
  });
}

// Of all things with a text and an id those that are called so: by the id, else by the whole text, else by a part.
template <class Thing, class Text>
std::vector<const Thing*> called_so(const std::vector<Thing>& things, std::string_view called, Text text) {
  const std::string folded = case_folded(called);
  std::vector<const Thing*> found;
  const auto collect = [&](auto fits) {
    for (const Thing& thing : things) {
      if (fits(&thing)) {
        found.push_back(&thing);
      }
    }
    return !found.empty();
  };
  if (collect([&](const Thing* thing) { return thing->id == called; }) || folded.empty() ||
      collect([&](const Thing* thing) { return any_language(text(*thing), folded, true); })) {
    return found;
  }
  collect([&](const Thing* thing) { return any_language(text(*thing), folded, false); });
  return found;
}

std::string listed(const std::vector<std::string>& candidates, const std::string& separator) {
  std::string list;
  for (std::size_t i = 0; i < std::min(candidates.size(), most_candidates); ++i) {
    list += (i > 0 ? separator : "") + candidates[i];
  }
  if (candidates.size() > most_candidates) {
    list += separator + "and " + std::to_string(candidates.size() - most_candidates) + " more";
  }
  return list;
}

Problem several(std::string_view called, const std::vector<std::string>& candidates, const char* what) {
  return {.what = in_quotes(called) + " means " + std::to_string(candidates.size()) + ' ' + what,
          .right = "say which: " + listed(candidates, "; ")};
}

std::vector<const Session*> sessions_of(const Schedule& schedule, const std::vector<Slot>& slots) {
  std::vector<const Session*> sessions;
  for (const Slot& slot : slots) {
    sessions.push_back(&schedule.session_of(slot));
  }
  return sessions;
}

// What is on in a hall, or what was to be; or what comes next.
std::vector<const Session*> in_hall(const Schedule& schedule, const Hall& hall, bool next, Instant now) {
  const Agenda agenda = agenda_at(schedule, hall.id, now);
  std::vector<Slot> slots;
  if (next && agenda.next) {
    slots = {*agenda.next};
  } else if (!next) {
    slots = agenda.now;
    if (slots.empty() && agenda.absence && agenda.absence->slot.contains(now)) {
      slots = {agenda.absence->slot};
    }
    if (slots.empty() && agenda.pause) {
      slots = {*agenda.pause};
    }
  }
  return sessions_of(schedule, slots);
}

// "gorky now" → gorky. Nothing where the last word is another.
std::string_view hall_before(std::string_view called, std::string_view word) {
  const std::size_t space = called.rfind(' ');
  return space != std::string_view::npos && lower_case(called.substr(space + 1)) == word ? called.substr(0, space)
                                                                                         : std::string_view();
}

// For whoever has called none: those whose id has these letters, or how they are called at all.
std::string how_to_call(const Schedule& schedule, std::string_view called) {
  const std::string folded = case_folded(called);
  std::vector<std::string> near;
  for (const Session& session : schedule.sessions()) {
    if (!folded.empty() && case_folded(session.id).find(folded) != std::string::npos) {
      near.push_back(describe_session(schedule, session));
    }
  }
  return near.empty() ? "write its id, a part of its title, or its hall with \"now\" or \"next\""
                      : "perhaps you mean " + listed(near, "; ");
}

}  // namespace

std::string describe_session(const Schedule& schedule, const Session& session) {
  std::string halls;
  for (const std::string& hall : session.halls) {
    halls += (halls.empty() ? "" : ", ") + hall;
  }
  const LocalTime start = to_local(session.start, schedule.time_zone());
  return date::format("%F %H:%M ", date::floor<std::chrono::minutes>(start)) + halls + ": " +
         in_quotes(session.title.in("")) + " (" + session.id + ')';
}

Result<const Session*> find_session(const Schedule& schedule, std::string_view called, Instant now) {
  std::vector<const Session*> found =
      called_so(schedule.sessions(), called, [](const Session& session) { return session.title; });
  for (const std::string_view word : {"now", "next"}) {
    const std::string_view before = hall_before(called, word);
    if (!found.empty() || before.empty()) {
      continue;
    }
    const Result<const Hall*> hall = find_hall(schedule, before);
    if (!hall) {
      return fail(hall.error());
    }
    found = in_hall(schedule, **hall, word == "next", now);
    if (found.empty()) {
      return fail({.what = word == "now" ? "nothing is on in " + in_quotes((*hall)->id)
                                         : "nothing comes next in " + in_quotes((*hall)->id)});
    }
  }
  if (found.size() == 1) {
    return found.front();
  }
  if (found.empty()) {
    return fail({.what = "no session is called " + in_quotes(called), .right = how_to_call(schedule, called)});
  }
  std::vector<std::string> candidates;
  for (const Session* session : found) {
    candidates.push_back(describe_session(schedule, *session));
  }
  return fail(several(called, candidates, "sessions"));
}

Result<const Hall*> find_hall(const Schedule& schedule, std::string_view called) {
  const std::vector<Hall>& halls = schedule.halls();
  const CalledHall by_settings = called_hall(halls, called);
  if (by_settings.hall != nullptr) {
    return by_settings.hall;
  }
  const std::vector<const Hall*> found = by_settings.candidates.empty()
                                             ? called_so(halls, called, [](const Hall& hall) { return hall.name; })
                                             : by_settings.candidates;
  if (found.size() == 1) {
    return found.front();
  }
  std::vector<std::string> candidates;
  for (const Hall* hall : found) {
    candidates.push_back(hall->id);
  }
  if (!candidates.empty()) {
    return fail(several(called, candidates, "halls"));
  }
  for (const Hall& hall : halls) {
    candidates.push_back(hall.id);
  }
  const std::vector<std::string_view> known(candidates.begin(), candidates.end());
  std::string right = did_you_mean(called, known);
  if (right.empty() && !candidates.empty()) {
    right = "the halls are " + listed(candidates, ", ");
  }
  return fail({.what = "no hall is called " + in_quotes(called), .right = std::move(right)});
}

const Hall* find_hall_before_sessions(const Schedule& schedule, std::string_view called) {
  if (const Hall* named = called_hall(schedule.halls(), called).hall) {
    return named;
  }
  const bool calls_session =
      !called_so(schedule.sessions(), called, [](const Session& session) { return session.title; }).empty();
  const Result<const Hall*> by_part = calls_session ? fail({}) : find_hall(schedule, called);
  return by_part ? *by_part : nullptr;
}

Result<const Notice*> find_notice(const Schedule& schedule, std::string_view called) {
  const auto found = called_so(schedule.notices(), called, [](const Notice& notice) { return notice.text; });
  if (found.size() == 1) {
    return found.front();
  }
  if (found.empty()) {
    return fail({.what = "no notice is called " + in_quotes(called), .right = "write its id or a part of its text"});
  }
  std::vector<std::string> candidates;
  for (const Notice* notice : found) {
    candidates.push_back(notice->id + ": " + in_quotes(notice->text.in("")));
  }
  return fail(several(called, candidates, "notices"));
}

}  // namespace kiosk
