#include "board/compose_board.h"

#include "board/unknown_hall.h"

#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

const Wording& russian() {
  static const Wording wording("ru");
  return wording;
}
const Wording& english() {
  static const Wording wording("en");
  return wording;
}

// The board's words in the sample forum, or in a changed one.
std::string board_text(const std::string& hall, const std::string& instant, const Wording& wording,
                       const Schedule& schedule = Schedule(sample_parts())) {
  Situation situation;
  situation.instant = at(instant);
  situation.hall = hall;
  situation.schedule = &schedule;
  return to_text(composed(situation, wording));
}

bool says(const std::string& text, const std::string& line) {
  return ('\n' + text).find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("a session that is on is shown with its end, the minutes left, its track and speaker") {
  CHECK(board_text("gorky", "2024-04-17T10:42", russian()) ==
        "hall: Горьковский зал | 10:42\n"
        "event: Форум центральных библиотек · среда, 17 апреля\n"
        "mark: Сейчас | до 11:30 · ещё 48 мин | Трек № 1\n"
        "title: Открытие форума\n"
        "detail: Анна Орлова, директор\n"
        "progress: 466\n"
        "next: Далее | 12:00 | Культура и люди\n"
        "next qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Прямая трансляция | начнётся в "
        "12:00\n"
        "others: В других залах сейчас\n"
        "other: Мультимедийный зал | Лаборатория\n");
  CHECK(board_text("gorky", "2024-04-17T10:42", english()) ==
        "hall: Gorky Hall | 10:42\n"
        "event: Forum of Central Libraries · Wednesday, 17 April\n"
        "mark: Now | until 11:30 · 48 min left | Track 1\n"
        "title: Opening\n"
        "detail: Анна Орлова, директор\n"
        "progress: 466\n"
        "next: Next | 12:00 | Culture and People\n"
        "next qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Live broadcast | starts at 12:00\n"
        "others: In the other halls now\n"
        "other: Multimedia Hall | Laboratory\n");
}

TEST_CASE("minutes left agree with the clock through the whole minute") {
  const auto mark = [](const char* instant) { return board_text("gorky", instant, russian()); };
  CHECK(says(mark("2024-04-17T10:42:59"), "mark: Сейчас | до 11:30 · ещё 48 мин | Трек № 1"));
  CHECK(says(mark("2024-04-17T10:43:00"), "mark: Сейчас | до 11:30 · ещё 47 мин | Трек № 1"));
  CHECK(says(mark("2024-04-17T11:29:59"), "mark: Сейчас | до 11:30 · ещё 1 мин | Трек № 1"));
  CHECK(says(mark("2024-04-17T10:30:00"), "mark: Сейчас | до 11:30 · ещё 1 ч | Трек № 1"));
  CHECK(says(mark("2024-04-17T10:29:59"), "mark: Сейчас | до 11:30 · ещё 1 ч 1 мин | Трек № 1"));
}

TEST_CASE("the end of a session is exclusive: at that second the break has begun") {
  CHECK(says(board_text("gorky", "2024-04-17T11:29:59", russian()), "title: Открытие форума"));
  CHECK(board_text("gorky", "2024-04-17T11:30:00", russian()) ==
        "hall: Горьковский зал | 11:30\n"
        "event: Форум центральных библиотек · среда, 17 апреля\n"
        "mark: Через 30 минут | 12:00 – 13:00\n"
        "title: Культура и люди\n"
        "detail: Кофе-пауза до 12:00\n"
        "qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Прямая трансляция | начнётся в 12:00\n"
        "next: Завтра, 18 апреля | 10:00 | Мероприятие Министерства\n"
        "others: В других залах сейчас\n"
        "other: Мультимедийный зал | Лаборатория\n");
}

TEST_CASE("Russian counts minutes by its plural rules") {
  const auto mark = [](const char* instant) { return board_text("gorky", instant, russian()); };
  CHECK(says(mark("2024-04-17T11:39"), "mark: Через 21 минуту | 12:00 – 13:00"));
  CHECK(says(mark("2024-04-17T11:38"), "mark: Через 22 минуты | 12:00 – 13:00"));
  CHECK(says(mark("2024-04-17T11:49"), "mark: Через 11 минут | 12:00 – 13:00"));
  CHECK(says(mark("2024-04-17T11:59:59"), "mark: Через 1 минуту | 12:00 – 13:00"));
  CHECK(says(mark("2024-04-17T12:00:00"), "mark: Сейчас | до 13:00 · ещё 1 ч"));
}

TEST_CASE("the countdown runs from sixty minutes before, earlier the time stands") {
  const auto mark = [](const char* instant) { return board_text("gorky", instant, english()); };
  CHECK(says(mark("2024-04-17T08:59:59"), "mark: Today | 10:00 – 11:30 | Track 1"));
  CHECK(says(mark("2024-04-17T09:00:00"), "mark: In 60 minutes | 10:00 – 11:30 | Track 1"));
  CHECK(says(mark("2024-04-17T09:59:00"), "mark: In 1 minute | 10:00 – 11:30 | Track 1"));
}

TEST_CASE("while a broadcast is on its card names the site, before it the time") {
  CHECK(says(board_text("gorky", "2024-04-17T12:30", russian()),
             "qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Прямая трансляция | culture.ru"));
}

TEST_CASE("a board shows the agenda it is handed and looks up none") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T10:30");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  const Board looked_up = composed(situation, russian());
  Agenda agenda = agenda_at(schedule, "gorky", situation.instant);
  situation.agenda = &agenda;
  CHECK(composed(situation, russian()) == looked_up);
  agenda.next.reset();
  CHECK(looked_up.next);
  CHECK_FALSE(composed(situation, russian()).next);
}

TEST_CASE("before the event the first session stands with its date in words and the event's page") {
  CHECK(board_text("gorky", "2024-04-10T12:00", russian()) ==
        "hall: Горьковский зал | 12:00\n"
        "event: Форум центральных библиотек · среда, 10 апреля\n"
        "mark: 17 апреля | среда, 10:00 – 11:30 | Трек № 1\n"
        "title: Открытие форума\n"
        "detail: Анна Орлова, директор\n"
        "qr: https://www.forum.example/2024 | Сайт события | forum.example\n"
        "next: Далее · 17 апреля | 12:00 | Культура и люди\n"
        "next qr: https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya | Прямая трансляция | "
        "начнётся 17 апреля в 12:00\n");
  CHECK(says(board_text("gorky", "2024-04-16T12:00", russian()),
             "mark: Завтра, 17 апреля | среда, 10:00 – 11:30 | Трек № 1"));
}

TEST_CASE("after the hall's last session of the day tomorrow's first is shown") {
  CHECK(says(board_text("gorky", "2024-04-17T12:59:59", russian()), "title: Культура и люди"));
  CHECK(board_text("gorky", "2024-04-17T13:00:00", russian()) ==
        "hall: Горьковский зал | 13:00\n"
        "event: Форум центральных библиотек · среда, 17 апреля\n"
        "mark: До завтра\n"
        "title: На сегодня в этом зале всё\n"
        "qr: https://www.forum.example/2024 | Сайт события | forum.example\n"
        "next: Завтра, 18 апреля | 10:00 | Мероприятие Министерства\n");
}

TEST_CASE("the recording of what ended last is offered when the day is over") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[0].recording = Link{"https://www.culture.ru/recording/1"};
  CHECK(says(board_text("gorky", "2024-04-17T14:00", russian(), Schedule(parts)),
             "qr: https://www.culture.ru/recording/1 | Запись | Открытие форума"));
}

TEST_CASE("a hall without sessions on a day of the event says so") {
  const std::string text = board_text("multimedia", "2024-04-18T11:00", russian());
  CHECK(says(text, "mark: Сегодня без программы"));
  CHECK(says(text, "title: Сегодня в этом зале ничего не запланировано"));
  CHECK(says(text, "other: Горьковский зал | Мероприятие Министерства"));
}

TEST_CASE("after the last session of the event the board thanks") {
  CHECK(says(board_text("gorky", "2024-04-18T11:59:59", russian()), "title: Мероприятие Министерства"));
  CHECK(board_text("gorky", "2024-04-18T12:00:00", russian()) ==
        "hall: Горьковский зал | 12:00\n"
        "event: Форум центральных библиотек · четверг, 18 апреля\n"
        "mark: Мероприятие завершено\n"
        "title: Спасибо, что были с нами!\n"
        "qr: https://www.forum.example/2024 | Сайт события | forum.example\n");
}

TEST_CASE("two sessions at once both stand, the later first") {
  Schedule::Parts parts = sample_parts();
  parts.sessions.push_back(session("extra", "gorky", "2024-04-17T11:00", "2024-04-17T11:20", "Внеплановое"));
  const std::string text = board_text("gorky", "2024-04-17T11:10", russian(), Schedule(parts));
  CHECK(text.find("title: Внеплановое") < text.find("title: Открытие форума"));
  CHECK(says(text, "title: Открытие форума"));
}

TEST_CASE("without an end no minutes left are promised") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[2].end.reset();
  const std::string text = board_text("gorky", "2024-04-17T12:30", russian(), Schedule(parts));
  CHECK(says(text, "mark: Сейчас | с 12:00"));
  CHECK(text.find("progress") == std::string::npos);
}

TEST_CASE("of many speakers the names of four stand, and how many more there are") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[0].speakers = {{"А", "р", ""}, {"Б", "", ""}, {"В", "", ""},
                                {"Г", "", ""},  {"Д", "", ""}, {"Е", "", ""}};
  CHECK(says(board_text("gorky", "2024-04-17T10:30", russian(), Schedule(parts)), "detail: А, Б, В, Г и ещё 2"));
}

TEST_CASE("an unknown hall shows the valid halls, the nearest match and the machine to the technician") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T10:00");
  situation.hall = "gorki";
  situation.schedule = &schedule;
  situation.host_name = "kiosk-3";
  situation.addresses = {"10.0.0.3", "fd00::3"};
  CHECK(to_text(composed(situation, english())) ==
        "hall: gorki | 10:00\n"
        "event: Forum of Central Libraries · Wednesday, 17 April\n"
        "mark: Check the settings\n"
        "title: The schedule has no hall “gorki”\n"
        "detail: Did you mean: gorky?\n"
        "line: This machine: kiosk-3, 10.0.0.3, fd00::3\n"
        "line: Halls in the schedule:\n"
        "line: gorky — Gorky Hall\n"
        "line: multimedia — Multimedia Hall\n");
}

TEST_CASE("a hall is found by any of its names, and one that several halls bear asks for an id") {
  Schedule::Parts parts = sample_parts();
  parts.halls[0].former_names = {"Old Hall"};
  parts.halls[1].key = "18083";
  const auto hall_of = [&](const std::string& called) {
    const Schedule schedule(parts);
    Situation situation;
    situation.instant = at("2024-04-17T10:00");
    situation.hall = called;
    situation.schedule = &schedule;
    return composed(situation, english());
  };
  CHECK(hall_of("GORKY hall").hall == "Gorky Hall");
  CHECK(hall_of("old hall").hall == "Gorky Hall");
  CHECK(hall_of("18083").hall == "Multimedia Hall");

  parts.halls[1].name = parts.halls[0].name;
  CHECK(to_text(hall_of("Gorky Hall")) ==
        "hall: Gorky Hall | 10:00\n"
        "event: Forum of Central Libraries · Wednesday, 17 April\n"
        "mark: Check the settings\n"
        "title: Several halls in the schedule are called “Gorky Hall”\n"
        "line: gorky — Gorky Hall\n"
        "line: multimedia — Gorky Hall\n");
  const Problem several = unknown_hall(Schedule(parts), "Gorky Hall");
  CHECK(several.severity == Severity::error);
  CHECK(several.right == "write the id of one: \"gorky\", \"multimedia\"");
}

TEST_CASE("where a feed lists no halls, one that it does not name has nothing scheduled yet") {
  Schedule::Parts parts = sample_parts();
  parts.lists_halls = false;
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = at("2024-04-17T10:00");
  situation.hall = "gorki";
  situation.schedule = &schedule;
  situation.host_name = "kiosk-3";
  CHECK(to_text(composed(situation, english())) ==
        "hall: gorki | 10:00\n"
        "event: Forum of Central Libraries · Wednesday, 17 April\n"
        "mark: Nothing yet\n"
        "title: Nothing is scheduled here yet\n"
        "line: Did you mean: gorky?\n");
  CHECK(unknown_hall(schedule, "gorki").severity == Severity::warning);
  situation.hall = "attic";
  CHECK(composed(situation, english()).lines.empty());
  situation.hall = "";
  CHECK(composed(situation, english()).headlines.front().title == "This screen has not been told its hall");
}

TEST_CASE("a plenum in another hall shows the way there, and is for everyone rather than moved") {
  Schedule::Parts parts = sample_parts();
  Session plenum = parts.sessions.front();
  plenum.id = "plenum";
  plenum.title = "Opening for all";
  plenum.halls = {"gorky"};
  plenum.plenum = true;
  plenum.originally.reset();
  parts.sessions = {plenum};
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = plenum.start;
  situation.hall = "multimedia";
  situation.schedule = &schedule;
  const Board board = composed(situation, english());
  REQUIRE(board.headlines.size() == 1);
  CHECK(board.headlines[0].mark == Mark{Tone::accent, Icon::arrow, "For everyone"});
  CHECK(board.headlines[0].way);
  CHECK(board.headlines[0].title == "Gorky Hall");
  CHECK(board.headlines[0].subject == "Opening for all");
}

TEST_CASE("the nearest hall is found by id or name, without case, and only where it is near") {
  const Schedule schedule(sample_parts());
  CHECK(nearest_hall(schedule, "GORKY")->id == "gorky");
  CHECK(nearest_hall(schedule, "multimdia")->id == "multimedia");
  CHECK(nearest_hall(schedule, "горьковский зал")->id == "gorky");
  CHECK(nearest_hall(schedule, "foyer") == nullptr);
  CHECK(nearest_hall(Schedule({}), "gorky") == nullptr);
}

TEST_CASE("a stale board says as of when, with the date when it is not today's") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T11:00");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.as_of = at("2024-04-17T10:42");
  CHECK(composed(situation, russian()).as_of == "по данным на 10:42");
  situation.as_of = at("2024-04-16T23:59");
  CHECK(composed(situation, russian()).as_of == "по данным на 16 апреля, 23:59");
  CHECK(composed(situation, english()).as_of == "as of 16 April, 23:59");
}

TEST_CASE("before any schedule was seen the board waits, and names what keeps it waiting") {
  Situation situation;
  situation.instant = at("2024-04-17T10:00");
  situation.hall = "gorky";
  situation.time_zone = find_time_zone("Europe/Moscow");
  CHECK(to_text(composed(situation, russian())) ==
        "hall: gorky | 10:00\n"
        "mark: Минуту\n"
        "title: Ждём расписание\n");
  situation.failure = Problem{.file = "https://forum.example/feed.json", .what = "connection refused"};
  situation.host_name = "kiosk-3";
  CHECK(says(to_text(composed(situation, russian())), "line: https://forum.example/feed.json: connection refused"));
}

TEST_CASE("without a zone to trust a waiting board shows no clock") {
  Situation situation;
  situation.hall = "gorky";
  CHECK(composed(situation, russian()).clock.empty());
}

TEST_CASE("settings without a feed or a hall ask the technician for them") {
  Situation situation;
  situation.feed_given = false;
  situation.settings_problems = {{.file = "kiosk.toml", .line = 3, .where = "hall", .what = "unknown"}};
  const std::string text = to_text(composed(situation, english()));
  CHECK(says(text, "title: The settings of this screen have an error"));
  CHECK(says(text, "line: kiosk.toml:3: hall: unknown"));
  situation.settings_problems.clear();
  CHECK(says(to_text(composed(situation, english())), "title: This screen has not been told its schedule feed"));

  const Schedule schedule(sample_parts());
  Situation without_hall;
  without_hall.instant = at("2024-04-17T10:00");
  without_hall.schedule = &schedule;
  CHECK(says(to_text(composed(without_hall, english())), "title: This screen has not been told its hall"));
}

TEST_CASE("an error in the settings stands as one line under a board that works") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T10:42");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.settings_problems = {{.severity = Severity::warning, .what = "faint"},
                                 {.file = "kiosk.toml", .line = 12, .where = "feed.poll", .what = "no duration"}};
  const Board board = composed(situation, russian());
  CHECK(board.warning == "kiosk.toml:12: feed.poll: no duration");
  CHECK(board.headlines.front().title == "Открытие форума");
}

TEST_CASE("a session past midnight belongs to the evening before, and what comes after it to the next day") {
  Schedule::Parts parts = sample_parts();
  parts.sessions.push_back(session("party", "gorky", "2024-04-17T23:00", "2024-04-18T01:30", "Вечер"));
  const Schedule schedule(parts);
  CHECK(says(board_text("gorky", "2024-04-18T01:29", russian(), schedule), "mark: Сейчас | до 01:30 · ещё 1 мин"));
  const std::string text = board_text("gorky", "2024-04-18T01:30", russian(), schedule);
  CHECK(says(text, "title: На сегодня в этом зале всё"));
  CHECK(says(text, "next: Далее | 10:00 | Мероприятие Министерства"));
}

TEST_CASE("every shipped language has every word, and every pattern is good") {
  const std::vector<std::string> languages = Wording::languages();
  REQUIRE(languages.size() >= 2);
  for (const std::string& language : languages) {
    const Wording wording(language);
    for (const char* instant : {"2024-04-10T12:00", "2024-04-17T08:00", "2024-04-17T10:42", "2024-04-17T11:31",
                                "2024-04-17T13:00", "2024-04-18T13:00"}) {
      CHECK_FALSE(board_text("gorky", instant, wording).empty());
    }
  }
}
