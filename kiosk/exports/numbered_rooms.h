#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"
#include "reading/room_list.h"

namespace kiosk {

// The rooms of an export that lists each as {"id", "name"}, and whose sessions name them by that id, a number.
class NumberedRooms {
 public:
  NumberedRooms(ProblemList& problems, Fields& fields) : problems_(problems), fields_(fields) {}

  void read(const std::optional<Place>& list);

  // The id of the hall that a member names; empty where the export has no such room.
  std::string hall_of(const Place& session, std::string_view key);

  const std::vector<Hall>& halls() const { return rooms_.halls(); }
  std::vector<std::string> ids() const { return rooms_.ids(); }

 private:
  ProblemList& problems_;
  Fields& fields_;
  RoomList rooms_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, std::size_t> hall_by_room_;
};

}  // namespace kiosk
