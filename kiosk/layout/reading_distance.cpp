#include "layout/reading_distance.h"

#include <cmath>
#include <numbers>

namespace kiosk {

double reading_metres(double capital_mm) {
  constexpr double angle = 16.0 / 60 * std::numbers::pi / 180;
  return capital_mm / std::tan(angle) / 1000;
}

double scanning_metres(double side_mm, int modules) {
  constexpr double sides_away = 10;
  return side_mm / 1000 * sides_away * usual_code_modules / modules;
}

}  // namespace kiosk
