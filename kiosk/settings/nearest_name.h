#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

// The known dotted name that someone who wrote `name` most likely meant: the one whose last part is nearest
// (base/words.h), wherever it stands, and in the name's own table first. Nothing where none is near.
std::optional<std::string_view> nearest_name(std::string_view name, std::vector<std::string_view> known);

}  // namespace kiosk
