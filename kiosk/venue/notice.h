#pragma once

#include <optional>
#include <string>
#include <vector>

#include "venue/local_text.h"
#include "venue/local_time.h"

namespace kiosk {

enum class NoticeLevel { info, warning, emergency };

// What the organizers announce to a hall's audience beside the schedule.
struct Notice {
  std::string id;
  NoticeLevel level = NoticeLevel::info;
  LocalText text;
  std::vector<std::string> halls;  // hall ids; empty: all
  std::optional<Instant> from;     // absent: always until `until`
  std::optional<Instant> until;    // exclusive; absent: for good
  friend bool operator==(const Notice&, const Notice&) = default;
};

bool stands(const Notice& notice, const std::string& hall, Instant instant);

}  // namespace kiosk
