#pragma once

#include <cstdint>
#include <string_view>

namespace kiosk {

// Differs for two bodies, and for a torn one and the whole one. The same on every machine, since it is written to disk.
// Protects no secret. FNV-1a, 64 bits.
constexpr std::uint64_t body_hash(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325U) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  return hash;
}

}  // namespace kiosk
