#pragma once

#include <string>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// The problem that the schedule has no hall of that name. It suggests the hall most likely meant, or else lists all.
// Names no file.
Problem unknown_hall(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
