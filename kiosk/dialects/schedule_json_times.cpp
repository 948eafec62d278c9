#include "dialects/schedule_json_times.h"

#include <charconv>
#include <string>
#include <vector>

#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// The numbers between colons; empty where anything else stands there, or more than `most` of them.
std::vector<int> numbers(std::string_view text, std::size_t most) {
  constexpr std::size_t most_digits = 6;
  std::vector<int> result;
  while (true) {
    const std::size_t colon = text.find(':');
    const std::string_view digits = text.substr(0, colon);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 0 || digits.size() > most_digits ||
        result.size() == most) {
      return {};
    }
    result.push_back(number);
    if (colon == std::string_view::npos) {
      return result;
    }
    text.remove_prefix(colon + 1);
  }
}

}  // namespace

std::optional<std::chrono::minutes> parse_session_length(std::string_view text) {
  constexpr std::chrono::hours longest{366 * 24};
  const std::vector<int> parts = numbers(text, 3);
  std::chrono::minutes duration{0};
  if (parts.size() == 1) {
    duration = std::chrono::minutes(parts[0]);
  } else if (parts.size() == 2 && parts[1] < 60) {
    duration = std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]);
  } else if (parts.size() == 3 && parts[1] < 24 && parts[2] < 60) {
    duration = date::days(parts[0]) + std::chrono::hours(parts[1]) + std::chrono::minutes(parts[2]);
  } else {
    return std::nullopt;
  }
  return duration <= longest ? std::optional(duration) : std::nullopt;
}

std::optional<std::chrono::seconds> parse_wall_clock(std::string_view text) {
  const std::vector<int> parts = numbers(text, 3);
  if (parts.size() < 2 || parts[0] >= 48 || parts[1] >= 60 || (parts.size() == 3 && parts[2] >= 60)) {
    return std::nullopt;
  }
  return std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]) +
         std::chrono::seconds(parts.size() == 3 ? parts[2] : 0);
}

std::optional<date::local_days> parse_day(std::string_view text) {
  const auto midnight = parse_instant(std::string(text.substr(0, 10)) + "T00:00:00Z");
  return midnight ? std::optional(date::local_days(date::floor<date::days>(*midnight).time_since_epoch()))
                  : std::nullopt;
}

}  // namespace kiosk
