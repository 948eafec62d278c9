#include "exports/gathered_sessions.h"

#include <algorithm>

#include "base/feed_budget.h"
#include "venue/parse_instant.h"

namespace kiosk {

std::optional<std::size_t> GatheredSessions::hall(const Place& room, const std::string& key, std::string_view name) {
  name = cut_text(name, feed_budget.id);
  const std::string called = key.empty() ? "name " + std::string(name) : "key " + key;
  if (const auto known = called_.find(called); known != called_.end()) {
    return known->second;
  }
  const std::string plain = fields_.allowances().plain(room, name, Markup::references_only);
  if (plain.empty()) {
    return std::nullopt;
  }
  auto found = key.empty() ? rooms_.find(plain) : std::nullopt;
  if (!found) {
    if (!fields_.allowances().take(Many::halls, room)) {
      return std::nullopt;
    }
    found = rooms_.add({.guid = key, .name = plain});
  }
  if (called_.size() < 2 * feed_budget.halls) {
    called_.emplace(called, *found);
  }
  return found;
}

std::size_t GatheredSessions::add(const Place& place, Session session, std::optional<std::size_t> hall) {
  const std::string title = SessionIds::title_of(session);
  const std::string slot = session.id + '\n' + format_instant(session.start, utc()) + '\n' + title;
  const auto [known, is_new] = by_slot_.emplace(slot, sessions_.size());
  if (!is_new) {
    if (hall && !sessions_[known->second].halls.empty()) {
      add_hall(place, known->second, *hall);
    }
    return known->second;
  }
  session.id = ids_.take(session.id, title);
  session.plenum = !hall;
  if (hall) {
    session.halls = {rooms_.halls()[*hall].id};
  }
  sessions_.push_back(std::move(session));
  return sessions_.size() - 1;
}

void GatheredSessions::add_hall(const Place& place, std::size_t session, std::size_t hall) {
  std::vector<std::string>& halls = sessions_[session].halls;
  const std::string& id = rooms_.halls()[hall].id;
  if (std::find(halls.begin(), halls.end(), id) == halls.end() && fields_.allowances().take(Many::slots, place)) {
    halls.push_back(id);
  }
}

void GatheredSessions::finish(const Place& document, Schedule::Parts& parts) {
  const std::vector<std::string> all = rooms_.ids();
  for (Session& session : sessions_) {
    if (session.halls.empty() && fields_.allowances().take(Many::slots, document, all.size())) {
      session.halls = all;
    }
  }
  std::erase_if(sessions_, [](const Session& session) { return session.halls.empty(); });
  parts.lists_halls = false;
  parts.halls = rooms_.halls();
  parts.sessions = std::move(sessions_);
}

}  // namespace kiosk
