#include "organizer/convert.h"

#include <utility>

#include "dialects/read_feed.h"
#include "dialects/write_venue_feed.h"
#include "organizer/spreadsheet.h"

namespace kiosk {
namespace {

// JSON, or another document in brackets, of which the readers of feeds know what it looks like.
bool is_in_brackets(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || std::string_view("{[<").find(bytes[first]) != std::string_view::npos ||
         bytes.starts_with("BEGIN:VCALENDAR");
}

Converted written(Schedule::Parts parts, std::vector<Problem> findings, const ConvertContext& context) {
  if (!context.title.empty()) {
    parts.event.title = LocalText(context.title);
  }
  const auto warn = [&](const char* where, const char* what, const char* right) {
    findings.push_back(
        {.severity = Severity::warning, .file = context.file, .where = where, .what = what, .right = right});
  };
  if (parts.event.title.empty()) {
    warn("/event/title", "the event has no title", "give one by --title");
  }
  if (!parts.event.time_zone) {
    warn("/event/time_zone", "nobody says the times' zone, so that nothing is on or next",
         "give one by --time-zone Europe/Moscow");
  }
  return {write_venue_feed(parts), std::move(findings)};
}

}  // namespace

Result<Converted> convert(std::string_view bytes, const ConvertContext& context) {
  const auto of_table = [&](SpreadsheetReading reading) {
    return written(std::move(reading.parts), std::move(reading.problems), context);
  };
  const SpreadsheetContext as_table{.file = context.file, .time_zone = context.time_zone, .title = context.title};
  if (is_in_brackets(bytes)) {
    Result<FeedPartReading> reading = read_feed_part(bytes, {.file = context.file, .time_zone = context.time_zone});
    if (reading) {
      return written(std::move(reading->part.parts), std::move(reading->problems), context);
    }
    // A table may begin with a bracket, too: "[Draft] Programme;;;".
    const Result<SpreadsheetReading> table = read_spreadsheet(bytes, as_table);
    return table ? Result<Converted>(of_table(*table)) : fail(std::move(reading.error()));
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return fail({.file = context.file,
                 .what = "this is a spreadsheet's own format, or another archive",
                 .right = "save it as CSV"});
  }
  return read_spreadsheet(bytes, as_table).map(of_table);
}

}  // namespace kiosk
