#include "technician/about_reading.h"

#include <cstdio>
#include <string>
#include <utility>

#include "layout/reading_distance.h"

namespace kiosk {
namespace {

std::string metres(double distance) {
  char text[32];
  std::snprintf(text, sizeof text, distance < 10 ? "%.1f m" : "%.0f m", distance);
  return text;
}

constexpr double least_title_metres = 2;

}  // namespace

Answer how_far_it_reads(const std::optional<MonitorFacts>& monitor, const BoardSizes& sizes) {
  const bool known = monitor && monitor->millimetres.short_side() > 0;
  const Size picture = known ? monitor->millimetres : usual_picture_mm;
  const double hundredth = picture.short_side() / 100.0;
  const double title = reading_metres(sizes.title_cap * hundredth);
  const std::string on =
      known ? " on this monitor of " + std::to_string(picture.width) + "x" + std::to_string(picture.height) + " mm"
            : std::string(" on a 55\" screen, since this one's size is not known");
  std::string what = "a title is read with ease from " + metres(title) + ", the code is scanned from " +
                     metres(scanning_metres(sizes.code_side * hundredth)) + on;
  return title < least_title_metres
             ? warning("distance", std::move(what), "hang a larger screen, or this one where people stand")
             : good("distance", std::move(what));
}

}  // namespace kiosk
