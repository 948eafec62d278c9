#include "layout/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "layout/panels/bands.h"
#include "layout/panels/bottom.h"
#include "layout/panels/header.h"
#include "layout/panels/headline.h"
#include "layout/panels/headlines.h"
#include "layout/panels/next_session.h"
#include "layout/panels/other_halls.h"
#include "layout/panels/qr_card.h"
#include "layout/panels/recordings.h"
#include "layout/panels/technician_lines.h"
#include "layout/whole_layout.h"

namespace kiosk {
namespace {

// Units: hundredths of the short side.
constexpr float side_margin = 6;
constexpr float top_margin = 4.6F;
constexpr float bottom_margin = 4.4F;
constexpr float shade_when_dimmed = 0.65F;

class BoardLayout {
 public:
  BoardLayout(const Board& board, Size size, Ruler& ruler)
      : board_(board),
        page_{ruler, static_cast<float>(size.short_side()) / 100, board.right_to_left},
        width_(static_cast<float>(size.width)),
        height_(static_cast<float>(size.height)),
        margin_(page_.units(side_margin)),
        inner_(width_ - 2 * margin_) {
    layout_.size = size;
  }

  Layout lay_out() {
    if (board_.light == Light::dark) {
      dark();
    } else {
      light();
    }
    if (board_.drift) {
      drift(layout_, board_.turn);
    }
    if (board_.right_to_left) {
      mirror(layout_);
    }
    return std::move(layout_);
  }

 private:
  void light() {
    layout_.backdrop = board_.background;
    layout_.shade = board_.light == Light::dimmed ? shade_when_dimmed : 0;
    foot_ = height_ - page_.units(bottom_margin);
    if (!board_.bands.empty()) {
      const Panel bands = bands_panel(page_, board_.bands, width_, margin_);
      place(bands, {0, height_ - bands.height}, layout_);
      foot_ = height_ - bands.height - page_.units(section_gap);
    }
    if (!board_.warning.empty()) {
      const Panel warning = warning_panel(page_, board_.warning, inner_);
      foot_ -= warning.height;
      place(warning, {margin_, foot_ + page_.units(1)}, layout_);
    }
    if (!board_.recordings.empty()) {
      recordings();
    } else if (width_ >= height_) {
      landscape();
    } else {
      portrait();
    }
    if (board_.emergency) {
      alarm(layout_);
    }
  }

  // Only the reason, in the middle.
  void dark() {
    layout_.surfaces.push_back({{0, 0, width_, height_}, Surface::darkness, 0});
    Panel panel;
    panel.add(one_line(page_, board_.light_reason, page_.style(2.2F, 400), inner_), {0, 0}, Ink::on_darkness);
    const Rect words = panel.boxes.texts.back().rect;
    place(panel, {(width_ - words.width) / 2, (height_ - words.height) / 2}, layout_);
  }

  // After the event: the headline above a grid of codes.
  void recordings() {
    const auto [header, clock_bottom] = header_panel(page_, board_, inner_, inner_);
    place(header, {margin_, page_.units(top_margin)}, layout_);
    const float top = page_.units(top_margin) + header.height + page_.units(section_gap);
    const float gap = page_.units(section_gap);
    const float headline_least = page_.units(width_ >= height_ ? 17 : 30);
    const auto [grid, page] =
        recordings_panel(page_, board_.recordings, board_.turn, inner_, foot_ - top - headline_least - gap);
    const float room = foot_ - top - (grid.height > 0 ? grid.height + gap : 0);
    Headline words = board_.headlines.front();
    words.track = page;
    Panel headline = headline_panel(page_, words, inner_, room, all_details(board_)).panel;
    if (headline.height > room) {
      headline = headline_panel(page_, words, inner_, room, 0).panel;
    }
    place(headline, {margin_, top}, layout_);
    const float grid_top = top + headline.height + gap;
    const float spare = std::max(0.0F, foot_ - grid_top - grid.height);
    place(grid, {margin_, grid_top + std::round(spare * 0.3F)}, layout_);
  }

  // The code and its words in a column at the right, all other words of the headline at the left, next and others
  // below.
  void landscape() {
    const std::optional<Panel> bare_card = headline_card(QrCaption::none);  // as wide as with words
    const float column = bare_card ? inner_ - bare_card->width - page_.units(column_gap) : inner_;
    const auto [header, clock_bottom] = header_panel(page_, board_, inner_, column);
    place(header, {margin_, page_.units(top_margin)}, layout_);
    const float body_top = page_.units(top_margin) + header.height + page_.units(section_gap);
    const float card_top_least =
        page_.units(top_margin) + std::max(page_.units(7.4F), clock_bottom + page_.units(0.6F));
    if (bare_card ? next_code_beside_card(column, body_top, card_top_least) : next_code_in_strip(body_top)) {
      return;
    }

    const auto bottom = [&](int others) { return above_foot(side_by_side(others > 0, card_top_least).strip); };
    const int shown = headlines(column, body_top, board_.others ? std::vector{1, 0} : std::vector{0}, bottom);
    const SideBySide chosen = side_by_side(shown > 0, card_top_least);
    if (chosen.strip) {
      place_above_foot(*chosen.strip, margin_, inner_);
    }
    if (chosen.card) {
      const float lowest_top = above_foot(chosen.strip) - chosen.card->height;
      const float top = std::clamp(body_top, card_top_least, std::max(card_top_least, lowest_top));
      place(*chosen.card, {margin_ + inner_ - chosen.card->width, top}, layout_);
    }
  }

  // Where the headline leaves room for it, the next session's own code stands below it, and the other halls
  // below the headline's code.
  bool next_code_beside_card(float column, float body_top, float card_top_least) {
    // Below a small card there is no room for the other halls.
    if (!board_.next || !board_.next->qr || shows_way(board_.headlines.front())) {
      return false;
    }
    const Panel next = next_session_panel(page_, *board_.next, column, true);
    if (!titles_as_large_as_wanted(page_, board_, column, above_foot(next) - body_top)) {
      return false;
    }
    for (const QrCaption caption : {QrCaption::below, QrCaption::below_short}) {
      const std::optional<Panel> card = headline_card(caption);
      for (int rows = board_.others ? 2 : 0; rows >= 0; --rows) {
        std::optional<Panel> others;
        if (rows > 0) {
          others = other_halls_panel(page_, *board_.others, card->width, {.rows = rows}, board_.turn);
        }
        const float lowest = above_foot(others) - card->height;
        if (lowest < card_top_least) {
          continue;
        }
        const float right = margin_ + inner_ - card->width;
        place(*card, {right, std::clamp(body_top, card_top_least, lowest)}, layout_);
        if (others) {
          place_above_foot(*others, right, card->width);
        }
        place_above_foot(next, margin_, column);
        full_headlines(column, body_top, above_foot(next));
        return true;
      }
    }
    return false;
  }

  bool next_code_in_strip(float body_top) {
    if (!board_.next || !board_.next->qr) {
      return false;
    }
    const std::optional<Panel> strip = bottom_strip(page_, board_, inner_, 2, true);
    if (!titles_as_large_as_wanted(page_, board_, inner_, above_foot(strip) - body_top)) {
      return false;
    }
    place_above_foot(*strip, margin_, inner_);
    full_headlines(inner_, body_top, above_foot(strip));
    return true;
  }

  struct SideBySide {
    std::optional<Panel> strip;
    std::optional<Panel> card;
  };

  // The fullest strip and card that fit above each other at the right. The other halls are left out before the card's
  // words are; the code always stays.
  SideBySide side_by_side(bool with_others, float card_top_least) const {
    struct Concession {
      QrCaption caption;
      int other_title_lines;
      bool strip = true;
    };
    constexpr std::array concessions{Concession{QrCaption::below, 2},       Concession{QrCaption::below_short, 2},
                                     Concession{QrCaption::below_short, 1}, Concession{QrCaption::below_short, 0},
                                     Concession{QrCaption::none, 0},        Concession{QrCaption::none, 0, false}};
    SideBySide chosen;
    for (const Concession& concession : concessions) {
      chosen.strip = concession.strip
                         ? bottom_strip(page_, board_, inner_, with_others ? concession.other_title_lines : 0, false)
                         : std::nullopt;
      chosen.card = headline_card(concession.caption);
      if (!chosen.card || card_top_least + chosen.card->height <= above_foot(chosen.strip)) {
        break;
      }
    }
    return chosen;
  }

  // All parts one below the other. Other halls are left out one by one for a long title.
  void portrait() {
    const auto [header, clock_bottom] = header_panel(page_, board_, inner_, inner_);
    place(header, {margin_, page_.units(top_margin)}, layout_);
    const float body_top = page_.units(top_margin) + header.height + page_.units(section_gap);
    const std::optional<Panel> card = headline_card(QrCaption::beside);
    const float card_height = card ? card->height + page_.units(section_gap) : 0;  // with the gap above it

    // The next session's own code is worth leaving out all other halls but one; they then take turns.
    int most = board_.others ? std::min<int>(3, static_cast<int>(board_.others->halls.size())) : 0;
    bool with_code = false;
    for (int count = most; board_.next && board_.next->qr && !with_code && count >= std::min(most, 1); --count) {
      with_code = titles_as_large_as_wanted(
          page_, board_, inner_, above_foot(bottom_stack(page_, board_, inner_, count, true)) - card_height - body_top);
      most = with_code ? count : most;
    }
    std::vector<int> rows;
    for (int count = most; count >= 0; --count) {
      rows.push_back(count);
    }
    const auto body_bottom = [&](int others) {
      return above_foot(bottom_stack(page_, board_, inner_, others, with_code)) - card_height;
    };
    const int shown = headlines(inner_, body_top, rows, body_bottom);
    const std::optional<Panel> stack = bottom_stack(page_, board_, inner_, shown, with_code);
    if (stack) {
      place_above_foot(*stack, margin_, inner_);
    }
    if (card) {
      place(*card, {margin_, above_foot(stack) - card->height}, layout_);
    }
  }

  std::optional<Panel> headline_card(QrCaption caption) const {
    if (board_.headlines.empty() || !board_.headlines.front().qr) {
      return std::nullopt;
    }
    // Who has come to the wrong door needs the way more than the broadcast.
    const float span = shows_way(board_.headlines.front()) ? small_code_span : headline_code_span;
    return qr_card_panel(page_, *board_.headlines.front().qr, span, caption, inner_);
  }

  // With all their details.
  void full_headlines(float column, float top, float bottom) {
    place_headlines(page_, board_, headline_panels(page_, board_, column, bottom - top, all_details(board_)),
                    {margin_, column, top, bottom}, layout_);
  }

  // Puts the headlines between `top` and `bottom`, a function of how many other halls are shown below. Where the titles
  // are not as large as wanted, the speakers are left out first, then other halls, by the numbers in `counts` from
  // first to last. Where titles never get that large, nothing is left out that would not make them larger. Returns how
  // many other halls are shown.
  template <class Counts, class Bottom>
  int headlines(float column, float top, const Counts& counts, Bottom bottom) {
    if (board_.headlines.empty()) {
      return counts.front();
    }
    std::vector<HeadlinePanel> best;
    float best_cap = std::numeric_limits<float>::lowest();
    int best_others = counts.front();
    const auto wanted = [&] { return best_cap >= cap_wanted(board_.headlines.front()); };
    const auto try_with = [&](int others, std::size_t details) {
      std::vector<HeadlinePanel> panels = headline_panels(page_, board_, column, bottom(others) - top, details);
      float cap = title_cap_largest_short;
      for (const HeadlinePanel& panel : panels) {
        cap = std::min(cap, panel.title_cap);
      }
      if (cap > best_cap) {
        best = std::move(panels);
        best_cap = cap;
        best_others = others;
      }
    };
    std::size_t details = all_details(board_);
    try_with(counts.front(), details);
    while (!wanted() && details > 0) {
      try_with(counts.front(), --details);
    }
    for (auto others = counts.begin() + 1; !wanted() && others != counts.end(); ++others) {
      try_with(*others, 0);
    }
    place_headlines(page_, board_, best, {margin_, column, top, bottom(best_others)}, layout_);
    return best_others;
  }

  // The bottom of what is left above a panel at the foot and its divider.
  float above_foot(const std::optional<Panel>& panel) const {
    return panel ? std::round(foot_ - panel->height) - 2 * page_.units(section_gap) : foot_;
  }

  // With a divider of `width` above it.
  void place_above_foot(const Panel& panel, float x, float width) {
    const float top = std::round(foot_ - panel.height);
    place(panel, {x, top}, layout_);
    const float line = std::max(1.0F, page_.units(0.15F));
    layout_.surfaces.push_back({{x, top - page_.units(section_gap), width, line}, Surface::divider, 0});
  }

  const Board& board_;
  Page page_;
  float width_;
  float height_;
  float margin_;
  float inner_;
  float foot_ = 0;  // where the lowest panel ends
  Layout layout_;
};

}  // namespace

Layout lay_out(const Board& board, Size size, Ruler& ruler) { return BoardLayout(board, size, ruler).lay_out(); }

}  // namespace kiosk
