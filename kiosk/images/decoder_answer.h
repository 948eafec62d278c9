#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"

namespace kiosk {

// What the program that decodes pictures answers, over a pipe: a header, then a body. Both ends are of one build on one
// machine, so numbers have the machine's byte order. The reader trusts nothing of it: a picture may have taken the
// other end over.
struct DecoderAnswer {
  enum class Kind : std::uint32_t {
    picture = 1,        // the body is straight RGBA rows from the top, without padding
    not_a_picture = 2,  // the body is a text: why the bytes cannot be shown
  };
  Kind kind = Kind::not_a_picture;
  Size size{};           // of the picture
  std::size_t body = 0;  // bytes that follow the header
  friend bool operator==(const DecoderAnswer&, const DecoderAnswer&) = default;
};

// No picture of a board is shown larger than a full screen of the most common size.
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
inline constexpr int most_picture_side = 192;  // an SVG takes as long as it has pixels
#else
inline constexpr int most_picture_side = 1920;
#endif
inline constexpr std::size_t most_reason_bytes = 500;

inline constexpr std::size_t decoder_header_bytes = 16;
using DecoderHeader = std::array<char, decoder_header_bytes>;

DecoderHeader to_header(const DecoderAnswer& answer);

// Nothing where it is no such header, or promises more than a picture of most_picture_side a side or a reason of
// most_reason_bytes.
std::optional<DecoderAnswer> parse_decoder_header(std::string_view bytes);

// The reason as it may stand in a log: printable ASCII, everything else becomes "?".
std::string parse_decoder_reason(std::string_view body);

}  // namespace kiosk
