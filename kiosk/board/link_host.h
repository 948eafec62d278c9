#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The part of a link that a person recognises: its host without "www.", port and credentials, an
// internationalised one in its own letters ("xn--80aesfpebagmfblc0a.xn--p1ai" is shown in Cyrillic).
// Empty for what is no absolute link.
std::string link_host(std::string_view url);

}  // namespace kiosk
