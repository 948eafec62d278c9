#include "layout/landscape.h"

#include <array>
#include <vector>

#include "layout/panels/bottom.h"
#include "layout/panels/headline_card.h"
#include "layout/panels/headlines.h"
#include "layout/panels/other_halls.h"

namespace kiosk {
namespace {

// What gives way so that card and strip fit above each other, in this order: the code always stays.
struct Concession {
  QrCaption caption = QrCaption::below;
  int next_lines = 2;
  int other_lines = 2;  // of their titles; 0: beside the halls' names
  bool others = true;
  bool strip = true;
};
constexpr std::array concessions{Concession{QrCaption::below, 2, 2},
                                 Concession{QrCaption::below_short, 2, 2},
                                 Concession{QrCaption::below, 2, 1},
                                 Concession{QrCaption::below_short, 2, 1},
                                 Concession{QrCaption::below_short, 1, 1},
                                 Concession{QrCaption::below_short, 1, 0},
                                 Concession{QrCaption::below_short, 2, 0, false},
                                 Concession{QrCaption::below_short, 1, 0, false},
                                 Concession{QrCaption::none, 1, 0, false},
                                 Concession{QrCaption::none, 0, 0, false, false}};

class Landscape {
 public:
  explicit Landscape(const BoardFrame& frame)
      : frame_(frame),
        board_(frame.board),
        page_(frame.page),
        gap_(page_.units(frame.shape == Shape::squarish ? 4 : column_gap)) {
    largest_.hyphenated = true;
    if (frame.shape == Shape::ultrawide) {
      largest_.title_largest = title_cap_largest_short;
      largest_.title_another_line = 9;  // rather than a line that the eye loses on its way
    }
    if (const auto bare = card(QrCaption::none, 0)) {
      card_width_ = bare->width;
      column_ = frame.inner - card_width_ - gap_;
    } else {
      column_ = frame.inner;
    }
  }

  void lay_out() const {
    if (board_.next && board_.next->qr && (card_width_ > 0 ? next_code_beside_card() : next_code_in_strip())) {
      return;
    }
    const auto bottom = [&](int others) {
      return frame_.above_foot(strip_of(conceded(others > 0), next_cap_smallest));
    };
    const auto height = [&](int others) { return bottom(others) - frame_.body_top; };
    FittedHeadline fitted =
        fit_headline(page_, board_, column_, board_.others ? std::vector{1, 0} : std::vector{0}, height, largest_);
    const Concession chosen = conceded(fitted.others > 0);
    const float most_spare = most_blank * frame_.height;
    grow_headline(page_, board_, column_, height(fitted.others), most_spare, fitted);

    // Then what is next grows, as long as headline and card stay as they are.
    float next_cap = next_cap_smallest;
    for (const float cap : {next_cap_largest, next_cap_middle}) {
      const float top = frame_.above_foot(strip_of(chosen, cap));
      if (board_.lines.empty() && frame_.body_top + fitted.panel.panel.height <= top &&
          card_fits(chosen.caption, top)) {
        next_cap = cap;
        break;
      }
    }
    const std::optional<Panel> strip = strip_of(chosen, next_cap, fitted.panel.times_cap);
    if (strip) {
      frame_.place_above_foot(*strip, frame_.margin, frame_.inner);
    }
    const float body_bottom = frame_.above_foot(strip);
    if (const auto shown = card(chosen.caption, body_bottom - frame_.body_top)) {
      place(*shown, {frame_.margin + frame_.inner - shown->width, frame_.body_top}, frame_.layout);
    }
    place_headline(page_, board_, fitted.panel.panel,
                   {frame_.margin, frame_.body_top, column_, body_bottom - frame_.body_top}, frame_.layout);
  }

 private:
  // Who has come to the wrong door needs the way more than the broadcast: a small code.
  std::optional<Panel> card(QrCaption caption, float height) const {
    const Headline& headline = board_.headlines.front();
    if (!headline.qr) {
      return std::nullopt;
    }
    if (headline.way) {
      return qr_card_panel(page_, *headline.qr, small_code_span, caption, 0);
    }
    return headline_card_panel(page_, *headline.qr,
                               {.caption = caption,
                                .width = page_.units(landscape_card_width),
                                .height = height,
                                .span_largest = landscape_card_width});
  }

  bool card_fits(QrCaption caption, float bottom) const {
    const auto shown = card(caption, bottom - frame_.body_top);
    return !shown || frame_.body_top + shown->height <= bottom;
  }

  std::optional<Panel> strip_of(const Concession& concession, float next_cap, float time_cap = next_time_cap) const {
    if (!concession.strip) {
      return std::nullopt;
    }
    BottomLook look;
    look.next = {concession.next_lines, next_cap, std::min(next_time_cap, time_cap), false};
    look.others = concession.others ? other_columns() : 0;
    look.other_title_lines = concession.other_lines;
    look.others_from = frame_.shape == Shape::squarish && card_width_ > 0 && !board_.headlines.front().way
                           ? frame_.inner - card_width_
                           : 0;
    return bottom_strip(page_, board_, frame_.inner, look);
  }

  int other_columns() const {
    const int columns = frame_.shape == Shape::squarish ? 1 : frame_.shape == Shape::wide ? 2 : 3;
    return board_.next ? columns : columns + 1;
  }

  // The fullest strip and card that fit above each other at the right.
  Concession conceded(bool with_others) const {
    for (Concession concession : concessions) {
      concession.others = concession.others && with_others;
      if (card_fits(concession.caption, frame_.above_foot(strip_of(concession, next_cap_smallest)))) {
        return concession;
      }
    }
    return concessions.back();
  }

  // Where the headline leaves room for it, the next session's own code stands below it, and the other halls below the
  // headline's code.
  bool next_code_beside_card() const {
    // Below a small card there is no room for the other halls.
    if (board_.headlines.front().way) {
      return false;
    }
    const NextPanel next = next_session_panel(page_, *board_.next, column_, {.with_code = true});
    const float body_bottom = frame_.above_foot(next.panel);
    if (!title_as_large_as_wanted(page_, board_, column_, body_bottom - frame_.body_top, largest_)) {
      return false;
    }
    for (const QrCaption caption : {QrCaption::below, QrCaption::below_short, QrCaption::none}) {
      for (int rows = board_.others ? 2 : 0; rows >= 0; --rows) {
        std::optional<Panel> others;
        if (rows > 0) {
          others = other_halls_panel(page_, *board_.others, card_width_, {.rows = rows}, board_.turn);
        }
        const float card_bottom = frame_.above_foot(others);
        if (!card_fits(caption, card_bottom)) {
          continue;
        }
        const auto shown = card(caption, card_bottom - frame_.body_top);
        const float right = frame_.margin + frame_.inner - card_width_;
        place(*shown, {right, frame_.body_top}, frame_.layout);
        if (others) {
          frame_.place_above_foot(*others, right, card_width_);
        }
        frame_.place_above_foot(next.panel, frame_.margin, column_);
        full_headline(body_bottom);
        return true;
      }
    }
    return false;
  }

  bool next_code_in_strip() const {
    BottomLook look;
    look.next.with_code = true;
    look.others = board_.others ? other_columns() : 0;
    look.other_title_lines = 2;
    const std::optional<Panel> strip = bottom_strip(page_, board_, frame_.inner, look);
    const float body_bottom = frame_.above_foot(strip);
    if (!title_as_large_as_wanted(page_, board_, frame_.inner, body_bottom - frame_.body_top, largest_)) {
      return false;
    }
    frame_.place_above_foot(*strip, frame_.margin, frame_.inner);
    full_headline(body_bottom);
    return true;
  }

  void full_headline(float bottom) const {
    const float height = bottom - frame_.body_top;
    FittedHeadline fitted = fit_headline(
        page_, board_, column_, {0}, [&](int /*others*/) { return height; }, largest_);
    grow_headline(page_, board_, column_, height, most_blank * frame_.height, fitted);
    place_headline(page_, board_, fitted.panel.panel, {frame_.margin, frame_.body_top, column_, height}, frame_.layout);
  }

  const BoardFrame& frame_;
  const Board& board_;
  const Page& page_;
  float gap_;
  HeadlineLook largest_;
  float card_width_ = 0;  // 0: there is no code
  float column_ = 0;      // the width of the headline
};

}  // namespace

void lay_out_landscape(const BoardFrame& frame) { Landscape(frame).lay_out(); }

}  // namespace kiosk
