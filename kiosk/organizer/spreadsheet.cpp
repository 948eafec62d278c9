#include "organizer/spreadsheet.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/feed_budget.h"
#include "base/text_front.h"
#include "base/words.h"
#include "locales/case_folded.h"
#include "organizer/spreadsheet_cells.h"
#include "organizer/spreadsheet_heading.h"
#include "organizer/spreadsheet_table.h"
#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "reading/plain_text.h"
#include "reading/web_address.h"

namespace kiosk {
namespace {

using Column = SpreadsheetColumn;

class Reader {
 public:
  Reader(const SpreadsheetContext& context, const SpreadsheetHeading& heading, DateOrder order)
      : context_(context), heading_(heading), order_(order) {
    reading_.parts.event.time_zone = context.time_zone;
    if (!context.title.empty()) {
      reading_.parts.event.title = LocalText(context.title);
    }
  }

  void read(const SpreadsheetRow& row) {
    row_ = &row;
    if (const std::string& cell = cell_of(Column::date); !cell.empty() || first_cell_is_date()) {
      const std::string& written = cell.empty() ? only_cell() : cell;
      const auto day = date_of_cell(written, order_);
      if (day) {
        warn_of_guess(Column::date, written, *day);
      } else {
        report(Column::date, in_quotes(cell) + " is no date", "write 17.04.2024; the session is left out");
      }
      day_ = day;
    }
    if (first_cell_is_date()) {
      return;
    }
    if (const std::string& cell = cell_of(Column::hall); !cell.empty()) {
      halls_ = halls_of(cell);
    }
    const bool names_no_session =
        cell_of(Column::title).empty() && cell_of(Column::start).empty() && cell_of(Column::end).empty();
    if (names_no_session && !(cell_of(Column::hall).empty() && cell_of(Column::date).empty())) {
      return;  // a heading of the rows below
    }
    read_session();
  }

  SpreadsheetReading take() {
    if (left_out_ > 0) {
      reading_.problems.back() = {.file = context_.file,
                                  .what = "and " + std::to_string(left_out_ + 1) + " more problems"};
    }
    return std::move(reading_);
  }

 private:
  const std::string& cell_of(Column column) const {
    static const std::string none;
    const auto at = heading_.at[static_cast<std::size_t>(column)];
    return at && *at < row_->cells.size() ? row_->cells[*at] : none;
  }

  const std::string& only_cell() const {
    static const std::string none;
    const auto filled = [](const std::string& cell) { return !cell.empty(); };
    return std::count_if(row_->cells.begin(), row_->cells.end(), filled) == 1
               ? *std::find_if(row_->cells.begin(), row_->cells.end(), filled)
               : none;
  }
  bool first_cell_is_date() const { return date_of_cell(only_cell()).has_value(); }

  void report(std::optional<Column> column, std::string what, std::string right, Severity severity = Severity::error) {
    if (reading_.problems.size() == feed_budget.findings) {
      ++left_out_;
      return;
    }
    std::string where = "row " + std::to_string(row_->number);
    if (column && heading_.has(*column)) {
      const auto index = static_cast<std::size_t>(*column);
      where += ", column " + column_letters(*heading_.at[index]) + " (" + heading_.names[index] + ')';
    }
    reading_.problems.push_back({severity, context_.file, 0, std::move(where), std::move(what), std::move(right)});
  }

  void warn_of_guess(Column column, const std::string& cell, date::local_days day) {
    if (order_.guessed && is_ambiguous_date(cell)) {
      report(column, in_quotes(cell) + " is read as " + date::format("%F", day),
             "write dates so, where that is another day than was meant", Severity::warning);
      order_.guessed = false;  // once is enough
    }
  }

  std::string text_of(Column column) const {
    return plain_text(front_of(cell_of(column), feed_budget.text), Markup::references_only);
  }

  // Each hall is named by its first cell.
  std::vector<std::string> halls_of(const std::string& cell) {
    const std::string folded = case_folded(cell);
    std::vector<std::string> ids;
    if (folded == "все" || folded == "все залы" || folded == "all" || folded == "all halls") {
      return {""};  // known at the end
    }
    for (const std::string& name : parts_of_cell(cell, "\n;")) {
      const std::string clean = plain_text(front_of(name, feed_budget.id), Markup::references_only);
      const auto [known, is_new] = hall_ids_.emplace(case_folded(clean), "");
      if (is_new) {
        if (reading_.parts.halls.size() == feed_budget.halls) {
          hall_ids_.erase(known);
          continue;
        }
        known->second = free_id(id_of_text(clean), "hall", taken_halls_);
        Hall hall;
        hall.id = known->second;
        hall.name = clean;
        reading_.parts.halls.push_back(std::move(hall));
      }
      ids.push_back(known->second);
    }
    return ids;
  }

  static std::string free_id(std::string id, const char* otherwise, std::set<std::string>& taken) {
    id = id.empty() ? otherwise : std::move(id);
    for (int count = 1;; ++count) {
      const std::string candidate = count == 1 ? id : id + '-' + std::to_string(count);
      if (taken.insert(candidate).second) {
        return candidate;
      }
    }
  }

  Instant instant(date::local_days day, std::chrono::minutes time) const {
    const LocalTime local = day + time;
    return context_.time_zone ? to_instant(local, *context_.time_zone) : Instant(local.time_since_epoch());
  }

  // The start, and where the same cell tells it the end.
  struct Times {
    Instant start;
    date::local_days day;
    std::optional<std::chrono::minutes> end{};
  };
  std::optional<Times> read_start() {
    const std::string& cell = cell_of(Column::start);
    if (cell.empty()) {
      report(Column::start, "the session has no start", "it is left out");
      return std::nullopt;
    }
    if (const auto both = date_and_time_of_cell(cell, order_)) {
      warn_of_guess(Column::start, cell, both->day);
      day_ = both->day;
      return Times{instant(both->day, both->time), both->day};
    }
    const auto times = times_of_cell(cell);
    const auto start = times ? std::optional(times->first) : time_of_cell(cell);
    if (!start) {
      report(Column::start, in_quotes(cell) + " is no time", "write 14:00; the session is left out");
      return std::nullopt;
    }
    if (!day_) {
      if (cell_of(Column::date).empty()) {
        report(Column::date, "there is no date here, nor above", "write 17.04.2024; the session is left out");
      }
      return std::nullopt;
    }
    return Times{instant(*day_, *start), *day_, times ? std::optional(times->second) : std::nullopt};
  }

  std::optional<Instant> read_end(const Times& times) {
    const std::string& cell = cell_of(Column::end);
    std::optional<Instant> end;
    if (const auto both = date_and_time_of_cell(cell, order_)) {
      end = instant(both->day, both->time);
    } else if (const auto time = cell.empty() ? times.end : time_of_cell(cell)) {
      end = instant(times.day, *time);
      if (*end < times.start && *time <= event_day_turn) {
        end = instant(times.day + date::days(1), *time);  // past midnight
      }
    } else if (!cell.empty()) {
      report(Column::end, in_quotes(cell) + " is no time", "write 15:30; shown without an end");
    }
    if (end && *end < times.start) {
      report(cell.empty() ? Column::start : Column::end, "the session ends before it starts", "shown without an end");
      end.reset();
    }
    return end;
  }

  void read_session() {
    Session session;
    session.title = LocalText(text_of(Column::title));
    if (session.title.empty()) {
      report(Column::title, "the session has no title", "it is left out");
      return;
    }
    const auto times = read_start();
    if (!times) {
      return;
    }
    if (halls_.empty()) {
      report(Column::hall, "there is no hall here, nor above", "the session is left out");
      return;
    }
    if (reading_.parts.sessions.size() == feed_budget.sessions) {
      report(std::nullopt, "there are more than " + std::to_string(feed_budget.sessions) + " sessions",
             "this one is left out");
      return;
    }
    session.halls = halls_;
    session.start = times->start;
    session.end = read_end(*times);
    if (take_cancelled(session.title)) {
      session.state = SessionState::cancelled;
    }
    session.kind = is_break_title(session.title) ? SessionKind::break_ : SessionKind::session;
    session.id = free_id(id_of_text(session.title.in("")), "session", taken_sessions_);
    session.subtitle = LocalText(text_of(Column::subtitle));
    session.track = LocalText(text_of(Column::track));
    session.language = text_of(Column::language);
    read_speakers(session);
    read_broadcast(session);
    read_place(session);
    reading_.parts.sessions.push_back(std::move(session));
  }

  void read_speakers(Session& session) {
    std::string people = cell_of(Column::speakers);
    for (const std::size_t column : heading_.more_speakers) {
      people += column < row_->cells.size() ? '\n' + row_->cells[column] : "";
    }
    session.speakers = speakers_of_cell(front_of(people, feed_budget.text));
    for (Speaker& speaker : session.speakers) {
      speaker.name = LocalText(plain_text(speaker.name.in(""), Markup::references_only));
      speaker.role = LocalText(plain_text(speaker.role.in(""), Markup::references_only));
    }
    std::erase_if(session.speakers, [](const Speaker& speaker) { return speaker.name.empty(); });
    session.speakers.resize(std::min(session.speakers.size(), feed_budget.speakers_of_session));
  }

  void read_broadcast(Session& session) {
    const std::string& cell = cell_of(Column::broadcast);
    if (cell.empty()) {
      return;
    }
    const std::string_view fault =
        cell.size() > feed_budget.address ? "is too long for a code" : fault_of_web_address(cell);
    if (fault.empty()) {
      session.broadcast = Link{cell};
    } else {
      report(Column::broadcast, in_quotes(cell) + ' ' + std::string(fault), "write https://…; shown without a code");
    }
  }

  void read_place(const Session& session) {
    const std::string place = text_of(Column::place);
    const auto hall = std::find_if(reading_.parts.halls.begin(), reading_.parts.halls.end(),
                                   [&](const Hall& each) { return each.id == session.halls.front(); });
    if (!place.empty() && session.halls.size() == 1 && hall != reading_.parts.halls.end()) {
      if (hall->place.empty()) {
        hall->place = LocalText(place);
      } else if (hall->place.in("") != place) {
        report(Column::place,
               in_quotes(place) + " is another place than the hall's first, " + in_quotes(hall->place.in("")),
               "the first is taken", Severity::warning);
      }
    }
  }

  const SpreadsheetContext& context_;
  const SpreadsheetHeading& heading_;
  DateOrder order_;
  const SpreadsheetRow* row_ = nullptr;          // the one that is read
  std::optional<date::local_days> day_;          // of the rows so far, and so the halls
  std::vector<std::string> halls_;               // one empty id: all
  std::map<std::string, std::string> hall_ids_;  // by folded name
  std::set<std::string> taken_halls_;
  std::set<std::string> taken_sessions_;
  SpreadsheetReading reading_{};
  std::size_t left_out_ = 0;
};

}  // namespace

Result<SpreadsheetReading> read_spreadsheet(std::string_view bytes, const SpreadsheetContext& context) {
  const auto refused = [&](Problem problem) {
    problem.file = context.file;
    return fail(std::move(problem));
  };
  const SpreadsheetGuess guess = guess_spreadsheet(bytes);
  const SpreadsheetHeading& heading = guess.heading;
  for (const auto& [column, name] :
       {std::pair(Column::title, "title"), std::pair(Column::start, "start"), std::pair(Column::hall, "hall")}) {
    if (!heading.has(column)) {
      return refused({.where = heading.known > 0 ? "row " + std::to_string(heading.row) : "",
                      .what = heading.known > 0 ? "no column is called " + in_quotes(name)
                                                : std::string("no row names columns of a programme"),
                      .right = "write a first row such as hall, date, start, end, title, speaker, broadcast"});
    }
  }
  const SpreadsheetRows table = spreadsheet_rows(guess.text, guess.separator, feed_budget.sessions + 1000);
  if (table.unclosed > 0) {
    return refused({.where = "row " + std::to_string(table.unclosed),
                    .what = "a quotation mark in this row is never closed",
                    .right = "write \" twice where it stands in a text"});
  }
  std::vector<std::string_view> cells;
  for (const SpreadsheetRow& row : table.rows) {
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
  }
  Reader reader(context, heading, date_order_of(cells));
  for (const SpreadsheetRow& row : table.rows) {
    if (row.number > heading.row) {
      reader.read(row);
    }
  }
  SpreadsheetReading reading = reader.take();
  for (const auto& [column, name] : columns_passed_over(table.rows, heading)) {
    if (reading.problems.size() < feed_budget.findings) {
      reading.problems.push_back({.severity = Severity::warning,
                                  .file = context.file,
                                  .where = "column " + column_letters(column) + (name.empty() ? "" : " (" + name + ')'),
                                  .what = "nothing of this column is shown",
                                  .right = "shown are hall, date, start, end, title, subtitle, speaker, track, "
                                           "broadcast, place and language"});
    }
  }
  std::vector<std::string> every;
  for (const Hall& hall : reading.parts.halls) {
    every.push_back(hall.id);
  }
  for (Session& session : reading.parts.sessions) {
    session.halls = session.halls == std::vector<std::string>{""} ? every : std::move(session.halls);
  }
  std::erase_if(reading.parts.sessions, [](const Session& session) { return session.halls.empty(); });
  if (reading.parts.sessions.empty()) {
    return reading.problems.empty() ? refused({.what = "there is no session below the heading row"})
                                    : refused(reading.problems.front());
  }
  return reading;
}

}  // namespace kiosk
