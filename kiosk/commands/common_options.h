#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "feed/load_feeds.h"
#include "settings/load_settings.h"
#include "settings/settings.h"
#include "venue/local_time.h"

namespace kiosk {

// The options that all commands share.
struct CommonOptions {
  std::string config;  // empty: /etc/venue-kiosk/kiosk.toml where there is one
  SettingsOverrides over;

  void declare(CLI::App& app);       // --config, --feed
  void declare_hall(CLI::App& app);  // --hall
  // Where the settings of this start come from.
  SettingsSources sources() const;
};

// Fetches each feed that the settings name once. That they name none is a problem too.
LoadedFeeds load_feeds_of(const LoadedSettings& loaded);

// As load_feeds_of(), but the schedule is never null: without one, the result is the problem that keeps it from being.
// Complains of a further feed that cannot be reached.
Result<LoadedFeeds> load_schedule(const LoadedSettings& loaded);

// Parses an instant of the command line, as in RFC 3339; one without an offset is in the settings' zone. The problem
// shows how to write one.
Result<Instant> parse_at(const std::string& text, SaidZone zone);

// Prints "venue-kiosk: " and the problem to stderr.
void complain(const Problem& problem);

}  // namespace kiosk
