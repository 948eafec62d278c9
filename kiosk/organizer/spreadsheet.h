#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "venue/schedule.h"

namespace kiosk {

// A programme that somebody keeps in a spreadsheet, saved as CSV by Excel, LibreOffice or Google: comma, semicolon or
// tab; UTF-8, UTF-16 or an older encoding. One of the first twenty rows names the columns in Russian or English; a row
// below is a session. The heading row tells separator and encoding, too: those by which most columns are known. An
// empty cell of hall or date repeats the one above, since merged cells are saved so; a row with a date alone is for
// those below.
struct SpreadsheetReading {
  Schedule::Parts parts;  // its event has title and zone as given
  std::vector<Problem>
      problems;  // by row and column: "row 7, column D (start)"; at most 100, the last counting the rest
};

struct SpreadsheetContext {
  std::string file{};    // names it in problems
  SaidZone time_zone{};  // of its times; none: they stand as they are written
  std::string title{};   // of the event; may be empty
};

// The problem: no row names a title and a start, a quotation mark is never closed, or no session is left. Pure.
Result<SpreadsheetReading> read_spreadsheet(std::string_view bytes, const SpreadsheetContext& context);

}  // namespace kiosk
