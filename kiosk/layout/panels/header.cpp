#include "layout/panels/header.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace kiosk {
namespace {

constexpr float name_cap_largest = 5;
constexpr float name_cap_wanted = 4.5F;
// A name of more than two lines even so shrinks, to a little more than the clock, before it is cut.
constexpr float name_cap_smallest = 3.6F;
constexpr float clock_cap = 3.5F;
constexpr float line_cap = 2.2F;
constexpr float least_name_width = 16;  // less of an event's name is no name

class Header {
 public:
  Header(const Page& page, const Board& board, float width)
      : page_(page), board_(board), width_(width), gap_(page.units(4)), name_style_(page.style(name_cap_largest, 700)) {
    name_style_.display = true;
    name_style_.line_height = 1.12F;
    name_style_.language = board.language;
    panel_.width = width;
  }

  Panel made() {
    TextStyle clock_style = page_.style(clock_cap, 500);
    clock_style.display = true;
    clock_style.tabular = true;
    clock_style.line_height = 0.85F;  // digits have no tails: what rises below may come close
    const FittedText clock = one_line(page_, board_.clock, clock_style, width_);
    const float clock_x = width_ - std::ceil(clock.size.width);
    const TextSize usual = page_.ruler.text_size("x", name_style_, 0);

    const FittedText name = name_and_logo(board_.clock.empty() ? width_ : clock_x - gap_, usual.baseline);
    // A smaller name stands on the base line of the largest one.
    const float name_y = name.size.lines > 1 ? 0 : std::round(usual.baseline - name.size.baseline);
    const float baseline = name_y + name.size.baseline;
    const float below = std::max(panel_.add(name, {0, name_y}, Ink::text), std::ceil(usual.height));
    if (!board_.clock.empty()) {
      panel_.add(clock, {clock_x, baseline - clock.size.baseline}, Ink::quiet);
    }
    add_event(below);
    panel_.height = below + std::ceil(page_.ruler.text_size("x", page_.style(line_cap, 400), 0).height);
    return std::move(panel_);
  }

 private:
  // One line where it fits, else two.
  FittedText fit_name(float width) const {
    const float line = page_.ruler.text_size("x", name_style_, 0).height / name_cap_largest;
    const FitBounds one{.width = width,
                        .height = line * name_cap_largest * 1.01F,
                        .largest_cap = page_.unit * name_cap_largest,
                        .smallest_cap = page_.unit * name_cap_wanted};
    FittedText name = fit_text(page_.ruler, board_.hall, name_style_, one);
    if (name.cut || name.size.lines > 1) {
      FitBounds two = one;
      two.height = line * name_cap_largest * 2.01F;
      two.smallest_cap = page_.unit * name_cap_smallest;
      two.wanted = page_.unit * name_cap_wanted;
      name = fit_text(page_.ruler, board_.hall, name_style_, two);
    }
    return name;
  }

  // The logo stands before the clock where it costs the hall's name nothing.
  FittedText name_and_logo(float beside_clock, float usual_baseline) {
    FittedText name = fit_name(beside_clock);
    const std::optional<Size> logo = page_.ruler.picture_size(board_.logo);
    if (!logo || logo->height <= 0) {
      return name;
    }
    const float shape = static_cast<float>(logo->width) / static_cast<float>(logo->height);
    const float height = std::round(std::min(page_.units(7), page_.units(28) / shape));
    const float width = std::round(height * shape);
    FittedText beside_logo = fit_name(beside_clock - width - gap_);
    if (beside_logo.cut || beside_logo.size.lines != name.size.lines ||
        beside_logo.style.cap_height < name.style.cap_height) {
      return name;
    }
    const float middle = usual_baseline - page_.unit * name_cap_largest / 2;
    const float top = std::round(std::max(0.0F, middle - height / 2));
    panel_.boxes.pictures.push_back({{beside_clock - width, top, width, height}, board_.logo, 0});
    return beside_logo;
  }

  // Where there is no room for all, the event's name is cut before its date, and never the age of what is shown.
  void add_event(float y) {
    const std::string age = board_.as_of.empty() ? "" : (event_line(board_).empty() ? "" : "· ") + board_.as_of;
    const FittedText as_of = one_line(page_, age, page_.style(line_cap, 600), width_);
    const float room = width_ - (age.empty() ? 0 : as_of.size.width + page_.units(1));
    float x = 0;
    const auto add = [&](const FittedText& fitted, Ink ink) {
      panel_.add(fitted, {x, y}, ink);
      x = panel_.boxes.texts.back().rect.right() + page_.units(1);
    };
    if (const std::string all = event_line(board_); !all.empty()) {
      const TextStyle style = page_.style(line_cap, 400);
      const float wanted = page_.ruler.text_size(all, style, 0).width;
      if (wanted <= room || board_.date.empty() || board_.event.empty()) {
        add(one_line(page_, all, style, room), Ink::quiet);
      } else {
        const FittedText date = one_line(page_, "· " + board_.date, style, room);
        const float for_name = room - date.size.width - page_.units(1);
        if (for_name >= page_.units(least_name_width)) {
          add(one_line(page_, board_.event, style, for_name), Ink::quiet);
          add(date, Ink::quiet);
        } else {
          add(one_line(page_, board_.date, style, room), Ink::quiet);
        }
      }
    }
    if (!age.empty()) {
      add(as_of, Ink::quiet);
    }
  }

  const Page& page_;
  const Board& board_;
  float width_;
  float gap_;
  TextStyle name_style_;
  Panel panel_;
};

}  // namespace

Panel header_panel(const Page& page, const Board& board, float width) { return Header(page, board, width).made(); }

}  // namespace kiosk
