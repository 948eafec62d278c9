#include "organizer/diff_words.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "venue/changes.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// A longer shift is told by the new time alone: nobody adds 300 minutes to ten o'clock.
constexpr std::chrono::minutes longest_counted{120};

using Halls = std::vector<std::string>;

bool has(const Halls& halls, const std::string& id) { return std::find(halls.begin(), halls.end(), id) != halls.end(); }

Halls without(const Halls& halls, const Halls& others) {
  Halls rest;
  std::copy_if(halls.begin(), halls.end(), std::back_inserter(rest), [&](const auto& id) { return !has(others, id); });
  return rest;
}

// Whether the event day turns between the first start and the last.
bool has_several_days(const Schedule& schedule) {
  const auto day = [&](const Session& session) { return event_day(session.start, schedule.time_zone()); };
  const std::vector<Session>& sessions = schedule.sessions();
  return std::any_of(sessions.begin(), sessions.end(), [&](const Session& s) { return day(s) != day(sessions[0]); });
}

class Diff {
 public:
  Diff(const Schedule& before, const Schedule& now, const Wording& wording)
      : before_(before),
        now_(now),
        wording_(wording),
        dated_(has_several_days(before) || has_several_days(now) ||
               (before.span() && now.span() &&
                event_day(before.span()->start, now.time_zone()) != event_day(now.span()->start, now.time_zone()))) {}

  std::vector<Difference> take() {
    tell_event();
    tell_halls();
    tell_notices();
    tell_sessions();
    std::map<std::string, std::size_t> order;
    for (const Schedule* schedule : {&now_, &before_}) {
      for (const Hall& hall : schedule->halls()) {
        order.emplace(hall.id, order.size() + 1);
      }
    }
    // The empty id, all halls, comes first.
    std::stable_sort(found_.begin(), found_.end(), [&](const Difference& a, const Difference& b) {
      return std::tuple(order[a.hall], a.at) < std::tuple(order[b.hall], b.at);
    });
    return std::move(found_);
  }

 private:
  std::string text(const LocalText& text) const { return text.in(wording_.language()); }

  std::string hall_name(const std::string& id) const {
    const Hall* hall = now_.find_hall(id);
    hall = hall != nullptr ? hall : before_.find_hall(id);
    return id.empty() ? wording_.say("all_halls") : hall != nullptr ? text(hall->name) : id;
  }

  std::string names(const Halls& halls) const {
    std::string names;
    for (const std::string& id : halls) {
      names += (names.empty() ? "" : wording_.say("between_names")) + hall_name(id);
    }
    return names;
  }

  std::string time(Instant instant) const {
    const LocalTime local = to_local(instant, now_.time_zone());
    return (dated_ ? wording_.date(local) + ' ' : "") + wording_.time(local);
  }

  void add_hall(const std::string& hall, std::optional<Instant> at, const char* change, const std::string& words) {
    found_.push_back({.hall = hall,
                      .at = at,
                      .change = change,
                      .words = wording_.say("diff_hall", {{"hall", hall_name(hall)}, {"change", words}})});
  }

  // At each door of `halls`. The session is told by the title and time by which its audience knows it.
  void add(const Halls& halls, const Session& known, const char* change, const std::string& words) {
    for (const std::string& hall : halls) {
      found_.push_back({.hall = hall,
                        .at = known.start,
                        .change = change,
                        .session = known.id,
                        .words = wording_.say("diff_session", {{"hall", hall_name(hall)},
                                                               {"start", time(known.start)},
                                                               {"title", text(known.title)},
                                                               {"change", words}})});
    }
  }

  void tell_event() {
    if (!(before_.event() == now_.event())) {
      add_hall("", std::nullopt, "details", wording_.say("diff_details"));
    }
  }

  void tell_halls() {
    for (const Hall& hall : now_.halls()) {
      if (const Hall* then = before_.find_hall(hall.id)) {
        tell_hall(*then, hall);
      } else {
        add_hall(hall.id, std::nullopt, "hall_added", wording_.say("diff_hall_added"));
      }
    }
    for (const Hall& hall : before_.halls()) {
      if (now_.find_hall(hall.id) == nullptr) {
        add_hall(hall.id, std::nullopt, "hall_removed", wording_.say("diff_hall_removed"));
      }
    }
  }

  void tell_hall(const Hall& then, const Hall& hall) {
    Hall rest = then;
    if (text(then.name) != text(hall.name)) {
      found_.push_back({.hall = hall.id,
                        .change = "retitled",
                        .words = wording_.say(
                            "diff_hall", {{"hall", text(then.name)},
                                          {"change", wording_.say("diff_retitled", {{"title", text(hall.name)}})}})});
      rest.name = hall.name;
    }
    if (then.broadcast != hall.broadcast) {
      tell_broadcast(hall.broadcast, [&](const char* change, const std::string& words) {
        add_hall(hall.id, std::nullopt, change, words);
      });
    }
    if (hall.delay && hall.delay != then.delay) {
      add_hall(hall.id, hall.delay->from, "late",
               wording_.say("diff_late",
                            {{"minutes", std::int64_t{hall.delay->by.count()}}, {"start", time(hall.delay->from)}}));
    } else if (then.delay && !hall.delay) {
      add_hall(hall.id, then.delay->from, "on_time", wording_.say("diff_on_time"));
    }
    rest.broadcast = hall.broadcast;
    rest.delay = hall.delay;
    // What only settings know a hall by.
    rest.key = hall.key;
    rest.slug = hall.slug;
    rest.former_names = hall.former_names;
    if (!(rest == hall)) {
      add_hall(hall.id, std::nullopt, "details", wording_.say("diff_details"));
    }
  }

  template <class Add>
  void tell_broadcast(const std::optional<Link>& broadcast, Add add_change) {
    if (broadcast) {
      add_change("broadcast", wording_.say("diff_broadcast", {{"url", broadcast->url}}));
    } else {
      add_change("not_broadcast", wording_.say("diff_not_broadcast"));
    }
  }

  // A notice that is changed goes, and comes in its new form.
  void tell_notices() {
    const auto same_in = [](const Schedule& schedule, const Notice& notice) {
      return std::any_of(schedule.notices().begin(), schedule.notices().end(), [&](const Notice& other) {
        return other.level == notice.level && other.text == notice.text && other.halls == notice.halls &&
               other.from == notice.from && other.until == notice.until;
      });
    };
    const auto tell = [&](const Notice& notice, std::optional<Instant> at, const char* change, const char* key) {
      const Halls everywhere{""};
      for (const std::string& hall : notice.halls.empty() ? everywhere : notice.halls) {
        add_hall(hall, at, change, wording_.say(key, {{"text", text(notice.text)}}));
      }
    };
    for (const Notice& notice : before_.notices()) {
      if (!same_in(now_, notice)) {
        tell(notice, std::nullopt, "notice_gone", "diff_notice_gone");
      }
    }
    for (const Notice& notice : now_.notices()) {
      if (!same_in(before_, notice)) {
        const bool emergency = notice.level == NoticeLevel::emergency;
        const bool warning = notice.level == NoticeLevel::warning;
        tell(notice, notice.from,
             emergency ? "emergency"
             : warning ? "warning"
                       : "notice",
             emergency ? "diff_emergency"
             : warning ? "diff_warning"
                       : "diff_notice");
      }
    }
  }

  void tell_sessions() {
    for (const Change& change : changes(before_, now_)) {
      tell(change);
    }
    const auto matches = match_sessions(before_.sessions(), now_.sessions());
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (matches[i]) {
        tell_rest(before_.sessions()[*matches[i]], now_.sessions()[i]);
      }
    }
  }

  std::string with_reason(const std::string& change, const LocalText& reason) const {
    return reason.empty() ? change : wording_.say("diff_why", {{"change", change}, {"reason", text(reason)}});
  }

  void tell(const Change& change) {
    switch (change.kind) {
      case ChangeKind::added:
        add(change.after->halls, *change.after, "added", wording_.say("diff_added"));
        break;
      case ChangeKind::removed:
        add(change.before->halls, *change.before, "removed", wording_.say("diff_removed"));
        break;
      case ChangeKind::moved:
        tell_move(*change.before, *change.after);
        break;
      case ChangeKind::delayed:
      case ChangeKind::earlier:
        tell_shift(*change.before, *change.after);
        break;
      case ChangeKind::cancelled:
        add(change.before->halls, *change.before, "cancelled",
            with_reason(wording_.say("diff_cancelled"), change.after->reason));
        break;
      case ChangeKind::restored:
        add(change.after->halls, *change.after, "restored", wording_.say("diff_restored"));
        break;
    }
  }

  void tell_move(const Session& then, const Session& now) {
    const Halls left = without(then.halls, now.halls);
    const Halls entered = without(now.halls, then.halls);
    if (!left.empty()) {
      add(left, then, "moved_to",
          with_reason(wording_.say("diff_moved_to", {{"hall", names(now.halls)}, {"start", time(now.start)}}),
                      now.reason));
    }
    if (!entered.empty()) {
      add(entered, now, "moved_from", wording_.say("diff_moved_from", {{"hall", names(then.halls)}}));
    }
  }

  // In the halls that it stays in: the others are told of a move, and its time.
  void tell_shift(const Session& then, const Session& now) {
    const bool later = then.start < now.start;
    const auto by =
        std::chrono::duration_cast<std::chrono::minutes>(later ? now.start - then.start : then.start - now.start);
    const Halls halls = without(then.halls, without(then.halls, now.halls));
    const bool counted = by <= longest_counted;
    add(halls, then, later ? "later" : "earlier",
        counted ? wording_.say(later ? "diff_later" : "diff_earlier",
                               {{"minutes", std::int64_t{by.count()}}, {"start", time(now.start)}})
                : wording_.say("diff_starts", {{"start", time(now.start)}}));
  }

  void tell_end(const Session& then, const Session& now) {
    const bool as_long = then.end && now.end && *then.end - then.start == *now.end - now.start;
    if (then.end == now.end || as_long) {
      return;
    }
    add(now.halls, now, "ends",
        now.end ? wording_.say("diff_ends", {{"end", time(*now.end)}}) : wording_.say("diff_open_end"));
  }

  void tell_speakers(const Session& now) {
    std::string speakers;
    for (const Speaker& speaker : now.speakers) {
      speakers += (speakers.empty() ? "" : wording_.say("between_names")) + text(speaker.name);
    }
    add(now.halls, now, "speakers",
        speakers.empty() ? wording_.say("diff_no_speakers") : wording_.say("diff_speakers", {{"speakers", speakers}}));
  }

  void tell_fullness(const Session& then, const Session& now) {
    if (now.state == SessionState::full && (then.state != SessionState::full || then.overflow != now.overflow)) {
      add(now.halls, now, "full",
          with_reason(now.overflow.empty() ? wording_.say("diff_full")
                                           : wording_.say("diff_full_overflow", {{"hall", hall_name(now.overflow)}}),
                      now.reason));
    } else if (now.state == SessionState::confirmed && then.state == SessionState::full) {
      add(now.halls, now, "not_full", wording_.say("diff_not_full"));
    }
  }

  // What changes() leaves out of a session that there was and is.
  void tell_rest(const Session& then, const Session& now) {
    if (now.state == SessionState::cancelled) {
      if (then.state == SessionState::cancelled && then.reason != now.reason) {
        add(now.halls, now, "cancelled", with_reason(wording_.say("diff_cancelled"), now.reason));
      }
      return;
    }
    Session rest = then;
    tell_end(then, now);
    if (text(then.title) != text(now.title)) {
      add(now.halls, then, "retitled", wording_.say("diff_retitled", {{"title", text(now.title)}}));
      rest.title = now.title;
    }
    const auto told = [&](const Session& session) {
      std::vector<std::string> names;
      for (const Speaker& speaker : session.speakers) {
        names.push_back(text(speaker.name));
      }
      return names;
    };
    if (told(then) != told(now)) {
      tell_speakers(now);
      rest.speakers = now.speakers;
    }
    tell_fullness(then, now);
    if (then.broadcast != now.broadcast || then.not_broadcast != now.not_broadcast) {
      tell_broadcast(now.broadcast,
                     [&](const char* change, const std::string& words) { add(now.halls, now, change, words); });
    }
    rest.broadcast = now.broadcast;
    rest.not_broadcast = now.not_broadcast;
    rest.id = now.id;
    rest.halls = now.halls;
    rest.start = now.start;
    rest.end = now.end;
    rest.state = now.state;
    rest.overflow = now.overflow;
    // Where and when it was announced is told with the move itself, unless the feed thinks of it later.
    if (then.halls != now.halls || then.start != now.start) {
      rest.originally = now.originally;
      rest.reason = now.reason;
    } else if (then.state != now.state) {
      rest.reason = now.reason;
    }
    if (!(rest == now)) {
      add(now.halls, now, "details", wording_.say("diff_details"));
    }
  }

  const Schedule& before_;
  const Schedule& now_;
  const Wording& wording_;
  bool dated_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> diff_in_words(const Schedule& before, const Schedule& now, const Wording& wording) {
  return Diff(before, now, wording).take();
}

std::string differences_text(const std::vector<Difference>& differences, const Wording& wording) {
  std::string text;
  for (const Difference& difference : differences) {
    text += printable(difference.words) + '\n';
  }
  return text.empty() ? printable(wording.say("diff_none")) + '\n' : text;
}

nlohmann::ordered_json differences_json(const std::vector<Difference>& differences, const Wording& wording,
                                        SaidZone zone) {
  using Json = nlohmann::ordered_json;
  const auto text_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json changes = Json::array();
  for (const Difference& difference : differences) {
    changes.push_back({{"hall", text_or_null(difference.hall)},
                       {"at", difference.at ? Json(format_instant(*difference.at, zone)) : Json(nullptr)},
                       {"change", difference.change},
                       {"session", text_or_null(difference.session)},
                       {"words", difference.words}});
  }
  return {{"language", wording.language()}, {"changes", changes}};
}

}  // namespace kiosk
