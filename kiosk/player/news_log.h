#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "feed/feed_news.h"
#include "venue/schedule.h"

namespace kiosk {

// What the log says of news: only what has changed since those before, so that an outage of a day is one line.
void log_news(const FeedNews& before, const FeedNews& now, const std::string& hall);

// That the settings name no hall, or one that the schedule does not have.
void log_hall(const Schedule& schedule, const std::string& hall);

// Each problem a line, by its severity.
void log_problems(const std::vector<Problem>& problems);

}  // namespace kiosk
