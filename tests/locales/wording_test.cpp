#include "locales/wording.h"

#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

LocalTime local(const char* text) { return to_local(at(text), *find_time_zone("Europe/Moscow")); }

}  // namespace

TEST_CASE("a language is spoken by its tag or its base, any other in English") {
  CHECK(Wording("ru").say("now") == "Сейчас");
  CHECK(Wording("ru-RU").say("now") == "Сейчас");
  CHECK(Wording("RU").say("now") == "Сейчас");
  CHECK(Wording("tlh").say("now") == "Now");
  CHECK(Wording("").say("now") == "Now");
  CHECK(Wording::speaks("en-GB"));
  CHECK_FALSE(Wording::speaks("tlh"));
  CHECK_FALSE(Wording::speaks(""));
  CHECK_FALSE(Wording::speaks("-"));
}

TEST_CASE("a tag that is none does no harm") {
  for (const std::string& tag : {std::string("en-!!"), std::string("ru_RU.UTF-8@euro"), "de-" + std::string(300, 'x'),
                                 std::string(300, 'x'), std::string("de--"), std::string("ar-u-ca-none")}) {
    INFO(tag);
    const Wording wording(tag);
    CHECK_FALSE(wording.say("now").empty());
    CHECK_FALSE(wording.date(local("2024-04-17T09:05")).empty());
  }
  CHECK(Wording("de-" + std::string(300, 'x')).say("now") == "Jetzt");
}

TEST_CASE("any Chinese is spoken, in Simplified") {
  for (const char* tag : {"zh", "zh-Hans", "zh-CN", "zh-Hans-CN", "zh-Hant", "zh-TW", "zh-Hant-HK", "ZH-hk"}) {
    INFO(tag);
    CHECK(Wording::speaks(tag));
    CHECK(Wording(tag).say("now") == "现在");
    CHECK(Wording(tag).language() == tag);
    CHECK(Wording(tag).date(local("2024-04-17T09:05")) == "4月17日");
  }
}

TEST_CASE("a language knows which way it is written") {
  for (const char* tag : {"en", "ru", "de", "zh", "zh-TW", "tlh", ""}) {
    CHECK_FALSE(Wording(tag).right_to_left());
  }
  for (const char* tag : {"ar", "ar-EG", "AR", "ar-u-nu-latn"}) {
    CHECK(Wording(tag).right_to_left());
  }
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

TEST_CASE("digits are those of the land, unless the tag asks for others") {
  const LocalTime morning = local("2024-04-17T09:05");
  CHECK(Wording("ar").time(morning) == "٠٩:٠٥");
  CHECK(Wording("ar-EG").time(morning) == "٠٩:٠٥");
  CHECK(Wording("ar-MA").time(morning) == "09:05");
  CHECK(Wording("ar-u-nu-latn").time(morning) == "09:05");
  CHECK(Wording("ar-u-nu-latn").say("in_minutes", {{"minutes", 14}}) == "بعد 14 دقيقة");
}

TEST_CASE("dates are Gregorian as the programme is, unless the tag asks for another calendar") {
  const LocalTime morning = local("2024-04-17T09:05");
  CHECK(Wording("ar-SA").date(morning) == "١٧ أبريل");
  CHECK(Wording("ar-SA").weekday_date(morning) == "الأربعاء، ١٧ أبريل");
  CHECK(Wording("ar-SA-u-ca-islamic-umalqura").date(morning) == "٨ شوال");
}

TEST_CASE("a text of the other direction is isolated, any other left as it is") {
  const auto next = [](const char* language, const char* title) {
    return Wording(language).say("all_day", {{"title", title}});
  };
  CHECK(next("ru", "Выставка, 3-й этаж (вход свободный)") == "Весь день: Выставка, 3-й этаж (вход свободный)");
  CHECK(next("en", "Выставка 1:2") == "All day: Выставка 1:2");
  CHECK(next("zh", "Exhibition") == "全天：Exhibition");
  CHECK(next("en", "").find("\u2068") == std::string::npos);
  CHECK(next("en", "معرض 2024") == "All day: \u2068معرض 2024\u2069");
  CHECK(next("en", "Expo תערוכה") == "All day: \u2068Expo תערוכה\u2069");
  CHECK(next("ar", "معرض 2024") == "طوال اليوم: معرض 2024");
  CHECK(next("ar", "2024") == "طوال اليوم: 2024");
  CHECK(next("ar", "Expo") == "طوال اليوم: \u2068Expo\u2069");
  CHECK(next("ar", "معرض Expo") == "طوال اليوم: \u2068معرض Expo\u2069");
}

TEST_CASE("a control of direction that a feed leaves open ends with its text") {
  CHECK(Wording("en").say("break_until", {{"title", "\u202Ecoffee"}, {"end", "12:00"}}) ==
        "\u2068\u202Ecoffee\u2069 until 12:00");
}

TEST_CASE("a line that a text of the other direction begins keeps its own") {
  const auto pause = [](const char* language, const char* title, const char* end) {
    return Wording(language).say("break_until", {{"title", title}, {"end", end}});
  };
  CHECK(pause("ru", "Кофе", "12:00") == "Кофе до 12:00");
  CHECK(pause("ar", "قهوة", "١٢:٠٠") == "قهوة حتى ١٢:٠٠");
  CHECK(pause("ar", "Coffee", "١٢:٠٠") == "\u200F\u2068Coffee\u2069 حتى ١٢:٠٠");
  CHECK(pause("ar", "1", "١٢:٠٠") == "1 حتى ١٢:٠٠");
  CHECK(pause("en", "قهوة", "12:00") == "\u200E\u2068قهوة\u2069 until 12:00");
  CHECK(Wording("ar").say("instead_moved", {{"hall", "Gorky Hall"}, {"title", "قهوة"}}) ==
        "\u200F← \u2068Gorky Hall\u2069: قهوة");
  CHECK(Wording("ar").say("times", {{"start", "١٠:٠٠"}, {"end", "١١:٣٠"}}) == "\u200F١٠:٠٠ – ١١:٣٠");
  CHECK(Wording("en").say("times", {{"start", "10:00"}, {"end", "11:30"}}) == "10:00 – 11:30");
}

TEST_CASE("upper case follows the language, not ASCII") {
  CHECK(Wording("ru").sentence_case("среда, 17 апреля") == "Среда, 17 апреля");
  CHECK(Wording("en").sentence_case("tomorrow") == "Tomorrow");
}

TEST_CASE("what was said once is said again without a new pattern") {
  const Wording wording("ru");
  const auto all = [&] {
    return wording.say("now") + wording.say("in_minutes", {{"minutes", 2}}) +
           wording.say("in_minutes", {{"minutes", 5}}) + wording.say("instead_cancelled", {{"title", "Форум"}}) +
           wording.sentence_case("среда");
  };
  const std::string first = all();
  const std::size_t compiled = wording.work().compiled;
  CHECK(compiled == 4);  // three patterns and what a sentence is
  CHECK(all() == first);
  CHECK(wording.work().compiled == compiled);
}
