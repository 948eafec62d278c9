#include "exports/sessionize_session.h"

#include "base/words.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"

namespace kiosk {
namespace {

// Its forms let an owner leave the field empty.
std::optional<Link> page(const Place& session, std::string_view key, Fields& fields) {
  return fields.word(session, key).empty() ? std::nullopt : fields.url(session, key);
}

bool is_cancelled(const Place& session) {
  const std::string* status = session.value().find_text("status");
  const std::string word = status != nullptr ? lower_case(*status) : "";
  return is_cancelled_state(word) || word == "declined" || word == "withdrawn";
}

}  // namespace

bool names_tracks(std::string_view title) {
  const std::string name = lower_case(title);
  for (const std::string_view part : {"track", "stream", "трек", "Трек", "секция", "Секция"}) {
    if (name.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::optional<Session> read_sessionize_session(const Place& place, Fields& fields, ProblemList& problems) {
  if (!place.member("startsAt")) {
    problems.warning_once(place, "the session has no start yet", "it is left out");
    return std::nullopt;
  }
  Session session;
  const std::size_t reported_before = fields.reported();
  session.title = fields.text(place, "title", Markup::references_only);
  if (session.title.empty() && fields.reported() == reported_before) {
    problems.error(place, "the session has no title", "it is left out");
  }
  const auto start = fields.time(place, "startsAt");
  if (session.title.empty() || !start) {
    return std::nullopt;
  }
  session.start = *start;
  session.end = fields.not_before(session.start, fields.time(place, "endsAt"), place, "endsAt");
  session.id = fields.any_id(place, "id");
  if (session.id.empty()) {
    problems.error(place, "the session has no id", "it is left out");
    return std::nullopt;
  }
  if (take_cancelled(session.title) || is_cancelled(place)) {
    session.state = SessionState::cancelled;
  }
  session.kind =
      is_true(place, "isServiceSession") || is_break_title(session.title) ? SessionKind::break_ : SessionKind::session;
  session.plenum = is_true(place, "isPlenumSession");
  session.broadcast = page(place, "liveUrl", fields);
  session.recording = page(place, "recordingUrl", fields);
  return session;
}

bool is_everywhere(const Place& place, const Session& session) {
  return session.plenum && (!place.member("roomId") || session.kind == SessionKind::break_);
}

}  // namespace kiosk
