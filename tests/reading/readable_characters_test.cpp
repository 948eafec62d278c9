#include "reading/readable_characters.h"

#include "reading/plain_text.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string times(int count, const std::string& part) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += part;
  }
  return text;
}

}  // namespace

TEST_CASE("the marks that scripts need stay") {
  for (const char* text : {"Tiếng Việt",
                           "Tie\u0302\u0301ng Vie\u0323\u0302t",    // Vietnamese, composed and not
                           "\u03B1\u0313\u0301\u0345",              // polytonic Greek: breathing, accent, iota
                           "i\u0328\u0307\u0303",                   // Lithuanian
                           "\u05E9\u05C1\u05BC\u05B8\u0591\u05BD",  // Hebrew: dots, vowel, accent, meteg
                           "\u0628\u0651\u064E\u06D6",              // Arabic with marks of the Quran
                           "ٱلْحَمْدُ لِلَّهِ",
                           "ที่นี่",
                           "น้ำ",
                           "กำลัง",
                           "हिन्दी क्षत्रिय",
                           "বাংলা ক্ষ",
                           "தமிழ்",
                           "ක්\u200Dෂ",
                           "မြန်မာ",
                           "ខ្មែរ",
                           "\u0F67\u0F90\u0FB5\u0FA8\u0FB3\u0FBA\u0F7C",  // a Tibetan stack of six
                           "රාජ්\u200Dය",
                           "がぎぐ",
                           "か\u3099",
                           "각",
                           "\u1100\u1161\u11A8",
                           "é",
                           "Å",
                           "й",
                           "и\u0306",
                           "1\uFE0F\u20E3",
                           "a\u20DD",

                           "ᠮᠣᠩᠭᠣᠯ",
                           "葛\U000E0100",
                           "‼\uFE0F",
                           "☺\uFE0E"}) {
    CAPTURE(text);
    CHECK(readable_characters(text) == text);
  }
}

TEST_CASE("marks do not stack higher than scripts need") {
  CHECK(readable_characters(times(3, "A" + times(100, "\u0301\u0316"))) == times(3, "A\u0301\u0316"));
  CHECK(readable_characters("A\u0301\u0301\u0301") == "A\u0301");
  // Three accents, and no fourth.
  CHECK(readable_characters("a\u0300\u0301\u0302") == "a\u0300\u0301\u0302");
  CHECK(readable_characters("a\u0300\u0301\u0302\u0303") == "a\u0300\u0301\u0302");
  CHECK(readable_characters("a\u0489\u20DD\u20DE\u20E0\u0489b") ==
        "a\u20DD\u20DE\u20E0b");  // U+0489 is Cyrillic's alone
  // Six marks of the script itself, and no seventh.
  const std::string six = "\u05E9\u05C1\u05BC\u05B8\u0591\u05BD\u05BF";
  CHECK(readable_characters(six) == six);
  CHECK(readable_characters(six + "\u05C4") == six);
  // Those of another script.
  CHECK(readable_characters("A" + times(50, "\u0E47\u0E49")) == "A");
  CHECK(readable_characters("ก" + times(50, "\u0E47\u0E49")) == "ก\u0E47\u0E49");
  CHECK(readable_characters("A\u064B\u0651") == "A");
  CHECK(readable_characters("ж\u05B8") == "ж");
  // Of each letter by itself, a blank included.
  CHECK(readable_characters("a\u0301a\u0301 \u0301a") == "a\u0301a\u0301 \u0301a");
}

TEST_CASE("what cannot be seen does not come in floods") {
  CHECK(readable_characters("a" + times(100, "\u200B") + "b") == "a\u200Bb");
  CHECK(readable_characters("a" + times(100, "\u200D\u200C\u2060\u00AD") + "b") == "a\u200D\u200Cb");
  CHECK(readable_characters("a" + times(9, "\uFE0F") + "b\uFE0E\uFE0F") == "a\uFE0Fb\uFE0E");
  CHECK(readable_characters("a" + times(99, "\U000E0100\U000E01EF") + "b") == "a\U000E0100b");
  CHECK(readable_characters("\uFE0F a") == " a");
  CHECK(readable_characters("ab\u034F\u034F\u180Ec") == "ab\u034F\u180Ec");
}

TEST_CASE("tags stay in flags alone") {
  const std::string scotland = "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";
  CHECK(readable_characters(scotland + "!") == scotland + "!");
  CHECK(readable_characters("a\U000E0041\U000E0042\U000E007Fb\U000E0001") == "ab");
  CHECK(readable_characters("🏴\U000E0067x\U000E007F") == "🏴x");
  CHECK(readable_characters("🏴" + times(7, "\U000E0067") + "\U000E007F") == "🏴");
  CHECK(readable_characters("🏴" + times(6, "\U000E0067") + "\U000E007F") ==
        "🏴" + times(6, "\U000E0067") + "\U000E007F");
}

TEST_CASE("emoji are whole whatever they are joined of") {
  for (const char* text : {"👩\u200D👩\u200D👧\u200D👦", "🏳\uFE0F\u200D🌈", "👍🏽", "🇫🇷🇩🇪", "👨🏿\u200D🦰",
                           "❤\uFE0F\u200D🔥", "🧑🏻\u200D❤\uFE0F\u200D💋\u200D🧑🏼", "#\uFE0F\u20E3"}) {
    CAPTURE(text);
    CHECK(readable_characters(text) == text);
  }
}

TEST_CASE("what no font shows goes") {
  CHECK(readable_characters("a\uE000\uF8FF\U000F0000\U0010FFFDb") == "ab");
  CHECK(readable_characters("a\uFDD0\uFFFE\U0001FFFFb") == "ab");
  CHECK(readable_characters("a\uFFF9b\uFFFAc\uFFFBd\uFFFCe") == "abcde");
  CHECK(readable_characters("a\xff\xc0\x80\xed\xa0\x80z") == "a" + times(6, "\uFFFD") + "z");
  CHECK(readable_characters("\uFDFD") == "\uFDFD");
}

TEST_CASE("a text of which nothing can be seen is empty") {
  for (const char* text : {"", " ", "\u200B", "\u2060\u00AD", "\u2800\u2800", "\u3164", "\uFFA0", "\u0301\u0302",
                           "\uE000", "\U000E0041", "\u202E\u202C", "\u2003\u00A0\u3000", "\uFE0F"}) {
    CAPTURE(text);
    CHECK(readable_characters(text).empty());
    CHECK(plain_text(text).empty());
  }
  CHECK(plain_text("a\u2800\u2800b") == "a b");
}

TEST_CASE("marks that are written as character references are marks") {
  CHECK(plain_text("A" + times(50, "&#x301;&#x316;")) == "A\u0301\u0316");
  CHECK(plain_text("*A\uFDD0* &#xE000;b") == "A b");
}
