#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "settings/settings.h"

namespace kiosk {

// Settings are always usable: a key with a problem keeps its default, so that a screen with one slip in
// its file still shows its hall, and the slip.
struct SettingsReading {
  bool is_toml = true;  // false: nothing of the file could be used
  Settings settings;
  std::vector<Problem> problems;
  std::map<std::string, int, std::less<>> lines;           // of the keys that the file sets: "theme.text", 12
  std::map<std::string, std::string, std::less<>> values;  // of the same keys, as a problem would quote them
};

// Reads the TOML of one settings file. Pure. `file` names it in problems as the user named it; relative
// paths inside are relative to `folder`. Problems: bad TOML (nothing of the file is used then), unknown
// keys (with the nearest known one), wrong types, values out of range, each with its line and an example
// of what would be right; of more than a hundred the rest is counted. Names of more than 32 parts, and values nested
// deeper than 256, are bad TOML here: the parser would run out of stack.
//
// `below` is what holds where the file says nothing, or something wrong.
SettingsReading read_settings(std::string_view toml, std::string_view file, const std::filesystem::path& folder,
                              Settings below = {});

// VENUE_KIOSK_HALL, VENUE_KIOSK_FEED, VENUE_KIOSK_CACHE; an empty variable counts as unset. `get` is
// std::getenv in the program.
SettingsOverrides overrides_from_environment(const std::function<const char*(const char*)>& get);

// `over` wins field by field. Relative paths in it are relative to `folder`, the current one.
void apply(const SettingsOverrides& over, const std::filesystem::path& folder, Settings& settings);

// "1280x720": both from 160 to 16384.
std::optional<Size> parse_size(std::string_view text);

// "10s", "2m", "1h", "500ms" is refused: whole seconds.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);

}  // namespace kiosk
