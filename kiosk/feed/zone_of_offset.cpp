#include "feed/zone_of_offset.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "venue/parse_instant.h"

namespace kiosk {

TimeZone zone_of_offset(std::string_view time) {
  constexpr std::size_t behind_date = 10;
  const auto instant = parse_instant(time, nullptr);
  if (!instant) {
    return nullptr;
  }
  const std::string_view local = time.substr(0, time.find_first_of("+-Zz", behind_date));
  const auto as_utc = parse_instant(std::string(local) + 'Z', nullptr);
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(*as_utc - *instant).count();
  if (offset == 0) {
    return utc();
  }
  if (offset % 60 == 0) {
    // POSIX counts the other way: Etc/GMT-3 is three hours ahead of Greenwich.
    return find_time_zone((offset > 0 ? "Etc/GMT-" : "Etc/GMT+") + std::to_string(std::abs(offset / 60)));
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
      return find_time_zone(zone.name);
    }
  }
  return nullptr;
}

}  // namespace kiosk
