#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/problem.h"

namespace kiosk {

// The colours of a board. Every text colour stands at 7:1 or better on what it is drawn on.
struct ThemeColors {
  Color background = rgb(0x0a0f24);
  Color glow = rgb(0x1b2750);        // the background's lighter corner
  Color text = rgb(0xffffff);        // hall, title, times
  Color quiet_text = rgb(0xb4bfe0);  // event line, speakers, labels
  Color accent = rgb(0xffb347);      // the chip of what is on or comes, progress
  Color accent_text = rgb(0x1a1204);
  Color alert = rgb(0xff8a7a);  // the chip of what is cancelled or moved
  Color alert_text = rgb(0x2a0602);
  friend bool operator==(const ThemeColors&, const ThemeColors&) = default;
};

struct DisplaySettings {
  std::string monitor;           // a name as the system tells it ("HDMI-1") or a number from 1; empty: the primary one
  std::optional<Size> windowed;  // a window of this size instead of the full screen
  friend bool operator==(const DisplaySettings&, const DisplaySettings&) = default;
};

// What a technician chooses for one screen. A plain value; each default is what a screen does that says
// nothing, and config/kiosk.toml shows them all.
struct Settings {
  std::string hall;                        // id of the hall at whose door the screen hangs
  std::string feed;                        // URL, or an absolute path; empty: none given
  std::chrono::seconds poll_interval{10};  // 1 s to 1 h
  std::string time_zone;                   // IANA name; empty: the feed's own
  std::vector<std::string> languages;      // BCP 47, in order; empty: the event's
  std::filesystem::path cache_folder;      // absolute; empty: the platform's own choice
  DisplaySettings display;
  ThemeColors theme;
  friend bool operator==(const Settings&, const Settings&) = default;
};

// What stands over the file: the environment, and over that the command line. Set fields win.
struct SettingsOverrides {
  std::optional<std::string> hall;
  std::optional<std::string> feed;
  std::optional<std::string> cache_folder;
  std::optional<Size> windowed;
};

}  // namespace kiosk
