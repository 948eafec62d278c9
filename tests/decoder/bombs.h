#pragma once

#include <cstdint>
#include <string>

namespace kiosk::test {

// A deflate stream (RFC 1951) of so many zeros, 160 of which take a bit. Hundreds of megabytes are made in no time.
inline std::string deflated_zeros(std::uint64_t count) {
  std::string out;
  unsigned bits = 0;
  int used = 0;
  // Huffman codes begin with their highest bit, and fill bytes from the lowest.
  const auto put = [&](unsigned code, int length) {
    for (int bit = length - 1; bit >= 0; --bit) {
      bits |= (code >> static_cast<unsigned>(bit) & 1U) << static_cast<unsigned>(used);
      if (++used == 8) {
        out += static_cast<char>(bits);
        bits = 0;
        used = 0;
      }
    }
  };
  constexpr unsigned longest_run = 258;
  put(0b1, 1);         // the last block
  put(0b10, 2);        // of the fixed codes
  put(0b00110000, 8);  // a zero
  for (std::uint64_t written = 1; written < count; written += longest_run) {
    put(0b11000101, 8);  // 258 bytes
    put(0b00000, 5);     // as the one before
  }
  put(0b0000000, 7);  // the end
  put(0, 7);          // the rest of a byte
  return out;
}

inline std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U),
          static_cast<char>(value)};
}

// A PNG that says it has this size, and unpacks to so many zeros. `kind`: bits a channel, color type, 0, 0, interlaced.
inline std::string png_bomb(std::uint32_t width, std::uint32_t height, std::uint64_t zeros,
                            const std::string& kind = std::string("\x08\x02\0\0\0", 5)) {
  const auto chunk = [](const std::string& name, const std::string& content) {
    return big_endian(static_cast<std::uint32_t>(content.size())) + name + content + big_endian(0);
  };
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big_endian(width) + big_endian(height) + kind) +
         chunk("IDAT", "\x78\x01" + deflated_zeros(zeros) + big_endian(0)) + chunk("IEND", "");
}

// The baseline JPEG of 445 bytes whose codes are more than their lengths allow.
inline std::string jpeg_of_impossible_codes() {
  const auto segment = [](char marker, const std::string& content) {
    const std::size_t length = content.size() + 2;
    return std::string("\xff") + marker + static_cast<char>(length >> 8U) + static_cast<char>(length) + content;
  };
  std::string lengths(16, '\0');
  lengths[7] = 1;
  lengths[8] = '\xff';
  std::string values;
  for (int value = 0; value < 256; ++value) {
    values += static_cast<char>(value);
  }
  std::string scan;
  for (int i = 0; i < 8; ++i) {
    scan += std::string("\x80\0\0\0", 4);
  }
  return "\xff\xd8" + segment('\xe0', std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14)) +
         segment('\xdb', '\0' + std::string(64, '\1')) + segment('\xc0', std::string("\x08\0\x08\0\x08\1\1\x11\0", 9)) +
         segment('\xc4', '\0' + lengths + values) +
         segment('\xc4', std::string("\x10\0\1", 3) + std::string(14, '\0') + '\0') +
         segment('\xda', std::string("\1\1\0\0\x3f\0", 6)) + scan + "\xff\xd9";
}

// An SVG of a few hundred bytes that draws a rectangle 10^`depth` times.
inline std::string svg_of_uses(int depth) {
  std::string defs = "<rect id='u0' width='9' height='9'/>";
  for (int level = 0; level < depth; ++level) {
    defs += "<g id='u" + std::to_string(level + 1) + "'>";
    for (int i = 0; i < 10; ++i) {
      defs += "<use href='#u" + std::to_string(level) + "'/>";
    }
    defs += "</g>";
  }
  return "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><defs>" + defs + "</defs><use href='#u" +
         std::to_string(depth) + "'/></svg>";
}

}  // namespace kiosk::test
