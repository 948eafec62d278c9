#include "organizer/spreadsheet_heading.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/text_front.h"
#include "locales/case_folded.h"
#include "reading/plain_text.h"

namespace kiosk {
namespace {

using Column = SpreadsheetColumn;

struct ColumnName {
  std::string_view name;  // case-folded
  Column column;
};
constexpr ColumnName column_names[] = {
    {"hall", Column::hall},
    {"room", Column::hall},
    {"зал", Column::hall},
    {"аудитория", Column::hall},
    {"помещение", Column::hall},
    {"площадка", Column::hall},
    {"date", Column::date},
    {"day", Column::date},
    {"дата", Column::date},
    {"день", Column::date},
    {"start", Column::start},
    {"starts", Column::start},
    {"start time", Column::start},
    {"time", Column::start},
    {"from", Column::start},
    {"начало", Column::start},
    {"время начала", Column::start},
    {"время", Column::start},
    {"end", Column::end},
    {"ends", Column::end},
    {"end time", Column::end},
    {"until", Column::end},
    {"конец", Column::end},
    {"окончание", Column::end},
    {"время окончания", Column::end},
    {"завершение", Column::end},
    {"title", Column::title},
    {"session", Column::title},
    {"topic", Column::title},
    {"name", Column::title},
    {"название", Column::title},
    {"тема", Column::title},
    {"мероприятие", Column::title},
    {"subtitle", Column::subtitle},
    {"подзаголовок", Column::subtitle},
    {"speaker", Column::speakers},
    {"speakers", Column::speakers},
    {"presenter", Column::speakers},
    {"moderator", Column::speakers},
    {"спикер", Column::speakers},
    {"спикеры", Column::speakers},
    {"докладчик", Column::speakers},
    {"докладчики", Column::speakers},
    {"ведущий", Column::speakers},
    {"ведущие", Column::speakers},
    {"модератор", Column::speakers},
    {"track", Column::track},
    {"section", Column::track},
    {"трек", Column::track},
    {"секция", Column::track},
    {"broadcast", Column::broadcast},
    {"link", Column::broadcast},
    {"stream", Column::broadcast},
    {"url", Column::broadcast},
    {"трансляция", Column::broadcast},
    {"ссылка", Column::broadcast},
    {"ссылка на трансляцию", Column::broadcast},
    {"place", Column::place},
    {"location", Column::place},
    {"место", Column::place},
    {"этаж", Column::place},
    {"как пройти", Column::place},
    {"language", Column::language},
    {"язык", Column::language},
};

std::optional<Column> column_of(const std::string& heading) {
  std::string folded = case_folded(plain_text(heading));
  while (folded.ends_with(':') || folded.ends_with('*') || folded.ends_with(' ')) {
    folded.pop_back();
  }
  const auto* found = std::find_if(std::begin(column_names), std::end(column_names),
                                   [&](const ColumnName& name) { return name.name == folded; });
  return found == std::end(column_names) ? std::nullopt : std::optional(found->column);
}

SpreadsheetHeading heading_of(const SpreadsheetRow& row) {
  SpreadsheetHeading heading{.row = row.number};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::optional<Column> column = column_of(row.cells[i]);
    if (column && !heading.has(*column)) {
      heading.at[static_cast<std::size_t>(*column)] = i;
      heading.names[static_cast<std::size_t>(*column)] = row.cells[i];
      ++heading.known;
    } else if (column == Column::speakers) {
      heading.more_speakers.push_back(i);
    }
  }
  return heading;
}

}  // namespace

SpreadsheetGuess guess_spreadsheet(std::string_view bytes) {
  constexpr std::size_t looked_at = 20;  // rows
  constexpr std::size_t front_bytes = 65536;
  SpreadsheetGuess best;
  for (std::string& text : possible_texts(bytes)) {
    for (const char separator : {',', ';', '\t'}) {
      const auto rows = spreadsheet_rows(front_of(text, front_bytes), separator, looked_at);
      for (const SpreadsheetRow& row : rows.rows) {
        const SpreadsheetHeading heading = heading_of(row);
        if (heading.known > best.heading.known) {
          best = {.text = text, .separator = separator, .heading = heading};
        }
      }
    }
  }
  return best;
}

std::map<std::size_t, std::string> columns_passed_over(const std::vector<SpreadsheetRow>& rows,
                                                       const SpreadsheetHeading& heading) {
  std::set<std::size_t> used(heading.more_speakers.begin(), heading.more_speakers.end());
  for (const std::optional<std::size_t>& at : heading.at) {
    used.insert(at.value_or(most_columns));
  }
  const auto names =
      std::find_if(rows.begin(), rows.end(), [&](const SpreadsheetRow& row) { return row.number == heading.row; });
  const auto filled = [](const std::string& cell) { return !cell.empty(); };
  std::map<std::size_t, std::string> passed_over;
  for (auto row = names; row != rows.end(); ++row) {
    // A cell alone is a date or a heading of the rows below.
    if (row == names || std::count_if(row->cells.begin(), row->cells.end(), filled) < 2) {
      continue;
    }
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      if (filled(row->cells[i]) && !used.contains(i)) {
        passed_over.emplace(i, i < names->cells.size() ? names->cells[i] : "");
      }
    }
  }
  return passed_over;
}

}  // namespace kiosk
