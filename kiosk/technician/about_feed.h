#pragma once

#include <string>

#include "feed/load_feeds.h"
#include "technician/answer.h"
#include "venue/local_time.h"
#include "venue/schedule.h"

namespace kiosk {

// What the fetch of one feed tells, that its problems do not: what was answered, how large and how compressed, by what
// the next look asks whether anything is new, its dialect, its age, the server's clock against this machine's at `now`,
// and until when the certificate holds. `name` is its address without credentials. Pure.
//
// A poll in ten seconds is cheap only where the server has a validator and compresses: both are warned of. A
// certificate is renewed a month before its end by those who do it at all: two weeks before, somebody has to be told.
Answers about_feed(const std::string& name, const FetchedFeed& fetched, const std::string& dialect, Instant now);

// What the schedule counts, in which zone; and the hall that the settings name, where it is found. Pure.
Answers about_schedule(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
