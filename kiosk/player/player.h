#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "board/board.h"
#include "board/compose_board.h"
#include "feed/news_source.h"
#include "graphics/glass.h"
#include "graphics/imgui_context.h"
#include "graphics/text.h"
#include "graphics/waker.h"
#include "locales/wording.h"
#include "paint/paint_board.h"
#include "player/appearance.h"
#include "player/cross_fade.h"
#include "player/overlay.h"
#include "player/screen_clock.h"
#include "player/screen_report.h"
#include "settings/load_settings.h"
#include "venue/agenda.h"

namespace kiosk {

// What the player asks of the machine it runs on; a test moves them as it likes.
struct PlayerClocks {
  std::function<ScreenClock::Look()> look;  // both clocks, read one right after the other
  std::function<bool()> kernel_synchronised;
};

struct PlayerOptions {
  PictureLoader::Options pictures{};
  bool any_server = false;  // whether a feed comes from a server
  std::optional<ClockTrust::Steady> exit_at{};
  std::function<bool()> stop_requested = [] { return false; };
  Waker waker{};                                                         // of the glass that play() will be given
  std::function<void(const ScreenReport&)> report = [](const auto&) {};  // called at each look and at the end
};

// The loop of one hall's screen under one set of settings: looks when there is a reason to, draws what has changed,
// reports, and sleeps. It drives a window as well as an off-screen glass, and knows no clock but those it is given.
// Draw thread.
class Player {
 public:
  // Begins to read fonts at once, so that it is done while the window opens. Clock and news are borrowed: they outlive
  // the settings. `known` is what the player before this one had of these feeds.
  Player(LoadedSettings loaded, PlayerOptions options, PlayerClocks clocks, ScreenClock& clock, NewsSource& source,
         FeedNews known);
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  enum class Ending { asked_to_stop, settings_changed };
  // Plays until something ends it. `report` goes on counting where the player before this one stopped. Once.
  Ending play(Glass& glass, Overlay* overlay, ScreenReport& report);

  const FeedNews& news() const { return news_; }

 private:
  using Reading = ScreenClock::Reading;

  void await_first_news();
  void take(FeedNews news);
  Reading read_clock();
  Agenda agenda_of(const Reading& time) const;
  const Wording& wording(Instant instant);  // of the language whose turn it is
  Situation situation(const Reading& time, const Agenda& agenda) const;
  bool in_trouble() const;  // a technician may be at work on the settings
  // Draws where the glass does not show this already. Whether it faded, which takes the glass's events.
  bool draw(Glass& glass, Overlay* overlay, Board board, Appearance::Change change, ScreenReport& report);
  bool fades_between(const Board& before, const Board& after) const;
  void report_look(const Reading& time, ScreenReport& report) const;
  bool settings_file_changed() const;
  // How long to sleep, if nothing wakes the glass before.
  std::chrono::nanoseconds until_next_look(const Reading& time, const Agenda& agenda) const;

  LoadedSettings loaded_;
  PlayerOptions options_;
  PlayerClocks clocks_;
  ScreenClock& clock_;
  NewsSource& source_;
  FeedNews news_;
  std::unique_ptr<TextEngine> text_ = std::make_unique<TextEngine>();  // until play()
  Wordings wordings_;
  std::vector<std::string> languages_;  // spoken in turn; empty: not chosen yet
  std::optional<ImguiContext> gui_;     // these three once there is a glass
  std::optional<BoardPainter> painter_;
  FadeMemory fades_;
  std::optional<Board> shown_;
  Size drawn_size_;
  Appearance appearance_;
};

}  // namespace kiosk
