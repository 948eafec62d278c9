#include "fleet/service_status.h"

#include <spdlog/fmt/fmt.h>

#include "base/printable.h"

namespace kiosk {

std::string service_status(const ScreenReport& report) {
  // In one line whatever the settings say: another line would be another message to systemd.
  std::string text = report.hall.empty() ? "no hall" : printable(report.hall);
  if (report.last_success) {
    text += fmt::format(": schedule {} s old", (report.instant - *report.last_success).count());
  } else {
    text += ": no schedule yet";
  }
  if (report.feed_problems > 0) {
    text += fmt::format(", {} problem{} in the feed", report.feed_problems, report.feed_problems == 1 ? "" : "s");
  }
  if (report.zone_unknown) {
    text += ", time zone unknown";
  }
  if (report.sessions_held > 0) {
    text += fmt::format(", {} vanished session{} held", report.sessions_held, report.sessions_held == 1 ? "" : "s");
  }
  if (report.light != Light::full) {
    text += report.light == Light::dark ? ", dark by its hours" : ", dimmed by its hours";
  }
  return text;
}

}  // namespace kiosk
