#include "exports/schedule_json_rooms.h"

#include <algorithm>

#include "base/words.h"
#include "reading/allowances.h"

namespace kiosk {
namespace {

// Whether a room has got a new name, its first events show as well as all.
constexpr std::size_t most_asked = 200;

}  // namespace

void ScheduleJsonRooms::read(const Place& wrapper, const Place& conference, const Place& days) {
  read_list(wrapper, conference, ToldApart::by_name);
  for_each_room(days, [this](const Place&, const Place& room, std::string_view name) {
    if (fields_.allowances().take(Many::day_rooms, room)) {
      add(room, name);
    }
  });
}

void ScheduleJsonRooms::read_list(const Place& wrapper, const Place& conference, ToldApart told_apart) {
  auto list = conference.member("rooms");
  if (const auto misplaced = wrapper.member("rooms"); !list && misplaced) {
    problems_.warning(*misplaced, "\"rooms\" belongs into \"conference\"", "read from here");
    list = misplaced;
  }
  for_each_element(list, [&](const Place& place) {
    if (!fields_.allowances().take(Many::halls, place)) {
      return;
    }
    RoomList::Room room;
    if (place.value().string() != nullptr) {
      room.name = fields_.text(place);
    } else if (fields_.is_object(place, "a room")) {
      room = {fields_.word(place, "guid"), fields_.word(place, "slug"), fields_.text(place, "name")};
      if (room.name.empty()) {
        problems_.error(place, "the room has no name", "it is left out");
      }
    }
    const bool has_guid = told_apart == ToldApart::by_guid && !room.guid.empty();
    if (!room.name.empty() && !rooms_.find(has_guid ? room.guid : room.name.in(""))) {
      rooms_.add(room);
    }
  });
  listed_ = rooms_.halls().size();
}

// A room of some day that the list of rooms, often missing, does not have. It is none where all its events name
// another that the list has: rooms get new names, and exports are late to follow.
void ScheduleJsonRooms::add(const Place& room, std::string_view name) {
  const std::string known_as = called(room, name);
  if (known_as.empty() || rooms_.find(known_as)) {
    return;
  }
  const Json::Array* events = room.value().array();
  const std::size_t count = events != nullptr ? std::min(events->size(), most_asked) : 0;
  std::size_t names_listed = 0;
  for (bool all_so_far = true; all_so_far && names_listed < count;) {
    const auto hall = named_by(room.element(names_listed));
    all_so_far = hall && *hall < listed_;
    names_listed += all_so_far ? 1 : 0;
  }
  const bool is_renamed = count > 0 && names_listed == count;
  if (!is_renamed && fields_.allowances().take(Many::halls, room)) {
    rooms_.add({.name = known_as});
  }
}

// Names, too, may carry marks.
std::string ScheduleJsonRooms::called(const Place& room, std::string_view name) {
  name = cut_text(name, feed_budget.id);
  if (const auto known = called_.find(name); known != called_.end()) {
    return known->second;
  }
  std::string plain = fields_.allowances().plain(room, name);
  if (called_.size() < 2 * feed_budget.halls) {
    called_.emplace(name, plain);
  }
  return plain;
}

// By the event's own room.
std::optional<std::size_t> ScheduleJsonRooms::named_by(const Place& event) {
  const Json* room = event.value().find("room");
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
  return text != nullptr && !text->empty() ? rooms_.find(called(event, *text)) : std::nullopt;
}

std::string ScheduleJsonRooms::hall_named_by(const Place& event) {
  auto hall = named_by(event);
  const auto place = event.member("room");
  if (!hall && place) {
    RoomList::Room room;
    if (const std::string* name = place->value().string()) {
      room.name = called(*place, *name);
    } else if (fields_.is_object(*place, "a room")) {
      room = {fields_.word(*place, "guid"), fields_.word(*place, "slug"), fields_.text(*place, "name")};
    }
    if (!room.name.empty() && fields_.allowances().take(Many::halls, *place)) {
      hall = rooms_.add(room);
    }
  }
  return hall ? rooms_.halls()[*hall].id : "";
}

ScheduleJsonRooms::Listed ScheduleJsonRooms::listed(const Place& room, std::string_view name) {
  return {name, rooms_.find(called(room, name))};
}

std::string ScheduleJsonRooms::hall_of(const Place& event, const Listed& listed_under) {
  const auto own = named_by(event);
  const auto under = listed_under.hall;
  const auto hall = own ? own : under;
  const auto room = event.member("room");
  const std::string* name = room ? room->value().string() : nullptr;
  const bool names_none = !room || (name != nullptr && name->empty());
  if (hall && !names_none && own != under) {
    problems_.warning_once(
        *room,
        "the session stands under " + in_quotes(listed_under.name) + " but names the room " + room->value().describe(),
        "shown in " + in_quotes(rooms_.halls()[*hall].name.in("")));
  }
  return hall ? rooms_.halls()[*hall].id : "";
}

}  // namespace kiosk
