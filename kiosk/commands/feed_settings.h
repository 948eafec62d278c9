#pragma once

#include "feed/feeds_to_follow.h"
#include "settings/load_settings.h"

namespace kiosk {

// What the settings say of feeds, as values of the feed room: the one place that knows both rooms.
FeedsToFollow feeds_to_follow(const LoadedSettings& loaded);

}  // namespace kiosk
