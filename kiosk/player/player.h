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
#include "graphics/turn.h"
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

// The machine's clocks, which a test replaces by its own.
struct PlayerClocks {
  std::function<ScreenClock::Look()> look;    // the system's and the steady clock, read one right after the other
  std::function<bool()> kernel_synchronised;  // whether the kernel says that a time service keeps the system's clock
};

struct PlayerOptions {
  PictureLoader::Options pictures{};
  bool any_server = false;  // whether a feed comes from a server, whose time can be compared with the system's
  std::optional<ClockTrust::Steady> exit_at{};            // nothing: plays on until it is stopped
  std::optional<std::chrono::nanoseconds> look_within{};  // somebody waits for a report as often as that
  std::function<bool()> stop_requested = [] { return false; };
  std::function<bool()> reload_wanted = [] { return false; };  // whether to end for settings that are to be read anew
  Waker waker{};                                               // the one of the glass that play() gets
  // Called on the draw thread at each look, the last one included.
  std::function<void(const ScreenReport&)> report = [](const auto&) {};
};

// The loop of one hall's screen under one set of settings. At each look it takes news, composes the board, draws it if
// it differs from the one on the glass, and reports; then it sleeps until the next look. It runs on any glass, by the
// clocks it is given. Draw thread.
class Player {
 public:
  // Starts to read fonts, which takes about as long as a window takes to open. `clock` and `source` are borrowed and
  // outlive the player. `known` is the last news of these feeds that an earlier player had; without one, FeedNews().
  Player(LoadedSettings loaded, PlayerOptions options, PlayerClocks clocks, ScreenClock& clock, NewsSource& source,
         FeedNews known);
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  enum class Ending { asked_to_stop, settings_changed };  // settings_changed: or somebody wants them read anew
  // Runs the loop until something ends it; to be called once. `overlay` may be null. `report` is filled in, and goes on
  // from the counts of an earlier player. What fails meanwhile is logged or shown on the board.
  Ending play(Glass& glass, Overlay* overlay, ScreenReport& report);

  // The news last taken, for the next player.
  const FeedNews& news() const { return news_; }

 private:
  using Reading = ScreenClock::Reading;

  void await_first_news();
  void take(FeedNews news);
  void find_hall();
  void allow_local_pictures();
  Reading read_clock();
  Agenda agenda_of(const Reading& time) const;
  const Wording& wording(Instant instant);  // of the language whose turn it is
  Situation situation(const Reading& time, const Agenda& agenda) const;
  bool in_trouble() const;  // no schedule, no such hall, or errors in the settings: a technician may be at work
  // Draws the board unless the glass shows it already, on a monitor that is on unless nothing is to be seen. Returns
  // whether it faded, which takes the glass's events.
  bool show(Glass& glass, Overlay* overlay, Board board, Appearance::Change change, ScreenReport& report);
  bool draw(Glass& glass, Overlay* overlay, Board board, bool over_board, Appearance::Change change,
            ScreenReport& report);
  Turn turn() const;
  bool fades_between(const Board& before, const Board& after) const;
  void report_look(const Reading& time, ScreenReport& report) const;
  // How long to sleep after a look at `time`, if nothing wakes the glass before.
  std::chrono::nanoseconds until_next_look(const Reading& time, const Agenda& agenda) const;

  LoadedSettings loaded_;
  PlayerOptions options_;
  PlayerClocks clocks_;
  ScreenClock& clock_;
  NewsSource& source_;
  FeedNews news_;
  std::string hall_id_;  // in the schedule, of the hall that the settings call by whatever name
  std::unique_ptr<TextEngine> text_ = std::make_unique<TextEngine>();  // until play()
  Wordings wordings_;
  std::vector<std::string> languages_;  // shown by turns; empty: not chosen yet
  std::optional<ImguiContext> gui_;     // this and the painter exist from play() on, as they need the glass's context
  std::optional<BoardPainter> painter_;
  FadeMemory fades_;
  std::optional<Board> shown_;  // what is on the glass
  Size drawn_size_;             // and in which size
  Appearance appearance_;
};

}  // namespace kiosk
