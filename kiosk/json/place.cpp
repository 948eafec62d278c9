#include "json/place.h"

#include <algorithm>

#include "base/feed_budget.h"

namespace kiosk {

std::optional<Place> Place::member(std::string_view key) const {
  const Json* found = value_->find(key);
  if (found == nullptr || found->is_null()) {
    return std::nullopt;
  }
  return Place(*found, this, key, 0);
}

std::string Place::pointer() const {
  if (parent_ == nullptr) {
    return "";
  }
  std::string text = parent_->pointer() + '/';
  if (parent_->value().array() != nullptr) {
    return text + std::to_string(index_);
  }
  // Each finding holds its own: a key of megabytes is cut, between two characters.
  std::size_t cut = std::min(key_.size(), feed_budget.id);
  while (cut > 0 && cut < key_.size() && (static_cast<unsigned char>(key_[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  for (const char c : key_.substr(0, cut)) {
    text += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  }
  return cut < key_.size() ? text + "…" : text;
}

}  // namespace kiosk
