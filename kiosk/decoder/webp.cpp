#include "decoder/webp.h"

#include <cstdint>
#include <memory>

#include <webp/decode.h>
#include <webp/demux.h>

namespace kiosk {

bool is_webp(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

Decoded<Image> decode_webp(std::string_view bytes) {
  const auto damaged = [] { return tl::unexpected(NotAPicture("the WebP is damaged")); };
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK) {
    return damaged();
  }
  Image image{{features.width, features.height}, {}};
  if (NotAPicture too_much = judge_size(image.size, bytes.size()); !too_much.empty()) {
    return tl::unexpected(std::move(too_much));
  }
  // Decodes stills, too.
  const WebPData whole{data, bytes.size()};
  const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(WebPAnimDecoderNew(&whole, nullptr),
                                                                                   &WebPAnimDecoderDelete);
  WebPAnimInfo info{};
  std::uint8_t* rgba = nullptr;
  int milliseconds = 0;
  if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0 ||
      info.canvas_width != static_cast<std::uint32_t>(image.size.width) ||
      info.canvas_height != static_cast<std::uint32_t>(image.size.height) ||
      WebPAnimDecoderGetNext(decoder.get(), &rgba, &milliseconds) == 0) {
    return damaged();
  }
  image.rgba.assign(rgba, rgba + static_cast<std::ptrdiff_t>(image.size.width) * image.size.height * 4);
  return image;
}

}  // namespace kiosk
