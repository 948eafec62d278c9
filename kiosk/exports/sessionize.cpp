#include "exports/sessionize.h"

#include <cstdint>
#include <map>
#include <set>

#include "base/feed_budget.h"
#include "base/words.h"
#include "exports/numbered_rooms.h"
#include "exports/session_ids.h"
#include "exports/sessionize_session.h"
#include "reading/event_zone.h"
#include "reading/fields.h"

namespace kiosk {
namespace {

class SessionizeReader {
 public:
  SessionizeReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), fields_(problems, context.give_up), rooms_(problems, fields_) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    parts_.event.time_zone = event_zone({.place = document}, context_, problems_);
    fields_.set_time_zone(parts_.event.time_zone);
    rooms_.read(document.member("rooms"));
    if (rooms_.halls().empty()) {
      const auto rooms = document.member("rooms");
      return fail({.line = rooms->line(),
                   .where = "/rooms",
                   .what = "there are no rooms yet",
                   .right = "add them in Sessionize"});
    }
    for_each_element(fields_.list(document, "categories"), [this](const Place& category) { read_category(category); });
    for_each_element(fields_.list(document, "speakers"), [this](const Place& speaker) { read_speaker(speaker); });
    for_each_element(document.member("sessions"),
                     [this](const Place& session) { problems_.watch(session, [&] { return read_session(session); }); });
    if (fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    parts_.halls = rooms_.halls();
    return FeedPart{.parts = std::move(parts_), .offsets_left_out = fields_.offsets_left_out()};
  }

 private:
  void read_category(const Place& place) {
    if (!fields_.allowances().take(Many::tracks, place) || !fields_.is_object(place, "a category") ||
        !names_tracks(fields_.text(place, "title").in(""))) {
      return;
    }
    for_each_element(fields_.list(place, "items"), [this](const Place& item) {
      if (fields_.allowances().take(Many::tracks, item) && fields_.is_object(item, "a category's item")) {
        track_by_item_.emplace(fields_.any_id(item, "id"), fields_.text(item, "name"));
      }
    });
  }

  void read_speaker(const Place& place) {
    if (!fields_.allowances().take(Many::speakers, place) || !fields_.is_object(place, "a speaker")) {
      return;
    }
    Speaker speaker;
    speaker.name = fields_.text(place, "fullName", Markup::references_only);
    if (speaker.name.empty()) {
      speaker.name = fields_.full_name(place, "firstName", "lastName");
    }
    speaker.role = fields_.text(place, "tagLine");
    speaker.photo = fields_.picture(place, "profilePicture");
    if (!speaker.name.empty()) {
      speakers_.emplace(fields_.any_id(place, "id"), std::move(speaker));
    }
  }

  // Whether it is shown.
  bool read_session(const Place& place) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    auto read = read_sessionize_session(place, fields_, problems_);
    if (!read) {
      return false;
    }
    Session session = *std::move(read);
    // A service session without a room is for everyone.
    session.plenum = session.plenum || (is_true(place, "isServiceSession") && !place.member("roomId"));
    session.halls = halls_of(place, session);
    if (session.halls.empty()) {
      return false;
    }
    const std::string title = SessionIds::title_of(session);
    if (!listed_.insert(session.id + '\n' + title).second) {
      problems_.error(place, "the id " + in_quotes(session.id) + " is taken by an earlier session",
                      "this one is left out");
      return false;
    }
    if (ids_.has_with_another_title(session.id, title)) {
      problems_.warning(place, "the id " + in_quotes(session.id) + " is that of a session with another title, too",
                        "both are shown");
    }
    session.id = ids_.take(session.id, title);
    read_details(place, session);
    parts_.sessions.push_back(std::move(session));
    return true;
  }

  // Empty, and reported, where there is none.
  std::vector<std::string> halls_of(const Place& place, const Session& session) {
    const auto room = place.member("roomId");
    if (session.plenum && !fields_.allowances().take(Many::slots, place, rooms_.halls().size())) {
      return {};
    }
    if (is_everywhere(place, session)) {
      return rooms_.ids();
    }
    if (!room) {
      problems_.error(place, "the session has no room", "it is left out");
      return {};
    }
    if (std::string hall = rooms_.hall_of(place, "roomId"); !hall.empty()) {
      return {std::move(hall)};
    }
    const std::string what = room->value().describe() + " is none of the rooms";
    if (session.plenum) {
      problems_.warning(*room, what, "the session is for everyone and shown in all of them");
      return rooms_.ids();
    }
    problems_.error(*room, what, "the session is left out");
    return {};
  }

  void read_details(const Place& place, Session& session) {
    for_each_element(fields_.list(place, "speakers"), [&](const Place& speaker) { add_speaker(speaker, session); });
    for_each_element(fields_.list(place, "categoryItems"), [&](const Place& item) {
      const std::int64_t* number = item.value().integer();
      const auto track = track_by_item_.find(number != nullptr ? std::to_string(*number) : "");
      if (session.track.empty() && track != track_by_item_.end() &&
          fields_.allowances().take_text(item, track->second)) {
        session.track = track->second;
      }
    });
  }

  // By id here; an object with id and name in other views.
  void add_speaker(const Place& place, Session& session) {
    if (!fields_.takes_speaker(place, session.speakers.size())) {
      return;
    }
    const bool is_object = place.value().object() != nullptr;
    const std::string id = is_object ? fields_.any_id(place, "id") : fields_.id(place);
    if (const auto known = speakers_.find(id); known != speakers_.end()) {
      // One speaker of all sessions would be kept as often as there are sessions.
      if (fields_.allowances().take_text(place, known->second.name) &&
          fields_.allowances().take_text(place, known->second.role) &&
          fields_.allowances().take(Many::texts, place, known->second.photo.size())) {
        session.speakers.push_back(known->second);
      }
    } else if (LocalText name = is_object ? fields_.text(place, "name", Markup::references_only) : LocalText();
               !name.empty()) {
      session.speakers.push_back({std::move(name), {}, {}});
    } else {
      problems_.warning(place, "the speaker " + in_quotes(id) + " is not in the list of speakers");
    }
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  NumberedRooms rooms_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, LocalText> track_by_item_;
  std::map<std::string, Speaker> speakers_;
  std::set<std::string> listed_;  // ids and titles
  SessionIds ids_;
  Schedule::Parts parts_;
};

}  // namespace

bool is_sessionize(const Json& document) {
  const Json* sessions = document.find("sessions");
  const Json* rooms = document.find("rooms");
  return sessions != nullptr && sessions->array() != nullptr && rooms != nullptr && rooms->array() != nullptr;
}

Result<FeedPart> read_sessionize(const Json& document, const FeedContext& context, ProblemList& problems) {
  return SessionizeReader(context, problems).read(document);
}

}  // namespace kiosk
