#include "layout/without_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "layout/panels/digits.h"
#include "layout/panels/paging.h"
#include "layout/panels/qr_card.h"
#include "layout/whole_layout.h"
#include "locales/scripts.h"

namespace kiosk {
namespace {

// Units: hundredths of the short side.
constexpr float margin_units = 6;
constexpr float sign_units = 13;
constexpr float shade_when_dimmed = 0.65F;
constexpr std::size_t most_codes = 6;

struct Code {
  const QrCard* card;
  std::string times;
};

// "14:00-15:30"
std::string joined_times(std::string_view text) {
  std::string joined;
  for (const std::string& time : times_in(text)) {
    joined += (joined.empty() ? "" : "-") + time;
  }
  return joined;
}

std::vector<Code> codes_of(const Board& board) {
  std::vector<Code> codes;
  for (const Headline& headline : board.headlines) {
    if (headline.qr) {
      codes.push_back({&*headline.qr, joined_times(headline.times)});
    }
  }
  if (board.next && board.next->qr) {
    codes.push_back({&*board.next->qr, joined_times(board.next->time)});
  }
  for (const Recording& recording : board.recordings) {
    codes.push_back({&recording.qr, joined_times(recording.when)});
  }
  if (codes.size() == 1) {
    codes.front().times.clear();  // nobody asks which it is
  }
  return codes;
}

class WordlessLayout {
 public:
  WordlessLayout(const Board& board, Size size, Ruler& ruler)
      : board_(board),
        page_{ruler, static_cast<float>(size.short_side()) / 100, board.right_to_left},
        width_(static_cast<float>(size.width)),
        height_(static_cast<float>(size.height)),
        margin_(page_.units(margin_units)) {
    layout_.size = size;
  }

  Layout lay_out() {
    if (board_.light == Light::dark) {
      layout_.surfaces.push_back({{0, 0, width_, height_}, Surface::darkness, 0});
    } else if (board_.emergency) {
      emergency();
    } else {
      layout_.shade = board_.light == Light::dimmed ? shade_when_dimmed : 0;
      usual();
    }
    if (board_.right_to_left) {
      mirror(layout_);
    }
    // After the mirror: digits run from left to right on every board.
    layout_.surfaces.insert(layout_.surfaces.end(), digits_.surfaces.begin(), digits_.surfaces.end());
    if (board_.drift) {
      drift(layout_, board_.turn);
    }
    return std::move(layout_);
  }

 private:
  // A triangle with a bar: something is wrong with the screen, not with the programme.
  void sign(float side, Point at) {
    layout_.surfaces.push_back({{at.x, at.y, side, side}, Surface::chip_alert, page_.units(2)});
    const float inset = std::round(side * 0.14F);
    layout_.icons.push_back(
        {{at.x + inset, at.y + inset, side - 2 * inset, side - 2 * inset}, Icon::warning, Ink::on_alert});
  }

  void emergency() {
    const float side = page_.units(50);
    layout_.icons.push_back(
        {{std::round((width_ - side) / 2), std::round((height_ - side) / 2), side, side}, Icon::warning, Ink::text});
    alarm(layout_);
  }

  void usual() {
    sign(page_.units(sign_units), {margin_, margin_});
    const Panel clock = digits_panel(joined_times(board_.clock), page_.units(8), Surface::digit);
    put_digits(clock, {width_ - margin_ - clock.width, margin_ + page_.units((sign_units - 8) / 2)});
    const float top = margin_ + page_.units(sign_units + 4);
    const std::vector<Code> codes = codes_of(board_);
    const bool wide = width_ >= height_;
    const float bottom = height_ - margin_;
    const float inner = width_ - 2 * margin_;
    Rect words{margin_, top, inner, bottom - top};
    Rect room = words;
    if (!codes.empty() && !board_.headlines.empty()) {
      if (wide) {
        words.width = std::round(inner * (codes.size() > 1 ? 0.4F : 0.5F));
        room = {words.right() + page_.units(5), top, inner - words.width - page_.units(5), words.height};
      } else {
        words.height = std::round(words.height * 0.36F);
        room.y = words.bottom() + page_.units(4);
        room.height = bottom - room.y;
      }
    }
    rows(words);
    cards(codes, room);
  }

  // A row for each headline, and one for what comes next, in the middle of the room's height.
  void rows(const Rect& room) {
    struct Row {
      Mark mark;
      std::string times;
      std::optional<int> progress;
      bool next = false;
    };
    std::vector<Row> rows;
    for (const Headline& headline : board_.headlines) {
      rows.push_back(
          {headline.change ? *headline.change : headline.mark, joined_times(headline.times), headline.progress});
    }
    if (board_.next) {
      rows.push_back({{Tone::calm, Icon::arrow, ""}, joined_times(board_.next->time), {}, true});
    }
    std::erase_if(rows, [](const Row& row) { return row.times.empty() && row.next; });
    float height = page_.units(12);
    const float most = (room.height / static_cast<float>(std::max<std::size_t>(1, rows.size()))) * 0.6F;
    height = std::round(std::min(height, most));
    for (const Row& row : rows) {  // all in one size, the widest as wide as the room
      const float needed = height * 1.3F + digits_panel(row.times, height * 0.72F, Surface::digit).width;
      height = std::floor(height * std::min(1.0F, room.width / needed));
    }
    const float step = std::round(height * 1.75F);
    float y = room.y + std::max(0.0F, std::round((room.height - step * static_cast<float>(rows.size())) / 2));
    for (const Row& row : rows) {
      const Surface chip = row.mark.tone == Tone::accent  ? Surface::chip_accent
                           : row.mark.tone == Tone::alert ? Surface::chip_alert
                                                          : Surface::chip_calm;
      const Ink ink = row.mark.tone == Tone::accent  ? Ink::on_accent
                      : row.mark.tone == Tone::alert ? Ink::on_alert
                                                     : Ink::on_calm;
      layout_.surfaces.push_back({{room.x, y, height, height}, chip, page_.units(1.4F)});
      const float inset = std::round(height * 0.2F);
      layout_.icons.push_back(
          {{room.x + inset, y + inset, height - 2 * inset, height - 2 * inset}, row.mark.icon, ink});
      const float digits = std::round(height * 0.72F);
      put_digits(digits_panel(row.times, digits, Surface::digit),
                 {room.x + std::round(height * 1.3F), y + std::round((height - digits) / 2)});
      if (row.progress) {
        const Rect track{room.x, y + std::round(height * 1.22F), room.width, page_.units(1.1F)};
        layout_.surfaces.push_back({track, Surface::progress_track, track.height / 2});
        const float share = static_cast<float>(*row.progress) / 1000;
        layout_.surfaces.push_back(
            {{track.x, track.y, std::round(std::max(track.height, track.width * share)), track.height},
             Surface::progress,
             track.height / 2});
      }
      y += step;
    }
  }

  // As many rows and columns as make the codes largest; more than fit take turns.
  void cards(const std::vector<Code>& codes, const Rect& room) {
    const Pages pages(codes.size(), most_codes, board_.turn);
    if (pages.count() == 0) {
      return;
    }
    const bool any_times =
        std::any_of(codes.begin(), codes.end(), [](const Code& code) { return !code.times.empty(); });
    caption_height_ = any_times ? page_.units(8) : 0;
    const float gap = page_.units(4);
    const auto count = static_cast<int>(pages.count());
    int columns = 1;
    float side = 0;
    for (int tried = 1; tried <= count; ++tried) {
      const int rows_needed = (count + tried - 1) / tried;
      const float across = (room.width - gap * static_cast<float>(tried - 1)) / static_cast<float>(tried);
      const float down = (room.height - gap * static_cast<float>(rows_needed - 1)) / static_cast<float>(rows_needed);
      if (const float fits = std::min(across, down - caption_height_); fits > side) {
        side = fits;
        columns = tried;
      }
    }
    side = std::floor(std::min(side, page_.units(56)));
    const int rows_needed = (count + columns - 1) / columns;
    const float step_down = side + caption_height_ + gap;
    const float slack = room.width - side * static_cast<float>(columns) - gap * static_cast<float>(columns - 1);
    const float left = room.x + std::round(width_ >= height_ ? slack : slack / 2);
    const float top =
        room.y + std::max(0.0F, std::round((room.height - step_down * static_cast<float>(rows_needed) + gap) / 2));
    for (int i = 0; i < count; ++i) {
      const Code& code = codes[pages.first() + static_cast<std::size_t>(i)];
      card(code,
           {left + (side + gap) * static_cast<float>(i % columns), top + step_down * static_cast<float>(i / columns)},
           side);
    }
  }

  void card(const Code& code, Point at, float side) {
    const int modules = page_.ruler.qr_modules(code.card->payload);
    const int pixels = modules > 0 ? static_cast<int>(side) / (modules + 2 * quiet_zone) : 0;
    if (pixels == 0) {
      return;
    }
    const auto span = static_cast<float>(modules * pixels);
    const float quiet = std::round((side - span) / 2);
    const bool with_times = !code.times.empty();
    layout_.surfaces.push_back(
        {{at.x, at.y, side, side + (with_times ? caption_height_ : 0)}, Surface::card, page_.units(2)});
    layout_.qr_codes.push_back({{at.x + quiet, at.y + quiet, span, span}, code.card->payload, pixels});
    if (with_times) {
      float height = page_.units(4.6F);
      const float wide = digits_panel(code.times, height, Surface::card_digit).width;
      height = std::floor(height * std::min(1.0F, (side - 2 * quiet) / wide));
      const Panel times = digits_panel(code.times, height, Surface::card_digit);
      put_digits(times, {at.x + std::round((side - times.width) / 2), at.y + side - std::round(quiet / 3)});
    }
  }

  // `at` is as if the board ran from left to right.
  void put_digits(const Panel& digits, Point at) {
    if (board_.right_to_left) {
      at.x = width_ - at.x - digits.width;
    }
    place(digits, at, digits_);
  }

  const Board& board_;
  Page page_;
  float width_;
  float height_;
  float margin_;
  float caption_height_ = 0;  // of the times beneath a code
  Layout layout_;
  Layout digits_;
};

}  // namespace

Layout lay_out_without_words(const Board& board, Size size, Ruler& ruler) {
  return WordlessLayout(board, size, ruler).lay_out();
}

}  // namespace kiosk
