#include "exports/schedule_json.h"

#include "exports/schedule_json_details.h"
#include "exports/schedule_json_event.h"
#include "exports/schedule_json_lengths.h"
#include "exports/schedule_json_rooms.h"
#include "exports/schedule_json_times.h"
#include "exports/session_slots.h"
#include "reading/fields.h"
#include "reading/zone_of_offset.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

const Json::Object* object_at(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != nullptr ? value->object() : nullptr;
}

class ScheduleJsonReader {
 public:
  ScheduleJsonReader(const FeedContext& context, ProblemList& problems)
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
    const auto days = conference.member("days");
    if (!days || days->value().array() == nullptr) {
      return fail({.line = days ? days->line() : conference.line(),
                   .where = (days ? *days : conference).pointer(),
                   .what = "the conference has no list of days",
                   .right = "expected \"days\": […]"});
    }
    parts_.event = read_schedule_json_event(wrapper, conference, zone_of_dates(*days), context_, fields_, problems_);
    rooms_.read(wrapper, conference, *days);
    if (rooms_.halls().empty()) {
      return fail({.line = days->line(),
                   .where = days->pointer(),
                   .what = "the schedule has neither rooms nor sessions yet",
                   .right = "publish them, or list the rooms"});
    }
    for_each_element(days, [this](const Place& day) { check_rooms(day); });
    for_each_room(*days, [this](const Place& day, const Place& room, std::string_view name) {
      const ScheduleJsonRooms::Listed listed = rooms_.listed(room, name);
      for_each_element(fields_.list(room), [&](const Place& event) {
        problems_.watch(event, [&] { return read_session(event, day, listed); });
      });
    });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    // The same walk as that on which they were noted.
    lengths_.settle(
        [&](const auto& visit) {
          for_each_room(*days,
                        [&](const Place&, const Place& room, std::string_view) { for_each_element(room, visit); });
        },
        parts_.sessions);
    parts_.halls = rooms_.halls();
    parts_.lists_halls = rooms_.are_listed();
    return FeedPart{.parts = std::move(parts_),
                    .other_ids = details_.take_other_ids(),
                    .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  void check_rooms(const Place& day) {
    fields_.allowances().ask_to_go_on();
    if (!fields_.is_object(day, "a day")) {
      return;
    }
    const auto rooms = day.member("rooms");
    // PHP writes an empty object as an empty list.
    const bool is_empty = !rooms || (rooms->value().array() != nullptr && rooms->value().array()->empty());
    if (!is_empty && rooms->value().object() == nullptr) {
      problems_.error(*rooms, rooms->value().describe() + " are no rooms", "expected {\"Hall 1\": […]}");
    }
  }

  SaidZone zone_of_dates(const Place& days) {
    SaidZone zone;
    for_each_room(days, [&](const Place&, const Place& room, std::string_view) {
      for_each_element(room, [&](const Place& event) {
        const std::string* date = zone.is(NoZone::unsaid) ? event.value().find_text("date") : nullptr;
        zone = date != nullptr ? zone_of_offset(*date, context_.find_zone) : zone;
      });
    });
    return zone;
  }

  // Whether it is shown, be it as a session of its own or as one that is listed twice.
  bool read_session(const Place& place, const Place& day, const ScheduleJsonRooms::Listed& listed_under) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    Session session;
    const std::size_t reported_before = fields_.reported();
    session.title = fields_.text(place, "title", Markup::references_only);
    if (session.title.empty() && fields_.reported() == reported_before) {
      problems_.error(place, "the session has no title", "it is left out");
    }
    const auto start = read_start(place, day);
    const std::string hall = rooms_.hall_of(place, listed_under);
    if (hall.empty()) {
      problems_.error(place, "the session has no room", "it is left out");
    }
    if (session.title.empty() || !start || hall.empty()) {
      return false;
    }
    session.start = *start;
    session.halls = {hall};
    const auto length = lengths_.read(place, session.start, parts_.event.time_zone.or_utc());
    session.end = length.end;
    session.id = read_id(place, session);
    if (!slots_.take(place, session)) {
      return true;
    }
    details_.read(place, session);
    details_.note_other_ids(place, session.id);
    lengths_.note(place, length, parts_.sessions.size());
    parts_.sessions.push_back(std::move(session));
    return true;
  }

  // `date` where it is there, else `start` on its day. Reported where neither is a time.
  std::optional<Instant> read_start(const Place& event, const Place& day) {
    const auto date = event.member("date");
    const auto start = event.member("start");
    const std::string* date_text = event.value().find_text("date");
    const std::string* start_text = event.value().find_text("start");
    const bool has_date = date && (date_text == nullptr || !date_text->empty());
    const TimeZone zone = parts_.event.time_zone.or_utc();
    if (date_text != nullptr) {
      if (const auto instant = fields_.instant(*date_text)) {
        return instant;
      }
    }
    if (start_text != nullptr) {
      if (const auto instant = fields_.instant(*start_text)) {
        return instant;
      }
    }
    const auto own_day = date_text != nullptr && date_text->size() == 10 ? parse_day(*date_text) : std::nullopt;
    const auto listed_day = day_of(day);
    const auto clock = start_text != nullptr ? parse_wall_clock(*start_text) : std::nullopt;
    if (clock && own_day) {
      return to_instant(*own_day + *clock, zone);
    }
    if (clock && listed_day && !has_date) {
      const date::days night{*clock < event_day_turn ? 1 : 0};
      return to_instant(*listed_day + night + *clock, zone);
    }
    if (!has_date && !start) {
      problems_.error(event, "the session has no date", "it is left out");
    } else {
      const Place& wrong = has_date ? *date : *start;
      problems_.error(wrong, wrong.value().describe() + " is not a time",
                      "expected \"2024-04-17T10:00:00+03:00\"; the session is left out");
    }
    return std::nullopt;
  }

  // A day is looked at once, not for each of its events: each lookup is as long as the object.
  std::optional<date::local_days> day_of(const Place& day) {
    if (day_ != &day.value()) {
      day_ = &day.value();
      day_date_ = date_of(day);
    }
    return day_date_;
  }

  static std::optional<date::local_days> date_of(const Place& day) {
    for (const char* key : {"date", "day_start"}) {
      const std::string* text = day.value().find_text(key);
      if (const auto found = text != nullptr ? parse_day(*text) : std::nullopt) {
        return found;
      }
    }
    return std::nullopt;
  }

  std::string read_id(const Place& event, const Session& session) {
    if (const auto id = event.member("id"); id && id->value().string() != nullptr) {
      problems_.warning_once(*id, "ids of schedule.json are numbers", "texts are read all the same");
    }
    return details_.id_of(event, session, {"guid", "id", "slug"});
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  ScheduleJsonRooms rooms_;
  ScheduleJsonLengths lengths_;
  ScheduleJsonDetails details_;
  Schedule::Parts parts_;
  SessionSlots slots_;
  const Json* day_ = nullptr;  // the day that was looked at last
  std::optional<date::local_days> day_date_;
};

}  // namespace

bool is_schedule_json(const Json& document) {
  const Json* wrapper = object_at(document, "schedule") != nullptr ? document.find("schedule") : &document;
  const Json* days = wrapper->find("days");
  return object_at(*wrapper, "conference") != nullptr || (days != nullptr && days->array() != nullptr);
}

Result<FeedPart> read_schedule_json(const Json& document, const FeedContext& context, ProblemList& problems) {
  return ScheduleJsonReader(context, problems).read(document);
}

}  // namespace kiosk
