#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "settings/settings.h"

namespace kiosk {

// More than an hour behind a screen is useless; polling faster than each second is an attack on the server.
inline constexpr std::chrono::seconds min_poll{1};
inline constexpr std::chrono::seconds max_poll{3600};

// After a day everything held is over.
inline constexpr std::chrono::seconds no_hold{0};
inline constexpr std::chrono::seconds max_hold{86400};

// A language has to stand long enough to be read, and not so long that whoever reads the other walks on.
inline constexpr std::chrono::seconds min_language_turn{5};
inline constexpr std::chrono::seconds max_language_turn{600};

// One value of a settings file on its way into Settings. Each read_…() either sets its argument or leaves it as it was
// and reports what is wrong. Never of an empty text, which means the default. Lives only while its file is read.
class TomlValue {
 public:
  // `report` takes the line, what is wrong with it, and what would be right.
  using Report = std::function<void(int line, std::string what, std::string right)>;

  TomlValue(const toml::node& node, std::string_view example, const std::filesystem::path& folder, Report report)
      : node_(node), example_(example), folder_(folder), report_(std::move(report)) {}

  void read_text(std::string& out) const;
  void read_hall_by_host(std::vector<HallOfHost>& out) const;
  void read_time_zone(std::string& out) const;  // its shape only; the zone rules are not asked
  void read_languages(std::vector<std::string>& out) const;
  void read_feeds(std::vector<std::string>& out) const;  // a text, or a list of them
  void read_broadcasts(std::vector<BroadcastSettings>& out) const;
  void read_number(int& out, int min, int max) const;
  void read_path(std::filesystem::path& out) const;
  void read_duration(std::chrono::seconds& out, std::chrono::seconds min, std::chrono::seconds max) const;
  void read_monitor(std::string& out) const;
  void read_size(std::optional<Size>& out) const;
  void read_rotation(int& out) const;
  void read_switch(bool& out) const;
  void read_hours(std::optional<DailyHours>& out) const;
  void read_theme_base(ThemeBase& out) const;
  void read_color(std::optional<Color>& out) const;

 private:
  std::optional<std::string> feed_of(const toml::node& node) const;
  std::optional<BroadcastSettings> broadcast_of(const toml::table& table) const;
  bool is_too_long(const toml::array& list) const;  // with a report
  void add_halls_of_hosts(const toml::table& table, const std::string& prefix, std::vector<HallOfHost>& hosts) const;
  // The text; nothing, and a report, where the value is no text.
  std::optional<std::string> text(std::string_view kind) const;
  // `10 is not a duration; write "10s"`.
  void reject(std::string_view kind, std::string_view instead) const;

  const toml::node& node_;
  std::string_view example_;
  const std::filesystem::path& folder_;
  Report report_;
};

// The value as a problem may quote it: one line, short, and never an address, which may hold a password.
std::string quote(const toml::node& node);
std::string quote(std::string_view text);

int line_of(const toml::node& node);

}  // namespace kiosk
