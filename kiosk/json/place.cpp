#include "json/place.h"

#include "base/feed_budget.h"
#include "base/text_front.h"

namespace kiosk {

std::optional<Place> Place::member(std::string_view key) const {
  const Json* found = value_->find(key);
  if (found == nullptr || found->is_null()) {
    return std::nullopt;
  }
  return Place(*found, this, key, 0);
}

bool is_true(const Place& object, std::string_view key) {
  const Json* value = object.value().find(key);
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

std::string Place::pointer() const {
  if (parent_ == nullptr) {
    return "";
  }
  std::string text = parent_->pointer() + '/';
  if (parent_->value().array() != nullptr) {
    return text + std::to_string(index_);
  }
  // Each finding holds its own: a key of megabytes is cut.
  const std::string_view key = front_of(key_, feed_budget.id);
  for (const char c : key) {
    text += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  }
  return key.size() < key_.size() ? text + "…" : text;
}

}  // namespace kiosk
