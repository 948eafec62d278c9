#include "organizer/spreadsheet.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "organizer/spreadsheet_cells.h"
#include "organizer/spreadsheet_table.h"
#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

using Lines = std::vector<std::string>;

std::string sample(const std::string& name) {
  std::ifstream stream(std::filesystem::path(KIOSK_SOURCE_DIR "/tests/organizer/spreadsheets") / name,
                       std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

SpreadsheetReading reading_of(const std::string& bytes) {
  const auto reading = read_spreadsheet(bytes, {.file = "p.csv", .time_zone = moscow(), .title = "Forum"});
  if (!reading) {
    FAIL(to_string(reading.error()));
  }
  return *reading;
}

// "hall|halls start–end title", and what else there is.
Lines told(const Schedule::Parts& parts) {
  Lines lines;
  for (const Session& session : parts.sessions) {
    std::string line;
    for (const std::string& hall : session.halls) {
      line += (line.empty() ? "" : "|") + hall;
    }
    line += ' ' + date::format("%d %R", to_local(session.start, moscow()));
    line += session.end ? date::format("–%d %R", to_local(*session.end, moscow())) : "";
    line += ' ' + session.title.in("");
    for (const Speaker& speaker : session.speakers) {
      line += " [" + speaker.name.in("") + (speaker.role.empty() ? "" : ": " + speaker.role.in("")) + ']';
    }
    line += session.track.empty() ? "" : " track " + session.track.in("");
    line += session.broadcast ? ' ' + session.broadcast->url : "";
    line += session.kind == SessionKind::break_ ? " (break)" : "";
    line += session.state == SessionState::cancelled ? " (cancelled)" : "";
    lines.push_back(line);
  }
  return lines;
}

Lines problems_of(const std::string& bytes) {
  const auto reading = read_spreadsheet(bytes, {.file = "p.csv", .time_zone = moscow()});
  if (!reading) {
    return {to_string(reading.error())};
  }
  Lines lines;
  for (const Problem& problem : reading->problems) {
    lines.push_back(to_string(problem));
  }
  return lines;
}

std::string encoded(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
  const int size = text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

const Lines excel_programme{
    "gorkovskij-zal 17 09:30–17 10:00 Регистрация и кофе",
    "gorkovskij-zal 17 10:00–17 11:30 Пленарное заседание \"Библиотеки; новый взгляд\" "
    "[Иванова Анна Петровна: директор библиотеки] [Петров Борис] track Главный https://example.org/live/1",
    "gorkovskij-zal 17 11:30–17 12:00 Кофе-брейк (break)",
    "malyj-zal 17 10:00–17 11:30 Лаборатория «Ёлка — №1» [Сидоров С. С.]",
    "gorkovskij-zal 18 23:00–19 00:30 Ночь в библиотеке",
    "gorkovskij-zal|malyj-zal 18 12:00–18 13:00 Обед (break)",
    "malyj-zal 18 14:00–18 15:00 Экскурсия (cancelled)"};

}  // namespace

TEST_CASE("a programme as Excel in Russian saves it is read whole") {
  const SpreadsheetReading reading = reading_of(sample("excel-russian.csv"));
  CHECK(reading.problems.empty());
  CHECK(told(reading.parts) == excel_programme);
  REQUIRE(reading.parts.halls.size() == 2);
  CHECK(reading.parts.halls[0].name.in("") == "Горьковский зал");
  CHECK(reading.parts.event.title.in("") == "Forum");
  CHECK(reading.parts.event.time_zone == moscow());
}

TEST_CASE("a programme as LibreOffice saves it is read whole") {
  const SpreadsheetReading reading = reading_of(sample("libreoffice.csv"));
  CHECK(reading.problems.empty());
  CHECK(told(reading.parts) == Lines{"gorky-hall 17 09:30–17 10:00 Registration",
                                     "gorky-hall 17 10:00–17 11:30 Opening, with music [Anna Ivanova: director] "
                                     "[Boris: Moscow]",
                                     "small-hall 17 10:00 Lab [Anna Petrova] [Boris Sidorov]"});
  CHECK(reading.parts.halls[0].place.in("") == "2nd floor, left");
  CHECK(reading.parts.sessions[1].language == "ru");
}

TEST_CASE("a programme as Google saves it is read whole") {
  const SpreadsheetReading reading = reading_of(sample("google.csv"));
  CHECK(reading.problems.empty());
  CHECK(told(reading.parts) == Lines{"gorky-hall 17 10:00 Opening (hall 1) [Anna] https://example.org/1",
                                     "gorky-hall 17 14:30 Talk", "gorky-hall 18 10:00 Closing"});
}

TEST_CASE("the same rows are read in every encoding and with every separator that programs write") {
  std::string text;
  for (const std::string& candidate : possible_texts(sample("excel-russian.csv"))) {
    text = candidate.find("Программа") != std::string::npos ? candidate : text;
  }
  REQUIRE_FALSE(text.empty());
  std::string tabs = text;
  std::replace(tabs.begin(), tabs.end(), ';', '\t');
  // Within quotation marks it is the text's own.
  tabs.replace(tabs.find("Библиотеки\t"), std::string("Библиотеки\t").size(), "Библиотеки;");
  for (const std::string& written : {text, tabs}) {
    for (const char* encoding : {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE"}) {
      CAPTURE(encoding);
      const std::string bytes = encoded(written, encoding);
      CHECK(told(reading_of(bytes).parts) == excel_programme);
      CHECK(problems_of(bytes) == Lines{});
    }
    CHECK(told(reading_of("\xEF\xBB\xBF" + written).parts) == excel_programme);
    CHECK(told(reading_of("\xFF\xFE" + encoded(written, "UTF-16LE")).parts) == excel_programme);
    CHECK(told(reading_of("\xFE\xFF" + encoded(written, "UTF-16BE")).parts) == excel_programme);
  }
}

TEST_CASE("mistakes are told by row and column, and the rest is read") {
  const std::string bytes =
      "Зал;Дата;Начало;Конец;Тема;Ссылка;Место\r\n"
      "A;17.04.2024;10:00;11:00;Good;;one\r\n"
      ";;10 часов;11:00;Late;;\r\n"
      ";;25:00;;Hours;;\r\n"
      ";31.04.2024;10:00;;Date;;\r\n"
      ";;11:00;;Below;;\r\n"
      ";18.04.2024;12:00;11:00;Backwards;http://a b;two\r\n"
      ";;;12:00;No start;;\r\n"
      ";;13:00;soon;;;\r\n";
  CHECK(
      problems_of(bytes) ==
      Lines{
          "p.csv: row 3, column C (Начало): \"10 часов\" is no time; write 14:00; the session is left out",
          "p.csv: row 4, column C (Начало): \"25:00\" is no time; write 14:00; the session is left out",
          "p.csv: row 5, column B (Дата): \"31.04.2024\" is no date; write 17.04.2024; the session is left out",
          "p.csv: row 6, column B (Дата): there is no date here, nor above; write 17.04.2024; the session is left out",
          "p.csv: row 7, column D (Конец): the session ends before it starts; shown without an end",
          "p.csv: row 7, column F (Ссылка): \"http://a b\" holds a blank; write https://…; shown without a code",
          "p.csv: row 7, column G (Место): \"two\" is another place than the hall's first, \"one\"; the first is taken",
          "p.csv: row 8, column C (Начало): the session has no start; it is left out",
          "p.csv: row 9, column E (Тема): the session has no title; it is left out"});
  CHECK(told(reading_of(bytes).parts) == Lines{"a 17 10:00–17 11:00 Good", "a 18 12:00 Backwards"});
}

TEST_CASE("what is no programme is refused with what would be one") {
  const std::string right = "; write a first row such as hall, date, start, end, title, speaker, broadcast";
  CHECK(problems_of("") == Lines{"p.csv: no row names columns of a programme" + right});
  CHECK(problems_of("a,b,c\n1,2,3\n") == Lines{"p.csv: no row names columns of a programme" + right});
  CHECK(problems_of("hall,title\nA,T\n") == Lines{"p.csv: row 1: no column is called \"start\"" + right});
  CHECK(problems_of("hall,date,start,title\n") == Lines{"p.csv: there is no session below the heading row"});
  CHECK(problems_of("hall,date,start,title\nA,17.04.2024,10:00,\"T\nB,17.04.2024,11:00,U\n") ==
        Lines{"p.csv: row 2: a quotation mark in this row is never closed; write \" twice where it stands in a text"});
  CHECK(problems_of("hall,date,start,title\n,17.04.2024,10:00,T\n") ==
        Lines{"p.csv: row 2, column A (hall): there is no hall here, nor above; the session is left out"});
}

TEST_CASE("empty rows and line breaks within cells do not shift the count of rows") {
  CHECK(problems_of("hall,date,start,title\n\n\nA,17.04.2024,10:00,\"two\nlines\"\n\nA,,x,T\n") ==
        Lines{"p.csv: row 6, column C (start): \"x\" is no time; write 14:00; the session is left out"});
}

TEST_CASE("a row with a date or a hall alone is for the rows below") {
  CHECK(told(reading_of(
                 "hall,date,start,title\n17.04.2024,,,\nA,,,\n,,10:00,T\n,,11:00,U\n18 апреля 2024 г.,,,\nB,,9.30,V\n")
                 .parts) == Lines{"a 17 10:00 T", "a 17 11:00 U", "b 18 09:30 V"});
}

TEST_CASE("sessions of one title and halls of names without letters have ids of their own") {
  const Schedule::Parts parts =
      reading_of("hall,date,start,title\nA,17.04.2024,10:00,T\n,,11:00,T\n№,,12:00,«»\n").parts;
  CHECK(parts.sessions[0].id == "t");
  CHECK(parts.sessions[1].id == "t-2");
  CHECK(parts.halls[1].id != parts.halls[0].id);
  CHECK_FALSE(parts.sessions[2].id.empty());
}

TEST_CASE("dates are read as people write them") {
  const date::local_days day = date::local_days(date::year(2024) / 4 / 17);
  for (const char* cell : {"17.04.2024",
                           "17.4.2024",
                           "17.04.24",
                           "17/04/2024",
                           "04/17/2024",
                           "2024-04-17",
                           "2024.04.17",
                           "17 апреля 2024",
                           "17 апреля 2024 г.",
                           "17 апреля 2024 года",
                           "среда, 17 апреля 2024",
                           "ср 17.04.2024",
                           "17 апр. 2024",
                           "17 April 2024",
                           "17 Apr 2024",
                           "Wed, 17 April 2024",
                           "April 17, 2024",
                           "Apr 17, 2024",
                           " 17.04.2024 ",
                           "17 АПРЕЛЯ 2024"}) {
    CAPTURE(cell);
    CHECK(date_of_cell(cell) == std::optional(day));
  }
  for (const char* cell : {"", "17", "17.04", "17 апреля", "32.04.2024", "31.04.2024", "13/13/2024", "2024-13-01",
                           "today", "17.04.2024 10:00", "17 Брюмера 2024", "20240417"}) {
    CAPTURE(cell);
    CHECK_FALSE(date_of_cell(cell));
  }
}

TEST_CASE("whether the day or the month comes first is what the table's other dates say") {
  const auto days = [](const std::vector<const char*>& cells) {
    std::string bytes = "hall,date,start,title\n";
    for (const char* cell : cells) {
      bytes += std::string("A,") + cell + ",10:00,T\n";
    }
    Lines found;
    for (const Session& session : reading_of(bytes).parts.sessions) {
      found.push_back(date::format("%m-%d", to_local(session.start, moscow())));
    }
    return found;
  };
  CHECK(days({"04/05/2024", "04/13/2024"}) == Lines{"04-05", "04-13"});
  CHECK(days({"04/05/2024", "13/05/2024"}) == Lines{"05-04", "05-13"});
  CHECK(days({"05/04/24", "05/05/24"}) == Lines{"05-04", "05-05"});
  CHECK(days({"04/05/24", "05/05/24"}) == Lines{"05-04", "05-05"});
  CHECK(days({"05/04/2024"}) == Lines{"04-05"});
  // With dots it is the day everywhere.
  CHECK(days({"05.04.2024", "05.05.2024"}) == Lines{"04-05", "05-05"});
  CHECK(days({"05.04.2024", "04/05/2024", "04/13/2024"}) == Lines{"04-05", "04-05", "04-13"});
}

TEST_CASE("a date that may be another day is named once, where nothing in the table tells which it is") {
  CHECK(problems_of("hall,date,start,title\nA,06/06/2024,10:00,T\nA,05/06/2024,10:00,T\nA,06/05/2024,10:00,T\n") ==
        Lines{"p.csv: row 3, column B (date): \"05/06/2024\" is read as 2024-06-05; write dates so, where that "
              "is another day than was meant"});
  CHECK(problems_of("time,room,topic\n05/06/2024 10:00:00,A,T\n13/06/2024 10:00:00,A,T\n") == Lines{});
  CHECK(
      problems_of("time,room,topic\n05/06/2024 10:00:00,A,T\n") ==
      Lines{"p.csv: row 2, column A (time): \"05/06/2024 10:00:00\" is read as 2024-06-05; write dates so, where that "
            "is another day than was meant"});
}

TEST_CASE("moderators have a column beside the speakers', and a subtitle has one") {
  const SpreadsheetReading reading =
      reading_of("Зал;Дата;Начало;Тема;Подзаголовок;Спикер;Модератор\nA;17.04.2024;10:00;T;S;Анна, доцент;Борис\n");
  CHECK(reading.problems.empty());
  CHECK(told(reading.parts) == Lines{"a 17 10:00 T [Анна: доцент] [Борис]"});
  CHECK(reading.parts.sessions[0].subtitle.in("") == "S");
}

TEST_CASE("columns that are not shown are named, where there is anything in them") {
  const std::string right =
      "; shown are hall, date, start, end, title, subtitle, speaker, track, broadcast, place and language";
  CHECK(problems_of("hall,date,start,title,notes,budget,topic\nA,17.04.2024,10:00,T,\"for us, only\",,U,V\n") ==
        Lines{"p.csv: column E (notes): nothing of this column is shown" + right,
              "p.csv: column G (topic): nothing of this column is shown" + right,
              "p.csv: column H: nothing of this column is shown" + right});
}

TEST_CASE("times are read as people write them") {
  using std::chrono::minutes;
  for (const auto& [cell, time] : std::vector<std::pair<const char*, int>>{{"9:30", 570},
                                                                           {"9.30", 570},
                                                                           {"09:30", 570},
                                                                           {"9-30", 570},
                                                                           {"14:00", 840},
                                                                           {"14:00:00", 840},
                                                                           {"2:30 PM", 870},
                                                                           {"12:15 am", 15},
                                                                           {"12:15pm", 735},
                                                                           {"0:00", 0},
                                                                           {"23:59", 1439}}) {
    CAPTURE(cell);
    CHECK(time_of_cell(cell) == std::optional(minutes(time)));
  }
  for (const char* cell : {"", "9", "24:00", "9:60", "13:00 PM", "0:30 PM", "9:3", "noon", "9:30:", "-9:30", "0,395"}) {
    CAPTURE(cell);
    CHECK_FALSE(time_of_cell(cell));
  }
  for (const char* cell : {"10:00-11:30", "10:00–11:30", "10.00 — 11.30", "с 10:00 до 11:30", "from 10:00 to 11:30"}) {
    CAPTURE(cell);
    CHECK(times_of_cell(cell) == std::optional(std::pair(minutes(600), minutes(690))));
  }
  CHECK_FALSE(times_of_cell("10:00"));
  CHECK_FALSE(times_of_cell("10:00–25:00"));
}

TEST_CASE("columns are lettered as spreadsheets do it") {
  CHECK(column_letters(0) == "A");
  CHECK(column_letters(25) == "Z");
  CHECK(column_letters(26) == "AA");
  CHECK(column_letters(99) == "CV");
}

TEST_CASE("a spreadsheet's findings are a hundred at most, the last counting the others") {
  std::string bytes = "hall,date,start,title\nA,17.04.2024,10:00,T\n";
  for (int i = 0; i < 120; ++i) {
    bytes += "A,,x,T\n";
  }
  const SpreadsheetReading reading = reading_of(bytes);
  REQUIRE(reading.problems.size() == 100);
  CHECK(reading.problems.back().what == "and 21 more problems");
}
