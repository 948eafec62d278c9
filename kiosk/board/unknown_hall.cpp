#include "board/unknown_hall.h"

#include "base/words.h"
#include "board/compose_board.h"
#include "programme/called_hall.h"

namespace kiosk {
namespace {

std::string ids_of(const std::vector<const Hall*>& halls) {
  std::string ids;
  for (const Hall* hall : halls) {
    ids += (ids.empty() ? "" : ", ") + in_quotes(hall->id);
  }
  return ids;
}

}  // namespace

Problem unknown_hall(const Schedule& schedule, const std::string& hall) {
  const CalledHall called = called_hall(schedule.halls(), hall);
  if (!called.candidates.empty()) {
    return {.where = "hall",
            .what = "several halls of the feed are called " + in_quotes(hall),
            .right = "write the id of one: " + ids_of(called.candidates)};
  }
  std::string right;
  if (const Hall* nearest = nearest_hall(schedule, hall)) {
    right = "did you mean " + in_quotes(nearest->id) + "?";
  } else if (!schedule.halls().empty()) {
    std::vector<const Hall*> all;
    for (const Hall& known : schedule.halls()) {
      all.push_back(&known);
    }
    right = "it has " + ids_of(all);
  }
  if (!schedule.lists_halls()) {
    return {.severity = Severity::warning,
            .where = "hall",
            .what = "nothing is scheduled in " + in_quotes(hall) +
                    " yet; the feed lists no halls, it names those of its "
                    "sessions alone",
            .right = std::move(right)};
  }
  return {.where = "hall", .what = "the feed has no hall " + in_quotes(hall), .right = std::move(right)};
}

}  // namespace kiosk
