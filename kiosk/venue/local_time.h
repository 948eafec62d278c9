#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>
#include <date/tz.h>

namespace kiosk {

// A moment in time, the same all over the world. Whole seconds: no conference schedule is finer.
using Instant = std::chrono::sys_seconds;

// What the clock on the venue's wall shows.
using LocalTime = date::local_seconds;

// A zone to show times in. The default is UTC, which needs no rules; any other uses the system's tzdata, which outlives
// every schedule.
class TimeZone {
 public:
  TimeZone() = default;
  explicit TimeZone(const date::time_zone& rules) : rules_(&rules) {}

  const date::time_zone* rules() const { return rules_; }  // null: UTC
  friend bool operator==(const TimeZone&, const TimeZone&) = default;

 private:
  const date::time_zone* rules_ = nullptr;
};

// Why there is no zone. Each has a remedy of its own.
enum class NoZone {
  unsaid,    // nobody says one
  unknown,   // somebody says one, and this system's tzdata has none of that name
  no_rules,  // somebody says one, and this system has no tzdata at all
};

// The zone that somebody says times are in, or why there is none.
class SaidZone {
 public:
  SaidZone() = default;
  SaidZone(TimeZone zone) : zone_(zone) {}  // NOLINT(google-explicit-constructor): each zone may be said
  SaidZone(NoZone why) : why_(why) {}       // NOLINT(google-explicit-constructor): and so may none

  explicit operator bool() const { return zone_.has_value(); }
  TimeZone operator*() const { return *zone_; }  // precondition: there is one
  bool is(NoZone why) const { return !zone_ && why_ == why; }
  // A clock has to show something: UTC where there is none.
  TimeZone or_utc() const { return zone_.value_or(TimeZone()); }
  friend bool operator==(const SaidZone&, const SaidZone&) = default;

 private:
  std::optional<TimeZone> zone_;
  NoZone why_ = NoZone::unsaid;
};

// The zone by its IANA name ("Europe/Moscow"). UTC is found without tzdata, too.
SaidZone find_time_zone(std::string_view name);

// The first of several that is a zone; where none is, the reason that says most: missing rules before an unknown
// name, and that before nothing said.
SaidZone first_zone(std::initializer_list<SaidZone> said);

inline TimeZone utc() { return {}; }

// For a zone that somebody names on a machine without tzdata.
inline constexpr const char* zone_rules_missing = "this machine has no time zone rules, so that nothing is on or next";
inline constexpr const char* install_zone_rules = "install tzdata";

// As tzdata calls it: "Europe/Moscow".
std::string name_of(TimeZone zone);

LocalTime to_local(Instant instant, TimeZone zone);

// A wall-clock time that a daylight-saving jump skipped becomes the instant of the jump; one that comes
// twice is the first of the two.
Instant to_instant(LocalTime local, TimeZone zone);

// Conference days end when the last guests have gone to bed: an evening session that runs past midnight
// belongs to the day it began on. The day turns at 05:00 local.
inline constexpr std::chrono::hours event_day_turn{5};

date::local_days event_day(Instant instant, TimeZone zone);

// The instant at which the event day of `instant` began.
Instant start_of_event_day(Instant instant, TimeZone zone);

// The instant at which the event day of `instant` ends and the next begins.
Instant next_event_day(Instant instant, TimeZone zone);

}  // namespace kiosk
