#include "player/news_log.h"

#include <spdlog/spdlog.h>

#include "board/unknown_hall.h"
#include "programme/called_hall.h"

namespace kiosk {

void log_problems(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    spdlog::log(problem.severity == Severity::error ? spdlog::level::err : spdlog::level::warn, "{}",
                to_string(problem));
  }
}

void log_hall(const Schedule& schedule, const std::string& hall) {
  if (hall.empty()) {
    spdlog::error("no hall is given; name one in the settings, by VENUE_KIOSK_HALL or by --hall");
  } else if (called_hall(schedule.halls(), hall).hall == nullptr) {
    log_problems({unknown_hall(schedule, hall)});
  }
}

void log_news(const FeedNews& before, const FeedNews& now, const std::string& hall) {
  if (now.failure && (!before.failure || to_string(*now.failure) != to_string(*before.failure))) {
    spdlog::warn("{}", to_string(*now.failure));
  } else if (!now.failure && before.failure) {
    spdlog::info("the feed is good again");
  }
  if (now.schedule != before.schedule && now.schedule != nullptr) {
    spdlog::info("schedule: {} halls, {} sessions, {} problems", now.schedule->halls().size(),
                 now.schedule->sessions().size(), now.problems.size());
    log_hall(*now.schedule, hall);
  }
  if (now.problems != before.problems) {
    for (const Problem& problem : now.problems) {
      spdlog::warn("{}", to_string(problem));  // a warning whatever its severity: the board is shown all the same
    }
  }
  if (now.holds != before.holds) {
    log_problems(now.holds);
    if (now.holds.empty()) {
      spdlog::info("no sessions are held any more");
    }
  }
  // Nobody misses the cache until the day it is needed, so its failure is logged.
  if (now.cache_failure && now.cache_failure != before.cache_failure) {
    spdlog::warn("{}", to_string(*now.cache_failure));
  }
}

}  // namespace kiosk
