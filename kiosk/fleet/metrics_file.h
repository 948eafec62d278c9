#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "player/screen_report.h"

namespace kiosk {

// Keeps a screen's report in a file, for node_exporter's textfile collector. Replaces the file as a whole at the first
// report, and then each minute of the steady clock. That it cannot be written is logged once.
class MetricsFile {
 public:
  explicit MetricsFile(std::filesystem::path file) : file_(std::move(file)) {}  // empty: nothing is written

  void write_when_due(const ScreenReport& report, std::chrono::steady_clock::time_point now);
  void write(const ScreenReport& report);
  // Makes the next report due at once, since it is of new settings.
  void write_soon() { written_.reset(); }

 private:
  std::filesystem::path file_;
  std::optional<std::chrono::steady_clock::time_point> written_;
  bool failed_ = false;
};

}  // namespace kiosk
