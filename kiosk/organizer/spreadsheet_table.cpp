#include "organizer/spreadsheet_table.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

#include <csv.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "base/printable.h"

namespace kiosk {
namespace {

constexpr std::size_t detected_front = 65536;  // bytes that ICU looks at

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (next.code == CodePoint::invalid) {
      return false;
    }
    text.remove_prefix(next.bytes);
  }
  return true;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Empty where ICU does not know the encoding.
std::string decoded(std::string_view bytes, const char* encoding) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &code));
  if (U_FAILURE(code)) {
    return "";
  }
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), code);
  std::string utf8;
  return U_FAILURE(code) ? "" : text.toUTF8String(utf8);
}

// Letters of Latin and Cyrillic leave every other byte of UTF-16 at 0 or 4; blanks and separators at 0.
bool has_nulls(std::string_view bytes, std::size_t first) {
  std::size_t nulls = 0;
  const std::size_t front = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = first; i < front; i += 2) {
    nulls += bytes[i] == '\0' ? 1U : 0U;
  }
  return nulls * 20 > front;
}

std::vector<std::string> guesses(std::string_view bytes) {
  std::vector<std::string> names;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&code));
  const std::string_view front = bytes.substr(0, detected_front);
  ucsdet_setText(detector.get(), front.data(), static_cast<std::int32_t>(front.size()), &code);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &code);
  for (std::int32_t i = 0; U_SUCCESS(code) && i < count; ++i) {
    const std::string name = ucsdet_getName(matches[i], &code);
    // Guesses of bytes in pairs are none for what is separated by single ones.
    if (name.find("UTF") == std::string::npos) {
      names.push_back(name);
    }
  }
  names.emplace_back("windows-1251");
  return names;
}

std::string with_line_feeds(std::string text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

std::vector<std::string> decoded_texts(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  if (bytes.starts_with("\xFF\xFE")) {
    return {decoded(bytes.substr(2), "UTF-16LE")};
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return {decoded(bytes.substr(2), "UTF-16BE")};
  }
  if (has_nulls(bytes, 1)) {
    return {decoded(bytes, "UTF-16LE")};
  }
  if (has_nulls(bytes, 0)) {
    return {decoded(bytes, "UTF-16BE")};
  }
  if (is_utf8(bytes)) {
    return {std::string(bytes)};
  }
  std::vector<std::string> texts;
  for (const std::string& name : guesses(bytes)) {
    if (std::string text = decoded(bytes, name.c_str()); !text.empty()) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

// Gathers what libcsv tells by its callbacks, which may not throw: it is C.
struct Rows {
  std::size_t most;
  std::vector<SpreadsheetRow> rows{};
  SpreadsheetRow row{.number = 1};

  void add(const void* cell, std::size_t size) {
    if (row.cells.size() < most_columns) {
      row.cells.emplace_back(static_cast<const char*>(cell), size);
    }
  }
  void end() {
    const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
    const int next = row.number + 1;
    if (!empty && rows.size() < most) {
      rows.push_back(std::move(row));
    }
    row = {.number = next};
  }
};

struct Parser {
  Parser(char separator) {
    if (csv_init(&csv, CSV_REPALL_NL) != 0) {
      throw std::bad_alloc();
    }
    csv_set_delim(&csv, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(&csv); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  // By its state (FIELD_BEGUN in its source): only its strict mode would say so, which forgives nothing else either.
  bool is_in_quotes() const { return csv.quoted != 0 && csv.pstate == 2; }
  csv_parser csv{};
};

}  // namespace

std::vector<std::string> possible_texts(std::string_view bytes) {
  std::vector<std::string> texts = decoded_texts(bytes);
  std::transform(texts.begin(), texts.end(), texts.begin(), with_line_feeds);
  return texts;
}

SpreadsheetRows spreadsheet_rows(std::string_view text, char separator, std::size_t most) {
  constexpr std::size_t step = 4096;
  Rows rows{.most = most};
  Parser parser(separator);
  const auto cell = [](void* bytes, std::size_t size, void* to) { static_cast<Rows*>(to)->add(bytes, size); };
  const auto end = [](int, void* to) { static_cast<Rows*>(to)->end(); };
  while (!text.empty() && rows.rows.size() < most) {
    const std::string_view front = text.substr(0, step);
    if (csv_parse(&parser.csv, front.data(), front.size(), cell, end, &rows) != front.size()) {
      throw std::bad_alloc();  // all else is forgiven
    }
    text.remove_prefix(front.size());
  }
  const int unclosed = text.empty() && parser.is_in_quotes() ? rows.row.number : 0;
  if (text.empty()) {
    csv_fini(&parser.csv, cell, end, &rows);  // the last row may lack its line feed
  }
  return {std::move(rows.rows), unclosed};
}

std::string column_letters(std::size_t column) {
  std::string letters(1, static_cast<char>('A' + column % 26));
  return column < 26 ? letters : column_letters(column / 26 - 1) + letters;
}

}  // namespace kiosk
