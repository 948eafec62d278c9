#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace kiosk {

// A unit of systemd as org.freedesktop.systemd1(5) tells of it.
struct UnitState {
  std::string load;            // "loaded", "not-found"
  std::string active;          // "active", "failed", "inactive", …
  std::string sub;             // "running", "auto-restart", …
  std::string enabled;         // UnitFileState: "enabled", "disabled", …; may be empty
  std::uint32_t restarts = 0;  // by Restart=

  // What its programs are given, and what is kept from them.
  std::string user{};                                   // User=; empty: root
  std::vector<std::string> groups{};                    // beside the user's own: Group=, SupplementaryGroups=
  std::vector<std::string> environment{};               // "NAME=value", the manager's and its own folders first
  bool reads_environment_files = false;                 // EnvironmentFile=, whose variables are not among these
  std::vector<std::filesystem::path> hidden_folders{};  // which are empty to them, or others: ProtectHome=, PrivateTmp=
  bool all_read_only = false;                           // ProtectSystem=strict: but for the following
  std::vector<std::filesystem::path> writable_folders{};
};

// Asks systemd by the system's bus, or without one where root asks; each question for two seconds at most. Nothing
// where the machine does not run systemd.
std::optional<Result<UnitState>> unit_state(const std::string& unit);

}  // namespace kiosk
