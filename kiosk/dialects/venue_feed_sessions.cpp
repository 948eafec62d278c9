#include "dialects/venue_feed_sessions.h"

#include <map>

#include "base/feed_budget.h"
#include "dialects/venue_feed_keys.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// Each list is in the order of its enum.
constexpr std::string_view kinds[] = {"session", "break", "all_day"};
constexpr std::string_view states[] = {"confirmed", "cancelled", "full", "canceled"};

SessionState session_state(std::size_t index) {
  return index == 3 ? SessionState::cancelled : static_cast<SessionState>(index);
}

class SessionReader {
 public:
  SessionReader(HallReferences& halls, VenueFeedPart& feed)
      : halls_(halls), feed_(feed), fields_(feed.fields), problems_(feed.problems) {}

  // Whether it is shown.
  bool read(const Place& place) {
    if (!fields_.allowances().take(Many::sessions, place) || !fields_.is_object(place, "a session")) {
      return false;
    }
    fields_.check_keys(place, venue_feed_keys::session);
    Session session;
    Given given;
    if (feed_.part.addition) {
      session.id = fields_.id(place, "id");
    }
    const bool may_be_part = feed_.part.addition && !session.id.empty();
    // What is there but wrong was reported by whoever read it; what is missing is reported here.
    const auto report_missing = [&](bool is_missing, std::size_t reported_before, const char* what) {
      if (is_missing && !may_be_part && fields_.reported() == reported_before) {
        problems_.error(place, what, "it is left out");
      }
      return is_missing && !may_be_part;
    };
    std::size_t reported_before = fields_.reported();
    feed_.take_text(session.title, place, "title", given);
    bool incomplete = report_missing(session.title.empty(), reported_before, "the session has no title");
    reported_before = fields_.reported();
    std::optional<Instant> start;
    feed_.take(start, place, "start", given, [&] { return fields_.time(place, "start"); });
    incomplete |= report_missing(!start, reported_before, "the session has no start");
    reported_before = fields_.reported();
    feed_.take(session.halls, place, "halls", given, [&] { return halls_.several(place); });
    incomplete |= report_missing(session.halls.empty(), reported_before, "the session has no hall");
    if (incomplete) {
      return false;
    }
    session.start = start.value_or(Instant());
    if (!feed_.part.addition) {
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
    if (!feed_.take_id(lines_, session.id, place)) {
      return false;
    }
    read_details(place, session, start.has_value(), given);
    feed_.note(feed_.part.sessions, std::move(given), place);
    feed_.part.parts.sessions.push_back(std::move(session));
    return true;
  }

 private:
  void read_details(const Place& place, Session& session, bool has_start, Given& given) {
    feed_.take(session.kind, place, "kind", given,
               [&] { return static_cast<SessionKind>(fields_.choice(place, "kind", kinds).value_or(0)); });
    feed_.take(session.plenum, place, "plenum", given, [&] { return read_plenum(place); });
    feed_.take(session.end, place, "end", given, [&] { return read_end(place, session, has_start); });
    feed_.take_text(session.subtitle, place, "subtitle", given);
    feed_.take_text(session.track, place, "track", given);
    feed_.take(session.language, place, "language", given, [&] { return fields_.word(place, "language"); });
    feed_.take(session.speakers, place, "speakers", given, [&] { return read_speakers(place); });

    // Null, or false where someone took it for a switch: not "absent".
    const Json* broadcast = place.value().find("broadcast");
    const bool* switched = broadcast != nullptr ? broadcast->boolean() : nullptr;
    session.not_broadcast = broadcast != nullptr && (broadcast->is_null() || (switched != nullptr && !*switched));
    if (session.not_broadcast) {
      given.keys.emplace_back("broadcast");
    } else {
      feed_.take(session.broadcast, place, "broadcast", given, [&] { return fields_.link(place, "broadcast"); });
    }
    feed_.take(session.recording, place, "recording", given, [&] { return fields_.link(place, "recording"); });

    feed_.take(session.state, place, "state", given,
               [&] { return session_state(fields_.choice(place, "state", states).value_or(0)); });
    feed_.take_text(session.reason, place, "reason", given);
    feed_.take(session.overflow, place, "overflow", given, [&] { return halls_.one(place, "overflow"); });
    if (!session.overflow.empty() && session.halls == std::vector{session.overflow}) {
      problems_.error(*place.member("overflow"), "the session's own hall cannot take those it has no room for");
      session.overflow.clear();
    }
    feed_.take(session.originally, place, "originally", given, [&] { return read_originally(place); });
  }

  bool read_plenum(const Place& session) {
    const auto place = session.member("plenum");
    if (place && place->value().boolean() == nullptr) {
      problems_.error(*place, place->value().describe() + " is neither true nor false");
    }
    return is_true(session, "plenum");
  }

  std::optional<Instant> read_end(const Place& place, const Session& session, bool has_start) {
    const std::optional<Instant> end = fields_.time(place, "end");
    return has_start ? fields_.not_before(session.start, end, place, "end") : end;
  }

  std::vector<Speaker> read_speakers(const Place& session) {
    std::vector<Speaker> speakers;
    for_each_element(fields_.list(session, "speakers"), [&](const Place& speaker) { read_speaker(speaker, speakers); });
    return speakers;
  }

  void read_speaker(const Place& place, std::vector<Speaker>& speakers) {
    if (!fields_.takes_speaker(place, speakers.size())) {
      return;
    }
    Speaker speaker;
    const std::size_t reported_before = fields_.reported();
    if (place.value().string() != nullptr) {
      speaker.name = fields_.text(place);
    } else if (fields_.is_object(place, "a speaker")) {
      fields_.check_keys(place, venue_feed_keys::speaker);
      speaker.name = fields_.text(place, "name");
      speaker.role = fields_.text(place, "role");
      speaker.photo = fields_.picture(place, "photo");
      if (speaker.name.empty() && fields_.reported() == reported_before) {
        problems_.error(place, "the speaker has no name", "write \"name\": \"…\"");
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
    fields_.check_keys(*place, venue_feed_keys::originally);
    Announced announced{halls_.one(*place, "hall"), fields_.time(*place, "start")};
    return announced == Announced() ? std::nullopt : std::optional(std::move(announced));
  }

  HallReferences& halls_;
  VenueFeedPart& feed_;
  Fields& fields_;
  ProblemList& problems_;
  std::map<std::string, int> lines_;  // of the ids taken
};

}  // namespace

void read_venue_sessions(const Place& document, HallReferences& halls, VenueFeedPart& feed) {
  SessionReader reader(halls, feed);
  for_each_element(feed.fields.list(document, "sessions"),
                   [&](const Place& session) { feed.problems.watch(session, [&] { return reader.read(session); }); });
}

}  // namespace kiosk
