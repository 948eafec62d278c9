#include "exports/schedule_json_2.h"

#include <algorithm>

#include "exports/schedule_json_details.h"
#include "exports/schedule_json_event.h"
#include "exports/schedule_json_lengths.h"
#include "exports/schedule_json_rooms.h"
#include "exports/session_slots.h"
#include "reading/fields.h"
#include "reading/zone_of_offset.h"

namespace kiosk {
namespace {

class ScheduleJson2Reader {
 public:
  ScheduleJson2Reader(const FeedContext& context, ProblemList& problems)
      : context_(context),
        problems_(problems),
        fields_(problems, context.give_up),
        rooms_(problems, fields_),
        lengths_(problems, fields_),
        details_(problems, fields_),
        slots_(problems, parts_.sessions) {}

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    const Place wrapper = document.member("schedule").value_or(document);
    const Place conference = wrapper.member("conference").value_or(wrapper);
    const auto events = fields_.list(wrapper, "events");
    parts_.event = read_schedule_json_event(wrapper, conference, zone_of_starts(events), context_, fields_, problems_);
    rooms_.read_list(wrapper, conference, ScheduleJsonRooms::ToldApart::by_guid);
    parts_.lists_halls = !rooms_.halls().empty();
    details_.read_tracks(conference);
    details_.read_persons(wrapper);
    for_each_element(events,
                     [this](const Place& event) { problems_.watch(event, [&] { return read_session(event); }); });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    if (rooms_.halls().empty()) {
      return fail({.line = conference.line(),
                   .where = conference.pointer(),
                   .what = "the schedule has neither rooms nor sessions yet",
                   .right = "publish them, or list the rooms"});
    }
    lengths_.settle([&](const auto& visit) { for_each_element(events, visit); }, parts_.sessions);
    parts_.halls = rooms_.halls();
    return FeedPart{.parts = std::move(parts_),
                    .other_ids = details_.take_other_ids(),
                    .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  SaidZone zone_of_starts(const std::optional<Place>& events) {
    SaidZone zone;
    for_each_element(events, [&](const Place& event) {
      const std::string* start = zone.is(NoZone::unsaid) ? event.value().find_text("start") : nullptr;
      zone = start != nullptr ? zone_of_offset(*start, context_.find_zone) : zone;
    });
    return zone;
  }

  // Whether it is shown, be it as a session of its own or as one that is listed twice.
  bool read_session(const Place& place) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    if (!place.member("start")) {
      problems_.warning(place, "the session has no start yet", "it is left out");
      return false;
    }
    if (!place.member("room")) {
      problems_.warning(place, "the session has no room", "it is left out");
      return false;
    }
    Session session;
    std::size_t reported_before = fields_.reported();
    session.title = fields_.text(place, "title", Markup::references_only);
    if (session.title.empty() && fields_.reported() == reported_before) {
      problems_.error(place, "the session has no title", "it is left out");
    }
    const auto start = fields_.time(place, "start");
    reported_before = fields_.reported();
    const std::string hall = rooms_.hall_named_by(place);
    if (hall.empty() && fields_.reported() == reported_before) {
      const Place room = *place.member("room");
      problems_.error(room, "the session's room is none of the rooms, and has no name", "the session is left out");
    }
    if (session.title.empty() || !start || hall.empty()) {
      return false;
    }
    session.start = *start;
    session.halls = {hall};
    const auto length = lengths_.read(place, session.start, parts_.event.time_zone.or_utc());
    session.end = length.end;
    session.id = details_.id_of(place, session, {"guid", "code", "id", "slug"});
    if (!slots_.take(place, session)) {
      return true;
    }
    details_.read(place, session);
    details_.note_other_ids(place, session.id);
    lengths_.note(place, length, parts_.sessions.size());
    parts_.sessions.push_back(std::move(session));
    return true;
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  ScheduleJsonRooms rooms_;
  ScheduleJsonLengths lengths_;
  ScheduleJsonDetails details_;
  Schedule::Parts parts_;
  SessionSlots slots_;
};

bool has_rooms(const Json& day) {
  const Json* rooms = day.find("rooms");
  return rooms != nullptr && rooms->object() != nullptr && !rooms->object()->empty();
}

}  // namespace

bool is_schedule_json_2(const Json& document) {
  const Json* schedule = document.find("schedule");
  const Json& wrapper = schedule != nullptr && schedule->object() != nullptr ? *schedule : document;
  const Json* conference = wrapper.find("conference");
  if (conference == nullptr || conference->object() == nullptr) {
    return false;
  }
  const Json* days = conference->find("days");
  if (days != nullptr && days->array() != nullptr &&
      std::any_of(days->array()->begin(), days->array()->end(), has_rooms)) {
    return false;
  }
  const std::string* schema = document.find_text("$schema");
  const bool says_so = schema != nullptr &&
                       (schema->find("schema2") != std::string::npos || schema->find("schedule2") != std::string::npos);
  return says_so || wrapper.find("events") != nullptr;
}

Result<FeedPart> read_schedule_json_2(const Json& document, const FeedContext& context, ProblemList& problems) {
  return ScheduleJson2Reader(context, problems).read(document);
}

}  // namespace kiosk
