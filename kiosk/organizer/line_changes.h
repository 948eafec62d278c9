#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The lines of a text that change, "-" before the old and "+" before the new ones, with the number of the first old one
// before each group: "@ 57". Safe to print. Pure; groups that are very long are shown as one replaced whole.
std::string line_changes(std::string_view before, std::string_view after);

}  // namespace kiosk
