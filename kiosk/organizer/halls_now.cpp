#include "organizer/halls_now.h"

#include <nlohmann/json.hpp>

#include "venue/agenda.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(SessionKind kind) {
  switch (kind) {
    case SessionKind::break_:
      return "break";
    case SessionKind::all_day:
      return "all_day";
    case SessionKind::session:
      break;
  }
  return "session";
}

Json slot_json(const Schedule& schedule, const Slot& slot, std::string_view language) {
  const Session& session = schedule.session_of(slot);
  const Json end = slot.end_known ? Json(format_instant(slot.end, schedule.time_zone())) : Json(nullptr);
  return {{"id", session.id},
          {"kind", name_of(session.kind)},
          {"title", session.title.in(language)},
          {"start", format_instant(slot.start, schedule.time_zone())},
          {"end", end}};
}

Json hall_json(const Schedule& schedule, const Hall& hall, Instant instant, std::string_view language) {
  const Agenda agenda = agenda_at(schedule, hall.id, instant);
  Json now = Json::array();
  for (const Slot& slot : agenda.now) {
    now.push_back(slot_json(schedule, slot, language));
  }
  if (agenda.pause) {
    now.push_back(slot_json(schedule, *agenda.pause, language));
  }
  return {{"id", hall.id},
          {"name", hall.name.in(language)},
          {"now", now},
          {"next", agenda.next ? slot_json(schedule, *agenda.next, language) : Json(nullptr)}};
}

}  // namespace

Json halls_json(const Schedule& schedule, Instant instant, std::string_view language) {
  Json halls = Json::array();
  for (const Hall& hall : schedule.halls()) {
    halls.push_back(hall_json(schedule, hall, instant, language));
  }
  const SaidZone& zone = schedule.event().time_zone;
  return {{"at", format_instant(instant, schedule.time_zone())},
          {"time_zone", zone ? Json(kiosk::name_of(*zone)) : Json(nullptr)},
          {"halls", halls}};
}

}  // namespace kiosk
