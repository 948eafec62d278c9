#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/feed_budget.h"
#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"
#include "reading/room_list.h"

namespace kiosk {

// Calls the function with each day of a schedule.json, each room's list of events on it, and what that room is
// called there; with so many lists as there may be sessions (base/feed_budget.h).
template <class Function>
void for_each_room(const Place& days, Function function) {
  std::size_t lists = 0;
  for_each_element(days, [&](const Place& day) {
    const auto rooms = day.member("rooms");
    const Json::Object* members = rooms ? rooms->value().object() : nullptr;
    for (std::size_t i = 0; members != nullptr && i < members->size() && lists < feed_budget.sessions; ++i, ++lists) {
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
  // The list alone. Of two rooms that events cannot tell apart the second is left out: those of one name, or of one
  // guid where events name that.
  enum class ToldApart { by_name, by_guid };
  void read_list(const Place& wrapper, const Place& conference, ToldApart told_apart);

  // The room that a list of events stands under.
  struct Listed {
    std::string_view name;
    std::optional<std::size_t> hall;
  };
  Listed listed(const Place& room, std::string_view name);

  // The id of the event's hall: the event's own room comes before the one it is listed under. Empty where
  // neither is known.
  std::string hall_of(const Place& event, const Listed& listed_under);

  // The id of the hall that an event's own room names; a room that is not there yet is added. Empty where it has no
  // name, or is one too many.
  std::string hall_named_by(const Place& event);

  const std::vector<Hall>& halls() const { return rooms_.halls(); }
  // Whether there is a list of rooms; else they are known by their days alone.
  bool are_listed() const { return listed_ > 0; }

 private:
  void add(const Place& room, std::string_view name);
  std::optional<std::size_t> named_by(const Place& event);
  std::string called(const Place& room, std::string_view name);

  ProblemList& problems_;
  Fields& fields_;
  RoomList rooms_;
  // Names without their marks: a few, and each event has one.
  std::map<std::string, std::string, std::less<>> called_;
  std::size_t listed_ = 0;  // how many rooms the list of rooms gave
};

}  // namespace kiosk
