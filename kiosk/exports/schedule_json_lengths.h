#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "exports/schedule_json_times.h"
#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"
#include "venue/session.h"

namespace kiosk {

// How long the sessions of a schedule.json last.
//
// "1:00:00" is a day by the schema, and an hour to whoever wrote it: people write hours, minutes and seconds, or
// seconds alone. So a duration of more than longest_session cannot be meant where another session, which is no break,
// is on in the hall meanwhile, nor where nobody would write days like that ("00:20:00", 2700). If its last part counts
// seconds and the session is then over before the hall's next, that is what is meant; else the session has no end.
// Where all that the document writes in the same shape may count seconds, and some must, all do. Each is told.
class ScheduleJsonLengths {
 public:
  ScheduleJsonLengths(ProblemList& problems, Fields& fields) : problems_(problems), fields_(fields) {}

  struct Length {
    std::optional<Instant> end;  // absent: the session lasts until the hall's next
    std::optional<SessionLength> written;
  };
  // By the event's `end`, an instant or what the wall clock shows then, which wins over its `duration`. What is wrong
  // is reported.
  Length read(const Place& event, Instant start, TimeZone zone);

  // Of which session it is. In the document's order.
  void note(const Place& event, const Length& length, std::size_t session);

  // Calls a function with each event of the document, in its order.
  using EachEvent = std::function<void(const std::function<void(const Place& event)>& visit)>;

  // Once all are read: the ends that cannot be meant are changed. O(n log n), n being the slots of the sessions.
  void settle(const EachEvent& each_event, std::vector<Session>& sessions);

 private:
  struct Note {
    const Json* event = nullptr;
    std::size_t session = 0;
    SessionLength written;
  };
  std::optional<Instant> read_end(const Place& event, Instant start, TimeZone zone);
  std::optional<SessionLength> parse(const Place& duration);
  void tell(const EachEvent& each_event, const std::vector<const Note*>& changed, const std::vector<Session>& sessions);

  ProblemList& problems_;
  Fields& fields_;
  std::vector<Note> notes_;
};

}  // namespace kiosk
