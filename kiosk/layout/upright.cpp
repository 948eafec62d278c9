#include "layout/upright.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/panels/bottom.h"
#include "layout/panels/headline_card.h"
#include "layout/panels/headlines.h"

namespace kiosk {
namespace {

constexpr float card_from = 0.4F;      // of the screen's height
constexpr float grown_code_span = 55;  // where there is room
constexpr int most_others = 3;
constexpr float next_cap_roomy = 4.4F;

class Upright {
 public:
  explicit Upright(const BoardFrame& frame)
      : frame_(frame),
        board_(frame.board),
        page_(frame.page),
        gap_(page_.units(section_gap)),
        most_others_(board_.others ? std::min(most_others, static_cast<int>(board_.others->halls.size())) : 0) {
    if (!board_.headlines.front().qr) {
      largest_.title_largest = title_cap_largest_short;
    }
    card_height_ = least_card_height();
  }

  void lay_out() {
    choose_stack();
    FittedHeadline fitted = fit();
    const float zone = text_bottom_ - frame_.body_top;
    grow_headline(page_, board_, frame_.inner, zone, most_blank * frame_.height, fitted);
    grow_next(fitted);

    look_.next.time_cap = std::min(std::max(next_time_cap, look_.next.cap), fitted.panel.times_cap);
    const std::optional<Panel> stack = bottom_stack(page_, board_, frame_.inner, look_);
    if (stack) {
      frame_.place_above_foot(*stack, frame_.margin, frame_.inner);
    }
    place_headline(page_, board_, fitted.panel.panel, {frame_.margin, frame_.body_top, frame_.inner, zone},
                   frame_.layout);
    if (card_height_ > 0) {
      place(*card(frame_.above_foot(stack) - card_top_), {frame_.margin, card_top_}, frame_.layout);
    }
  }

 private:
  float span() const { return board_.headlines.front().way ? small_code_span : headline_code_span; }

  std::optional<Panel> card_with(QrCaption caption, float height) const {
    if (!board_.headlines.front().qr) {
      return std::nullopt;
    }
    return headline_card_panel(page_, *board_.headlines.front().qr,
                               {.caption = caption,
                                .width = frame_.inner,
                                .height = height,
                                .span = span(),
                                .span_largest = board_.headlines.front().way ? span() : grown_code_span,
                                .caption_cap = wide_card_caption_cap,
                                .detail_cap = wide_card_detail_cap});
  }

  float least_card_height() const {
    const auto least = card_with(QrCaption::beside, 0);
    return least ? least->height : 0;
  }

  // The words stand beside the code, or below it where that lets the code be much larger.
  std::optional<Panel> card(float height) const {
    constexpr float much_larger = 1.1F;
    const auto code = [](const Panel& panel) { return panel.boxes.qr_codes.front().rect.width; };
    std::optional<Panel> beside = card_with(QrCaption::beside, height);
    std::optional<Panel> below = card_with(QrCaption::below, height);
    return below && below->height <= height && code(*below) > code(*beside) * much_larger ? below : beside;
  }

  float stack_top(int others, bool with_code) const {
    BottomLook look;
    look.others = others;
    look.next.with_code = with_code;
    return frame_.above_foot(bottom_stack(page_, board_, frame_.inner, look));
  }

  // The lowest that the text may reach, above such a stack.
  float text_bottom_above(int others, bool with_code) const {
    const float top = stack_top(others, with_code);
    return card_height_ > 0 ? top - card_height_ - gap_ : top;
  }

  // As many other halls as stand below the card in its place. The next session's own code is worth leaving out all of
  // them but one; they then take turns.
  void choose_stack() {
    const float wanted_top = std::round(frame_.height * card_from);
    const float zone_bottom = wanted_top - gap_;
    const auto fits = [&](int others, bool with_code) {
      const float bottom = text_bottom_above(others, with_code);
      return card_height_ > 0 ? bottom >= zone_bottom : bottom > frame_.body_top;
    };
    const auto titled = [&](int others) {
      const float bottom = card_height_ > 0 ? zone_bottom : text_bottom_above(others, true);
      return title_as_large_as_wanted(page_, board_, frame_.inner, bottom - frame_.body_top, largest_);
    };
    look_.others = most_others_;
    if (board_.next && board_.next->qr) {
      for (int others = most_others_; others >= std::min(most_others_, 1) && !look_.next.with_code; --others) {
        if (fits(others, true) && titled(others)) {
          look_.others = others;
          look_.next.with_code = true;
        }
      }
    }
    while (look_.others > 0 && !fits(look_.others, look_.next.with_code)) {
      --look_.others;
    }
    text_bottom_ = text_bottom_above(look_.others, look_.next.with_code);
    if (card_height_ > 0) {
      text_bottom_ = std::min(text_bottom_, zone_bottom);  // higher where even so there is no room for the card there
    }
    card_top_ = text_bottom_ + gap_;
  }

  FittedHeadline fit() {
    std::vector<int> counts{look_.others};
    if (card_height_ == 0) {
      for (int others = look_.others - 1; others >= 0; --others) {
        counts.push_back(others);
      }
    }
    const auto height = [&](int others) {
      return (card_height_ > 0 ? text_bottom_ : text_bottom_above(others, look_.next.with_code)) - frame_.body_top;
    };
    FittedHeadline fitted = fit_headline(page_, board_, frame_.inner, counts, height, largest_);
    if (card_height_ == 0) {
      look_.others = fitted.others;
      text_bottom_ = text_bottom_above(look_.others, look_.next.with_code);
    } else if (fitted.panel.title_cap < cap_wanted(board_.headlines.front())) {
      lower_card(fitted);
    }
    if (fitted.panel.title_cap < cap_wanted(board_.headlines.front())) {
      HeadlineLook look = fitted.look;
      look.hyphenated = true;
      HeadlinePanel panel = headline_in(page_, board_, frame_.inner, text_bottom_ - frame_.body_top, look);
      if (panel.title_cap > fitted.panel.title_cap) {
        fitted = {std::move(panel), look, fitted.others};
      }
    }
    return fitted;
  }

  // For a title that is too long for its zone: the card sinks, and other halls give way, as far as it takes.
  void lower_card(FittedHeadline& fitted) {
    for (int others = look_.others; others >= 0; --others) {
      const float bottom = text_bottom_above(others, look_.next.with_code);
      if (bottom <= text_bottom_) {
        continue;
      }
      FittedHeadline lower = fit_headline(
          page_, board_, frame_.inner, {others}, [&](int /*others*/) { return bottom - frame_.body_top; }, largest_);
      if (lower.panel.title_cap > fitted.panel.title_cap) {
        fitted = std::move(lower);
        look_.others = others;
        // No lower than the title needs.
        text_bottom_ = std::max(text_bottom_, std::min(bottom, std::ceil(frame_.body_top + fitted.panel.panel.height)));
        card_top_ = text_bottom_ + gap_;
      }
      if (fitted.panel.title_cap >= cap_wanted(board_.headlines.front())) {
        break;
      }
    }
  }

  void grow_next(const FittedHeadline& fitted) {
    const float least_bottom =
        card_height_ > 0 ? card_top_ + card_height_ : frame_.body_top + fitted.panel.panel.height;
    // Without any code there is room for more than usual; but what is next is never louder than what is.
    const bool roomy = card_height_ == 0 && !look_.next.with_code;
    const float largest = roomy ? std::min(next_cap_roomy, fitted.panel.times_cap) : next_cap_largest;
    for (const float cap : {std::max(largest, next_cap_largest), next_cap_largest, next_cap_middle}) {
      BottomLook look = look_;
      look.next.cap = cap;
      look.next.lines = roomy ? 3 : 2;
      look.other_title_lines = card_height_ > 0 ? 1 : 2;
      if (board_.lines.empty() && frame_.above_foot(bottom_stack(page_, board_, frame_.inner, look)) >= least_bottom) {
        look_ = look;
        return;
      }
    }
  }

  const BoardFrame& frame_;
  const Board& board_;
  const Page& page_;
  float gap_;
  int most_others_;
  HeadlineLook largest_;
  BottomLook look_;
  float card_height_ = 0;  // the least; 0: there is no code
  float card_top_ = 0;
  float text_bottom_ = 0;
};

}  // namespace

void lay_out_upright(const BoardFrame& frame) { Upright(frame).lay_out(); }

}  // namespace kiosk
