#include "locales/hyphenation.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/catch.h"

using namespace kiosk;

namespace {

// Soft hyphens made visible.
std::string broken(Hyphenation& hyphenation, const std::string& text, const std::string& language) {
  std::string shown;
  for (const char c : hyphenation.hyphenated(text, language)) {
    shown += c;
  }
  for (std::size_t at = shown.find("\u00AD"); at != std::string::npos; at = shown.find("\u00AD")) {
    shown.replace(at, 2, "=");
  }
  return shown;
}

}  // namespace

TEST_CASE("the longer words of Russian, German and English break where their patterns say") {
  Hyphenation hyphenation;
  CHECK(broken(hyphenation, "Сохранение и популяризация", "ru") == "Сохра=не=ние и попу=ля=ри=за=ция");
  CHECK(broken(hyphenation, "Bibliotheksverbund", "de") == "Biblio=theks=ver=bund");
  CHECK(broken(hyphenation, "hyphenation", "en-US") == "hyphen=ation");
}

TEST_CASE("no word breaks within three letters of its ends, and short ones nowhere") {
  Hyphenation hyphenation;
  CHECK(broken(hyphenation, "Форум идей, музей", "ru") == "Форум идей, музей");
  const std::string word = broken(hyphenation, "электрокардиография", "ru");
  CHECK(word.find('=') >= std::string("эле").size());
  CHECK(word.rfind('=') + std::string("фия").size() < word.size());
}

TEST_CASE("words of no language, of an unknown one and of one with a path for a name stay whole") {
  Hyphenation hyphenation;
  for (const char* language : {"", "xx", "../../etc/passwd", "RU", "r", "ru/../de"}) {
    INFO(language);
    CHECK(broken(hyphenation, "популяризация", language) == "популяризация");
  }
  CHECK(broken(hyphenation, "популяризация", "ru-RU") != "популяризация");
}

TEST_CASE("a feed that names ever more languages costs no more memory, and takes none from those before") {
  Hyphenation hyphenation;
  CHECK(broken(hyphenation, "популяризация", "ru") != "популяризация");
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      hyphenation.hyphenated("популяризация", std::string{a, b});
    }
  }
  CHECK(broken(hyphenation, "популяризация", "ru") != "популяризация");
  CHECK(broken(hyphenation, "Bibliotheksverbund", "de") == "Bibliotheksverbund");  // too late
}

TEST_CASE("letters that the patterns lack, signs and emoji are kept as they are") {
  Hyphenation hyphenation;
  CHECK(broken(hyphenation, "國際圖書館會議 👩‍👩‍👧‍👦 Ünïcödé№12345678", "ru") ==
        "國際圖書館會議 👩‍👩‍👧‍👦 Ünïcödé№12345678");
  const std::string endless(5000, 'w');
  CHECK(hyphenation.hyphenated(endless, "en") == endless);
  CHECK(hyphenation.hyphenated("", "en").empty());
}

TEST_CASE("an author's own soft hyphens are the only ones") {
  Hyphenation hyphenation;
  CHECK(broken(hyphenation, "популя\u00ADризация библиотеки", "ru") == "популя=ризация библиотеки");
}

TEST_CASE("a machine without patterns, or with a file that is none, hyphenates nothing") {
  Hyphenation none("/nowhere");
  CHECK(broken(none, "популяризация", "ru") == "популяризация");
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "kiosk-hyphenation-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "hyph_ru.dic") << "NO-SUCH-ENCODING\n.а1б\n";
  Hyphenation odd(folder);
  CHECK(broken(odd, "популяризация", "ru") == "популяризация");
  std::filesystem::remove_all(folder);
}
