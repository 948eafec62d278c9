#include "organizer/edit.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

#include "base/words.h"
#include "organizer/edit_times.h"
#include "organizer/find_session.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using Value = nlohmann::ordered_json;
using Told = Result<std::string>;

constexpr const char* level_names[] = {"info", "warning", "emergency"};  // in the order of the enum

class Editor {
 public:
  Editor(EditedFeed& feed, const Edit& edit, Instant now) : feed_(feed), edit_(edit), now_(now) {}

  Told delay() {
    const Result<std::chrono::minutes> by = parse_minutes(edit_.by);
    if (!by) {
      return fail(by.error());
    }
    if (const Hall* hall = find_hall_before_sessions(schedule(), edit_.what)) {
      return delay_hall(*hall, *by);
    }
    const Result<const Session*> session = find_session(schedule(), edit_.what, now_);
    if (!session) {
      return fail(session.error());
    }
    if (!edit_.from.empty()) {
      return fail({.what = "a session is late by itself; --from is for halls"});
    }
    const Session& late = **session;
    const Instant announced = late.originally && late.originally->start ? *late.originally->start : late.start;
    return put_elsewhere(late, "", announced + *by,
                         by->count() == 0 ? "on time: " : "late by " + std::to_string(by->count()) + " min: ");
  }

  Told cancel() {
    return with_session([&](const Session& session, const std::string& at) -> Told {
      change_state(session, at, SessionState::cancelled, "cancelled");
      if (!edit_.reason.empty()) {
        feed_.set(at, "reason", edit_.reason);
      }
      return "cancelled: " + describe_session(schedule(), session);
    });
  }

  Told move() {
    const Result<const Session*> session = find_session(schedule(), edit_.what, now_);
    if (!session) {
      return fail(session.error());
    }
    std::string hall;
    if (!edit_.hall.empty()) {
      const Result<const Hall*> found = find_hall(schedule(), edit_.hall);
      if (!found) {
        return fail(found.error());
      }
      hall = (*found)->id;
    }
    Instant start = (*session)->start;
    if (!edit_.start.empty()) {
      const Result<Instant> read = parse_event_time(edit_.start, start, zone());
      if (!read) {
        return fail(read.error());
      }
      start = *read;
    }
    if (hall.empty() && edit_.start.empty()) {
      return fail({.what = "where does it move? Write --hall HALL, --start TIME, or both"});
    }
    return put_elsewhere(**session, hall, start, "moved: ");
  }

  Told full() {
    std::string overflow;
    if (!edit_.hall.empty()) {
      const Result<const Hall*> found = find_hall(schedule(), edit_.hall);
      if (!found) {
        return fail(found.error());
      }
      overflow = (*found)->id;
    }
    return with_session([&](const Session& session, const std::string& at) -> Told {
      if (std::find(session.halls.begin(), session.halls.end(), overflow) != session.halls.end()) {
        return fail({.what = "the session's own hall cannot take those it has no room for",
                     .right = "name another one by --overflow, or none"});
      }
      change_state(session, at, SessionState::full, "full");
      if (!overflow.empty()) {
        feed_.set(at, "overflow", overflow);
      }
      return "full: " + describe_session(schedule(), session);
    });
  }

  Told notice() {
    if (edit_.what.find_first_not_of(" \t\r\n") == std::string::npos) {
      return fail({.what = "the notice has no text"});
    }
    Value notice = {
        {"id", free_notice_id()}, {"level", level_names[static_cast<std::size_t>(edit_.level)]}, {"text", edit_.what}};
    for (const std::string& called : edit_.halls) {
      const Result<const Hall*> hall = find_hall(schedule(), called);
      if (!hall) {
        return fail(hall.error());
      }
      notice["halls"].push_back((*hall)->id);
    }
    if (!edit_.lasts.empty()) {
      const Result<std::chrono::minutes> lasts = parse_minutes(edit_.lasts);
      if (!lasts) {
        return fail(lasts.error());
      }
      if (lasts->count() == 0) {
        return fail({.what = "a notice of no time is seen by nobody"});
      }
      notice["until"] = exact(now_ + *lasts);
    }
    feed_.append("notices", notice);
    return "notice " + notice["id"].get<std::string>() + ": " + in_quotes(edit_.what);
  }

  Told clear() {
    if (const auto notice = find_notice(schedule(), edit_.what); notice && (*notice)->id == edit_.what) {
      return clear_notice(**notice);
    }
    const auto session = find_session(schedule(), edit_.what, now_);
    const Hall* hall = find_hall_before_sessions(schedule(), edit_.what);
    // A hall's name may be a session's id, or a part of its title.
    const bool session_is_meant = session && (*session)->id == edit_.what && is_marked(**session);
    if (hall != nullptr && hall->delay && session_is_meant) {
      return fail({.what = in_quotes(edit_.what) + " means a hall that is late and a session that is marked",
                   .right = "say which: the hall by its name, or the session by a part of its title"});
    }
    if (hall != nullptr && !session_is_meant) {
      return clear_delay(*hall);
    }
    const auto notice = find_notice(schedule(), edit_.what);
    if (session && notice && (*session)->id != edit_.what) {
      return fail({.what = in_quotes(edit_.what) + " means a session and a notice",
                   .right = "say which: " + (*session)->id + " or " + (*notice)->id});
    }
    if (notice && !session) {
      return clear_notice(**notice);
    }
    return session ? clear_session(**session) : fail(session.error());
  }

 private:
  const Schedule& schedule() const { return feed_.schedule(); }
  SaidZone zone() const { return schedule().event().time_zone; }

  // For an instant that no other of the feed shows how to write: with the offset, which is UTC's where there is no
  // zone.
  std::string exact(Instant instant) const { return format_instant(instant, schedule().time_zone()); }

  static bool is_marked(const Session& session) {
    return session.state != SessionState::confirmed || !session.reason.empty() || !session.overflow.empty();
  }

  // What was said of another state is not said of this one.
  void change_state(const Session& session, const std::string& at, SessionState state, const char* name) {
    if (session.state != state && session.state != SessionState::confirmed) {
      feed_.remove(at + "/reason");
      feed_.remove(at + "/overflow");
    }
    feed_.set(at, "state", name);
  }

  template <class Change>
  Told with_session(Change change) {
    const Result<const Session*> session = find_session(schedule(), edit_.what, now_);
    if (!session) {
      return fail(session.error());
    }
    const Result<std::string> at = feed_.session(**session);
    return at ? change(**session, *at) : fail(at.error());
  }

  Told delay_hall(const Hall& hall, std::chrono::minutes by) {
    if (by.count() == 0) {
      return clear_delay(hall);
    }
    Instant from = now_;
    if (!edit_.from.empty()) {
      const Result<Instant> read = parse_event_time(edit_.from, now_, zone());
      if (!read) {
        return fail(read.error());
      }
      from = *read;
    } else if (hall.delay && hall.delay->from <= now_ &&
               event_day(hall.delay->from, schedule().time_zone()) == event_day(now_, schedule().time_zone())) {
      from = hall.delay->from;
    }
    const Result<std::string> at = feed_.hall(hall);
    if (!at) {
      return fail(at.error());
    }
    const Value written = feed_.member(*at, "delay");
    if (written.is_object()) {
      feed_.set(*at + "/delay", "minutes", by.count());
      if (!hall.delay || hall.delay->from != from || !written.contains("from")) {
        feed_.set(*at + "/delay", "from", exact(from));
      }
    } else {
      feed_.set(*at, "delay", {{"minutes", by.count()}, {"from", exact(from)}});
    }
    return in_quotes(hall.id) + " is late by " + std::to_string(by.count()) + " min from " + exact(from);
  }

  // `hall` is empty where it stays in its own.
  Told put_elsewhere(const Session& session, const std::string& hall, Instant start, const std::string& told) {
    if (!hall.empty() && session.halls.size() > 1) {
      return fail({.what = "the session is in " + std::to_string(session.halls.size()) + " halls",
                   .right = "edit its \"halls\" in the document"});
    }
    const Result<std::string> at = feed_.session(session);
    if (!at) {
      return fail(at.error());
    }
    if (!hall.empty() && session.halls != std::vector{hall}) {
      feed_.remove(*at + "/halls");
      feed_.set(*at, "hall", hall);
      note_original(*at, "hall", session.originally ? session.originally->hall : "", session.halls.front(), hall);
    }
    if (start != session.start) {
      move_times(session, *at, start);
    }
    if (feed_.member(*at, "originally") == Value::object()) {
      feed_.remove(*at + "/originally");
    }
    return told + describe_session(schedule(), session) + " → " + exact(start) + (hall.empty() ? "" : ' ' + hall);
  }

  void move_times(const Session& session, const std::string& at, Instant start) {
    const Value old_start = feed_.member(at, "start");
    const Value old_end = feed_.member(at, "end");
    const bool is_second = session.originally && session.originally->start;
    const Instant first = is_second ? *session.originally->start : session.start;
    // As somebody has written it, to the letter.
    const std::string was = old_start.is_string() ? old_start.get<std::string>() : exact(session.start);
    const std::string becomes = written_like(was, start, zone());
    feed_.set(at, "start", becomes);
    if (old_end.is_string() && session.end) {
      feed_.set(at, "end", written_like(old_end.get<std::string>(), *session.end + (start - session.start), zone()));
    }
    if (is_second && first == start) {
      feed_.remove(at + "/originally/start");
    } else {
      note_original(at, "start", is_second ? exact(first) : "", was, becomes);
    }
  }

  // What was first announced is kept as it is, and taken away where the session is back there.
  void note_original(const std::string& at, const char* key, const std::string& first, const std::string& was,
                     const std::string& becomes) {
    if (first == becomes) {
      feed_.remove(at + "/originally/" + key);
      return;
    }
    const Value written = feed_.member(at, "originally");
    if (written.is_object() && written.contains(key) && !written[key].is_null()) {
      return;
    }
    const std::string& announced = first.empty() ? was : first;
    if (written.is_object()) {
      feed_.set(at + "/originally", key, announced);
    } else {
      feed_.set(at, "originally", {{key, announced}});
    }
  }

  // The number behind the highest there is: one that was taken back may still stand on somebody's screen.
  std::string free_notice_id() const {
    int highest = 0;
    for (const Notice& notice : schedule().notices()) {
      constexpr std::string_view front = "notice-";
      int number = 0;
      const std::string& id = notice.id;
      if (id.starts_with(front) &&
          std::from_chars(id.data() + front.size(), id.data() + id.size(), number).ec == std::errc()) {
        highest = std::max(highest, std::min(number, 1'000'000));
      }
    }
    return "notice-" + std::to_string(highest + 1);
  }

  Told clear_notice(const Notice& notice) {
    const Result<std::string> at = feed_.notice(notice);
    if (!at) {
      return fail(at.error());
    }
    feed_.remove(*at);
    return "taken away: notice " + notice.id + ": " + in_quotes(notice.text.in(""));
  }

  Told clear_delay(const Hall& hall) {
    if (!hall.delay) {
      return fail({.what = "the hall " + in_quotes(hall.id) + " is not late"});
    }
    const Result<std::string> at = feed_.hall(hall);
    if (!at) {
      return fail(at.error());
    }
    feed_.remove(*at + "/delay");
    return in_quotes(hall.id) + " is no longer late";
  }

  Told clear_session(const Session& session) {
    if (!is_marked(session)) {
      return fail({.what = "nothing is to be cleared of " + describe_session(schedule(), session),
                   .right = session.originally ? "to move it back, write: move " + session.id + " --hall … --start …"
                                               : "it takes place as it is announced"});
    }
    const Result<std::string> at = feed_.session(session);
    if (!at) {
      return fail(at.error());
    }
    for (const char* key : {"state", "reason", "overflow"}) {
      feed_.remove(*at + '/' + key);
    }
    // An export may say so itself.
    const Result<ReadDocument> now = feed_.read();
    if (!now) {
      return fail(now.error());
    }
    const auto& sessions = now->schedule->sessions();
    const auto same = std::find_if(sessions.begin(), sessions.end(),
                                   [&](const Session& candidate) { return candidate.id == session.id; });
    if (same != sessions.end() && same->state != SessionState::confirmed) {
      feed_.set(*at, "state", "confirmed");
    }
    return "takes place: " + describe_session(schedule(), session);
  }

  EditedFeed& feed_;
  const Edit& edit_;
  Instant now_;
};

}  // namespace

Result<EditedBytes> edit_feed(FeedDocument document, const Edit& edit, Instant now) {
  Result<EditedFeed> feed = EditedFeed::open(std::move(document));
  if (!feed) {
    return fail(std::move(feed.error()));
  }
  Told (Editor::*const verbs[])() = {&Editor::delay, &Editor::cancel, &Editor::move,
                                     &Editor::full,  &Editor::notice, &Editor::clear};  // in the order of the enum
  Editor editor(*feed, edit, now);
  Told told = (editor.*verbs[static_cast<std::size_t>(edit.verb)])();
  if (!told) {
    return fail(std::move(told.error()));
  }
  Result<std::string> bytes = feed->bytes();
  if (!bytes) {
    return fail(std::move(bytes.error()));
  }
  return EditedBytes{*std::move(bytes), *std::move(told)};
}

}  // namespace kiosk
