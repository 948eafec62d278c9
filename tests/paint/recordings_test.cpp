// The grid of recordings: which of them stand on a page, and what that costs.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

constexpr Size all_sizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {3840, 2160}};

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
  }
  return {};
}

}  // namespace

TEST_CASE("of nine hundred recordings those of the page alone are made into codes") {
  // Beside them no more than what bounds the sizes of all.
  constexpr std::size_t bounds = 3;
  for (const Size size : all_sizes) {
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
  for (const Size size : all_sizes) {
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
