#pragma once

#include <string>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// The problem that the schedule has no hall of that name, or several: it lists these, or suggests the hall most likely
// meant, or lists all. A warning where the schedule does not list its halls. Names no file.
Problem unknown_hall(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
