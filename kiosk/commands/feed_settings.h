#pragma once

#include "feed/feeds_to_follow.h"
#include "settings/load_settings.h"

namespace kiosk {

// What the settings say of feeds, in the feed room's own words. The one place where the two meet.
FeedsToFollow feeds_to_follow(const LoadedSettings& loaded);

}  // namespace kiosk
