#include "layout/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/board_frame.h"
#include "layout/landscape.h"
#include "layout/panels/bands.h"
#include "layout/panels/emergency.h"
#include "layout/panels/header.h"
#include "layout/panels/headlines.h"
#include "layout/panels/recordings.h"
#include "layout/panels/technician_lines.h"
#include "layout/several.h"
#include "layout/upright.h"
#include "layout/whole_layout.h"

namespace kiosk {
namespace {

// Units: hundredths of the short side.
constexpr float side_margin = 6;
constexpr float side_margin_squarish = 4;
constexpr float top_margin = 4;
constexpr float bottom_margin = 3.6F;
constexpr float shade_when_dimmed = 0.65F;

class BoardLayout {
 public:
  BoardLayout(const Board& board, Size size, Ruler& ruler)
      : board_(board),
        page_{ruler, static_cast<float>(size.short_side()) / 100, board.right_to_left, board.language},
        shape_(shape_of(size)),
        width_(static_cast<float>(size.width)),
        height_(static_cast<float>(size.height)),
        margin_(page_.units(shape_ == Shape::squarish ? side_margin_squarish : side_margin)),
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
    if (board_.emergency) {
      const float top = page_.units(top_margin);
      place(emergency_panel(page_, board_, inner_, foot_ - top), {margin_, top}, layout_);
      alarm(layout_);
      return;
    }
    if (!board_.bands.empty()) {
      const Panel bands = bands_panel(page_, board_.bands, board_.turn, width_, margin_);
      place(bands, {0, height_ - bands.height}, layout_);
      foot_ = height_ - bands.height - page_.units(section_gap);
    }
    if (!board_.warning.empty()) {
      const Panel warning = warning_panel(page_, board_.warning, inner_);
      foot_ -= warning.height;
      place(warning, {margin_, foot_ + page_.units(1)}, layout_);
    }
    const Panel header = header_panel(page_, board_, inner_);
    place(header, {margin_, page_.units(top_margin)}, layout_);
    body_top_ = page_.units(top_margin) + header.height + page_.units(2);
    if (!board_.headlines.empty()) {
      body();
    }
  }

  void body() {
    const BoardFrame frame{board_, page_, shape_, width_, height_, margin_, inner_, body_top_, foot_, layout_};
    if (!board_.recordings.empty()) {
      recordings();
    } else if (board_.headlines.size() > 1) {
      lay_out_several(frame);
    } else if (shape_ == Shape::upright) {
      lay_out_upright(frame);
    } else {
      lay_out_landscape(frame);
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
    const float gap = page_.units(section_gap);
    // The headline's title has a little less for a third line of the recordings' titles.
    const float most = foot_ - body_top_ - page_.units(shape_ != Shape::upright ? 14 : 27) - gap;
    const auto [grid, page] =
        recordings_panel(page_, board_.recordings, board_.turn, inner_, most - page_.units(3), most);
    const float room = foot_ - body_top_ - (grid.height > 0 ? grid.height + gap : 0);
    Headline words = board_.headlines.front();
    words.track = page;
    HeadlineLook look;
    look.details = all_details(words);
    Panel headline = headline_panel(page_, words, inner_, room, look).panel;
    if (headline.height > room) {
      look.details = 0;
      headline = headline_panel(page_, words, inner_, room, look).panel;
    }
    place(headline, {margin_, body_top_}, layout_);
    const float grid_top = body_top_ + headline.height + gap;
    const float spare = std::max(0.0F, foot_ - grid_top - grid.height);
    place(grid, {margin_, grid_top + std::round(spare * 0.3F)}, layout_);
  }

  const Board& board_;
  Page page_;
  Shape shape_;
  float width_;
  float height_;
  float margin_;
  float inner_;
  float body_top_ = 0;
  float foot_ = 0;  // where the lowest panel ends
  Layout layout_;
};

}  // namespace

Layout lay_out(const Board& board, Size size, Ruler& ruler) { return BoardLayout(board, size, ruler).lay_out(); }

}  // namespace kiosk
