#include "layout/without_words.h"

#include <algorithm>

#include "layout/panels/digits.h"
#include "layout/panels/qr_card.h"
#include "tests/catch.h"
#include "typesetting/line_breaker.h"

using namespace kiosk;

namespace {

// Without fonts no text can be measured.
class CodesAlone : public Ruler {
 public:
  TextSize text_size(std::string_view, const TextStyle&, float) override {
    FAIL("a text was measured");
    return {};
  }
  LineBreaker& line_breaker(std::string_view text, const TextStyle& style) override {
    return breaker_.emplace(*this, text, style);
  }
  int qr_modules(std::string_view payload) override { return payload.empty() ? 0 : 33; }
  std::optional<Size> picture_size(std::string_view) override { return std::nullopt; }

 private:
  std::optional<LineBreaker> breaker_;
};

Board busy_board() {
  Board board;
  board.hall = "Зал";
  board.clock = "14:42";
  Headline headline;
  headline.mark = {Tone::accent, Icon::play, "Сейчас"};
  headline.times = "14:00–15:30";
  headline.title = "Открытие";
  headline.progress = 400;
  headline.qr = QrCard{"https://a.example/1", "Трансляция", "a.example", true};
  board.headlines = {headline};
  board.next = NextSession{"Далее", "16:00–17:00", "Итоги", "ru", QrCard{"https://a.example/2", "Трансляция", ""}};
  return board;
}

Layout laid_out(const Board& board, Size size) {
  CodesAlone ruler;
  return lay_out_without_words(board, size, ruler);
}

constexpr Size sizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {3840, 2160}, {320, 180}, {1024, 768}};

bool has_icon(const Layout& layout, Icon icon) {
  return std::any_of(layout.icons.begin(), layout.icons.end(), [&](const IconBox& box) { return box.icon == icon; });
}

void check_inside(const Layout& layout) {
  const auto inside = [&](const Rect& rect) {
    CHECK(rect.x >= 0);
    CHECK(rect.y >= 0);
    CHECK(rect.right() <= static_cast<float>(layout.size.width));
    CHECK(rect.bottom() <= static_cast<float>(layout.size.height));
  };
  for (const SurfaceBox& box : layout.surfaces) {
    inside(box.rect);
  }
  for (const IconBox& box : layout.icons) {
    inside(box.rect);
  }
  for (const QrBox& box : layout.qr_codes) {
    inside(box.rect);
    // A module is a whole number of pixels, with four of them clear on each side.
    CHECK(box.rect.width == static_cast<float>(33 * box.module_pixels));
    for (const SurfaceBox& surface : layout.surfaces) {
      if (surface.surface == Surface::card_digit || surface.surface == Surface::digit) {
        const auto quiet = static_cast<float>(2 * box.module_pixels);
        CHECK((surface.rect.y >= box.rect.bottom() + quiet || surface.rect.bottom() <= box.rect.y ||
               surface.rect.x >= box.rect.right() || surface.rect.right() <= box.rect.x));
      }
    }
  }
}

}  // namespace

TEST_CASE("without words a board shows its codes, its times and a sign, inside the screen") {
  for (const Size size : sizes) {
    for (const bool right_to_left : {false, true}) {
      Board board = busy_board();
      board.right_to_left = right_to_left;
      CAPTURE(size.width, size.height, right_to_left);
      const Layout layout = laid_out(board, size);
      CHECK(layout.texts.empty());
      REQUIRE(layout.qr_codes.size() == 2);
      CHECK(layout.qr_codes[0].payload == "https://a.example/1");
      CHECK(layout.qr_codes[0].module_pixels >= 1);
      CHECK(has_icon(layout, Icon::warning));
      CHECK(has_icon(layout, Icon::play));
      CHECK(std::count_if(layout.surfaces.begin(), layout.surfaces.end(),
                          [](const SurfaceBox& box) { return box.surface == Surface::digit; }) > 30);
      check_inside(layout);
    }
  }
}

TEST_CASE("without words one code is large, and many take turns") {
  Board board = busy_board();
  board.next.reset();
  const Layout one = laid_out(board, {1920, 1080});
  REQUIRE(one.qr_codes.size() == 1);
  CHECK(one.qr_codes[0].rect.width > 1080 * 0.4F);

  board.headlines[0].qr.reset();
  for (int i = 0; i < 20; ++i) {
    board.recordings.push_back({"17 апреля", "Запись", "ru", QrCard{"https://a.example/" + std::to_string(i), "", ""}});
  }
  const Layout first = laid_out(board, {1920, 1080});
  board.turn = 1;
  const Layout second = laid_out(board, {1920, 1080});
  CHECK(first.qr_codes.size() == 6);
  check_inside(first);
  REQUIRE(second.qr_codes.size() == 6);
  CHECK(first.qr_codes[0].payload != second.qr_codes[0].payload);
}

TEST_CASE("without words a board that has nothing to tell still has the sign, and is dark and alarmed like any other") {
  const Layout empty = laid_out(Board(), {1920, 1080});
  CHECK(has_icon(empty, Icon::warning));
  Board board = busy_board();
  board.light = Light::dark;
  const Layout dark = laid_out(board, {1920, 1080});
  REQUIRE(dark.surfaces.size() == 1);
  CHECK(dark.surfaces[0].surface == Surface::darkness);
  board.light = Light::dimmed;
  CHECK(laid_out(board, {1920, 1080}).shade > 0);
  board.light = Light::full;
  board.emergency = true;
  const Layout alarmed = laid_out(board, {1920, 1080});
  CHECK(alarmed.surfaces.front().surface == Surface::alarm);
  REQUIRE(alarmed.icons.size() == 1);
  CHECK(alarmed.icons[0].ink == Ink::on_alarm);
}

TEST_CASE("digits are made of bars, and differ") {
  const auto bars = [](std::string_view text) { return digits_panel(text, 70, Surface::digit).boxes.surfaces.size(); };
  CHECK(bars("8") == 7);
  CHECK(bars("1") == 2);
  CHECK(bars("0") == 6);
  CHECK(bars(":") == 2);
  CHECK(bars("-") == 1);
  CHECK(bars("14:00") == 2 + 4 + 2 + 6 + 6);
  CHECK(bars("") == 0);
  CHECK(bars("a") == 0);
  CHECK(digits_panel("", 70, Surface::digit).width == 0);
  CHECK(digits_panel("14:00", 70, Surface::digit).width > 100);
}
