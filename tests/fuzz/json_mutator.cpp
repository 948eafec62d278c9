// Bytes changed at random are hardly ever JSON again. So half of the time a document is changed as such: a value goes,
// comes twice, takes another's place, or becomes one that readers might not expect.

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/expect.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using Json = nlohmann::ordered_json;
using Random = std::minstd_rand;

std::size_t below(Random& random, std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

void gather(Json& value, std::vector<Json*>& values) {
  values.push_back(&value);
  for (Json& inner : value) {
    if (value.is_structured()) {
      gather(inner, values);
    }
  }
}

Json odd_value(Random& random) {
  const Json values[] = {nullptr,
                         true,
                         false,
                         0,
                         -1,
                         1440,
                         INT64_MAX,
                         INT64_MIN,
                         1.5,
                         1e300,
                         "",
                         " ",
                         "all",
                         "2024-04-17T10:00:00+03:00",
                         "0000-01-01T00:00:00+23:59",
                         "9999-12-31T23:59:60-23:59",
                         "2024-03-31T02:30",
                         "https://example.org/",
                         "<b>*x*</b>&#8238;",
                         Json::array(),
                         Json::object(),
                         {{"ru", "а"}, {"en", "b"}},
                         {"gorky", "gorky"}};
  return values[below(random, std::size(values))];
}

void change_string(Json& value, Random& random) {
  constexpr std::size_t longest = 400;
  std::string text = value.get<std::string>();
  const std::size_t size = std::min(text.size(), longest);
  text.resize(longest + below(random, 4));
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
  value = text;
}

void change(Json& document, Random& random) {
  std::vector<Json*> values;
  gather(document, values);
  Json& value = *values[below(random, values.size())];
  switch (below(random, 5)) {
    case 0:
      value = odd_value(random);
      break;
    case 1:
      value = Json(*values[below(random, values.size())]);
      break;
    case 2:
      if (value.is_structured() && !value.empty()) {
        value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(below(random, value.size()))));
      }
      break;
    case 3:
      if (value.is_array() && !value.empty()) {
        value.push_back(Json(value[below(random, value.size())]));
      }
      break;
    default:
      if (value.is_string()) {
        change_string(value, random);
      }
      break;
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  Random random(seed);
  Json document =
      below(random, 2) == 0 ? Json::parse(data, data + size, nullptr, false) : Json(Json::value_t::discarded);
  if (document.is_discarded()) {
    return LLVMFuzzerMutate(data, size, most);
  }
  for (std::size_t count = 1 + below(random, 3); count > 0; --count) {
    change(document, random);
  }
  const std::string text = document.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > most) {
    return LLVMFuzzerMutate(data, size, most);
  }
  std::memcpy(data, text.data(), text.size());
  return text.size();
}
