#include "programme/programme_memory.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>

#include "programme/known_halls.h"
#include "programme/taken_times.h"
#include "venue/changes.h"

namespace kiosk {
namespace {

constexpr std::size_t per_session = 4;  // entries of a list, for each session that the feed has had at once

bool is_in(const Session& session, const std::string& hall) {
  return std::find(session.halls.begin(), session.halls.end(), hall) != session.halls.end();
}

std::string first_hall(const Session& session) { return session.halls.empty() ? std::string() : session.halls.front(); }

const Hall* find_hall(const std::vector<Hall>& halls, const std::string& id) {
  const auto found = std::find_if(halls.begin(), halls.end(), [&](const Hall& hall) { return hall.id == id; });
  return found == halls.end() ? nullptr : &*found;
}

// The event day after that of `instant` ends then.
Instant end_of_next_event_day(Instant instant, TimeZone zone) {
  return next_event_day(next_event_day(instant, zone), zone);
}

// Whether match_sessions() had nothing but the title to go by.
bool same_by_title_alone(const Session& then, const Session& now) {
  return then.id != now.id && then.start != now.start;
}

// Of a feed that has lost all sessions nothing may be left that said the zone.
bool is_without_zone(const Schedule::Parts& body) { return !body.event.time_zone && !body.sessions.empty(); }

bool is_undecided(const ProgrammeMemory::Vanished& vanished) { return !vanished.cancelled; }

}  // namespace

void ProgrammeMemory::recall(Schedule::Parts body, State state) {
  body_ = std::move(body);
  // Where the zone is not known, times are the wall clock's: beside later ones that are instants all would have moved.
  state_ = std::move(state);
  if (is_without_zone(body_)) {
    state_ = {.first_seen = {}, .vanished = {}, .halls = std::move(state_.halls)};
  }
  nothing_past_before_ = {};
  note_halls(body_.halls, state_.halls);
  if (is_without_zone(body_)) {
    most_sessions_ = body_.sessions.size();
    return;
  }
  // Body and state are two files: of a power cut between them the body is the one to believe.
  std::unordered_map<std::string_view, const Session*> by_id;
  for (const Session& session : body_.sessions) {
    by_id.emplace(session.id, &session);
    state_.first_seen.try_emplace(session.id, FirstSeen{first_hall(session), session.start, end_of(session)});
  }
  std::erase_if(state_.vanished, [&](const Vanished& vanished) {
    const auto found = by_id.find(vanished.session.id);
    return found != by_id.end() && found->second->title == vanished.session.title;
  });
  // The body may be what is left of a larger one, whose other sessions are held.
  most_sessions_ = std::max(body_.sessions.size(), (state_.vanished.size() + per_session - 1) / per_session);
  if (!body_.sessions.empty()) {
    forget_the_surplus();
  }
}

void ProgrammeMemory::read(Schedule::Parts body, Instant now) {
  note_halls_of(body);
  if (body.sessions.empty() && !body.event.time_zone) {
    body.event.time_zone = body_.event.time_zone;
  }
  if (is_without_zone(body) || is_without_zone(body_)) {
    recall(std::move(body), {.first_seen = {}, .vanished = {}, .halls = std::move(state_.halls)});
    return;
  }
  std::vector<Session> known = body_.sessions;
  for (const Vanished& vanished : state_.vanished) {
    known.push_back(vanished.session);
  }
  const auto matches = match_sessions(known, body.sessions);
  std::vector<const Session*> same;  // beside body.sessions; null: new
  std::vector<bool> found(known.size());
  bool any_match = false;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Session* const then = matches[i] ? &known[*matches[i]] : nullptr;
    const bool by_title_alone = then != nullptr && same_by_title_alone(*then, body.sessions[i]);
    // What is over has not moved: its title is given anew, as every year's opening has it.
    const bool is_same = then != nullptr && !(by_title_alone && end_of(*then) <= now);
    same.push_back(is_same ? then : nullptr);
    if (is_same) {
      found[*matches[i]] = true;
      any_match = any_match || !by_title_alone || body.event.title == body_.event.title;
    }
  }
  if (is_another_event(body, any_match)) {
    recall(std::move(body), {.first_seen = {}, .vanished = {}, .halls = std::move(state_.halls)});
    return;
  }

  const auto undecided =
      static_cast<std::size_t>(std::count_if(state_.vanished.begin(), state_.vanished.end(), is_undecided));
  const std::size_t event_size = body_.sessions.size() + undecided;
  std::vector<Vanished> missing;
  for (std::size_t i = 0; i < state_.vanished.size(); ++i) {
    if (!found[body_.sessions.size() + i]) {
      missing.push_back(state_.vanished[i]);
    }
  }
  const std::size_t first_new = missing.size();
  std::unordered_map<std::string_view, const Hall*> halls;
  for (const Hall& hall : body_.halls) {
    halls.emplace(hall.id, &hall);
  }
  for (std::size_t i = 0; i < body_.sessions.size(); ++i) {
    if (!found[i]) {
      Vanished vanished{.session = with_originally(body_.sessions[i]), .halls = {}, .held_since = std::nullopt};
      for (const std::string& id : vanished.session.halls) {
        if (const auto hall = halls.find(id); hall != halls.end()) {
          vanished.halls.push_back(*hall->second);
        }
      }
      missing.push_back(std::move(vanished));
    }
  }
  TakenTimes taken;
  for (std::size_t i = 0; i < body.sessions.size(); ++i) {
    if (same[i] == nullptr) {
      taken.add(body.sessions[i]);
    }
  }
  taken.sort();
  for (Vanished& vanished : missing) {
    vanished.replaced = vanished.replaced || taken.meet(vanished.session);
  }
  note_first_seen(body, same);
  state_.vanished = std::move(missing);
  body_ = std::move(body);
  most_sessions_ = std::max(most_sessions_, body_.sessions.size());
  step(first_new, event_size, now);
  forget_the_past(now);
  forget_the_surplus();
}

// A hall of another id is the same hall: nothing in it has moved.
void ProgrammeMemory::note_halls_of(const Schedule::Parts& body) {
  const ChangedIds changed = note_halls(body.halls, state_.halls);
  follow(changed, body_.halls, body_.sessions);
  for (Vanished& vanished : state_.vanished) {
    follow(changed, vanished.halls, std::span(&vanished.session, 1));
  }
  for (auto& [id, first] : state_.first_seen) {
    follow(changed, first.hall);
  }
}

void ProgrammeMemory::confirm(Instant now) {
  if (!state_.vanished.empty()) {
    step(state_.vanished.size(), 0, now);
  }
  if (now >= nothing_past_before_) {
    forget_the_past(now);
  }
}

bool ProgrammeMemory::is_another_event(const Schedule::Parts& body, bool any_match) const {
  return !body_.sessions.empty() && !any_match && (!body.sessions.empty() || body.event.title != body_.event.title);
}

void ProgrammeMemory::note_first_seen(const Schedule::Parts& body, const std::vector<const Session*>& same) {
  const std::set<std::string_view> known_ids = body_ids();
  std::set<std::string_view> renewed;  // ids that their sessions no longer have
  std::map<std::string, FirstSeen> seen;
  for (std::size_t i = 0; i < body.sessions.size(); ++i) {
    const Session& session = body.sessions[i];
    FirstSeen first{first_hall(session), session.start, end_of(session)};
    // A new session takes over what is known of its id, unless that id was another's.
    const std::string& id = same[i] != nullptr ? same[i]->id : session.id;
    const auto before = state_.first_seen.find(id);
    if (before != state_.first_seen.end() && (same[i] != nullptr || !known_ids.contains(id))) {
      first.hall = before->second.hall;
      first.start = before->second.start;
    }
    if (id != session.id) {
      renewed.insert(id);
    }
    seen.emplace(session.id, std::move(first));
  }
  for (const auto& [id, first] : state_.first_seen) {
    if (!renewed.contains(id)) {
      seen.try_emplace(id, first);  // it may come back
    }
  }
  state_.first_seen = std::move(seen);
}

std::set<std::string_view> ProgrammeMemory::body_ids() const {
  std::set<std::string_view> ids;
  for (const Session& session : body_.sessions) {
    ids.insert(session.id);
  }
  return ids;
}

void ProgrammeMemory::forget_the_past(Instant now) {
  const TimeZone zone = body_.event.time_zone.or_utc();
  const std::set<std::string_view> in_body = body_ids();
  nothing_past_before_ = Instant::max();
  std::erase_if(state_.first_seen, [&](const auto& entry) {
    const auto& [id, first] = entry;
    if (in_body.contains(id)) {
      return false;
    }
    const Instant end = end_of_next_event_day(first.until, zone);
    if (end > now) {
      nothing_past_before_ = std::min(nothing_past_before_, end);
    }
    return end <= now;
  });
}

void ProgrammeMemory::forget_the_surplus() {
  const std::size_t most = per_session * most_sessions_;
  if (state_.first_seen.size() > most) {
    const std::set<std::string_view> in_body = body_ids();
    std::vector<std::map<std::string, FirstSeen>::const_iterator> gone;
    for (auto entry = state_.first_seen.cbegin(); entry != state_.first_seen.cend(); ++entry) {
      if (!in_body.contains(entry->first)) {
        gone.push_back(entry);
      }
    }
    std::sort(gone.begin(), gone.end(), [](auto a, auto b) { return a->second.until < b->second.until; });
    gone.resize(std::min(gone.size(), state_.first_seen.size() - most));
    for (const auto& entry : gone) {
      state_.first_seen.erase(entry);
    }
  }
  if (state_.vanished.size() > most) {
    std::stable_sort(state_.vanished.begin(), state_.vanished.end(),
                     [](const Vanished& a, const Vanished& b) { return end_of(a.session) > end_of(b.session); });
    state_.vanished.resize(most);
  }
}

// Which of the vanished vanished in numbers; those from `first_new` on vanished in this step.
std::vector<bool> ProgrammeMemory::in_numbers(std::size_t first_new, std::size_t event_size, Instant now) const {
  const std::vector<Vanished>& vanished = state_.vanished;
  std::vector<bool> counted(vanished.size());
  std::size_t count = 0;
  bool on = false;  // a hold
  for (std::size_t i = 0; i < vanished.size(); ++i) {
    on = on || vanished[i].held_since;
    counted[i] = i >= first_new || vanished[i].held_since;
    count += counted[i] ? 1 : 0;
  }
  if (on || (count >= rules_.sessions && count * 100 >= event_size * rules_.percent)) {
    return counted;
  }
  std::set<std::string_view> with_more;  // halls that have something ahead
  for (const Session& session : body_.sessions) {
    if (end_of(session) > now) {
      with_more.insert(session.halls.begin(), session.halls.end());
    }
  }
  std::map<std::string_view, std::vector<std::size_t>> by_hall;
  for (std::size_t i = 0; i < vanished.size(); ++i) {
    for (const std::string& hall : vanished[i].session.halls) {
      std::vector<std::size_t>& of_hall = by_hall[hall];
      if (counted[i] && (of_hall.empty() || of_hall.back() != i)) {
        of_hall.push_back(i);
      }
    }
  }
  std::vector<bool> result(vanished.size());
  for (const auto& [hall, of_hall] : by_hall) {
    if (of_hall.size() > 1 && !with_more.contains(hall)) {
      for (const std::size_t i : of_hall) {
        result[i] = true;
      }
    }
  }
  return result;
}

void ProgrammeMemory::step(std::size_t first_new, std::size_t event_size, Instant now) {
  std::vector<Vanished>& vanished = state_.vanished;
  // What is over is nobody's loss, and is not counted as one.
  const auto is_over = [&](const Vanished& one) { return end_of(one.session) <= now; };
  first_new -= static_cast<std::size_t>(
      std::count_if(vanished.begin(), vanished.begin() + static_cast<std::ptrdiff_t>(first_new), is_over));
  std::erase_if(vanished, is_over);

  if (first_new < vanished.size()) {
    const std::vector<bool> numerous = in_numbers(first_new, event_size, now);
    for (std::size_t i = first_new; i < vanished.size(); ++i) {
      if (numerous[i]) {
        vanished[i].held_since = now;
      }
    }
  }
  std::erase_if(vanished, [&](Vanished& one) {
    if (one.held_since) {
      one.held_since = std::min(*one.held_since, now);
      return one.replaced || now >= *one.held_since + rules_.hold;
    }
    if (one.cancelled || ++one.polls < rules_.polls) {
      return false;
    }
    if (rules_.polls == 0 || one.session.kind != SessionKind::session) {
      return true;
    }
    one.cancelled = true;
    one.session.state = SessionState::cancelled;
    return false;
  });
}

Session ProgrammeMemory::with_originally(Session session) const {
  const auto first = state_.first_seen.find(session.id);
  if (first == state_.first_seen.end() || session.originally) {
    return session;
  }
  Announced announced;
  if (!is_in(session, first->second.hall) && find_hall(body_.halls, first->second.hall) != nullptr) {
    announced.hall = first->second.hall;
  }
  if (first->second.start != session.start) {
    announced.start = first->second.start;
  }
  if (!(announced == Announced())) {
    session.originally = std::move(announced);
  }
  return session;
}

Schedule::Parts ProgrammeMemory::shown() const {
  Schedule::Parts parts = body_;
  add_former_names(state_.halls, parts.halls);
  std::set<std::string> ids;
  for (Session& session : parts.sessions) {
    session = with_originally(std::move(session));
    ids.insert(session.id);
  }
  std::set<std::string> halls;
  for (const Hall& hall : parts.halls) {
    halls.insert(hall.id);
  }
  std::unordered_map<std::string, int> before;  // how often an id was given to another
  for (const Vanished& vanished : state_.vanished) {
    if (vanished.replaced && !vanished.cancelled) {
      continue;
    }
    Session session = vanished.session;
    while (!ids.insert(session.id).second) {  // its own id is another's now
      const int time = ++before[vanished.session.id];
      session.id = vanished.session.id + (time == 1 ? " (before)" : " (before " + std::to_string(time) + ")");
    }
    parts.sessions.push_back(std::move(session));
    for (const Hall& hall : vanished.halls) {
      if (halls.insert(hall.id).second) {
        parts.halls.push_back(hall);
      }
    }
  }
  return parts;
}

std::vector<Hold> ProgrammeMemory::holds() const {
  std::map<Instant, Hold> by_since;
  std::map<Instant, std::set<std::string_view>> halls;
  for (const Vanished& vanished : state_.vanished) {
    if (vanished.held_since) {
      Hold& hold = by_since[*vanished.held_since];
      hold.since = *vanished.held_since;
      hold.until = hold.since + rules_.hold;
      ++hold.sessions;
      for (const std::string& hall : vanished.session.halls) {
        if (halls[hold.since].insert(hall).second) {
          hold.halls.push_back(hall);
        }
      }
    }
  }
  std::vector<Hold> holds;
  for (auto& [since, hold] : by_since) {
    holds.push_back(std::move(hold));
  }
  return holds;
}

}  // namespace kiosk
