#include "programme/known_halls.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/feed_budget.h"

namespace kiosk {
namespace {

constexpr std::size_t known_per_hall = 4;

// Which hall of the body each known one is; nothing: none. A key decides before an id does, so that two rooms that
// swap their names are still themselves.
std::vector<std::optional<std::size_t>> same_halls(const std::vector<Hall>& body, const std::vector<Hall>& known) {
  std::map<std::string_view, std::size_t> by_key;
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (!body[i].key.empty()) {
      by_key.emplace(body[i].key, i);
    }
    by_id.emplace(body[i].id, i);
  }
  std::vector<std::optional<std::size_t>> same(known.size());
  std::vector<bool> taken(body.size());
  const auto take = [&](std::size_t i, const auto& index, std::string_view word) {
    const auto found = same[i] || word.empty() ? index.end() : index.find(word);
    if (found != index.end() && !taken[found->second]) {
      same[i] = found->second;
      taken[found->second] = true;
    }
  };
  for (std::size_t i = 0; i < known.size(); ++i) {
    take(i, by_key, known[i].key);
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    take(i, by_id, known[i].id);
  }
  return same;
}

std::vector<std::string> names_of(const Hall& hall) {
  std::vector<std::string> names{hall.id, hall.key, hall.slug};
  for (const auto& [language, name] : hall.name.all()) {
    names.push_back(name);
  }
  std::erase_if(names, [](const std::string& name) { return name.empty() || name.size() > feed_budget.id; });
  return names;
}

void add_names(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& name : from) {
    if (std::find(to.begin(), to.end(), name) != to.end()) {
      continue;
    }
    if (to.size() == most_former_names) {
      to.pop_back();
    }
    to.push_back(name);
  }
}

// All that it was called and is not called today.
std::vector<std::string> former_names(const Hall& before, const Hall& today) {
  const std::vector<std::string> borne = names_of(today);
  const auto is_borne = [&](const std::string& name) {
    return std::find(borne.begin(), borne.end(), name) != borne.end();
  };
  std::vector<std::string> former = before.former_names;
  std::vector<std::string> names = names_of(before);
  std::erase_if(former, is_borne);
  std::erase_if(names, is_borne);
  add_names(names, former);
  return former;
}

Hall as_known(const Hall& hall) {
  Hall known;
  known.id = hall.id;
  known.key = hall.key;
  known.slug = hall.slug;
  known.name = hall.name;
  return known;
}

}  // namespace

ChangedIds note_halls(const std::vector<Hall>& body, std::vector<Hall>& known) {
  const auto same = same_halls(body, known);
  ChangedIds changed;
  std::vector<Hall> now;
  for (const Hall& hall : body) {
    now.push_back(as_known(hall));
  }
  const std::size_t most = std::max(known_per_hall * body.size(), known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (same[i]) {
      Hall& today = now[*same[i]];
      today.former_names = former_names(known[i], today);
      if (today.id != known[i].id) {
        changed.emplace(known[i].id, today.id);
      }
    } else if (now.size() < most) {
      now.push_back(known[i]);
    }
  }
  known = std::move(now);
  return changed;
}

void follow(const ChangedIds& changed, std::string& hall) {
  if (const auto found = changed.find(hall); found != changed.end()) {
    hall = found->second;
  }
}

void follow(const ChangedIds& changed, std::span<Hall> halls, std::span<Session> sessions) {
  for (Hall& hall : halls) {
    follow(changed, hall.id);
  }
  for (Session& session : sessions) {
    for (std::string& hall : session.halls) {
      follow(changed, hall);
    }
    if (session.originally) {
      follow(changed, session.originally->hall);
    }
  }
}

void add_former_names(const std::vector<Hall>& known, std::vector<Hall>& halls) {
  const auto same = same_halls(halls, known);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (same[i]) {
      halls[*same[i]].former_names = former_names(known[i], halls[*same[i]]);
    }
  }
}

}  // namespace kiosk
