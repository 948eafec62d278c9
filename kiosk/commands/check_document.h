#pragma once

#include <string>

#include "settings/load_settings.h"

namespace kiosk {

// Prints what an organizer should look at in a document before it goes to the screens (organizer/feed_findings.h), and
// returns the exit code. `over` is the export that it is laid over, a file or an address; empty: none. Of the settings,
// the time zone counts, the size of a screen's window, and who a server of the feed's lets in.
int check_document(const std::string& file, const std::string& over, const SettingsSources& sources, bool as_json);

}  // namespace kiosk
