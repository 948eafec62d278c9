#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "machine/service_unit.h"
#include "settings/load_settings.h"
#include "technician/answer.h"

namespace kiosk {

// What `check` makes of the service that shows a screen. Pure: who calls has asked systemd.

// The unit that reads this file: of /etc/venue-kiosk/kiosk.toml, or where none is named (empty), venue-kiosk.service;
// of another NAME.toml there venue-kiosk@NAME.service; of a file elsewhere none.
std::optional<std::string> unit_of(const std::filesystem::path& settings);

// How the unit is.
Answer about_unit(const std::string& unit, const Result<UnitState>& state);

// Whether it shows a screen, now or with the machine's next start: only then its settings are some that a screen reads.
bool is_in_use(const UnitState& state);

// As whom check looks at what the unit reads: as its user, which it may have become, or as somebody else, and why. What
// this one may read and reach is not what the screen may. `by_root`: root asks, and can do no more about it.
Answer about_view(const std::string& unit, const UnitState& state, const Result<void>& became_its_user, bool by_root);

// Which files and folders that the settings' file names are kept from the unit's programs, and whether they may write
// the cache.
std::vector<Problem> ask_for_hidden(const LoadedSettings& loaded, const std::string& unit, const UnitState& state);

}  // namespace kiosk
