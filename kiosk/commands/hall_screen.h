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
#include "commands/screen_clock.h"
#include "feed/followed_feeds.h"
#include "graphics/text.h"
#include "graphics/window.h"
#include "screen/board.h"
#include "screen/compose_board.h"
#include "screen/paint_board.h"
#include "screen/wording.h"

namespace kiosk {

// One hall's screen under one set of settings: draws what followed feeds bring into a window until something ends it.
// Draw thread.
class HallScreen {
 public:
  struct Options {
    std::filesystem::path metrics_file;  // empty: none
    std::optional<std::chrono::steady_clock::time_point> exit_at;
    std::function<bool()> stop_requested;
  };

  // Starts reading fonts at once, so that it is done while the window opens. Clock and feeds are borrowed: they outlive
  // the settings. `known` is what the screen before this one had of these feeds.
  HallScreen(LoadedSettings loaded, Options options, ScreenClock& clock, FollowedFeeds& feeds, FeedNews known);

  enum class Ending { asked_to_stop, settings_changed };

  // Sleeps until there is something new to show, and draws it. `metrics` goes on counting.
  // Once.
  Ending show(Window& window, Metrics& metrics);
  const FeedNews& news() const { return news_; }

 private:
  using Reading = ScreenClock::Reading;

  Reading read_clock();
  enum class Dress { as_before, other_pictures, other_colors };  // in rising order
  Dress dress_up(BoardPainter& painter);
  bool fades_between(const Board& before, const Board& after) const;
  void await_first_news();
  void take(FeedNews news);
  const Wording& wording(Instant instant);
  Situation situation(const Reading& time) const;
  bool in_trouble() const;  // a technician may be at work on the settings
  // How long to sleep, if nothing wakes the loop before.
  std::chrono::nanoseconds until_next_look(const Reading& time) const;
  bool settings_file_changed() const;
  void write_metrics(Metrics& metrics, const Reading& time);

  LoadedSettings loaded_;
  Options options_;
  ScreenClock& clock_;
  FollowedFeeds& feeds_;
  FeedNews news_;
  std::unique_ptr<TextEngine> text_ = std::make_unique<TextEngine>();  // until show()
  std::vector<Wording> wordings_;                                      // of the languages spoken in turn
  Wordings kept_wordings_;                                             // of what an emergency speaks beside them
  std::optional<Agenda> agenda_;                                       // of this look; none without a schedule
  std::optional<Board> shown_;
  std::optional<std::chrono::steady_clock::time_point> metrics_written_;
  bool metrics_complained_ = false;
  std::optional<BoardTheme> theme_;
  std::shared_ptr<const Schedule> dressed_for_;
  std::vector<std::string> wanted_pictures_;
  Mailbox<PictureNews> picture_mailbox_;
  std::optional<PictureLoader> picture_loader_;  // last: its thread posts to the mailbox
};

}  // namespace kiosk
