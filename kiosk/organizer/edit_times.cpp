#include "organizer/edit_times.h"

#include <charconv>
#include <cstddef>
#include <system_error>

#include "base/words.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr int minutes_of_day = 24 * 60;

// Takes a number off the front; nothing where none is there, or a huge one.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || number < 0 || number > minutes_of_day) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

std::optional<int> minutes_in(std::string_view text) {
  std::optional<int> number = take_number(text);
  int minutes = 0;
  if (number && text.starts_with('h')) {
    minutes = *number * 60;
    text.remove_prefix(1);
    if (text.empty()) {
      return minutes;
    }
    number = take_number(text);
  }
  if (!number || !(text.empty() || text == "m" || text == "min")) {
    return std::nullopt;
  }
  return minutes + *number;
}

std::optional<std::chrono::minutes> clock_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  std::string_view hours = text.substr(0, colon);
  std::string_view minutes = colon < text.size() ? text.substr(colon + 1) : std::string_view();
  if (hours.empty() || hours.size() > 2 || minutes.size() != 2) {
    return std::nullopt;
  }
  const auto h = take_number(hours);
  const auto m = take_number(minutes);
  if (!h || !m || !hours.empty() || !minutes.empty() || *h > 23 || *m > 59) {
    return std::nullopt;
  }
  return std::chrono::hours(*h) + std::chrono::minutes(*m);
}

}  // namespace

Result<std::chrono::minutes> parse_minutes(std::string_view text) {
  const std::optional<int> minutes = minutes_in(text);
  if (!minutes || *minutes > minutes_of_day) {
    return fail({.what = in_quotes(text) + " is no time of at most a day", .right = "write \"10m\" or \"1h30m\""});
  }
  return std::chrono::minutes(*minutes);
}

Result<Instant> parse_event_time(std::string_view text, Instant on, SaidZone zone) {
  if (const auto instant = zone ? parse_instant(text, *zone) : parse_instant(text)) {
    return *instant;
  }
  const auto time = clock_time(text);
  if (!time) {
    return fail({.what = in_quotes(text) + " is no time", .right = "write \"14:30\" or \"2024-04-17T14:30:00+03:00\""});
  }
  if (!zone) {
    return fail({.what = "nobody says in which zone " + in_quotes(text) + " is",
                 .right = "write event.time_zone into the feed"});
  }
  const date::days night(*time < event_day_turn ? 1 : 0);
  return to_instant(event_day(on, *zone) + night + *time, *zone);
}

std::string written_like(std::string_view other, Instant instant, SaidZone zone) {
  constexpr std::size_t seconds_at = 16;  // "2024-04-17T14:30:00"
  const bool has_seconds = other.size() > seconds_at && other[seconds_at] == ':';
  const bool has_offset = parse_instant(other).has_value();
  const bool is_utc = has_offset && (other.ends_with('Z') || other.ends_with('z'));
  std::string text = is_utc ? format_instant(instant, utc()) : format_instant(instant, zone);
  constexpr std::size_t offset_at = 19;
  const std::string offset = is_utc ? "Z" : text.substr(offset_at);
  text.resize(offset_at);
  // Seconds that are not 0 have to be said.
  if (!has_seconds && parse_as_written(other) && text.ends_with(":00")) {
    text.resize(seconds_at);
  }
  if (other.size() > 10 && other[10] == ' ') {
    text[10] = ' ';
  }
  // An hour that clocks pass twice is the first one, where no offset says otherwise.
  const bool says_it_alone = zone && parse_instant(text, *zone) == instant;
  return text + (has_offset || !parse_as_written(other) || (zone && !says_it_alone) ? offset : "");
}

}  // namespace kiosk
