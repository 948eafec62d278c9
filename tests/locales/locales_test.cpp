// The languages shipped: complete, well-formed, and their numbers and dates in the very words.

#include <unicode/ubidi.h>

#include "locales/title_words.h"
#include "locales/wording.h"
#include "tests/board/sample_venue.h"
#include "tests/catch.h"
#include "tests/locales/locale_check.h"

using namespace kiosk;
using Texts = std::vector<std::string>;

namespace {

LocalTime local(const char* text) { return to_local(at(text), *find_time_zone("Europe/Moscow")); }

// What the key says at 0, 1, 2, 3, 5, 11, 21 and 100 minutes.
Texts at_minutes(const char* language, const char* key) {
  const Wording wording(language);
  Texts said;
  for (const std::int64_t minutes : {0, 1, 2, 3, 5, 11, 21, 100}) {
    std::vector<Wording::Argument> arguments{{"minutes", minutes}};
    if (std::string(key) == "until_minutes_left") {
      arguments.emplace_back("end", wording.time(local("2024-04-17T15:30")));
    }
    said.push_back(wording.say(key, arguments));
  }
  return said;
}

std::string until_hours_left(const char* language, std::int64_t hours, std::int64_t minutes) {
  return Wording(language).say("until_hours_left", {{"end", "E"}, {"hours", hours}, {"minutes", minutes}});
}

UBiDiDirection base_direction(const std::string& text) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  return ubidi_getBaseDirection(unicode.getBuffer(), unicode.length());
}

// Zero in the digits of the text's first number.
UChar32 zero_of(const std::string& text) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  for (int i = 0; i < unicode.length(); ++i) {
    if (const int value = u_charDigitValue(unicode[i]); value >= 0) {
      return unicode[i] - value;
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("every language shipped has all of English's words, in patterns that can be filled in") {
  CHECK(Wording::languages() == Texts{"ar", "de", "en", "ru", "zh"});
  CHECK(locale_check::faults_of(locale_files()) == Texts{});
}

TEST_CASE("a language file that cannot be shipped is refused by file and key") {
  const std::vector<LocaleFile> files{
      {"en",
       R"({"now": "Now", "from": "from {start}", "in": "in {minutes, plural, one {#} other {# m}}", "end": "."})"},
      {"cs", R"({"now": "", "from": 5, "in": "{minutes, plural, other {za # min}}", "end": "."})"},
      {"de", R"({"now": "Jetzt", "form": "ab {start}", "in": "{minutes, plural, one {#} other {#}}", "end": "."})"},
      {"fr", R"({"now": "Maintenant", "from": "dès {début}", "in": "{minutes, plural, one {#}}", "end": "c'est"})"},
      {"it", R"({"now": "Ora", "from": "dalle {start", "in": "{minutes}", "end": ".", "now": "Adesso"})"},
      {"pl", R"({"now": "Teraz", "from": "od '{'start'}' {start}", "in": "za {minutes, plural, one {#} other {#}}"})"},
      {"sv", R"(["now"])"},
      {"uk", R"({"now": "Зараз", )"},
  };
  CHECK(locale_check::faults_of(files) == Texts{"cs.json: from: is no text",
                                                "cs.json: now: is no text",
                                                "cs.json: from: is missing",
                                                "cs.json: now: is missing",
                                                "de.json: form: is not in en.json",
                                                "de.json: from: is missing",
                                                "fr.json: end: has a typewriter's quotation mark",
                                                "fr.json: from: uses début, en.json start",
                                                "fr.json: in: is no pattern (U_DEFAULT_KEYWORD_MISSING)",
                                                "it.json: now: comes twice",
                                                "it.json: from: is no pattern (U_UNMATCHED_BRACES)",
                                                "pl.json: from: has a typewriter's quotation mark",
                                                "pl.json: from: becomes \"od {start} start\" for 0",
                                                "pl.json: in: has no plural form for few, many",
                                                "pl.json: end: is missing",
                                                "sv.json: is no JSON object",
                                                "sv.json: end: is missing",
                                                "sv.json: from: is missing",
                                                "sv.json: in: is missing",
                                                "sv.json: now: is missing",
                                                "uk.json: is no JSON object",
                                                "uk.json: end: is missing",
                                                "uk.json: from: is missing",
                                                "uk.json: in: is missing",
                                                "uk.json: now: is missing"});
}

TEST_CASE("without English there is nothing to measure a language by") {
  const std::vector<LocaleFile> files{{"de", R"({"now": "Jetzt"})"}};
  CHECK(locale_check::faults_of(files) == Texts{"en.json: is missing"});
  CHECK(locale_check::faults_of({}) == Texts{"en.json: is missing"});
}

TEST_CASE("English itself is measured, too") {
  const std::vector<LocaleFile> files{{"en", R"({"now": "Now {", "next": "", "from": "from {start}"})"}};
  CHECK(locale_check::faults_of(files) ==
        Texts{"en.json: next: is no text", "en.json: now: is no pattern (U_UNMATCHED_BRACES)"});
}

TEST_CASE("lists of words are measured by English's keys, not by its words") {
  const std::vector<LocaleFile> files{
      {"en", R"({"break": "Break", "break_titles": ["Lunch", "Break"], "more_titles": ["a"]})"},
      {"cs", R"({"break": "Pauza", "break_titles": ["Oběd"], "more_titles": ["a", "b", "A"]})"},
      {"de", R"({"break": "Pause", "break_titles": [], "more_titles": ["a", 5]})"},
      {"fr", R"({"break": "Pause", "break_titles": "Pause", "more_titles": ["l'heure"], "titles": ["b"]})"},
      {"it", R"({"break": ["Pausa"], "break_titles": ["Pranzo", ""], "more_titles": {"a": "b"}})"},
  };
  CHECK(locale_check::faults_of(files) ==
        Texts{"cs.json: more_titles: has \"A\" twice", "de.json: break_titles: is no list of words",
              "de.json: more_titles: is no list of words", "de.json: break_titles: is missing",
              "de.json: more_titles: is missing", "fr.json: break_titles: is not in en.json",
              "fr.json: more_titles: has a typewriter's quotation mark", "fr.json: titles: is not in en.json",
              "fr.json: break_titles: is missing", "it.json: break_titles: is no list of words",
              "it.json: more_titles: is no text", "it.json: break: is missing", "it.json: break: is not in en.json",
              "it.json: break_titles: is missing", "it.json: more_titles: is missing"});
}

TEST_CASE("every language shipped reads in a title what it says on a board") {
  const auto has = [](const Texts& words, const std::string& said) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return case_folded(word) == case_folded(said); });
  };
  for (const LocaleFile& file : locale_files()) {
    INFO(file.language);
    Texts faults;
    locale_check::Lists lists;
    locale_check::read(file, faults, &lists);
    const Wording wording(file.language);
    CHECK(has(lists[break_titles_key], wording.say("break")));
    CHECK(has(lists[cancelled_titles_key], wording.say("cancelled")));
    for (const std::string& word : lists[break_titles_key]) {
      CHECK(has(title_words().breaks, word));
    }
    for (const std::string& word : lists[cancelled_titles_key]) {
      CHECK(has(title_words().cancelled, word));
    }
  }
}

TEST_CASE("minutes until a start are counted in each language's plural forms") {
  CHECK(at_minutes("en", "in_minutes") == Texts{"In 0 minutes", "In 1 minute", "In 2 minutes", "In 3 minutes",
                                                "In 5 minutes", "In 11 minutes", "In 21 minutes", "In 100 minutes"});
  CHECK(at_minutes("ru", "in_minutes") == Texts{"Через 0 минут", "Через 1 минуту", "Через 2 минуты", "Через 3 минуты",
                                                "Через 5 минут", "Через 11 минут", "Через 21 минуту",
                                                "Через 100 минут"});
  CHECK(at_minutes("de", "in_minutes") == Texts{"In 0 Minuten", "In 1 Minute", "In 2 Minuten", "In 3 Minuten",
                                                "In 5 Minuten", "In 11 Minuten", "In 21 Minuten", "In 100 Minuten"});
  CHECK(at_minutes("zh", "in_minutes") ==
        Texts{"0分钟后", "1分钟后", "2分钟后", "3分钟后", "5分钟后", "11分钟后", "21分钟后", "100分钟后"});
  CHECK(at_minutes("ar", "in_minutes") == Texts{"بعد ٠ دقيقة", "بعد دقيقة واحدة", "بعد دقيقتين", "بعد ٣ دقائق",
                                                "بعد ٥ دقائق", "بعد ١١ دقيقة", "بعد ٢١ دقيقة", "بعد ١٠٠ دقيقة"});
}

TEST_CASE("minutes left are counted in each language's plural forms") {
  CHECK(at_minutes("en", "until_minutes_left") == Texts{"until 15:30 · 0 min left", "until 15:30 · 1 min left",
                                                        "until 15:30 · 2 min left", "until 15:30 · 3 min left",
                                                        "until 15:30 · 5 min left", "until 15:30 · 11 min left",
                                                        "until 15:30 · 21 min left", "until 15:30 · 100 min left"});
  CHECK(at_minutes("ru", "until_minutes_left") ==
        Texts{"до 15:30 · ещё 0 мин", "до 15:30 · ещё 1 мин", "до 15:30 · ещё 2 мин", "до 15:30 · ещё 3 мин",
              "до 15:30 · ещё 5 мин", "до 15:30 · ещё 11 мин", "до 15:30 · ещё 21 мин", "до 15:30 · ещё 100 мин"});
  CHECK(at_minutes("de", "until_minutes_left") == Texts{"bis 15:30 · noch 0 Min.", "bis 15:30 · noch 1 Min.",
                                                        "bis 15:30 · noch 2 Min.", "bis 15:30 · noch 3 Min.",
                                                        "bis 15:30 · noch 5 Min.", "bis 15:30 · noch 11 Min.",
                                                        "bis 15:30 · noch 21 Min.", "bis 15:30 · noch 100 Min."});
  CHECK(at_minutes("zh", "until_minutes_left") ==
        Texts{"至15:30 · 还剩0分钟", "至15:30 · 还剩1分钟", "至15:30 · 还剩2分钟", "至15:30 · 还剩3分钟",
              "至15:30 · 还剩5分钟", "至15:30 · 还剩11分钟", "至15:30 · 还剩21分钟", "至15:30 · 还剩100分钟"});
  CHECK(at_minutes("ar", "until_minutes_left") ==
        Texts{"حتى ١٥:٣٠ · المتبقي ٠ دقيقة", "حتى ١٥:٣٠ · المتبقي دقيقة واحدة", "حتى ١٥:٣٠ · المتبقي دقيقتان",
              "حتى ١٥:٣٠ · المتبقي ٣ دقائق", "حتى ١٥:٣٠ · المتبقي ٥ دقائق", "حتى ١٥:٣٠ · المتبقي ١١ دقيقة",
              "حتى ١٥:٣٠ · المتبقي ٢١ دقيقة", "حتى ١٥:٣٠ · المتبقي ١٠٠ دقيقة"});
}

TEST_CASE("hours left are told with their minutes, full hours without") {
  CHECK(until_hours_left("en", 1, 0) == "until E · 1 h left");
  CHECK(until_hours_left("en", 2, 5) == "until E · 2 h 5 min left");
  CHECK(until_hours_left("ru", 1, 0) == "до E · ещё 1 ч");
  CHECK(until_hours_left("ru", 2, 5) == "до E · ещё 2 ч 5 мин");
  CHECK(until_hours_left("de", 1, 0) == "bis E · noch 1 Std.");
  CHECK(until_hours_left("de", 2, 5) == "bis E · noch 2 Std. 5 Min.");
  CHECK(until_hours_left("zh", 1, 0) == "至E · 还剩1小时");
  CHECK(until_hours_left("zh", 2, 5) == "至E · 还剩2小时5分钟");
  CHECK(until_hours_left("ar", 1, 0) == "حتى \u2068E\u2069 · المتبقي ساعة");
  CHECK(until_hours_left("ar", 1, 1) == "حتى \u2068E\u2069 · المتبقي ساعة ودقيقة");
  CHECK(until_hours_left("ar", 2, 2) == "حتى \u2068E\u2069 · المتبقي ساعتان ودقيقتان");
  CHECK(until_hours_left("ar", 3, 5) == "حتى \u2068E\u2069 · المتبقي ٣ ساعات و٥ دقائق");
  CHECK(until_hours_left("ar", 11, 45) == "حتى \u2068E\u2069 · المتبقي ١١ ساعة و٤٥ دقيقة");
}

TEST_CASE("speakers who are not named are counted") {
  const auto more = [](const char* language, std::int64_t count) {
    return Wording(language).say("more_speakers", {{"speakers", "…"}, {"count", count}});
  };
  CHECK(more("en", 1) == "… and 1 more");
  CHECK(more("ru", 3) == "… и ещё 3");
  CHECK(more("de", 1) == "… und 1 weitere Person");
  CHECK(more("de", 2) == "… und 2 weitere");
  CHECK(more("zh", 2) == "…，另有2人");
  CHECK(more("ar", 1) == "… ومتحدث آخر");
  CHECK(more("ar", 2) == "… ومتحدثان آخران");
  CHECK(more("ar", 3) == "… و٣ متحدثين آخرين");
  CHECK(more("ar", 11) == "… و١١ متحدثًا آخر");
}

TEST_CASE("days and dates are in each language's words, and begin a line as it does") {
  struct Day {
    const char* language;
    const char* weekday_date;
    const char* date;
    const char* weekday;
    const char* line;  // that begins with the weekday
    const char* time;
  };
  for (const Day& day : {Day{"en", "Wednesday, 17 April", "17 April", "Wednesday", "Wednesday", "09:05"},
                         Day{"en-GB", "Wednesday, 17 April", "17 April", "Wednesday", "Wednesday", "09:05"},
                         Day{"ru", "среда, 17 апреля", "17 апреля", "среда", "Среда", "09:05"},
                         Day{"de", "Mittwoch, 17. April", "17. April", "Mittwoch", "Mittwoch", "09:05"},
                         Day{"zh", "4月17日星期三", "4月17日", "星期三", "星期三", "09:05"},
                         Day{"ar", "الأربعاء، ١٧ أبريل", "١٧ أبريل", "الأربعاء", "الأربعاء", "٠٩:٠٥"}}) {
    INFO(day.language);
    const Wording wording(day.language);
    const LocalTime morning = local("2024-04-17T09:05");
    const std::string weekday_date = wording.weekday_date(morning);
    // The British lost their comma with CLDR 42.
    CHECK((weekday_date == day.weekday_date ||
           (std::string_view(day.language) == "en-GB" && weekday_date == "Wednesday 17 April")));
    CHECK(wording.date(morning) == day.date);
    CHECK(wording.weekday(morning) == day.weekday);
    CHECK(wording.sentence_case(wording.weekday(morning)) == day.line);
    CHECK(wording.time(morning) == day.time);
  }
}

TEST_CASE("clock and dates and counts are written in the same digits") {
  for (const char* language : {"en", "ru", "de", "zh", "ar", "ar-EG", "ar-MA", "ar-u-nu-latn"}) {
    INFO(language);
    const Wording wording(language);
    const UChar32 zero = zero_of(wording.time(local("2024-04-17T14:42")));
    CHECK(zero != 0);
    CHECK(zero_of(wording.date(local("2024-04-17T14:42"))) == zero);
    CHECK(zero_of(wording.say("in_minutes", {{"minutes", 48}})) == zero);
    CHECK(zero_of(wording.say("until_hours_left", {{"end", ""}, {"hours", 5}, {"minutes", 48}})) == zero);
    CHECK(zero_of(wording.say("more_speakers", {{"speakers", ""}, {"count", 5}})) == zero);
  }
}

TEST_CASE("every line runs in its language's direction whatever it is filled with") {
  for (const LocaleFile& file : locale_files()) {
    const Wording wording(file.language);
    Texts faults;
    for (const auto& [key, text] : locale_check::read(file, faults)) {
      UErrorCode code = U_ZERO_ERROR;
      const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, code);
      const locale_check::Names names = locale_check::arguments_of(pattern);
      for (const char* filling : {"Gorky Hall", "قاعة غوركي", "10:00"}) {
        std::vector<Wording::Argument> arguments;
        for (const std::string& name : names) {
          if (locale_check::numbers.count(name) != 0) {
            arguments.emplace_back(name.c_str(), 5);
          } else {
            arguments.emplace_back(name.c_str(), filling);
          }
        }
        INFO(file.language << ", " << key << ", " << filling);
        const UBiDiDirection direction = base_direction(wording.say(key.c_str(), arguments));
        CHECK(direction != (wording.right_to_left() ? UBIDI_LTR : UBIDI_RTL));
        CHECK((direction == UBIDI_RTL) == wording.right_to_left());
      }
    }
  }
}

TEST_CASE("an arrow points the way its line is read") {
  for (const std::string& language : Wording::languages()) {
    INFO(language);
    const Wording wording(language);
    const char* arrow = wording.right_to_left() ? "←" : "→";
    CHECK(wording.say("instead_moved", {{"hall", "1"}, {"title", "2"}}).find(arrow) != std::string::npos);
  }
}
