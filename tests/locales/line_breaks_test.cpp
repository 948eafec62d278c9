#include "locales/line_breaks.h"

#include "tests/catch.h"

using kiosk::with_bound_spaces;

namespace {

// Bound spaces made visible.
std::string bound(std::string_view text) {
  std::string shown = with_bound_spaces(text);
  for (auto at = shown.find("\u00A0"); at != std::string::npos; at = shown.find("\u00A0")) {
    shown.replace(at, 2, "~");
  }
  for (auto at = shown.find("\u2060"); at != std::string::npos; at = shown.find("\u2060")) {
    shown.replace(at, 3, "+");
  }
  return shown;
}

}  // namespace

TEST_CASE("short words and prepositions stay with the next word") {
  CHECK(bound("Сохранение и популяризация") == "Сохранение и~популяризация");
  CHECK(bound("В людях для детей") == "В~людях для~детей");
  CHECK(bound("«В мире книг»") == "«В~мире книг»");
  CHECK(bound("Hall of a Library") == "Hall of~a~Library");
}

TEST_CASE("a short word that ends a clause may end a line") {
  CHECK(bound("Кто мы? Люди") == "Кто мы? Люди");
  CHECK(bound("да, но") == "да, но");
}

TEST_CASE("a dash neither begins a line nor hangs at its end") {
  CHECK(bound("Библиотека — мир возможностей") == "Библиотека~—+~мир возможностей");
  CHECK(bound("Библиотека – коммуникативная площадка") == "Библиотека~– коммуникативная площадка");
}

TEST_CASE("numbers, initials and short hyphenated words hold together") {
  CHECK(bound("Трек № 1") == "Трек №~1");
  CHECK(bound("имени М. И. Рудомино") == "имени М.~И.~Рудомино");
  CHECK(bound("Большой конференц-зал") == "Большой конференц-+зал");
  CHECK(bound("научно-методологического отдела") == "научно-методологического отдела");
}

TEST_CASE("white space is one space, control characters go, and nothing becomes of nothing") {
  CHECK(bound("  Открытие \t\n форума ") == "Открытие форума");
  CHECK(bound("Откры\u0007тие") == "Откры тие");
  CHECK(bound("").empty());
  CHECK(bound(" \n ").empty());
}

TEST_CASE("scripts without spaces are left alone") {
  CHECK(bound("图书馆 在 中国") == "图书馆 在 中国");
  CHECK(bound("مكتبة في المدينة").find('~') != std::string::npos);
}
