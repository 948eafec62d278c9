#include "screen/panels/headline.h"

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

struct MarkRow {
  float bottom = 0;
  bool track_shown = false;
};

// The state's chip with the times beside it, or below where they do not fit, and the track at the end of
// the row if there is room.
MarkRow add_mark_row(const Page& page, const Headline& headline, float width, Panel& panel) {
  const MarkLook look = look_of(headline.mark.tone);
  const float height = page.units(6.4F);
  const float icon = page.units(3);
  const float pad = page.units(2.2F);
  const float gap = page.units(2.6F);
  const float word_x = pad + icon + page.units(1.3F);
  TextStyle word_style = page.style(3, 650);
  word_style.display = true;
  const FittedText word = one_line(page, headline.mark.word, word_style, width - word_x - pad);
  const float chip_width = std::ceil(word_x + word.size.width + pad);
  panel.boxes.surfaces.push_back({{0, 0, chip_width, height}, look.surface, page.units(1.2F)});
  panel.boxes.icons.push_back({{pad, std::round((height - icon) / 2), icon, icon}, headline.mark.icon, look.ink});
  panel.add_line(word, word_x, height / 2, look.ink);

  MarkRow row{height, false};
  float x = chip_width + gap;
  if (!headline.times.empty()) {
    TextStyle style = page.style(3.5F, 600);
    style.display = true;
    style.tabular = true;
    const FittedText times = one_line(page, headline.times, style, width);
    if (x + times.size.width > width) {
      row.bottom = panel.add(times, {0, height + page.units(0.8F)}, Ink::text);
      return row;
    }
    x = panel.add_line(times, x, height / 2, Ink::text) + gap;
  }
  if (!headline.track.empty()) {
    const FittedText track = one_line(page, headline.track, page.style(2.5F, 400), width);
    if (x + track.size.width <= width) {
      panel.add_line(track, width - std::ceil(track.size.width), height / 2, Ink::quiet);
      row.track_shown = true;
    }
  }
  return row;
}

}  // namespace

HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             std::size_t details) {
  HeadlinePanel result;
  Panel& panel = result.panel;
  panel.width = width;
  const MarkRow mark_row = add_mark_row(page, headline, width, panel);
  float y = mark_row.bottom + page.units(2.2F);

  // What stands below the title is measured first: the title gets the rest.
  std::vector<FittedText> lines;
  const TextStyle detail_style = page.style(2.5F, 400);
  float below = headline.progress ? page.units(2.4F) + page.units(1.1F) : 0;
  std::vector<std::string> told = headline.details;
  if (!headline.track.empty() && !mark_row.track_shown) {
    told.push_back(headline.track);
  }
  for (std::size_t i = 0; i < std::min(details, told.size()); ++i) {
    lines.push_back(cut_text(page.ruler, told[i], detail_style, width, 2));
    below += std::ceil(lines.back().size.height) + (i == 0 ? page.units(1.4F) : page.units(0.4F));
  }

  TextStyle title_style = page.style(title_cap_wanted, 700);
  title_style.display = true;
  title_style.line_height = 1.14F;
  title_style.language = headline.language;
  const FittedText title = fit_text(page.ruler, headline.title, title_style,
                                    {.width = width,
                                     .height = std::max(height - y - below, page.units(title_cap_smallest * 1.8F)),
                                     .largest_cap = page.unit * title_cap_largest,
                                     .smallest_cap = page.unit * title_cap_smallest});
  y = panel.add(title, {0, y}, Ink::text);

  for (std::size_t i = 0; i < lines.size(); ++i) {
    y = panel.add(lines[i], {0, y + (i == 0 ? page.units(1.4F) : page.units(0.4F))}, Ink::quiet);
  }
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
