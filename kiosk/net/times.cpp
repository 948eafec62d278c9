#include "net/times.h"

#include <curl/curl.h>

#include <charconv>
#include <cstdint>
#include <ctime>

namespace kiosk {
namespace {

// Digits and nothing else, up to a year: nobody means more.
std::optional<std::chrono::seconds> seconds_in(const std::string& text) {
  constexpr std::uint32_t most = 366U * 24 * 3600;
  std::uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const bool read = error == std::errc() && rest == end && number <= most;
  return read ? std::optional(std::chrono::seconds(number)) : std::nullopt;
}

}  // namespace

std::optional<Instant> http_date(const std::string& text) {
  const std::time_t time = curl_getdate(text.c_str(), nullptr);
  // A year has four digits there; curl reads more, and then microseconds do not fit.
  constexpr std::time_t end_of_9999 = 253'402'300'799;
  return time < 0 || time > end_of_9999 ? std::nullopt : std::optional(Instant(std::chrono::seconds(time)));
}

std::optional<Instant> server_time(const std::string& date, const std::string& age, std::chrono::microseconds passed) {
  const auto written = http_date(date);
  const auto kept = age.empty() ? std::chrono::seconds(0) : seconds_in(age);
  if (!written || !kept) {
    return std::nullopt;
  }
  // A date is half a second behind on average.
  constexpr std::chrono::milliseconds half{500};
  return std::chrono::floor<std::chrono::seconds>(*written + *kept + passed + half);
}

std::optional<std::chrono::seconds> retry_after(const std::string& header, const std::string& date) {
  if (const auto seconds = seconds_in(header)) {
    return seconds;
  }
  const auto until = http_date(header);
  const auto now = http_date(date);
  return until && now && *until > *now ? std::optional<std::chrono::seconds>(*until - *now) : std::nullopt;
}

}  // namespace kiosk
