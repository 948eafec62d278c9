#include "feed/followed_feeds.h"

#include <algorithm>
#include <random>

#include "feed/open_source.h"

namespace kiosk {

FollowedFeeds::FollowedFeeds(FeedsToFollow what, std::function<void()> wake, std::function<PollTime()> now)
    : what_(std::move(what)) {
  const auto post = [this, wake = std::move(wake)](FeedNews news) {
    mailbox_.post(std::move(news));
    wake();
  };
  const bool is_part = what_.feeds.size() > 1 || !what_.pages.empty();
  if (is_part) {
    joined_.emplace(what_.feeds.size(), what_.pages);
  }
  for (std::size_t i = 0; i < what_.feeds.size(); ++i) {
    PollerOptions options{.feed = what_.feeds[i],
                          .cache_folder = what_.cache_folder,
                          .interval = what_.poll_interval,
                          .context = what_.context(i),
                          .holds = what_.holds,
                          .is_part = is_part};
    pollers_.push_back(std::make_unique<Poller>(
        PollState(std::move(options), std::random_device()()), open_feed_source(what_.feeds[i], what_.access),
        [this, i, post](FeedNews news) { joined_ ? joined_->take(i, std::move(news), post) : post(std::move(news)); },
        now));
  }
}

bool FollowedFeeds::any_overdue(PollProgress::Time now) const {
  return std::any_of(pollers_.begin(), pollers_.end(),
                     [&](const auto& poller) { return poller->progress().is_overdue(now); });
}

}  // namespace kiosk
