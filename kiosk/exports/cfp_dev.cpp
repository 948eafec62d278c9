#include "exports/cfp_dev.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/feed_budget.h"
#include "exports/gathered_sessions.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "reading/event_zone.h"
#include "reading/fields.h"

namespace kiosk {
namespace {

bool is_slot(const Json& value) {
  const auto has = [&](std::string_view key) { return value.find(key) != nullptr; };
  return has("fromDate") && has("toDate") && (has("room") || has("roomName")) &&
         (has("sessionType") || has("sessionTypeName"));
}

class CfpDevReader {
 public:
  CfpDevReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), fields_(problems, context.give_up), sessions_(fields_) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    read_event(document);
    fields_.set_time_zone(parts_.event.time_zone);
    for_each_element(document, [this](const Place& slot) { problems_.watch(slot, [&] { return read_slot(slot); }); });
    for (Overflow& overflow : overflows_) {
      add_overflow(document, overflow);
    }
    if (!sessions_.has_halls() && fields_.allowances().refusals() > 0) {
      return fail(nothing_left());
    }
    if (!sessions_.has_halls()) {
      return fail({.line = document.line(), .what = "no slot has a room yet", .right = "add rooms in cfp.dev"});
    }
    sessions_.finish(document, parts_);
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    return FeedPart{
        .parts = std::move(parts_), .other_ids = std::move(other_ids_), .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  // What an overflow has in common with the session it shows.
  using Time = std::tuple<Instant, std::optional<Instant>, std::string>;  // start, end, type

  struct Overflow {
    Session session;  // as it is shown where there is no telling what of
    std::size_t hall;
    Time time;
  };

  // All slots say the same of the event.
  void read_event(const Place& document) {
    bool has_zone = false;
    for_each_element(document, [&](const Place& slot) {
      if (parts_.event.title.empty() && slot.value().find_text("eventName") != nullptr) {
        parts_.event.title = fields_.text(slot, "eventName", Markup::references_only);
      }
      const std::string* zone = has_zone ? nullptr : slot.value().find_text("timezone");
      if (zone != nullptr && !zone->empty()) {
        has_zone = true;
        read_zone({.place = slot, .named = slot.member("timezone"), .name = fields_.word(slot, "timezone")});
      }
    });
    if (!has_zone) {
      read_zone({.place = document});
    }
  }

  void read_zone(const FeedZone& zone) { parts_.event.time_zone = event_zone(zone, context_, problems_); }

  // Whether it is shown.
  bool read_slot(const Place& slot) {
    if (!fields_.allowances().take(Many::sessions, slot) || !fields_.is_object(slot, "a slot")) {
      return false;
    }
    if (!slot.member("fromDate")) {
      problems_.warning_once(slot, "the session has no start yet", "it is left out");
      return false;
    }
    const auto proposal = slot.member("proposal");
    const auto type_place = slot.member("sessionType");
    const std::string type = type_place ? fields_.text(*type_place, "name", Markup::references_only).in("")
                                        : fields_.text(slot, "sessionTypeName", Markup::references_only).in("");
    const bool is_pause = (type_place && is_true(*type_place, "pause")) || is_true(slot, "sessionTypeBreak");
    const bool is_overflow = is_true(slot, "overflow");

    Session session;
    const std::size_t reported_before = fields_.reported();
    session.title = proposal ? fields_.text(*proposal, "title", Markup::references_only)
                             : fields_.text(slot, "talkTitle", Markup::references_only);
    const bool has_talk = !session.title.empty();
    if (!has_talk && (is_pause || is_overflow || is_true(slot, "reserved"))) {
      session.title = type;
    }
    if (session.title.empty() && fields_.reported() == reported_before) {
      problems_.warning(slot, "the slot has no talk yet", "it is left out");
    }
    const auto start = fields_.time(slot, "fromDate");
    const auto hall = hall_of(slot);
    const bool has_place = hall || is_pause;
    if (!has_place && fields_.allowances().refusals() == 0) {
      problems_.error(slot, "the session has no room", "it is left out");
    }
    if (session.title.empty() || !start || !has_place || !take_id(slot, proposal, has_talk, session)) {
      return false;
    }
    session.start = *start;
    session.end = fields_.not_before(session.start, fields_.time(slot, "toDate"), slot, "toDate");
    if (take_cancelled(session.title)) {
      session.state = SessionState::cancelled;
    }
    session.kind =
        is_pause || is_break_title(session.title) || names_break(type) ? SessionKind::break_ : SessionKind::session;
    const Time time{session.start, session.end, type};
    if (is_overflow && !has_talk && hall) {
      overflows_.push_back({std::move(session), *hall, time});
      return true;
    }
    read_details(slot, proposal.value_or(slot), session);
    const std::size_t at = sessions_.add(slot, std::move(session), hall);
    if (hall && !is_overflow) {
      const auto [known, is_new] = shown_.emplace(time, at);
      known->second = is_new || known->second == at ? std::optional(at) : std::nullopt;
    }
    return true;
  }

  // By its talk's number, which stays when the talk gets another slot. Those of slots without one are told from these.
  bool take_id(const Place& slot, const std::optional<Place>& proposal, bool has_talk, Session& session) {
    const std::string of_slot = fields_.any_id(slot, "id");
    if (has_talk) {
      session.id = proposal ? fields_.any_id(*proposal, "id") : fields_.any_id(slot, "talkId");
    }
    if (session.id.empty() && !of_slot.empty()) {
      session.id = "slot " + of_slot;
    }
    if (session.id.empty()) {
      problems_.error(slot, "the session has no id", "it is left out");
      return false;
    }
    if (!of_slot.empty()) {
      other_ids_.emplace(of_slot, session.id);
    }
    return true;
  }

  std::optional<std::size_t> hall_of(const Place& slot) {
    const auto room = slot.member("room");
    if (room && room->value().object() != nullptr) {
      return sessions_.hall(*room, fields_.any_id(*room, "id"), fields_.word(*room, "name"));
    }
    const auto name = slot.member("roomName");
    return name ? sessions_.hall(*name, fields_.any_id(slot, "roomId"), fields_.word(slot, "roomName")) : std::nullopt;
  }

  void read_details(const Place& slot, const Place& talk, Session& session) {
    for (const Place& place : {talk, slot}) {
      const auto track = place.member("track");
      if (session.track.empty() && track && track->value().object() != nullptr) {
        session.track = fields_.text(*track, "name", Markup::references_only);
      }
    }
    if (session.track.empty()) {
      session.track = fields_.text(slot, "trackName", Markup::references_only);
    }
    if (const auto language = talk.member("language"); language && language->value().object() != nullptr) {
      session.language = fields_.word(*language, "alpha2");
    }
    for_each_element(fields_.list(talk, "speakers"),
                     [&](const Place& person) { read_speaker(person, session.speakers); });
    if (!fields_.word(talk, "afterVideoURL").empty()) {
      session.recording = fields_.url(talk, "afterVideoURL");
    }
  }

  void read_speaker(const Place& person, std::vector<Speaker>& speakers) {
    if (!fields_.takes_speaker(person, speakers.size()) || !fields_.is_object(person, "a speaker")) {
      return;
    }
    Speaker speaker;
    speaker.name = fields_.text(person, "fullName", Markup::references_only);
    if (speaker.name.empty()) {
      speaker.name = fields_.full_name(person, "firstName", "lastName");
    }
    speaker.role = fields_.text(person, "company", Markup::references_only);
    speaker.photo = fields_.picture(person, "imageUrl");
    if (!speaker.name.empty()) {
      speakers.push_back(std::move(speaker));
    }
  }

  void add_overflow(const Place& document, Overflow& overflow) {
    const auto shown = shown_.find(overflow.time);
    if (shown != shown_.end() && shown->second) {
      sessions_.add_hall(document, *shown->second, overflow.hall);
    } else {
      sessions_.add(document, std::move(overflow.session), overflow.hall);
    }
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  GatheredSessions sessions_;
  std::vector<Overflow> overflows_;
  // Sorted, not hashed: whoever writes types could make all hashes alike.
  std::map<Time, std::optional<std::size_t>>
      shown_;  // the one session of a time and type; nothing where they are several
  std::map<std::string, std::string> other_ids_;
  Schedule::Parts parts_;
};

}  // namespace

bool is_cfp_dev(const Json& document) {
  constexpr std::size_t most_asked = 10;
  const Json::Array* slots = document.array();
  return slots != nullptr &&
         std::any_of(slots->begin(), slots->begin() + static_cast<std::ptrdiff_t>(std::min(slots->size(), most_asked)),
                     is_slot);
}

Result<FeedPart> read_cfp_dev(const Json& document, const FeedContext& context, ProblemList& problems) {
  return CfpDevReader(context, problems).read(document);
}

}  // namespace kiosk
