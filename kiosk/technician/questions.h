#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "net/access.h"
#include "settings/load_settings.h"
#include "venue/schedule.h"

namespace kiosk {

// What `check` asks of a screen that is about to be hung, beside what reading settings and feed has found. Each answer
// names the settings' file and line, or the feed.

// Whether there is a hall, and the schedule knows it. `schedule` may be null: then nothing is known of its halls.
std::vector<Problem> ask_for_hall(const LoadedSettings& loaded, const Schedule* schedule);

// Whether the files for access to the feeds can be used, and give no secret away. `access` is the first
// feed's.
std::vector<Problem> ask_for_access(const LoadedSettings& loaded, const AccessFiles& access);

// Which feeds come by http:// from another machine, so that anyone on the way may change them.
std::vector<Problem> ask_for_plain_http(const LoadedSettings& loaded);

// Whether the pictures of a feed that comes by https:// do too, and whether they are where the kiosk may fetch them as
// far as their addresses say. `local`: all feeds are files or come from this machine's own network. One warning each,
// with a count.
std::vector<Problem> ask_for_pictures(const Schedule& schedule, const LoadedSettings& loaded, bool local);

// Whether sessions overlap in a hall. `feed` is what to call the feeds.
std::vector<Problem> ask_for_overlaps(const Schedule& schedule, const std::string& feed);

}  // namespace kiosk
