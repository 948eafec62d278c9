#include "reading/allowances.h"

#include "base/feed_budget.h"
#include "json/json.h"
#include "tests/catch.h"

using kiosk::Allowances;
using kiosk::cut_text;
using kiosk::feed_budget;
using kiosk::Json;
using kiosk::Many;
using kiosk::Place;
using kiosk::ProblemList;

TEST_CASE("what fits is taken, what does not is not, and one finding says so") {
  const Json json(nullptr, 7);
  ProblemList problems("f");
  Allowances allowances(problems, {});
  CHECK(allowances.take(Many::slots, Place(json), feed_budget.slots - 1));
  CHECK_FALSE(allowances.take(Many::slots, Place(json), 2));
  CHECK(allowances.take(Many::slots, Place(json)));
  CHECK_FALSE(allowances.take(Many::slots, Place(json)));
  CHECK_FALSE(allowances.take(Many::slots, Place(json), static_cast<std::size_t>(-1)));
  CHECK(allowances.take(Many::slots, Place(json), 0));
  CHECK(allowances.take(Many::halls, Place(json)));
  CHECK(allowances.refusals() == 3);
  const auto told = problems.take();
  REQUIRE(told.size() == 1);
  CHECK(to_string(told[0]) == "f:7: sessions and notices name halls more than 100000 times; the rest is left out");
}

TEST_CASE("texts count with their languages and 64 bytes for each") {
  const Json json(nullptr, 1);
  ProblemList problems("f");
  Allowances allowances(problems, {});
  const kiosk::LocalText text{{"en", std::string(1000, 'x')}, {"ru", std::string(1000, 'y')}};
  std::size_t kept = 0;
  while (allowances.take_text(Place(json), text)) {
    ++kept;
  }
  CHECK(kept == feed_budget.texts / (2 * (64 + 2 + 1000)));
}

TEST_CASE("asking is throwing where the read is to be given up") {
  const Json json(nullptr, 1);
  ProblemList problems("f");
  bool over = false;
  Allowances allowances(problems, [&] { return over; });
  CHECK_NOTHROW(allowances.take(Many::halls, Place(json)));
  over = true;
  CHECK_THROWS_AS(allowances.take(Many::halls, Place(json)), kiosk::ReadGivenUp);
  CHECK_THROWS_AS(allowances.ask_to_go_on(), kiosk::ReadGivenUp);
}

TEST_CASE("a text is cut between two words where one ends near, else between two characters") {
  CHECK(cut_text("short", 5) == "short");
  CHECK(cut_text("one two", 6) == "one");
  CHECK(cut_text("one two", 7) == "one two");
  CHECK(cut_text(std::string(200, 'x'), 100) == std::string(100, 'x'));
  CHECK(cut_text("a " + std::string(200, 'x'), 100) == "a " + std::string(98, 'x'));
  CHECK(cut_text("ыыы", 5) == "ыы");
  CHECK(cut_text("\U0001F600\U0001F600", 7) == "\U0001F600");
  CHECK(cut_text("\x80\x80\x80", 2).empty());
  CHECK(cut_text("x", 0).empty());
}
