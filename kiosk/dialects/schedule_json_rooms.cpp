#include "dialects/schedule_json_rooms.h"

#include <algorithm>

#include "base/words.h"
#include "reading/plain_text.h"

namespace kiosk {

void ScheduleJsonRooms::read(const Place& wrapper, const Place& conference, const Place& days) {
  read_list(wrapper, conference);
  for_each_room(days, [this](const Place&, const Place& room, std::string_view name) { add(room, name); });
}

void ScheduleJsonRooms::read_list(const Place& wrapper, const Place& conference) {
  auto list = conference.member("rooms");
  if (const auto misplaced = wrapper.member("rooms"); !list && misplaced) {
    problems_.warning(*misplaced, "\"rooms\" belongs into \"conference\"", "read from here");
    list = misplaced;
  }
  for_each_element(list, [this](const Place& place) {
    RoomList::Room room;
    if (place.value().string() != nullptr) {
      room.name = fields_.text(place);
    } else if (fields_.is_object(place, "a room")) {
      room = {fields_.word(place, "guid"), fields_.word(place, "slug"), fields_.text(place, "name")};
      if (room.name.empty()) {
        problems_.error(place, "the room has no name", "it is left out");
      }
    }
    // Sessions know rooms by name: of two of one name the second could never be meant.
    if (!room.name.empty() && !rooms_.find(room.name.in(""))) {
      rooms_.add(room);
    }
  });
  listed_ = rooms_.halls().size();
}

// A room of some day that the list of rooms, often missing, does not have. It is none where all its events name
// another that the list has: rooms get new names, and exports are late to follow.
void ScheduleJsonRooms::add(const Place& room, std::string_view name) {
  const Json::Array* events = room.value().array();
  const std::string called = plain_text(name);
  const auto names_listed = [this](const Json& event) {
    const auto hall = named_by(event);
    return hall && *hall < listed_;
  };
  if (called.empty() || rooms_.find(called) ||
      (events != nullptr && !events->empty() && std::all_of(events->begin(), events->end(), names_listed))) {
    return;
  }
  rooms_.add({.name = called});
}

// By the event's own room.
std::optional<std::size_t> ScheduleJsonRooms::named_by(const Json& event) const {
  const Json* room = event.find("room");
  if (room != nullptr && room->object() != nullptr) {
    for (const char* key : {"guid", "slug", "name"}) {
      const std::string* text = room->find_text(key);
      if (const auto hall = text != nullptr ? rooms_.find(*text) : std::nullopt) {
        return hall;
      }
    }
    return std::nullopt;
  }
  const std::string* text = room != nullptr ? room->string() : nullptr;
  return text != nullptr && !text->empty() ? rooms_.find(plain_text(*text)) : std::nullopt;
}

std::string ScheduleJsonRooms::hall_of(const Place& event, std::string_view listed_under) {
  const auto own = named_by(event.value());
  const auto under = rooms_.find(plain_text(listed_under));
  const auto hall = own ? own : under;
  const auto room = event.member("room");
  const std::string* name = room ? room->value().string() : nullptr;
  const bool names_none = !room || (name != nullptr && name->empty());
  if (hall && !names_none && own != under) {
    problems_.warning_once(
        *room,
        "the session stands under " + in_quotes(listed_under) + " but names the room " + room->value().describe(),
        "shown in " + in_quotes(rooms_.halls()[*hall].name.in("")));
  }
  return hall ? rooms_.halls()[*hall].id : "";
}

}  // namespace kiosk
