#pragma once

#include <span>
#include <string_view>

#include "settings/settings.h"

namespace kiosk {

class TomlValue;

// One key a settings file may hold. The table of them is all that knows the keys: the reader walks it,
// and tests hold config/kiosk.toml and the manual page to it.
struct SettingsKey {
  std::string_view name;           // dotted, "feed.poll"
  std::string_view default_value;  // as TOML; what an absent key means. An empty text means the same
  std::string_view example;        // as TOML; what a problem says to write
  // Puts the value where it belongs, or leaves the default and reports what is wrong with it.
  void (*read)(const TomlValue& value, Settings& settings);
};

// In the order of config/kiosk.toml.
std::span<const SettingsKey> settings_keys();

}  // namespace kiosk
