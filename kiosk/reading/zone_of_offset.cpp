#include "reading/zone_of_offset.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "venue/parse_instant.h"

namespace kiosk {

SaidZone zone_of_offset(std::string_view time, SaidZone (*find)(std::string_view name)) {
  constexpr std::size_t behind_date = 10;
  // A zone that tzdata lacks is one that nobody named.
  const auto zone_called = [find](std::string_view name) {
    const SaidZone zone = find(name);
    return zone.is(NoZone::unknown) ? SaidZone() : zone;
  };
  const auto instant = parse_instant(time);
  if (!instant) {
    return {};
  }
  const std::string_view local = time.substr(0, time.find_first_of("+-Zz", behind_date));
  const auto as_utc = parse_instant(std::string(local) + 'Z');
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(*as_utc - *instant).count();
  if (offset == 0) {
    return utc();
  }
  // Of other offsets there are no zones, and a feed may have a hundred thousand of them.
  if (offset < -12 * 60 || offset > 14 * 60) {
    return {};
  }
  if (offset % 60 == 0) {
    // POSIX counts the other way: Etc/GMT-3 is three hours ahead of Greenwich.
    return zone_called((offset > 0 ? "Etc/GMT-" : "Etc/GMT+") + std::to_string(std::abs(offset / 60)));
  }
  // Zones beside the full hour that know no summer time.
  struct Zone {
    std::int64_t minutes;
    const char* name;
  };
  static constexpr Zone zones[] = {
      {210, "Asia/Tehran"},    {270, "Asia/Kabul"},  {330, "Asia/Kolkata"},
      {345, "Asia/Kathmandu"}, {390, "Asia/Yangon"}, {570, "Australia/Darwin"},
  };
  for (const Zone& zone : zones) {
    if (zone.minutes == offset) {
      return zone_called(zone.name);
    }
  }
  return {};
}

}  // namespace kiosk
