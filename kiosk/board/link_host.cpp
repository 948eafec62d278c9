#include "board/link_host.h"

#include <cstdint>
#include <memory>

#include <unicode/bytestream.h>
#include <unicode/idna.h>

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
  if (host.starts_with('[')) {  // an IPv6 address keeps its colons
    return std::string(host.substr(0, host.find(']') + 1));
  }
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) {
    host.remove_prefix(4);
  }

  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(UIDNA_DEFAULT, code));
  if (U_SUCCESS(code)) {
    std::string readable;
    icu::StringByteSink<std::string> sink(&readable);
    icu::IDNAInfo info;
    idna->nameToUnicodeUTF8({host.data(), static_cast<std::int32_t>(host.size())}, sink, info, code);
    if (U_SUCCESS(code) && !info.hasErrors()) {
      return readable;
    }
  }
  return std::string(host);
}

}  // namespace kiosk
