#include "commands/review.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/geometry.h"
#include "graphics/text.h"
#include "locales/wording.h"
#include "organizer/feed_findings.h"
#include "paint/paint_ruler.h"

namespace kiosk {
namespace {

std::vector<Size> screens_of(const Settings& settings) {
  std::vector<Size> screens = usual_screens;
  if (std::optional<Size> window = settings.window.windowed) {
    if (settings.display.rotate % 180 != 0) {
      std::swap(window->width, window->height);
    }
    if (std::find(screens.begin(), screens.end(), *window) == screens.end()) {
      screens.push_back(*window);
    }
  }
  return screens;
}

}  // namespace

struct Review::Reader {
  Instant now;
  std::vector<Size> screens;
  TextEngine engine{};
  PaintRuler ruler{engine};
  Wordings wordings{};
};

Review::Review(const LoadedSettings& loaded, Instant now)
    : reader_(new Reader{.now = now, .screens = screens_of(loaded.settings)}) {}

Review::~Review() = default;

std::vector<Problem> Review::findings(const FeedDocument& document) {
  return feed_findings(document.bytes, {.file = document.name,
                                        .time_zone = document.time_zone,
                                        .now = reader_->now,
                                        .ruler = &reader_->ruler,
                                        .wordings = &reader_->wordings,
                                        .screens = reader_->screens,
                                        .under = document.under});
}

}  // namespace kiosk
