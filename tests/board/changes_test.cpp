// What is not as printed in the programme, and what the organizers announce: exact words at their edges.

#include "board/compose_board.h"
#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string text(const Schedule::Parts& parts, const std::string& hall, const std::string& instant,
                 const std::string& language = "ru") {
  return to_text(board_of(parts, hall, instant, language));
}

bool says(const std::string& text, const std::string& line) {
  return ('\n' + text).find('\n' + line + '\n') != std::string::npos;
}

Notice notice(NoticeLevel level, LocalText words) {
  Notice notice;
  notice.level = level;
  notice.text = std::move(words);
  return notice;
}

}  // namespace

TEST_CASE("a cancelled session stands with its reason, without a code, and with what follows") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[2].state = SessionState::cancelled;
  parts.sessions[2].reason = LocalText{{"ru", "Докладчик не смог приехать."}, {"en", "The speaker could not come."}};
  CHECK(says(text(parts, "gorky", "2024-04-17T11:29:59"), "mark: Сейчас | до 11:30 · ещё 1 мин | Трек № 1"));
  CHECK(text(parts, "gorky", "2024-04-17T11:30:00") ==
        "hall: Горьковский зал | 11:30\n"
        "event: Форум центральных библиотек · среда, 17 апреля\n"
        "mark: Отменено | 12:00 – 13:00\n"
        "title: Культура и люди\n"
        "detail: Докладчик не смог приехать.\n"
        "next: Завтра, 18 апреля | 10:00 | Мероприятие Министерства\n"
        "others: В других залах сейчас\n"
        "other: Мультимедийный зал | Лаборатория\n");
  CHECK(says(text(parts, "gorky", "2024-04-17T12:59:59", "en"), "mark: Cancelled | 12:00 – 13:00"));
  CHECK(says(text(parts, "gorky", "2024-04-17T13:00:00"), "mark: До завтра"));
}

TEST_CASE("the old hall sends people to the new one") {
  Schedule::Parts parts = sample_parts();
  parts.halls[1].place = LocalText{{"ru", "3 этаж"}, {"en", "3rd floor"}};
  parts.sessions[2].halls = {"multimedia"};
  parts.sessions[2].originally = Announced{"gorky", std::nullopt};
  const std::string away = text(parts, "gorky", "2024-04-17T11:45");
  CHECK(says(away, "mark: Перенесено | начало в 12:00"));
  CHECK(says(away, "title: → Мультимедийный зал | 3 этаж"));
  CHECK(says(away, "subject: Культура и люди"));
  CHECK(says(away,
             "qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Прямая трансляция | "
             "начнётся в 12:00"));
  CHECK(says(text(parts, "gorky", "2024-04-17T12:00", "en"), "mark: Moved | started at 12:00"));
  CHECK(says(text(parts, "multimedia", "2024-04-17T12:00"), "mark: Сейчас | Перенесено сюда | до 13:00 · ещё 1 ч"));
}

TEST_CASE("a delayed session stands with its new time and the old one struck") {
  Schedule::Parts parts = sample_parts();
  parts.halls[0].delay = HallDelay{std::chrono::minutes(10), at("2024-04-17T11:40")};
  CHECK(says(text(parts, "gorky", "2024-04-17T11:45"),
             "mark: Через 25 минут | Начало сдвинуто | ~12:00~ | 12:10 – 13:10"));
  CHECK(
      says(text(parts, "gorky", "2024-04-17T11:45", "en"), "mark: In 25 minutes | Delayed | ~12:00~ | 12:10 – 13:10"));
}

TEST_CASE("a full hall names where there is room, else the broadcast") {
  Schedule::Parts parts = sample_parts();
  parts.halls[1].place = "3 этаж";
  parts.sessions[2].state = SessionState::full;
  CHECK(says(text(parts, "gorky", "2024-04-17T12:10"), "subject: Смотрите трансляцию"));
  parts.sessions[2].overflow = "multimedia";
  const std::string full = text(parts, "gorky", "2024-04-17T12:10");
  CHECK(says(full, "mark: Сейчас | Мест нет | до 13:00 · ещё 50 мин"));
  CHECK(says(full, "title: → Мультимедийный зал | 3 этаж"));
  CHECK(says(full, "subject: Культура и люди"));
}

TEST_CASE("a full hall without overflow, broadcast or reason says no more than that") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[0].state = SessionState::full;
  parts.sessions[0].speakers.clear();
  CHECK(board_of(parts, "gorky", "2024-04-17T10:30").headlines.front().details.empty());
}

TEST_CASE("what a session displaced is a line beneath it") {
  Schedule::Parts parts = sample_parts();
  Session cancelled = session("gone", "gorky", "2024-04-17T10:00", "2024-04-17T11:00", "Лекция");
  cancelled.state = SessionState::cancelled;
  parts.sessions.push_back(cancelled);
  CHECK(says(text(parts, "gorky", "2024-04-17T10:30"), "detail: Отменено: Лекция"));
  CHECK_FALSE(says(text(parts, "gorky", "2024-04-17T11:00"), "detail: Отменено: Лекция"));
}

TEST_CASE("notices stand in bands of the halls they name, warnings first") {
  Schedule::Parts parts = sample_parts();
  Notice cloakroom = notice(NoticeLevel::info, "Гардероб работает до 20:00");
  cloakroom.halls = {"gorky"};
  parts.notices = {cloakroom, notice(NoticeLevel::warning, "Автобус отправляется в 17:30")};
  const Board here = board_of(parts, "gorky", "2024-04-17T10:30");
  REQUIRE(here.bands.size() == 2);
  CHECK(here.bands[0] == Band{Tone::accent, "Автобус отправляется в 17:30"});
  CHECK(here.bands[1] == Band{Tone::calm, "Гардероб работает до 20:00"});
  CHECK(board_of(parts, "multimedia", "2024-04-17T10:45").bands.size() == 1);
}

TEST_CASE("an emergency takes the screen in all the event's languages, at once and no longer than it lasts") {
  Schedule::Parts parts = sample_parts();
  Notice leave =
      notice(NoticeLevel::emergency, LocalText{{"ru", "Покиньте здание"}, {"en", "Please leave the building"}});
  leave.halls = {"gorky"};
  leave.from = at("2024-04-17T10:30");
  leave.until = at("2024-04-17T10:40");
  parts.notices = {leave, notice(NoticeLevel::info, "Гардероб")};
  CHECK_FALSE(board_of(parts, "gorky", "2024-04-17T10:29:59").emergency);
  CHECK(text(parts, "gorky", "2024-04-17T10:30:00") ==
        "emergency\n"
        "hall: Горьковский зал | 10:30\n"
        "mark: Внимание\n"
        "title: Покиньте здание\n"
        "title: Please leave the building\n");
  CHECK(board_of(parts, "gorky", "2024-04-17T10:39:59").emergency);
  CHECK_FALSE(board_of(parts, "gorky", "2024-04-17T10:40:00").emergency);
  CHECK_FALSE(board_of(parts, "multimedia", "2024-04-17T10:35").emergency);
}

TEST_CASE("an emergency looks the same in the turns of all languages: in the first of the event's") {
  Schedule::Parts parts = sample_parts();
  parts.event.languages = {"ar", "ru"};
  parts.notices = {notice(NoticeLevel::emergency, LocalText{{"ar", "غادروا المبنى"}, {"ru", "Покиньте здание"}})};
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = at("2024-04-17T10:30");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.as_of = at("2024-04-17T10:00");
  const Board russian = composed(situation, Wording("ru"));
  const Board arabic = composed(situation, Wording("ar"));
  CHECK(russian == arabic);
  CHECK(russian.right_to_left);
  CHECK(russian.headlines.at(0).mark.word == Wording("ar").say("attention"));
  CHECK(russian.headlines.at(1).title == "Покиньте здание");
}

TEST_CASE("the words of an emergency are made once for as long as a screen lives") {
  Schedule::Parts parts = sample_parts();
  parts.event.languages = {"ru", "en", "de"};
  parts.notices = {notice(NoticeLevel::emergency,
                          LocalText{{"ru", "Покиньте здание"}, {"en", "Please leave"}, {"de", "Gehen Sie"}})};
  const Schedule schedule(parts);
  Situation situation;
  situation.hall = "gorky";
  situation.schedule = &schedule;
  Wordings wordings;
  const Wording& russian = wordings.in("ru");
  for (const char* instant : {"2024-04-17T10:30", "2024-04-17T10:31"}) {
    situation.instant = at(instant);
    CHECK(compose_board(situation, russian, wordings).headlines.size() == 3);
    CHECK(wordings.made() == 1);
  }
  CHECK(&wordings.in("ru") == &russian);
}

TEST_CASE("an emergency is shown even where the hall is unknown") {
  Schedule::Parts parts = sample_parts();
  parts.notices = {notice(NoticeLevel::emergency, "Покиньте здание")};
  CHECK(board_of(parts, "gorki", "2024-04-17T10:30").emergency);
}

TEST_CASE("several emergencies are told in one language after the other, each text once, under one word") {
  Schedule::Parts parts = sample_parts();
  parts.notices = {notice(NoticeLevel::emergency, LocalText{{"ru", "Пожар"}, {"en", "Fire"}}),
                   notice(NoticeLevel::emergency, LocalText{{"ru", "Лифты стоят"}, {"en", "No lifts"}}),
                   notice(NoticeLevel::emergency, "Стоп")};
  const Board alarm = board_of(parts, "gorky", "2024-04-17T10:30");
  std::string titles;
  std::string words;
  for (const Headline& headline : alarm.headlines) {
    titles += headline.title + ". ";
    words += headline.mark.word;
  }
  CHECK(titles == "Пожар. Лифты стоят. Стоп. Fire. No lifts. ");
  CHECK(words == "Внимание");
}

TEST_CASE("an emergency of an old feed says how old") {
  Schedule::Parts parts = sample_parts();
  parts.notices = {notice(NoticeLevel::emergency, "Пожар")};
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = at("2024-04-17T11:00");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.as_of = at("2024-04-17T10:42");
  CHECK(composed(situation, Wording("ru")).as_of == "по данным на 10:42");
}

TEST_CASE("once a delayed session is on, nothing is struck beside its end") {
  Schedule::Parts parts = sample_parts();
  parts.halls[0].delay = HallDelay{std::chrono::minutes(10), at("2024-04-17T11:40")};
  CHECK(says(text(parts, "gorky", "2024-04-17T12:10"), "mark: Сейчас | до 13:10 · ещё 1 ч"));
}

TEST_CASE("a start moved from another day is struck with its date") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[4].originally = Announced{"", at("2024-04-17T15:00")};
  CHECK(says(text(parts, "gorky", "2024-04-18T09:30"),
             "mark: Через 30 минут | Начало сдвинуто | ~17 апреля, 15:00~ | 10:00 – 12:00"));
}
