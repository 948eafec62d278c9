// Notices at the foot: whose turn it is, and that nothing but the band changes with it.

#include "layout/panels/bands.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"
#include "tests/paint/layout_fault.h"
#include "tests/paint/screen_sizes.h"
#include "tests/paint/scripts.h"

using namespace kiosk;

namespace {

TextEngine& engine() {
  static TextEngine shared;
  return shared;
}

Board board_with(std::vector<Band> bands) {
  Board board;
  board.language = "ru";
  board.hall = "Большой конференц-зал";
  board.event = "Форум центральных библиотек";
  board.date = "среда, 17 апреля";
  board.clock = "14:42";
  Headline headline;
  headline.mark = {Tone::accent, Icon::play, "Сейчас"};
  headline.times = "до 15:30 · ещё 48 мин";
  headline.title = "Диалоговая площадка «Библиотека – мир возможностей для каждого»";
  headline.details = {"Анна Орлова, директор научной библиотеки"};
  headline.qr = QrCard{"https://www.culture.ru/live/broadcast/92203", "Прямая трансляция", "culture.ru"};
  board.headlines = {headline};
  board.next = NextSession{"Далее", "16:00", "Подведение итогов первого дня", "ru", std::nullopt};
  board.bands = std::move(bands);
  return board;
}

std::vector<SurfaceBox> edge_to_edge(const Layout& layout) {
  std::vector<SurfaceBox> found;
  std::copy_if(layout.surfaces.begin(), layout.surfaces.end(), std::back_inserter(found),
               [&](const SurfaceBox& box) { return box.rect.width == static_cast<float>(layout.size.width); });
  return found;
}

// What stands above the band, and where.
std::string all_above(const Layout& layout, float band_top) {
  std::string all;
  const auto add = [&](const Rect& rect, const std::string& what) {
    if (rect.y < band_top) {
      all += what + " " + std::to_string(rect.x) + "," + std::to_string(rect.y) + " " + std::to_string(rect.width) +
             "x" + std::to_string(rect.height) + "\n";
    }
  };
  for (const TextBox& box : layout.texts) {
    add(box.rect, box.text + " " + std::to_string(box.style.cap_height));
  }
  for (const QrBox& box : layout.qr_codes) {
    add(box.rect, box.payload);
  }
  for (const IconBox& box : layout.icons) {
    add(box.rect, "icon");
  }
  for (const SurfaceBox& box : layout.surfaces) {
    add(box.rect, "surface");
  }
  return all;
}

bool shows(const Layout& layout, const std::string& text) {
  return std::any_of(layout.texts.begin(), layout.texts.end(), [&](const TextBox& box) { return box.text == text; });
}

}  // namespace

TEST_CASE("every notice has its turn, and no two turns in a row are calm while any notice is urgent") {
  for (std::size_t urgent = 0; urgent <= 7; ++urgent) {
    for (std::size_t calm = urgent == 0 ? 1 : 0; calm <= 7; ++calm) {
      INFO(urgent << " urgent, " << calm << " calm");
      const std::size_t all = urgent + calm;
      const auto at = [&](std::int64_t turn) { return band_of_turn(all, urgent, turn); };
      for (std::int64_t start = 0; start < 100; start += 9) {
        std::set<std::size_t> seen;
        for (std::int64_t turn = start; turn < start + 2 * static_cast<std::int64_t>(all); ++turn) {
          REQUIRE(at(turn) < all);
          seen.insert(at(turn));
          CHECK((urgent == 0 || at(turn) < urgent || at(turn + 1) < urgent));
          CHECK((all == 1 || at(turn) != at(turn + 1) || (urgent == 1 && calm == 0)));
        }
        CHECK(seen.size() == all);
      }
    }
  }
  CHECK(band_of_turn(3, 1, 0) == 0);  // the most urgent one begins
}

TEST_CASE("notices take turns in one band whose height they share, and nothing above it moves") {
  PaintRuler ruler(engine());
  for (const Size size : screen_sizes) {
    const float unit = static_cast<float>(size.short_side()) / 100;
    for (const Script& script : scripts()) {
      for (const std::size_t length : {std::size_t(3), std::size_t(40), std::size_t(120), std::size_t(300)}) {
        Board board = board_with({{Tone::accent, "Автобус в 17:30"},
                                  {Tone::calm, "Гардероб до 20:00"},
                                  {Tone::calm, title_of(script, length)}});
        std::set<std::string> above;
        std::set<float> tops;
        std::set<std::string> counts;
        for (board.turn = 0; board.turn < 6; ++board.turn) {
          INFO(size.width << "x" << size.height << " " << script.language << " " << length << " " << board.turn);
          const Layout layout = lay_out(board, size, ruler);
          CHECK(layout_fault(layout, ruler) == "");
          const auto bands = edge_to_edge(layout);
          REQUIRE(bands.size() == 1);
          const Rect band = bands.front().rect;
          CHECK(band.bottom() == static_cast<float>(size.height));
          CHECK((bands.front().surface == Surface::chip_accent) == (board.turn % 2 == 0));
          above.insert(all_above(layout, band.y));
          tops.insert(band.y);
          int words = 0;
          for (const TextBox& box : layout.texts) {
            if (box.rect.y >= band.y) {
              CHECK(band.contains(box.rect));
              ++words;
              if (box.text.size() == 3 && box.text.ends_with("/3")) {
                counts.insert(box.text);
                CHECK(box.style.cap_height < 2.5F * unit);
              } else {
                CHECK(box.style.cap_height == Approx(3 * unit));
                CHECK(ruler.text_size(box.text, box.style, box.wrap).lines <= 2);
              }
            }
          }
          CHECK(words == 2);
        }
        CHECK(above.size() == 1);
        CHECK(tops.size() == 1);
        CHECK(counts == std::set<std::string>{"1/3", "2/3", "3/3"});
      }
      ruler.forget_unused();
    }
  }
}

TEST_CASE("a single notice has all of the band, always, and no count beside it") {
  PaintRuler ruler(engine());
  Board board = board_with({{Tone::calm, "Гардероб работает"}});
  for (board.turn = 0; board.turn < 3; ++board.turn) {
    const Layout layout = lay_out(board, {1920, 1080}, ruler);
    CHECK(shows(layout, "Гардероб работает"));
    CHECK_FALSE(shows(layout, "1/1"));
  }
}

TEST_CASE("what comes next stays on a board with two notices") {
  PaintRuler ruler(engine());
  for (const Size size : screen_sizes) {
    INFO(size.width << "x" << size.height);
    const Board board = board_with({{Tone::accent, "Автобус отправляется в 17:30"}, {Tone::calm, "Гардероб до 20:00"}});
    CHECK(shows(lay_out(board, size, ruler), "16:00"));
  }
}
