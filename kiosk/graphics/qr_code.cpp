#include "graphics/qr_code.h"

#include <algorithm>
#include <cstdint>
#include <qrcodegen.hpp>
#include <string>

namespace kiosk {
namespace {

using qrcodegen::QrSegment;

// Digits, and the 45 characters of ISO/IEC 18004's alphanumeric mode, take fewer modules in a mode of
// their own and are read back as the same bytes: HTTPS://LIBRARY.RU/1 gets larger modules for it.
QrSegment segment_of(const std::string& payload) {
  const bool whole = payload.find('\0') == std::string::npos;
  if (whole && QrSegment::isNumeric(payload.c_str())) {
    return QrSegment::makeNumeric(payload.c_str());
  }
  if (whole && QrSegment::isAlphanumeric(payload.c_str())) {
    return QrSegment::makeAlphanumeric(payload.c_str());
  }
  return QrSegment::makeBytes(std::vector<std::uint8_t>(payload.begin(), payload.end()));
}

}  // namespace

std::optional<QrCode> encode_qr(std::string_view payload, int least_modules) {
  using Code = qrcodegen::QrCode;
  constexpr std::size_t most_bytes = 2953;  // version 40-L, byte mode
  if (payload.empty() || payload.size() > most_bytes) {
    return std::nullopt;
  }
  // A version has four modules more than the one before it; the first has 21 (ISO/IEC 18004, 6.3.1).
  const int least = std::clamp((least_modules - 17 + 3) / 4, Code::MIN_VERSION, Code::MAX_VERSION);
  const auto code = Code::encodeSegments({segment_of(std::string(payload))}, Code::Ecc::LOW, least, Code::MAX_VERSION,
                                         /*mask: the best*/ -1, /*boostEcl: the highest level of this version*/ true);
  QrCode out;
  out.modules = code.getSize();
  out.dark.reserve(static_cast<std::size_t>(out.modules) * static_cast<std::size_t>(out.modules));
  for (int y = 0; y < out.modules; ++y) {
    for (int x = 0; x < out.modules; ++x) {
      out.dark.push_back(code.getModule(x, y));
    }
  }
  return out;
}

}  // namespace kiosk
