#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

// The modules of a QR code (ISO/IEC 18004), without its quiet zone.
struct QrCode {
  int modules = 0;         // on a side: 21 to 177
  std::vector<bool> dark;  // modules * modules, rows from the top
  bool is_dark(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(modules) + static_cast<std::size_t>(x)];
  }
};

// Encodes the bytes as they are, in the smallest version that holds them, at the highest level of error correction that
// fits that version: from ten metres large modules matter most. Nothing for an empty payload, and for one of more than
// the standard's 2953 bytes. With `least_modules` on a side, in no smaller version: for codes that stand together and
// are to look alike.
std::optional<QrCode> encode_qr(std::string_view payload, int least_modules = 0);

}  // namespace kiosk
