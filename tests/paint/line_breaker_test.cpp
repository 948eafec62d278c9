// With the ruler that draws: which breaks are best depends on how wide words are.

#include "typesetting/line_breaker.h"

#include <string>
#include <vector>

#include "locales/line_breaks.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"
#include "typesetting/fit_text.h"

using namespace kiosk;

namespace {

PaintRuler& ruler() {
  static TextEngine engine;
  static PaintRuler ruler(engine);
  return ruler;
}

TextStyle title_style(const std::string& language = "ru") {
  TextStyle style;
  style.cap_height = 50;
  style.weight = 700;
  style.display = true;
  style.language = language;
  return style;
}

// The lines, with plain spaces.
std::vector<std::string> lines_of(std::string text) {
  for (const std::string bound : {"\u00a0", "\u2060"}) {
    for (std::size_t at = text.find(bound); at != std::string::npos; at = text.find(bound)) {
      text.replace(at, bound.size(), bound == "\u00a0" ? " " : "");
    }
  }
  std::vector<std::string> lines;
  const std::string separator = "\u2028";
  for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator)) {
    lines.push_back(text.substr(0, at));
    text.erase(0, at + separator.size());
  }
  lines.push_back(text);
  return lines;
}

using Lines = std::vector<std::string>;

Lines broken(const std::string& text, int lines, const std::string& language = "ru") {
  return lines_of(LineBreaker(ruler(), with_bound_spaces(text), title_style(language)).into(lines).text);
}

const std::string platform =
    "Экспертная площадка «Сохранение и популяризация культурного кода России: стратегическая миссия библиотек»";

}  // namespace

TEST_CASE("lines come out even, with no word alone on the last") {
  CHECK(broken("Подведение итогов первого дня", 2) == Lines{"Подведение итогов", "первого дня"});
  CHECK(broken("The Role of Libraries in the Digital Age", 2, "en") ==
        Lines{"The Role of Libraries", "in the Digital Age"});
  for (int lines = 2; lines <= 5; ++lines) {
    CAPTURE(lines);
    CHECK(broken(platform, lines).size() == static_cast<std::size_t>(lines));
    CHECK(broken(platform, lines).back().find(' ') != std::string::npos);
  }
}

TEST_CASE("a quotation's first word is not left alone where other breaks will do") {
  const Lines five = broken(platform, 5);
  CHECK(five == Lines{"Экспертная площадка", "«Сохранение и популяризация", "культурного кода",
                      "России: стратегическая", "миссия библиотек»"});
}

TEST_CASE("a number stays with what it counts, and figures in a row do not cling together") {
  for (const std::string text : {"Сбор участников у входа на 2 этаж", "Начало конференции 17 апреля"}) {
    const std::string bound = with_bound_spaces(text);
    CHECK(bound.find("2 ") == std::string::npos);
    CHECK(bound.find("7 ") == std::string::npos);
  }
  CHECK(with_bound_spaces("1 2 3 4").find("1 2") == 0);
}

TEST_CASE("Chinese and Japanese break at words") {
  // 中央图书馆 is "central library", 在 "in", 作用 "role": none is torn.
  for (int lines = 2; lines <= 4; ++lines) {
    for (const std::string& line : broken("俄罗斯各地区中央图书馆在实施国家项目中的作用", lines, "zh")) {
      CAPTURE(line);
      CHECK_FALSE(line.ends_with("图"));
      CHECK_FALSE(line.ends_with("作"));
      CHECK_FALSE(line.ends_with("国"));
    }
  }
}

TEST_CASE("a long run without spaces breaks behind its marks, a short one stays whole") {
  CHECK(LineBreaker(ruler(), "example.org", title_style()).most_lines() == 1);
  LineBreaker address(ruler(), "broadcast.culture.example.org/live", title_style());
  CHECK(address.most_lines() > 2);
  CHECK(lines_of(address.into(2).text).front().ends_with('.'));
}

TEST_CASE("a text without a place to break is one line, and an empty one, too") {
  for (const std::string text : {"", "Слово", "\u00a0"}) {
    LineBreaker breaker(ruler(), text, title_style());
    CHECK(breaker.most_lines() == 1);
    CHECK(breaker.into(1).text == text);
  }
}

TEST_CASE("a title takes another line only for letters that are much larger, or while they are smaller than wanted") {
  const auto fitted = [](const std::string& text, float width) {
    return fit_text(ruler(), text, title_style(),
                    {.width = width,
                     .height = 500,
                     .largest_cap = 110,
                     .smallest_cap = 30,
                     .largest_cap_of_long = 72,
                     .wanted = 50});
  };
  const FittedText whole = fitted("Обед", 1000);
  CHECK(whole.style.cap_height == 110);
  CHECK(whole.size.lines == 1);
  const FittedText two = fitted("Подведение итогов первого дня", 1000);
  CHECK(two.size.lines == 2);
  CHECK(two.style.cap_height > 72);
  const FittedText many = fitted(platform, 1000);
  CHECK(many.size.lines > 2);
  CHECK(many.style.cap_height >= 45);
  CHECK(many.style.cap_height <= 72);
  for (const float width : {600.0F, 777.0F, 1500.0F}) {
    const FittedText some = fitted(platform, width);
    CAPTURE(width);
    CHECK(some.size.width <= width + 1);
    CHECK(some.size.height <= 500);
    CHECK(some.size.lines == static_cast<int>(lines_of(some.text).size()));
  }
}
