#include "commands/file_names.h"

#include <sstream>

#include "base/body_hash.h"

namespace kiosk {
namespace {

// File systems take 255 bytes; an instant and ".png" follow.
constexpr std::size_t longest_name = 200;

}  // namespace

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
  if (name.size() > longest_name) {
    std::ostringstream hash;
    hash << '~' << std::hex << body_hash(hall);  // '~' stands in no name that was not cut
    name = name.substr(0, longest_name - hash.str().size()) + hash.str();
  }
  return name;
}

}  // namespace kiosk
