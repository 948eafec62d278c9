#pragma once

#include <string>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// What to tell a technician whose hall is not in the schedule: the hall that was most likely meant, else
// all there are. Names no file.
Problem unknown_hall(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
