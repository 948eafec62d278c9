#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The part of a link that a person recognises: its host, without "www.", port and credentials. An internationalised
// host is in its own letters: "xn--80aesfpebagmfblc0a.xn--p1ai" in Cyrillic ones. Empty where the link is not absolute.
std::string link_host(std::string_view url);

}  // namespace kiosk
