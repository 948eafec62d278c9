#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The part of a link that a person recognises: its host, without "www.", port and credentials, as locales/host_name.h
// says it should be read: "xn--80aesfpebagmfblc0a.xn--p1ai" in Cyrillic letters, a name that could be taken for another
// in punycode. Empty where the link is not absolute.
std::string link_host(std::string_view url);

}  // namespace kiosk
