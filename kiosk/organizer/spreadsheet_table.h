#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// A spreadsheet saved as CSV: texts of cells, as programs write and people open them. Pure.

// What a text may say when its bytes are read in each encoding that they can be in, as UTF-8, the likeliest first. One
// where a byte order mark tells, or the bytes are UTF-16 or UTF-8; else ICU's guesses and Windows-1251, which Excel
// writes in Russian. Line ends are line feeds. Never empty.
std::vector<std::string> possible_texts(std::string_view bytes);

struct SpreadsheetRow {
  int number = 0;                    // as the spreadsheet counts, from 1; empty rows count
  std::vector<std::string> cells{};  // without blanks around; of more than most_columns the first
};
inline constexpr std::size_t most_columns = 100;

struct SpreadsheetRows {
  std::vector<SpreadsheetRow> rows{};  // those that are not empty
  // In which row a quotation mark is not closed, which takes all that follows; 0: in none.
  int unclosed = 0;
};

// At most `most` rows. Cells may stand in quotation marks and then hold separators, line feeds and doubled quotation
// marks (RFC 4180).
SpreadsheetRows spreadsheet_rows(std::string_view text, char separator, std::size_t most);

// "A" for 0, "AA" for 26.
std::string column_letters(std::size_t column);

}  // namespace kiosk
