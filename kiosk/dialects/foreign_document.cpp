#include "dialects/foreign_document.h"

#include <algorithm>
#include <string>

#include "base/words.h"

namespace kiosk {
namespace {

constexpr const char* give_a_schedule =
    "give the programme itself: a schedule.json, Sessionize's view/All or a venue feed";
constexpr const char* give_pretalx = "give pretalx's export, …/schedule/export/schedule.json";
constexpr const char* give_timetable = "give Indico's timetable, …/export/timetable/ID.json";
constexpr const char* give_view_all = "give Sessionize's view/All as JSON, https://sessionize.com/api/v2/…/view/All";

// "BEGIN:VCALENDAR", "begin:vcalendar". The front is given in lower case.
bool begins(std::string_view text, std::string_view front) { return lower_case(text.substr(0, front.size())) == front; }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

void skip_past(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

// The name of the first element, in lower case; empty where there is none.
std::string first_element(std::string_view text) {
  constexpr std::size_t longest_name = 64;
  while (text.starts_with('<')) {
    if (begins(text, "<!doctype html")) {
      return "html";
    }
    if (text.starts_with("<!--")) {
      skip_past(text, "-->");
    } else if (text.starts_with("<?")) {
      skip_past(text, "?>");
    } else if (text.starts_with("<!")) {
      skip_past(text, ">");
    } else {
      text = text.substr(1, longest_name);
      return lower_case(text.substr(0, text.find_first_of(" \t\r\n/>")));
    }
    skip_blanks(text);
  }
  return "";
}

Problem page(std::string_view text) {
  Problem problem{.line = 1, .what = "not JSON but a web page (HTML)"};
  problem.right = contains(text, "pretalx") ? give_pretalx
                  : contains(text, "sessionize")
                      ? give_view_all
                      : "give the address of the schedule.json itself; where a browser has to "
                        "log in, name a token_file or login_file under [feed]";
  return problem;
}

Problem markup(std::string_view text) {
  const std::string element = first_element(text);
  if (element == "schedule") {
    return {.line = 1,
            .what = "not JSON but a schedule.xml, as frab and pretalx write it",
            .right = "give the schedule.json that the same programme exports"};
  }
  if (element == "rss" || element == "feed" || element == "rdf:rdf") {
    return {.line = 1, .what = "not JSON but news (RSS or Atom)", .right = give_a_schedule};
  }
  if (text.starts_with("<?xml") && element != "html") {
    return {.line = 1, .what = "not JSON but XML (" + in_quotes("<" + element + ">") + ")", .right = give_a_schedule};
  }
  return page(text);
}

std::string_view first_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

// A row of names, and a row below that is separated likewise. JSON that lacks its first line has colons and brackets.
bool is_table(std::string_view text) {
  const std::string_view names = first_line(text);
  const std::string_view row = first_line(text);
  if (names.find_first_of(":{}[]<>") != std::string_view::npos) {
    return false;
  }
  return std::any_of(std::begin(",;\t"), std::end(",;\t") - 1, [&](char separator) {
    return std::count(names.begin(), names.end(), separator) >= 2 && contains(row, std::string_view(&separator, 1));
  });
}

// "an object with "a", "b", "c" and 4 more".
std::string shape_of(const Json::Object& members) {
  constexpr std::size_t most_named = 3;
  if (members.empty()) {
    return "an empty object";
  }
  std::string shape = "an object with ";
  for (std::size_t i = 0; i < std::min(members.size(), most_named); ++i) {
    shape += (i == 0 ? "" : ", ") + in_quotes(members[i].first, 30);
  }
  return shape + (members.size() > most_named ? " and " + std::to_string(members.size() - most_named) + " more" : "");
}

struct Looks {
  std::string like;
  std::string right{};  // empty: the known shapes
};

bool has(const Json& object, std::string_view key) { return object.find(key) != nullptr; }

bool has_list(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->array() != nullptr;
}

Looks looks_of_list(const Json::Array& list) {
  if (list.empty()) {
    return {"an empty list, as Sessionize's grid before it is published"};
  }
  const Json& first = list.front();
  if (first.string() != nullptr && *first.string() == "vcalendar") {
    return {"a calendar (jCal)", give_a_schedule};
  }
  if (has(first, "fullName") || (has(first, "firstName") && has(first, "lastName"))) {
    return {"a list of people, as Sessionize's view/Speakers", give_view_all};
  }
  if (has(first, "groupName") && has_list(first, "sessions")) {
    return {"groups of sessions, as Sessionize's view/Sessions", give_view_all};
  }
  return {list.size() == 1 ? "a list of one item" : "a list of " + std::to_string(list.size()) + " items"};
}

Looks looks_of_object(const Json& object) {
  if (const Json* format = object.find("format")) {
    return {"its format is " + format->describe()};
  }
  for (const char* key : {"error", "detail"}) {
    if (const std::string* said = object.find_text(key)) {
      return {"a server's word that it has none, " + in_quotes(*said),
              "check the address, and whether it asks for a token (token_file under [feed])"};
    }
  }
  if (has(object, "url") && has(object, "results") && has(object, "ts")) {
    return {"an export of Indico without days or talks", give_timetable};
  }
  if (has_list(object, "results") && has(object, "next")) {
    return {"a page of an API's list, as pretalx's", give_pretalx};
  }
  if (const std::string* version = object.find_text("version");
      version != nullptr && contains(*version, "jsonfeed.org")) {
    return {"news (JSON Feed)", give_a_schedule};
  }
  if (has(object, "schedule")) {
    return {"a \"schedule\" with neither a \"conference\" nor \"days\""};
  }
  if (has_list(object, "sessions")) {
    return {"\"sessions\" without \"rooms\" or \"halls\""};
  }
  return {shape_of(*object.object())};
}

Looks looks_of(const Json& document) {
  if (const Json::Array* list = document.array()) {
    return looks_of_list(*list);
  }
  return document.object() != nullptr ? looks_of_object(document) : Looks{"nothing but " + document.describe()};
}

}  // namespace

std::optional<Problem> foreign_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  if (bytes.starts_with("%PDF-")) {
    return Problem{.what = "not JSON but a PDF", .right = give_a_schedule};
  }
  if (bytes.starts_with("PK\x03\x04")) {
    return Problem{.what = "not JSON but a ZIP archive, as spreadsheets are", .right = give_a_schedule};
  }
  if (bytes.starts_with("\x1F\x8B")) {
    return Problem{.what = "not JSON but compressed (gzip)", .right = "unpack it"};
  }
  skip_blanks(bytes);
  if (begins(bytes, "begin:vcalendar")) {
    return Problem{.line = 1, .what = "not JSON but a calendar (iCalendar)", .right = give_a_schedule};
  }
  if (bytes.starts_with('<')) {
    return markup(bytes);
  }
  if (is_table(bytes)) {
    return Problem{
        .line = 1, .what = "not JSON but a table (CSV)", .right = "make a feed of it by venue-kiosk convert"};
  }
  return std::nullopt;
}

Problem foreign_json(const Json& document, std::string_view known) {
  Looks looks = looks_of(document);
  return {.line = document.line(),
          .what = "not a feed of a known kind (" + looks.like + ")",
          .right = looks.right.empty() ? std::string(known) : std::move(looks.right)};
}

}  // namespace kiosk
