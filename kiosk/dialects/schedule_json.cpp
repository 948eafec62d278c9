#include "dialects/schedule_json.h"

#include <algorithm>
#include <map>

#include "base/feed_budget.h"
#include "base/url.h"
#include "base/words.h"
#include "dialects/event_zone.h"
#include "dialects/schedule_json_lengths.h"
#include "dialects/schedule_json_rooms.h"
#include "dialects/schedule_json_times.h"
#include "dialects/session_ids.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "reading/fields.h"
#include "reading/web_address.h"
#include "reading/zone_of_offset.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

const Json::Object* object_at(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != nullptr ? value->object() : nullptr;
}

// Whether a phone can open it: some exports name a page on the exporter's own machine.
bool is_public_page(const std::string* url) {
  if (url == nullptr || url->size() > feed_budget.address || !is_http_url(*url)) {
    return false;
  }
  const std::string_view host = std::string_view(*url).substr(url->find("://") + 3);
  return !host.starts_with("localhost") && !host.starts_with("127.");
}

class ScheduleJsonReader {
 public:
  ScheduleJsonReader(const FeedContext& context, ProblemList& problems)
      : context_(context),
        problems_(problems),
        fields_(problems, context.give_up),
        rooms_(problems, fields_),
        lengths_(problems, fields_) {}

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
    read_event(wrapper, conference, *days);
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
      for_each_element(fields_.list(room), [&](const Place& event) { read_session(event, day, listed); });
    });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    lengths_.settle(*days, parts_.sessions);
    parts_.halls = rooms_.halls();
    parts_.lists_halls = rooms_.are_listed();
    return FeedPart{.parts = std::move(parts_), .other_ids = std::move(other_ids_)};
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

  void read_event(const Place& wrapper, const Place& conference, const Place& days) {
    Event& event = parts_.event;
    event.title = fields_.text(conference, "title", Markup::references_only);
    const std::string* base = wrapper.value().find_text("base_url");
    const bool has_base = is_public_page(base) && is_web_address(*base);
    fields_.set_base(has_base ? *base : context_.base);
    event.logo = fields_.picture(conference, "logo");
    if (const auto colors = conference.member("colors"); colors && fields_.is_object(*colors, "colours")) {
      event.colors = {.background = fields_.color(*colors, "background"), .accent = fields_.color(*colors, "primary")};
    }
    // pretalx writes the page beside the conference; frab and old pretalx have it as the base alone.
    for (const Place& place : {conference, wrapper}) {
      const std::string* url = place.value().find_text("url");
      if (!event.url && is_public_page(url)) {
        event.url = fields_.url(place, "url");
      }
    }
    if (!event.url && has_base) {
      event.url = Link{*base};
    }
    event.time_zone = read_time_zone(conference, days);
    fields_.set_time_zone(event.time_zone.or_utc());
  }

  SaidZone read_time_zone(const Place& conference, const Place& days) {
    const FeedZone feed{.place = conference,
                        .named = conference.member("time_zone_name"),
                        .name = fields_.word(conference, "time_zone_name"),
                        .of_offsets = zone_of_dates(days)};
    return event_zone(feed, context_, problems_, [&](bool offsets_stand_in) {
      offsets_stand_in ? problems_.warning(conference, "\"time_zone_name\" is missing",
                                           "the offset of the sessions' times stands in for it")
                       : problems_.error(conference, "the feed does not say its time zone, so times are taken for UTC",
                                         "write time_zone = "
                                         "\"Europe/Moscow\" in the settings");
    });
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

  void read_session(const Place& place, const Place& day, const ScheduleJsonRooms::Listed& listed_under) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return;
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
      return;
    }
    session.start = *start;
    session.halls = {hall};
    const auto length = lengths_.read(place, session.start, parts_.event.time_zone.or_utc());
    session.end = length.end;
    session.id = read_id(place, session);
    if (!take_id(place, session)) {
      return;
    }
    read_details(place, session);
    note_other_ids(place, session.id);
    lengths_.note(place, length, parts_.sessions.size());
    parts_.sessions.push_back(std::move(session));
  }

  // By its number in the export, and by the code in its page's address.
  void note_other_ids(const Place& event, const std::string& id) {
    for (const char* key : {"guid", "id", "code", "slug"}) {
      const Json* value = event.value().find(key);
      const std::int64_t* number = value != nullptr ? value->integer() : nullptr;
      const std::string* text = value != nullptr ? value->string() : nullptr;
      if (number != nullptr || (text != nullptr && !text->empty())) {
        other_ids_.emplace(number != nullptr ? std::to_string(*number) : *text, id);
      }
    }
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
      if (const auto instant = parse_instant(*date_text, zone)) {
        return instant;
      }
    }
    if (start_text != nullptr) {
      if (const auto instant = parse_instant(*start_text, zone)) {
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
    for (const char* key : {"guid", "id", "slug"}) {
      if (std::string id = fields_.any_id(event, key); !id.empty()) {
        return id;
      }
    }
    // Stable from poll to poll as long as the session is the same one to its audience.
    return format_instant(session.start, utc()) + ' ' + session.halls.front() + ' ' + session.title.in("");
  }

  // Whether the session is a new one; its id is then unlike any other's.
  bool take_id(const Place& place, Session& session) {
    const std::string title = SessionIds::title_of(session);
    const std::string slot = session.id + '\n' + format_instant(session.start, utc()) + '\n' + title;
    const auto [known, is_new] = by_slot_.emplace(slot, parts_.sessions.size());
    if (!is_new) {
      Session& other = parts_.sessions[known->second];
      if (std::find(other.halls.begin(), other.halls.end(), session.halls.front()) == other.halls.end()) {
        other.halls.push_back(session.halls.front());
      } else {
        problems_.warning(place, "the session is listed twice at the same time and place", "shown once");
      }
      return false;
    }
    // Who makes a schedule by hand copies a session and leaves its guid as it was.
    if (ids_.has_with_another_title(session.id, title)) {
      problems_.warning(place, "the id " + in_quotes(session.id) + " is that of a session with another title, too",
                        "both are shown");
    }
    session.id = ids_.take(session.id, title);
    return true;
  }

  void read_details(const Place& place, Session& session) {
    if (take_cancelled(session.title)) {
      session.state = SessionState::cancelled;
    }
    for (const char* key : {"state", "status"}) {
      const std::string* state = place.value().find_text(key);
      if (state != nullptr && is_cancelled_state(*state)) {
        session.state = SessionState::cancelled;
      }
    }
    if (is_break_title(session.title) || is_break_type(place.value().find("type"))) {
      session.kind = SessionKind::break_;
    } else if (session.end && *session.end - session.start >= std::chrono::hours(24)) {
      session.kind = SessionKind::all_day;  // a hack centre, an exhibition
    }
    session.subtitle = fields_.text(place, "subtitle", Markup::references_only);
    const auto track = place.member("track");
    session.track =
        track && track->value().find("name") != nullptr ? fields_.text(*track, "name") : fields_.text(place, "track");
    session.language = fields_.word(place, "language");
    for_each_element(fields_.list(place, "persons"),
                     [&](const Place& person) { read_speaker(person, session.speakers); });
    session.not_broadcast = is_set(place.value().find("do_not_stream"));
  }

  // What organizers call their own types of sessions, in a text or one by language.
  static bool is_break_type(const Json* type) {
    const std::string* text = type != nullptr ? type->string() : nullptr;
    const Json::Object* by_language = type != nullptr ? type->object() : nullptr;
    return (text != nullptr && names_break(*text)) ||
           (by_language != nullptr && by_language->size() <= feed_budget.languages &&
            std::any_of(by_language->begin(), by_language->end(), [](const auto& member) {
              return member.second.string() != nullptr && names_break(*member.second.string());
            }));
  }

  // The schema has a text there, exporters a truth value.
  static bool is_set(const Json* flag) {
    const bool* value = flag != nullptr ? flag->boolean() : nullptr;
    const std::string* text = flag != nullptr ? flag->string() : nullptr;
    return (value != nullptr && *value) ||
           (text != nullptr && !text->empty() && lower_case(*text) != "false" && *text != "0");
  }

  void read_speaker(const Place& person, std::vector<Speaker>& speakers) {
    if (speakers.size() == feed_budget.speakers_of_session) {
      problems_.warning_once(
          person, "the session has more than " + std::to_string(feed_budget.speakers_of_session) + " speakers",
          "the rest is left out");
      return;
    }
    if (!fields_.allowances().take(Many::speakers, person)) {
      return;
    }
    Speaker speaker;
    if (person.value().string() != nullptr) {
      speaker.name = fields_.text(person, Markup::references_only);
    } else if (fields_.is_object(person, "a person")) {
      for (const char* key : {"public_name", "name", "full_public_name"}) {
        if (speaker.name.empty()) {
          speaker.name = fields_.text(person, key, Markup::references_only);
        }
      }
      speaker.photo = fields_.picture(person, "avatar");
    }
    if (!speaker.name.empty()) {
      speakers.push_back(std::move(speaker));
    }
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  ScheduleJsonRooms rooms_;
  ScheduleJsonLengths lengths_;
  Schedule::Parts parts_;
  const Json* day_ = nullptr;  // the day that was looked at last
  std::optional<date::local_days> day_date_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, std::size_t> by_slot_;  // sessions by id, start and title
  std::map<std::string, std::string> other_ids_;
  SessionIds ids_;
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
