#include "feed/feed_news.h"

namespace kiosk {

FeedNews with_schedule_known(FeedNews news, const FeedNews& known) {
  if (news.schedule == nullptr && known.schedule != nullptr) {
    news.schedule = known.schedule;
    news.problems = known.problems;
    news.holds = known.holds;
    news.sessions_held = known.sessions_held;
    news.status.last_success = known.status.last_success;
    news.status.kept = known.status.kept;
  }
  return news;
}

}  // namespace kiosk
