#include "reading/break_title.h"

#include "tests/catch.h"

using kiosk::is_break_title;
using kiosk::LocalText;
using kiosk::names_break;

TEST_CASE("a whole title that is a break's word is a break in any language") {
  for (const char* title : {"Lunch", "Break", "Coffee break", "Mittagspause", "Kaffeepause", "Große Pause", "Обед",
                            "Перерыв", "Кофе-пауза", "Кофе-брейк", "午餐", "茶歇", "استراحة", "استراحة الغداء"}) {
    CAPTURE(title);
    CHECK(names_break(title));
  }
}

TEST_CASE("a break's word may be written in any case, in parts, and with a pictogram") {
  for (const char* title : {"LUNCH",
                            "lunch",
                            "Coffee-Break",
                            "coffeebreak",
                            "Coffee\u00A0break",
                            "Kaffee-Pause",
                            "Mittags\u00ADpause",
                            "MITTAGSPAUSE",
                            "GROSSE PAUSE",
                            "ОБЕД",
                            "Кофе пауза",
                            "Кофе\u2011пауза",
                            "Кофе – пауза",
                            "Fru\u0308hstu\u0308ck",
                            "☕ Coffee break",
                            "\U0001F355 Lunch!",
                            "☕\uFE0F Pause ☕\uFE0F",
                            "Lunch.",
                            " Lunch ",
                            "ｌｕｎｃｈ"}) {
    CAPTURE(title);
    CHECK(names_break(title));
  }
}

TEST_CASE("a break's title may stand there in two languages, each of them a break's word") {
  for (const char* title : {"Обед / Lunch", "Mittagspause/Lunch break", "午餐 | Lunch", "Lunch / Mittagessen / Обед"}) {
    CAPTURE(title);
    CHECK(names_break(title));
  }
  for (const char* title : {"Lunch / Sponsors", "/", "Lunch /", "| Lunch", "Client/Server", "TCP/IP"}) {
    CAPTURE(title);
    CHECK_FALSE(names_break(title));
  }
  CHECK(is_break_title(LocalText{{"en", "Lunch"}, {"eo", "Tagmanĝo"}}));
  CHECK_FALSE(is_break_title(LocalText{{"en", "Lunch with an expert"}, {"ru", "Обед с экспертом"}}));
  CHECK_FALSE(is_break_title(LocalText()));
}

TEST_CASE("a title with more than a break's word is one like any other") {
  for (const char* title : {"",
                            " ",
                            "☕",
                            "Lunch with an expert",
                            "Lunch talk",
                            "Breakout",
                            "Breaking news",
                            "Breakfast of champions",
                            "Coffee, beans and brewing",
                            "Pausenlos",
                            "Keine Pause",
                            "Обед с экспертом",
                            "Обеденный доклад",
                            "午餐会演讲",
                            "Break 1",
                            "break;",
                            "<break>",
                            "pause()",
                            "`break`",
                            "Lunch?",
                            "Lunch & learn",
                            "Break: the cycle",
                            "C++ coffee",
                            "No lunch",
                            "Launch",
                            "Lun\u0301ch"}) {
    CAPTURE(title);
    CHECK_FALSE(names_break(title));
  }
}

TEST_CASE("a title is looked at for a break's word up to 256 bytes") {
  CHECK(names_break("Lunch" + std::string(251, ' ')));
  CHECK_FALSE(names_break("Lunch" + std::string(252, ' ')));
}
