#include "exports/schedule_json_times.h"

#include <array>
#include <charconv>
#include <cstddef>
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

// "P1DT2H30M": each unit once and in its order, those of the clock behind a T, since M before it counts months.
std::optional<std::chrono::minutes> iso_length(std::string_view text) {
  constexpr std::string_view order = "PDTHMS";
  constexpr std::array<std::chrono::seconds, order.size()> lengths{std::chrono::seconds(0), date::days(1),
                                                                   std::chrono::seconds(0), std::chrono::hours(1),
                                                                   std::chrono::minutes(1), std::chrono::seconds(1)};
  constexpr std::ptrdiff_t most_digits = 6;
  std::chrono::seconds total{0};
  std::size_t unit = std::string_view::npos;  // the one before
  bool has_clock = false;
  while (!text.empty()) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::ptrdiff_t digits = end - text.data();
    text.remove_prefix(static_cast<std::size_t>(digits));
    const std::size_t next = text.empty() ? std::string_view::npos : order.find(text.front());
    const bool in_order = next != std::string_view::npos && (unit == std::string_view::npos ? next == 0 : next > unit);
    const bool is_mark = in_order && lengths[next].count() == 0;
    if (!in_order || digits > most_digits || is_mark != (digits == 0) || (next > order.find('T') && !has_clock)) {
      return std::nullopt;
    }
    has_clock = has_clock || text.front() == 'T';
    total += number * lengths[next];
    unit = next;
    text.remove_prefix(1);
  }
  const bool has_number = unit != std::string_view::npos && lengths[unit].count() > 0;
  return has_number ? std::optional(std::chrono::floor<std::chrono::minutes>(total)) : std::nullopt;
}

// As many seconds, where they are whole minutes and not too many for a session.
std::optional<std::chrono::minutes> whole_minutes(std::chrono::seconds seconds) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(seconds);
  return minutes == seconds && minutes.count() > 0 && minutes <= longest_session ? std::optional(minutes)
                                                                                 : std::nullopt;
}

SessionLength length_of(const std::vector<int>& parts) {
  using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
  SessionLength length;
  if (parts.size() == 1) {
    length.as_written = minutes(parts[0]);
    length.in_seconds = whole_minutes(seconds(parts[0]));
    length.is_odd = parts[0] % 300 == 0;  // in steps of five minutes
  } else if (parts.size() == 2) {
    length.shape = LengthShape::hours_minutes;
    length.has_long_minutes = parts[1] >= 60;
    if (!length.has_long_minutes || (parts[0] == 0 && minutes(parts[1]) <= longest_session)) {
      length.as_written = hours(parts[0]) + minutes(parts[1]);
    }
    length.in_seconds = parts[1] == 0 ? whole_minutes(minutes(parts[0])) : std::nullopt;
  } else if (parts.size() == 3) {
    length.shape = LengthShape::three_parts;
    if (parts[1] < 24 && parts[2] < 60) {
      length.as_written = date::days(parts[0]) + hours(parts[1]) + minutes(parts[2]);
    }
    if (parts[1] < 60 && parts[2] == 0) {
      length.in_seconds = whole_minutes(hours(parts[0]) + minutes(parts[1]));
    }
  }
  return length;
}

}  // namespace

std::optional<SessionLength> parse_session_length(std::string_view text) {
  constexpr std::chrono::hours longest{366 * 24};
  SessionLength length;
  if (text.starts_with('P')) {
    length = {.shape = LengthShape::iso, .as_written = iso_length(text), .in_seconds = {}};
  } else {
    length = length_of(numbers(text, 3));
  }
  if (length.as_written && *length.as_written > longest) {
    length.as_written.reset();
  }
  // Days are written without a zero before them.
  length.is_odd = length.as_written && *length.as_written > longest_session && length.in_seconds &&
                  (length.is_odd || (length.shape == LengthShape::three_parts && text.starts_with('0')));
  return length.as_written || length.in_seconds ? std::optional(length) : std::nullopt;
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
