#include "machine/service_watchdog.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace kiosk {
namespace {

std::optional<std::int64_t> number(const char* text) {
  const std::string_view digits = text;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::microseconds> service_watchdog(const char* watchdog_usec, const char* watchdog_pid,
                                                          pid_t self, pid_t parent) {
  if (watchdog_usec == nullptr) {
    return std::nullopt;
  }
  if (watchdog_pid != nullptr) {
    const auto meant = number(watchdog_pid);
    if (!meant || (*meant != self && *meant != parent)) {
      return std::nullopt;
    }
  }
  const auto limit = number(watchdog_usec);
  return limit ? std::optional(std::chrono::microseconds(*limit)) : std::nullopt;
}

std::optional<std::chrono::microseconds> service_watchdog() {
  return service_watchdog(std::getenv("WATCHDOG_USEC"), std::getenv("WATCHDOG_PID"), ::getpid(), ::getppid());
}

}  // namespace kiosk
