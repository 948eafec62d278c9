#include "layout/several.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "layout/panels/bottom.h"
#include "layout/panels/headline.h"
#include "layout/panels/headline_card.h"
#include "layout/panels/headlines.h"

namespace kiosk {
namespace {

class Several {
 public:
  explicit Several(const BoardFrame& frame)
      : frame_(frame), board_(frame.board), page_(frame.page), gap_(page_.units(section_gap)) {}

  void lay_out() {
    for (std::size_t count = board_.headlines.size(); count > 0; --count) {
      // The other halls give way to a session of this one, and then does what is next.
      for (int concession = 0; concession < concessions; ++concession) {
        const std::optional<Panel> bottom = bottom_with(concession);
        if (fit(count, frame_.above_foot(bottom)) || (count == 1 && concession == concessions - 1)) {
          place_all(count, bottom);
          return;
        }
      }
    }
  }

 private:
  static constexpr int concessions = 5;
  static constexpr float code_gap = 3.2F;

  std::optional<Panel> bottom_with(int concession) const {
    if (concession == concessions - 1) {
      return std::nullopt;
    }
    BottomLook look;
    look.next.lines = concession < 2 ? 2 : 1;
    if (frame_.shape == Shape::upright) {
      look.others = std::max(0, 2 - concession);
      return bottom_stack(page_, board_, frame_.inner, look);
    }
    look.other_title_lines = concession == 0 ? 2 : 1;
    look.others = concession == concessions - 2 ? 0 : frame_.shape == Shape::squarish ? 1 : 2;
    return bottom_strip(page_, board_, frame_.inner, look);
  }

  // As wide and as high as `side`, in pixels, where its code needs no more.
  std::optional<Panel> card(const Headline& headline, float side) const {
    if (!headline.qr) {
      return std::nullopt;
    }
    return headline_card_panel(page_, *headline.qr,
                               {.caption = QrCaption::none,
                                .width = side,
                                .height = side,
                                .span = small_code_span,
                                .span_largest = headline_code_span});
  }

  std::string more(std::size_t count) const {
    return count < board_.and_more.size() ? board_.and_more[count] : std::string{};
  }

  // Whether so many fit above `bottom`, all titles whole; fills panels_ and cards_.
  bool fit(std::size_t count, float bottom) {
    cards_.clear();
    card_side_ = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::optional<Panel> least = card(board_.headlines[i], 0);
      card_side_ = std::max(card_side_, least ? least->width : 0);
    }
    for (std::size_t i = 0; i < count; ++i) {
      cards_.push_back(card(board_.headlines[i], card_side_));
    }
    more_line_ = one_line(page_, more(count), page_.style_of(more(count), 3, 600), frame_.inner);
    const float more_height = more_line_.text.empty() ? 0 : std::ceil(more_line_.size.height) + gap_;
    row_ = std::floor((bottom - frame_.body_top - more_height - gap_ * static_cast<float>(count - 1)) /
                      static_cast<float>(count));
    return fit_words(count, row_) && card_side_ <= row_;
  }

  // Where the words of a session begin: behind its code.
  float words_x(std::size_t i) const { return cards_[i] ? card_side_ + page_.units(code_gap) : 0; }

  // All titles at the size of the smallest, with as many details as leave that as large as wanted. The panels are those
  // that come nearest, whatever the answer.
  bool fit_words(std::size_t count, float height) {
    float best = std::numeric_limits<float>::lowest();
    std::size_t most = 0;
    for (std::size_t i = 0; i < count; ++i) {
      most = std::max(most, all_details(board_.headlines[i]));
    }
    // With all details at first; at last with none, and with words hyphenated where titles would else be cut.
    for (std::size_t left_out = 0; left_out <= most + 1 && best < title_cap_wanted; ++left_out) {
      HeadlineLook look;
      look.details = most - std::min(most, left_out);
      look.hyphenated = left_out > most;
      if (look.hyphenated && best >= title_cap_smallest) {
        break;
      }
      std::vector<HeadlinePanel> panels = each_with(look, count, height);
      const float least = std::min_element(panels.begin(), panels.end(), [](const auto& a, const auto& b) {
                            return a.title_cap < b.title_cap;
                          })->title_cap;
      if (least > best) {
        best = least;
        look.title_largest = std::max(least, title_cap_smallest);
        look.title_largest_short = look.title_largest;
        panels_ = each_with(look, count, height);
      }
    }
    return best >= title_cap_smallest;
  }

  std::vector<HeadlinePanel> each_with(const HeadlineLook& look, std::size_t count, float height) const {
    std::vector<HeadlinePanel> panels;
    for (std::size_t i = 0; i < count; ++i) {
      panels.push_back(headline_panel(page_, board_.headlines[i], frame_.inner - words_x(i), height, look));
    }
    return panels;
  }

  void place_all(std::size_t count, const std::optional<Panel>& bottom) {
    float y = frame_.body_top;
    for (std::size_t i = 0; i < count; ++i) {
      const Panel& words = panels_[i].panel;
      if (cards_[i]) {
        place(*cards_[i], {frame_.margin, y}, frame_.layout);
      }
      place(words, {frame_.margin + words_x(i), y}, frame_.layout);
      y += row_ + gap_;
    }
    if (!more_line_.text.empty()) {
      Panel more;
      more.add(more_line_, {0, 0}, Ink::text);
      place(more, {frame_.margin, y}, frame_.layout);
    }
    if (bottom) {
      frame_.place_above_foot(*bottom, frame_.margin, frame_.inner);
    }
  }

  const BoardFrame& frame_;
  const Board& board_;
  const Page& page_;
  float gap_;
  float row_ = 0;
  float card_side_ = 0;  // that of the largest code, of all cards
  FittedText more_line_;
  std::vector<HeadlinePanel> panels_;
  std::vector<std::optional<Panel>> cards_;
};

}  // namespace

void lay_out_several(const BoardFrame& frame) { Several(frame).lay_out(); }

}  // namespace kiosk
