#include "technician/about_service.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/url.h"

namespace kiosk {
namespace {

constexpr std::string_view settings_folder = "/etc/venue-kiosk";

// What systemd.unit(5) lets the names of units be of.
bool can_name_a_unit(const std::string& name) {
  constexpr std::string_view others = ":-_.\\";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
  });
}

bool lies_below(const std::filesystem::path& file, const std::filesystem::path& folder) {
  const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

}  // namespace

std::optional<std::string> unit_of(const std::filesystem::path& settings) {
  const std::filesystem::path file = settings.lexically_normal();
  if (file.empty() || file == std::filesystem::path(settings_folder) / "kiosk.toml") {
    return "venue-kiosk.service";
  }
  if (file.parent_path() != settings_folder || file.extension() != ".toml" || !can_name_a_unit(file.stem().string())) {
    return std::nullopt;
  }
  return "venue-kiosk@" + file.stem().string() + ".service";
}

Answer about_unit(const std::string& unit, const Result<UnitState>& state) {
  if (!state) {
    return warning("service", unit + ": " + state.error().what, "ask by systemctl status " + unit);
  }
  if (state->load != "loaded") {
    return warning("service", unit + " is not installed (" + state->load + ")",
                   "install the package, unless something else starts the screen");
  }
  std::string what = unit + " is " + state->active + " (" + state->sub + "), " +
                     (state->enabled.empty() ? "not enabled" : state->enabled) + ", " +
                     std::to_string(state->restarts) + " restarts";
  if (state->active == "failed" || state->sub == "auto-restart") {
    return error("service", what, "read journalctl -u " + unit);
  }
  if (state->active != "active") {
    return warning("service", what, "systemctl enable --now " + unit);
  }
  // A unit that is started by a template or a target says "static" or "indirect".
  if (state->enabled == "disabled") {
    return warning("service", what, "systemctl enable " + unit + ", or it stays away after a power cut");
  }
  return good("service", what);
}

bool is_in_use(const UnitState& state) {
  return state.load == "loaded" &&
         (state.enabled == "enabled" || (state.active != "inactive" && !state.active.empty()));
}

Answer about_view(const std::string& unit, const UnitState& state, const Result<void>& became_its_user, bool by_root) {
  const std::string user = state.user.empty() ? "root" : state.user;
  if (!became_its_user) {
    return warning(
        "user",
        unit + " runs as " + user + ", who may read other files than this user (" + became_its_user.error().what + ")",
        by_root ? "correct User= and its groups in the unit" : "run check as root");
  }
  return good("user", user + ", with the environment of " + unit +
                          (state.reads_environment_files ? ", but for its EnvironmentFile=" : ""));
}

std::vector<Problem> ask_for_hidden(const LoadedSettings& loaded, const std::string& unit, const UnitState& state) {
  const Settings& settings = loaded.settings;
  const FeedAccessSettings& access = settings.feed_access;
  std::vector<std::pair<const char*, std::filesystem::path>> named{
      {"feed.token_file", access.token_file}, {"feed.login_file", access.login_file},
      {"feed.ca_file", access.ca_file},       {"feed.certificate_file", access.certificate_file},
      {"feed.key_file", access.key_file},     {"cache.folder", settings.cache_folder}};
  for (const std::string& feed : settings.feeds) {
    if (!is_http_url(feed)) {
      named.emplace_back("feed.url", feed);
    }
  }
  const auto below_any = [](const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders) {
    return std::find_if(folders.begin(), folders.end(),
                        [&](const std::filesystem::path& folder) { return lies_below(file, folder); });
  };
  std::vector<Problem> problems;
  for (const auto& [key, name] : named) {
    const auto source = loaded.sources.find(key);
    if (source == loaded.sources.end() || source->second.line == 0) {
      continue;  // the service's own choice, or what this caller tries
    }
    const std::filesystem::path file = name.lexically_normal();
    const bool is_cache = std::string_view(key) == "cache.folder";
    std::string what;
    if (const auto hidden = below_any(file, state.hidden_folders); hidden != state.hidden_folders.end()) {
      what = name.string() + " is kept from " + unit + ", as all of " + hidden->string();
    } else if (is_cache && state.all_read_only &&
               below_any(file, state.writable_folders) == state.writable_folders.end()) {
      what = unit + " may not write to " + name.string();
    }
    if (!what.empty() && !file.empty()) {
      problems.push_back(with_line_of_key({.where = key,
                                           .what = std::move(what),
                                           .right = is_cache ? "leave it out: the service has one of its own"
                                                             : "put it below /etc/venue-kiosk or /var/lib/venue-kiosk"},
                                          loaded));
    }
  }
  return problems;
}

}  // namespace kiosk
