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

// Encodes the bytes as they are, in the smallest version that holds them at error correction level L, at
// the highest level that still fits that version: a reader at ten metres is limited by the size of a
// module first and by damage last. Nothing when there is no payload, or one over the standard's 2953 bytes.
std::optional<QrCode> encode_qr(std::string_view payload);

}  // namespace kiosk
