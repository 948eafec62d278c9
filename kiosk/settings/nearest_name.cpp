#include "settings/nearest_name.h"

#include <algorithm>

#include "base/words.h"

namespace kiosk {
namespace {

std::size_t length_of_table(std::string_view name) { return name.rfind('.') + 1; }

std::string_view table_of(std::string_view name) { return name.substr(0, length_of_table(name)); }

std::string_view last_part(std::string_view name) { return name.substr(length_of_table(name)); }

}  // namespace

std::optional<std::string_view> nearest_name(std::string_view name, std::vector<std::string_view> known) {
  std::stable_partition(known.begin(), known.end(),
                        [&](std::string_view candidate) { return table_of(candidate) == table_of(name); });
  std::vector<std::string_view> last_parts;
  std::transform(known.begin(), known.end(), std::back_inserter(last_parts), last_part);
  const std::string_view* meant = nearest(last_part(name), last_parts);
  return meant == nullptr ? std::nullopt : std::optional(known[static_cast<std::size_t>(meant - last_parts.data())]);
}

}  // namespace kiosk
