#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "base/mailbox.h"
#include "feed/poll_progress.h"
#include "feed/poll_state.h"
#include "feed/source.h"

namespace kiosk {

// Polls a feed on a thread of its own until it is destroyed; destruction interrupts a transfer under way.
// `wake` is called on that thread after each post and must only wake the receiver (glfwPostEmptyEvent). An exception
// there does not end the polling: it is posted as a failed poll.
class Poller {
 public:
  // `now` is called on the poller's thread. `mailbox` must outlive the poller.
  Poller(PollState state, std::unique_ptr<FeedSource> source, Mailbox<FeedNews>& mailbox, std::function<void()> wake,
         std::function<PollTime()> now);
  // As above, with another way to hand the news over; `post` is called on the poller's thread.
  Poller(PollState state, std::unique_ptr<FeedSource> source, std::function<void(FeedNews)> post,
         std::function<PollTime()> now);
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  const PollProgress& progress() const { return progress_; }

 private:
  PollProgress progress_;
  std::unique_ptr<FeedSource> source_;
  std::jthread thread_;
};

}  // namespace kiosk
