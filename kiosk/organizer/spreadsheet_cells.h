#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <date/date.h>

#include "venue/session.h"

namespace kiosk {

// Cells as people fill them in. Pure.

// Which of two numbers before a year is the day. With dots it is the first everywhere; "05/04/2024" is 5 April in most
// countries and May 4 in the United States.
struct DateOrder {
  bool month_first = false;
  bool guessed = false;  // no cell of the table says it
};

// That of a whole table: its first cell that is a date in one order alone says it. Where all are dates in both, the
// order in which they are closer together: an event's days follow each other.
DateOrder date_order_of(const std::vector<std::string_view>& cells);

// "17.04.2024", "17/04/2024", "17.4.24", "2024-04-17", "17 апреля 2024 г.", "Wed, 17 April 2024", "April 17, 2024".
// Two numbers before a year that are no date in the table's order are read in the other one. Nothing for what is no
// date, and for one without a year.
std::optional<date::local_days> date_of_cell(std::string_view cell, DateOrder order = {});

// Whether it is another date in the other order.
bool is_ambiguous_date(std::string_view cell);

// "9:30", "9.30", "09:30:00", "14-00", "2:30 PM". Since midnight, less than a day.
std::optional<std::chrono::minutes> time_of_cell(std::string_view cell);

// A start and an end in one cell: "10:00–11:30", "с 10.00 до 11.30". Nothing where there are not two times.
std::optional<std::pair<std::chrono::minutes, std::chrono::minutes>> times_of_cell(std::string_view cell);

// A date and a time in one cell, as Google's forms write them: "17.04.2024 10:00:00".
struct DateAndTime {
  date::local_days day;
  std::chrono::minutes time;
};
std::optional<DateAndTime> date_and_time_of_cell(std::string_view cell, DateOrder order = {});

// People by lines or semicolons, and by commas where a name with a capital letter follows; what follows a comma
// otherwise, or stands in brackets at the end, is a person's role: "Anna Ivanova, director", "Boris (Moscow)".
std::vector<Speaker> speakers_of_cell(std::string_view cell);

// What stands between separators, without blanks around and without empty ones.
std::vector<std::string> parts_of_cell(std::string_view cell, std::string_view separators);

// A name of small letters, digits and hyphens for a text of any script: "gorkovskij-zal". May be empty.
std::string id_of_text(std::string_view text);

}  // namespace kiosk
