// One programme as Excel in Russian, Google and LibreOffice write it: no word of a cell may be lost on its way into the
// feed, and no time may become another. spreadsheets/README.md tells how LibreOffice's files were made.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

#include "dialects/read_feed.h"
#include "organizer/convert.h"
#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

using Row = std::vector<std::string>;
using Table = std::vector<Row>;

// spreadsheets/programme-ru.fods, its dates and times as Excel in Russian shows them.
const Table russian{
    {"Программа форума центральных библиотек", "", "", "", "", "", "", "", "", ""},
    {"Зал", "Дата", "Начало", "Окончание", "Название", "Докладчик", "Трек", "Ссылка на трансляцию", "Этаж", "Язык"},
    {"Горьковский зал", "17.04.2024", "9:00", "9:30", "Регистрация; кофе, чай и «плюшки»", "", "", "",
     "2 этаж, налево; за колоннами", "ru"},
    {"", "", "9:30", "11:00", "Пленарное заседание \"Библиотеки; новый взгляд, 2024\"",
     "Иванова Анна Петровна, директор библиотеки\nПётр О’Нил (Санкт-Петербург)", "Главный, первый",
     "https://example.org/live/1?a=1;b=2,3", "", ""},
    {"Малый зал\nМультимедийный зал", "", "11:00", "12:30",
     "Сохранение и популяризация культурного кода России: стратегическая миссия библиотек — диалог поколений, "
     "наставничество, «цифра» и традиции; опыт регионов, лучшие практики и открытые вопросы",
     "Сидоров С. С.; Ёлкин Ё. Ё., д. п. н.", "Трек № 2", "", "", ""},
    {"Малый зал", "18.04.2024", "23:30", "0:15", "Ночь в библиотеке:\nчтения \"вслух\"\nи «про себя»", "", "", "",
     "подвал", "ru"},
    {"Горьковский зал", "02.05.2024", "10:00", "10:45", "C++ & C# — 100 % пользы, 0 € затрат… или нет?", "", "", "", "",
     ""},
    {"", "", "14:05", "", "ОТМЕНЕНО: Экскурсия «в никуда»", "", "", "", "", ""}};
const std::vector<std::string> russian_times{"2024-04-17 09:00–2024-04-17 09:30", "2024-04-17 09:30–2024-04-17 11:00",
                                             "2024-04-17 11:00–2024-04-17 12:30", "2024-04-18 23:30–2024-04-19 00:15",
                                             "2024-05-02 10:00–2024-05-02 10:45", "2024-05-02 14:05"};

// spreadsheets/programme-en.fods. Nothing but their nearness tells that its dates begin with the month.
const Table english{
    {"Room", "Date", "Start", "End", "Title", "Speaker", "Track", "Link", "Location", "Language"},
    {"Gorky Hall", "05/04/24", "9:00", "9:30", "Registration; coffee, tea and \"cakes\"", "", "", "",
     "2nd floor, left; behind the columns", "en"},
    {"", "", "9:30", "11:00", "Opening: \"Libraries; a new look, 2024\"",
     "Anna Smith, director of the library\nPeter O'Neill (St. Petersburg)", "Main, first",
     "https://example.org/live/1?a=1;b=2,3", "", ""},
    {"Small Hall", "05/05/24", "13:00", "14:30",
     "Preserving and making known the cultural code: the strategic mission of libraries — a dialogue of generations, "
     "mentoring, the “digital” and the traditional; practice, questions and answers",
     "Zoë Müller; Łukasz Żółć", "Track No. 2", "", "", ""},
    {"", "", "23:30", "0:15", "A night in the library:\nreadings \"aloud\"\nand in silence", "", "", "", "", ""}};
const std::vector<std::string> english_times{"2024-05-04 09:00–2024-05-04 09:30", "2024-05-04 09:30–2024-05-04 11:00",
                                             "2024-05-05 13:00–2024-05-05 14:30", "2024-05-05 23:30–2024-05-06 00:15"};

std::string encoded(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
  const int size = text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// Cells that hold any of `quoted` stand in quotation marks, and `line_end` between rows.
std::string written(const Table& table, char separator, std::string_view quoted, std::string_view line_end) {
  std::string text;
  for (const Row& row : table) {
    text += text.empty() ? "" : line_end;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = row[i];
      if (cell.find_first_of(quoted) != std::string::npos) {
        for (std::size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2) {
          cell.insert(at, 1, '"');
        }
        cell = '"' + cell + '"';
      }
      text += (i > 0 ? std::string(1, separator) : "") + cell;
    }
  }
  return text;
}

// "CSV (разделители — запятые)", whose separator is Russia's.
std::string excel_csv(const Table& table) {
  return encoded(written(table, ';', ";\"\n", "\r\n") + "\r\n", "windows-1251");
}
// "CSV UTF-8".
std::string excel_csv_utf8(const Table& table) {
  return "\xEF\xBB\xBF" + written(table, ';', ";\"\n", "\r\n") + "\r\n";
}
// "Текст Юникод"; commas are quoted, too.
std::string excel_unicode_text(const Table& table) {
  return "\xFF\xFE" + encoded(written(table, '\t', "\t,\"\n", "\r\n") + "\r\n", "UTF-16LE");
}
// Its last row has no end.
std::string google_csv(const Table& table) { return written(table, ',', ",\"\n", "\r\n"); }

std::string sample(const std::string& name) {
  std::ifstream stream(std::filesystem::path(KIOSK_SOURCE_DIR "/tests/organizer/spreadsheets") / name,
                       std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Without what may stand around words.
std::set<std::string> words_of(std::string text) {
  for (char& c : text) {
    c = std::string_view(",;:()\"").find(c) != std::string_view::npos ? ' ' : c;
  }
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

// All that the feed says of a session.
std::string texts_of(const Schedule& schedule, const Session& session) {
  std::string text = session.title.in("") + ' ' + session.track.in("") + ' ' + session.language;
  text += session.state == SessionState::cancelled ? " ОТМЕНЕНО" : "";
  text += session.broadcast ? ' ' + session.broadcast->url : "";
  for (const Speaker& speaker : session.speakers) {
    text += ' ' + speaker.name.in("") + ' ' + speaker.role.in("");
  }
  for (const std::string& hall : session.halls) {
    text += ' ' + schedule.find_hall(hall)->name.in("") + ' ' + schedule.find_hall(hall)->place.in("");
  }
  return text;
}

// Converts the bytes and holds the feed against the rows from `first` on.
void check_converted(const std::string& bytes, const Table& table, std::size_t first,
                     const std::vector<std::string>& times) {
  const auto converted = convert(bytes, {.file = "p.csv", .time_zone = moscow(), .title = "Форум"});
  if (!converted) {
    FAIL(to_string(converted.error()));
  }
  for (const Problem& finding : converted->findings) {
    CHECK(finding.what == "\"05/04/24\" is read as 2024-05-04");
  }
  const auto reading = read_feed(converted->feed, {.file = "feed.json"});
  REQUIRE(reading);
  CHECK(reading->problems.empty());
  const auto& sessions = reading->schedule->sessions();
  REQUIRE(sessions.size() == times.size());
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const Session& session = sessions[i];
    const std::string end = session.end ? date::format("–%F %R", to_local(*session.end, moscow())) : "";
    CHECK(date::format("%F %R", to_local(session.start, moscow())) + end == times[i]);
    const std::string texts = texts_of(*reading->schedule, session);
    const std::set<std::string> kept = words_of(texts);
    INFO(texts);
    for (std::size_t column = 0; column < table[first + i].size(); ++column) {
      const bool is_time = column >= 1 && column <= 3;
      // Links keep their signs.
      const std::string& cell = table[first + i][column];
      for (const std::string& word : is_time || cell.starts_with("https:") ? std::set<std::string>() : words_of(cell)) {
        CAPTURE(word);
        CHECK(kept.contains(word));
      }
      CHECK((!cell.starts_with("https:") || session.broadcast->url == cell));
    }
  }
}

}  // namespace

TEST_CASE("no word and no time of a programme is lost that Excel in Russian or Google has written") {
  for (const auto& bytes :
       {excel_csv(russian), excel_csv_utf8(russian), excel_unicode_text(russian), google_csv(russian)}) {
    check_converted(bytes, russian, 2, russian_times);
  }
  for (const auto& bytes : {excel_csv_utf8(english), excel_unicode_text(english), google_csv(english)}) {
    check_converted(bytes, english, 1, english_times);
  }
}

TEST_CASE("no word and no time of a programme is lost that LibreOffice has written") {
  for (const char* name :
       {"libreoffice-ru-utf8-comma.csv", "libreoffice-ru-utf8-semicolon.csv", "libreoffice-ru-utf8-tab.csv",
        "libreoffice-ru-windows-1251.csv", "libreoffice-ru-utf16.csv"}) {
    INFO(name);
    check_converted(sample(name), russian, 2, russian_times);
  }
  for (const char* name : {"libreoffice-en.csv", "libreoffice-en-utf16.csv"}) {
    INFO(name);
    check_converted(sample(name), english, 1, english_times);
  }
}
