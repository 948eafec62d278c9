#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "board/compose_board.h"
#include "board/hall_board.h"
#include "venue/agenda.h"
#include "venue/parse_instant.h"

namespace kiosk::replay {

using std::chrono::minutes;

// Stands before one hall's screen and never forgets the minute before. Each board is asked: is anything empty, does
// it say what the schedule says, does it contradict itself or the minute before?
class Witness {
 public:
  Witness(const Schedule& schedule, const Hall& hall, const Wording& russian)
      : schedule_(schedule), hall_(hall), wording_(russian) {
    for (std::size_t i = 0; i < schedule.sessions().size(); ++i) {
      titled_.emplace(title_of(schedule.sessions()[i]), i);
    }
  }

  // What is wrong with this board. In order of time.
  std::vector<std::string> see(const Agenda& agenda, const Board& board) {
    faults_.clear();
    instant_ = agenda.instant;
    if (agenda.next_change && *agenda.next_change <= instant_) {
      fault("the next change lies behind");
    }
    look_at_frame(board);
    if (!board.emergency) {
      look_at_headlines(agenda, board);
      look_at_next(agenda, board);
      look_at_others(board);
    }
    compare_with_minute_before(agenda, board);
    return faults_;
  }

 private:
  // Each once, in the first of the minutes it lasts.
  void fault(const std::string& what) {
    if (std::find(known_.begin(), known_.end(), what) != known_.end()) {
      return;
    }
    known_.push_back(what);
    faults_.push_back(format_instant(instant_, schedule_.time_zone()) + " " + hall_.id + ": " + what);
  }

  std::string clock(Instant instant) const {
    return date::format("%H:%M", date::floor<minutes>(to_local(instant, schedule_.time_zone())));
  }
  // A coffee need not be called anything.
  std::string title_of(const Session& session) const {
    const std::string& title = session.title.in("ru");
    return title.empty() ? wording_.say("break") : title;
  }
  auto today() const { return event_day(instant_, schedule_.time_zone()); }
  bool is_today(const Slot& slot) const { return event_day(slot.start, schedule_.time_zone()) == today(); }
  bool takes_place(const Slot& slot) const { return schedule_.session_of(slot).state != SessionState::cancelled; }

  // The slot in `hall` of a session of that title, of which `holds` is true.
  template <typename Holds>
  std::optional<Slot> slot_titled(const std::string& title, const Timeline& timeline, Holds holds) const {
    const auto [first, last] = titled_.equal_range(title);
    for (const Slot& slot : timeline) {
      for (auto session = first; session != last; ++session) {
        if (slot.session == session->second && holds(slot)) {
          return slot;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Slot> coming(const std::string& title) const {
    return slot_titled(title, schedule_.timeline(hall_),
                       [&](const Slot& slot) { return slot.start > instant_ && takes_place(slot); });
  }

  // The earliest later start that takes place: today's before another day's, a talk before a coffee.
  std::optional<Slot> earliest_later() const {
    std::optional<Slot> best;
    const auto rank = [&](const Slot& slot) {
      return std::tuple(!is_today(slot), schedule_.session_of(slot).kind, slot.start);
    };
    for (const Slot& slot : schedule_.timeline(hall_)) {
      if (slot.start > instant_ && takes_place(slot) && (!best || rank(slot) < rank(*best))) {
        best = slot;
      }
    }
    return best;
  }

  bool anything_on(const Hall& hall, SessionKind kind) const {
    const Timeline& timeline = schedule_.timeline(hall);
    return std::any_of(timeline.begin(), timeline.end(), [&](const Slot& slot) {
      return slot.contains(instant_) && takes_place(slot) && schedule_.session_of(slot).kind == kind;
    });
  }

  void look_at_frame(const Board& board) {
    if (board.clock != clock(instant_)) {
      fault("the clock shows " + board.clock);
    }
    if (board.hall != name_of(hall_, wording_) || event_line(board).empty() != board.emergency ||
        board.headlines.empty() || (board.headlines.size() > most_headlines && !board.emergency)) {
      fault("a board without hall, event or headline");
    }
    for (const Headline& headline : board.headlines) {
      // Of emergencies the first has the word of all.
      const bool has_word = !board.emergency || &headline == &board.headlines.front();
      if (headline.title.empty() || headline.mark.word.empty() == has_word) {
        fault("an empty headline");
      }
      if (headline.progress && (*headline.progress < 0 || *headline.progress > 1000)) {
        fault("a progress of " + std::to_string(*headline.progress));
      }
    }
    if (to_text(board).find('{') != std::string::npos) {
      fault("a pattern that is not filled in");
    }
  }

  void look_at_headlines(const Agenda& agenda, const Board& board) {
    const bool on = anything_on(hall_, SessionKind::session);
    for (const Headline& headline : board.headlines) {
      if (headline.mark.word == wording_.say("now")) {
        look_at_now(headline);
      } else if (on) {
        fault("a session is on, the board says \"" + headline.mark.word + '"');
      } else if (headline.mark.word == wording_.say("cancelled")) {
        look_at_cancelled(headline);
      } else if (headline.mark.word == wording_.say("moved")) {
        look_at_moved(headline);
      } else if (headline.mark.icon == Icon::clock || headline.mark.icon == Icon::calendar) {
        look_at_coming(headline);
      } else {
        look_at_rest(headline);
      }
    }
    for (const Absence& absence : agenda.displaced) {
      const std::string title = title_of(schedule_.session_of(absence.slot));
      const std::string line =
          absence.moved_to == nullptr
              ? wording_.say("instead_cancelled", {{"title", title}})
              : wording_.say("instead_moved", {{"title", title}, {"hall", name_of(*absence.moved_to, wording_)}});
      const auto& details = board.headlines.front().details;
      if (std::count(details.begin(), details.end(), line) != 1) {
        fault("does not say once: " + line);
      }
    }
  }

  void look_at_now(const Headline& headline) {
    // Of a full hall the title is the way out.
    const std::string& what = headline.way ? headline.subject : headline.title;
    const std::optional<Slot> slot = slot_titled(what, schedule_.timeline(hall_), [&](const Slot& candidate) {
      return candidate.contains(instant_) && takes_place(candidate);
    });
    if (!slot) {
      fault("now: " + what + " is not on");
    } else if (!slot->end_known) {
      if (headline.times != wording_.say("since", {{"start", clock(slot->start)}}) || headline.progress) {
        fault("an open end of " + headline.title + ": " + headline.times);
      }
    } else {
      const std::string until = "до " + clock(slot->end) + " · ещё ";
      if (headline.times.rfind(until, 0) != 0) {
        fault("now: " + headline.title + " ends " + headline.times);
      } else {
        count_down(*slot, "end", duration_in(headline.times.substr(until.size())), slot->end);
      }
    }
  }

  void look_at_coming(const Headline& headline) {
    const std::string& what = headline.way ? headline.subject : headline.title;
    const std::optional<Slot> slot = coming(what);
    const std::optional<Slot> next = earliest_later();
    if (!slot || !next || slot->start != next->start) {
      fault("coming: " + what + " is not the next");
      return;
    }
    if (headline.times.find(clock(slot->start)) == std::string::npos || headline.struck_times == clock(slot->start)) {
      fault("coming: " + headline.title + " at ~" + headline.struck_times + "~ " + headline.times);
    }
    if (slot->announced_start.has_value() == headline.struck_times.empty()) {
      fault("coming: the struck time of " + headline.title);
    }
    const std::string in = "Через ";
    if (headline.mark.word.rfind(in, 0) == 0) {
      count_down(*slot, "start", minutes(std::stoi(headline.mark.word.substr(in.size()))), slot->start);
    } else if (slot->start - instant_ <= minutes(59) && is_today(*slot)) {
      fault("no countdown to " + headline.title + " but " + headline.mark.word);
    }
    if (headline.mark.word == wording_.say("today") && !is_today(*slot)) {
      fault(headline.title + " is not today");
    }
  }

  void look_at_cancelled(const Headline& headline) {
    if (!slot_titled(headline.title, schedule_.timeline(hall_), [&](const Slot& slot) {
          return slot.end > instant_ && slot.start - instant_ <= minutes(30) && !takes_place(slot);
        })) {
      fault("cancelled: " + headline.title + " was not announced for now");
    }
    if (headline.qr) {
      fault("a code for what is cancelled: " + headline.title);
    }
  }

  void look_at_moved(const Headline& headline) {
    const std::optional<Slot> slot = slot_titled(
        headline.subject, schedule_.moved_away(hall_),
        [&](const Slot& candidate) { return candidate.end > instant_ && candidate.start - instant_ <= minutes(30); });
    if (!slot) {
      fault("moved: " + headline.subject + " was not announced for now");
      return;
    }
    const Hall* there = schedule_.find_hall(schedule_.session_of(*slot).halls.front());
    if (there == nullptr || !headline.way || headline.title != name_of(*there, wording_) || there == &hall_) {
      fault("moved: " + headline.subject + " is not in " + headline.title);
    }
  }

  void look_at_rest(const Headline& headline) {
    const std::optional<Slot> next = earliest_later();
    if (next && is_today(*next)) {
      fault("\"" + headline.title + "\" while " + schedule_.session_of(*next).id + " comes today");
    }
    if (headline.mark.word == wording_.say("event_over") && instant_ < schedule_.span()->end) {
      fault("over before its end");
    }
  }

  void look_at_next(const Agenda& agenda, const Board& board) {
    if (agenda.next != earliest_later()) {
      fault("agenda.next is not the earliest later start");
    }
    if (!board.next) {
      return;
    }
    const std::optional<Slot> slot = coming(board.next->title);
    if (!slot || board.next->time != clock(slot->start)) {
      fault("next: " + board.next->time + " " + board.next->title + " does not come then");
      return;
    }
    const Headline& headline = board.headlines.front();
    const bool after = headline.mark.icon == Icon::clock || headline.mark.icon == Icon::calendar;
    const std::optional<Slot> first = earliest_later();
    if (after ? slot->start <= first->start : slot->start != first->start) {
      fault("next: " + board.next->title + " is not the next");
    }
  }

  void look_at_others(const Board& board) {
    if (!board.others) {
      return;
    }
    const bool any_now = board.others->label != wording_.say("other_halls_soon");
    const bool any_soon = board.others->label != wording_.say("other_halls_now");
    if (board.others->halls.empty() || board.others->label.empty()) {
      fault("other halls without a hall");
    }
    std::vector<std::string> listed;
    for (const OtherHall& other : board.others->halls) {
      for (const Hall* hall : halls_in(other.hall)) {
        const std::string name = name_of(*hall, wording_);
        if (std::find(listed.begin(), listed.end(), name) != listed.end() || name == board.hall) {
          fault("other halls: " + name + " once more");
        }
        listed.push_back(name);
        look_at_other(*hall, other, any_now, any_soon);
      }
    }
  }

  // A title in several halls names them all: "Зал 1 · Зал 2".
  std::vector<const Hall*> halls_in(std::string names) {
    std::vector<const Hall*> halls;
    while (!names.empty()) {
      const Hall* longest = nullptr;
      std::size_t length = 0;
      for (const Hall& hall : schedule_.halls()) {
        const std::string name = name_of(hall, wording_);
        if ((names == name || names.rfind(name + " · ", 0) == 0) && name.size() > length) {
          longest = &hall;
          length = name.size();
        }
      }
      if (longest == nullptr) {
        fault("other halls: no hall is called " + names);
        return halls;
      }
      halls.push_back(longest);
      names.erase(0, length == names.size() ? length : length + std::string(" · ").size());
    }
    return halls;
  }

  void look_at_other(const Hall& hall, const OtherHall& other, bool any_now, bool any_soon) {
    const Timeline& timeline = schedule_.timeline(hall);
    const auto is_on = [&](const Slot& slot) { return slot.contains(instant_) && takes_place(slot); };
    if (other.time.empty() && slot_titled(other.title, timeline, is_on)) {
      if (!any_now) {
        fault("other halls: " + other.title + " is on, not soon");
      }
      return;
    }
    if (!slot_titled(other.title, timeline, [&](const Slot& slot) {
          return slot.start > instant_ && slot.start - instant_ <= minutes(60) && takes_place(slot) &&
                 other.time == clock(slot.start);
        })) {
      fault("other halls: " + name_of(hall, wording_) + " has no " + other.title);
    } else if (!any_soon) {
      fault("other halls: " + other.title + " is soon, not on");
    }
  }

  // "1 ч 5 мин"
  static minutes duration_in(const std::string& words) {
    const int first = std::stoi(words);
    const auto hours = words.find(" ч");
    if (hours == std::string::npos) {
      return minutes(first);
    }
    const auto rest = words.find_first_of("0123456789", hours);
    return minutes(60 * first + (rest == std::string::npos ? 0 : std::stoi(words.substr(rest))));
  }

  void count_down(const Slot& slot, const char* to, minutes left, Instant target) {
    const std::string& id = schedule_.session_of(slot).id;
    if (left != std::chrono::ceil<minutes>(target - date::floor<minutes>(instant_))) {
      fault(std::to_string(left.count()) + " minutes to the " + to + " of " + id);
    }
    const auto [before, first] = left_.emplace(std::pair(slot.session, std::string(to)), left);
    if (!first && left > before->second) {
      fault("minutes to the " + std::string(to) + " of " + id + " rise");
    }
    before->second = left;
  }

  // What stays until the agenda's next change and midnight.
  static Board lasting(Board board) {
    board.clock.clear();
    board.turn = 0;
    for (Headline& headline : board.headlines) {
      headline.progress.reset();
      if (headline.mark.icon == Icon::play) {
        headline.times.clear();  // minutes left
      } else if (headline.mark.icon == Icon::clock) {
        headline.mark.word.clear();  // minutes until
      } else if (headline.mark.icon == Icon::check && headline.qr) {
        headline.qr->payload.clear();  // recordings take turns
        headline.qr->detail.clear();
      }
    }
    return board;
  }

  void compare_with_minute_before(const Agenda& agenda, const Board& board) {
    const auto day = date::floor<date::days>(to_local(instant_, schedule_.time_zone()));
    Board now = lasting(board);
    if (before_ && before_->day == day && (!before_->next_change || *before_->next_change > instant_) &&
        !(before_->board == now)) {
      fault("changes without a change:\n" + to_text(before_->board) + "->\n" + to_text(now));
    }
    before_ = Before{day, agenda.next_change, std::move(now)};
  }

  struct Before {
    date::local_days day;
    std::optional<Instant> next_change;
    Board board;
  };

  const Schedule& schedule_;
  const Hall& hall_;
  const Wording& wording_;
  Instant instant_;
  std::multimap<std::string, std::size_t> titled_;  // sessions by title
  std::map<std::pair<std::size_t, std::string>, minutes> left_;
  std::optional<Before> before_;
  std::vector<std::string> faults_;
  std::vector<std::string> known_;
};

}  // namespace kiosk::replay
