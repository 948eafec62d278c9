#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// What two writings of one name have in common: upper or lower case, in whatever Unicode form (NFKC_Casefold,
// Unicode 3.13).
std::string case_folded(std::string_view text);

}  // namespace kiosk
