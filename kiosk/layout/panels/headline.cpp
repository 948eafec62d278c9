#include "layout/panels/headline.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace kiosk {
namespace {

struct MarkLook {
  Surface surface;
  Ink ink;
};

MarkLook look_of(Tone tone) {
  switch (tone) {
    case Tone::accent:
      return {Surface::chip_accent, Ink::on_accent};
    case Tone::alert:
      return {Surface::chip_alert, Ink::on_alert};
    case Tone::calm:
      break;
  }
  return {Surface::chip_calm, Ink::on_calm};
}

// Bad news is loud: what is cancelled more than what is changed, and both more than what is on.
constexpr float chip_cap_usual = 3;
constexpr float chip_cap_alert = 4.5F;
constexpr float chip_cap_cancelled = 5.5F;

float chip_cap(const Mark& mark) { return mark.tone == Tone::alert ? chip_cap_alert : chip_cap_usual; }
float chip_cap_of_state(const Mark& state) {
  return state.tone == Tone::alert && state.icon == Icon::cross ? chip_cap_cancelled : chip_cap(state);
}

// Chips and times side by side, on further rows where they do not fit in one. A row is as high as its largest chip.
class MarkRows {
 public:
  MarkRows(const Page& page, float width, Panel& panel) : page_(page), width_(width), panel_(panel) {}

  // With capitals of `cap` units.
  void add_chip(const Mark& mark, float cap) {
    const MarkLook look = look_of(mark.tone);
    const float icon = page_.units(cap);
    const float pad = page_.units(cap * 0.73F);
    const float word_x = pad + icon + page_.units(cap * 0.43F);
    TextStyle style = page_.style(cap, 650);
    style.display = true;
    const FittedText word = one_line(page_, mark.word, style, width_ - word_x - pad);
    const float chip_width = std::ceil(word_x + word.size.width + pad);
    const float chip_height = page_.units(cap * chip_height_in_caps);
    make_room(chip_width, chip_height);
    const float top = std::round(middle() - chip_height / 2);
    panel_.boxes.surfaces.push_back({{x_, top, chip_width, chip_height}, look.surface, page_.units(cap * 0.4F)});
    panel_.boxes.icons.push_back({{x_ + pad, std::round(middle() - icon / 2), icon, icon}, mark.icon, look.ink});
    panel_.add_line(word, x_ + word_x, middle(), look.ink);
    x_ += chip_width + page_.units(2.6F);
  }

  // The former times, struck through, and the present ones, always in the same row: as large as they get beside the
  // chips, or in a row of their own where that would be too small.
  void add_times(const std::string& struck, const std::string& times) {
    TextStyle style = page_.style(times_cap_largest, 700);
    style.display = true;
    style.tabular = true;
    TextStyle struck_style = style;
    struck_style.struck = true;
    const auto width_of = [&] {
      const auto one = [&](const std::string& text, const TextStyle& its) {
        return std::ceil(page_.ruler.text_size(text, its, 0).width);
      };
      return one(times, style) + (struck.empty() ? 0 : one(struck, struck_style) + gap());
    };
    const auto set_cap = [&](float cap) {
      style.cap_height = page_.unit * cap;
      struck_style.cap_height = style.cap_height;
    };
    const float wanted = std::max(1.0F, width_of());
    const auto cap_within = [&](float room, float least) {
      return std::clamp(times_cap_largest * (room - 2) / wanted, least, times_cap_largest);
    };
    set_cap(cap_within(width_ - x_, times_cap_smallest));
    if (x_ > 0 && x_ + width_of() > width_) {
      set_cap(cap_within(width_, times_cap_narrow));
      make_room(width_, std::ceil(page_.ruler.text_size(times, style, 0).height));
    }
    times_cap_ = style.cap_height / page_.unit;
    if (!struck.empty()) {
      const FittedText before = one_line(page_, struck, struck_style, width_);
      x_ = panel_.add_line(before, x_, middle(), Ink::quiet) + gap();
    }
    x_ = panel_.add_line(one_line(page_, times, style, width_ - x_), x_, middle(), Ink::text) + gap();
  }

  // At the end of the row, if there is room.
  bool add_track(const std::string& track) {
    const FittedText fitted = one_line(page_, track, page_.style(2.5F, 400), width_);
    if (x_ + fitted.size.width > width_) {
      return false;
    }
    panel_.add_line(fitted, width_ - std::ceil(fitted.size.width), middle(), Ink::quiet);
    return true;
  }

  float bottom() const { return top_ + height_; }
  // Of the times, in units.
  float times_cap() const { return times_cap_; }

 private:
  static constexpr float chip_height_in_caps = 2.13F;

  float middle() const { return top_ + height_ / 2; }
  float gap() const { return page_.units(2.2F); }

  // For something of that size: in this row, which grows to its height, or in a new one.
  void make_room(float width, float height) {
    if (x_ > 0 && x_ + width > width_) {
      x_ = 0;
      top_ += height_ + page_.units(1.4F);
      height_ = height;
      row_ = {panel_.boxes.surfaces.size(), panel_.boxes.icons.size(), panel_.boxes.texts.size()};
    } else if (height > height_) {
      const float by = std::round((height - height_) / 2);
      height_ = height;
      const auto lower = [&](auto& boxes, std::size_t from) {
        for (std::size_t i = from; i < boxes.size(); ++i) {
          boxes[i].rect.y += by;
        }
      };
      lower(panel_.boxes.surfaces, row_.surfaces);
      lower(panel_.boxes.icons, row_.icons);
      lower(panel_.boxes.texts, row_.texts);
    }
  }

  // Where the boxes of the present row begin.
  struct RowBegin {
    std::size_t surfaces = 0;
    std::size_t icons = 0;
    std::size_t texts = 0;
  };

  const Page& page_;
  float width_;
  Panel& panel_;
  float x_ = 0;
  float top_ = 0;
  float height_ = 0;
  RowBegin row_;
  float times_cap_ = times_cap_largest;
};

// The speakers' photos in a row, those that are loaded.
Panel faces_panel(const Page& page, const std::vector<std::string>& photos, float width) {
  Panel panel;
  const float side = page.units(8.5F);
  const float gap = page.units(1);
  for (const std::string& photo : photos) {
    const float x = panel.width == 0 ? 0 : panel.width + gap;
    if (page.ruler.picture_size(photo) && x + side <= width * 0.4F) {
      panel.boxes.pictures.push_back({{x, 0, side, side}, photo, side / 2});
      panel.width = x + side;
      panel.height = side;
    }
  }
  return panel;
}

// The title, and the arrow before it where it is a way: it hangs beside the first line, so that all lines of the hall's
// name begin below each other.
struct Title {
  FittedText text;
  float x = 0;  // of the text; the arrow's box ends before it
};

Title fit_title(const Page& page, const Headline& headline, float width, float height, const HeadlineLook& look) {
  constexpr float arrow_in_caps = 1.35F;
  const bool is_cancelled = headline.mark.tone == Tone::alert && headline.mark.icon == Icon::cross;
  const float limit = is_cancelled ? title_cap_cancelled : title_cap_largest_short;
  TextStyle style = page.style(title_cap_wanted, 700);
  style.display = true;
  style.line_height = 1.14F;
  style.language = headline.language;
  FitBounds bounds{.width = width,
                   .height = height,
                   .largest_cap = page.unit * std::min(limit, look.title_largest_short),
                   .smallest_cap = page.unit * title_cap_smallest,
                   .largest_cap_of_long = page.unit * std::min(limit, look.title_largest),
                   .wanted = page.unit * std::max(cap_wanted(headline), look.title_another_line),
                   .hyphenated_below = look.hyphenated ? page.unit * title_cap_wanted : 0,
                   .language = page.language};
  if (!headline.way) {
    return {fit_text(page.ruler, headline.title, style, bounds), 0};
  }
  // The arrow is as large as the letters, and these depend on the room that it leaves.
  Title title;
  constexpr float near_enough = 0.93F;
  for (int attempt = 0; attempt < 4; ++attempt) {
    title.x = std::round(bounds.largest_cap * arrow_in_caps);
    bounds.width = width - title.x;
    bounds.largest_cap_of_long = std::min(bounds.largest_cap_of_long, bounds.largest_cap);
    title.text = fit_text(page.ruler, headline.title, style, bounds);
    const float cap = title.text.style.cap_height;
    if (cap >= bounds.largest_cap * near_enough || cap <= bounds.smallest_cap) {
      break;
    }
    bounds.largest_cap = cap / near_enough;
  }
  return title;
}

// What stands below the title, which gets the height that this leaves.
class Beneath {
 public:
  Beneath(const Page& page, const Headline& headline, float width, const HeadlineLook& look, bool track_shown)
      : page_(page), headline_(headline), width_(width) {
    std::vector<std::string> texts = headline.details;
    if (!headline.track.empty() && !track_shown) {
      texts.push_back(headline.track);
    }
    if (!headline.place.empty()) {
      place_ = cut_text(page.ruler, headline.place, page.style(way_place_cap, 600), width, 2);
    }
    set_subject_lines(3);
    faces_ = look.details > texts.size() ? faces_panel(page, headline.photos, width) : Panel{};
    const float faces_width = faces_.width > 0 ? faces_.width + page.units(1.8F) : 0;
    constexpr float measure_in_caps = 44;
    const float measure = page.unit * look.detail_cap * measure_in_caps;
    for (std::size_t i = 0; i < std::min(look.details, texts.size()); ++i) {
      lines_.push_back(cut_text(page.ruler, texts[i], page.style_of(texts[i], look.detail_cap, 400),
                                std::min(width - faces_width, measure), 2));
      lines_height_ += std::ceil(lines_.back().size.height) + (i == 0 ? 0 : page.units(0.4F));
    }
  }

  // The name of a moved session is never left out, but shortened where there is no room.
  void shorten_to(float height) {
    for (int most = 2; most > 0 && this->height() > height; --most) {
      set_subject_lines(most);
    }
  }

  float height() const {
    return (headline_.place.empty() ? 0 : page_.units(0.8F) + std::ceil(place_.size.height)) +
           (headline_.subject.empty() ? 0 : page_.units(1.6F) + std::ceil(subject_.size.height)) + details_gap() +
           details_height() + (headline_.progress ? page_.units(2.4F) + page_.units(1.1F) : 0);
  }

  // Returns the bottom.
  float add_to(Panel& panel, float y) const {
    if (!headline_.place.empty()) {
      y = panel.add(place_, {0, y + page_.units(0.8F)}, Ink::text);
    }
    if (!headline_.subject.empty()) {
      y = panel.add(subject_, {0, y + page_.units(1.6F)}, Ink::text);
    }
    y += details_gap();
    kiosk::place(faces_, {0, y}, panel.boxes);
    const float faces_width = faces_.width > 0 ? faces_.width + page_.units(1.8F) : 0;
    float line_y = y + std::max(0.0F, (details_height() - lines_height_) / 2);
    for (const FittedText& line : lines_) {
      line_y = panel.add(line, {faces_width, line_y}, Ink::quiet) + page_.units(0.4F);
    }
    y += details_height();
    return headline_.progress ? add_progress(panel, y + page_.units(2.4F)) : y;
  }

 private:
  void set_subject_lines(int most) {
    TextStyle style = page_.style_of(headline_.subject, 3, 600);
    style.line_height = 1.25F;
    style.language = headline_.language;
    subject_ = cut_title(page_.ruler, headline_.subject, style, width_, most);
  }

  float details_height() const { return std::max(lines_height_, faces_.height); }
  float details_gap() const { return details_height() == 0 ? 0 : page_.units(faces_.height > 0 ? 2 : 1.4F); }

  float add_progress(Panel& panel, float y) const {
    const float bar = page_.units(1.1F);
    const float done = std::round(width_ * static_cast<float>(*headline_.progress) / 1000);
    panel.boxes.surfaces.push_back({{0, y, width_, bar}, Surface::progress_track, bar / 2});
    // A bar shorter than its own height would be no bar but a dot.
    panel.boxes.surfaces.push_back({{0, y, std::max(done, bar), bar}, Surface::progress, bar / 2});
    return y + bar;
  }

  const Page& page_;
  const Headline& headline_;
  float width_;
  FittedText place_;
  FittedText subject_;
  Panel faces_;
  std::vector<FittedText> lines_;
  float lines_height_ = 0;
};

}  // namespace

HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             const HeadlineLook& look) {
  HeadlinePanel result;
  Panel& panel = result.panel;
  panel.width = width;
  MarkRows rows(page, width, panel);
  rows.add_chip(headline.mark, chip_cap_of_state(headline.mark));
  if (headline.change) {
    rows.add_chip(*headline.change, chip_cap(*headline.change));
  }
  if (!headline.times.empty()) {
    rows.add_times(headline.struck_times, headline.times);
  }
  const bool track_shown = !headline.track.empty() && rows.add_track(headline.track);
  result.times_cap = rows.times_cap();
  float y = rows.bottom() + page.units(2.2F);

  const float title_least = page.units(title_cap_smallest * 1.8F);
  Beneath beneath(page, headline, width, look, track_shown);
  beneath.shorten_to(height - y - title_least);
  const Title title = fit_title(page, headline, width, std::max(height - y - beneath.height(), title_least), look);
  const float title_y = y;
  y = panel.add(title.text, {title.x, y}, Ink::text);
  if (headline.way) {
    const float side = std::round(title.text.style.cap_height * 1.1F);
    const float middle = title_y + title.text.size.baseline - title.text.style.cap_height / 2;
    panel.boxes.icons.push_back({{0, std::round(middle - side / 2), side, side}, Icon::arrow, Ink::text});
  }
  y = beneath.add_to(panel, y);
  panel.height = y;
  const auto shown = [&] {
    return 0.99F * std::min(1.0F, static_cast<float>(title.text.text.size()) /
                                      static_cast<float>(std::max<std::size_t>(1, headline.title.size())));
  };
  result.title_cap = y > height       ? (height - y) / page.unit
                     : title.text.cut ? shown()
                                      : title.text.style.cap_height / page.unit;
  return result;
}

}  // namespace kiosk
