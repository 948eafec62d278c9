#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/mailbox.h"
#include "commands/board_theme.h"
#include "commands/common_options.h"
#include "commands/metrics.h"
#include "commands/picture_loader.h"
#include "commands/system_clock.h"
#include "feed/joined_feeds.h"
#include "feed/poller.h"
#include "graphics/text.h"
#include "graphics/window.h"
#include "screen/board.h"
#include "screen/compose_board.h"
#include "screen/paint_board.h"
#include "screen/wording.h"
#include "venue/clock.h"
#include "venue/clock_trust.h"

namespace kiosk {

// One hall's screen under one set of settings: polls the feed on a thread of its own from construction
// on, and draws into a window until something ends it. Draw thread.
class HallScreen {
 public:
  struct Options {
    Clock clock;
    std::filesystem::path metrics_file;  // empty: none
    std::optional<std::chrono::steady_clock::time_point> exit_at;
    std::function<bool()> stop_requested;
  };

  // Starts polling and reading fonts at once, so that both are done while the window opens.
  HallScreen(LoadedSettings loaded, Options options);

  enum class Ending { asked_to_stop, settings_changed };

  // Sleeps until there is something new to show, and draws it. `metrics` goes on counting.
  // Once.
  Ending show(Window& window, Metrics& metrics);

 private:
  using SystemTime = Clock::SystemTime;

  void start_polling();
  // The time to go by at this look, and whether it can be believed.
  SystemTime trusted_time(const ClockTrust::Look& look);
  // The time of the pollers' stamps: no one sets it.
  SystemTime run_clock(ClockTrust::Steady steady) const { return start_.system + (steady - start_.steady); }
  enum class Dress { as_before, other_pictures, other_colors };  // in rising order
  Dress dress_up(BoardPainter& painter, Instant instant);
  bool fades_between(const Board& before, const Board& after) const;
  void await_first_news();
  void take(FeedNews news);
  const Wording& wording(Instant instant);
  Situation situation(SystemTime now) const;
  // When the schedule was last known to be true, by the clock that `now` is of.
  FeedStatus feed_status() const;
  bool in_trouble() const;  // a technician may be at work on the settings
  // When to look again, if nothing wakes the loop before.
  SystemTime next_look(SystemTime now) const;
  bool settings_file_changed() const;
  void write_metrics(Metrics& metrics, SystemTime now);

  LoadedSettings loaded_;
  Options options_;
  const ClockTrust::Look start_{system_time(), std::chrono::steady_clock::now()};
  ClockTrust trust_;
  ClockTrust::Verdict verdict_{.offset = {}, .trusted = true};
  std::chrono::nanoseconds behind_{};  // what to add to the pollers' stamps
  Mailbox<FeedNews> mailbox_;
  FeedNews news_;
  std::unique_ptr<TextEngine> text_ = std::make_unique<TextEngine>();  // until show()
  std::vector<Wording> wordings_;                                      // of the languages spoken in turn
  std::optional<Board> shown_;
  std::optional<std::chrono::steady_clock::time_point> metrics_written_;
  bool metrics_complained_ = false;
  std::optional<BoardTheme> theme_;
  std::shared_ptr<const Schedule> dressed_for_;
  std::vector<std::string> wanted_pictures_;
  Mailbox<PictureNews> picture_mailbox_;
  // Last: their threads post to the mailboxes.
  std::optional<PictureLoader> picture_loader_;
  std::unique_ptr<JoinedFeeds> joined_;
  std::vector<std::unique_ptr<Poller>> pollers_;
};

}  // namespace kiosk
