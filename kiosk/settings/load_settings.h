#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file_stamp.h"
#include "base/problem.h"
#include "settings/settings.h"
#include "venue/local_time.h"

namespace kiosk {

// Where settings come from, in rising order: the file, the environment, the command line.
struct SettingsSources {
  std::filesystem::path file;                           // empty: /etc/venue-kiosk/kiosk.toml, where there is one
  SettingsOverrides over;                               // of the command line
  std::function<const char*(const char*)> environment;  // std::getenv in the program
};

// Settings as they hold for one start.
struct LoadedSettings {
  std::filesystem::path file;      // empty: there is none
  std::filesystem::path watched;   // where settings are, or would be found next time
  std::optional<FileStamp> stamp;  // of `watched`, from before it was read
  Settings settings;               // the cache folder is chosen, unless there is nowhere to keep anything
  SaidZone time_zone{};            // of settings.time_zone; unsaid: the feed's
  bool unreadable = false;         // the file could not be read: problems holds why
  bool is_toml = true;             // of the file, where it could be read
  std::vector<Problem> problems;   // a file that cannot be read is one of them
  std::map<std::string, int, std::less<>> lines;  // of the keys that the file sets
};
LoadedSettings load_settings(const SettingsSources& sources);

// As above, of a file that has changed. One that cannot be read, or is no TOML, changes nothing but the problems: a
// slip of the keyboard must not take a hall's board away.
LoadedSettings load_settings_again(const SettingsSources& sources, LoadedSettings before);

// A problem's file and line, where its `where` is a key of the settings.
Problem with_line_of_key(Problem problem, const LoadedSettings& loaded);

}  // namespace kiosk
