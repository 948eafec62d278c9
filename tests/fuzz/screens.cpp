// What is seen of strangers' feeds: whatever was accepted goes through compose, layout and paint, on an off-screen
// glass, in all languages.

#include <algorithm>
#include <string>

#include "board/compose_board.h"
#include "dialects/read_feed.h"
#include "graphics/imgui_context.h"
#include "graphics/offscreen.h"
#include "layout/board_theme.h"
#include "paint/paint_board.h"
#include "tests/fuzz/expect.h"
#include "venue/agenda.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

constexpr Size screen{640, 360};

struct Glass {
  std::unique_ptr<Offscreen> offscreen = *Offscreen::open(screen);
  ImguiContext gui;
  BoardPainter painter{gui, ThemeColors{}};
};

// Codes, which people scan, lie on the screen, and so does the place of each text.
void check(const Layout& layout) {
  const auto is_on_screen = [](const Rect& rect) {
    constexpr float rounding = 1;
    return rect.x >= -rounding && rect.y >= -rounding &&
           rect.x + rect.width <= static_cast<float>(screen.width) + rounding &&
           rect.y + rect.height <= static_cast<float>(screen.height) + rounding;
  };
  for (const QrBox& code : layout.qr_codes) {
    expect(is_on_screen(code.rect), "a code lies on the screen");
  }
  expect(layout.size == screen, "a layout is of its screen");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Glass glass;
  static Wordings wordings;
  static const std::vector<std::string> languages = Wording::languages();
  const Result<FeedReading> reading =
      read_feed(fuzz::text_of(data, size), {.time_zone = find_time_zone("Europe/Berlin")});
  if (!reading) {
    return 0;
  }
  const Schedule& schedule = *reading->schedule;
  const std::string hall = schedule.halls().empty() ? "nobody's" : schedule.halls()[size % schedule.halls().size()].id;
  const auto span = schedule.span();
  Situation situation;
  situation.schedule = &schedule;
  situation.hall = hall;
  situation.instant = span ? span->start : Instant(std::chrono::seconds(1'713'340'800));
  for (int moment = 0; moment < 2; ++moment) {
    const Agenda agenda = agenda_at(schedule, hall, situation.instant);
    situation.agenda = &agenda;
    for (const std::string& language : languages) {
      const Board board = compose_board(situation, wordings.in(language), wordings);
      const Layout layout = glass.painter.lay_out(board, screen);
      check(layout);
      // Painting is a thousand times as slow, and one language's letters are like another's.
      if (language == languages[size % languages.size()]) {
        glass.painter.paint(layout);
      }
    }
    if (!agenda.next_change) {
      break;
    }
    situation.instant = *agenda.next_change;
  }
  return 0;
}
