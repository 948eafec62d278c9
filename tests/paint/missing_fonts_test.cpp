#include "paint/missing_fonts.h"

#include "tests/catch.h"

using namespace kiosk;

namespace {

bool latin_alone(char32_t letter) { return letter < 0x250; }

}  // namespace

TEST_CASE("a script without a font is an error that says what to install") {
  CHECK(missing_fonts(scripts_in("Forum"), latin_alone).empty());
  CHECK(missing_fonts({}, latin_alone).empty());
  const std::vector<Problem> two = missing_fonts(scripts_in("Forum ไทย 図書館"), latin_alone);
  REQUIRE(two.size() == 2);
  CHECK(any_errors(two));
  CHECK(to_string(two[0]) ==
        "fonts: no font of this machine has Thai letters, which the board is written in; install one, "
        "such as those of the package fonts-noto-core");
  CHECK(two[1].what.find("Han") != std::string::npos);
  CHECK(two[1].right.find("fonts-noto-cjk") != std::string::npos);
}

TEST_CASE("no font for any of the scripts is one error") {
  const std::vector<Problem> none = missing_fonts(scripts_in("Forum Форум"), [](char32_t) { return false; });
  REQUIRE(none.size() == 1);
  CHECK(none[0].severity == Severity::error);
  CHECK(none[0].what.find("without words") != std::string::npos);
}

TEST_CASE("a board can be written if a font has letters of one of its scripts") {
  Legibility latin(latin_alone);
  CHECK(latin.can_be_written("Форум Forum"));
  CHECK_FALSE(latin.can_be_written("Форум 14:00"));
  CHECK(latin.can_be_written("14:00"));
  int asked = 0;
  Legibility none([&](char32_t) {
    ++asked;
    return false;
  });
  CHECK_FALSE(none.can_be_written("Форум"));
  CHECK_FALSE(none.can_be_written("форум"));
  CHECK_FALSE(none.can_be_written("14:00"));
  CHECK(asked == 2);
}
