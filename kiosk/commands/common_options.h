#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/file_stamp.h"
#include "base/problem.h"
#include "base/result.h"
#include "feed/followed_feeds.h"
#include "feed/http_access.h"
#include "feed/read_feed.h"
#include "settings/read_settings.h"
#include "settings/settings.h"
#include "venue/local_time.h"

namespace kiosk {

// The options every command shares, and what comes of them.
struct CommonOptions {
  std::string config;  // empty: /etc/venue-kiosk/kiosk.toml where there is one
  SettingsOverrides over;

  void declare(CLI::App& app);       // --config, --feed
  void declare_hall(CLI::App& app);  // --hall
};

// Settings as they hold for one start: file, environment, command line, in rising order.
struct LoadedSettings {
  std::filesystem::path file;     // empty: there is none
  std::filesystem::path watched;  // where settings are, or would be found next time
  std::optional<FileStamp> mark;  // of `watched`, from before it was read
  Settings settings;
  SaidZone time_zone;                             // of settings.time_zone; none: the feed's
  bool unreadable = false;                        // the file could not be read: problems holds why
  bool is_toml = true;                            // of the file, where it could be read
  std::vector<Problem> problems;                  // a file that cannot be read is one of them
  std::map<std::string, int, std::less<>> lines;  // of the keys that the file sets
};
LoadedSettings load_settings(const CommonOptions& options);

// As above, of a file that has changed. One that cannot be read, or is no TOML, leaves in force what held before it, and
// says why: a slip of the keyboard takes no board from a hall.
LoadedSettings load_settings_again(const CommonOptions& options, LoadedSettings before);

// What lets the kiosk in to its first feed, and to whatever else lies at that origin.
AccessFiles access_files(const Settings& settings);
// What is wrong with that, or gives a secret away: of each feed, with the settings' file and line where it is theirs.
std::vector<Problem> access_problems(const LoadedSettings& loaded);

// Where the last good schedule is kept: the settings' folder, else systemd's CACHE_DIRECTORY, else the
// user's cache folder, else none (empty).
std::filesystem::path cache_folder(const Settings& settings);

// The feeds, each fetched once and read, and the schedule they make together.
struct LoadedFeeds {
  std::shared_ptr<const Schedule> schedule;  // null: there is none to be had
  std::vector<Problem> problems;             // feed by feed, then of joining them
  bool unreachable = false;                  // one could not be fetched
};
LoadedFeeds load_feeds(const LoadedSettings& loaded);

// As above for whoever wants a schedule: what keeps there from being one is the problem, and a later feed that is out
// of reach is complained of.
Result<FeedReading> load_feed(const LoadedSettings& loaded);

// All that the settings say of feeds.
FeedsToFollow feeds_to_follow(const LoadedSettings& loaded);

// An instant of the command line: RFC 3339; where it has no offset, in the settings' zone. A problem
// shows how to write one.
Result<Instant> parse_at(const std::string& text, SaidZone zone);

// Prints "venue-kiosk: " and the problem to stderr.
void complain(const Problem& problem);

}  // namespace kiosk
