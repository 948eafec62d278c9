#include "venue/local_time.h"

#include <stdexcept>
#include <string>

namespace kiosk {

TimeZone find_time_zone(std::string_view name) {
  try {
    const TimeZone zone = date::locate_zone(name);
    zone->get_info(Instant());  // the library reads a zone's file at first use, and throws there
    return zone;
  } catch (const std::runtime_error&) {  // how it says "no such zone" and "no tzdata"
    return nullptr;
  }
}

TimeZone utc() { return find_time_zone("Etc/UTC"); }

std::string name_of(TimeZone zone) { return zone != nullptr ? zone->name() : "UTC"; }

LocalTime to_local(Instant instant, TimeZone zone) {
  return zone != nullptr ? zone->to_local(instant) : LocalTime(instant.time_since_epoch());
}

Instant to_instant(LocalTime local, TimeZone zone) {
  return zone != nullptr ? zone->to_sys(local, date::choose::earliest) : Instant(local.time_since_epoch());
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
