#pragma once

#include "settings/load_settings.h"
#include "technician/answer.h"

namespace kiosk {

// Which files the settings come from, and of each key that is set its value and by whom: file and line, the variable or
// the option. The last line has those that nobody set, with what holds by itself. Problems of the settings are not
// among them. `shown_feeds`: how to write the feeds' addresses, without credentials. Pure.
Answers about_settings(const LoadedSettings& loaded, const std::string& shown_feeds);

// The same as {"key": {"value", "file", "line"}}; "file" is "default" of a key that nobody set.
nlohmann::ordered_json sources_json(const LoadedSettings& loaded, const std::string& shown_feeds);

}  // namespace kiosk
