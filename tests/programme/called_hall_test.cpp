#include "programme/called_hall.h"

#include "tests/catch.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of its values

namespace {

Hall hall(const std::string& id, const LocalText& name, const std::string& key = "", const std::string& slug = "") {
  Hall hall;
  hall.id = id;
  hall.name = name;
  hall.key = key;
  hall.slug = slug;
  return hall;
}

// "gorky", "-", or the candidates: "one|two".
std::string called(const std::vector<Hall>& halls, std::string_view word) {
  const CalledHall found = called_hall(halls, word);
  std::string ids = found.hall != nullptr ? found.hall->id : "";
  for (const Hall* candidate : found.candidates) {
    ids += (ids.empty() ? "" : "|") + candidate->id;
  }
  return ids.empty() ? "-" : ids;
}

}  // namespace

TEST_CASE("a hall is called by its id, key, slug or name in any language, whatever case and blanks") {
  const std::vector<Hall> halls{
      hall("gorky", {{"ru", "Горьковский зал"}, {"en", "Gorky Hall"}}),
      hall("saal-1", "Saal 1", "BA692BA3-421b-5371-8309-60acc34a3c05", "main"),
  };
  for (const char* word : {"gorky", "GORKY", "горьковский ЗАЛ", "  Gorky \t hall ", "Gorky\u00a0Hall"}) {
    CAPTURE(word);
    CHECK(called(halls, word) == "gorky");
  }
  for (const char* word : {"saal-1", "saal 1", "ba692ba3-421B-5371-8309-60ACC34A3C05", "Main", "Saal  1"}) {
    CAPTURE(word);
    CHECK(called(halls, word) == "saal-1");
  }
  for (const char* word : {"", " ", "saal", "saal 11", "saal1", "Gorky H"}) {
    CAPTURE(word);
    CHECK(called(halls, word) == "-");
  }
}

TEST_CASE("an id wins over a key, a key over a name") {
  const std::vector<Hall> halls{hall("10", "Attic", "7"), hall("cellar", "Cellar", "10"), hall("room", "7", "8")};
  CHECK(called(halls, "10") == "10");
  CHECK(called(halls, "7") == "10");
  CHECK(called(halls, "8") == "room");
}

TEST_CASE("a name that several halls bear is none of them, unless it is the id of one") {
  const std::vector<Hall> halls{hall("hall", "Hall", "1"), hall("hall-2", "Hall", "2")};
  CHECK(called(halls, "Hall") == "hall|hall-2");
  CHECK(called(halls, "hall") == "hall");
  CHECK(called(halls, "2") == "hall-2");
}

TEST_CASE("a former name means its hall only where no hall bears it today") {
  std::vector<Hall> halls{hall("saal-1-audimax", "Saal 1 (Audimax)", "a"), hall("other", "Other", "b")};
  halls[0].former_names = {"saal-1", "Saal 1"};
  CHECK(called(halls, "saal-1") == "saal-1-audimax");
  CHECK(called(halls, "SAAL 1") == "saal-1-audimax");
  halls[1].name = "Saal 1";
  CHECK(called(halls, "Saal 1") == "other");
  CHECK(called(halls, "saal-1") == "saal-1-audimax");
  halls[1].former_names = {"saal-1"};
  CHECK(called(halls, "saal-1") == "saal-1-audimax|other");
}

TEST_CASE("what is no hall's name stays as it is") {
  const std::vector<Hall> halls{hall("gorky", "Gorky Hall")};
  CHECK(called_hall_id(halls, "gorky hall") == "gorky");
  CHECK(called_hall_id(halls, "attic") == "attic");
}
