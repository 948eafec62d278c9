#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// What of two documents of a venue feed differs, hall by hall, session by session and notice by notice, each known by
// its id: "session opening: title.en: "Opening" → "Welcome"". One line each, safe to print; empty where both say the
// same. Documents that are no JSON say nothing. Pure.
std::string member_changes(std::string_view before, std::string_view after);

}  // namespace kiosk
