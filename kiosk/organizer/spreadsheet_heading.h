#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

// The row of a spreadsheet that names its columns, in Russian or English, in any case.

enum class SpreadsheetColumn { hall, date, start, end, title, speakers, track, broadcast, place, language };
inline constexpr std::size_t spreadsheet_columns = 10;

// Where each column is that the heading row names, by the spreadsheet's own count.
struct SpreadsheetHeading {
  int row = 0;
  std::size_t known = 0;
  std::array<std::optional<std::size_t>, spreadsheet_columns> at{};
  std::array<std::string, spreadsheet_columns> names{};

  bool has(SpreadsheetColumn column) const { return at[static_cast<std::size_t>(column)].has_value(); }
};

// How the bytes are to be read: by which most columns are known, of the first twenty rows. No heading: none is.
struct SpreadsheetGuess {
  std::string text{};
  char separator = ',';
  SpreadsheetHeading heading{};
};

SpreadsheetGuess guess_spreadsheet(std::string_view bytes);

}  // namespace kiosk
