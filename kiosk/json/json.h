#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace kiosk {

// A JSON document whose every value knows the line it begins on, so that a problem can name it, and whose
// objects keep the order they were written in, so that the language written first is the first.
// nlohmann/json reads the syntax; its own values know neither.
class Json {
 public:
  using Array = std::vector<Json>;
  // As written; a key may stand twice. Looking a key up is linear: an object of a feed has a dozen.
  using Object = std::vector<std::pair<std::string, Json>>;

  template <class T>
  Json(T value, int line) : value_(std::move(value)), line_(line) {}

  int line() const { return line_; }  // 1-based

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  // Null pointers where the value is of another type.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const double* fraction() const { return std::get_if<double>(&value_); }  // a number that is no integer
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  Array* array() { return std::get_if<Array>(&value_); }
  Object* object() { return std::get_if<Object>(&value_); }

  // The value of a key, the last one where it stands twice; null for no such key or no object.
  const Json* find(std::string_view key) const;
  // The string of a key; null where it has none.
  const std::string* find_text(std::string_view key) const;

  // For people: "text", 12, true, nothing, a list, an object.
  std::string describe() const;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value_;
  int line_;
};

// Parses the whole text (RFC 8259, UTF-8, a byte order mark is skipped). The problem has line and what,
// no file. More values, or nested deeper, than base/feed_budget.h lets them are refused before memory is spent on them:
// they are no feed. `give_up` is asked every few thousand values; where it says so, the problem is reading_given_up().
Result<Json> parse_json(std::string_view text, const std::function<bool()>& give_up = {});

// The problem of a read that took too long.
Problem reading_given_up();

}  // namespace kiosk
