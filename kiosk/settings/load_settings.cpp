#include "settings/load_settings.h"

#include "base/atomic_file.h"
#include "base/words.h"
#include "settings/read_settings.h"
#include "settings/this_hall.h"

namespace kiosk {
namespace {

constexpr const char* installed_file = "/etc/venue-kiosk/kiosk.toml";
constexpr std::size_t max_settings_bytes = 1U << 20U;

std::string variable(const SettingsSources& sources, const char* name) {
  const char* value = sources.environment(name);
  return value == nullptr ? "" : value;
}

// systemd lists several folders with colons.
std::string first_folder(const std::string& folders) { return folders.substr(0, folders.find(':')); }

// Where the last good schedule is kept if the settings do not say: systemd's CACHE_DIRECTORY, else the user's cache
// folder, else nowhere (empty).
std::filesystem::path usual_cache_folder(const SettingsSources& sources) {
  if (const std::string given = variable(sources, "CACHE_DIRECTORY"); !given.empty()) {
    return first_folder(given);
  }
  if (const std::string cache = variable(sources, "XDG_CACHE_HOME"); !cache.empty()) {
    return std::filesystem::path(cache) / "venue-kiosk";
  }
  if (const std::string home = variable(sources, "HOME"); !home.empty()) {
    return std::filesystem::path(home) / ".cache/venue-kiosk";
  }
  return {};
}

std::filesystem::path file_of_choices(const SettingsSources& sources) {
  if (const std::string given = variable(sources, "STATE_DIRECTORY"); !given.empty()) {
    return std::filesystem::path(first_folder(given)) / "settings.toml";
  }
  return sources.file.empty() || sources.file == installed_file ? "/var/lib/venue-kiosk/settings.toml" : "";
}

// Reads the file over what `loaded` holds already. Fails where it cannot be read.
Result<void> read_over(const std::filesystem::path& file, const std::string& host_name, LoadedSettings& loaded) {
  const Result<std::string> toml = read_file(file, max_settings_bytes);
  if (!toml) {
    loaded.all_in_force = false;
    loaded.problems.push_back(toml.error());
    return fail(toml.error());
  }
  std::error_code ignored;
  const std::string name = file.string();
  loaded.settings.hall_by_host.clear();  // each file's own
  SettingsReading reading =
      read_settings(*toml, name, std::filesystem::absolute(file, ignored).parent_path(), std::move(loaded.settings));
  loaded.all_in_force = loaded.all_in_force && reading.is_toml;
  loaded.settings = std::move(reading.settings);
  loaded.problems.insert(loaded.problems.end(), reading.problems.begin(), reading.problems.end());
  for (const auto& [key, line] : reading.lines) {
    loaded.sources[key] = {name, line, reading.values[key]};
  }
  if (const HallOfHost* mine = hall_of_host(loaded.settings.hall_by_host, host_name)) {
    loaded.settings.hall = mine->hall;
    loaded.sources["hall"] = {name, mine->line, in_quotes(mine->hall)};
  }
  return {};
}

void read_files(const SettingsSources& sources, LoadedSettings& loaded) {
  loaded.chosen = file_of_choices(sources);
  loaded.chosen_stamp = loaded.chosen.empty() ? std::nullopt : stamp_of(loaded.chosen);
  if (loaded.chosen_stamp) {
    read_over(loaded.chosen, sources.host_name, loaded);
  }
  loaded.watched = sources.file.empty() ? installed_file : sources.file;
  loaded.stamp = stamp_of(loaded.watched);
  if (!sources.file.empty() || loaded.stamp) {
    loaded.file = loaded.watched;
    loaded.unreadable = !read_over(loaded.file, sources.host_name, loaded);
  }
}

void apply_overrides(const SettingsOverrides& over, bool of_command_line, LoadedSettings& loaded) {
  std::error_code ignored;
  apply(over, std::filesystem::current_path(ignored), loaded.settings);
  const auto note = [&](bool given, const char* key, const char* option, const char* name, const std::string& value) {
    if (given) {
      loaded.sources[key] = {of_command_line ? option : name, 0, value};
    }
  };
  note(over.hall.has_value(), "hall", "--hall", "VENUE_KIOSK_HALL", in_quotes(loaded.settings.hall));
  note(over.feed.has_value(), "feed.url", "--feed", "VENUE_KIOSK_FEED", "an address");
  note(over.cache_folder.has_value(), "cache.folder", "", "VENUE_KIOSK_CACHE",
       in_quotes(loaded.settings.cache_folder.string()));
  note(over.windowed.has_value(), "display.windowed", "--windowed", "", "a size");
}

void find_zone(LoadedSettings& loaded) {
  if (loaded.settings.time_zone.empty()) {
    return;
  }
  loaded.time_zone = find_time_zone(loaded.settings.time_zone);
  if (loaded.time_zone) {
    return;
  }
  Problem problem = with_line_of_key({.where = "time_zone"}, loaded);
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
  read_files(sources, loaded);
  apply_overrides(overrides_from_environment(sources.environment), false, loaded);
  apply_overrides(sources.over, true, loaded);
  if (loaded.settings.cache_folder.empty()) {
    loaded.settings.cache_folder = usual_cache_folder(sources);
  }
  find_zone(loaded);
  return loaded;
}

LoadedSettings load_settings_again(const SettingsSources& sources, LoadedSettings before) {
  LoadedSettings loaded = load_settings(sources);
  if (!loaded.all_in_force) {
    before.stamp = loaded.stamp;
    before.chosen_stamp = loaded.chosen_stamp;
    before.problems = std::move(loaded.problems);
    before.all_in_force = false;
    return before;
  }
  return loaded;
}

bool have_changed(const LoadedSettings& loaded) {
  const std::optional<FileStamp> stamp = stamp_of(loaded.watched);
  return (stamp && stamp != loaded.stamp) || (!loaded.chosen.empty() && stamp_of(loaded.chosen) != loaded.chosen_stamp);
}

Problem with_line_of_key(Problem problem, const LoadedSettings& loaded) {
  const auto source = loaded.sources.find(problem.where);
  problem.file = source == loaded.sources.end() ? loaded.file.string() : source->second.file;
  problem.line = source == loaded.sources.end() ? 0 : source->second.line;
  return problem;
}

}  // namespace kiosk
