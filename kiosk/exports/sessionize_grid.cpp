#include "exports/sessionize_grid.h"

#include <cstdint>
#include <map>

#include "base/feed_budget.h"
#include "exports/session_slots.h"
#include "exports/sessionize_session.h"
#include "reading/event_zone.h"
#include "reading/fields.h"
#include "reading/room_list.h"

namespace kiosk {
namespace {

class SessionizeGridReader {
 public:
  SessionizeGridReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), fields_(problems, context.give_up), slots_(problems, parts_.sessions) {}

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    parts_.event.time_zone = event_zone({.place = document}, context_, problems_);
    fields_.set_time_zone(parts_.event.time_zone);
    parts_.lists_halls = false;
    for_each_element(document, [this](const Place& day) { read_rooms(day); });
    if (rooms_.halls().empty()) {
      return fail({.line = document.line(),
                   .where = "/0/rooms",
                   .what = "there are no rooms yet",
                   .right = "add them in Sessionize, and publish the schedule"});
    }
    for_each_element(document, [this](const Place& day) { read_day(day); });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    parts_.halls = rooms_.halls();
    return FeedPart{.parts = std::move(parts_), .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  // A plenum of the first day is in rooms of the last, too.
  void read_rooms(const Place& day) {
    fields_.allowances().ask_to_go_on();
    if (!fields_.is_object(day, "a day")) {
      return;
    }
    for_each_element(fields_.list(day, "rooms"), [this](const Place& room) {
      if (!fields_.allowances().take(Many::day_rooms, room) || !fields_.is_object(room, "a room")) {
        return;
      }
      const std::string key = key_of(room);
      if (hall_by_room_.contains(key)) {
        return;
      }
      const LocalText name = fields_.text(room, "name");
      if (name.empty()) {
        problems_.error(room, "the room has no name", "it is left out");
      } else if (fields_.allowances().take(Many::halls, room)) {
        hall_by_room_.emplace(key, rooms_.add({.guid = fields_.any_id(room, "id"), .name = name}));
      }
    });
  }

  // What is no day or no room was reported with the rooms.
  void read_day(const Place& day) {
    const auto rooms = day.member("rooms");
    std::size_t lists = 0;
    for_each_element(rooms, [&](const Place& room) {
      if (++lists > feed_budget.sessions || room.value().object() == nullptr) {
        return;
      }
      const auto hall = hall_by_room_.find(key_of(room));
      for_each_element(fields_.list(room, "sessions"), [&](const Place& session) {
        problems_.watch(session, [&] {
          return read_session(session, hall != hall_by_room_.end() ? rooms_.halls()[hall->second].id : "");
        });
      });
    });
  }

  // Whether it is shown, be it as a session of its own or as one that is listed twice.
  bool read_session(const Place& place, const std::string& listed_under) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    auto read = read_sessionize_session(place, fields_, problems_);
    if (!read) {
      return false;
    }
    Session session = *std::move(read);
    take_halls(place, listed_under, session);
    if (session.halls.empty()) {
      return false;
    }
    if (!slots_.take(place, session)) {
      return true;
    }
    for_each_element(fields_.list(place, "speakers"), [&](const Place& speaker) { add_speaker(speaker, session); });
    for_each_element(fields_.list(place, "categories"), [&](const Place& category) { read_track(category, session); });
    parts_.sessions.push_back(std::move(session));
    return true;
  }

  // None, and reported, where there is none.
  void take_halls(const Place& place, const std::string& listed_under, Session& session) {
    const auto room = place.member("roomId");
    if (session.plenum && !fields_.allowances().take(Many::slots, place, rooms_.halls().size())) {
      return;
    }
    if (is_everywhere(place, session)) {
      session.halls = rooms_.ids();
      return;
    }
    const auto named = room ? hall_by_room_.find(id_of(place, "roomId")) : hall_by_room_.end();
    const std::string hall = named != hall_by_room_.end() ? rooms_.halls()[named->second].id : listed_under;
    if (room && named == hall_by_room_.end()) {
      problems_.error(*room, room->value().describe() + " is none of the rooms",
                      hall.empty() ? "the session is left out" : "it is shown in the room that it is listed under");
    } else if (hall.empty()) {
      problems_.error(place, "the session has no room", "it is left out");
    }
    if (!hall.empty()) {
      session.halls = {hall};
    }
  }

  // By its number, or by its name where that is missing.
  static std::string key_of(const Place& room) {
    std::string id = id_of(room, "id");
    return id.empty() ? '\n' + id_of(room, "name") : id;
  }

  // Of what is reported elsewhere where it is wrong.
  static std::string id_of(const Place& object, std::string_view key) {
    const Json* value = object.value().find(key);
    const std::int64_t* number = value != nullptr ? value->integer() : nullptr;
    const std::string* text = value != nullptr ? value->string() : nullptr;
    return number != nullptr ? std::to_string(*number) : text != nullptr && text->size() <= feed_budget.id ? *text : "";
  }

  void add_speaker(const Place& place, Session& session) {
    if (!fields_.takes_speaker(place, session.speakers.size()) || !fields_.is_object(place, "a speaker")) {
      return;
    }
    if (LocalText name = fields_.text(place, "name", Markup::references_only); !name.empty()) {
      session.speakers.push_back({std::move(name), {}, {}});
    }
  }

  void read_track(const Place& category, Session& session) {
    fields_.allowances().ask_to_go_on();
    const std::string* title = category.value().find_text("name");
    if (!session.track.empty() || title == nullptr || title->size() > feed_budget.id || !names_tracks(*title)) {
      return;
    }
    for_each_element(fields_.list(category, "categoryItems"), [&](const Place& item) {
      if (session.track.empty() && item.value().object() != nullptr) {
        session.track = fields_.text(item, "name");
      }
    });
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  RoomList rooms_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, std::size_t> hall_by_room_;
  Schedule::Parts parts_;
  SessionSlots slots_;
};

}  // namespace

bool is_sessionize_grid(const Json& document) {
  const Json::Array* days = document.array();
  const Json* rooms = days != nullptr && !days->empty() ? days->front().find("rooms") : nullptr;
  const bool has_date =
      rooms != nullptr && (days->front().find("date") != nullptr || days->front().find("timeSlots") != nullptr);
  return has_date && rooms->array() != nullptr;
}

Result<FeedPart> read_sessionize_grid(const Json& document, const FeedContext& context, ProblemList& problems) {
  return SessionizeGridReader(context, problems).read(document);
}

}  // namespace kiosk
