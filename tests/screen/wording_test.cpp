#include "screen/wording.h"

#include <set>

#include <nlohmann/json.hpp>

#include "screen/locales.h"
#include "tests/catch.h"
#include "tests/screen/sample_venue.h"

using namespace kiosk;

namespace {

std::set<std::string> keys(const LocaleFile& file) {
  std::set<std::string> found;
  const nlohmann::json patterns = nlohmann::json::parse(file.json);
  for (const auto& [key, pattern] : patterns.items()) {
    found.insert(key);
  }
  return found;
}

LocalTime local(const char* text) { return to_local(at(text), find_time_zone("Europe/Moscow")); }

}  // namespace

TEST_CASE("all locale files have the same keys") {
  const auto files = locale_files();
  REQUIRE(files.size() >= 2);
  for (const LocaleFile& file : files) {
    INFO(file.language);
    CHECK(keys(file) == keys(files.front()));
  }
}

TEST_CASE("a language is spoken by its tag or its base, any other in English") {
  CHECK(Wording("ru").say("now") == "Сейчас");
  CHECK(Wording("ru-RU").say("now") == "Сейчас");
  CHECK(Wording("RU").say("now") == "Сейчас");
  CHECK(Wording("tlh").say("now") == "Now");
  CHECK(Wording("").say("now") == "Now");
  CHECK(Wording::speaks("en-GB"));
  CHECK_FALSE(Wording::speaks("tlh"));
}

TEST_CASE("dates are written by each language's rules, times on a 24-hour clock") {
  const Wording russian("ru");
  CHECK(russian.time(local("2024-04-17T09:05")) == "09:05");
  CHECK(russian.weekday_date(local("2024-04-17T09:05")) == "среда, 17 апреля");
  CHECK(russian.date(local("2024-05-01T00:00")) == "1 мая");
  CHECK(russian.weekday(local("2024-04-18T00:00")) == "четверг");
  CHECK(Wording("en").time(local("2024-04-17T21:05")) == "21:05");
  CHECK(Wording("en-GB").date(local("2024-04-17T09:05")) == "17 April");
}

TEST_CASE("upper case follows the language, not ASCII") {
  CHECK(Wording("ru").sentence_case("среда, 17 апреля") == "Среда, 17 апреля");
  CHECK(Wording("en").sentence_case("tomorrow") == "Tomorrow");
}
