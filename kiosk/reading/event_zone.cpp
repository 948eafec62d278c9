#include "reading/event_zone.h"

#include "base/words.h"

namespace kiosk {

SaidZone event_zone(const FeedZone& feed, const FeedContext& context, ProblemList& problems,
                    const std::function<void()>& report_offsets) {
  const SaidZone named = feed.name.empty() ? SaidZone() : context.find_zone(feed.name);
  const SaidZone zone = first_zone({context.time_zone, named, feed.of_offsets});
  if (named.is(NoZone::no_rules) || zone.is(NoZone::no_rules)) {
    problems.error(feed.named.value_or(feed.place), zone_rules_missing, install_zone_rules);
  } else if (named.is(NoZone::unknown)) {
    problems.error(*feed.named,
                   in_quotes(feed.name) + " is not a time zone" + (zone ? "" : ", so that nothing is on or next"),
                   "write one of the tz database, \"Europe/Moscow\"");
  } else if (zone.is(NoZone::unknown)) {
    problems.error(feed.place,
                   "the time zone in the settings is none that this system knows, so that nothing is on or next",
                   "write "
                   "time_zone = \"Europe/Moscow\" there");
  } else if (!context.time_zone && !named && zone) {
    report_offsets();
  }
  return zone;
}

}  // namespace kiosk
