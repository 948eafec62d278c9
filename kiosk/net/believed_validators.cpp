#include "net/believed_validators.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "net/times.h"

namespace kiosk {
namespace {

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A time of this century as servers write it: eight hexadecimal digits, or ten decimal ones.
std::optional<Instant> seconds_in(std::string_view part) {
  constexpr std::size_t hexadecimal = 8;
  constexpr std::size_t decimal = 10;
  if (part.size() != hexadecimal && part.size() != decimal) {
    return std::nullopt;
  }
  std::int64_t seconds = 0;
  const char* end = part.data() + part.size();
  const auto [rest, error] = std::from_chars(part.data(), end, seconds, part.size() == hexadecimal ? 16 : 10);
  return error == std::errc() && rest == end ? std::optional(Instant(std::chrono::seconds(seconds))) : std::nullopt;
}

// Digits that would be a time further ahead are none: no file is written tomorrow.
bool is_fresh_time(std::string_view part, std::optional<Instant> date) {
  constexpr std::chrono::hours clocks_differ{24};
  const auto time = seconds_in(part);
  return time && (!date || (*date - *time < validators_settle && *time - *date < clocks_differ));
}

bool holds_fresh_time(std::string_view etag, std::optional<Instant> date) {
  while (!etag.empty()) {
    const auto begin = std::find_if(etag.begin(), etag.end(), is_letter_or_digit);
    const auto end = std::find_if_not(begin, etag.end(), is_letter_or_digit);
    if (is_fresh_time(std::string_view(begin, end), date)) {
      return true;
    }
    etag = std::string_view(end, etag.end());
  }
  return false;
}

}  // namespace

Validators believed_validators(Validators said, std::optional<Instant> date) {
  if (holds_fresh_time(said.etag, date)) {
    return {};
  }
  const auto modified = http_date(said.last_modified);
  if (!modified || !date || *date - *modified < validators_settle) {
    said.last_modified.clear();
  }
  return said;
}

}  // namespace kiosk
