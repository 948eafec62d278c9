#pragma once

#include <optional>
#include <string_view>

namespace kiosk {

// Names of a settings file have two parts, and are parsed by recursion: each dot costs stack.
inline constexpr int most_parts_of_a_name = 32;

// The first line, from 1, on which more dots stand outside texts and comments than a name of so many parts has; nothing
// where there is none. Of what is no TOML it may say anything. Pure, O(n).
std::optional<int> line_of_endless_name(std::string_view toml);

}  // namespace kiosk
