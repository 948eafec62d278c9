#include "settings/daily_hours.h"

#include <algorithm>

namespace kiosk {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// One or two digits.
std::optional<int> parse_number(std::string_view digits) {
  const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.empty() || digits.size() > 2 || !all_digits) {
    return std::nullopt;
  }
  return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + (digits[1] - '0');
}

// "7:00", "07:00", up to "24:00".
std::optional<minutes> parse_time_of_day(std::string_view text) {
  if (text.size() < 4 || text[text.size() - 3] != ':') {
    return std::nullopt;
  }
  const std::optional<int> hour = parse_number(text.substr(0, text.size() - 3));
  const std::optional<int> minute = parse_number(text.substr(text.size() - 2));
  if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60) {
    return std::nullopt;
  }
  return minutes(*hour * 60 + *minute);
}

}  // namespace

bool holds(const DailyHours& hours, minutes since_midnight) {
  const bool begun = hours.from <= since_midnight;
  const bool not_over = since_midnight < hours.until;
  return hours.from < hours.until ? begun && not_over : begun || not_over;
}

std::optional<DailyHours> parse_daily_hours(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<minutes> from = parse_time_of_day(text.substr(0, dash));
  const std::optional<minutes> until = parse_time_of_day(text.substr(dash + 1));
  if (!from || !until || *from == hours(24)) {
    return std::nullopt;
  }
  return DailyHours{*from, *until};
}

std::string format_time_of_day(minutes since_midnight) {
  const auto two_digits = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two_digits(since_midnight.count() / 60) + ':' + two_digits(since_midnight.count() % 60);
}

}  // namespace kiosk
