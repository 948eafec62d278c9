#include "layout/board_theme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace kiosk {
namespace {

std::optional<Color> color_of(std::optional<std::uint32_t> hex) {
  return hex ? std::optional(rgb(*hex)) : std::nullopt;
}

// The JSON pointer of the event's colour that a key takes; empty where the event says none.
std::string_view place_in(const EventColors& colors, std::string_view key) {
  return key == "theme.background" && colors.background ? "/event/colors/background"
         : key == "theme.accent" && colors.accent       ? "/event/colors/accent"
                                                        : "";
}

}  // namespace

BoardTheme board_theme(const LoadedSettings& loaded, const Schedule* schedule) {
  const EventColors event = schedule == nullptr ? EventColors{} : schedule->event().colors;
  const Readable shown =
      readable(theme_colors(loaded.settings.theme, color_of(event.background), color_of(event.accent)));

  BoardTheme result{shown.colors, {}};
  for (const Correction& correction : shown.corrections) {
    Problem problem{.severity = Severity::warning, .what = what_of(correction)};
    if (loaded.sources.contains(correction.key)) {
      problem.where = correction.key;
      problem = with_line_of_key(std::move(problem), loaded);
    } else if (const std::string_view place = place_in(event, correction.key); !place.empty()) {
      problem.file = without_credentials(loaded.settings.feed());
      problem.where = place;
    } else {
      continue;
    }
    result.problems.push_back(std::move(problem));
  }
  return result;
}

}  // namespace kiosk
