#include "graphics/monitor_power.h"

#include <algorithm>

namespace kiosk {

bool shows_all(const Rect& place, const std::vector<Rect>& shown) {
  return std::all_of(shown.begin(), shown.end(), [&place](const Rect& one) { return place.contains(one); });
}

MonitorPower PowerPlan::next(bool wanted, bool is_on, bool alone, Time now) {
  if (wanted || !alone) {
    was_off_ = false;
    woken_.reset();
    return wanted ? MonitorPower::on : MonitorPower::other;
  }
  if (was_off_ && is_on) {
    woken_ = woken_.value_or(now);
    if (now - *woken_ < woken_for) {
      return MonitorPower::woken;
    }
  }
  was_off_ = true;
  woken_.reset();
  return MonitorPower::off;
}

}  // namespace kiosk
