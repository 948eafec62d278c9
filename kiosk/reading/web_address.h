#pragma once

#include <string_view>

namespace kiosk {

// Why an address may not be put into a code, in words that follow it in a problem: "holds a backslash, which browsers
// take for a slash". Empty where it may. Pure.
//
// Scanners hand the bytes to a browser, which reads them by the URL Standard and forgives what RFC 3986 does not admit:
// it drops line feeds, takes backslashes for slashes and any number of slashes for two. People read them by eye. So
// only addresses pass that both read alike: http:// or https://; a host as it is opened (locales/host_name.h), without
// user or password; a decimal port or none; and nowhere a blank, a backslash, or a character that steers what shows it
// (base/printable.h). Other characters behind the host are left to the browser.
std::string_view fault_of_web_address(std::string_view address);

inline bool is_web_address(std::string_view address) { return fault_of_web_address(address).empty(); }

}  // namespace kiosk
