#include "organizer/diff_words.h"

#include <functional>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

using Lines = std::vector<std::string>;

Schedule::Parts two_halls() {
  Schedule::Parts made =
      parts({"gorky", "small"}, {session("Opening", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                 session("Talk", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"),
                                 session("Lab", {"small"}, "2024-04-17 10:00", "2024-04-17 12:00")});
  made.halls[0].name = LocalText{{"en", "Gorky Hall"}, {"ru", "Горьковский зал"}};
  made.halls[1].name = LocalText{{"en", "Small Hall"}, {"ru", "Малый зал"}};
  return made;
}

Speaker speaker(const char* name) {
  Speaker speaker;
  speaker.name = name;
  return speaker;
}

Notice notice(NoticeLevel level, const char* text, std::vector<std::string> halls = {}) {
  Notice notice;
  notice.id = text;
  notice.level = level;
  notice.text = text;
  notice.halls = std::move(halls);
  return notice;
}

Lines lines(const Schedule::Parts& before, const Schedule::Parts& now, const char* language = "en") {
  Lines lines;
  for (const Difference& difference : diff_in_words(Schedule(before), Schedule(now), Wording(language))) {
    lines.push_back(difference.words);
  }
  return lines;
}

Lines lines_after(const std::function<void(Schedule::Parts&)>& change, const char* language = "en") {
  Schedule::Parts now = two_halls();
  change(now);
  return lines(two_halls(), now, language);
}

}  // namespace

TEST_CASE("two schedules that are alike differ in nothing, also by new ids") {
  CHECK(lines(two_halls(), two_halls()) == Lines{});
  CHECK(lines_after([](auto& now) { now.sessions[1].id = "renumbered"; }) == Lines{});
  CHECK(differences_text({}, Wording("en")) == "Nothing changes that attendees would notice\n");
}

TEST_CASE("a cancelled session is told with its reason, and again where the reason changes") {
  const auto cancel = [](auto& now) {
    now.sessions[1].state = SessionState::cancelled;
    now.sessions[1].reason = "illness";
  };
  CHECK(lines_after(cancel) == Lines{"Gorky Hall: 14:00 “Talk” — cancelled (illness)"});
  CHECK(lines_after(cancel, "ru") == Lines{"Горьковский зал: 14:00 «Talk» — отменено (illness)"});
  Schedule::Parts before = two_halls();
  cancel(before);
  Schedule::Parts now = before;
  now.sessions[1].reason = "a missed train";
  CHECK(lines(before, now) == Lines{"Gorky Hall: 14:00 “Talk” — cancelled (a missed train)"});
  CHECK(lines(before, two_halls()) == Lines{"Gorky Hall: 14:00 “Talk” — takes place after all"});
}

TEST_CASE("a session that moves is told at both doors") {
  CHECK(lines_after([](auto& now) {
          now.sessions[1].halls = {"small"};
          now.sessions[1].start += std::chrono::minutes(30);
          *now.sessions[1].end += std::chrono::minutes(30);
        }) == Lines{"Gorky Hall: 14:00 “Talk” — moves to Small Hall, 14:30",
                    "Small Hall: 14:30 “Talk” — comes here from Gorky Hall"});
}

TEST_CASE("a shift of up to two hours is counted, a longer one told by its new time") {
  const auto shift = [](int minutes) {
    return [minutes](auto& now) {
      now.sessions[1].start += std::chrono::minutes(minutes);
      *now.sessions[1].end += std::chrono::minutes(minutes);
    };
  };
  CHECK(lines_after(shift(10)) == Lines{"Gorky Hall: 14:00 “Talk” — starts 10 minutes later, at 14:10"});
  CHECK(lines_after(shift(-1)) == Lines{"Gorky Hall: 14:00 “Talk” — starts 1 minute earlier, at 13:59"});
  CHECK(lines_after(shift(120)) == Lines{"Gorky Hall: 14:00 “Talk” — starts 120 minutes later, at 16:00"});
  CHECK(lines_after(shift(121)) == Lines{"Gorky Hall: 14:00 “Talk” — now starts: 16:01"});
  CHECK(lines_after(shift(22), "ru") == Lines{"Горьковский зал: 14:00 «Talk» — начнётся на 22 минуты позже, в 14:22"});
  // On another day all times carry their dates.
  CHECK(lines_after(shift(24 * 60)) == Lines{"Gorky Hall: 17 April 14:00 “Talk” — now starts: 18 April 14:00"});
}

TEST_CASE("an end that changes by itself is told, one that moves with its start is not") {
  CHECK(lines_after([](auto& now) { *now.sessions[1].end += std::chrono::minutes(15); }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — now ends: 15:15"});
  CHECK(lines_after([](auto& now) { now.sessions[1].end.reset(); }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — its end is open now"});
}

TEST_CASE("titles, speakers, fullness and broadcasts that change are told") {
  CHECK(lines_after([](auto& now) { now.sessions[1].title = "Panel"; }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — now called “Panel”"});
  CHECK(lines_after([](auto& now) {
          now.sessions[1].speakers = {speaker("Anna"), speaker("Boris")};
        }) == Lines{"Gorky Hall: 14:00 “Talk” — speakers now: Anna, Boris"});
  CHECK(lines_after([](auto& now) {
          now.sessions[1].state = SessionState::full;
          now.sessions[1].overflow = "small";
        }) == Lines{"Gorky Hall: 14:00 “Talk” — full; there is room in Small Hall"});
  CHECK(lines_after([](auto& now) { now.sessions[1].broadcast = Link{"https://example.org/1"}; }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — broadcast at https://example.org/1"});
  CHECK(lines_after([](auto& now) { now.sessions[1].not_broadcast = true; }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — no broadcast of its own any more"});
  CHECK(lines_after([](auto& now) { now.sessions[1].subtitle = "more"; }) ==
        Lines{"Gorky Hall: 14:00 “Talk” — details change"});
}

TEST_CASE("what is new and what is gone is told hall by hall, in order of time") {
  CHECK(lines_after([](auto& now) {
          now.sessions.push_back(session("Late", {"small"}, "2024-04-17 18:00", ""));
          now.sessions.push_back(session("Early", {"small"}, "2024-04-17 09:00", ""));
          now.sessions.erase(now.sessions.begin());
        }) == Lines{"Gorky Hall: 10:00 “Opening” — no longer in the programme", "Small Hall: 09:00 “Early” — new",
                    "Small Hall: 18:00 “Late” — new"});
}

TEST_CASE("halls that run late, come, go and are renamed are told") {
  const auto late = [](auto& now) { now.halls[0].delay = {std::chrono::minutes(10), at("2024-04-17 14:00")}; };
  CHECK(lines_after(late) == Lines{"Gorky Hall: 10 minutes late from 14:00 on"});
  Schedule::Parts before = two_halls();
  late(before);
  CHECK(lines(before, two_halls()) == Lines{"Gorky Hall: on time again"});
  CHECK(lines_after([](auto& now) { now.halls.push_back(hall("new")); }) == Lines{"new: a new hall"});
  CHECK(lines_after([](auto& now) {
          now.halls.pop_back();
          now.sessions.pop_back();
        }) ==
        Lines{"Small Hall: no hall of the event any more", "Small Hall: 10:00 “Lab” — no longer in the programme"});
  CHECK(lines_after([](auto& now) { now.halls[0].name = "Blue Hall"; }) == Lines{"Gorky Hall: now called “Blue Hall”"});
  CHECK(lines_after([](auto& now) { now.halls[0].place = "upstairs"; }) == Lines{"Gorky Hall: details change"});
}

TEST_CASE("notices that come and go are told before the halls, or at their own") {
  Schedule::Parts with = two_halls();
  with.notices = {notice(NoticeLevel::info, "Bus at 18:00"), notice(NoticeLevel::warning, "Wet floor", {"small"}),
                  notice(NoticeLevel::emergency, "Leave")};
  CHECK(lines(two_halls(), with) == Lines{"All halls: notice: “Bus at 18:00”",
                                          "All halls: emergency, on the whole screen: “Leave”",
                                          "Small Hall: warning: “Wet floor”"});
  Schedule::Parts reworded = with;
  reworded.notices.resize(1);
  reworded.notices[0].text = "Bus at 19:00";
  CHECK(lines(with, reworded) == Lines{"All halls: gone: “Bus at 18:00”", "All halls: gone: “Leave”",
                                       "All halls: notice: “Bus at 19:00”", "Small Hall: gone: “Wet floor”"});
}

TEST_CASE("for programs each difference has hall, time, kind and session beside its words") {
  Schedule::Parts now = two_halls();
  now.sessions[1].title = "Panel";
  now.notices = {notice(NoticeLevel::info, "Bus")};
  const Wording wording("en");
  CHECK(differences_json(diff_in_words(Schedule(two_halls()), Schedule(now), wording), wording, moscow()).dump() ==
        R"({"language":"en","changes":[)"
        R"({"hall":null,"at":null,"change":"notice","session":null,"words":"All halls: notice: “Bus”"},)"
        R"({"hall":"gorky","at":"2024-04-17T14:00:00+03:00","change":"retitled","session":"Talk",)"
        R"("words":"Gorky Hall: 14:00 “Talk” — now called “Panel”"}]})");
}

TEST_CASE("a title steers no terminal that the differences are printed on") {
  Schedule::Parts now = two_halls();
  now.sessions[1].title = "a\x1B[2Jb";
  const Wording wording("en");
  const std::string text = differences_text(diff_in_words(Schedule(two_halls()), Schedule(now), wording), wording);
  CHECK(text == "Gorky Hall: 14:00 “Talk” — now called “a [2Jb”\n");
}
