#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "json/json.h"

namespace kiosk {

// A value of a feed and the way to it, so that a problem can say where it is. It lives on the stack of
// whoever walks the document and points at its parent there; nothing is spelt out unless asked for.
class Place {
 public:
  explicit Place(const Json& document) : value_(&document) {}

  // A member that is there and not null.
  std::optional<Place> member(std::string_view key) const;
  // Precondition: an array longer than `index`.
  Place element(std::size_t index) const { return Place((*value_->array())[index], this, {}, index); }

  const Json& value() const { return *value_; }
  // Precondition: an object of more than `index` members, null ones among them.
  Place member_at(std::size_t index) const {
    const auto& [key, value] = (*value_->object())[index];
    return Place(value, this, key, 0);
  }

  int line() const { return value_->line(); }
  std::string pointer() const;  // JSON pointer (RFC 6901), "" for the document

 private:
  Place(const Json& value, const Place* parent, std::string_view key, std::size_t index)
      : value_(&value), parent_(parent), key_(key), index_(index) {}

  const Json* value_;
  const Place* parent_ = nullptr;
  std::string_view key_{};  // in an object
  std::size_t index_ = 0;   // in an array
};

// Whether a member is there and true.
bool is_true(const Place& object, std::string_view key);

// Calls the function with each element of a list; with none where there is no list.
template <class Function>
void for_each_element(const std::optional<Place>& list, Function function) {
  if (!list || list->value().array() == nullptr) {
    return;
  }
  for (std::size_t i = 0; i < list->value().array()->size(); ++i) {
    function(list->element(i));
  }
}

}  // namespace kiosk
