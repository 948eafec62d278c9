#include "venue/local_text.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a plain text is itself in every language") {
  const LocalText text("Горьковский зал");
  CHECK(text.in("ru") == "Горьковский зал");
  CHECK(text.in("en") == "Горьковский зал");
  CHECK(text.in("") == "Горьковский зал");
  CHECK_FALSE(text.empty());
}

TEST_CASE("a text by language speaks the language asked for") {
  const LocalText text{{"ru", "Зал"}, {"en", "Hall"}};
  CHECK(text.in("ru") == "Зал");
  CHECK(text.in("en") == "Hall");
}

TEST_CASE("one language is a text by language too") {
  const LocalText text{{"ru", "Зал"}};
  CHECK(text.in("ru") == "Зал");
  CHECK(text == LocalText{{"ru", "Зал"}});
}

TEST_CASE(
    "a language that is missing falls back to its base, to a variety of that, to the unlabelled, to English, to the "
    "first") {
  const LocalText text{{"fr", "salle"}, {"pt-BR", "sala"}, {"de", "Saal"}, {"zh-Hant", "廳"}};
  CHECK(text.in("de-AT") == "Saal");
  CHECK(text.in("pt") == "sala");
  CHECK(text.in("pt-PT") == "sala");
  CHECK(text.in("zh-Hant") == "廳");
  CHECK(text.in("zh-Hant-TW") == "廳");
  CHECK(text.in("ru") == "salle");
  CHECK(text.in("d") == "salle");
  CHECK(text.in("deu") == "salle");
  CHECK(text.in("") == "salle");

  LocalText with_english = text;
  with_english.add("en-GB", "Hall");
  CHECK(with_english.in("ru") == "Hall");
  CHECK(with_english.in("de-AT") == "Saal");

  LocalText with_plain = with_english;
  with_plain.add("", "hall");
  CHECK(with_plain.in("ru") == "hall");
  CHECK(with_plain.in("de-AT") == "Saal");
}

TEST_CASE("the exact language wins over its base, whichever was written first") {
  const LocalText text{{"de", "Saal"}, {"de-CH", "Säli"}, {"de-AT", "Sål"}};
  CHECK(text.in("de-AT") == "Sål");
  CHECK(text.in("de-CH") == "Säli");
  CHECK(text.in("de-LI") == "Saal");
}

TEST_CASE("an empty text is no text") {
  CHECK(LocalText().empty());
  CHECK(LocalText("").empty());
  CHECK(LocalText("").in("ru").empty());
  const LocalText text{{"ru", ""}, {"en", "Hall"}};
  CHECK(text.in("ru") == "Hall");
  CHECK(LocalText{{"ru", ""}} == LocalText());
}

TEST_CASE("a language written twice keeps the later text") {
  LocalText text{{"ru", "Зал"}, {"en", "Hall"}, {"ru", "Холл"}};
  CHECK(text.in("ru") == "Холл");
  text.add("ru", "");
  CHECK(text.in("ru") == "Холл");
}

TEST_CASE("texts are equal when they say the same in the same languages") {
  CHECK(LocalText("Зал") == LocalText("Зал"));
  CHECK_FALSE(LocalText("Зал") == LocalText{{"ru", "Зал"}});
}
