#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"
#include "reading/room_list.h"

namespace kiosk {

// Calls the function with each day of a schedule.json, each room's list of events on it, and what that room is
// called there.
template <class Function>
void for_each_room(const Place& days, Function function) {
  for_each_element(days, [&](const Place& day) {
    const auto rooms = day.member("rooms");
    const Json::Object* members = rooms ? rooms->value().object() : nullptr;
    for (std::size_t i = 0; members != nullptr && i < members->size(); ++i) {
      function(day, rooms->member_at(i), (*members)[i].first);
    }
  });
}

// The rooms of a schedule.json: those it lists, then those that only its days have. Events name one, and stand
// under one, which need not be the same.
class ScheduleJsonRooms {
 public:
  ScheduleJsonRooms(ProblemList& problems, Fields& fields) : problems_(problems), fields_(fields) {}

  // `wrapper` is what the conference stands in.
  void read(const Place& wrapper, const Place& conference, const Place& days);

  // The id of the event's hall: the event's own room comes before the one it is listed under. Empty where
  // neither is known.
  std::string hall_of(const Place& event, std::string_view listed_under);

  const std::vector<Hall>& halls() const { return rooms_.halls(); }

 private:
  void read_list(const Place& wrapper, const Place& conference);
  void add(const Place& room, std::string_view name);
  std::optional<std::size_t> named_by(const Json& event) const;

  ProblemList& problems_;
  Fields& fields_;
  RoomList rooms_;
  std::size_t listed_ = 0;  // how many rooms the list of rooms gave
};

}  // namespace kiosk
