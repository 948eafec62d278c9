#include "json/place.h"

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
  for (const char c : key_) {
    text += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  }
  return text;
}

}  // namespace kiosk
