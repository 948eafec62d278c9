#include "commands/file_names.h"

namespace kiosk {

std::string file_name_of(std::string_view hall) {
  constexpr std::string_view safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (const char letter : hall) {
    if (safe.find(letter) != std::string_view::npos) {
      name += letter;
    } else {
      const auto byte = static_cast<unsigned char>(letter);
      name += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return name;
}

}  // namespace kiosk
