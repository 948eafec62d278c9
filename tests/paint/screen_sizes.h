#pragma once

#include <array>

#include "base/geometry.h"

// Screens as they hang: lying and upright, from a small panel to 4K, square ones and wide ones.
inline constexpr std::array screen_sizes{kiosk::Size{1280, 720},  kiosk::Size{1920, 1080}, kiosk::Size{3840, 2160},
                                         kiosk::Size{1080, 1920}, kiosk::Size{800, 480},   kiosk::Size{1024, 768},
                                         kiosk::Size{2560, 1080}};
