#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "base/geometry.h"
#include "images/image.h"

namespace kiosk {

// What a picture may cost, judged by its header before anything is unpacked.
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
inline constexpr std::int64_t most_pixels = 1'000'000;  // more would be slow, and more of the same
#else
inline constexpr std::int64_t most_pixels = 16'000'000;
#endif
// Of width and height. A strip of a pixel by millions takes longer to shrink than any photo.
inline constexpr int most_side = 16'384;
// A small file that unpacks to much is fine; a large one for few pixels hides something. Sixteen bits a channel,
// uncompressed, are 8 bytes a pixel; profiles, previews and comments may come to the rest.
inline constexpr std::size_t most_bytes_beside_pixels = 256U << 10U;
inline constexpr std::size_t most_bytes_a_pixel = 8;
// Of an SVG, which says no pixels.
inline constexpr std::size_t most_svg_bytes = 1U << 20U;

// Why bytes cannot be shown, in ASCII.
using NotAPicture = std::string;
template <class T>
using Decoded = tl::expected<T, NotAPicture>;

// Empty: the picture is within its limits.
NotAPicture judge_size(Size size, std::size_t bytes);

// PNG, JPEG, BMP, the first frame of a GIF or WebP, or an SVG without text, to pixels of at most most_picture_side a
// side; alpha is kept. A photo comes out upright, however the camera was held (Exif 2.32, "Orientation"). May need
// hundreds of megabytes, and seconds, and may crash where a library has a fault: to be called in a process of its own
// that may die, see limit_this_process().
Decoded<Image> decode_picture(std::string_view bytes);

}  // namespace kiosk
