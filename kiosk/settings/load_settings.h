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

// Where settings come from, in rising order: what programs chose, the technician's file, the environment, the command
// line. What programs chose lies in settings.toml in the folder of the service's state (systemd's STATE_DIRECTORY, else
// /var/lib/venue-kiosk), written like the technician's file, and need not be there. Unless STATE_DIRECTORY names it, it
// goes with the installed file alone: another one that is looked over is judged by itself.
//
// Of each file by itself the hall is that of its hall_by_host for this machine, else its `hall`.
struct SettingsSources {
  std::filesystem::path file;                           // empty: /etc/venue-kiosk/kiosk.toml, where there is one
  SettingsOverrides over;                               // of the command line
  std::function<const char*(const char*)> environment;  // std::getenv in the program
  std::string host_name{};                              // of this machine, for hall_by_host
};

// Who set a key.
struct KeySource {
  std::string file;     // or the option ("--hall") or variable ("VENUE_KIOSK_HALL") that did
  int line = 0;         // 0: of an option or a variable
  std::string value{};  // as a problem would quote it
};

// Settings as they hold for one start.
struct LoadedSettings {
  std::filesystem::path file;      // empty: there is none
  std::filesystem::path watched;   // where settings are, or would be found next time
  std::optional<FileStamp> stamp;  // of `watched`, from before it was read
  std::filesystem::path chosen{};  // the file of what programs chose, be it there or not; empty: not asked for
  std::optional<FileStamp> chosen_stamp{};
  Settings settings;              // the cache folder is chosen, unless there is nowhere to keep anything
  SaidZone time_zone{};           // of settings.time_zone; unsaid: the feed's
  bool unreadable = false;        // the file could not be read: problems holds why
  bool all_in_force = true;       // false: a file could not be read or is no TOML, and nothing of it is in force
  std::vector<Problem> problems;  // a file that cannot be read is one of them
  std::map<std::string, KeySource, std::less<>> sources{};  // of the keys that are set
};
LoadedSettings load_settings(const SettingsSources& sources);

// As above, of files that have changed. Where one cannot be read, or is no TOML, nothing changes but the problems: a
// slip of the keyboard must not take a hall's board away.
LoadedSettings load_settings_again(const SettingsSources& sources, LoadedSettings before);

// Whether a file is another than it was when it was read. The technician's that is gone counts as the same: an editor
// is replacing it, and a new one is there in a moment.
bool have_changed(const LoadedSettings& loaded);

// A problem's file and line, where its `where` is a key of the settings.
Problem with_line_of_key(Problem problem, const LoadedSettings& loaded);

}  // namespace kiosk
