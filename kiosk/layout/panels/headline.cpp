#include "layout/panels/headline.h"

#include <algorithm>

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

// Chips and times side by side, on further rows where they do not fit in one.
class MarkRows {
 public:
  MarkRows(const Page& page, float width, const Headline& headline, Panel& panel)
      : page_(page), width_(width), panel_(panel), largest_chip_(chip_cap_of_state(headline.mark)) {
    if (headline.change) {
      largest_chip_ = std::max(largest_chip_, chip_cap(*headline.change));
    }
  }

  // With capitals of `size` units.
  void add_chip(const Mark& mark, float size) {
    const MarkLook look = look_of(mark.tone);
    const float icon = page_.units(size);
    const float pad = page_.units(size * 0.73F);
    const float word_x = pad + icon + page_.units(size * 0.43F);
    TextStyle style = page_.style(size, 650);
    style.display = true;
    const FittedText word = one_line(page_, mark.word, style, width_ - word_x - pad);
    const float chip_width = std::ceil(word_x + word.size.width + pad);
    make_room(chip_width);
    const float chip_height = page_.units(size * chip_height_in_caps);
    const float top = top_ + std::round((height() - chip_height) / 2);
    panel_.boxes.surfaces.push_back({{x_, top, chip_width, chip_height}, look.surface, page_.units(size * 0.4F)});
    panel_.boxes.icons.push_back(
        {{x_ + pad, top_ + std::round((height() - icon) / 2), icon, icon}, mark.icon, look.ink});
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
      make_room(width_);
      set_cap(cap_within(width_, times_cap_narrow));
    }
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

  float bottom() const { return top_ + height(); }

 private:
  static constexpr float chip_height_in_caps = 2.13F;

  float height() const { return page_.units(largest_chip_ * chip_height_in_caps); }
  float middle() const { return top_ + height() / 2; }
  float gap() const { return page_.units(2.2F); }

  void make_room(float wanted) {
    if (x_ > 0 && x_ + wanted > width_) {
      x_ = 0;
      top_ += height() + page_.units(1.4F);
    }
  }

  const Page& page_;
  float width_;
  Panel& panel_;
  float largest_chip_;
  float x_ = 0;
  float top_ = 0;
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

}  // namespace

HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             std::size_t details) {
  HeadlinePanel result;
  Panel& panel = result.panel;
  panel.width = width;
  MarkRows rows(page, width, headline, panel);
  rows.add_chip(headline.mark, chip_cap_of_state(headline.mark));
  if (headline.change) {
    rows.add_chip(*headline.change, chip_cap(*headline.change));
  }
  if (!headline.times.empty()) {
    rows.add_times(headline.struck_times, headline.times);
  }
  const bool track_shown = !headline.track.empty() && rows.add_track(headline.track);
  float y = rows.bottom() + page.units(2.2F);

  // What stands below the title is measured first: the title gets the rest.
  std::vector<FittedText> lines;
  const TextStyle detail_style = page.style(2.5F, 400);
  float below = headline.progress ? page.units(2.4F) + page.units(1.1F) : 0;
  std::vector<std::string> texts = headline.details;
  if (!headline.track.empty() && !track_shown) {
    texts.push_back(headline.track);
  }
  // The place and the name of a moved session are never left out.
  TextStyle place_style = page.style(way_place_cap, 600);
  TextStyle subject_style = page.style(3, 600);
  subject_style.line_height = 1.25F;
  subject_style.language = headline.language;
  const FittedText place = cut_text(page.ruler, headline.place, place_style, width, 1);
  below += headline.place.empty() ? 0 : std::ceil(place.size.height) + page.units(0.8F);
  const float title_least = page.units(title_cap_smallest * 1.8F);
  FittedText subject = cut_text(page.ruler, headline.subject, subject_style, width, 3);
  for (int most = 2; most > 0 && y + title_least + below + subject.size.height + page.units(1.6F) > height; --most) {
    subject = cut_text(page.ruler, headline.subject, subject_style, width, most);
  }
  below += headline.subject.empty() ? 0 : std::ceil(subject.size.height) + page.units(1.6F);
  const Panel faces = details > texts.size() ? faces_panel(page, headline.photos, width) : Panel{};
  const float faces_width = faces.width > 0 ? faces.width + page.units(1.8F) : 0;
  float lines_height = 0;
  for (std::size_t i = 0; i < std::min(details, texts.size()); ++i) {
    lines.push_back(cut_text(page.ruler, texts[i], detail_style, width - faces_width, 2));
    lines_height += std::ceil(lines.back().size.height) + (i == 0 ? 0 : page.units(0.4F));
  }
  const float details_height = std::max(lines_height, faces.height);
  const float details_gap = details_height == 0 ? 0 : page.units(faces.height > 0 ? 2 : 1.4F);
  below += details_gap + details_height;

  TextStyle title_style = page.style(title_cap_wanted, 700);
  title_style.display = true;
  title_style.line_height = 1.14F;
  title_style.language = headline.language;
  const FittedText title = fit_text(page.ruler, headline.title, title_style,
                                    {.width = width,
                                     .height = std::max(height - y - below, title_least),
                                     .largest_cap = page.unit * title_cap_largest_short,
                                     .smallest_cap = page.unit * title_cap_smallest,
                                     .largest_cap_of_long = page.unit * title_cap_largest,
                                     .wanted = page.unit * cap_wanted(headline)});
  y = panel.add(title, {0, y}, Ink::text);
  if (!headline.place.empty()) {
    y = panel.add(place, {0, y + page.units(0.8F)}, Ink::text);
  }
  if (!headline.subject.empty()) {
    y = panel.add(subject, {0, y + page.units(1.6F)}, Ink::text);
  }

  y += details_gap;
  kiosk::place(faces, {0, y}, panel.boxes);
  float line_y = y + std::max(0.0F, (details_height - lines_height) / 2);
  for (const FittedText& line : lines) {
    line_y = panel.add(line, {faces_width, line_y}, Ink::quiet) + page.units(0.4F);
  }
  y += details_height;
  if (headline.progress) {
    y += page.units(2.4F);
    const float bar = page.units(1.1F);
    const float done = std::round(width * static_cast<float>(*headline.progress) / 1000);
    panel.boxes.surfaces.push_back({{0, y, width, bar}, Surface::progress_track, bar / 2});
    // A bar shorter than its own height would be no bar but a dot.
    panel.boxes.surfaces.push_back({{0, y, std::max(done, bar), bar}, Surface::progress, bar / 2});
    y += bar;
  }
  panel.height = y;
  result.title_cap = y > height ? (height - y) / page.unit : title.cut ? 0 : title.style.cap_height / page.unit;
  return result;
}

}  // namespace kiosk
