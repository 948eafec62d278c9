#include "exports/pretalx_widget.h"

#include <chrono>
#include <cstdint>
#include <map>

#include "base/feed_budget.h"
#include "base/words.h"
#include "exports/numbered_rooms.h"
#include "exports/session_slots.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "reading/event_zone.h"
#include "reading/fields.h"
#include "reading/zone_of_offset.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// Of a submission, as pretalx calls what is no part of the programme any more, or not yet.
bool is_withdrawn(const std::string& state) {
  return state == "withdrawn" || state == "rejected" || state == "deleted" || state == "declined";
}

class PretalxWidgetReader {
 public:
  PretalxWidgetReader(const FeedContext& context, ProblemList& problems)
      : context_(context),
        problems_(problems),
        fields_(problems, context.give_up),
        rooms_(problems, fields_),
        slots_(problems, parts_.sessions) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    const auto talks = document.member("talks");
    parts_.event.time_zone = read_time_zone(document, talks);
    fields_.set_time_zone(parts_.event.time_zone);
    parts_.lists_halls = false;
    rooms_.read(document.member("rooms"));
    if (rooms_.halls().empty()) {
      const auto rooms = document.member("rooms");
      return fail({.line = rooms->line(),
                   .where = "/rooms",
                   .what = "there are no rooms yet",
                   .right = "release a schedule in pretalx"});
    }
    for_each_element(fields_.list(document, "tracks"), [this](const Place& track) { read_track(track); });
    for_each_element(fields_.list(document, "speakers"), [this](const Place& speaker) { read_speaker(speaker); });
    for_each_element(talks, [this](const Place& talk) { problems_.watch(talk, [&] { return read_talk(talk); }); });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    parts_.halls = rooms_.halls();
    return FeedPart{
        .parts = std::move(parts_), .other_ids = std::move(other_ids_), .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  SaidZone read_time_zone(const Place& document, const std::optional<Place>& talks) {
    FeedZone feed{.place = document, .named = document.member("timezone"), .name = fields_.word(document, "timezone")};
    for_each_element(talks, [&](const Place& talk) {
      const std::string* start = feed.of_offsets.is(NoZone::unsaid) ? talk.value().find_text("start") : nullptr;
      feed.of_offsets = start != nullptr ? zone_of_offset(*start, context_.find_zone) : feed.of_offsets;
    });
    return event_zone(feed, context_, problems_, [&] {
      problems_.warning(document, "\"timezone\" is missing", "the offset of the sessions' times stands in for it");
    });
  }

  void read_track(const Place& place) {
    if (fields_.allowances().take(Many::tracks, place) && fields_.is_object(place, "a track")) {
      tracks_.emplace(fields_.any_id(place, "id"), fields_.text(place, "name"));
    }
  }

  void read_speaker(const Place& place) {
    if (!fields_.allowances().take(Many::speakers, place) || !fields_.is_object(place, "a speaker")) {
      return;
    }
    Speaker speaker;
    speaker.name = fields_.text(place, "name", Markup::references_only);
    speaker.photo = fields_.picture(place, "avatar");
    if (!speaker.name.empty()) {
      speakers_.emplace(fields_.any_id(place, "code"), std::move(speaker));
    }
  }

  // Whether it is shown, be it as a session of its own or as one that is listed twice.
  bool read_talk(const Place& place) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    const std::string type = lower_case(fields_.word(place, "slot_type"));
    if (type == "blocker") {
      return true;  // keeps a room free while the schedule is made: there is nothing to show
    }
    if (!place.member("start")) {
      problems_.warning(place, "the session has no start yet", "it is left out");
      return false;
    }
    Session session;
    const std::size_t reported_before = fields_.reported();
    session.title = fields_.text(place, "title", Markup::references_only);
    if (session.title.empty() && fields_.reported() == reported_before) {
      problems_.error(place, "the session has no title", "it is left out");
    }
    const auto start = fields_.time(place, "start");
    const bool is_break = type == "break" || !place.member("code");
    take_halls(place, is_break, session);
    if (session.title.empty() || !start || session.halls.empty()) {
      return false;
    }
    session.start = *start;
    session.end = read_end(place, session.start);
    session.kind = is_break || is_break_title(session.title) ? SessionKind::break_ : SessionKind::session;
    session.id = place.member("code") ? fields_.any_id(place, "code") : "";
    if (session.id.empty()) {
      session.id = format_instant(session.start, utc()) + ' ' + (session.plenum ? "" : session.halls.front() + ' ') +
                   session.title.in("");
    }
    if (!slots_.take(place, session)) {
      return true;
    }
    if (const std::string number = place.member("id") ? fields_.any_id(place, "id") : ""; !number.empty()) {
      other_ids_.emplace(number, session.id);
    }
    read_details(place, session);
    parts_.sessions.push_back(std::move(session));
    return true;
  }

  // None, and reported, where there is none.
  void take_halls(const Place& talk, bool is_break, Session& session) {
    const auto room = talk.member("room");
    if (!room && is_break) {
      session.plenum = true;
      if (fields_.allowances().take(Many::slots, talk, rooms_.halls().size())) {
        session.halls = rooms_.ids();
      }
      return;
    }
    if (!room) {
      problems_.error(talk, "the session has no room", "it is left out");
      return;
    }
    if (std::string hall = rooms_.hall_of(talk, "room"); !hall.empty()) {
      session.halls = {std::move(hall)};
      return;
    }
    problems_.error(*room, room->value().describe() + " is none of the rooms", "the session is left out");
  }

  // `end`, else after `duration`, in minutes.
  std::optional<Instant> read_end(const Place& talk, Instant start) {
    if (const auto end = fields_.time(talk, "end")) {
      return fields_.not_before(start, end, talk, "end");
    }
    constexpr std::int64_t most_minutes = 24 * 60;
    const auto duration = talk.member("duration");
    const std::int64_t* minutes = duration ? duration->value().integer() : nullptr;
    return minutes != nullptr && *minutes > 0 && *minutes <= most_minutes
               ? std::optional(start + std::chrono::minutes(*minutes))
               : std::nullopt;
  }

  void read_details(const Place& place, Session& session) {
    if (take_cancelled(session.title)) {
      session.state = SessionState::cancelled;
    }
    if (const std::string* state = place.value().find_text("state");
        state != nullptr && (is_cancelled_state(*state) || is_withdrawn(lower_case(*state)))) {
      session.state = SessionState::cancelled;
    }
    if (const auto number = place.member("track")) {
      const auto track = tracks_.find(fields_.any_id(place, "track"));
      if (track == tracks_.end()) {
        problems_.warning(*number, number->value().describe() + " is none of the tracks");
      } else if (fields_.allowances().take_text(*number, track->second)) {
        session.track = track->second;
      }
    }
    session.language = fields_.word(place, "content_locale");
    for_each_element(fields_.list(place, "speakers"), [&](const Place& speaker) { add_speaker(speaker, session); });
  }

  void add_speaker(const Place& place, Session& session) {
    if (!fields_.takes_speaker(place, session.speakers.size())) {
      return;
    }
    const std::string code = fields_.id(place);
    const auto known = speakers_.find(code);
    if (known == speakers_.end()) {
      if (!code.empty()) {
        problems_.warning(place, "the speaker " + in_quotes(code) + " is not in the list of speakers");
      }
      return;
    }
    // One speaker of all sessions would be kept as often as there are sessions.
    if (fields_.allowances().take_text(place, known->second.name) &&
        fields_.allowances().take(Many::texts, place, known->second.photo.size())) {
      session.speakers.push_back(known->second);
    }
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  NumberedRooms rooms_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, LocalText> tracks_;
  std::map<std::string, Speaker> speakers_;
  std::map<std::string, std::string> other_ids_;
  Schedule::Parts parts_;
  SessionSlots slots_;
};

}  // namespace

bool is_pretalx_widget(const Json& document) {
  const Json* talks = document.find("talks");
  const Json* rooms = document.find("rooms");
  return talks != nullptr && talks->array() != nullptr && rooms != nullptr && rooms->array() != nullptr;
}

Result<FeedPart> read_pretalx_widget(const Json& document, const FeedContext& context, ProblemList& problems) {
  return PretalxWidgetReader(context, problems).read(document);
}

}  // namespace kiosk
