#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

// Exports have no field for "cancelled", so organizers write it before the title: "CANCELLED: …", "[Cancelled] …",
// "ОТМЕНЕНО – …". The title without that word, unless it has no other; nothing where it does not begin with one.
// In small letters and without brackets, a colon or a dash it is a title like any other: "Cancelled flights".
std::optional<std::string> cancelled_title(std::string_view title);

}  // namespace kiosk
