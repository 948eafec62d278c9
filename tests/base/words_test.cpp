#include "base/words.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string meant(std::string_view written, std::vector<std::string_view> known, CaseFold folded = lower_case) {
  const std::string_view* found = nearest(written, known, folded);
  return found == nullptr ? "none" : std::string(*found);
}

}  // namespace

TEST_CASE("a text in a problem is cut between characters") {
  CHECK(in_quotes("short") == "\"short\"");
  const std::string cut = in_quotes("x" + std::string(200, 'y'));
  CHECK(cut.size() == 80 + 2 + 3);
  std::string cyrillic = "x";
  for (int i = 0; i < 100; ++i) {
    cyrillic += "ж";
  }
  CHECK(in_quotes(cyrillic) == '"' + cyrillic.substr(0, 79) + "…\"");
}

TEST_CASE("a text in a problem is one line and steers no terminal") {
  CHECK(in_quotes("a\nb\x1b[1m") == "\"a b [1m\"");
}

TEST_CASE("a quotation may be shorter where there is less room") {
  CHECK(in_quotes("gorky", 5) == "\"gorky\"");
  CHECK(in_quotes("gorky!", 5) == "\"gorky…\"");
  CHECK(in_quotes("жж", 3) == "\"ж…\"");
}

TEST_CASE("the distance of two names counts letters added, dropped, changed and swapped") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("poll", "poll") == 0);
  CHECK(edit_distance("pol", "poll") == 1);
  CHECK(edit_distance("polll", "poll") == 1);
  CHECK(edit_distance("pull", "poll") == 1);
  CHECK(edit_distance("opll", "poll") == 1);
  CHECK(edit_distance("", "poll") == 4);
  CHECK(edit_distance("url", "hall") == 3);
}

TEST_CASE("a letter of any script is one letter") {
  CHECK(edit_distance("горкий", "горький") == 1);
  CHECK(edit_distance("зла", "зал") == 1);
  CHECK(edit_distance("日本館", "日本廊") == 1);
  CHECK(edit_distance("\xD0", "") == 1);
}

TEST_CASE("the word meant is the nearest within two slips") {
  const std::vector<std::string_view> halls{"gorky", "multimedia", "small-conference", "large-conference"};
  CHECK(meant("grky", halls) == "gorky");
  CHECK(meant("Gorky", halls) == "gorky");
  CHECK(meant("multymedya", halls) == "multimedia");
  CHECK(meant("mulymedya", halls) == "none");
  CHECK(meant("large_conferense", halls) == "large-conference");
  CHECK(meant("kitchen", halls) == "none");
  CHECK(meant("", halls) == "none");
  CHECK(meant("gorky", {}) == "none");
}

TEST_CASE("three letters are the fewest to guess from, and six for two slips") {
  CHECK(meant("A1", {"id", "B1", "B12"}) == "none");
  CHECK(meant("a1", {"B1", "A1"}) == "A1");
  CHECK(meant("B13", {"id", "B1", "B12"}) == "B1");
  CHECK(meant("gorki", {"gorsky"}) == "none");
  CHECK(meant("gorkij", {"gorky"}) == "gorky");
}

TEST_CASE("case counts as nothing, by the fold that is handed in") {
  CHECK(meant("GORKY", {"gorki", "gorky"}) == "gorky");
  CHECK(meant("GORKY", {"gorki", "gorky"}, [](std::string_view text) { return std::string(text); }) == "none");
}

TEST_CASE("whatever two words, the one is meant by the other exactly where it is within two slips") {
  // All words of up to seven letters out of two: every way of adding, dropping, changing and swapping.
  std::vector<std::string> words;
  for (std::size_t length = 5; length <= 7; ++length) {
    for (unsigned bits = 0; bits < 1U << length; ++bits) {
      std::string word;
      for (std::size_t i = 0; i < length; ++i) {
        word += (bits >> i & 1U) != 0 ? 'a' : 'b';
      }
      words.push_back(word);
    }
  }
  for (const std::string& written : words) {
    const std::size_t forgiven = written.size() >= 6 ? 2 : 1;
    for (const std::string& known : words) {
      const bool is_near = kiosk::edit_distance(written, known) <= forgiven;
      if ((meant(written, {known}) != "none") != is_near) {
        FAIL(written << ' ' << known);
      }
    }
  }
}

TEST_CASE("a page of text is nobody's slip") {
  const std::string page(1'000'000, 'x');
  CHECK(meant(page, {page}) == "none");
  CHECK(meant("gorky", {page, "gorki"}) == "gorki");
}

TEST_CASE("a hint names the word that was meant, or nothing") {
  const std::vector<std::string_view> halls{"gorky", "multimedia"};
  CHECK(did_you_mean("grky", halls) == "did you mean \"gorky\"?");
  CHECK(did_you_mean("kitchen", halls).empty());
}
