#include "settings/load_settings.h"

#include "base/atomic_file.h"
#include "base/words.h"
#include "settings/read_settings.h"

namespace kiosk {
namespace {

constexpr const char* installed_file = "/etc/venue-kiosk/kiosk.toml";
constexpr std::size_t max_settings_bytes = 1U << 20U;

// Where the last good schedule is kept if the settings do not say: systemd's CACHE_DIRECTORY, else the user's cache
// folder, else nowhere (empty).
std::filesystem::path usual_cache_folder(const std::function<const char*(const char*)>& environment) {
  const auto variable = [&](const char* name) {
    const char* value = environment(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string given = variable("CACHE_DIRECTORY"); !given.empty()) {
    return given.substr(0, given.find(':'));  // systemd lists several with colons
  }
  if (const std::string cache = variable("XDG_CACHE_HOME"); !cache.empty()) {
    return std::filesystem::path(cache) / "venue-kiosk";
  }
  if (const std::string home = variable("HOME"); !home.empty()) {
    return std::filesystem::path(home) / ".cache/venue-kiosk";
  }
  return {};
}

void read_file_of(LoadedSettings& loaded) {
  std::error_code ignored;
  const Result<std::string> toml = read_file(loaded.file, max_settings_bytes);
  if (!toml) {
    loaded.unreadable = true;
    loaded.problems.push_back(toml.error());
    return;
  }
  SettingsReading reading =
      read_settings(*toml, loaded.file.string(), std::filesystem::absolute(loaded.file, ignored).parent_path());
  loaded.is_toml = reading.is_toml;
  loaded.settings = std::move(reading.settings);
  loaded.problems = std::move(reading.problems);
  loaded.lines = std::move(reading.lines);
}

void find_zone(LoadedSettings& loaded) {
  if (loaded.settings.time_zone.empty()) {
    return;
  }
  loaded.time_zone = find_time_zone(loaded.settings.time_zone);
  if (loaded.time_zone) {
    return;
  }
  Problem problem{.file = loaded.file.string(), .where = "time_zone"};
  if (loaded.time_zone.is(NoZone::no_rules)) {
    problem.what = zone_rules_missing;
    problem.right = install_zone_rules;
  } else {
    problem.what = in_quotes(loaded.settings.time_zone) + " is no time zone of this system";
    problem.right = "write an IANA name like \"Europe/Moscow\"";
  }
  loaded.problems.push_back(std::move(problem));
}

}  // namespace

LoadedSettings load_settings(const SettingsSources& sources) {
  LoadedSettings loaded;
  loaded.watched = sources.file.empty() ? installed_file : sources.file;
  loaded.stamp = stamp_of(loaded.watched);
  if (!sources.file.empty() || loaded.stamp) {
    loaded.file = loaded.watched;
    read_file_of(loaded);
  }
  std::error_code ignored;
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  apply(overrides_from_environment(sources.environment), here, loaded.settings);
  apply(sources.over, here, loaded.settings);
  if (loaded.settings.cache_folder.empty()) {
    loaded.settings.cache_folder = usual_cache_folder(sources.environment);
  }
  find_zone(loaded);
  return loaded;
}

LoadedSettings load_settings_again(const SettingsSources& sources, LoadedSettings before) {
  LoadedSettings loaded = load_settings(sources);
  if (loaded.unreadable || !loaded.is_toml) {
    before.stamp = loaded.stamp;
    before.problems = std::move(loaded.problems);
    return before;
  }
  return loaded;
}

Problem with_line_of_key(Problem problem, const LoadedSettings& loaded) {
  problem.file = loaded.file.string();
  const auto line = loaded.lines.find(problem.where);
  problem.line = line == loaded.lines.end() ? 0 : line->second;
  return problem;
}

}  // namespace kiosk
