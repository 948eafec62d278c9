#include "fleet/metrics_file.h"

#include <spdlog/spdlog.h>

#include "base/atomic_file.h"
#include "fleet/metrics.h"
#include "machine/this_machine.h"

namespace kiosk {
namespace {

constexpr std::chrono::seconds interval{60};

}  // namespace

void MetricsFile::write_when_due(const ScreenReport& report, std::chrono::steady_clock::time_point now) {
  if (!written_ || now - *written_ >= interval) {
    written_ = now;
    write(report);
  }
}

void MetricsFile::write(const ScreenReport& report) {
  if (file_.empty()) {
    return;
  }
  const Result<void> done = write_file_atomically(file_, to_prometheus(report, resident_memory_bytes()));
  if (!done && !failed_) {
    spdlog::warn("{}", to_string(done.error()));
  }
  failed_ = !done.has_value();
}

}  // namespace kiosk
