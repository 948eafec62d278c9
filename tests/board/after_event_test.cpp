// What stands when nothing is on any more: recordings, and the rest of the day elsewhere.

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "board/compose_board.h"
#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

Schedule::Parts recorded_parts() {
  Schedule::Parts parts = sample_parts();
  parts.sessions[0].recording = Link{"https://www.culture.ru/recording/opening"};
  parts.sessions[2].recording = Link{"https://www.culture.ru/recording/culture"};
  parts.sessions[3].recording = Link{"https://www.culture.ru/recording/laboratory"};
  return parts;
}

// An event of that many recordings in two halls on four days, among them coffees without a name.
Schedule::Parts recorded_parts(int sessions) {
  Schedule::Parts parts = sample_parts();
  parts.sessions.clear();
  for (int i = 0; i < sessions; ++i) {
    Session one = session("s" + std::to_string(i), i % 2 == 0 ? "gorky" : "multimedia", "2024-04-17T10:00", "",
                          i % 9 == 0 ? LocalText() : LocalText("Доклад " + std::to_string(i)));
    one.kind = i % 9 == 0 ? SessionKind::break_ : SessionKind::session;
    one.start += std::chrono::hours(24 * (i % 4));
    one.end = one.start + std::chrono::hours(1);
    one.recording = Link{"https://www.culture.ru/recording/" + std::to_string(i)};
    parts.sessions.push_back(std::move(one));
  }
  return parts;
}

}  // namespace

TEST_CASE("after the event the recordings stand in a grid, this hall's first") {
  CHECK(to_text(board_of(recorded_parts(), "gorky", "2024-04-18T12:00")) ==
        "hall: Горьковский зал | 12:00\n"
        "event: Форум центральных библиотек · четверг, 18 апреля\n"
        "mark: Мероприятие завершено | Спасибо, что были с нами!\n"
        "title: Смотрите записи трансляций\n"
        "recording: Трек № 1 | Открытие форума | https://www.culture.ru/recording/opening\n"
        "recording: 17 апреля | Культура и люди | https://www.culture.ru/recording/culture\n"
        "recording: 17 апреля | Лаборатория | https://www.culture.ru/recording/laboratory\n");
  const Board other = board_of(recorded_parts(), "multimedia", "2024-04-18T12:00", "en");
  REQUIRE(other.recordings.size() == 3);
  CHECK(other.recordings.front().title == "Laboratory");
  CHECK(other.headlines.front().title == "Watch the recordings");
}

TEST_CASE("one second before the event's end there is no grid yet") {
  CHECK(board_of(recorded_parts(), "gorky", "2024-04-18T11:59:59").recordings.empty());
}

TEST_CASE("a plenum's recording and one of two sessions stand once, a cancelled session's not at all") {
  Schedule::Parts parts = recorded_parts();
  parts.sessions[0].halls = {"gorky", "multimedia"};
  parts.sessions[4].recording = parts.sessions[0].recording;
  parts.sessions[3].state = SessionState::cancelled;
  const Board after = board_of(parts, "multimedia", "2024-04-18T12:00");
  REQUIRE(after.recordings.size() == 2);
  CHECK(after.recordings[0].qr.payload == "https://www.culture.ru/recording/opening");
  CHECK(after.recordings[1].qr.payload == "https://www.culture.ru/recording/culture");
}

TEST_CASE("nine hundred recordings take hardly more words than nine") {
  const auto written = [](int sessions) {
    const Schedule schedule(recorded_parts(sessions));
    const Wording russian("ru");
    Situation situation;
    situation.instant = at("2024-04-21T12:00");
    situation.hall = "gorky";
    situation.schedule = &schedule;
    const Board board = composed(situation, russian);
    REQUIRE(board.recordings.size() == static_cast<std::size_t>(sessions));
    CHECK(board.recordings.front().title == "Перерыв");
    CHECK(board.recordings.back().when.find("апреля") != std::string::npos);
    return russian.work().written;
  };
  CHECK(written(900) <= 16);
  CHECK(written(900) == written(9));
}

TEST_CASE("a single recording has the large code") {
  Schedule::Parts parts = sample_parts();
  parts.sessions[0].recording = Link{"https://www.culture.ru/recording/opening"};
  const Board after = board_of(parts, "multimedia", "2024-04-18T12:00");
  CHECK(after.recordings.empty());
  CHECK(after.headlines.front().title == "Смотрите записи трансляций");
  REQUIRE(after.headlines.front().qr);
  CHECK(after.headlines.front().qr->payload == "https://www.culture.ru/recording/opening");
  CHECK(after.headlines.front().qr->detail == "Открытие форума");
}

TEST_CASE("when the day is over here its recordings take turns by the minute, another day's do not") {
  Schedule::Parts parts = recorded_parts();
  std::set<std::string> seen;
  for (const char* instant : {"2024-04-17T14:00", "2024-04-17T14:01", "2024-04-17T14:02"}) {
    seen.insert(board_of(parts, "gorky", instant).headlines.front().qr->payload);
  }
  CHECK(seen ==
        std::set<std::string>{"https://www.culture.ru/recording/opening", "https://www.culture.ru/recording/culture"});
  parts.sessions.push_back(session("late", "multimedia", "2024-04-18T18:00", "2024-04-18T19:00", "Поздно"));
  parts.sessions[4].recording = Link{"https://www.culture.ru/recording/ministry"};
  for (const char* instant : {"2024-04-18T14:00", "2024-04-18T14:01"}) {
    CHECK(board_of(parts, "gorky", instant).headlines.front().qr->payload ==
          "https://www.culture.ru/recording/ministry");
  }
}

TEST_CASE("a session that is not broadcast says so, without a code") {
  Schedule::Parts parts = sample_parts();
  parts.halls[0].broadcast = Link{"https://www.culture.ru/live/hall"};
  CHECK(board_of(parts, "gorky", "2024-04-17T10:30").headlines.front().qr);
  parts.sessions[0].not_broadcast = true;
  const Board silent = board_of(parts, "gorky", "2024-04-17T10:30");
  CHECK_FALSE(silent.headlines.front().qr);
  CHECK(silent.headlines.front().details.back() == "Без трансляции");
  CHECK(board_of(parts, "gorky", "2024-04-17T09:30", "en").headlines.front().details.back() == "Not broadcast");
}

TEST_CASE("the next session has its own code where its page is not the one already there") {
  Schedule::Parts parts = sample_parts();
  parts.halls[0].broadcast = Link{"https://www.culture.ru/live/hall"};
  const Board differs = board_of(parts, "gorky", "2024-04-17T10:30");
  REQUIRE(differs.next->qr);
  CHECK(differs.next->qr->payload == "https://www.culture.ru/live/broadcast/91474/ekspertnaya-sessiya");
  parts.sessions[2].broadcast.reset();
  CHECK_FALSE(board_of(parts, "gorky", "2024-04-17T10:30").next->qr);
}

TEST_CASE("a plenum in two other halls is listed once, with both their names") {
  Schedule::Parts parts = sample_parts();
  parts.halls.push_back(
      Hall{.id = "small", .name = "Малый зал", .place = {}, .broadcast = {}, .delay = {}, .background = {}});
  parts.sessions[3].halls = {"multimedia", "small"};
  const Board board = board_of(parts, "gorky", "2024-04-17T11:00");
  REQUIRE(board.others->halls.size() == 1);
  CHECK(board.others->halls.front().hall == "Мультимедийный зал · Малый зал");
}
