#pragma once

#include <cstddef>
#include <string_view>

namespace kiosk {

// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into
// the other (optimal string alignment). Counts bytes: exact for ASCII, near enough for a hint elsewhere.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace kiosk
