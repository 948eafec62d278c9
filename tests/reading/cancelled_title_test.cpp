#include "reading/cancelled_title.h"

#include "tests/catch.h"

using kiosk::cancelled_title;
using kiosk::is_cancelled_state;
using kiosk::LocalText;
using kiosk::take_cancelled;

TEST_CASE("a title that begins with cancelled is the title behind it") {
  for (const char* title : {"CANCELLED Lunch talk",
                            "CANCELLED: Lunch talk",
                            "CANCELED - Lunch talk",
                            "[CANCELLED] Lunch talk",
                            "[Canceled]Lunch talk",
                            "(cancelled) Lunch talk",
                            "Cancelled: Lunch talk",
                            "cancelled – Lunch talk",
                            "CANCELLED — Lunch talk",
                            "CANCELLED! Lunch talk",
                            "CANCELLED. Lunch talk",
                            "CANCELLED\u00A0Lunch talk",
                            "[CANCELLED]: Lunch talk",
                            "ОТМЕНЕНО Lunch talk",
                            "ОТМЕНЕНО: Lunch talk",
                            "[Отменено] Lunch talk",
                            "Отменена — Lunch talk",
                            "(отменён) Lunch talk",
                            "ABGESAGT: Lunch talk",
                            "[Entfällt] Lunch talk",
                            "Fällt aus: Lunch talk",
                            "[Fällt leider aus] Lunch talk",
                            "Entfa\u0308llt: Lunch talk",
                            "Отменяется: Lunch talk",
                            "【已取消】Lunch talk",
                            "取消：Lunch talk",
                            "（取消） Lunch talk",
                            "ملغى: Lunch talk",
                            "[أُلغيت] Lunch talk",
                            "❌ CANCELLED: Lunch talk",
                            "\u26A0\uFE0F [Cancelled] Lunch talk",
                            "**CANCELLED** Lunch talk",
                            "**Cancelled:** Lunch talk",
                            "!!! CANCELLED !!! Lunch talk",
                            "*** cancelled *** Lunch talk",
                            "+++ Abgesagt +++ Lunch talk",
                            "[ Cancelled! ] Lunch talk",
                            "Cancelled—Lunch talk",
                            "CANCELLED:Lunch talk",
                            "\u200FCANCELLED: Lunch talk"}) {
    CAPTURE(title);
    CHECK(cancelled_title(title) == "Lunch talk");
  }
}

TEST_CASE("a title that ends with cancelled in brackets or behind a dash is the title before it") {
  for (const char* title : {"Lunch talk [CANCELLED]",      "Lunch talk (cancelled)",
                            "Lunch talk (Canceled).",      "Lunch talk[cancelled]",
                            "Lunch talk - CANCELLED",      "Lunch talk – cancelled",
                            "Lunch talk — Cancelled!",     "Lunch talk -- canceled",
                            "Lunch talk—cancelled",        "Lunch talk – ABGESAGT",
                            "Lunch talk (fällt aus)",      "Lunch talk - fällt leider aus",
                            "Lunch talk [отменён]",        "Lunch talk — отменено",
                            "Lunch talk (не состоится)",   "Lunch talk（已取消）",
                            "Lunch talk【取消】",          "Lunch talk——取消",
                            "Lunch talk (ملغاة)",          "Lunch talk – تم الإلغاء",
                            "Lunch talk – CANCELLED ❌",    "Lunch talk **[CANCELLED]**",
                            "Lunch talk – **cancelled**",  "Lunch talk [ cancelled! ]",
                            "Lunch talk\u00A0(CANCELLED)", "CANCELLED: Lunch talk [CANCELLED]"}) {
    CAPTURE(title);
    CHECK(cancelled_title(title) == "Lunch talk");
  }
  CHECK(cancelled_title("Part (a) - and b (cancelled)") == "Part (a) - and b");
  CHECK(cancelled_title("A – b – abgesagt") == "A – b");
  CHECK(cancelled_title("C* [CANCELLED]") == "C*");
}

TEST_CASE("what is cancelled in one language is, and each language loses its word") {
  LocalText title{{"de", "ABGESAGT: Bücher"}, {"en", "Books (cancelled)"}, {"ru", "Книги"}};
  CHECK(take_cancelled(title));
  CHECK(title == LocalText{{"de", "Bücher"}, {"en", "Books"}, {"ru", "Книги"}});
  CHECK_FALSE(take_cancelled(title));
  CHECK(title == LocalText{{"de", "Bücher"}, {"en", "Books"}, {"ru", "Книги"}});
  LocalText nothing;
  CHECK_FALSE(take_cancelled(nothing));
}

TEST_CASE("a state says cancelled by one of the words, or by what begins like it in English") {
  for (const char* state : {"cancelled", "Canceled", "CANCELLED", "canceled_by_speaker", "cancellation", "abgesagt",
                            "Fällt aus", "отменена", "ОТМЕНЁН", "已取消", "ملغاة", " cancelled. "}) {
    CAPTURE(state);
    CHECK(is_cancelled_state(state));
  }
  for (const char* state : {"", "confirmed", "accepted", "not cancelled", "uncancelled", "отменено-", "cance"}) {
    CAPTURE(state);
    CHECK_FALSE(is_cancelled_state(state));
  }
}

TEST_CASE("a title of that word alone keeps it") {
  CHECK(cancelled_title("CANCELLED") == "CANCELLED");
  CHECK(cancelled_title("[Cancelled]") == "[Cancelled]");
  CHECK(cancelled_title("ОТМЕНЕНО!") == "ОТМЕНЕНО!");
}

TEST_CASE("a title that only has the word in it is one like any other") {
  for (const char* title : {"",
                            "Cancelled",
                            "Cancelled flights and what follows",
                            "cancelled culture",
                            "CANCELLEDX",
                            "Not CANCELLED",
                            "[Cancelled by rain] Talk",
                            "[Cancelled",
                            "Отменено крепостное право",
                            "[",
                            "(",
                            "CAN",
                            "Talk CANCELLED",
                            "CANCELLED FLIGHTS AND WHAT FOLLOWS",
                            "Cancelled-by-default",
                            "Cancelled... what now",
                            "Cancelled.io",
                            "Cancelled–by–default",
                            "*Cancelled* flights",
                            "+++ Cancelled flights",
                            "= Cancelled = flights",
                            "Cancelled?",
                            "Show [not cancelled]",
                            "Show (pre-cancelled)",
                            "Non-cancelled",
                            "Non–cancelled",
                            "Show - cancelled flights",
                            "Show (cancelled) again",
                            "Show cancelled)",
                            "Show (cancelled]",
                            "Show: cancelled",
                            "- cancelled",
                            "取消订阅指南",
                            "《取消》放映",
                            "Entfällter",
                            "-",
                            "—",
                            "()",
                            "[]",
                            "Fällt",
                            "Fällt ausnahmsweise auf"}) {
    CAPTURE(title);
    CHECK_FALSE(cancelled_title(title));
  }
}
