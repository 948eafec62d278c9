#include "dialects/read_feed.h"

#include <algorithm>

#include "base/feed_budget.h"
#include "dialects/foreign_document.h"
#include "dialects/venue_feed.h"
#include "exports/cfp_dev.h"
#include "exports/indico.h"
#include "exports/pretalx_widget.h"
#include "exports/schedule_json.h"
#include "exports/schedule_json_2.h"
#include "exports/sessionize.h"
#include "exports/sessionize_grid.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/allowances.h"

namespace kiosk {
namespace {

struct Dialect {
  const char* name;   // for who wants to know what the document was taken for
  const char* shape;  // what it is recognised by, for whoever brought something else
  bool (*recognises)(const Json& document);
  Result<FeedPart> (*read)(const Json& document, const FeedContext& context, ProblemList& problems);
};

// The first that recognises a document reads it. A new dialect is a file and a line here.
constexpr Dialect dialects[] = {
    {"venue-feed/1", "a venue feed (\"format\": \"venue-feed/1\" and \"halls\")", is_venue_feed, read_venue_feed},
    {"schedule.json 2", "a schedule.json 2 (\"conference\" and \"events\")", is_schedule_json_2, read_schedule_json_2},
    {"schedule.json", "a schedule.json (\"schedule\" with a \"conference\")", is_schedule_json, read_schedule_json},
    {"Sessionize view/All", "a Sessionize API's view/All (\"sessions\" and \"rooms\")", is_sessionize, read_sessionize},
    {"Sessionize view/GridSmart", "its view/GridSmart (days with \"rooms\")", is_sessionize_grid, read_sessionize_grid},
    {"pretalx widget v2", "pretalx's widget data (\"talks\" and \"rooms\")", is_pretalx_widget, read_pretalx_widget},
    {"Indico", "Indico's timetable (\"results\" by day)", is_indico, read_indico},
    {"cfp.dev", "a day of cfp.dev (a list of slots)", is_cfp_dev, read_cfp_dev},
};

std::string known_shapes() {
  std::string known = "known is";
  for (const Dialect& dialect : dialects) {
    known += std::string(&dialect == &dialects[0] ? " " : ", ") + dialect.shape;
  }
  return known;
}

tl::unexpected<Problem> refused(Problem problem, const FeedContext& context) {
  problem.file = context.file;
  return fail(std::move(problem));
}

}  // namespace

namespace {

Result<FeedPartReading> read_to_the_end(std::string_view bytes, const FeedContext& context) {
  const Result<Json> document = parse_json(bytes, context.give_up);
  if (!document) {
    return refused(foreign_text(bytes).value_or(document.error()), context);
  }
  const auto* dialect = std::find_if(std::begin(dialects), std::end(dialects),
                                     [&](const Dialect& candidate) { return candidate.recognises(*document); });
  if (dialect == std::end(dialects)) {
    return refused(foreign_json(*document, known_shapes()), context);
  }
  ProblemList problems(context.file);
  Result<FeedPart> part = dialect->read(*document, context, problems);
  if (!part) {
    return refused(part.error(), context);
  }
  if (part->parts.sessions.empty() && !part->venue_feed) {
    problems.warning(Place(*document), "there are no sessions in it", "the halls are shown with nothing scheduled");
  }
  part->file = context.file;
  if (!context.addition && part->parts.event.time_zone.is(NoZone::unsaid)) {
    problems.leave_room();
    part->zone_unsaid = Problem{.file = context.file,
                                .line = document->line(),
                                .what = "the feed does not say its time zone, so that nothing is on or next",
                                .right = part->venue_feed ? "write \"time_zone\": \"Europe/Berlin\" in its event"
                                                          : "write time_zone = \"Europe/Berlin\" in the settings"};
  }
  return FeedPartReading{*std::move(part), problems.take(), problems.take_set_aside(), dialect->name};
}

}  // namespace

Result<FeedPartReading> read_feed_part(std::string_view bytes, const FeedContext& context) {
  if (bytes.size() > feed_budget.bytes) {
    return refused({.what = "the feed is larger than " + std::to_string(feed_budget.bytes >> 20U) + " MiB",
                    .right = "this is no feed"},
                   context);
  }
  try {
    return read_to_the_end(bytes, context);
  } catch (const ReadGivenUp&) {  // from deep within a dialect, the one way out of there
    return refused(reading_given_up(), context);
  }
}

Result<FeedReading> read_feed(std::string_view bytes, const FeedContext& context) {
  return read_feed_part(bytes, context).map([](FeedPartReading reading) {
    std::vector<Problem> problems = problems_of_only_feed(reading);
    return FeedReading{std::make_shared<const Schedule>(std::move(reading.part.parts)), std::move(problems)};
  });
}

std::vector<Problem> problems_of_only_feed(const FeedPartReading& reading) {
  std::vector<Problem> problems = reading.problems;
  if (reading.part.zone_unsaid) {
    problems.push_back(*reading.part.zone_unsaid);
  }
  return problems;
}

}  // namespace kiosk
