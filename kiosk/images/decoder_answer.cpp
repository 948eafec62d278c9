#include "images/decoder_answer.h"

#include <algorithm>
#include <cstring>

namespace kiosk {
namespace {

constexpr std::uint32_t magic = 0x314B5644;  // "DVK1"

struct Header {
  std::uint32_t magic;
  std::uint32_t kind;
  std::uint32_t first;   // of a picture its width, of a reason its length
  std::uint32_t second;  // of a picture its height, of a reason zero
};
static_assert(sizeof(Header) == decoder_header_bytes);

}  // namespace

DecoderHeader to_header(const DecoderAnswer& answer) {
  const bool is_picture = answer.kind == DecoderAnswer::Kind::picture;
  const Header header{magic, static_cast<std::uint32_t>(answer.kind),
                      static_cast<std::uint32_t>(is_picture ? answer.size.width : static_cast<int>(answer.body)),
                      static_cast<std::uint32_t>(is_picture ? answer.size.height : 0)};
  DecoderHeader bytes;
  std::memcpy(bytes.data(), &header, sizeof(header));
  return bytes;
}

std::optional<DecoderAnswer> parse_decoder_header(std::string_view bytes) {
  Header header{};
  if (bytes.size() != sizeof(header)) {
    return std::nullopt;
  }
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != magic) {
    return std::nullopt;
  }
  const auto is_side = [](std::uint32_t side) { return side >= 1 && side <= std::uint32_t{most_picture_side}; };
  switch (header.kind) {
    case static_cast<std::uint32_t>(DecoderAnswer::Kind::picture):
      if (is_side(header.first) && is_side(header.second)) {
        return DecoderAnswer{.kind = DecoderAnswer::Kind::picture,
                             .size = {static_cast<int>(header.first), static_cast<int>(header.second)},
                             .body = std::size_t{header.first} * header.second * 4};
      }
      return std::nullopt;
    case static_cast<std::uint32_t>(DecoderAnswer::Kind::not_a_picture):
      if (header.first <= most_reason_bytes && header.second == 0) {
        return DecoderAnswer{.kind = DecoderAnswer::Kind::not_a_picture, .body = header.first};
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string parse_decoder_reason(std::string_view body) {
  std::string reason(body.substr(0, most_reason_bytes));
  std::replace_if(
      reason.begin(), reason.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return reason;
}

}  // namespace kiosk
