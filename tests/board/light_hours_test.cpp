// Hours of less light, at their edges.

#include "board/compose_board.h"
#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

Board board(const Schedule::Parts& parts, const std::string& instant, std::optional<DailyHours> dim,
            std::optional<DailyHours> blank) {
  const Schedule schedule(parts);
  Situation situation;
  situation.instant = at(instant);
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.dim = dim;
  situation.blank = blank;
  return composed(situation, Wording("ru"));
}

constexpr DailyHours night{std::chrono::hours(22), std::chrono::hours(7)};

}  // namespace

TEST_CASE("a screen is dark in its blank hours by the venue's clock, over midnight, and says until when") {
  const Schedule::Parts parts = sample_parts();
  CHECK(board(parts, "2024-04-17T21:59:59", {}, night).light == Light::full);
  const Board dark = board(parts, "2024-04-17T22:00:00", {}, night);
  CHECK(dark.light == Light::dark);
  CHECK(to_text(dark) == "light: Экран погашен до 07:00\n");
  CHECK(board(parts, "2024-04-18T06:59:59", {}, night).light == Light::dark);
  CHECK(board(parts, "2024-04-18T07:00:00", {}, night).light == Light::full);
}

TEST_CASE("a dark screen changes nothing for an hour") {
  const Schedule::Parts parts = sample_parts();
  CHECK(board(parts, "2024-04-17T23:00:00", {}, night) == board(parts, "2024-04-17T23:59:59", {}, night));
}

TEST_CASE("a dimmed screen shows all it shows in full light") {
  const Schedule::Parts parts = sample_parts();
  Board dimmed = board(parts, "2024-04-17T22:30:00", night, {});
  CHECK(dimmed.light == Light::dimmed);
  CHECK(dimmed.light_reason == "Экран приглушён до 07:00");
  dimmed.light = Light::full;
  dimmed.light_reason.clear();
  CHECK(dimmed == board(parts, "2024-04-17T22:30:00", {}, {}));
}

TEST_CASE("where dim and blank hours meet it is dark") {
  CHECK(board(sample_parts(), "2024-04-17T23:00:00", night, night).light == Light::dark);
}

TEST_CASE("by a clock that may be wrong it is never night") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T23:00:00");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.blank = night;
  CHECK(composed(situation, Wording("ru")).light == Light::dark);
  situation.clock_trusted = false;
  CHECK(composed(situation, Wording("ru")).light == Light::full);
}

TEST_CASE("without a clock to trust neither the time nor a countdown is shown") {
  const Schedule schedule(sample_parts());
  Situation situation;
  situation.instant = at("2024-04-17T10:42:00");
  situation.hall = "gorky";
  situation.schedule = &schedule;
  situation.clock_trusted = false;
  const Board on = composed(situation, Wording("ru"));
  CHECK(on.clock.empty());
  CHECK(on.headlines.front().times == "10:00 – 11:30");
  CHECK_FALSE(on.headlines.front().progress);
  situation.instant = at("2024-04-17T09:30:00");
  CHECK(composed(situation, Wording("ru")).headlines.front().mark.word == "Сегодня");
}

TEST_CASE("an emergency has all the light there is, whatever the hour") {
  Schedule::Parts parts = sample_parts();
  Notice notice;
  notice.level = NoticeLevel::emergency;
  notice.text = "Эвакуация";
  parts.notices = {notice};
  const Board alarm = board(parts, "2024-04-17T23:00:00", night, night);
  CHECK(alarm.emergency);
  CHECK(alarm.light == Light::full);
}
