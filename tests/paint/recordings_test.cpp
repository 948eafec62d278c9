// The grid of recordings: which of them stand on a page, and what that costs.

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "graphics/offscreen.h"
#include "graphics/qr_code.h"
#include "layout/layout.h"
#include "paint/paint_board.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"
#include "tests/harness/read_qr.h"
#include "tests/paint/layout_fault.h"
#include "tests/paint/screen_sizes.h"
#include "tests/paint/scripts.h"

using namespace kiosk;

namespace {

// Remembers each payload it was asked about.
class CountingRuler : public PaintRuler {
 public:
  using PaintRuler::PaintRuler;
  int qr_modules(std::string_view payload) override {
    asked.emplace(payload);
    return PaintRuler::qr_modules(payload);
  }
  std::set<std::string> asked;
};

TextEngine& engine() {
  static TextEngine shared;
  return shared;
}

Board board_after_event() {
  Board board;
  board.language = "ru";
  board.hall = "Большой конференц-зал";
  board.event = "Форум центральных библиотек";
  board.date = "среда, 17 апреля";
  board.clock = "18:42";
  Headline headline;
  headline.mark = {Tone::calm, Icon::check, "Мероприятие завершено"};
  headline.title = "Смотрите записи трансляций";
  board.headlines = {headline};
  return board;
}

void add_recording(Board& board, const std::string& link) {
  board.recordings.push_back({"17 апреля", "Лаборатория детских библиотек", "ru", QrCard{link, "Запись", ""}});
}

// Links of every length from `shortest` bytes to `longest`, turn and turn about.
Board board_of_links(std::size_t count, std::size_t shortest, std::size_t longest) {
  Board board = board_after_event();
  for (std::size_t i = 0; i < count; ++i) {
    std::string link = "https://a.ru/" + std::to_string(i) + '/';
    link.resize(std::max(link.size(), shortest + i % (longest - shortest + 1)), 'x');
    add_recording(board, link);
  }
  return board;
}

std::string fault(const Layout& layout) {
  const Rect screen{0, 0, static_cast<float>(layout.size.width), static_cast<float>(layout.size.height)};
  std::vector<Rect> cards;
  for (const SurfaceBox& box : layout.surfaces) {
    if (box.surface == Surface::card) {
      cards.push_back(box.rect);
    }
  }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (!screen.contains(cards[i])) {
      return "a card leaves the screen";
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (cards[i].overlaps(cards[j])) {
        return "cards overlap";
      }
    }
  }
  for (const QrBox& code : layout.qr_codes) {
    const auto quiet = static_cast<float>(4 * code.module_pixels);
    const Rect zone{code.rect.x - quiet, code.rect.y - quiet, code.rect.width + 2 * quiet,
                    code.rect.height + 2 * quiet};
    if (std::none_of(cards.begin(), cards.end(), [&](const Rect& card) { return card.contains(zone); })) {
      return "a code stands on no card";
    }
    if (code.rect.width < 30 * static_cast<float>(layout.size.short_side()) / 100) {
      return "a code is too small";
    }
    const QrBox& first = layout.qr_codes.front();
    if (code.least_modules != first.least_modules || code.rect.width != first.rect.width ||
        code.rect.width != static_cast<float>(code.least_modules * code.module_pixels)) {
      return "a code is unlike the others";
    }
  }
  return {};
}

}  // namespace

TEST_CASE("of nine hundred recordings those of the page alone are made into codes") {
  // Beside them no more than what bounds the sizes of all.
  constexpr std::size_t bounds = 3;
  for (const Size size : screen_sizes) {
    INFO(size.width << "x" << size.height);
    Board board = board_of_links(900, 40, 130);
    for (board.turn = 0; board.turn < 3; ++board.turn) {
      CountingRuler ruler(engine());
      const Layout layout = lay_out(board, size, ruler);
      CHECK(layout.qr_codes.size() >= 2);
      CHECK(ruler.asked.size() <= layout.qr_codes.size() + bounds);
    }
  }
}

TEST_CASE("links of any length take their turns, all pages are full, and every code has its size") {
  for (const Size size : screen_sizes) {
    CountingRuler ruler(engine());
    Board board = board_of_links(60, 16, 300);
    add_recording(board, "HTTPS://A.RU/");
    add_recording(board, "HTTPS://A.RU/?" + std::string(60, 'X'));
    add_recording(board, "HTTPS://A.RU/" + std::string(320, 'X'));
    std::set<std::string> seen;
    std::set<std::size_t> counts;
    for (board.turn = 0; board.turn < 63; ++board.turn) {
      const Layout layout = lay_out(board, size, ruler);
      CHECK(fault(layout) == "");
      counts.insert(layout.qr_codes.size());
      for (const QrBox& code : layout.qr_codes) {
        seen.insert(code.payload);
      }
    }
    INFO(size.width << "x" << size.height);
    CHECK(counts.size() == 1);
    CHECK(seen.size() == board.recordings.size());
  }
}

TEST_CASE("all codes of all pages have the modules that the longest link needs, no more") {
  PaintRuler ruler(engine());
  for (const std::size_t longest :
       {std::size_t(24), std::size_t(80), std::size_t(106), std::size_t(107), std::size_t(300)}) {
    Board board = board_of_links(12, 24, longest);
    add_recording(board, "https://a.ru/longest/" + std::string(longest - std::min<std::size_t>(longest, 21), 'y'));
    // In capitals a link takes fewer modules, and one longer than all others may be held by as many.
    add_recording(board, "HTTPS://A.RU/" + std::string(longest, 'X'));
    int needed = 0;
    for (const Recording& recording : board.recordings) {
      needed = std::max(needed, encode_qr(recording.qr.payload)->modules);
    }
    for (const Size size : screen_sizes) {
      for (board.turn = 0; board.turn < 7; ++board.turn) {
        const Layout layout = lay_out(board, size, ruler);
        INFO(size.width << "x" << size.height << " " << longest << " " << board.turn);
        REQUIRE_FALSE(layout.qr_codes.empty());
        CHECK(fault(layout) == "");
        CHECK(layout.qr_codes.front().least_modules == needed);
      }
    }
  }
}

TEST_CASE("every code of a page is read back from its pixels, short links and long ones alike") {
  for (const Size size : {Size{800, 480}, Size{1920, 1080}, Size{1080, 1920}}) {
    auto offscreen = Offscreen::open(size);
    REQUIRE(offscreen);
    ImguiContext gui;
    BoardPainter painter(gui, ThemeColors{});
    Board board = board_of_links(6, 20, 130);
    add_recording(board, "HTTPS://A.RU/CAPITALS");
    for (board.turn = 0; board.turn < 3; ++board.turn) {
      const Layout layout = painter.lay_out(board, size);
      painter.paint(layout);
      std::set<std::string> there;
      for (const QrBox& code : layout.qr_codes) {
        there.insert(code.payload);
      }
      const std::vector<std::string> read = read_qr_codes((*offscreen)->read_pixels());
      INFO(size.width << "x" << size.height << " " << board.turn);
      CHECK(std::set<std::string>(read.begin(), read.end()) == there);
    }
  }
}

TEST_CASE("where four cards fit beside each other there are four, with titles of three lines") {
  PaintRuler ruler(engine());
  bool four = false;
  for (const Size size : screen_sizes) {
    const float unit = static_cast<float>(size.short_side()) / 100;
    for (const std::size_t length : {std::size_t(30), std::size_t(75), std::size_t(100), std::size_t(130)}) {
      for (const Script& script : scripts()) {
        Board board = board_of_links(12, length, length);
        for (Recording& recording : board.recordings) {
          recording.title = title_of(script, 120);
          recording.language = script.language;
        }
        const Layout layout = lay_out(board, size, ruler);
        INFO(size.width << "x" << size.height << " " << length << " " << script.language);
        CHECK(layout_fault(layout, ruler) == "");
        REQUIRE_FALSE(layout.qr_codes.empty());
        const float top = layout.qr_codes.front().rect.y;
        const auto columns = std::count_if(layout.qr_codes.begin(), layout.qr_codes.end(),
                                           [&](const QrBox& code) { return code.rect.y == top; });
        const QrBox& code = layout.qr_codes.front();
        const float card = code.rect.width + static_cast<float>(8 * code.module_pixels);
        const float inner = static_cast<float>(size.width) - 2 * std::round(6 * unit);
        if (4 * card + 3 * std::round(2 * unit) <= inner) {
          CHECK(columns >= 4);
          four = true;
        }
        int titles = 0;
        for (const TextBox& box : layout.texts) {
          if (box.style.weight == 600 && box.rect.y > top && std::abs(box.style.cap_height - 2.5F * unit) < 0.01F) {
            ++titles;
            // Arabic's lines are higher, and have the room alone that codes of whole pixels leave.
            const int lines = ruler.text_size(box.text, box.style, box.wrap).lines;
            CHECK(lines <= 3);
            CHECK(lines >= (script.language == std::string("ar") ? 2 : 3));
          }
        }
        CHECK(titles == static_cast<int>(layout.qr_codes.size()));
      }
    }
    ruler.forget_unused();
  }
  CHECK(four);
}

TEST_CASE("a link that no code holds has no place on a page") {
  PaintRuler ruler(engine());
  Board board = board_of_links(3, 40, 40);
  add_recording(board, "https://a.ru/" + std::string(2953, 'x'));
  add_recording(board, "");
  add_recording(board, "https://a.ru/last");
  std::set<std::string> seen;
  for (board.turn = 0; board.turn < 4; ++board.turn) {
    const Layout layout = lay_out(board, {1920, 1080}, ruler);
    CHECK(layout.qr_codes.size() == 3);
    for (const QrBox& code : layout.qr_codes) {
      seen.insert(code.payload);
    }
  }
  CHECK(seen.size() == 4);
}

TEST_CASE("where no link can be a code there is no grid") {
  PaintRuler ruler(engine());
  Board board = board_after_event();
  add_recording(board, "https://a.ru/" + std::string(2953, 'x'));
  CHECK(lay_out(board, {1920, 1080}, ruler).qr_codes.empty());
}
