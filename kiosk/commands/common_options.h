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

// The options every command shares.
struct CommonOptions {
  std::string config;  // empty: /etc/venue-kiosk/kiosk.toml where there is one
  SettingsOverrides over;

  void declare(CLI::App& app);       // --config, --feed
  void declare_hall(CLI::App& app);  // --hall
  // Where the settings of this start come from.
  SettingsSources sources() const;
};

// The feeds that the settings name, each fetched once; none given is a problem, too.
LoadedFeeds load_feeds_of(const LoadedSettings& loaded);

// As above for whoever wants a schedule, which is never null: what keeps there from being one is the problem, and a
// later feed that is out of reach is complained of.
Result<LoadedFeeds> load_schedule(const LoadedSettings& loaded);

// An instant of the command line: RFC 3339; where it has no offset, in the settings' zone. A problem
// shows how to write one.
Result<Instant> parse_at(const std::string& text, SaidZone zone);

// Prints "venue-kiosk: " and the problem to stderr.
void complain(const Problem& problem);

}  // namespace kiosk
