#include "board/unknown_hall.h"

#include "base/words.h"
#include "board/compose_board.h"

namespace kiosk {

Problem unknown_hall(const Schedule& schedule, const std::string& hall) {
  std::string right;
  if (const Hall* nearest = nearest_hall(schedule, hall)) {
    right = "did you mean " + in_quotes(nearest->id) + "?";
  } else if (!schedule.halls().empty()) {
    right = "it has";
    for (const Hall& known : schedule.halls()) {
      right += ' ' + in_quotes(known.id);
    }
  }
  return {.where = "hall", .what = "the feed has no hall " + in_quotes(hall), .right = std::move(right)};
}

}  // namespace kiosk
