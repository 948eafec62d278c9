#include "screen/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "screen/panels/bands.h"
#include "screen/panels/header.h"
#include "screen/panels/headline.h"
#include "screen/panels/next_session.h"
#include "screen/panels/other_halls.h"
#include "screen/panels/qr_card.h"
#include "screen/panels/recordings.h"
#include "screen/panels/technician_lines.h"

namespace kiosk {
namespace {

// Units: hundredths of the short side.
constexpr float side_margin = 6;
constexpr float top_margin = 4.6F;
constexpr float bottom_margin = 4.4F;
constexpr float column_gap = 5;
constexpr float section_gap = 2.6F;
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
      drift();
    }
    if (board_.right_to_left) {
      mirror();
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
      alarm();
    }
  }

  // Nothing but why, in the middle.
  void dark() {
    layout_.surfaces.push_back({{0, 0, width_, height_}, Surface::darkness, 0});
    Panel panel;
    panel.add(one_line(page_, board_.light_reason, page_.style(2.2F, 400), inner_), {0, 0}, Ink::on_darkness);
    const Rect words = panel.boxes.texts.back().rect;
    place(panel, {(width_ - words.width) / 2, (height_ - words.height) / 2}, layout_);
  }

  // Once round a small circle in an hour, in steps of a minute; what reaches from edge to edge stays.
  void drift() {
    constexpr int steps = 60;
    constexpr float radius = 0.4F;
    constexpr double circle = 6.283185307179586;
    const double angle = circle * static_cast<double>(board_.turn % steps) / steps;
    const Point by{page_.units(radius * static_cast<float>(std::cos(angle))),
                   page_.units(radius * static_cast<float>(std::sin(angle)))};
    for_each_rect([&](Rect& rect) {
      if (rect.width < width_) {
        rect.x += by.x;
        rect.y += by.y;
      }
    });
  }

  // Scripts that run from the right have the whole board the other way round, as their readers look at it.
  void mirror() {
    layout_.right_to_left = true;
    for_each_rect([&](Rect& rect) { rect.x = width_ - rect.right(); });
    for (TextBox& box : layout_.texts) {
      box.style.align = box.style.align == Align::left    ? Align::right
                        : box.style.align == Align::right ? Align::left
                                                          : box.style.align;
    }
  }

  template <class Function>
  void for_each_rect(Function function) {
    const auto all = [&](auto& boxes) {
      for (auto& box : boxes) {
        function(box.rect);
      }
    };
    all(layout_.surfaces);
    all(layout_.pictures);
    all(layout_.qr_codes);
    all(layout_.icons);
    all(layout_.texts);
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
    Panel headline = headline_panel(page_, words, inner_, room, all_details()).panel;
    if (headline.height > room) {
      headline = headline_panel(page_, words, inner_, room, 0).panel;
    }
    place(headline, {margin_, top}, layout_);
    const float grid_top = top + headline.height + gap;
    const float spare = std::max(0.0F, foot_ - grid_top - grid.height);
    place(grid, {margin_, grid_top + std::round(spare * 0.3F)}, layout_);
  }

  // The whole screen in the colour of danger, marks the other way round.
  void alarm() {
    for (SurfaceBox& box : layout_.surfaces) {
      box.surface = Surface::alarm_chip;
    }
    layout_.surfaces.insert(layout_.surfaces.begin(), {{0, 0, width_, height_}, Surface::alarm, 0});
    const auto inverted = [](Ink ink) { return ink == Ink::on_alert ? Ink::on_alarm_chip : Ink::on_alarm; };
    for (IconBox& box : layout_.icons) {
      box.ink = inverted(box.ink);
    }
    for (TextBox& box : layout_.texts) {
      box.ink = inverted(box.ink);
    }
  }

  // The code and its words in a column at the right, everything told at the left, next and others below.
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
    if (!board_.next || !board_.next->qr) {
      return false;
    }
    const Panel next = next_session_panel(page_, *board_.next, column, true);
    if (!titles_as_large_as_wanted(column, above_foot(next) - body_top)) {
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
        place_headlines(headline_panels(column, above_foot(next) - body_top, all_details()), column, body_top,
                        above_foot(next));
        return true;
      }
    }
    return false;
  }

  bool next_code_in_strip(float body_top) {
    if (!board_.next || !board_.next->qr) {
      return false;
    }
    const std::optional<Panel> strip = bottom_strip(2, true);
    if (!titles_as_large_as_wanted(inner_, above_foot(strip) - body_top)) {
      return false;
    }
    place_above_foot(*strip, margin_, inner_);
    place_headlines(headline_panels(inner_, above_foot(strip) - body_top, all_details()), inner_, body_top,
                    above_foot(strip));
    return true;
  }

  struct SideBySide {
    std::optional<Panel> strip;
    std::optional<Panel> card;
  };

  // The strip and the card that stand above each other at the right, from the fullest to the barest: the
  // other halls give way before the card's words, and the code never does.
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
      chosen.strip =
          concession.strip ? bottom_strip(with_others ? concession.other_title_lines : 0, false) : std::nullopt;
      chosen.card = headline_card(concession.caption);
      if (!chosen.card || card_top_least + chosen.card->height <= above_foot(chosen.strip)) {
        break;
      }
    }
    return chosen;
  }

  // One below the other; the other halls give way to a long title, one after the other.
  void portrait() {
    const auto [header, clock_bottom] = header_panel(page_, board_, inner_, inner_);
    place(header, {margin_, page_.units(top_margin)}, layout_);
    const float body_top = page_.units(top_margin) + header.height + page_.units(section_gap);
    const std::optional<Panel> card = headline_card(QrCaption::beside);
    const float card_height = card ? card->height + page_.units(section_gap) : 0;  // with the gap above it

    // The next session's own code is worth all other halls but one: these take turns then.
    int most = board_.others ? std::min<int>(3, static_cast<int>(board_.others->halls.size())) : 0;
    bool with_code = false;
    for (int count = most; board_.next && board_.next->qr && !with_code && count >= std::min(most, 1); --count) {
      with_code = titles_as_large_as_wanted(inner_, above_foot(bottom_stack(count, true)) - card_height - body_top);
      most = with_code ? count : most;
    }
    std::vector<int> rows;
    for (int count = most; count >= 0; --count) {
      rows.push_back(count);
    }
    const auto body_bottom = [&](int others) { return above_foot(bottom_stack(others, with_code)) - card_height; };
    const int shown = headlines(inner_, body_top, rows, body_bottom);
    const std::optional<Panel> stack = bottom_stack(shown, with_code);
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
    return qr_card_panel(page_, *board_.headlines.front().qr, headline_code_span, caption, inner_);
  }

  // Headlines from `top` to `bottom`, which is told how many other halls stand below. Speakers give way
  // first, then the other halls, from the first of `counts` to the last, until the titles stand as large as
  // wanted; where they never do, only to what makes them larger. Returns how many other halls are left.
  template <class Counts, class Bottom>
  int headlines(float column, float top, const Counts& counts, Bottom bottom) {
    if (board_.headlines.empty()) {
      return counts.front();
    }
    std::vector<HeadlinePanel> best;
    float best_cap = std::numeric_limits<float>::lowest();
    int best_others = counts.front();
    const auto wanted = [&] { return best_cap >= title_cap_wanted; };
    const auto try_with = [&](int others, std::size_t details) {
      std::vector<HeadlinePanel> panels = headline_panels(column, bottom(others) - top, details);
      float cap = title_cap_largest;
      for (const HeadlinePanel& panel : panels) {
        cap = std::min(cap, panel.title_cap);
      }
      if (cap > best_cap) {
        best = std::move(panels);
        best_cap = cap;
        best_others = others;
      }
    };
    std::size_t details = all_details();
    try_with(counts.front(), details);
    while (!wanted() && details > 0) {
      try_with(counts.front(), --details);
    }
    for (auto others = counts.begin() + 1; !wanted() && others != counts.end(); ++others) {
      try_with(*others, 0);
    }
    place_headlines(best, column, top, bottom(best_others));
    return best_others;
  }

  // Speakers, track and faces.
  std::size_t all_details() const {
    std::size_t details = 0;
    for (const Headline& headline : board_.headlines) {
      details = std::max(details, headline.details.size() + 2);
    }
    return details;
  }

  bool titles_as_large_as_wanted(float column, float height) const {
    const std::vector<HeadlinePanel> panels = headline_panels(column, height, all_details());
    return std::all_of(panels.begin(), panels.end(),
                       [](const HeadlinePanel& panel) { return panel.title_cap >= title_cap_wanted; });
  }

  // All headlines in equal shares of the height; of a board with lines for the technician, in its half.
  std::vector<HeadlinePanel> headline_panels(float column, float height, std::size_t details) const {
    const auto count = static_cast<float>(board_.headlines.size());
    const float share = (height - page_.units(section_gap) * (count - 1)) / count * (board_.lines.empty() ? 1 : 0.5F);
    std::vector<HeadlinePanel> panels;
    for (const Headline& headline : board_.headlines) {
      panels.push_back(headline_panel(page_, headline, column - second_card_width(headline), share, details));
    }
    return panels;
  }

  void place_headlines(const std::vector<HeadlinePanel>& panels, float column, float top, float bottom) {
    std::vector<float> heights;
    float all = page_.units(section_gap) * static_cast<float>(panels.size() - 1);
    for (std::size_t i = 0; i < panels.size(); ++i) {
      const auto card = second_card(board_.headlines[i]);
      heights.push_back(std::max(panels[i].panel.height, card ? card->height : 0));
      all += heights.back();
    }
    // A little above the middle, where a picture would hang; nearer to the top beside a card, whose edge the
    // eye follows.
    const float share = !board_.lines.empty() ? 0 : board_.headlines.front().qr ? 0.3F : 0.42F;
    float y = top + std::max(0.0F, (bottom - top - all) * share);
    for (std::size_t i = 0; i < panels.size(); ++i) {
      place(panels[i].panel, {margin_, y}, layout_);
      if (const auto card = second_card(board_.headlines[i])) {
        place(*card, {margin_ + column - card->width, y}, layout_);
      }
      y += heights[i] + page_.units(section_gap);
    }
    if (!board_.lines.empty()) {
      place(technician_lines_panel(page_, board_.lines, column, bottom - y), {margin_, y}, layout_);
    }
  }

  // Of two sessions at once the second has a smaller card beside its own title.
  std::optional<Panel> second_card(const Headline& headline) const {
    if (&headline == &board_.headlines.front() || !headline.qr) {
      return std::nullopt;
    }
    return qr_card_panel(page_, *headline.qr, small_code_span, QrCaption::none, 0);
  }
  float second_card_width(const Headline& headline) const {
    const auto card = second_card(headline);
    return card ? card->width + page_.units(section_gap) : 0;
  }

  // Landscape: next at the left, other halls in columns at the right; none with 0 lines for their titles.
  std::optional<Panel> bottom_strip(int other_title_lines, bool with_code) const {
    const bool with_others = board_.others && other_title_lines > 0;
    if (!board_.next && !with_others) {
      return std::nullopt;
    }
    Panel strip;
    strip.width = inner_;
    const float gap = page_.units(column_gap);
    float x = 0;
    if (board_.next) {
      const float width = with_others ? std::floor(inner_ * (with_code ? 0.5F : 0.4F)) : inner_;
      const Panel next = next_session_panel(page_, *board_.next, width, with_code);
      place(next, {0, 0}, strip.boxes);
      strip.height = next.height;
      x = width + gap;
    }
    if (with_others) {
      const int columns = std::min<int>(board_.next ? 2 : 3, static_cast<int>(board_.others->halls.size()));
      const Panel others = other_halls_panel(page_, *board_.others, inner_ - x,
                                             {.columns = columns, .title_lines = other_title_lines}, board_.turn);
      place(others, {x, 0}, strip.boxes);
      strip.height = std::max(strip.height, others.height);
    }
    return strip;
  }

  // Portrait: next, and below it as many other halls as asked for.
  std::optional<Panel> bottom_stack(int others, bool with_code) const {
    Panel stack;
    stack.width = inner_;
    if (board_.next) {
      const Panel next = next_session_panel(page_, *board_.next, inner_, with_code);
      place(next, {0, 0}, stack.boxes);
      stack.height = next.height;
    }
    if (others > 0) {
      const float y = stack.height > 0 ? stack.height + page_.units(section_gap) : 0;
      const Panel panel = other_halls_panel(page_, *board_.others, inner_, {.rows = others}, board_.turn);
      place(panel, {0, y}, stack.boxes);
      stack.height = y + panel.height;
    }
    return stack.height > 0 ? std::optional(stack) : std::nullopt;
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
