#include "exports/numbered_rooms.h"

namespace kiosk {

void NumberedRooms::read(const std::optional<Place>& list) {
  for_each_element(list, [this](const Place& room) {
    if (!fields_.allowances().take(Many::halls, room) || !fields_.is_object(room, "a room")) {
      return;
    }
    const std::string id = fields_.any_id(room, "id");
    const LocalText name = fields_.text(room, "name");
    if (name.empty()) {
      problems_.error(room, "the room has no name", "it is left out");
      return;
    }
    hall_by_room_.emplace(id, rooms_.add({.guid = id, .name = name}));
  });
}

std::string NumberedRooms::hall_of(const Place& session, std::string_view key) {
  const auto hall = hall_by_room_.find(fields_.any_id(session, key));
  return hall != hall_by_room_.end() ? rooms_.halls()[hall->second].id : "";
}

}  // namespace kiosk
