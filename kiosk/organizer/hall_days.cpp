#include "organizer/hall_days.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr std::size_t most_days = 14;

// One hall's day while its slots are walked through, which come in order of start.
struct Walk {
  HallDay day;
  Instant session_end;  // of the sessions so far whose end is known
  Instant busy_until;   // of all so far, breaks among them
};

void add(Walk& walk, const Session& session, const Slot& slot) {
  HallDay& day = walk.day;
  day.gaps += slot.start - walk.busy_until >= shortest_gap ? 1U : 0U;
  walk.busy_until = std::max(walk.busy_until, slot.end);
  if (session.kind != SessionKind::session) {
    return;
  }
  day.first = day.sessions == 0 ? slot.start : day.first;
  day.last = std::max(day.last, slot.end);
  ++day.sessions;
  if (session.end) {
    day.overlaps += slot.start < walk.session_end && slot.start < slot.end ? 1U : 0U;
    walk.session_end = std::max(walk.session_end, slot.end);
  }
}

void add_hall(const Schedule& schedule, const Hall& hall, std::vector<HallDay>& days) {
  std::optional<Walk> walk;
  const auto finish = [&] {
    if (walk && walk->day.sessions > 0) {
      days.push_back(walk->day);
    }
  };
  for (const Slot& slot : schedule.timeline(hall)) {
    const Session& session = schedule.session_of(slot);
    if (session.state == SessionState::cancelled || session.kind == SessionKind::all_day) {
      continue;
    }
    const date::local_days day = event_day(slot.start, schedule.time_zone());
    if (!walk || walk->day.day != day) {
      finish();
      walk = Walk{.day = {.hall = &hall, .day = day, .first = slot.start, .last = slot.start},
                  .session_end = slot.start,
                  .busy_until = slot.start};
    }
    add(*walk, session, slot);
  }
  finish();
}

std::string time_text(Instant instant, TimeZone zone) { return date::format("%R", to_local(instant, zone)); }

std::string counted(std::size_t count, const std::string& what) {
  return count == 0 ? "" : ", " + std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

std::string cell_text(const HallDay& day, TimeZone zone) {
  return std::to_string(day.sessions) + ", " + time_text(day.first, zone) + "–" + time_text(day.last, zone) +
         counted(day.overlaps, "overlap") + counted(day.gaps, "gap");
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (; !text.empty(); text.remove_prefix(first_code_point(text).bytes)) {
    ++width;
  }
  return width;
}

using Row = std::vector<std::string>;

// Columns as wide as what stands in them, two blanks apart.
std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], width_of(row[i]));
    }
  }
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_last = i + 1 == row.size();
      text += row[i] + (is_last ? "\n" : std::string(widths[i] + 2 - width_of(row[i]), ' '));
    }
  }
  return text;
}

}  // namespace

std::vector<HallDay> hall_days(const Schedule& schedule) {
  std::vector<HallDay> days;
  for (const Hall& hall : schedule.halls()) {
    add_hall(schedule, hall, days);
  }
  return days;
}

std::string hall_days_text(const Schedule& schedule) {
  const std::vector<HallDay> found = hall_days(schedule);
  if (found.empty()) {
    return "";
  }
  std::set<date::local_days> days;
  std::map<std::pair<const Hall*, date::local_days>, const HallDay*> by_place;
  for (const HallDay& day : found) {
    days.insert(day.day);
    by_place[{day.hall, day.day}] = &day;
  }
  const std::vector<date::local_days> shown(
      days.begin(), std::next(days.begin(), static_cast<std::ptrdiff_t>(std::min(days.size(), most_days))));
  std::vector<Row> rows{{""}};
  for (const date::local_days day : shown) {
    rows.front().push_back(date::format("%F", day));
  }
  for (const Hall& hall : schedule.halls()) {
    Row& row = rows.emplace_back(Row{printable(hall.id)});
    for (const date::local_days day : shown) {
      const auto place = by_place.find({&hall, day});
      row.push_back(place == by_place.end() ? "–" : cell_text(*place->second, schedule.time_zone()));
    }
  }
  return aligned(rows) +
         (days.size() > shown.size() ? "and " + std::to_string(days.size() - shown.size()) + " more days\n" : "");
}

nlohmann::ordered_json hall_days_json(const Schedule& schedule) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const HallDay& day : hall_days(schedule)) {
    list.push_back({{"hall", day.hall->id},
                    {"day", date::format("%F", day.day)},
                    {"sessions", day.sessions},
                    {"first", format_instant(day.first, schedule.event().time_zone)},
                    {"last", format_instant(day.last, schedule.event().time_zone)},
                    {"overlaps", day.overlaps},
                    {"gaps", day.gaps}});
  }
  return list;
}

}  // namespace kiosk
