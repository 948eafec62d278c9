#include "settings/nearest_name.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"

namespace kiosk {
namespace {

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

}  // namespace

std::optional<std::string_view> nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
  constexpr std::size_t longest = 100;  // nobody mistypes a name into a page of text
  if (name.size() > longest) {
    return std::nullopt;
  }
  const auto distance = [name](std::string_view candidate) {
    return std::tuple(edit_distance(last_part(name), last_part(candidate)), edit_distance(name, candidate));
  };
  const auto nearest = std::min_element(
      known.begin(), known.end(), [&](std::string_view a, std::string_view b) { return distance(a) < distance(b); });
  if (nearest == known.end() ||
      std::get<0>(distance(*nearest)) > std::max<std::size_t>(1, last_part(*nearest).size() / 3)) {
    return std::nullopt;
  }
  return *nearest;
}

}  // namespace kiosk
