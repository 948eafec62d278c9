#include "venue/local_time.h"

#include <stdexcept>
#include <string>

namespace kiosk {

namespace {

// Null when there are none of that name.
const date::time_zone* rules_of(std::string_view name) {
  try {
    const date::time_zone* rules = date::locate_zone(name);
    rules->get_info(Instant());  // the library reads a zone's file at first use, and throws there
    return rules;
  } catch (const std::runtime_error&) {  // how it says "no such zone" and "no tzdata"
    return nullptr;
  }
}

constexpr std::string_view utc_name = "Etc/UTC";

}  // namespace

SaidZone find_time_zone(std::string_view name) {
  if (name == utc_name) {
    return utc();
  }
  if (const date::time_zone* rules = rules_of(name)) {
    return TimeZone(*rules);
  }
  const bool any_rules = rules_of(utc_name) != nullptr;
  return any_rules ? SaidZone(NoZone::unknown) : name == "UTC" ? SaidZone(utc()) : SaidZone(NoZone::no_rules);
}

SaidZone first_zone(std::initializer_list<SaidZone> said) {
  SaidZone none;
  for (const SaidZone& zone : said) {
    if (zone) {
      return zone;
    }
    if (zone.is(NoZone::no_rules) || none.is(NoZone::unsaid)) {
      none = zone;
    }
  }
  return none;
}

std::string name_of(TimeZone zone) { return zone.rules() != nullptr ? zone.rules()->name() : std::string(utc_name); }

LocalTime to_local(Instant instant, TimeZone zone) {
  return zone.rules() != nullptr ? zone.rules()->to_local(instant) : LocalTime(instant.time_since_epoch());
}

Instant to_instant(LocalTime local, TimeZone zone) {
  return zone.rules() != nullptr ? zone.rules()->to_sys(local, date::choose::earliest)
                                 : Instant(local.time_since_epoch());
}

date::local_days event_day(Instant instant, TimeZone zone) {
  return date::floor<date::days>(to_local(instant, zone) - event_day_turn);
}

Instant start_of_event_day(Instant instant, TimeZone zone) {
  return to_instant(event_day(instant, zone) + event_day_turn, zone);
}

Instant next_event_day(Instant instant, TimeZone zone) {
  return to_instant(event_day(instant, zone) + date::days(1) + event_day_turn, zone);
}

}  // namespace kiosk
