#include "technician/identify.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graphics/canvas.h"

namespace kiosk {
namespace {

constexpr Color paper{11, 61, 145, 255};  // no board's, so that nobody takes it for one
constexpr Color ink{255, 255, 255, 255};

// Shares of the short side, as a board's are (kiosk/README.md).
constexpr float margin = 0.05F;
constexpr float smallest = 0.02F;

struct Line {
  std::string text;
  float cap_height;  // of a capital, in shares of the short side, where it fits
  int most_lines;
  int weight;
  bool tabular = false;
};

// One a line, and no more than are read from across a room.
std::string joined(const std::vector<std::string>& addresses) {
  constexpr std::size_t most = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(addresses.size(), most); ++i) {
    text += (text.empty() ? "" : "\n") + addresses[i];
  }
  return text;
}

struct Placed {
  TextRequest request;
  TextExtent extent;
};

// As large as it may be where it takes no more lines than it may, and breaks no word.
Placed fitted(TextEngine& engine, const Line& line, float width, float short_side, float scale) {
  Placed placed{{.text = line.text,
                 .cap_height = line.cap_height * short_side * scale,
                 .weight = line.weight,
                 .display = true,
                 .tabular = line.tabular,
                 .width = width,
                 .line_height = 1.25F,
                 .align = TextAlign::center},
                {}};
  for (;;) {
    placed.extent = engine.measure(placed.request);
    const bool fits =
        placed.extent.lines <= line.most_lines && !placed.extent.broken_word && placed.extent.width <= width;
    if (fits || placed.request.cap_height <= smallest * short_side) {
      return placed;
    }
    placed.request.cap_height *= 0.9F;
  }
}

}  // namespace

void Identify::show(std::string host_name, std::vector<std::string> addresses, Time until) {
  host_name_ = std::move(host_name);
  addresses_ = std::move(addresses);
  until_ = until;
  fresh_ = true;
}

bool Identify::take(const std::vector<InputEvent>& /*input*/) {
  const bool was_shown = std::exchange(shown_, now_() < until_);
  if (!shown_) {
    textures_.clear();
    text_.reset();
  }
  return std::exchange(fresh_, false) || shown_ != was_shown;
}

void Identify::draw(const ScreenReport& report, ImguiFrame& frame) {
  if (!text_) {
    text_ = std::make_unique<TextEngine>();
  }
  const float width = static_cast<float>(frame.size().width);
  const float height = static_cast<float>(frame.size().height);
  const float short_side = std::min(width, height);
  const float free = short_side * margin;
  const std::vector<Line> lines{{host_name_, 0.2F, 2, 800},
                                {report.hall_name, 0.11F, 2, 600},
                                {report.hall == report.hall_name ? "" : report.hall, 0.06F, 1, 500},
                                {joined(addresses_), 0.07F, 4, 500, true}};
  std::vector<Placed> placed;
  float taken = 0;
  for (float scale = 1; placed.empty() || (taken > height - 2 * free && scale > 0.1F); scale *= 0.9F) {
    placed.clear();
    taken = 0;
    for (const Line& line : lines) {
      if (!line.text.empty()) {
        placed.push_back(fitted(*text_, line, width - 2 * free, short_side, scale));
        taken += placed.back().extent.height;
      }
    }
    if (placed.empty()) {
      return;
    }
  }
  const float gap = std::min(free, std::max(0.0F, height - 2 * free - taken) / static_cast<float>(placed.size()));
  float y = (height - taken - gap * static_cast<float>(placed.size() - 1)) / 2;
  Canvas canvas(frame);
  canvas.fill({0, 0, width, height}, paper);
  textures_.clear();
  for (const Placed& one : placed) {
    const TextBitmap bitmap = text_->rasterise(one.request, ink);
    if (!bitmap.pixels.empty()) {
      textures_.emplace_back(bitmap.size, bitmap.colored ? Texture::Format::rgba : Texture::Format::coverage,
                             Texture::Filter::nearest, bitmap.pixels);
      canvas.image(textures_.back(),
                   {std::floor(free) + bitmap.origin.x, std::floor(y) + bitmap.origin.y,
                    static_cast<float>(bitmap.size.width), static_cast<float>(bitmap.size.height)},
                   ink);
    }
    y += one.extent.height + gap;
  }
}

}  // namespace kiosk
