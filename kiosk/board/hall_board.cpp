#include "board/hall_board.h"

#include <algorithm>

#include "board/after_event.h"
#include "board/hall_words.h"

namespace kiosk {
namespace {

using std::chrono::minutes;

constexpr minutes longest_countdown{60};

date::sys_seconds whole_minute(Instant instant) { return std::chrono::floor<minutes>(instant); }

// Counted from the minute that the board's clock shows, so that the two agree: at 14:42:59 the clock shows 14:42, and
// it is 48 minutes to 15:30.
std::int64_t minutes_until(Instant end, Instant now) {
  return std::chrono::ceil<minutes>(end - whole_minute(now)).count();
}

// Photos of the speakers whose names are shown.
std::vector<std::string> photos_of(const Session& session) {
  std::vector<std::string> addresses;
  for (const Speaker& speaker : session.speakers) {
    if (!speaker.photo.empty() && addresses.size() < most_speakers) {
      addresses.push_back(speaker.photo);
    }
  }
  return addresses;
}

// Composes the board of one hall of one schedule.
class HallBoard {
 public:
  HallBoard(const Schedule& schedule, const Agenda& agenda, bool clock_trusted, const Wording& wording)
      : schedule_(schedule),
        agenda_(agenda),
        clock_trusted_(clock_trusted),
        wording_(wording),
        words_(schedule, agenda.instant, wording) {}

  void fill(Board& board) const {
    switch (agenda_.moment) {
      case Moment::on_now:
        add_on_now(board);
        board.next = next_session(agenda_.next);
        break;
      case Moment::absent:
        board.headlines.push_back(absent(*agenda_.absence));
        board.next = next_session(agenda_.next);
        break;
      case Moment::coming_up:
        board.headlines.push_back(coming_up());
        board.next = next_session(agenda_.after_next);
        break;
      case Moment::before_event:
        board.headlines.push_back(before_event());
        board.next = next_session(agenda_.after_next);
        break;
      case Moment::nothing_today:
        board.headlines.push_back(resting(
            "nothing_today", schedule_.timeline(*agenda_.hall).empty() ? "nothing_here_title" : "nothing_today_title"));
        board.next = next_session(agenda_.next);
        break;
      case Moment::day_over:
        board.headlines.push_back(
            resting(agenda_.next && words_.days_ahead(agenda_.next->start) == 1 ? "day_over" : "day_over_calm",
                    agenda_.next ? "day_over_title" : "hall_over_title"));
        board.next = next_session(agenda_.next);
        break;
      case Moment::event_over:
        board.headlines.push_back(resting("event_over", "event_over_title"));
        add_recordings(words_, *agenda_.hall, board);
        break;
      case Moment::unknown_hall:
      case Moment::no_zone:
        break;
    }
    // Absences come before the speakers: they matter more, and the last details are left out first.
    for (const Absence& absence : agenda_.displaced) {
      std::vector<std::string>& details = board.headlines.front().details;
      details.insert(details.begin(), displaced(absence));
    }
    if (agenda_.all_day) {
      board.headlines.front().details.push_back(
          wording_.say("all_day", {{"title", words_.title(schedule_.session_of(*agenda_.all_day))}}));
    }
    board.others = other_halls();
    add_code_of_next(board);
    board.logo = schedule_.event().logo;
    board.background = agenda_.hall->background;
  }

 private:
  void add_code_of_next(Board& board) const {
    const bool after_next_is_shown = agenda_.moment == Moment::coming_up || agenda_.moment == Moment::before_event;
    const std::optional<Slot>& next = after_next_is_shown ? agenda_.after_next : agenda_.next;
    if (!board.next || !next) {
      return;
    }
    std::optional<QrCard> code = words_.broadcast(*next, *agenda_.hall);
    if (code && std::none_of(board.headlines.begin(), board.headlines.end(), [&](const Headline& headline) {
          return headline.qr && headline.qr->payload == code->payload;
        })) {
      board.next->qr = std::move(code);
    }
  }

  void add_on_now(Board& board) const {
    const std::vector<Slot>& now = agenda_.now;
    for (std::size_t i = 0; i < std::min(now.size(), most_headlines); ++i) {
      board.headlines.push_back(on_now(now[i]));
    }
    for (std::size_t shown = 0; now.size() > 1 && shown <= board.headlines.size(); ++shown) {
      board.and_more.push_back(shown == 0 ? "" : and_more(shown));
    }
  }

  // For what is on beside the first `shown` sessions: how many there are, and until when the last of them takes.
  std::string and_more(std::size_t shown) const {
    const auto first = agenda_.now.begin() + static_cast<std::ptrdiff_t>(shown);
    const auto count = agenda_.now.end() - first;
    if (count == 0) {
      return {};
    }
    const auto last =
        std::max_element(first, agenda_.now.end(), [](const Slot& a, const Slot& b) { return a.end < b.end; });
    const bool known = std::all_of(first, agenda_.now.end(), [](const Slot& slot) { return slot.end_known; });
    return known ? wording_.say("and_more_until", {{"count", count}, {"end", words_.time(last->end)}})
                 : wording_.say("and_more", {{"count", count}});
  }

  // Adds what is not as printed in the programme; only the most important change gets a mark.
  void add_change(const Slot& slot, Headline& headline) const {
    const Session& session = schedule_.session_of(slot);
    const bool moved_here =
        session.originally && !session.originally->hall.empty() && session.originally->hall != agenda_.hall->id;
    // Once the session is on, the board shows its end: a struck start beside that would be read as an end.
    const bool coming = slot.start > agenda_.instant;
    if (slot.announced_start && coming) {
      const bool same_day = words_.days_ahead(*slot.announced_start) == words_.days_ahead(slot.start);
      headline.struck_times =
          (same_day ? "" : words_.date(*slot.announced_start) + ", ") + words_.time(*slot.announced_start);
    }
    if (session.state == SessionState::full) {
      headline.change = Mark{Tone::alert, Icon::cross, wording_.say("full")};
      if (const Hall* overflow = schedule_.find_hall(session.overflow); overflow != nullptr) {
        show_way(*overflow, session, headline);
      } else {
        headline.subject = headline.qr ? wording_.say("watch_stream") : words_.text(session.reason);
      }
    } else if (moved_here) {
      headline.change = Mark{Tone::alert, Icon::arrow, wording_.say("moved_here")};
    } else if (coming && slot.announced_start && *slot.announced_start < slot.start) {
      headline.change = Mark{Tone::alert, Icon::clock, wording_.say("delayed")};
    }
  }

  // People at this door need the way to the other hall most, so that is the title.
  void show_way(const Hall& there, const Session& session, Headline& headline) const {
    headline.way = true;
    headline.title = name_of(there, wording_);
    headline.place = words_.text(there.place);
    headline.subject = words_.title(session);
  }

  Headline absent(const Absence& absence) const {
    const Session& session = schedule_.session_of(absence.slot);
    Headline headline;
    headline.language = session.language;
    if (absence.moved_to == nullptr) {
      headline.mark = {Tone::alert, Icon::cross, wording_.say("cancelled")};
      headline.times = words_.times(absence.slot);
      headline.track = words_.text(session.track);
      headline.title = words_.title(session);
      if (std::string reason = words_.text(session.reason); !reason.empty()) {
        headline.details.push_back(std::move(reason));
      }
      return headline;
    }
    const bool moved = session.originally && session.originally->hall == agenda_.hall->id;
    headline.mark = moved ? Mark{Tone::alert, Icon::arrow, wording_.say("moved")}
                          : Mark{Tone::accent, Icon::arrow, wording_.say("for_everyone")};
    const Slot& there = absence.there.value_or(absence.slot);
    if (there.start != absence.slot.start) {
      headline.struck_times = words_.time(absence.slot.start);
    }
    headline.times = wording_.say(there.start <= agenda_.instant ? "started_at" : "starts_at_short",
                                  {{"start", words_.time(there.start)}});
    show_way(*absence.moved_to, session, headline);
    if (std::string reason = words_.text(session.reason); !reason.empty()) {
      headline.details.push_back(std::move(reason));
    }
    headline.qr = words_.broadcast(there, *absence.moved_to);
    return headline;
  }

  std::string displaced(const Absence& absence) const {
    const std::string what = words_.title(schedule_.session_of(absence.slot));
    return absence.moved_to == nullptr
               ? wording_.say("instead_cancelled", {{"title", what}})
               : wording_.say("instead_moved", {{"title", what}, {"hall", name_of(*absence.moved_to, wording_)}});
  }

  Headline headline_of(const Slot& slot) const {
    const Session& session = schedule_.session_of(slot);
    Headline headline;
    headline.title = words_.title(session);
    headline.language = session.language;
    headline.track = words_.text(session.track);
    headline.details = words_.details(session);
    headline.photos = photos_of(session);
    headline.qr = words_.broadcast(slot, *agenda_.hall);
    if (session.not_broadcast && session.kind == SessionKind::session) {
      headline.details.push_back(wording_.say("not_broadcast"));
    }
    add_change(slot, headline);
    return headline;
  }

  std::string until(Instant end) const {
    const std::int64_t left = minutes_until(end, agenda_.instant);
    return left < 60 ? wording_.say("until_minutes_left", {{"end", words_.time(end)}, {"minutes", left}})
                     : wording_.say("until_hours_left",
                                    {{"end", words_.time(end)}, {"hours", left / 60}, {"minutes", left % 60}});
  }

  Headline on_now(const Slot& slot) const {
    Headline headline = headline_of(slot);
    // What is open all day is no news, and wears no accent.
    const bool all_day = schedule_.session_of(slot).kind == SessionKind::all_day;
    headline.mark = {all_day ? Tone::calm : Tone::accent, Icon::play, wording_.say("now")};
    if (!clock_trusted_) {
      headline.times = words_.times(slot);
    } else if (slot.end_known) {
      headline.times = until(slot.end);
      const auto elapsed = std::max(whole_minute(agenda_.instant), slot.start) - slot.start;
      headline.progress = static_cast<int>(1000 * elapsed.count() / (slot.end - slot.start).count());
    } else {
      headline.times = wording_.say("since", {{"start", words_.time(slot.start)}});
    }
    return headline;
  }

  Headline coming_up() const {
    Headline headline = headline_of(*agenda_.next);
    const std::int64_t left = minutes_until(agenda_.next->start, agenda_.instant);
    const bool soon = clock_trusted_ && left <= longest_countdown.count();
    headline.mark = {soon ? Tone::accent : Tone::calm, Icon::clock,
                     soon ? wording_.say("in_minutes", {{"minutes", left}}) : wording_.say("today")};
    headline.times = words_.times(*agenda_.next);
    if (agenda_.pause) {
      headline.details.insert(
          headline.details.begin(),
          wording_.say("break_until", {{"title", words_.title(schedule_.session_of(*agenda_.pause))},
                                       {"end", words_.time(agenda_.pause->end)}}));
    }
    return headline;
  }

  Headline before_event() const {
    if (!agenda_.next) {
      return resting("nothing_today", "before_event_title");
    }
    Headline headline = headline_of(*agenda_.next);
    headline.mark = {Tone::calm, Icon::calendar, day_word(agenda_.next->start)};
    headline.times = wording_.say("weekday_times", {{"weekday", wording_.weekday(words_.local(agenda_.next->start))},
                                                    {"times", words_.times(*agenda_.next)}});
    if (!headline.qr) {
      headline.qr = words_.event_page();
    }
    return headline;
  }

  Headline resting(const char* mark, const char* title) const {
    Headline headline;
    headline.mark = {Tone::calm, Icon::check, wording_.say(mark)};
    headline.title = wording_.say(title);
    headline.language = wording_.language();
    headline.qr = recording_or_event_page(words_, *agenda_.hall);
    return headline;
  }

  std::string tomorrow(Instant instant) const {
    return wording_.say("tomorrow_date", {{"tomorrow", wording_.say("tomorrow")}, {"date", words_.date(instant)}});
  }

  // Tomorrow and its date, or the date alone.
  std::string day_word(Instant instant) const {
    return words_.days_ahead(instant) == 1 ? tomorrow(instant) : wording_.sentence_case(words_.date(instant));
  }

  std::optional<NextSession> next_session(const std::optional<Slot>& slot) const {
    if (!slot) {
      return std::nullopt;
    }
    const Session& session = schedule_.session_of(*slot);
    const std::int64_t days = words_.days_ahead(slot->start);
    const bool later_day =
        days > 0 && event_day(slot->start, schedule_.time_zone()) != event_day(agenda_.instant, schedule_.time_zone());
    std::string label = wording_.say("next");
    if (later_day) {
      label = days == 1 ? tomorrow(slot->start) : wording_.say("next_on", {{"date", words_.date(slot->start)}});
    }
    return NextSession{label, words_.time(slot->start), words_.title(session), session.language, std::nullopt};
  }

  std::optional<OtherHalls> other_halls() const {
    if (agenda_.elsewhere.empty()) {
      return std::nullopt;
    }
    OtherHalls others;
    std::vector<const Elsewhere*> listed;  // one for each of others.halls: a session in several halls is listed once
    for (const Elsewhere& elsewhere : agenda_.elsewhere) {
      if (shown_as_moved(elsewhere.slot)) {
        continue;
      }
      const auto same = std::find_if(listed.begin(), listed.end(), [&](const Elsewhere* other) {
        return other->slot.session == elsewhere.slot.session && other->slot.start == elsewhere.slot.start &&
               other->on_now == elsewhere.on_now;
      });
      if (same != listed.end()) {
        others.halls[static_cast<std::size_t>(same - listed.begin())].hall +=
            " · " + name_of(*elsewhere.hall, wording_);
        continue;
      }
      listed.push_back(&elsewhere);
      others.halls.push_back({name_of(*elsewhere.hall, wording_), words_.title(schedule_.session_of(elsewhere.slot)),
                              elsewhere.on_now ? "" : words_.time(elsewhere.slot.start)});
    }
    if (listed.empty()) {
      return std::nullopt;
    }
    // What is on comes first.
    others.label = wording_.say(listed.back()->on_now    ? "other_halls_now"
                                : listed.front()->on_now ? "other_halls"
                                                         : "other_halls_soon");
    return others;
  }

  bool shown_as_moved(const Slot& slot) const {
    const auto same = [&](const Absence& absence) { return absence.slot.session == slot.session; };
    return (agenda_.absence && same(*agenda_.absence)) ||
           std::any_of(agenda_.displaced.begin(), agenda_.displaced.end(), same);
  }

  const Schedule& schedule_;
  const Agenda& agenda_;
  bool clock_trusted_;
  const Wording& wording_;
  HallWords words_;
};

}  // namespace

std::int64_t turn_at(Instant instant) { return whole_minute(instant).time_since_epoch() / minutes(1); }

std::string name_of(const Hall& hall, const Wording& wording) {
  const std::string& name = hall.name.in(wording.language());
  return name.empty() ? hall.id : name;
}

std::vector<std::string> pictures_of(const Schedule& schedule, const Agenda& agenda) {
  std::vector<std::string> addresses;
  const auto add = [&](const std::string& address) {
    if (!address.empty() && std::find(addresses.begin(), addresses.end(), address) == addresses.end()) {
      addresses.push_back(address);
    }
  };
  const auto add_faces = [&](const Slot& slot) {
    for (const Speaker& speaker : schedule.session_of(slot).speakers) {
      add(speaker.photo);
    }
  };
  add(schedule.event().logo);
  if (agenda.hall != nullptr) {
    add(agenda.hall->background);
  }
  std::for_each(agenda.now.begin(), agenda.now.end(), add_faces);
  for (const std::optional<Slot>& slot : {agenda.next, agenda.after_next}) {
    if (slot) {
      add_faces(*slot);
    }
  }
  return addresses;
}

void compose_hall(const Schedule& schedule, const Agenda& agenda, bool clock_trusted, const Wording& wording,
                  Board& board) {
  HallBoard(schedule, agenda, clock_trusted, wording).fill(board);
}

}  // namespace kiosk
