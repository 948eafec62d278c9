#include "programme/merge_feeds.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <type_traits>

#include "base/feed_budget.h"
#include "base/words.h"
#include "locales/case_folded.h"
#include "programme/zone_of_feeds.h"
#include "reading/hall_references.h"

namespace kiosk {
namespace {

// A member of the venue feed and how it gets from one value into another.
template <class T>
struct Field {
  std::string_view key;
  void (*copy)(const T& from, T& to);
};

template <auto member, class T>
void copy(const T& from, T& to) {
  to.*member = from.*member;
}

constexpr Field<Hall> hall_fields[] = {
    {"name", copy<&Hall::name>},   {"place", copy<&Hall::place>},           {"broadcast", copy<&Hall::broadcast>},
    {"delay", copy<&Hall::delay>}, {"background", copy<&Hall::background>},
};

// All but its times and halls, which hang together.
constexpr Field<Session> session_fields[] = {
    {"kind", copy<&Session::kind>},
    {"plenum", copy<&Session::plenum>},
    {"title", copy<&Session::title>},
    {"subtitle", copy<&Session::subtitle>},
    {"track", copy<&Session::track>},
    {"language", copy<&Session::language>},
    {"speakers", copy<&Session::speakers>},
    {"broadcast",
     [](const Session& from, Session& to) {
       to.broadcast = from.broadcast;
       to.not_broadcast = from.not_broadcast;
     }},
    {"recording", copy<&Session::recording>},
    {"state", copy<&Session::state>},
    {"reason", copy<&Session::reason>},
    {"overflow", copy<&Session::overflow>},
    {"originally", copy<&Session::originally>},
};

// What a whole feed says of a field: that it is not empty.
template <class T>
bool says(const T& from, const Field<T>& field) {
  T to;
  field.copy(from, to);
  return !(to == T());
}

template <class T>
void override_fields(std::span<const Field<T>> fields, const T& from, const Given* given, T& to) {
  for (const Field<T>& field : fields) {
    if (given != nullptr ? given->has(field.key) : says(from, field)) {
      field.copy(from, to);
    }
  }
}

// Where in its list something of this id is; ids that differ in case alone are the same unless one fits exactly.
class Index {
 public:
  void add(const std::string& id, std::size_t at) {
    exact_.emplace(id, at);
    folded_.emplace(case_folded(id), at);
  }
  std::optional<std::size_t> find(const std::string& id) const { return find(id, static_cast<std::size_t>(-1)); }
  // One before `end`: its reader has already separated what one feed lists twice, also under ids in other case.
  std::optional<std::size_t> find(const std::string& id, std::size_t end) const {
    if (const auto exact = exact_.find(id); exact != exact_.end() && exact->second < end) {
      return exact->second;
    }
    const auto folded = folded_.find(case_folded(id));
    return folded == folded_.end() || folded->second >= end ? std::nullopt : std::optional(folded->second);
  }

 private:
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, std::size_t> exact_;
  std::map<std::string, std::size_t> folded_;
};

class Merger {
 public:
  MergedFeeds merge(std::span<const FeedPart* const> feeds) {
    // All halls first: a feed may name those of a later one.
    for (const FeedPart* feed : feeds) {
      feed_ = feed;
      reported_ = 0;
      known_ = parts().halls.size();
      merge_event(*feed);
      parts().lists_halls = parts().lists_halls && feed->parts.lists_halls;
      for (std::size_t i = 0; i < feed->parts.halls.size(); ++i) {
        merge_hall(feed->parts.halls[i], given(feed->halls, i));
      }
    }
    for (const FeedPart* feed : feeds) {
      feed_ = feed;
      known_ = parts().sessions.size();
      for (std::size_t i = 0; i < feed->parts.sessions.size(); ++i) {
        merge_session(feed->parts.sessions[i], given(feed->sessions, i));
      }
      for (const auto& [other, id] : feed->other_ids) {
        if (const auto at = sessions_.find(id)) {
          other_ids_.add(other, *at);
        }
      }
      known_ = parts().notices.size();
      for (std::size_t i = 0; i < feed->parts.notices.size(); ++i) {
        merge_notice(feed->parts.notices[i], given(feed->notices, i));
      }
    }
    return std::move(merged_);
  }

 private:
  Schedule::Parts& parts() { return merged_.parts; }

  static std::string joined(const std::string& hint, const std::string& advice) {
    return hint.empty() ? advice : hint + "; " + advice;
  }

  // Null for a whole feed.
  static const Given* given(const std::vector<Given>& list, std::size_t index) {
    return list.empty() ? nullptr : &list[index];
  }

  void report(const Given* given, std::string_view key, std::string what, std::string right = {}) {
    if (given == nullptr || is_full()) {
      return;  // a whole feed's reader has reported what is wrong with it
    }
    ++reported_;
    merged_.problems.push_back({.file = feed_->file,
                                .line = given->line,
                                .where = given->where + (key.empty() ? "" : "/") + std::string(key),
                                .what = std::move(what),
                                .right = std::move(right)});
  }

  // Whether this feed's problems are counted alone: none needs a hint any more.
  bool is_full() const { return reported_ == feed_budget.findings; }

  // Whether a list of the whole may hold so many.
  bool fits(std::size_t count, std::size_t most, const char* what) {
    if (count > most && std::find(beyond_.begin(), beyond_.end(), what) == beyond_.end()) {
      beyond_.emplace_back(what);
      merged_.problems.push_back({.file = feed_->file,
                                  .what = "all feeds together have more than " + std::to_string(most) + ' ' + what,
                                  .right = "the rest is left out"});
    }
    return count <= most;
  }

  void merge_event(const FeedPart& feed) {
    const Event& from = feed.parts.event;
    Event& to = parts().event;
    const auto take = [&](auto Event::*member) {
      const bool is_given = !(from.*member == std::decay_t<decltype(from.*member)>());
      if (is_given && (feed.addition || to.*member == std::decay_t<decltype(from.*member)>())) {
        to.*member = from.*member;
      }
    };
    take(&Event::title);
    take(&Event::short_title);
    take(&Event::languages);
    take(&Event::url);
    take(&Event::logo);
    for (auto color : {&EventColors::background, &EventColors::accent}) {
      if (from.colors.*color && (feed.addition || !(to.colors.*color))) {
        to.colors.*color = from.colors.*color;
      }
    }
  }

  void merge_hall(const Hall& hall, const Given* given) {
    if (const auto known = find_hall(hall)) {
      override_fields<Hall>(hall_fields, hall, given, parts().halls[*known]);
      halls_.add(hall.id, *known);
      return;
    }
    if (hall.name.empty()) {
      report(given, "", "no feed before this one has a hall " + in_quotes(hall.id),
             joined(hint_of_hall(hall.id), "for a new one write \"name\": \"…\""));
      return;
    }
    if (!fits(parts().halls.size() + 1, feed_budget.halls, "halls")) {
      return;
    }
    halls_.add(hall.id, parts().halls.size());
    hall_names_.add(hall.name.in(""), parts().halls.size());
    std::vector<std::string> other_names = hall.former_names;
    other_names.insert(other_names.end(), {hall.key, hall.slug});
    for (const std::string& name : other_names) {
      other_hall_names_.add(name, parts().halls.size());
    }
    parts().halls.push_back(hall);
  }

  std::optional<std::size_t> find_hall(const Hall& hall) const {
    const auto by_id = halls_.find(hall.id, known_);
    return by_id ? by_id : hall_names_.find(hall.id, known_);
  }

  std::string hint_of_hall(const std::string& id) {
    if (is_full()) {
      return "";
    }
    std::vector<std::string_view> ids;
    for (const Hall& hall : parts().halls) {
      ids.push_back(hall.id);
    }
    return did_you_mean(id, ids);
  }

  // The id the merged schedule has for a hall; empty, and reported, where there is none.
  std::string hall_id(const std::string& called, const Given* given, std::string_view key) {
    const auto by_id = halls_.find(called);
    const auto by_name = by_id ? by_id : hall_names_.find(called);
    if (const auto at = by_name ? by_name : other_hall_names_.find(called)) {
      return parts().halls[*at].id;
    }
    report(given, key, in_quotes(called) + " is not a hall of these feeds", hint_of_hall(called));
    return "";
  }

  std::vector<std::string> hall_ids(const std::vector<std::string>& called, const Given* given) {
    std::vector<std::string> ids;
    if (called.size() == 1 && called.front() == every_hall && !halls_.find(called.front())) {
      std::transform(parts().halls.begin(), parts().halls.end(), std::back_inserter(ids),
                     [](const Hall& hall) { return hall.id; });
      return ids;
    }
    std::set<std::string> there;
    for (const std::string& one : called) {
      std::string id = hall_id(one, given, "");
      if (!id.empty() && there.insert(id).second) {
        ids.push_back(std::move(id));
      }
    }
    return ids;
  }

  void merge_session(const Session& from, const Given* given) {
    Session session = from;
    session.halls = hall_ids(from.halls, given);
    if (!from.overflow.empty()) {
      session.overflow = hall_id(from.overflow, given, "overflow");
    }
    if (from.originally && !from.originally->hall.empty()) {
      session.originally->hall = hall_id(from.originally->hall, given, "originally/hall");
    }
    auto known = sessions_.find(session.id, known_);
    if (!known && given != nullptr) {
      known = other_ids_.find(session.id);  // numbers of two exports have nothing to do with each other
    }
    if (!known) {
      add_session(std::move(session), given);
    } else {
      override_session(session, given, parts().sessions[*known]);
    }
  }

  void add_session(Session session, const Given* given) {
    std::string missing;
    const auto miss = [&](bool is_missing, const char* what) {
      missing += is_missing ? (missing.empty() ? "" : ", ") + std::string(what) : "";
    };
    miss(session.title.empty(), "title");
    miss(given != nullptr && !given->has("start"), "start");
    miss(session.halls.empty(), "hall");
    if (!missing.empty()) {
      report(given, "", "no feed before this one has a session " + in_quotes(session.id),
             joined(hint_of_session(session.id), "a new one needs " + missing));
      return;
    }
    if (session.overflow == session.halls.front() && session.halls.size() == 1) {
      session.overflow.clear();
    }
    if (!fits(parts().sessions.size() + 1, feed_budget.sessions, "sessions") ||
        !fits(slots_ + session.halls.size(), feed_budget.slots, "sessions times halls")) {
      return;
    }
    slots_ += session.halls.size();
    sessions_.add(session.id, parts().sessions.size());
    parts().sessions.push_back(std::move(session));
  }

  std::string hint_of_session(const std::string& id) {
    constexpr std::size_t too_many_to_compare = 5'000;
    if (is_full() || parts().sessions.size() > too_many_to_compare) {
      return "";
    }
    std::vector<std::string_view> ids;
    for (const Session& session : parts().sessions) {
      ids.push_back(session.id);
    }
    return did_you_mean(id, ids);
  }

  void override_session(const Session& from, const Given* given, Session& to) {
    const Session before = to;
    override_fields<Session>(session_fields, from, given, to);
    const std::size_t slots = slots_ - to.halls.size() + from.halls.size();
    if (!from.halls.empty() && fits(slots, feed_budget.slots, "sessions times halls")) {
      slots_ = slots;
      to.halls = from.halls;
    }
    if (given == nullptr || given->has("start")) {
      to.start = from.start;
      if (to.end) {
        *to.end += to.start - before.start;
      }
    }
    if (given != nullptr ? given->has("end") : from.end.has_value()) {
      if (from.end && *from.end < to.start) {
        report(given, "end", "the session ends before it starts", "its end stays as it was");
      } else {
        to.end = from.end;
      }
    }
    if (to.halls == std::vector{to.overflow}) {
      report(given, "overflow", "the session's own hall cannot take those it has no room for");
      to.overflow.clear();
    }
    if (given != nullptr && !given->has("originally")) {
      keep_announced(before, to);
    }
  }

  static void keep_announced(const Session& before, Session& now) {
    Announced first = before.originally.value_or(Announced());
    if (first.hall.empty()) {
      first.hall = before.halls.front();
    }
    first.start = first.start.value_or(before.start);
    if (std::find(now.halls.begin(), now.halls.end(), first.hall) != now.halls.end()) {
      first.hall.clear();
    }
    if (first.start == now.start) {
      first.start.reset();
    }
    now.originally = first == Announced() ? std::nullopt : std::optional(std::move(first));
  }

  void merge_notice(const Notice& from, const Given* given) {
    Notice notice = from;
    notice.halls = hall_ids(from.halls, given);
    if (notice.halls.empty() && !from.halls.empty()) {
      return;  // for none of the halls, and not for all
    }
    if (const auto known = notices_.find(notice.id, known_)) {
      parts().notices[*known] = std::move(notice);
      return;
    }
    if (!fits(parts().notices.size() + 1, feed_budget.notices, "notices")) {
      return;
    }
    notices_.add(notice.id, parts().notices.size());
    parts().notices.push_back(std::move(notice));
  }

  MergedFeeds merged_;
  const FeedPart* feed_ = nullptr;
  std::size_t known_ = 0;                 // of the list being merged, how many come from feeds before this one
  std::size_t reported_ = 0;              // problems of this feed
  std::size_t slots_ = 0;                 // halls of all sessions
  std::vector<std::string_view> beyond_;  // the budgets that were reported
  Index halls_;
  Index hall_names_;
  Index other_hall_names_;  // keys, slugs and what they were called before
  Index sessions_;
  Index other_ids_;
  Index notices_;
};

}  // namespace

MergedFeeds merge_feeds(std::span<const FeedPart* const> feeds) {
  const ZoneOfFeeds zoned(feeds);
  MergedFeeds merged = Merger().merge(zoned.feeds());
  merged.parts.event.time_zone = zoned.zone();
  const std::vector<Problem> missing = zoned.problems();
  merged.problems.insert(merged.problems.end(), missing.begin(), missing.end());
  return merged;
}

}  // namespace kiosk
