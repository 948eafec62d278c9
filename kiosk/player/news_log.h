#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "feed/feed_news.h"
#include "venue/schedule.h"

namespace kiosk {

// Logs what has changed between two news of the feeds: an outage of a day is one line. `hall` is the settings' id.
void log_news(const FeedNews& before, const FeedNews& now, const std::string& hall);

// Logs an error where the settings name no hall, or one that the schedule does not have; else nothing.
void log_hall(const Schedule& schedule, const std::string& hall);

// Logs each problem in a line, as an error or a warning.
void log_problems(const std::vector<Problem>& problems);

}  // namespace kiosk
