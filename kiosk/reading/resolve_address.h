#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk {

// The absolute address of a picture that a feed names, by the address of the feed itself (RFC 3986, section
// 5.2). A feed from the web may name web addresses alone: whoever writes it shall not choose files of the
// kiosk. A feed that is a file names paths from its own folder, or web addresses. With an empty `base` the
// address stays as it is. Blanks of a web address become %20.
//
// Pure: whether anything lies there is not asked. The problem says what is wrong and what would be right; it has
// neither file nor place. The result may hold the user and password of `base`: see without_credentials().
Result<std::string> resolve_address(std::string_view address, std::string_view base);

}  // namespace kiosk
