#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kiosk {

// Where a value of a JSON document stands among its bytes, for changes that leave all others alone (json/edit.h).
struct JsonSpan {
  enum class Kind { scalar, array, object };
  Kind kind = Kind::scalar;
  std::size_t begin = 0;      // of the first byte
  std::size_t end = 0;        // behind the last one
  std::string key{};          // in an object, unescaped
  std::size_t key_begin = 0;  // of its opening quote; where there is no key, as `begin`
  std::size_t key_end = 0;
  std::vector<JsonSpan> children{};  // in the order they are written
};

// The whole document's, as parse_json() (json/json.h) reads it: what that refuses is refused in the same words.
Result<JsonSpan> json_spans(std::string_view text);

}  // namespace kiosk
