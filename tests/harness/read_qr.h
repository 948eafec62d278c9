#pragma once

#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

#include <cstdint>
#include <string>
#include <vector>

#include "graphics/offscreen.h"

// Reads QR codes back as a phone would, by ZXing: 1.4 on Debian 12, 2.x later.

// The payloads of every QR code in the picture, byte for byte, in ZXing's order.
inline std::vector<std::string> read_qr_codes(const kiosk::Image& image) {
  std::vector<std::uint8_t> grey;
  grey.reserve(image.rgba.size() / 4);
  for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
    grey.push_back(
        static_cast<std::uint8_t>((299 * image.rgba[i] + 587 * image.rgba[i + 1] + 114 * image.rgba[i + 2]) / 1000));
  }
  const ZXing::ImageView view(grey.data(), image.size.width, image.size.height, ZXing::ImageFormat::Lum);
#if ZXING_VERSION_MAJOR >= 2 && (ZXING_VERSION_MAJOR > 2 || ZXING_VERSION_MINOR >= 2)
  ZXing::ReaderOptions options;
#else
  ZXing::DecodeHints options;
#endif
  options.setFormats(ZXing::BarcodeFormat::QRCode);
  options.setTryHarder(true);
  std::vector<std::string> payloads;
  for (const auto& code : ZXing::ReadBarcodes(view, options)) {
    if (code.isValid()) {
      payloads.emplace_back(code.bytes().begin(), code.bytes().end());
    }
  }
  return payloads;
}
