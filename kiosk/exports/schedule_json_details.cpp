#include "exports/schedule_json_details.h"

#include <algorithm>
#include <chrono>

#include "base/feed_budget.h"
#include "base/words.h"
#include "exports/schedule_json_event.h"
#include "exports/session_ids.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// What organizers call their own types of sessions, in a text or one by language.
bool is_break_type(const Json* type) {
  const std::string* text = type != nullptr ? type->string() : nullptr;
  const Json::Object* by_language = type != nullptr ? type->object() : nullptr;
  return (text != nullptr && names_break(*text)) ||
         (by_language != nullptr && by_language->size() <= feed_budget.languages &&
          std::any_of(by_language->begin(), by_language->end(), [](const auto& member) {
            return member.second.string() != nullptr && names_break(*member.second.string());
          }));
}

// The schema has a text there, exporters a truth value.
bool is_set(const Json* flag) {
  const bool* value = flag != nullptr ? flag->boolean() : nullptr;
  const std::string* text = flag != nullptr ? flag->string() : nullptr;
  return (value != nullptr && *value) ||
         (text != nullptr && !text->empty() && lower_case(*text) != "false" && *text != "0");
}

}  // namespace

void ScheduleJsonDetails::read_tracks(const Place& conference) {
  for_each_element(fields_.list(conference, "tracks"), [this](const Place& track) {
    if (!fields_.allowances().take(Many::tracks, track) || !fields_.is_object(track, "a track")) {
      return;
    }
    const LocalText name = fields_.text(track, "name");
    for (const char* key : {"guid", "slug"}) {
      if (const std::string id = fields_.word(track, key); !id.empty() && !name.empty()) {
        tracks_.emplace(id, name);
      }
    }
  });
}

void ScheduleJsonDetails::read_persons(const Place& wrapper) {
  for_each_element(fields_.list(wrapper, "persons"), [this](const Place& person) {
    if (!fields_.allowances().take(Many::speakers, person) || !fields_.is_object(person, "a person")) {
      return;
    }
    const std::string guid = fields_.word(person, "guid");
    if (!guid.empty()) {
      persons_.emplace(guid, Speaker{name_of(person), {}, schedule_json_picture(fields_, person, "avatar")});
    }
  });
}

std::string ScheduleJsonDetails::id_of(const Place& event, const Session& session,
                                       std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (std::string id = fields_.any_id(event, key); !id.empty()) {
      return id;
    }
  }
  return format_instant(session.start, utc()) + ' ' + session.halls.front() + ' ' + session.title.in("");
}

void ScheduleJsonDetails::note_other_ids(const Place& event, const std::string& id) {
  kiosk::note_other_ids(event, {"guid", "id", "code", "slug"}, id, other_ids_);
}

void ScheduleJsonDetails::read(const Place& event, Session& session) {
  if (take_cancelled(session.title)) {
    session.state = SessionState::cancelled;
  }
  for (const char* key : {"state", "status"}) {
    const std::string* state = event.value().find_text(key);
    if (state != nullptr && is_cancelled_state(*state)) {
      session.state = SessionState::cancelled;
    }
  }
  if (is_break_title(session.title) || is_break_type(event.value().find("type"))) {
    session.kind = SessionKind::break_;
  } else if (session.end && *session.end - session.start >= std::chrono::hours(24)) {
    session.kind = SessionKind::all_day;  // a hack centre, an exhibition
  }
  session.subtitle = fields_.text(event, "subtitle", Markup::references_only);
  read_track(event, session);
  session.language = fields_.word(event, "language");
  for (const char* key : {"persons", "participants"}) {
    for_each_element(fields_.list(event, key), [&](const Place& person) { read_speaker(person, session.speakers); });
  }
  session.not_broadcast = is_set(event.value().find("do_not_stream"));
}

// A text; an object with a name; or an object that names one of the list.
void ScheduleJsonDetails::read_track(const Place& event, Session& session) {
  const auto track = event.member("track");
  if (!track) {
    return;
  }
  for (const char* key : {"guid", "slug"}) {
    const std::string* text =
        track->value().string() != nullptr ? track->value().string() : track->value().find_text(key);
    const auto known = text != nullptr ? tracks_.find(*text) : tracks_.end();
    if (known != tracks_.end()) {
      // One track of all sessions would be kept as often as there are sessions.
      session.track = fields_.allowances().take_text(*track, known->second) ? known->second : LocalText();
      return;
    }
  }
  const std::string* slug = track->value().find_text("slug");
  if (track->value().find("name") != nullptr) {
    session.track = fields_.text(*track, "name");
  } else if (slug != nullptr) {
    problems_.warning(*track, "the track " + in_quotes(*slug) + " is not in the list of tracks");
  } else if (track->value().find("guid") == nullptr) {
    session.track = fields_.text(event, "track");
  }
}

LocalText ScheduleJsonDetails::name_of(const Place& person) {
  LocalText name;
  for (const char* key : {"public_name", "name", "full_public_name"}) {
    if (name.empty()) {
      name = fields_.text(person, key, Markup::references_only);
    }
  }
  return name;
}

void ScheduleJsonDetails::read_speaker(const Place& person, std::vector<Speaker>& speakers) {
  if (!fields_.takes_speaker(person, speakers.size())) {
    return;
  }
  Speaker speaker;
  if (person.value().string() != nullptr) {
    speaker.name = fields_.text(person, Markup::references_only);
  } else if (fields_.is_object(person, "a person")) {
    speaker.name = name_of(person);
    speaker.photo = schedule_json_picture(fields_, person, "avatar");
    const std::string* guid = person.value().find_text("guid");
    const auto known = guid != nullptr ? persons_.find(*guid) : persons_.end();
    if (known != persons_.end()) {
      const auto& [name, role, photo] = known->second;
      if (speaker.name.empty() && fields_.allowances().take_text(person, name)) {
        speaker.name = name;
      }
      if (speaker.photo.empty() && fields_.allowances().take(Many::texts, person, photo.size())) {
        speaker.photo = photo;
      }
    } else if (speaker.name.empty() && guid != nullptr) {
      problems_.warning(person, "the person " + in_quotes(*guid) + " is not in the list of persons");
    }
  }
  if (!speaker.name.empty()) {
    speakers.push_back(std::move(speaker));
  }
}

}  // namespace kiosk
