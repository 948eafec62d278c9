#include "programme/programme_memory.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "venue/changes.h"

namespace kiosk {
namespace {

// An open end is as long as venue/schedule.h lets it be.
Instant end_of(const Session& session) { return session.end.value_or(session.start + longest_open_end); }

bool is_in(const Session& session, const std::string& hall) {
  return std::find(session.halls.begin(), session.halls.end(), hall) != session.halls.end();
}

bool share_a_slot(const Session& a, const Session& b) {
  return a.start < end_of(b) && b.start < end_of(a) &&
         std::any_of(a.halls.begin(), a.halls.end(), [&](const std::string& hall) { return is_in(b, hall); });
}

const Hall* find_hall(const std::vector<Hall>& halls, const std::string& id) {
  const auto found = std::find_if(halls.begin(), halls.end(), [&](const Hall& hall) { return hall.id == id; });
  return found == halls.end() ? nullptr : &*found;
}

bool is_undecided(const ProgrammeMemory::Vanished& vanished) { return !vanished.cancelled; }

}  // namespace

void ProgrammeMemory::recall(Schedule::Parts body, State state) {
  body_ = std::move(body);
  state_ = std::move(state);
  // Body and state are two files: of a power cut between them the body is the one to believe.
  for (const Session& session : body_.sessions) {
    std::erase_if(state_.vanished, [&](const Vanished& vanished) {
      return vanished.session.id == session.id && vanished.session.title == session.title;
    });
    state_.first_seen.try_emplace(session.id, FirstSeen{session.halls.front(), session.start, end_of(session)});
  }
}

void ProgrammeMemory::read(Schedule::Parts body, Instant now) {
  std::vector<Session> known = body_.sessions;
  for (const Vanished& vanished : state_.vanished) {
    known.push_back(vanished.session);
  }
  const auto matches = match_sessions(known, body.sessions);
  std::vector<const Session*> same;  // beside body.sessions; null: new
  std::vector<bool> found(known.size());
  for (const std::optional<std::size_t>& match : matches) {
    same.push_back(match ? &known[*match] : nullptr);
    if (match) {
      found[*match] = true;
    }
  }
  const bool any_match = std::find(found.begin(), found.end(), true) != found.end();
  if (is_another_event(body, any_match)) {
    recall(std::move(body), {});
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
  for (std::size_t i = 0; i < body_.sessions.size(); ++i) {
    if (!found[i]) {
      Vanished vanished{.session = with_originally(body_.sessions[i]), .halls = {}, .held_since = std::nullopt};
      for (const std::string& id : vanished.session.halls) {
        if (const Hall* hall = find_hall(body_.halls, id)) {
          vanished.halls.push_back(*hall);
        }
      }
      missing.push_back(std::move(vanished));
    }
  }
  for (std::size_t i = 0; i < body.sessions.size(); ++i) {
    for (std::size_t j = 0; same[i] == nullptr && j < missing.size(); ++j) {
      missing[j].replaced = missing[j].replaced || share_a_slot(missing[j].session, body.sessions[i]);
    }
  }
  note_first_seen(body, same, now);
  state_.vanished = std::move(missing);
  body_ = std::move(body);
  step(first_new, event_size, now);
}

void ProgrammeMemory::confirm(Instant now) {
  if (!state_.vanished.empty()) {
    step(state_.vanished.size(), 0, now);
  }
}

bool ProgrammeMemory::is_another_event(const Schedule::Parts& body, bool any_match) const {
  return !body_.sessions.empty() && !any_match && (!body.sessions.empty() || body.event.title != body_.event.title);
}

void ProgrammeMemory::note_first_seen(const Schedule::Parts& body, const std::vector<const Session*>& same,
                                      Instant now) {
  std::set<std::string> known_ids;
  for (const Session& session : body_.sessions) {
    known_ids.insert(session.id);
  }
  std::map<std::string, FirstSeen> seen;
  for (std::size_t i = 0; i < body.sessions.size(); ++i) {
    const Session& session = body.sessions[i];
    FirstSeen first{session.halls.front(), session.start, end_of(session)};
    // A new session takes over what is known of its id, unless that id was another's.
    const std::string& id = same[i] != nullptr ? same[i]->id : session.id;
    const auto before = state_.first_seen.find(id);
    if (before != state_.first_seen.end() && (same[i] != nullptr || !known_ids.contains(id))) {
      first.hall = before->second.hall;
      first.start = before->second.start;
    }
    seen.emplace(session.id, std::move(first));
  }
  for (const auto& [id, first] : state_.first_seen) {
    if (first.until > now) {
      seen.try_emplace(id, first);  // it may come back
    }
  }
  state_.first_seen = std::move(seen);
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
  std::vector<bool> result(vanished.size());
  std::set<std::string> halls;
  for (const Vanished& one : vanished) {
    halls.insert(one.session.halls.begin(), one.session.halls.end());
  }
  for (const std::string& hall : halls) {
    const bool is_empty = std::none_of(body_.sessions.begin(), body_.sessions.end(), [&](const Session& session) {
      return end_of(session) > now && is_in(session, hall);
    });
    std::vector<std::size_t> of_hall;
    for (std::size_t i = 0; is_empty && i < vanished.size(); ++i) {
      if (counted[i] && is_in(vanished[i].session, hall)) {
        of_hall.push_back(i);
      }
    }
    for (std::size_t i = 0; of_hall.size() > 1 && i < of_hall.size(); ++i) {
      result[of_hall[i]] = true;
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
  std::set<std::string> ids;
  for (Session& session : parts.sessions) {
    session = with_originally(std::move(session));
    ids.insert(session.id);
  }
  for (const Vanished& vanished : state_.vanished) {
    if (vanished.replaced && !vanished.cancelled) {
      continue;
    }
    Session session = vanished.session;
    while (!ids.insert(session.id).second) {
      session.id += " (before)";  // its own id is another's now
    }
    parts.sessions.push_back(std::move(session));
    for (const Hall& hall : vanished.halls) {
      if (find_hall(parts.halls, hall.id) == nullptr) {
        parts.halls.push_back(hall);
      }
    }
  }
  return parts;
}

std::vector<Hold> ProgrammeMemory::holds() const {
  std::map<Instant, Hold> by_since;
  for (const Vanished& vanished : state_.vanished) {
    if (vanished.held_since) {
      Hold& hold = by_since[*vanished.held_since];
      hold.since = *vanished.held_since;
      hold.until = hold.since + rules_.hold;
      ++hold.sessions;
      for (const std::string& hall : vanished.session.halls) {
        if (std::find(hold.halls.begin(), hold.halls.end(), hall) == hold.halls.end()) {
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
