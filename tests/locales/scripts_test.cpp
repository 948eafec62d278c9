#include "locales/scripts.h"

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string names(std::string_view text) {
  std::string all;
  for (const ScriptInUse& one : scripts_in(text)) {
    all += (all.empty() ? "" : " ") + one.script;
  }
  return all;
}

}  // namespace

TEST_CASE("a text's scripts are those of its letters, each once") {
  CHECK(names("Форум Library форум") == "Cyrillic Latin");
  CHECK(names("図書館へようこそ、フォーラム") == "Han Hiragana Katakana");
  CHECK(names("مرحبا ١٢:٣٠ שלום ไทย 한국어 हिन्दी") == "Arabic Hebrew Thai Hangul Devanagari");
  CHECK(names("").empty());
  CHECK(names("14:00–15:30 №1 👩\u200D🚀 🇩🇪 +").empty());
  CHECK(names("\xff\xc0").empty());
  CHECK(scripts_in("1 Ж ж") == std::vector<ScriptInUse>{{"Cyrillic", U'Ж'}});
}

TEST_CASE("times are found in a text whatever its digits") {
  using Times = std::vector<std::string>;
  CHECK(times_in("14:00–15:30") == Times{"14:00", "15:30"});
  CHECK(times_in("until 15:30 · 1 h 20 min left") == Times{"15:30"});
  CHECK(times_in("с 9:05.") == Times{"9:05"});
  CHECK(times_in("١٤:٠٠ – ١٥:٣٠") == Times{"14:00", "15:30"});
  CHECK(times_in("kl. 14.42") == Times{"14:42"});
  CHECK(times_in("17.04.2024, 1:2, 123:45, 12:345, :30, 12:").empty());
  CHECK(times_in("").empty());
}
