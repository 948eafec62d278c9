#include "venue/parse_instant.h"

#include <charconv>

namespace kiosk {
namespace {

// What is left to read of a text. Each function takes what it names off the front, or nothing.
// date::parse is laxer than a feed's author is served by: it skips signs, spaces and missing digits.
struct Rest {
  std::string_view text;

  bool one_of(std::string_view characters) {
    if (text.empty() || characters.find(text.front()) == std::string_view::npos) {
      return false;
    }
    text.remove_prefix(1);
    return true;
  }

  // Exactly `count` digits, of a number up to `most`.
  bool number(std::size_t count, int most, int& value) {
    const std::string_view digits = text.substr(0, count);
    if (digits.size() < count || digits.find_first_not_of("0123456789") != std::string_view::npos) {
      return false;
    }
    std::from_chars(digits.data(), digits.data() + count, value);
    text.remove_prefix(count);
    return value <= most;
  }
};

bool read_date(Rest& rest, date::local_days& day) {
  int y = 0;
  int m = 0;
  int d = 0;
  if (!rest.number(4, 9999, y) || !rest.one_of("-") || !rest.number(2, 12, m) || !rest.one_of("-") ||
      !rest.number(2, 31, d)) {
    return false;
  }
  const auto date = date::year(y) / m / d;
  day = date::local_days(date);
  return date.ok();
}

bool read_time(Rest& rest, std::chrono::seconds& time) {
  int h = 0;
  int m = 0;
  int s = 0;
  if (!rest.number(2, 23, h) || !rest.one_of(":") || !rest.number(2, 59, m)) {
    return false;
  }
  if (rest.one_of(":")) {
    if (!rest.number(2, 60, s)) {
      return false;
    }
    if (rest.one_of(".,")) {
      int digit = 0;
      if (!rest.number(1, 9, digit)) {
        return false;
      }
      while (rest.number(1, 9, digit)) {
      }
    }
  }
  time = std::chrono::hours(h) + std::chrono::minutes(m) + std::chrono::seconds(s);
  return true;
}

bool read_offset(Rest& rest, std::chrono::minutes& offset) {
  if (rest.one_of("Zz")) {
    return true;
  }
  const bool west = rest.one_of("-");
  int h = 0;
  int m = 0;
  if ((!west && !rest.one_of("+")) || !rest.number(2, 23, h)) {
    return false;
  }
  if ((rest.one_of(":") || !rest.text.empty()) && !rest.number(2, 59, m)) {
    return false;
  }
  offset = (std::chrono::hours(h) + std::chrono::minutes(m)) * (west ? -1 : 1);
  return true;
}

struct Written {
  LocalTime local;
  std::optional<std::chrono::minutes> offset;
};

std::optional<Written> read_written(std::string_view text) {
  Rest rest{text};
  date::local_days day;
  std::chrono::seconds time{0};
  if (!read_date(rest, day) || !rest.one_of("Tt ") || !read_time(rest, time)) {
    return std::nullopt;
  }
  Written written{day + time, std::nullopt};
  if (!rest.text.empty()) {
    std::chrono::minutes offset{0};
    if (!read_offset(rest, offset) || !rest.text.empty()) {
      return std::nullopt;
    }
    written.offset = offset;
  }
  return written;
}

// `zone` is for times without an offset; null: they are none.
std::optional<Instant> read_instant(std::string_view text, const TimeZone* zone) {
  const std::optional<Written> written = read_written(text);
  if (!written || (!written->offset && zone == nullptr)) {
    return std::nullopt;
  }
  return written->offset ? Instant(written->local.time_since_epoch() - *written->offset)
                         : to_instant(written->local, *zone);
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) { return read_instant(text, nullptr); }

std::optional<Instant> parse_instant(std::string_view text, TimeZone zone) { return read_instant(text, &zone); }

std::optional<LocalTime> parse_as_written(std::string_view text) {
  const std::optional<Written> written = read_written(text);
  return written ? std::optional(written->local) : std::nullopt;
}

std::string format_instant(Instant instant, SaidZone zone) {
  return zone ? format_instant(instant, *zone) : date::format("%FT%T", instant);
}

std::string format_instant(Instant instant, TimeZone zone) {
  return zone.rules() != nullptr ? date::format("%FT%T%Ez", date::make_zoned(zone.rules(), instant))
                                 : date::format("%FT%T+00:00", instant);
}

}  // namespace kiosk
