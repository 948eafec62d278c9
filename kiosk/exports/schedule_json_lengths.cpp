#include "exports/schedule_json_lengths.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using std::chrono::minutes;

// No session is shorter.
constexpr minutes shortest_session{5};

// "1:05"
std::string in_hours(minutes length) {
  const std::string rest = std::to_string(length.count() % 60);
  return std::to_string(length.count() / 60) + (rest.size() == 1 ? ":0" : ":") + rest;
}

std::string taken_for(minutes length) { return "taken for " + in_hours(length) + ", which is how to write it"; }

// When the halls' sessions are on, as far as that can be meant.
class HallTimes {
 public:
  explicit HallTimes(const std::vector<Session>& sessions) {
    for (const Session& session : sessions) {
      if (session.kind == SessionKind::break_ || session.state == SessionState::cancelled) {
        continue;
      }
      const Instant end = session.end.value_or(session.start);
      for (const std::string& hall : session.halls) {
        by_hall_[hall].push_back({session.start, end - session.start <= longest_session ? end : session.start});
      }
    }
    for (auto& [hall, times] : by_hall_) {
      std::sort(times.begin(), times.end(), [](const Time& a, const Time& b) { return a.start < b.start; });
      for (std::size_t i = 1; i < times.size(); ++i) {
        times[i].latest_end = std::max(times[i].latest_end, times[i - 1].latest_end);
      }
    }
  }

  // Whether another begins in one of its halls after it and before `end`.
  bool next_before(Instant end, const Session& session) const {
    return std::any_of(session.halls.begin(), session.halls.end(), [&](const std::string& hall) {
      const auto [times, later] = after(hall, session.start);
      return times != nullptr && later != times->end() && later->start < end;
    });
  }

  // Whether another that has begun in one of its halls is still on when it begins. Precondition: it is longer than
  // longest_session itself.
  bool still_on_before(const Session& session) const {
    return std::any_of(session.halls.begin(), session.halls.end(), [&](const std::string& hall) {
      const auto [times, later] = after(hall, session.start);
      return times != nullptr && later != times->begin() && std::prev(later)->latest_end > session.start;
    });
  }

 private:
  struct Time {
    Instant start;
    Instant latest_end;  // of this one and, once sorted, all before it
  };
  using Times = std::vector<Time>;

  // A hall's sessions, and the first that begins later; null where it has none.
  std::pair<const Times*, Times::const_iterator> after(const std::string& hall, Instant start) const {
    const auto found = by_hall_.find(hall);
    if (found == by_hall_.end()) {
      return {};
    }
    const Times& times = found->second;
    return {&times,
            std::partition_point(times.begin(), times.end(), [&](const Time& time) { return time.start <= start; })};
  }

  std::map<std::string_view, Times> by_hall_;
};

// What a document's lengths of one shape say of their last part.
struct Evidence {
  bool for_seconds = false;
  bool against = false;
};

}  // namespace

std::optional<SessionLength> ScheduleJsonLengths::parse(const Place& duration) {
  const std::string* text = duration.value().string();
  const std::int64_t* number = duration.value().integer();
  return parse_session_length(text != nullptr     ? fields_.allowances().plain(duration, *text)
                              : number != nullptr ? std::to_string(*number)
                                                  : "");
}

ScheduleJsonLengths::Length ScheduleJsonLengths::read(const Place& event, Instant start, TimeZone zone) {
  const auto place = event.member("duration");
  const auto written = place ? parse(*place) : std::nullopt;
  if (const auto end = read_end(event, start, zone)) {
    const auto is_it = [&](const std::optional<minutes>& length) { return length && start + *length == *end; };
    const bool is_zero = written && written->as_written == minutes(0);
    if (place && !is_zero && !(written && (is_it(written->as_written) || is_it(written->in_seconds)))) {
      problems_.warning(*place, place->value().describe() + " is not how long it is until \"end\"", "the end counts");
    }
    return {.end = end, .written = std::nullopt};
  }
  if (!place) {
    problems_.warning(event, "the session has no duration", "shown without an end");
    return {};
  }
  if (!written) {
    problems_.error(*place, place->value().describe() + " is not a duration",
                    "expected \"0:45\" or \"1:02:00\"; shown without an end");
    return {};
  }
  const minutes length = written->as_written ? *written->as_written : *written->in_seconds;
  if (!written->as_written) {
    problems_.warning(*place, place->value().describe() + " counts seconds", taken_for(length));
  } else if (written->has_long_minutes) {
    problems_.warning(*place, place->value().describe() + " has more than 59 minutes", taken_for(length));
  }
  if (length.count() == 0) {
    return {};
  }
  return {.end = start + length, .written = written};
}

std::optional<Instant> ScheduleJsonLengths::read_end(const Place& event, Instant start, TimeZone zone) {
  const auto place = event.member("end");
  const std::string* text = place ? place->value().string() : nullptr;
  if (!place || (text != nullptr && text->empty())) {
    return std::nullopt;
  }
  auto end = text != nullptr ? fields_.instant(*text) : std::nullopt;
  if (const auto clock = text != nullptr && !end ? parse_wall_clock(*text) : std::nullopt) {
    const auto day = date::floor<date::days>(to_local(start, zone));
    end = to_instant(day + *clock, zone);
    if (*end <= start) {
      end = to_instant(day + date::days(1) + *clock, zone);
    }
    end = *end - start <= longest_session ? end : std::nullopt;
  }
  if (!end) {
    problems_.error(*place, place->value().describe() + " is not a time at which the session may end",
                    "expected \"2024-04-17T10:45:00+03:00\"; the duration counts");
  } else if (*end < start) {
    problems_.error(*place, "the session ends before it starts", "the duration counts");
  }
  return end && *end > start ? end : std::nullopt;
}

void ScheduleJsonLengths::note(const Place& event, const Length& length, std::size_t session) {
  if (length.written) {
    notes_.push_back({&event.value(), session, *length.written});
  }
}

void ScheduleJsonLengths::settle(const EachEvent& each_event, std::vector<Session>& sessions) {
  const HallTimes times(sessions);
  std::array<Evidence, 4> evidence;  // beside LengthShape
  std::vector<bool> impossible;      // beside notes_
  std::vector<bool> fits;
  for (const Note& note : notes_) {
    const Session& session = sessions[note.session];
    const auto& [shape, as_written, in_seconds, has_long_minutes, is_odd] = note.written;
    const bool is_long = as_written && *as_written > longest_session;
    impossible.push_back(is_long && (is_odd || times.next_before(session.start + *as_written, session) ||
                                     times.still_on_before(session)));
    fits.push_back(in_seconds && !times.next_before(session.start + *in_seconds, session));
    Evidence& of_shape = evidence[static_cast<std::size_t>(shape)];
    of_shape.for_seconds = of_shape.for_seconds || !as_written || (impossible.back() && fits.back());
    of_shape.against = of_shape.against || !in_seconds || *in_seconds < shortest_session;
  }
  std::vector<const Note*> changed;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    const SessionLength& written = notes_[i].written;
    const Evidence& of_shape = evidence[static_cast<std::size_t>(written.shape)];
    const bool all_count_seconds = of_shape.for_seconds && !of_shape.against;
    // "45:00" may well be 45 hours where the document has other hours and minutes.
    const bool this_one_does = impossible[i] && fits[i] && written.shape != LengthShape::hours_minutes;
    const bool in_seconds = written.in_seconds && (all_count_seconds || this_one_does);
    if (!written.as_written || (!in_seconds && !impossible[i])) {
      continue;
    }
    Session& session = sessions[notes_[i].session];
    session.end = in_seconds ? std::optional(session.start + *written.in_seconds) : std::nullopt;
    session.kind = session.kind == SessionKind::all_day ? SessionKind::session : session.kind;
    changed.push_back(&notes_[i]);
  }
  tell(each_event, changed, sessions);
}

void ScheduleJsonLengths::tell(const EachEvent& each_event, const std::vector<const Note*>& changed,
                               const std::vector<Session>& sessions) {
  auto next = changed.begin();
  if (next == changed.end()) {
    return;
  }
  each_event([&](const Place& event) {
    if (next == changed.end() || (*next)->event != &event.value()) {
      return;
    }
    const Place duration = *event.member("duration");
    const std::string what = duration.value().describe();
    if (sessions[(*next)->session].end) {
      problems_.warning(duration, what + " counts seconds, it seems", taken_for(*(*next)->written.in_seconds));
    } else {
      problems_.warning(duration, what + " is longer than the hall is free, or than any session",
                        "shown without an end");
    }
    ++next;
  });
}

}  // namespace kiosk
