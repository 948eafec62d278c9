#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

// The known dotted name that someone who wrote `name` most likely meant: its last part is at most a third
// away, wherever it stands. Nothing where none is near.
std::optional<std::string_view> nearest_name(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace kiosk
