// Times and lengths of time, as feeds and settings write them.

#include "exports/schedule_json_times.h"
#include "reading/zone_of_offset.h"
#include "settings/daily_hours.h"
#include "settings/read_settings.h"
#include "settings/text_values.h"
#include "tests/fuzz/expect.h"
#include "venue/parse_instant.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

void check_instant(std::string_view text) {
  static const TimeZone berlin = *find_time_zone("Europe/Berlin");
  const auto here = parse_instant(text, berlin);
  const auto anywhere = parse_instant(text);
  expect(!anywhere || here == anywhere, "an offset wins over the zone");
  if (here) {
    event_day(*here, berlin);
    expect(start_of_event_day(*here, berlin) <= *here && *here < next_event_day(*here, berlin),
           "an instant lies in its event day");
    const std::string written = format_instant(*here, utc());
    // An offset may lead out of the years 0000 to 9999.
    const bool has_year = *here >= Instant(date::sys_days(date::year(0) / 1 / 1)) && written.size() == 25;
    expect(!has_year || parse_instant(written) == here, "an instant is read as it is written");
  }
  if (const SaidZone zone = zone_of_offset(text)) {
    expect(anywhere.has_value(), "a zone is of a time");
    expect(parse_instant(text.substr(0, text.find_first_of("+-Zz", 10)), *zone) == anywhere,
           "a zone found by an offset has that offset");
  }
}

void check_schedule_json(std::string_view text) {
  using namespace std::chrono_literals;
  const auto length = parse_session_length(text);
  expect(!length || length->as_written || length->in_seconds, "a length is one");
  expect(!length || !length->as_written || (*length->as_written >= 0min && *length->as_written <= 366 * 24h),
         "a session lasts up to a year");
  expect(!length || !length->in_seconds || (*length->in_seconds > 0min && *length->in_seconds <= longest_session),
         "in seconds a session lasts up to half a day");
  const auto clock = parse_wall_clock(text);
  expect(!clock || (*clock >= 0s && *clock < 48h), "a wall clock shows this day or the next");
  if (const auto day = parse_day(text)) {
    expect(date::year_month_day(*day).ok(), "a day is one");
  }
}

void check_settings(std::string_view text) {
  if (const auto hours = parse_daily_hours(text)) {
    const std::string written = format_time_of_day(hours->from) + '-' + format_time_of_day(hours->until);
    expect(parse_daily_hours(written) == hours, "hours are read as they are written");
    expect(hours->from == hours->until || holds(*hours, hours->from), "hours hold at their beginning");
  }
  if (const auto duration = parse_duration(text)) {
    expect(duration->count() >= 0, "a length is not negative");
    const std::string written = format_duration(*duration);
    expect(written.size() > 11 || parse_duration(written) == duration, "a length is read as it is written");
  }
  const auto size = parse_size(text);
  expect(!size || size->short_side() >= 160, "a window can be seen");
  is_language_tag(text);
  looks_like_time_zone(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_instant(text);
  check_schedule_json(text);
  check_settings(text);
  find_time_zone(text);
  return 0;
}
