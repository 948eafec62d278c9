#include "feed/venue_feed.h"

#include <algorithm>
#include <unordered_map>

#include "base/words.h"
#include "feed/fields.h"
#include "feed/hall_references.h"
#include "feed/zone_of_offset.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr std::string_view format = "venue-feed/1";

constexpr std::string_view document_keys[] = {"$schema", "format", "event", "halls", "sessions", "notices"};
constexpr std::string_view event_keys[] = {"title", "short_title", "time_zone", "languages", "url", "logo", "colors"};
constexpr std::string_view color_keys[] = {"background", "accent"};
constexpr std::string_view hall_keys[] = {"id", "name", "place", "broadcast", "delay", "background"};
constexpr std::string_view delay_keys[] = {"minutes", "from"};
constexpr std::string_view session_keys[] = {"id",        "kind",      "hall",     "halls",      "start",    "end",
                                             "title",     "subtitle",  "track",    "language",   "speakers", "state",
                                             "broadcast", "recording", "overflow", "originally", "reason"};
constexpr std::string_view speaker_keys[] = {"name", "role", "photo"};
constexpr std::string_view originally_keys[] = {"hall", "start"};
constexpr std::string_view notice_keys[] = {"id", "level", "text", "halls", "from", "until"};

// Each list is in the order of its enum.
constexpr std::string_view kinds[] = {"session", "break", "all_day"};
constexpr std::string_view states[] = {"confirmed", "cancelled", "full", "canceled"};
constexpr std::string_view levels[] = {"info", "warning", "emergency"};

SessionState session_state(std::size_t index) {
  return index == 3 ? SessionState::cancelled : static_cast<SessionState>(index);
}

// The zone the feed's own times are written in, where they say so: a wrong name of a zone shall not put the
// wall clock hours off. Null where they don't.
TimeZone zone_of_offsets(const Json& document) {
  const Json* list = document.find("sessions");
  const Json::Array* sessions = list != nullptr ? list->array() : nullptr;
  if (sessions == nullptr) {
    return nullptr;
  }
  for (const Json& session : *sessions) {
    const Json* start = session.find("start");
    const std::string* text = start != nullptr ? start->string() : nullptr;
    if (TimeZone zone = text != nullptr ? zone_of_offset(*text) : nullptr) {
      return zone;
    }
  }
  return nullptr;
}

class VenueFeedReader {
 public:
  VenueFeedReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), fields_(problems), halls_(problems, fields_) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    part_.venue_feed = true;
    part_.addition = context_.addition;
    fields_.check_keys(document, document_keys);
    if (!document.member("format")) {
      problems_.warning(document, "\"format\" is missing; write \"format\": " + in_quotes(format));
    }
    read_event(document);
    fields_.set_time_zone(parts_.event.time_zone);

    const auto halls = fields_.list(document, "halls");
    for_each_element(halls, [this](const Place& hall) { read_hall(hall); });
    const auto sessions = document.member("sessions");
    if (part_.addition) {
      halls_.trust();
    } else if (parts_.halls.empty()) {
      return fail({.line = halls ? halls->line() : document.line(),
                   .where = "/halls",
                   .what = "the feed has no hall; write \"halls\": [{\"id\": \"gorky\", \"name\": \"…\"}]"});
    } else if (!sessions || sessions->value().array() == nullptr) {
      return fail({.line = sessions ? sessions->line() : document.line(),
                   .where = "/sessions",
                   .what = "the feed has no list of sessions; write \"sessions\": [] if there are none"});
    }
    for (const Hall& hall : parts_.halls) {
      halls_.add(hall.id);
    }
    for_each_element(fields_.list(document, "sessions"), [this](const Place& session) { read_session(session); });
    for_each_element(fields_.list(document, "notices"), [this](const Place& notice) { read_notice(notice); });
    return std::move(part_);
  }

 private:
  // Reads a member by `read`, and notes whether the feed gives it: an empty value counts where it is meant.
  template <class T, class Read>
  void take(T& field, const Place& object, std::string_view key, Given& given, Read read) {
    const std::size_t told = problems_.count();
    field = read();
    if (part_.addition && (!(field == T()) || (object.member(key) && problems_.count() == told))) {
      given.keys.push_back(key);
    }
  }
  void take_text(LocalText& field, const Place& object, std::string_view key, Given& given) {
    take(field, object, key, given, [&] { return fields_.text(object, key); });
  }

  void note(std::vector<Given>& list, Given given, const Place& place) {
    if (part_.addition) {
      given.where = place.pointer();
      given.line = place.line();
      list.push_back(std::move(given));
    }
  }

  // Whether the id is free, and now taken. The first to use it keeps it.
  bool take_id(std::unordered_map<std::string, int>& taken, const std::string& id, const Place& place) {
    const auto [other, is_free] = taken.emplace(id, place.line());
    if (!is_free) {
      problems_.error(place, "the id " + in_quotes(id) + " is taken by line " + std::to_string(other->second) +
                                 "; this one is left out");
    }
    return is_free;
  }

  void read_event(const Place& document) {
    Event& event = parts_.event;
    auto place = document.member("event");
    if (!place) {
      if (part_.addition) {
        event.time_zone = context_.time_zone;
        return;
      }
      problems_.warning(document, "\"event\" is missing; write \"event\": {\"title\": \"…\", \"time_zone\": \"…\"}");
    } else if (!fields_.is_object(*place, "an event")) {
      place.reset();
    }
    if (place) {
      fields_.check_keys(*place, event_keys);
      event.title = fields_.text(*place, "title");
      event.short_title = fields_.text(*place, "short_title");
      event.url = fields_.url(*place, "url");
      event.logo = fields_.picture(*place, "logo");
      read_colors(*place);
      for_each_element(fields_.list(*place, "languages"), [&](const Place& language) {
        if (const std::string* tag = language.value().string(); tag != nullptr && !tag->empty()) {
          event.languages.push_back(*tag);
        } else {
          problems_.error(language, language.value().describe() + " is not a language; write \"ru\"");
        }
      });
    }
    event.time_zone = read_time_zone(document, place);
  }

  void read_colors(const Place& event) {
    const auto place = event.member("colors");
    if (!place || !fields_.is_object(*place, "colours")) {
      return;
    }
    fields_.check_keys(*place, color_keys);
    parts_.event.colors.background = fields_.color(*place, "background");
    parts_.event.colors.accent = fields_.color(*place, "accent");
  }

  TimeZone read_time_zone(const Place& document, const std::optional<Place>& event) {
    const auto place = event ? event->member("time_zone") : std::nullopt;
    const std::string name = place ? fields_.word(*event, "time_zone") : "";
    TimeZone zone = name.empty() ? nullptr : find_time_zone(name);
    if (!name.empty() && zone == nullptr) {
      problems_.error(*place,
                      utc() == nullptr
                          ? "this machine has no time zone rules, so that times are told in UTC; install tzdata"
                          : in_quotes(name) + " is not a time zone; write one of the tz database, \"Europe/Moscow\"");
    }
    if (context_.time_zone != nullptr) {
      return context_.time_zone;
    }
    if (part_.addition) {
      // Without one its local times would be a guess; the other feeds' zone is not known here.
      return zone;
    }
    if (!place) {
      problems_.warning(event.value_or(document), "\"time_zone\" is missing; write \"time_zone\": \"Europe/Moscow\"");
    }
    if (zone == nullptr) {
      zone = zone_of_offsets(document.value());
    }
    return zone != nullptr ? zone : utc();
  }

  void read_hall(const Place& place) {
    if (!fields_.is_object(place, "a hall")) {
      return;
    }
    fields_.check_keys(place, hall_keys);
    Hall hall;
    hall.id = fields_.id(place, "id");
    if (hall.id.empty()) {
      if (!place.member("id")) {
        problems_.error(place, "the hall has no id; write \"id\": \"gorky\"");
      }
      return;
    }
    if (!take_id(hall_lines_, hall.id, place)) {
      return;
    }
    Given given;
    take_text(hall.name, place, "name", given);
    if (hall.name.empty() && !part_.addition) {
      problems_.warning(place, "the hall " + in_quotes(hall.id) + " has no name; write \"name\": \"…\"");
      hall.name = hall.id;
    }
    take_text(hall.place, place, "place", given);
    take(hall.broadcast, place, "broadcast", given, [&] { return fields_.link(place, "broadcast"); });
    take(hall.delay, place, "delay", given, [&] { return read_delay(place); });
    take(hall.background, place, "background", given, [&] { return fields_.picture(place, "background"); });
    note(part_.halls, std::move(given), place);
    parts_.halls.push_back(std::move(hall));
  }

  std::optional<HallDelay> read_delay(const Place& hall) {
    constexpr std::int64_t a_day = 1440;  // minutes
    const auto place = hall.member("delay");
    if (!place || !fields_.is_object(*place, "a delay")) {
      return std::nullopt;
    }
    fields_.check_keys(*place, delay_keys);
    const auto from = fields_.time(*place, "from");
    const auto minutes = place->member("minutes");
    const std::int64_t* count = minutes ? minutes->value().integer() : nullptr;
    if (count == nullptr || *count < 0 || *count > a_day) {
      problems_.error(minutes.value_or(*place), "a delay is 0 to 1440 whole minutes; write \"minutes\": 10");
      return std::nullopt;
    }
    if (!from) {
      if (!place->member("from")) {
        problems_.error(*place, "from when is the hall late? Write \"from\": \"2024-04-17T14:00:00+03:00\"");
      }
      return std::nullopt;
    }
    return *count == 0 ? std::nullopt : std::optional(HallDelay{std::chrono::minutes(*count), *from});
  }

  void read_session(const Place& place) {
    if (!fields_.is_object(place, "a session")) {
      return;
    }
    fields_.check_keys(place, session_keys);
    Session session;
    Given given;
    if (part_.addition) {
      session.id = fields_.id(place, "id");
    }
    const bool may_be_part = part_.addition && !session.id.empty();
    // What is there but wrong has been told by whoever read it; what is missing is told here.
    const auto told_missing = [&](bool is_missing, std::size_t told, const char* what) {
      if (is_missing && !may_be_part && problems_.count() == told) {
        problems_.error(place, what);
      }
      return is_missing && !may_be_part;
    };
    std::size_t told = problems_.count();
    take_text(session.title, place, "title", given);
    bool incomplete = told_missing(session.title.empty(), told, "the session has no title; it is left out");
    told = problems_.count();
    std::optional<Instant> start;
    take(start, place, "start", given, [&] { return fields_.time(place, "start"); });
    incomplete |= told_missing(!start, told, "the session has no start; it is left out");
    told = problems_.count();
    take(session.halls, place, "halls", given, [&] { return halls_.several(place); });
    incomplete |= told_missing(session.halls.empty(), told, "the session has no hall; it is left out");
    if (incomplete) {
      return;
    }
    session.start = start.value_or(Instant());
    if (!part_.addition) {
      session.id = fields_.id(place, "id");
    }
    if (session.id.empty()) {
      // Stable from poll to poll as long as the session is the same one to its audience.
      session.id = format_instant(session.start, utc()) + ' ' + session.halls.front() + ' ' + session.title.in("");
      if (!place.member("id")) {
        problems_.warning(place,
                          "the session has no id, so a change of its time or title cannot be told from a new one");
      }
    }
    if (!take_id(session_lines_, session.id, place)) {
      return;
    }
    read_details(place, session, start.has_value(), given);
    note(part_.sessions, std::move(given), place);
    parts_.sessions.push_back(std::move(session));
  }

  void read_details(const Place& place, Session& session, bool has_start, Given& given) {
    take(session.kind, place, "kind", given,
         [&] { return static_cast<SessionKind>(fields_.choice(place, "kind", kinds).value_or(0)); });
    take(session.end, place, "end", given, [&] { return read_end(place, session, has_start); });
    take_text(session.subtitle, place, "subtitle", given);
    take_text(session.track, place, "track", given);
    take(session.language, place, "language", given, [&] { return fields_.word(place, "language"); });
    take(session.speakers, place, "speakers", given, [&] { return read_speakers(place); });

    // Null, or false where someone took it for a switch: not "absent".
    const Json* broadcast = place.value().find("broadcast");
    const bool* switched = broadcast != nullptr ? broadcast->boolean() : nullptr;
    session.not_broadcast = broadcast != nullptr && (broadcast->is_null() || (switched != nullptr && !*switched));
    if (session.not_broadcast) {
      given.keys.emplace_back("broadcast");
    } else {
      take(session.broadcast, place, "broadcast", given, [&] { return fields_.link(place, "broadcast"); });
    }
    take(session.recording, place, "recording", given, [&] { return fields_.link(place, "recording"); });

    take(session.state, place, "state", given,
         [&] { return session_state(fields_.choice(place, "state", states).value_or(0)); });
    take_text(session.reason, place, "reason", given);
    take(session.overflow, place, "overflow", given, [&] { return halls_.one(place, "overflow"); });
    if (!session.overflow.empty() && session.halls == std::vector{session.overflow}) {
      problems_.error(*place.member("overflow"), "the session's own hall cannot take those it has no room for");
      session.overflow.clear();
    }
    take(session.originally, place, "originally", given, [&] { return read_originally(place); });
  }

  std::optional<Instant> read_end(const Place& place, const Session& session, bool has_start) {
    std::optional<Instant> end = fields_.time(place, "end");
    if (end && has_start && *end < session.start) {
      problems_.error(*place.member("end"), "the session ends before it starts; shown without an end");
      end.reset();
    }
    return end;
  }

  std::vector<Speaker> read_speakers(const Place& session) {
    std::vector<Speaker> speakers;
    for_each_element(fields_.list(session, "speakers"), [&](const Place& speaker) { read_speaker(speaker, speakers); });
    return speakers;
  }

  void read_speaker(const Place& place, std::vector<Speaker>& speakers) {
    Speaker speaker;
    if (place.value().string() != nullptr) {
      speaker.name = fields_.text(place);
    } else if (fields_.is_object(place, "a speaker")) {
      fields_.check_keys(place, speaker_keys);
      speaker.name = fields_.text(place, "name");
      speaker.role = fields_.text(place, "role");
      speaker.photo = fields_.picture(place, "photo");
      if (speaker.name.empty()) {
        problems_.error(place, "the speaker has no name; write \"name\": \"…\"");
      }
    }
    if (!speaker.name.empty()) {
      speakers.push_back(std::move(speaker));
    }
  }

  std::optional<Announced> read_originally(const Place& session) {
    const auto place = session.member("originally");
    if (!place || !fields_.is_object(*place, "a hall or a start")) {
      return std::nullopt;
    }
    fields_.check_keys(*place, originally_keys);
    Announced announced{halls_.one(*place, "hall"), fields_.time(*place, "start")};
    return announced == Announced() ? std::nullopt : std::optional(std::move(announced));
  }

  void read_notice(const Place& place) {
    if (!fields_.is_object(place, "a notice")) {
      return;
    }
    fields_.check_keys(place, notice_keys);
    Notice notice;
    notice.text = fields_.text(place, "text");
    if (notice.text.empty()) {
      problems_.error(place, "the notice has no text; write \"text\": \"…\"");
      return;
    }
    // Without a known hall it would be told to all, which nobody asked for.
    const auto halls = place.member("halls");
    const std::string* word = halls ? halls->value().string() : nullptr;
    const bool for_all = !halls || (word != nullptr && *word == "all") ||
                         (halls->value().array() != nullptr && halls->value().array()->empty());
    if (!for_all) {
      notice.halls = halls_.several(place);
      if (notice.halls.empty()) {
        return;
      }
    }
    notice.id = fields_.id(place, "id");
    if (notice.id.empty()) {
      notice.id = notice.text.in("");
    }
    if (!take_id(notice_lines_, notice.id, place)) {
      return;
    }
    if (const auto level = fields_.choice(place, "level", levels)) {
      notice.level = static_cast<NoticeLevel>(*level);
    }
    notice.from = fields_.time(place, "from");
    notice.until = fields_.time(place, "until");
    if (notice.from && notice.until && *notice.until <= *notice.from) {
      // Shown too long it will be noticed and taken back; never shown, it would not be.
      problems_.error(*place.member("until"), "the notice ends before it begins; shown without an end");
      notice.until.reset();
    }
    note(part_.notices, {}, place);
    parts_.notices.push_back(std::move(notice));
  }

  const FeedContext& context_;
  ProblemList& problems_;
  Fields fields_;
  HallReferences halls_;
  FeedPart part_;
  Schedule::Parts& parts_ = part_.parts;
  std::unordered_map<std::string, int> hall_lines_;
  std::unordered_map<std::string, int> session_lines_;
  std::unordered_map<std::string, int> notice_lines_;
};

}  // namespace

bool is_venue_feed(const Json& document) {
  if (const Json* given = document.find("format")) {
    return given->string() != nullptr && *given->string() == format;
  }
  const Json* halls = document.find("halls");
  return halls != nullptr && halls->array() != nullptr;
}

Result<FeedPart> read_venue_feed(const Json& document, const FeedContext& context, ProblemList& problems) {
  return VenueFeedReader(context, problems).read(document);
}

}  // namespace kiosk
