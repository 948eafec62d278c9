#include "reading/web_address.h"

#include <algorithm>
#include <string>

#include "base/printable.h"
#include "base/url.h"
#include "locales/host_name.h"

namespace kiosk {
namespace {

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::stoi(std::string(text)) <= 65535;
}

std::string_view fault_of_characters(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (next.code == CodePoint::invalid) {
      return "holds bytes that are no UTF-8";
    }
    if (next.code == ' ' || next.code == 0xA0 || next.code == 0x3000) {
      return "holds a blank";
    }
    if (next.code == '\\') {
      return "holds a backslash, which browsers take for a slash";
    }
    if (steers(next.code)) {
      return "holds a control character, which people cannot see";
    }
    text.remove_prefix(next.bytes);
  }
  return {};
}

}  // namespace

std::string_view fault_of_web_address(std::string_view address) {
  if (!is_http_url(address)) {
    return "is not a web address";
  }
  if (const std::string_view fault = fault_of_characters(address); !fault.empty()) {
    return fault;
  }
  std::string_view host = address.substr(address.find("://") + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (host.empty()) {
    return "is not a web address: it names no host";
  }
  if (host.find('@') != std::string_view::npos) {
    return "holds a user's name before the host, which people take for the host";
  }
  const std::size_t bracket = host.find(']');  // the colons of an IPv6 address stand before it
  if (const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
      colon != std::string_view::npos) {
    if (!is_port(host.substr(colon + 1))) {
      return "has a port that is none";
    }
    host = host.substr(0, colon);
  }
  return is_host_as_opened(host) ? std::string_view() : "has a host that is none, or not written as browsers open it";
}

}  // namespace kiosk
