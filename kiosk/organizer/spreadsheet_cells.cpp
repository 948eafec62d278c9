#include "organizer/spreadsheet_cells.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <regex>
#include <string>

#include <unicode/smpdtfmt.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/printable.h"

namespace kiosk {
namespace {

using std::chrono::minutes;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<date::local_days> day_of(int year, int month, int day) {
  const date::year_month_day date{date::year(year), date::month(static_cast<unsigned>(month)),
                                  date::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date::local_days(date)) : std::nullopt;
}

struct NumberedDate {
  int first;
  int second;
  int year;
  bool dotted;

  std::optional<date::local_days> day(bool month_first) const {
    return month_first ? day_of(year, first, second) : day_of(year, second, first);
  }
};

// Nothing where no year follows two numbers. What else may follow is a time.
std::optional<NumberedDate> numbered_date(std::string_view cell, bool with_time) {
  static const std::regex pattern(R"((\d{1,2})([-./])(\d{1,2})[-./](\d{4}|\d{2})([ ,T].*)?)");
  constexpr std::size_t longest = 40;
  const std::string text(trimmed(cell));
  std::smatch part;
  if (text.empty() || text[0] < '0' || text[0] > '9' || text.size() > longest ||
      !std::regex_match(text, part, pattern) || (part[5].matched && !with_time)) {
    return std::nullopt;
  }
  const int year = std::stoi(part[4]);
  return NumberedDate{std::stoi(part[1]), std::stoi(part[3]), year < 100 ? 2000 + year : year, part[2] == "."};
}

std::optional<date::local_days> date_of_numbers(const std::string& cell, DateOrder order) {
  static const std::regex year_first(R"((\d{4})[-./](\d{1,2})[-./](\d{1,2}))");
  std::smatch part;
  if (std::regex_match(cell, part, year_first)) {
    return day_of(std::stoi(part[1]), std::stoi(part[2]), std::stoi(part[3]));
  }
  const auto numbers = numbered_date(cell, false);
  if (!numbers) {
    return std::nullopt;
  }
  const bool month_first = order.month_first && !numbers->dotted;
  const auto day = numbers->day(month_first);
  return day ? day : numbers->day(!month_first);
}

// By the months' names of a language.
std::optional<date::local_days> date_of_words(const icu::UnicodeString& cell, const char* language,
                                              const char16_t* pattern) {
  UErrorCode code = U_ZERO_ERROR;
  icu::SimpleDateFormat format(pattern, icu::Locale(language), code);
  format.setTimeZone(*icu::TimeZone::getGMT());
  format.setLenient(false);
  icu::ParsePosition end(0);
  const UDate found = format.parse(cell, end);
  if (U_FAILURE(code) || end.getErrorIndex() >= 0 || end.getIndex() < cell.length()) {
    return std::nullopt;
  }
  const auto seconds = std::chrono::seconds(static_cast<std::int64_t>(found / 1000));
  const auto day = date::floor<date::days>(date::local_seconds(seconds));
  // "17 April 24" would be of the first century.
  return date::year_month_day(day).year() < date::year(1000) ? std::nullopt : std::optional(day);
}

std::optional<minutes> time_of_parts(const std::smatch& part, std::size_t first) {
  int hours = std::stoi(part[first]);
  const int minute = std::stoi(part[first + 1]);
  std::string half = part[first + 2];
  std::transform(half.begin(), half.end(), half.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  if (!half.empty()) {
    if (hours < 1 || hours > 12) {
      return std::nullopt;
    }
    hours = hours % 12 + (half[0] == 'p' ? 12 : 0);
  }
  return hours < 24 && minute < 60 ? std::optional(minutes(60 * hours + minute)) : std::nullopt;
}

const std::string time_pattern = R"((\d{1,2})[:.\-](\d{2})(?::\d{2})?\s*([AaPp][Mm])?)";

bool begins_upper(std::string_view text) {
  return !text.empty() && u_isupper(static_cast<UChar32>(first_code_point(text).code)) != 0;
}

Speaker speaker_of(std::string_view text) {
  Speaker speaker;
  std::string_view name = text;
  std::string_view role;
  const std::size_t bracket = text.rfind('(');
  if (text.ends_with(')') && bracket != std::string_view::npos && bracket > 0) {
    name = text.substr(0, bracket);
    role = text.substr(bracket + 1, text.size() - bracket - 2);
  } else if (const std::size_t comma = text.find(','); comma != std::string_view::npos && comma > 0) {
    name = text.substr(0, comma);
    role = text.substr(comma + 1);
  }
  speaker.name = LocalText(std::string(trimmed(name)));
  speaker.role = LocalText(std::string(trimmed(role)));
  return speaker;
}

}  // namespace

DateOrder date_order_of(const std::vector<std::string_view>& cells) {
  // By the order: the first and the last day.
  std::array<std::optional<std::pair<date::local_days, date::local_days>>, 2> spans;
  for (const std::string_view cell : cells) {
    const auto numbers = numbered_date(cell, true);
    if (!numbers || numbers->dotted) {
      continue;
    }
    const std::array days{numbers->day(false), numbers->day(true)};
    if (days[0].has_value() != days[1].has_value()) {
      return {.month_first = days[1].has_value()};
    }
    for (std::size_t i = 0; days[0] && i < days.size(); ++i) {
      spans[i] = {std::min(spans[i] ? spans[i]->first : *days[i], *days[i]),
                  std::max(spans[i] ? spans[i]->second : *days[i], *days[i])};
    }
  }
  const bool closer = spans[0] && spans[1]->second - spans[1]->first < spans[0]->second - spans[0]->first;
  return {.month_first = closer, .guessed = spans[0].has_value()};
}

bool is_ambiguous_date(std::string_view cell) {
  const auto numbers = numbered_date(cell, true);
  return numbers && !numbers->dotted && numbers->first != numbers->second && numbers->day(false) && numbers->day(true);
}

std::optional<date::local_days> date_of_cell(std::string_view cell, DateOrder order) {
  constexpr std::size_t longest = 80;
  const std::string text(trimmed(cell));
  if (text.empty() || text.size() > longest) {
    return std::nullopt;
  }
  if (const auto day = date_of_numbers(text, order)) {
    return day;
  }
  icu::UnicodeString words = icu::UnicodeString::fromUTF8(text);
  words.findAndReplace(u"\u00A0", u" ");
  for (const char16_t* year : {u" года", u" год", u" г.", u" г", u"г."}) {
    if (words.endsWith(year)) {
      words.truncate(words.length() - icu::UnicodeString(year).length());
      break;
    }
  }
  // A weekday before the day.
  icu::UnicodeString from_day = words;
  int digit = 0;
  while (digit < from_day.length() && u_isdigit(from_day.char32At(digit)) == 0) {
    ++digit;
  }
  from_day.remove(0, digit);
  for (const char* language : {"ru", "en"}) {
    for (const char16_t* pattern : {u"d MMMM yyyy", u"d MMM yyyy"}) {
      if (const auto day = date_of_words(from_day, language, pattern)) {
        return day;
      }
    }
  }
  if (from_day != words) {
    std::string numbers;
    from_day.toUTF8String(numbers);
    if (const auto day = date_of_numbers(numbers, order)) {
      return day;  // "ср 17.04.2024"
    }
  }
  const auto american = date_of_words(words, "en", u"MMMM d, yyyy");
  return american ? american : date_of_words(words, "en", u"MMM d, yyyy");
}

std::optional<minutes> time_of_cell(std::string_view cell) {
  static const std::regex pattern(time_pattern);
  const std::string text(trimmed(cell));
  std::smatch part;
  return text.size() < 20 && std::regex_match(text, part, pattern) ? time_of_parts(part, 1) : std::nullopt;
}

std::optional<std::pair<minutes, minutes>> times_of_cell(std::string_view cell) {
  static const std::regex pattern("(?:с|from)?\\s*" + time_pattern + "\\s*(?:-|–|—|до|to|until)\\s*" + time_pattern);
  const std::string text(trimmed(cell));
  std::smatch part;
  if (text.size() > 50 || !std::regex_match(text, part, pattern)) {
    return std::nullopt;
  }
  const auto start = time_of_parts(part, 1);
  const auto end = time_of_parts(part, 4);
  return start && end ? std::optional(std::pair(*start, *end)) : std::nullopt;
}

std::optional<DateAndTime> date_and_time_of_cell(std::string_view cell, DateOrder order) {
  const std::string_view text = trimmed(cell);
  // The time is the last word, or with its half of the day the last two.
  for (std::size_t at = text.find_last_of(" T"); at != std::string_view::npos && at > 0;
       at = text.find_last_of(" T", at - 1)) {
    const auto time = time_of_cell(text.substr(at + 1));
    std::string_view day = trimmed(text.substr(0, at));
    day = day.ends_with(',') ? day.substr(0, day.size() - 1) : day;
    if (const auto date = time ? date_of_cell(day, order) : std::nullopt) {
      return DateAndTime{*date, *time};
    }
    if (text.size() - at > 12) {
      break;
    }
  }
  return std::nullopt;
}

std::vector<std::string> parts_of_cell(std::string_view cell, std::string_view separators) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of(separators), cell.size());
    if (const std::string_view part = trimmed(cell.substr(0, end)); !part.empty()) {
      parts.emplace_back(part);
    }
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

std::vector<Speaker> speakers_of_cell(std::string_view cell) {
  std::vector<Speaker> speakers;
  for (const std::string& line : parts_of_cell(cell, "\n;")) {
    std::string person;
    for (const std::string& part : parts_of_cell(line, ",")) {
      if (!person.empty() && begins_upper(part)) {
        speakers.push_back(speaker_of(person));
        person.clear();
      }
      person += (person.empty() ? "" : ", ") + part;
    }
    if (!person.empty()) {
      speakers.push_back(speaker_of(person));
    }
  }
  return speakers;
}

std::string id_of_text(std::string_view text) {
  constexpr std::size_t longest = 48;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, code));
  icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(code)) {
    latin->transliterate(unicode);
  }
  std::string letters;
  unicode.toUTF8String(letters);
  std::string id;
  for (const char c : letters) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      id += c;
    } else if (c != '\'' && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  id.resize(std::min(id.size(), longest));
  while (id.ends_with('-')) {
    id.pop_back();
  }
  return id;
}

}  // namespace kiosk
