#pragma once

#include <string>

#include "settings/load_settings.h"

namespace kiosk {

// Prints what an organizer should look at in a document before it goes to the screens (organizer/feed_findings.h), and
// returns the exit code. Of the settings, the time zone counts, and
// the size of a screen's window.
int check_document(const std::string& file, const SettingsSources& sources, bool as_json);

}  // namespace kiosk
