#pragma once

#include <string>

#include "board/compose_board.h"
#include "venue/parse_instant.h"
#include "venue/schedule.h"

namespace kiosk {

// A small forum in Moscow for tests of the screen: two halls, two days.
//
//   17 April  gorky       10:00 opening  11:30 coffee  12:00 culture (broadcast)  13:00 end
//             multimedia            10:30 laboratory  11:45
//   18 April  gorky       10:00 ministry
inline Instant at(const std::string& local_time) {
  const TimeZone moscow = *find_time_zone("Europe/Moscow");
  return *parse_instant(local_time, moscow);
}

inline Session session(const std::string& id, const std::string& hall, const std::string& start, const std::string& end,
                       LocalText title) {
  Session session;
  session.id = id;
  session.halls = {hall};
  session.start = at(start);
  if (!end.empty()) {
    session.end = at(end);
  }
  session.title = std::move(title);
  return session;
}

inline Schedule::Parts sample_parts() {
  Schedule::Parts parts;
  parts.event.title = LocalText{{"ru", "Форум центральных библиотек"}, {"en", "Forum of Central Libraries"}};
  parts.event.time_zone = find_time_zone("Europe/Moscow");
  parts.event.languages = {"ru", "en"};
  parts.event.url = Link{"https://www.forum.example/2024"};
  parts.halls = {Hall{.id = "gorky",
                      .name = LocalText{{"ru", "Горьковский зал"}, {"en", "Gorky Hall"}},
                      .place = {},
                      .broadcast = {},
                      .delay = {},
                      .background = {}},
                 Hall{.id = "multimedia",
                      .name = LocalText{{"ru", "Мультимедийный зал"}, {"en", "Multimedia Hall"}},
                      .place = {},
                      .broadcast = {},
                      .delay = {},
                      .background = {}}};
  Session opening = session("opening", "gorky", "2024-04-17T10:00", "2024-04-17T11:30",
                            LocalText{{"ru", "Открытие форума"}, {"en", "Opening"}});
  opening.speakers = {Speaker{"Анна Орлова", "директор", ""}};
  opening.track = LocalText{{"ru", "Трек № 1"}, {"en", "Track 1"}};
  Session coffee = session("coffee", "gorky", "2024-04-17T11:30", "2024-04-17T12:00",
                           LocalText{{"ru", "Кофе-пауза"}, {"en", "Coffee"}});
  coffee.kind = SessionKind::break_;
  Session culture = session("culture", "gorky", "2024-04-17T12:00", "2024-04-17T13:00",
                            LocalText{{"ru", "Культура и люди"}, {"en", "Culture and People"}});
  culture.broadcast = Link{"https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya"};
  const Session laboratory = session("laboratory", "multimedia", "2024-04-17T10:30", "2024-04-17T11:45",
                                     LocalText{{"ru", "Лаборатория"}, {"en", "Laboratory"}});
  const Session ministry = session("ministry", "gorky", "2024-04-18T10:00", "2024-04-18T12:00",
                                   LocalText{{"ru", "Мероприятие Министерства"}, {"en", "Ministry Event"}});
  parts.sessions = {opening, coffee, culture, laboratory, ministry};
  return parts;
}

inline Board composed(const Situation& situation, const Wording& wording) {
  Wordings wordings;
  return compose_board(situation, wording, wordings);
}

// A hall's board of that event at a local time of Moscow.
inline Board board_of(const Schedule::Parts& parts, const std::string& hall, const std::string& instant,
                      const std::string& language = "ru") {
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = at(instant);
  situation.hall = hall;
  situation.schedule = &schedule;
  return composed(situation, Wording(language));
}

}  // namespace kiosk
