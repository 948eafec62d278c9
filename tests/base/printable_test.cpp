#include "base/printable.h"

#include <string>
#include <vector>

#include "base/problem.h"
#include "base/words.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

struct Case {
  std::string written;
  std::string shown;
};

// What people have put into ids and names to reach the terminal behind them.
const std::vector<Case> hostile = {
    {"a\u009b2J\u202e", "a 2J "},            // C1's "control sequence", and a reversal
    {"A\u009b31m", "A 31m"},                 //
    {"a\x1b]0;title\ab", "a ]0;title b"},    // a window's title
    {"a\x1b[2J\x1b[1;1H", "a [2J [1;1H"},    //
    {"a\r\nb: error: c", "a  b: error: c"},  // a line of its own
    {"a\u0085b\u2028c\u2029d", "a b c d"},   // line ends beyond ASCII
    {"a\x9b"
     "2J",
     "a\uFFFD2J"},                                                                   // C1 in a terminal of 8 bits
    {"a\xc2", "a\uFFFD"},                                                            // half a character
    {"\xc0\x9b\xe0\x80\x9b", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},                      // overlong
    {"\xed\xa0\x80\xf4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},  // a surrogate, beyond U+10FFFF
    {"a\u2066b\u2069\u061c\u200e\u200f\u202a\u202cc", "a b      c"},                 // directions
    {"\ufeffa\u206a\ufff9b\ufffb", " a  b "},                                        //
    {"a\U000e0041\U000e007f\ufdd0\uffff\U0010fffe", "a     "},                       // tags and noncharacters
    {std::string("a\0b", 3), "a b"},                                                 //
    {"a\x7f", "a "}};

}  // namespace

TEST_CASE("a text that may be printed steers nothing and is one line") {
  for (const Case& text : hostile) {
    CAPTURE(text.written);
    CHECK(printable(text.written) == text.shown);
    CHECK(printable(text.shown) == text.shown);
  }
}

TEST_CASE("the letters of all scripts, their joiners and emoji may be printed") {
  for (const char* text :
       {"", "gorky", "Зал №1", "日本語", "می\u200Cخواهم", "क्\u200Dष", "👩\u200D👧", "🏳\uFE0F\u200D🌈", "שלום", "é",
        "a\u00ADb", "\u00A0", "\uFFFD", "\uFDFA", "\U0001F1EB\U0001F1F7", "퟿"}) {
    CHECK(printable(text) == text);
  }
}

TEST_CASE("a character steers just within its ranges") {
  for (const char32_t edge :
       {0x00,   0x1F,   0x7F,   0x9F,   0x061C, 0x200E, 0x200F, 0x2028,  0x202E,   0x2066,  0x206F,
        0xFDD0, 0xFDEF, 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0000, 0xE007F}) {
    CAPTURE(static_cast<unsigned>(edge));
    CHECK(steers(edge));
  }
  for (const char32_t edge : {0x20,   0x7E,   0xA0,   0x061B, 0x061D, 0x200D, 0x2010, 0x2027, 0x202F,  0x2065,
                              0x2070, 0xFDCF, 0xFDF0, 0xFEFE, 0xFF00, 0xFFF8, 0xFFFC, 0xFFFD, 0x1FFFD, 0xE0080}) {
    CAPTURE(static_cast<unsigned>(edge));
    CHECK_FALSE(steers(edge));
  }
}

TEST_CASE("problems and quotations steer no terminal, whatever they are made of") {
  for (const Case& text : hostile) {
    CAPTURE(text.written);
    CHECK(in_quotes(text.written) == '"' + text.shown + '"');
    CHECK(to_string({.file = text.written, .where = text.written, .what = text.written, .right = text.written}) ==
          text.shown + ": " + text.shown + ": " + text.shown + "; " + text.shown);
  }
}
