#include "typesetting/fit_text.h"

#include <string>

#include "tests/catch.h"
#include "tests/typesetting/typewriter.h"

using namespace kiosk;
using kiosk::test::Typewriter;

namespace {

constexpr float letter = 8;  // the width of one at this size

TextStyle style() {
  TextStyle style;
  style.cap_height = 10;
  style.line_height = 1;
  return style;
}

// Line ends and bound spaces made visible.
std::string shown(std::string text) {
  const auto replace = [&](const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
      text.replace(at, what.size(), by);
    }
  };
  replace("\u2028", "/");
  replace("\u00A0", " ");
  replace("\u2060", "");
  return text;
}

std::string cut(const std::string& title, float letters, int lines) {
  Typewriter ruler;
  return shown(cut_title(ruler, title, style(), letters * letter, lines).text);
}

}  // namespace

TEST_CASE("a title that fits is not cut, whatever stands in quotation marks") {
  CHECK(cut("Площадка «Культурный код»", 30, 1) == "Площадка «Культурный код»");
}

TEST_CASE("of a title that is too long what stands in quotation marks is kept") {
  CHECK(cut("Экспертная площадка «Культурный код России»", 24, 1) == "«Культурный код России»");
  CHECK(cut("Презентация книги «Библиотека будущего» для детей", 22, 1) == "«Библиотека будущего»");
  CHECK(cut("Session on “The Cultural Code of a Country”", 36, 1) == "“The Cultural Code of a Country”");
  CHECK(cut("Tagung „Kultureller Code heute“", 24, 1) == "„Kultureller Code heute“");
}

TEST_CASE("a quotation that is too long itself is cut at a word, its opening mark stays") {
  CHECK(cut("Экспертная площадка «Культурный код России»", 15, 1) == "«Культурный…");
  CHECK(cut("Экспертная площадка «Культурный код России»", 16, 2) == "«Культурный/код России»");
}

TEST_CASE("a title without a quotation, with a short one or with half of one is cut at a word") {
  CHECK(cut("Открытие библиотечного форума", 20, 1) == "Открытие…");
  CHECK(cut("Открытие форума «Ъ» и встреча", 20, 1) == "Открытие форума «Ъ»…");
  CHECK(cut("Открытие «библиотечного форума", 20, 1) == "Открытие…");
}

TEST_CASE("a quotation in a quotation is kept whole") {
  CHECK(cut("Сессия «Проект “Культура”: люди»", 26, 1) == "«Проект “Культура”: люди»");
}

TEST_CASE("words are hyphenated only where a text would else be smaller than asked for") {
  Typewriter ruler;
  const std::string word = "электрокардиография";  // 19 letters, and 12 before the break with its hyphen
  FitBounds bounds{.width = 19 * letter, .height = 1000, .largest_cap = 30, .smallest_cap = 3};
  const auto fitted = [&] { return fit_text(ruler, word, style(), bounds); };
  CHECK(fitted().size.lines == 1);
  CHECK(fitted().style.cap_height == Approx(10).epsilon(0.02));
  bounds.hyphenated_below = 10.5F;
  CHECK(fitted().size.lines == 1);  // no language, no patterns
  bounds.language = "ru";
  CHECK(fitted().size.lines == 2);
  CHECK(fitted().style.cap_height > 12);
  bounds.hyphenated_below = 9;
  CHECK(fitted().size.lines == 1);
}

TEST_CASE("the style's own language comes before that of the text around") {
  Typewriter ruler;
  FitBounds bounds{.width = 100, .height = 1000, .largest_cap = 30, .smallest_cap = 3};
  bounds.hyphenated_below = 20;
  bounds.language = "ru";
  TextStyle german = style();
  german.language = "de";
  CHECK(fit_text(ruler, "электрокардиография", german, bounds).size.lines == 1);
  CHECK(fit_text(ruler, "электрокардиография", style(), bounds).size.lines == 2);
}
