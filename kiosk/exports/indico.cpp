#include "exports/indico.h"

#include <algorithm>
#include <map>

#include "base/feed_budget.h"
#include "exports/gathered_sessions.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "reading/event_zone.h"
#include "reading/fields.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr const char* shape_of_time = R"(expected {"date": "2024-04-17", "time": "10:00:00", "tz": "Europe/Moscow"})";

// Calls the function with each member of an object, or each element of a list.
template <class Function>
void for_each_value(const std::optional<Place>& values, Function function) {
  const Json::Object* members = values ? values->value().object() : nullptr;
  for (std::size_t i = 0; members != nullptr && i < members->size(); ++i) {
    function(values->member_at(i));
  }
  for_each_element(values, function);
}

bool is_break(const Json& entry) {
  const std::string* type = entry.find_text("entryType");
  return type != nullptr && *type == "Break";
}

// "20240417": a day of a timetable.
bool is_day(std::string_view key) {
  return key.size() == 8 && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_timetable(const Json& event) {
  const Json::Object* days = event.object();
  return days != nullptr && !days->empty() &&
         std::all_of(days->begin(), days->end(), [](const auto& day) { return is_day(day.first); });
}

bool has_list(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->array() != nullptr;
}

bool is_event_of_talks(const Json& event) {
  const std::string* type = event.find_text("_type");
  return type != nullptr && *type == "Conference" && (has_list(event, "contributions") || has_list(event, "sessions"));
}

class IndicoReader {
 public:
  IndicoReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), fields_(problems, context.give_up), sessions_(fields_) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    const Place results = *document.member("results");
    if (!read_event(results)) {
      read_zone_of_times(document, results);
    }
    fields_.set_time_zone(parts_.event.time_zone);
    for_each_entry(results,
                   [this](const Place& entry) { problems_.watch(entry, [&] { return read_entry(entry, nullptr); }); });
    if (fields_.allowances().leave_nothing(parts_) && !sessions_.has_halls()) {
      return fail(nothing_left());
    }
    if (!sessions_.has_halls()) {
      return fail({.line = results.line(),
                   .where = results.pointer(),
                   .what = "nothing in the timetable has a room yet",
                   .right = "add rooms in Indico"});
    }
    sessions_.finish(document, parts_);
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    return FeedPart{
        .parts = std::move(parts_), .other_ids = std::move(other_ids_), .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  // What stands between the talks of a block and the event.
  struct Block {
    std::optional<std::size_t> hall;
    LocalText title;
  };

  // Of an event with its talks; false for a timetable, which knows nothing of the event.
  bool read_event(const Place& results) {
    if (results.value().array() == nullptr) {
      return false;
    }
    const Place event = results.element(0);
    parts_.event.title = fields_.text(event, "title", Markup::references_only);
    if (!fields_.word(event, "url").empty()) {
      parts_.event.url = fields_.url(event, "url");
    }
    read_zone({.place = event, .named = event.member("timezone"), .name = fields_.word(event, "timezone")});
    event_hall_ = hall_of(event);
    return true;
  }

  void read_zone_of_times(const Place& document, const Place& results) {
    bool found = false;
    for_each_entry(results, [&](const Place& entry) {
      const auto start = found ? std::nullopt : entry.member("startDate");
      const auto zone = start ? start->member("tz") : std::nullopt;
      if (zone && zone->value().string() != nullptr) {
        found = true;
        read_zone({.place = entry, .named = zone, .name = fields_.word(*start, "tz")});
      }
    });
    if (!found) {
      read_zone({.place = document});
    }
  }

  void read_zone(const FeedZone& zone) { parts_.event.time_zone = event_zone(zone, context_, problems_); }

  template <class Function>
  static void for_each_entry(const Place& results, Function function) {
    if (results.value().array() != nullptr) {
      for_each_element(results, [&](const Place& event) {
        for_each_element(event.member("sessions"), function);
        for_each_element(event.member("contributions"), function);
      });
      return;
    }
    for_each_value(results, [&](const Place& event) {
      for_each_value(event, [&](const Place& day) { for_each_value(day, function); });
    });
  }

  // `block`: where the entry is one of a block's; null for one of the event's own. Whether it is shown, or its talks
  // are.
  bool read_entry(const Place& entry, const Block* block) {
    if (!fields_.allowances().take(Many::sessions, entry) || !fields_.is_object(entry, "an entry of the timetable")) {
      return false;
    }
    auto hall = hall_of(entry);
    hall = hall || block == nullptr ? hall : block->hall;
    const auto parts = entry.member(entry.member("entries") ? "entries" : "contributions");
    if (block != nullptr || !parts || is_true(entry, "isPoster")) {
      return read_session(entry, block, hall);
    }
    bool has_talks = false;
    for_each_value(parts, [&](const Place& part) { has_talks = has_talks || !is_break(part.value()); });
    const bool is_shown = has_talks || read_session(entry, nullptr, hall);
    const Block own{hall, fields_.text(entry, "title", Markup::references_only)};
    for_each_value(parts, [&](const Place& part) { problems_.watch(part, [&] { return read_entry(part, &own); }); });
    return is_shown;
  }

  std::optional<std::size_t> hall_of(const Place& entry) {
    for (const char* key : {"room", "roomFullname"}) {
      if (const std::string name = fields_.word(entry, key); !name.empty()) {
        return sessions_.hall(*entry.member(key), "", name);
      }
    }
    return std::nullopt;
  }

  // Whether it is shown.
  bool read_session(const Place& entry, const Block* block, std::optional<std::size_t> hall) {
    if (!entry.member("startDate")) {
      problems_.warning_once(entry, "the session has no start yet", "it is left out");
      return false;
    }
    Session session;
    std::size_t reported_before = fields_.reported();
    session.title = fields_.text(entry, "title", Markup::references_only);
    if (session.title.empty() && fields_.reported() == reported_before) {
      problems_.error(entry, "the session has no title", "it is left out");
    }
    if (take_cancelled(session.title)) {
      session.state = SessionState::cancelled;
    }
    session.kind =
        is_break(entry.value()) || is_break_title(session.title) ? SessionKind::break_ : SessionKind::session;
    const auto start = read_time(entry, "startDate");
    hall = hall ? hall : event_hall_;
    const bool has_place = hall || session.kind == SessionKind::break_;
    if (!has_place && fields_.allowances().refusals() == 0) {
      problems_.error(entry, "the session has no room", "it is left out");
    }
    if (session.title.empty() || !start || !has_place) {
      return false;
    }
    session.start = *start;
    session.end = fields_.not_before(session.start, read_time(entry, "endDate"), entry, "endDate");
    if (session.kind == SessionKind::session && session.end && *session.end - session.start >= std::chrono::hours(24)) {
      session.kind = SessionKind::all_day;
    }
    read_id(entry, session);
    if (session.id.empty()) {
      problems_.error(entry, "the session has no id", "it is left out");
      return false;
    }
    read_details(entry, block, session);
    sessions_.add(entry, std::move(session), hall);
    return true;
  }

  // A talk that is taken off the timetable and put back keeps its own number, but not the entry's.
  void read_id(const Place& entry, Session& session) {
    for (const char* key : {"contributionId", "id"}) {
      if (std::string id = session.id.empty() ? fields_.any_id(entry, key) : ""; !id.empty()) {
        session.id = std::move(id);
      }
    }
    note_other_ids(entry, {"id", "db_id"}, session.id, other_ids_);
  }

  std::optional<Instant> read_time(const Place& entry, std::string_view key) {
    constexpr std::size_t longest = 32;
    const auto time = entry.member(key);
    if (!time) {
      return std::nullopt;
    }
    const std::string* date = time->value().find_text("date");
    const std::string* clock = time->value().find_text("time");
    const auto instant = date != nullptr && clock != nullptr && date->size() + clock->size() <= longest
                             ? parse_instant(*date + 'T' + *clock, zone_of(*time))
                             : std::nullopt;
    if (!instant) {
      problems_.error(*time, time->value().describe() + " is not a time", shape_of_time);
    }
    return instant;
  }

  // A time is in the zone it says, whatever the zone that all are shown in; where that is not known, as it is written.
  TimeZone zone_of(const Place& time) {
    const std::string* name = time.value().find_text("tz");
    if (!parts_.event.time_zone || name == nullptr || name->empty() || name->size() > feed_budget.id) {
      return parts_.event.time_zone.or_utc();
    }
    auto known = zones_.find(*name);
    if (known == zones_.end()) {
      const SaidZone zone = context_.find_zone(*name);
      known = zones_.emplace(*name, zone ? *zone : parts_.event.time_zone.or_utc()).first;
    }
    return known->second;
  }

  void read_details(const Place& entry, const Block* block, Session& session) {
    if (block != nullptr && fields_.allowances().take_text(entry, block->title)) {
      session.track = block->title;
    } else if (block == nullptr) {
      session.subtitle = fields_.text(entry, "slotTitle", Markup::references_only);
      for (const char* key : {"track", "session"}) {
        const Json* name = entry.value().find(key);
        if (session.track.empty() && name != nullptr && name->string() != nullptr) {
          session.track = fields_.text(entry, key, Markup::references_only);
        }
      }
    }
    for (const char* key : {"presenters", "speakers", "conveners"}) {
      for_each_element(fields_.list(entry, key), [&](const Place& person) { read_speaker(person, session.speakers); });
    }
  }

  void read_speaker(const Place& person, std::vector<Speaker>& speakers) {
    if (!fields_.takes_speaker(person, speakers.size()) || !fields_.is_object(person, "a person")) {
      return;
    }
    Speaker speaker;
    for (const auto& [first_key, last_key] : {std::pair{"firstName", "familyName"}, {"first_name", "last_name"}}) {
      if (speaker.name.empty()) {
        speaker.name = fields_.full_name(person, first_key, last_key);
      }
    }
    // "IVANOVA, Anna": the only name of old exports.
    for (const char* key : {"name", "fullName"}) {
      if (speaker.name.empty()) {
        speaker.name = fields_.text(person, key, Markup::references_only);
      }
    }
    speaker.role = fields_.text(person, "affiliation", Markup::references_only);
    if (!speaker.name.empty()) {
      speakers.push_back(std::move(speaker));
    }
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  GatheredSessions sessions_;
  std::optional<std::size_t> event_hall_;
  // Sorted, not hashed: whoever writes names could make all hashes alike.
  std::map<std::string, TimeZone> zones_;
  std::map<std::string, std::string> other_ids_;
  Schedule::Parts parts_;
};

}  // namespace

bool is_indico(const Json& document) {
  const Json* results = document.find("results");
  if (results == nullptr) {
    return false;
  }
  if (const Json::Array* events = results->array()) {
    return !events->empty() && is_event_of_talks(events->front());
  }
  const Json::Object* events = results->object();
  return events != nullptr && !events->empty() && is_timetable(events->front().second);
}

Result<FeedPart> read_indico(const Json& document, const FeedContext& context, ProblemList& problems) {
  return IndicoReader(context, problems).read(document);
}

}  // namespace kiosk
