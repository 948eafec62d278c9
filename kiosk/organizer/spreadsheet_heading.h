#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organizer/spreadsheet_table.h"

namespace kiosk {

// The row of a spreadsheet that names its columns, in Russian or English, in any case.

enum class SpreadsheetColumn { hall, date, start, end, title, subtitle, speakers, track, broadcast, place, language };
inline constexpr std::size_t spreadsheet_columns = 11;

// Where each column is that the heading row names, by the spreadsheet's own count.
struct SpreadsheetHeading {
  int row = 0;
  std::size_t known = 0;
  std::array<std::optional<std::size_t>, spreadsheet_columns> at{};
  std::array<std::string, spreadsheet_columns> names{};
  // Beside those: speakers and moderators have a column each.
  std::vector<std::size_t> more_speakers{};

  bool has(SpreadsheetColumn column) const { return at[static_cast<std::size_t>(column)].has_value(); }
};

// How the bytes are to be read: by which most columns are known, of the first twenty rows. No heading: none is.
struct SpreadsheetGuess {
  std::string text{};
  char separator = ',';
  SpreadsheetHeading heading{};
};

SpreadsheetGuess guess_spreadsheet(std::string_view bytes);

// The other columns in which sessions have words, with their headings, which may be empty: nobody shall look on the
// screens for them in vain.
std::map<std::size_t, std::string> columns_passed_over(const std::vector<SpreadsheetRow>& rows,
                                                       const SpreadsheetHeading& heading);

}  // namespace kiosk
