#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/problem.h"

namespace kiosk {

enum class ThemeBase { dark, light };

// What a technician chose of the colours; the rest is the event's, and else the base's.
struct ThemeSettings {
  ThemeBase base = ThemeBase::dark;
  std::optional<Color> background{};
  std::optional<Color> glow{};
  std::optional<Color> text{};
  std::optional<Color> quiet_text{};
  std::optional<Color> accent{};
  std::optional<Color> accent_text{};
  std::optional<Color> alert{};
  std::optional<Color> alert_text{};
  friend bool operator==(const ThemeSettings&, const ThemeSettings&) = default;
};

// Hours of every day, by the venue's wall clock, from..until; over midnight where until is the earlier
// (settings/daily_hours.h).
struct DailyHours {
  std::chrono::minutes from{0};   // since midnight, under 24 h
  std::chrono::minutes until{0};  // exclusive, up to 24 h; never equal to from
  friend bool operator==(const DailyHours&, const DailyHours&) = default;
};

// Where boards are shown: what takes a new window when it changes.
struct WindowSettings {
  std::string monitor;           // a name as the system gives it ("HDMI-1") or a number from 1; empty: the primary one
  std::optional<Size> windowed;  // a window of this size instead of the full screen
  friend bool operator==(const WindowSettings&, const WindowSettings&) = default;
};

// How boards are shown, on whatever window.
struct DisplaySettings {
  bool fade = true;                 // boards cross-fade where the renderer is fast enough
  int rotate = 0;                   // degrees clockwise: 0, 90, 180 or 270
  bool drift = true;                // everything moves a little with the minutes, against burn-in
  std::optional<DailyHours> dim;    // hours at a third of the light
  std::optional<DailyHours> blank;  // hours without any
  friend bool operator==(const DisplaySettings&, const DisplaySettings&) = default;
};

// The kiosk's access to a protected feed. Absolute paths; empty: none.
struct FeedAccessSettings {
  std::filesystem::path token_file{};        // a bearer token
  std::filesystem::path login_file{};        // user:password
  std::filesystem::path ca_file{};           // PEM, trusted beside the system's authorities
  std::filesystem::path certificate_file{};  // PEM, the kiosk's own
  std::filesystem::path key_file{};          // PEM; empty: in certificate_file
  friend bool operator==(const FeedAccessSettings&, const FeedAccessSettings&) = default;
};

// When to believe a feed that no longer has what it had; not of venue feeds.
struct HoldSettings {
  std::chrono::seconds time{std::chrono::minutes(15)};  // how long sessions stay that vanish in numbers; 0 s to 24 h
  int sessions = 5;                                     // how many vanish "in numbers" at least, 2 to 1000
  int percent = 10;                                     // and which part of the event at least, 1 to 100
  int cancelled_after = 2;  // polls without it until a single one is cancelled, 1 to 1000; 0: it is removed at once
  friend bool operator==(const HoldSettings&, const HoldSettings&) = default;
};

// A live page of a hall, for a feed that names none. Times are texts: their zone is the feed's to say.
struct BroadcastSettings {
  std::string hall;     // never empty
  std::string url;      // http(s)
  std::string from{};   // RFC 3339, with or without an offset; empty: since ever
  std::string until{};  // exclusive; empty: for good
  int line = 0;         // in the settings file
  friend bool operator==(const BroadcastSettings&, const BroadcastSettings&) = default;
};

// One line of hall_by_host: at which hall the screen of this machine hangs.
struct HallOfHost {
  std::string host;  // as it is written
  std::string hall;
  int line = 0;  // in the settings file
  friend bool operator==(const HallOfHost&, const HallOfHost&) = default;
};

// What a technician chooses for one screen. A plain value; each default is what a screen does without that
// setting. config/kiosk.toml shows them all.
struct Settings {
  std::string hall;                        // id of the hall at whose door the screen hangs
  std::vector<HallOfHost> hall_by_host;    // which of them is this machine's: settings/this_hall.h
  std::vector<std::string> feeds;          // URLs, or absolute paths; later ones add to the first; empty: none given
  std::chrono::seconds poll_interval{10};  // 1 s to 1 h
  FeedAccessSettings feed_access;
  HoldSettings hold;
  bool private_pictures = false;  // pictures of a feed from outside may come from this machine's own network
  std::vector<BroadcastSettings> broadcasts;
  std::string time_zone;                   // IANA name; empty: the feed's own
  std::vector<std::string> languages;      // BCP 47, in order; empty: the event's
  std::chrono::seconds language_turn{20};  // how long one of several languages stands; 5 s to 10 min
  std::filesystem::path cache_folder;      // absolute; empty: the platform's own choice
  WindowSettings window;
  DisplaySettings display;
  ThemeSettings theme;
  // The first, which names a board's schedule; empty: none given.
  std::string feed() const { return feeds.empty() ? std::string() : feeds.front(); }
  friend bool operator==(const Settings&, const Settings&) = default;
};

// What overrides the file: the environment, and over that the command line. Set fields win.
struct SettingsOverrides {
  std::optional<std::string> hall;
  std::optional<std::string> feed;  // instead of all the file's
  std::optional<std::string> cache_folder;
  std::optional<Size> windowed;
};

}  // namespace kiosk
