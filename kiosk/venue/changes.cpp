#include "venue/changes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace kiosk {
namespace {

using Matches = std::vector<std::optional<std::size_t>>;

std::string id_and_title(const Session& session) { return session.id + '\n' + session.title.in(""); }

std::string title_start_and_hall(const Session& session) {
  return std::to_string(session.start.time_since_epoch().count()) + '\n' + session.title.in("") + '\n' +
         (session.halls.empty() ? std::string() : session.halls.front());
}

// A break in another hall is another break: all halls have theirs at one time, under one word.
std::string title_and_start(const Session& session) {
  return session.kind == SessionKind::break_
             ? title_start_and_hall(session)
             : std::to_string(session.start.time_since_epoch().count()) + '\n' + session.title.in("");
}

std::string id_alone(const Session& session) { return session.id; }

class Matcher {
 public:
  Matcher(std::span<const Session> before, std::span<const Session> after)
      : before_(before), after_(after), taken_(before.size()), matches_(after.size()) {}

  // Pairs what is not paired yet and has the same key; of several, the first with the first.
  void match_by(std::string (*key)(const Session&)) {
    std::unordered_map<std::string, std::vector<std::size_t>> unmatched;  // the first at the back
    for (std::size_t i = before_.size(); i-- > 0;) {
      if (!taken_[i]) {
        unmatched[key(before_[i])].push_back(i);
      }
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      const auto found = matches_[i] ? unmatched.end() : unmatched.find(key(after_[i]));
      if (found != unmatched.end() && !found->second.empty()) {
        matches_[i] = found->second.back();
        taken_[found->second.back()] = true;
        found->second.pop_back();
      }
    }
  }

  // Pairs what is not paired yet and has a title that no other session has, before or after, where the one's id is gone
  // and the other's is new. No breaks.
  void match_by_title_alone() {
    struct Titled {
      std::size_t before = 0;  // how many
      std::size_t after = 0;
      std::size_t index = 0;  // of the last one before
    };
    std::unordered_map<std::string_view, Titled> by_title;
    std::unordered_set<std::string_view> ids_before;
    std::unordered_set<std::string_view> ids_after;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      Titled& titled = by_title[before_[i].title.in("")];
      ++titled.before;
      titled.index = i;
      ids_before.insert(before_[i].id);
    }
    for (const Session& session : after_) {
      ++by_title[session.title.in("")].after;
      ids_after.insert(session.id);
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      const Titled& titled = by_title[after_[i].title.in("")];
      if (matches_[i] || titled.before != 1 || titled.after != 1 || taken_[titled.index]) {
        continue;
      }
      const Session& before = before_[titled.index];
      const bool is_break = before.kind == SessionKind::break_ || after_[i].kind == SessionKind::break_;
      if (!is_break && !ids_after.contains(before.id) && !ids_before.contains(after_[i].id)) {
        matches_[i] = titled.index;
        taken_[titled.index] = true;
      }
    }
  }

  Matches take() { return std::move(matches_); }

 private:
  std::span<const Session> before_;
  std::span<const Session> after_;
  std::vector<bool> taken_;  // beside before_
  Matches matches_;          // beside after_
};

bool same_halls(const Session& a, const Session& b) {
  return std::is_permutation(a.halls.begin(), a.halls.end(), b.halls.begin(), b.halls.end());
}

}  // namespace

Matches match_sessions(std::span<const Session> before, std::span<const Session> after) {
  Matcher matcher(before, after);
  matcher.match_by(id_and_title);
  matcher.match_by(title_start_and_hall);
  matcher.match_by(title_and_start);
  matcher.match_by(id_alone);
  matcher.match_by_title_alone();
  return matcher.take();
}

std::vector<Change> changes(const Schedule& before, const Schedule& after) {
  const Matches matches = match_sessions(before.sessions(), after.sessions());
  std::vector<bool> found(before.sessions().size());
  std::vector<Change> result;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Session& now = after.sessions()[i];
    if (!matches[i]) {
      result.push_back({ChangeKind::added, nullptr, &now});
      continue;
    }
    found[*matches[i]] = true;
    const Session& then = before.sessions()[*matches[i]];
    const auto add = [&](ChangeKind kind) { result.push_back({kind, &then, &now}); };
    if (now.state == SessionState::cancelled) {
      if (then.state != SessionState::cancelled) {
        add(ChangeKind::cancelled);
      }
      continue;  // where it does not take place, and when, is no news
    }
    if (then.state == SessionState::cancelled) {
      add(ChangeKind::restored);
    }
    if (!same_halls(then, now)) {
      add(ChangeKind::moved);
    }
    if (then.start != now.start) {
      add(then.start < now.start ? ChangeKind::delayed : ChangeKind::earlier);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) {
      result.push_back({ChangeKind::removed, &before.sessions()[i], nullptr});
    }
  }
  return result;
}

}  // namespace kiosk
