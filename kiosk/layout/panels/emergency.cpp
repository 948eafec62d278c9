#include "layout/panels/emergency.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "locales/line_breaks.h"
#include "typesetting/line_breaker.h"

namespace kiosk {
namespace {

constexpr float hall_cap = 3.2F;
constexpr float small_cap = 2.4F;
constexpr float gap_between_texts = 4;
constexpr int steps = 10;  // of size, in a unit

// Some of the texts at one size, and that in units; empty where they have no room.
struct SetTexts {
  std::vector<FittedText> texts;
  float cap = 0;
};

// Texts one below the other in a place of some size.
class Texts {
 public:
  Texts(const Page& page, const std::vector<Headline>& headlines, float width, float height)
      : page_(page), width_(width), height_(height), gap_(page.units(gap_between_texts)) {
    for (const Headline& headline : headlines) {
      TextStyle style = page.style(alarm_text_largest, 700);
      style.display = true;
      style.line_height = 1.14F;
      style.language = headline.language;
      style = with_room_for_script(style, headline.title);
      const std::string bound = with_bound_spaces(headline.title);
      const float line = page.ruler.text_size("x", style, 0).height / alarm_text_largest;
      Text& text = texts_.emplace_back(Text{&headline, style, &page.ruler.line_breaker(bound, style), line, {}});
      for (int step = smallest_step; step <= largest_step; ++step) {
        const bool hopeless = !text.lines.empty() && text.lines.back() == too_long;  // larger still
        text.lines.push_back(hopeless ? too_long : lines_at(text, step));
      }
    }
  }

  // Those of this turn.
  struct Turn {
    std::vector<FittedText> texts;
    std::size_t page = 0;
    std::size_t pages = 1;
  };
  Turn of_turn(std::int64_t turn) const {
    const std::vector<std::size_t> ends = page_ends();
    Turn result;
    result.pages = ends.size();
    result.page = ends.empty() ? 0 : static_cast<std::size_t>(turn) % ends.size();
    if (!ends.empty()) {
      const std::size_t first = result.page == 0 ? 0 : ends[result.page - 1];
      result.texts = set(first, ends[result.page]).texts;
      if (result.texts.empty()) {
        result.texts.push_back(alone(texts_[first]));
      }
    }
    return result;
  }

  float gap() const { return gap_; }

 private:
  static constexpr int largest_step = static_cast<int>(alarm_text_largest) * steps;
  static constexpr int smallest_step = static_cast<int>(alarm_text_smallest) * steps;
  static constexpr int too_long = 10'000;

  struct Text {
    const Headline* headline;
    TextStyle style;  // at the largest size
    LineBreaker* breaker;
    float line;              // its height, for a unit of capitals
    std::vector<int> lines;  // how many it has at each step of size, from the smallest; `too_long` where it has no room
  };

  static float cap_of(int step) { return static_cast<float>(step) / steps; }
  int lines_at(const Text& text, int step) const {
    if (text.line <= 0) {
      return too_long;
    }
    const float wide = width_ * alarm_text_largest / cap_of(step);  // at the size that was measured at
    const auto most = std::min(text.breaker->most_lines(), static_cast<int>(height_ / (text.line * cap_of(step))));
    for (int lines = lines_at_least(*text.breaker, wide); lines <= most; ++lines) {
      if (text.breaker->into(lines).width <= wide) {
        return lines;
      }
    }
    return too_long;
  }

  // The texts from `first` up to `end` at the largest size at which all have room.
  SetTexts set(std::size_t first, std::size_t end) const {
    for (int step = largest_step; step >= smallest_step; --step) {
      SetTexts page{{}, cap_of(step)};
      float height = gap_ * static_cast<float>(end - first - 1);
      for (std::size_t i = first; i < end; ++i) {
        const auto lines = static_cast<float>(texts_[i].lines[static_cast<std::size_t>(step - smallest_step)]);
        height += lines * texts_[i].line * page.cap;
      }
      if (height <= height_ && set_lines(first, end, step, page.texts)) {
        return page;
      }
    }
    return {};
  }

  // False where what was added up piece by piece is a pixel wider or higher as a whole.
  bool set_lines(std::size_t first, std::size_t end, int step, std::vector<FittedText>& texts) const {
    float left = height_ - gap_ * static_cast<float>(end - first - 1);
    for (std::size_t i = first; i < end; ++i) {
      const int lines = texts_[i].lines[static_cast<std::size_t>(step - smallest_step)];
      const std::string& broken = texts_[i].breaker->into(lines).text;
      TextStyle style = texts_[i].style;
      style.cap_height = cap_of(step) * page_.unit;
      const TextSize size = page_.ruler.text_size(broken, style, width_);
      left -= std::ceil(size.height);
      if (size.lines != lines || size.broken_word || left < 0) {
        return false;
      }
      texts.push_back({broken, style, std::ceil(size.width), size, false});
    }
    return true;
  }

  // One that has no room at the smallest size.
  FittedText alone(const Text& text) const {
    return fit_text(page_.ruler, text.headline->title, text.style,
                    {.width = width_,
                     .height = height_,
                     .largest_cap = page_.unit * alarm_text_smallest,
                     .smallest_cap = page_.unit * alarm_text_least,
                     .wanted = page_.unit * alarm_text_smallest});
  }

  // Where each page of texts ends: as few pages as there can be, and of these the ones whose smallest texts are
  // largest.
  std::vector<std::size_t> page_ends() const {
    struct Best {
      std::size_t pages = 0;
      float cap = alarm_text_largest;  // of the smallest texts
      std::size_t first = 0;           // of the last page
    };
    std::vector<Best> best(1);  // by how many of the texts stand on pages
    for (std::size_t end = 1; end <= texts_.size(); ++end) {
      Best& found = best.emplace_back();
      for (std::size_t first = end; first-- > 0;) {
        float cap = set(first, end).cap;
        if (cap == 0 && end - first > 1) {
          break;  // nor have more of them room
        }
        cap = std::max(cap, alarm_text_least);
        const std::size_t pages = best[first].pages + 1;
        const float smallest = std::min(cap, best[first].cap);
        if (found.pages == 0 || pages < found.pages || (pages == found.pages && smallest > found.cap)) {
          found = {pages, smallest, first};
        }
      }
    }
    std::vector<std::size_t> ends;
    for (std::size_t end = texts_.size(); end > 0; end = best[end].first) {
      ends.insert(ends.begin(), end);
    }
    return ends;
  }

  const Page& page_;
  float width_;
  float height_;
  float gap_;
  std::vector<Text> texts_;
};

// Hall and clock in one line; how old the schedule is beneath.
Panel small_header(const Page& page, const Board& board, float width) {
  Panel panel;
  TextStyle clock_style = page.style(small_cap, 500);
  clock_style.tabular = true;
  const FittedText clock = one_line(page, board.clock, clock_style, width);
  const float clock_x = width - std::ceil(clock.size.width);
  TextStyle hall_style = page.style(hall_cap, 600);
  hall_style.language = board.language;
  const FittedText hall = one_line(page, board.hall, hall_style, clock_x - page.units(4));
  panel.height = panel.add(hall, {0, 0}, Ink::text);
  if (!board.clock.empty()) {
    panel.add_line(clock, clock_x, hall.size.baseline - hall.style.cap_height / 2, Ink::text);
  }
  if (!board.as_of.empty()) {
    panel.height =
        panel.add(one_line(page, board.as_of, page.style(small_cap, 600), width), {0, panel.height}, Ink::text);
  }
  return panel;
}

// The sign, and its word on a chip.
Panel sign_panel(const Page& page, const Mark& mark, float width) {
  Panel panel;
  const float side = page.units(alarm_sign);
  panel.height = side;
  panel.boxes.icons.push_back({{0, 0, side, side}, mark.icon, Ink::text});
  if (!mark.word.empty()) {
    const float x = side + page.units(2.6F);
    const float pad = page.units(alarm_word_cap * 0.73F);
    const float chip_height = page.units(alarm_word_cap * 2.13F);
    TextStyle style = page.style(alarm_word_cap, 700);
    style.display = true;
    const FittedText word = one_line(page, mark.word, style, width - x - 2 * pad);
    const float chip_width = std::ceil(word.size.width) + 2 * pad;
    panel.boxes.surfaces.push_back({{x, std::round((side - chip_height) / 2), chip_width, chip_height},
                                    Surface::chip_alert,
                                    page.units(alarm_word_cap * 0.4F)});
    panel.add_line(word, x + pad, side / 2, Ink::on_alert);
    panel.width = x + chip_width;
  }
  return panel;
}

}  // namespace

Panel emergency_panel(const Page& page, const Board& board, float width, float height) {
  Panel panel;
  panel.width = width;
  panel.height = height;
  const Panel header = small_header(page, board, width);
  place(header, {0, 0}, panel.boxes);
  const Panel sign = sign_panel(page, board.headlines.front().mark, width);
  const float sign_top = header.height + page.units(section_gap);
  place(sign, {0, sign_top}, panel.boxes);
  const float top = sign_top + sign.height + page.units(section_gap);

  const Texts texts(page, board.headlines, width, height - top);
  const auto [shown, at, pages] = texts.of_turn(board.turn);
  float all = texts.gap() * static_cast<float>(std::max<std::size_t>(shown.size(), 1) - 1);
  for (const FittedText& text : shown) {
    all += std::ceil(text.size.height);
  }
  float y = top + std::max(0.0F, std::floor((height - top - all) * 0.35F));
  for (const FittedText& text : shown) {
    y = panel.add(text, {0, y}, Ink::text) + texts.gap();
  }
  if (pages > 1) {
    const FittedText count =
        one_line(page, std::to_string(at + 1) + "/" + std::to_string(pages), page.style(small_cap, 500), width);
    panel.add_line(count, width - std::ceil(count.size.width), sign_top + sign.height / 2, Ink::text);
  }
  return panel;
}

}  // namespace kiosk
