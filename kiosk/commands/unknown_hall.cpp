#include "commands/unknown_hall.h"

#include "screen/compose_board.h"

namespace kiosk {

Problem unknown_hall(const Schedule& schedule, const std::string& hall) {
  std::string what = "the feed has no hall \"" + hall + '"';
  if (const Hall* nearest = nearest_hall(schedule, hall)) {
    what += "; did you mean \"" + nearest->id + "\"?";
  } else if (!schedule.halls().empty()) {
    what += "; it has";
    for (const Hall& known : schedule.halls()) {
      what += " \"" + known.id + '"';
    }
  }
  return {.where = "hall", .what = what};
}

}  // namespace kiosk
