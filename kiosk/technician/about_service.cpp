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

Answer about_view(const std::string& unit, const UnitState& state, const Result<void>& became_its_user) {
  const std::string user = state.user.empty() ? "root" : state.user;
  if (!became_its_user) {
    return warning(
        "user",
        unit + " runs as " + user + ", who may read other files than this user (" + became_its_user.error().what + ")",
        "run check as root");
  }
  return good("user", user + ", with the environment of " + unit);
}

std::vector<Problem> ask_for_hidden(const LoadedSettings& loaded, const std::string& unit, const UnitState& state) {
  const Settings& settings = loaded.settings;
  const FeedAccessSettings& access = settings.feed_access;
  std::vector<std::pair<const char*, std::filesystem::path>> named{{"feed.token_file", access.token_file},
                                                                   {"feed.login_file", access.login_file},
                                                                   {"feed.ca_file", access.ca_file},
                                                                   {"feed.certificate_file", access.certificate_file},
                                                                   {"feed.key_file", access.key_file}};
  if (loaded.sources.contains("cache.folder")) {  // else it is the service's own
    named.emplace_back("cache.folder", settings.cache_folder);
  }
  for (const std::string& feed : settings.feeds) {
    if (!is_http_url(feed)) {
      named.emplace_back("feed.url", feed);
    }
  }
  std::vector<Problem> problems;
  for (const auto& [key, file] : named) {
    for (const std::filesystem::path& folder : state.hidden_folders) {
      if (!file.empty() && lies_below(file.lexically_normal(), folder)) {
        problems.push_back(
            with_line_of_key({.where = key,
                              .what = file.string() + " is kept from " + unit + ", as all of " + folder.string(),
                              .right = "put it below /etc/venue-kiosk or /var/lib/venue-kiosk"},
                             loaded));
      }
    }
  }
  return problems;
}

}  // namespace kiosk
