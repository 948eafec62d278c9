#include "board/unknown_zone.h"

#include <algorithm>
#include <string>
#include <vector>

#include "board/hall_board.h"
#include "board/hall_words.h"

namespace kiosk {
namespace {

// As many as a screen of any shape has room for below the headline, with the day above them.
constexpr std::size_t most_at_once = 6;
constexpr const char* remedy = "time_zone = \"Europe/Berlin\"";

// The wall clocks of the earth at one instant are as far apart as this.
constexpr std::chrono::hours westernmost{-12};
constexpr std::chrono::hours easternmost{14};

struct Line {
  date::local_days day;
  Instant start;
  std::string text;
};

class HallWithoutZone {
 public:
  HallWithoutZone(const Schedule& schedule, const Agenda& agenda, const Wording& wording)
      : schedule_(schedule), hall_(*agenda.hall), instant_(agenda.instant), words_(schedule, instant_, wording) {}

  // A page of them, by the minute.
  std::vector<std::string> lines() const {
    const std::vector<Line> all = of_these_days();
    std::vector<std::vector<Line>> pages;
    for (auto first = all.begin(); first != all.end();) {
      const auto end = std::find_if(first, all.end(), [&](const Line& line) { return line.day != first->day; });
      const auto count = static_cast<std::size_t>(end - first);
      const std::size_t of_day = (count + most_at_once - 1) / most_at_once;
      for (std::size_t page = 0; page < of_day; ++page) {
        const auto at = [&](std::size_t i) { return first + static_cast<std::ptrdiff_t>(count * i / of_day); };
        pages.emplace_back(at(page), at(page + 1));
      }
      first = end;
    }
    if (pages.empty()) {
      return {};
    }
    const std::size_t turn = static_cast<std::size_t>(turn_at(instant_)) % pages.size();
    std::string head = words_.wording().sentence_case(words_.wording().weekday_date(pages[turn].front().day));
    if (pages.size() > 1) {
      head += " · " + std::to_string(turn + 1) + "/" + std::to_string(pages.size());
    }
    std::vector<std::string> lines{std::move(head)};
    for (const Line& line : pages[turn]) {
      lines.push_back(line.text);
    }
    return lines;
  }

 private:
  std::vector<Line> of_these_days() const {
    std::vector<Line> all = of_all_days();
    const auto day_of_clock = [&](std::chrono::hours ahead) {
      return date::floor<date::days>(to_local(instant_ + ahead, utc()));
    };
    const auto past = [&](const Line& line) { return line.day < day_of_clock(westernmost); };
    const auto far = [&](const Line& line) { return line.day > day_of_clock(easternmost); };
    const auto coming = std::find_if_not(all.begin(), all.end(), past);
    if (coming == all.end()) {
      return all;
    }
    all.erase(all.begin(), coming);
    if (!far(all.front())) {
      all.erase(std::find_if(all.begin(), all.end(), far), all.end());
    }
    return all;
  }

  // In order of their starts.
  std::vector<Line> of_all_days() const {
    std::vector<Line> all;
    for (const Timeline* slots : {&schedule_.timeline(hall_), &schedule_.moved_away(hall_)}) {
      for (const Slot& slot : *slots) {
        all.push_back({date::floor<date::days>(words_.local(slot.start)), slot.start, text_of(slot, *slots)});
      }
    }
    std::stable_sort(all.begin(), all.end(), [](const Line& a, const Line& b) { return a.start < b.start; });
    return all;
  }

  std::string text_of(const Slot& slot, const Timeline& slots) const {
    const Session& session = schedule_.session_of(slot);
    const Wording& wording = words_.wording();
    std::string what = words_.title(session);
    if (session.state == SessionState::cancelled) {
      what = wording.say("instead_cancelled", {{"title", what}});
    } else if (const Hall* there = schedule_.find_hall(session.halls.front());
               &slots == &schedule_.moved_away(hall_) && there != nullptr) {
      what = wording.say("instead_moved", {{"hall", name_of(*there, wording)}, {"title", what}});
    }
    return wording.say("other_at", {{"start", words_.times(slot)}, {"title", what}});
  }

  const Schedule& schedule_;
  const Hall& hall_;
  Instant instant_;
  HallWords words_;
};

}  // namespace

std::optional<Problem> unknown_zone(const Schedule& schedule) {
  const SaidZone& zone = schedule.event().time_zone;
  if (zone) {
    return std::nullopt;
  }
  const bool no_rules = zone.is(NoZone::no_rules);
  return Problem{
      .where = "time_zone",
      .what = "the time zone of the schedule is not known, so that nothing is on or next",
      .right = no_rules ? std::string(install_zone_rules) : "write " + std::string(remedy) + " in the settings"};
}

void compose_without_zone(const Schedule& schedule, const Agenda& agenda, const Wording& wording, Board& board) {
  Headline headline;
  headline.mark = {Tone::calm, Icon::calendar, wording.say("no_zone")};
  headline.title = wording.say(schedule.timeline(*agenda.hall).empty() ? "nothing_here_title" : "no_zone_title");
  headline.language = wording.language();
  board.headlines.push_back(std::move(headline));
  board.lines = HallWithoutZone(schedule, agenda, wording).lines();
  board.warning = schedule.event().time_zone.is(NoZone::no_rules)
                      ? wording.say("no_zone_rules", {{"package", "tzdata"}})
                      : wording.say("no_zone_setting", {{"setting", remedy}});
  board.logo = schedule.event().logo;
  board.background = agenda.hall->background;
}

}  // namespace kiosk
