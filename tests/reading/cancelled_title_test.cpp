#include "reading/cancelled_title.h"

#include "tests/catch.h"

using kiosk::cancelled_title;

TEST_CASE("a title that begins with cancelled is the title behind it") {
  for (const char* title :
       {"CANCELLED Lunch talk",    "CANCELLED: Lunch talk",  "CANCELED - Lunch talk", "[CANCELLED] Lunch talk",
        "[Canceled]Lunch talk",    "(cancelled) Lunch talk", "Cancelled: Lunch talk", "cancelled – Lunch talk",
        "CANCELLED — Lunch talk",  "CANCELLED! Lunch talk",  "CANCELLED. Lunch talk", "CANCELLED\u00A0Lunch talk",
        "[CANCELLED]: Lunch talk", "ОТМЕНЕНО Lunch talk",    "ОТМЕНЕНО: Lunch talk",  "[Отменено] Lunch talk",
        "Отменена — Lunch talk",   "(отменён) Lunch talk",   "ABGESAGT: Lunch talk",  "[Entfällt] Lunch talk"}) {
    CAPTURE(title);
    CHECK(cancelled_title(title) == "Lunch talk");
  }
}

TEST_CASE("a title of that word alone keeps it") {
  CHECK(cancelled_title("CANCELLED") == "CANCELLED");
  CHECK(cancelled_title("[Cancelled]") == "[Cancelled]");
  CHECK(cancelled_title("ОТМЕНЕНО!") == "ОТМЕНЕНО!");
}

TEST_CASE("a title that only has the word in it is one like any other") {
  for (const char* title :
       {"", "Cancelled", "Cancelled flights and what follows", "cancelled culture", "CANCELLEDX", "Not CANCELLED",
        "[Cancelled by rain] Talk", "[Cancelled", "Отменено крепостное право", "[", "(", "CAN", "Talk [CANCELLED]"}) {
    CAPTURE(title);
    CHECK_FALSE(cancelled_title(title));
  }
}
