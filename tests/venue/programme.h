#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "venue/agenda.h"
#include "venue/parse_instant.h"

// A programme in a few words, for tests: two halls in Moscow, sessions by id and local time.
namespace kiosk::programme {

inline TimeZone moscow() { return *find_time_zone("Europe/Moscow"); }
inline TimeZone berlin() { return *find_time_zone("Europe/Berlin"); }

// "2024-04-17 10:00", in Moscow unless told.
inline Instant at(const std::string& text, TimeZone zone = moscow()) {
  const std::optional<Instant> instant = parse_instant(text, zone);
  if (!instant) {
    throw std::runtime_error("the test writes a bad time: " + text);
  }
  return *instant;
}

// An empty end is an open one.
inline Session session(std::string id, std::vector<std::string> halls, const std::string& start, const std::string& end,
                       TimeZone zone = moscow()) {
  Session session;
  session.id = id;
  session.title = LocalText(std::move(id));
  session.halls = std::move(halls);
  session.start = at(start, zone);
  if (!end.empty()) {
    session.end = at(end, zone);
  }
  return session;
}

inline Session of_kind(SessionKind kind, Session session) {
  session.kind = kind;
  return session;
}
inline Session pause(Session session) { return of_kind(SessionKind::break_, std::move(session)); }
inline Session all_day(Session session) { return of_kind(SessionKind::all_day, std::move(session)); }
inline Session cancelled(Session session) {
  session.state = SessionState::cancelled;
  return session;
}

inline Hall hall(std::string id) {
  Hall hall;
  hall.name = LocalText(id);
  hall.id = std::move(id);
  return hall;
}

inline Schedule::Parts parts(std::vector<std::string> halls, std::vector<Session> sessions, SaidZone zone = moscow()) {
  Schedule::Parts parts;
  parts.event.time_zone = zone;
  for (std::string& id : halls) {
    parts.halls.push_back(hall(std::move(id)));
  }
  parts.sessions = std::move(sessions);
  return parts;
}

inline Schedule schedule(std::vector<std::string> halls, std::vector<Session> sessions, SaidZone zone = moscow()) {
  return Schedule(parts(std::move(halls), std::move(sessions), zone));
}

inline std::string id(const Schedule& schedule, const std::optional<Slot>& slot) {
  return slot ? schedule.session_of(*slot).id : "-";
}

inline std::vector<std::string> ids(const Schedule& schedule, const std::vector<Slot>& slots) {
  std::vector<std::string> ids;
  for (const Slot& slot : slots) {
    ids.push_back(schedule.session_of(slot).id);
  }
  return ids;
}

// "hall: session", with a "soon" where it is not on yet.
inline std::vector<std::string> told(const Schedule& schedule, const std::vector<Elsewhere>& elsewhere) {
  std::vector<std::string> told;
  for (const Elsewhere& entry : elsewhere) {
    told.push_back(entry.hall->id + ": " + schedule.session_of(entry.slot).id + (entry.on_now ? "" : " soon"));
  }
  return told;
}

using Ids = std::vector<std::string>;

}  // namespace kiosk::programme
