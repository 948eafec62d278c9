#include "board/link_host.h"

#include "locales/host_name.h"

namespace kiosk {

std::string link_host(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  // An IPv6 address keeps its colons.
  host = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  std::string readable = host_to_read(host);
  // "www.com" is a name like any other.
  if (readable.starts_with("www.") && readable.find('.', 4) != std::string::npos) {
    readable.erase(0, 4);
  }
  return readable;
}

}  // namespace kiosk
