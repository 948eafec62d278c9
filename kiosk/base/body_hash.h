#pragma once

#include <cstdint>
#include <string_view>

namespace kiosk {

// Tells one body from another, and a torn one from a whole one; the same on every machine, since it is
// written to disk. Nothing secret hangs on it. FNV-1a, 64 bits (draft-eastlake-fnv).
constexpr std::uint64_t body_hash(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325U) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  return hash;
}

}  // namespace kiosk
