#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// A hall id as a file's name: anything outside [A-Za-z0-9_-] percent-encoded byte by byte.
std::string file_name_of(std::string_view hall);

}  // namespace kiosk
