#include "settings/text_values.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/url.h"
#include "settings/read_settings.h"

namespace kiosk {
namespace {

// ASCII alone, whatever the locale: these are identifiers, not words.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

bool starts_with_caseless(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// The whole of `text` as a number without a sign; nothing where it is none or does not fit.
std::optional<std::uint32_t> parse_number(std::string_view text, int base = 10) {
  std::uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number, base);
  return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const auto byte = text.front() == '%' && text.size() >= 3 ? parse_number(text.substr(1, 2), 16) : std::nullopt;
    decoded += byte ? static_cast<char>(*byte) : text.front();
    text.remove_prefix(byte ? 3 : 1);
  }
  return decoded;
}

// RFC 3986, 3.1, where an authority follows; "2024:plan.json" stays a file's name.
bool has_scheme(std::string_view text) {
  const std::size_t end = text.find("://");
  return end != std::string_view::npos && end > 0 && std::all_of(text.begin(), text.begin() + end, [](char c) {
           return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

}  // namespace

std::optional<Size> parse_size(std::string_view text) {
  const std::size_t x = text.find('x');
  if (x == std::string_view::npos) {
    return std::nullopt;
  }
  const auto side = [](std::string_view digits) {
    const std::optional<std::uint32_t> number = parse_number(digits);
    return number && *number >= 160 && *number <= 16384 ? static_cast<int>(*number) : 0;
  };
  const Size size{side(text.substr(0, x)), side(text.substr(x + 1))};
  return size.short_side() > 0 ? std::optional(size) : std::nullopt;
}

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const std::optional<std::uint32_t> number = parse_number(text.substr(0, text.size() - 1));
  if (!number) {
    return std::nullopt;
  }
  switch (text.back()) {
    case 's':
      return std::chrono::seconds(*number);
    case 'm':
      return std::chrono::minutes(*number);
    case 'h':
      return std::chrono::hours(*number);
    default:
      return std::nullopt;
  }
}

std::string format_duration(std::chrono::seconds duration) {
  const auto seconds = duration.count();
  if (seconds % 3600 == 0 && seconds != 0) {
    return std::to_string(seconds / 3600) + 'h';
  }
  return seconds % 60 == 0 && seconds != 0 ? std::to_string(seconds / 60) + 'm' : std::to_string(seconds) + 's';
}

bool is_language_tag(std::string_view text) {
  const std::size_t language = std::min(text.find('-'), text.size());
  if (language < 2 || language > 3 || !std::all_of(text.begin(), text.begin() + language, is_letter)) {
    return false;
  }
  for (text.remove_prefix(language); !text.empty();) {
    text.remove_prefix(1);
    const std::size_t subtag = std::min(text.find('-'), text.size());
    if (subtag < 1 || subtag > 8 || !std::all_of(text.begin(), text.begin() + subtag, is_letter_or_digit)) {
      return false;
    }
    text.remove_prefix(subtag);
  }
  return true;
}

bool looks_like_time_zone(std::string_view text) {
  const auto allowed = [](char c) { return is_letter_or_digit(c) || c == '/' || c == '_' || c == '+' || c == '-'; };
  return !text.empty() && is_letter(text.front()) && text.back() != '/' && text.find("//") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), allowed);
}

std::filesystem::path resolve_path(std::string_view path, const std::filesystem::path& folder) {
  return path.empty() ? std::filesystem::path() : (folder / path).lexically_normal();
}

std::optional<std::string> resolve_feed(std::string_view feed, const std::filesystem::path& folder) {
  if (is_http_url(feed)) {
    return std::string(feed);
  }
  for (const std::string_view prefix : {"file://localhost/", "file:///"}) {
    if (starts_with_caseless(feed, prefix)) {
      return resolve_path(percent_decoded(feed.substr(prefix.size() - 1)), folder).string();
    }
  }
  if (feed.starts_with('~') || has_scheme(feed)) {
    return std::nullopt;
  }
  return resolve_path(feed, folder).string();
}

}  // namespace kiosk
