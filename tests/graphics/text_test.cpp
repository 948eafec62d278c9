#include "graphics/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

namespace {

const Color white{255, 255, 255, 255};

struct Script {
  const char* name;
  const char* language;
  std::string text;
};

const std::vector<Script>& scripts() {
  static const std::vector<Script> all{
      {"Cyrillic", "ru", "Экспертная площадка «Библиотека как центр притяжения» — Ёлкина Й Щ, до 15:30 · 48 мин"},
      {"Latin", "en", "The quick brown fox jumps over the lazy dog, fjord Ågren ÄÖÜ"},
      {"Arabic", "ar", "مرحبا بكم في المكتبة الإقليمية: قاعة غوركي ١٢:٣٠"},
      {"Hebrew", "he", "ברוכים הבאים לספרייה (אולם 2)"},
      {"Japanese", "ja", "図書館へようこそ。新しい読書の形"},
      {"Chinese", "zh", "欢迎来到图书馆，新的阅读形式"},
      {"Korean", "ko", "도서관에 오신 것을 환영합니다"},
      {"Thai", "th", "ยินดีต้อนรับสู่ห้องสมุดประจำภูมิภาค"},
      {"Devanagari", "hi", "पुस्तकालय में आपका स्वागत है"},
      {"emoji", "en", "Books 📚 and 👩‍🚀 and 🇩🇪"},
      {"marks on marks", "en", "Z̸͚̈́a̶͇͌l̵͉̀g̶̳̽ő̷"},
  };
  return all;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += (i == 0 ? "" : " ") + text;
  }
  return out;
}

int alpha_at(const TextBitmap& bitmap, int x, int y) {
  const std::size_t texel = static_cast<std::size_t>(y) * bitmap.size.width + x;
  return bitmap.colored ? bitmap.pixels[texel * 4 + 3] : bitmap.pixels[texel];
}

double ink_of(const TextBitmap& bitmap) {
  double ink = 0;
  for (int y = 0; y < bitmap.size.height; ++y) {
    for (int x = 0; x < bitmap.size.width; ++x) {
      ink += alpha_at(bitmap, x, y) / 255.0;
    }
  }
  return ink;
}

bool edge_is_clear(const TextBitmap& bitmap) {
  for (int x = 0; x < bitmap.size.width; ++x) {
    if (alpha_at(bitmap, x, 0) != 0 || alpha_at(bitmap, x, bitmap.size.height - 1) != 0) {
      return false;
    }
  }
  for (int y = 0; y < bitmap.size.height; ++y) {
    if (alpha_at(bitmap, 0, y) != 0 || alpha_at(bitmap, bitmap.size.width - 1, y) != 0) {
      return false;
    }
  }
  return true;
}

// The same picture to the eye: runs that are shaped apart may stand a fraction of a pixel elsewhere.
bool look_alike(const TextBitmap& a, const TextBitmap& b) {
  if (std::abs(a.size.width - b.size.width) > 1 || std::abs(a.size.height - b.size.height) > 1) {
    return false;
  }
  double difference = 0;
  for (int y = 0; y < std::min(a.size.height, b.size.height); ++y) {
    for (int x = 0; x < std::min(a.size.width, b.size.width); ++x) {
      difference += std::abs(alpha_at(a, x, y) - alpha_at(b, x, y)) / 255.0;
    }
  }
  UNSCOPED_INFO("difference " << difference << " of " << ink_of(a));
  return difference < 0.1 * ink_of(a);
}

// Of the letter's stem, in pixels: its rows that are half as dark as the darkest count half.
double stem_height(const TextBitmap& bitmap) {
  int darkest = 1;
  int most = 0;
  for (int x = 0; x < bitmap.size.width; ++x) {
    int column = 0;
    int top = 1;
    for (int y = 0; y < bitmap.size.height; ++y) {
      column += alpha_at(bitmap, x, y);
      top = std::max(top, alpha_at(bitmap, x, y));
    }
    if (column > most) {
      most = column;
      darkest = top;
    }
  }
  return static_cast<double>(most) / darkest;
}

}  // namespace

TEST_CASE("a capital is as high as was asked, at every size, weight and cut") {
  TextEngine engine;
  for (const bool display : {false, true}) {
    for (const int weight : {400, 600, 700}) {
      for (const float cap : {14.4F, 22.0F, 54.0F, 108.5F}) {
        for (const char* letter : {"H", "Н", "E"}) {  // the second is Cyrillic
          const auto bitmap =
              engine.rasterise({.text = letter, .cap_height = cap, .weight = weight, .display = display}, white);
          CAPTURE(display, weight, cap, letter);
          CHECK(stem_height(bitmap) == Approx(cap).margin(0.5));
        }
      }
    }
  }
}

TEST_CASE("letters stand on the base line") {
  TextEngine engine;
  const TextRequest request{.text = "HHH", .cap_height = 40};
  const TextBitmap bitmap = engine.rasterise(request, white);
  const float bottom = bitmap.origin.y + static_cast<float>(bitmap.size.height) - 1;  // a clear row is around
  CHECK(bottom == engine.measure(request).first_baseline);
  CHECK(bitmap.origin.y == std::floor(bitmap.origin.y));
  CHECK(bitmap.origin.x == std::floor(bitmap.origin.x));
}

TEST_CASE("capitals stand in the middle of their line") {
  TextEngine engine;
  for (const float line_height : {1.0F, 1.3F, 2.0F}) {
    const TextExtent extent = engine.measure({.text = "Hg", .cap_height = 50, .line_height = line_height});
    CHECK(extent.first_baseline - 25 == Approx(extent.height / 2).margin(0.51));
  }
}

TEST_CASE("a block is as high as its lines, whatever letters they hold") {
  TextEngine engine;
  const float distance = engine.measure({.text = "x", .cap_height = 30}).height;
  CHECK(distance > 30);
  for (const Script& script : scripts()) {
    const std::string text = repeated(script.text, 10);
    const TextExtent extent =
        engine.measure({.text = text, .language = script.language, .cap_height = 30, .width = 400});
    CAPTURE(script.name);
    CHECK(extent.lines > 1);
    CHECK(extent.height == Approx(distance * static_cast<float>(extent.lines)));
    CHECK(extent.width <= 400.1F);
    CHECK(extent.width > 150);
  }
}

TEST_CASE("line height spreads the lines and nothing else") {
  TextEngine engine;
  TextRequest request{.text = "one two three four five six", .cap_height = 20, .width = 120, .line_height = 1};
  const TextExtent tight = engine.measure(request);
  request.line_height = 1.5F;
  const TextExtent wide = engine.measure(request);
  CHECK(wide.lines == tight.lines);
  CHECK(wide.width == tight.width);
  CHECK(wide.height == Approx(tight.height * 1.5F));
}

TEST_CASE("ink of the line height that its script needs is not cut") {
  TextEngine engine;
  for (const Script& script : scripts()) {
    if (std::string_view(script.name) == "marks on marks") {
      continue;
    }
    const bool tall = script.name[0] == 'A' || script.name[0] == 'D' || script.name[0] == 'T';
    for (const float cap : {9.0F, 31.0F, 120.0F}) {
      for (const bool struck : {false, true}) {
        const TextBitmap bitmap = engine.rasterise({.text = script.text,
                                                    .language = script.language,
                                                    .cap_height = cap,
                                                    .weight = 700,
                                                    .struck = struck,
                                                    .width = 600,
                                                    .line_height = tall ? 1.5F : 1.12F},
                                                   white);
        CAPTURE(script.name, cap, struck);
        REQUIRE(bitmap.size.width > 2);
        REQUIRE(bitmap.pixels.size() ==
                static_cast<std::size_t>(bitmap.size.width) * bitmap.size.height * (bitmap.colored ? 4 : 1));
        CHECK(edge_is_clear(bitmap));
        CHECK(ink_of(bitmap) > cap);
      }
    }
  }
}

TEST_CASE("a heap of marks stays near its text's block") {
  TextEngine engine;
  for (const std::string& marks : {repeated("\u0301\u0316", 100), repeated("\u0E49\u0E39", 100),
                                   std::string("\u0F90\u0FB5\u0FA8\u0FB3\u0FBA"), repeated("\u05B8\u0591", 100)}) {
    std::string text;
    for (const char c : marks) {
      text += c == ' ' ? "" : std::string(1, c);
    }
    for (const char* letter : {"A", "ก", "\u0F67", "ש", "\uFDFD", ""}) {
      const std::string whole = letter + text;
      const TextRequest request{.text = whole, .cap_height = 40, .width = 600, .line_height = 1.14F};
      const TextExtent extent = engine.measure(request);
      const TextBitmap bitmap = engine.rasterise(request, white);
      CAPTURE(whole);
      const auto overhang = static_cast<float>(std::ceil(text_overhang * 40 / 0.7) + 1);
      CHECK(bitmap.origin.x >= -overhang);
      CHECK(bitmap.origin.y >= -overhang);
      CHECK(bitmap.origin.x + static_cast<float>(bitmap.size.width) <= 600 + overhang);
      CHECK(bitmap.origin.y + static_cast<float>(bitmap.size.height) <= extent.height + overhang);
    }
  }
}

TEST_CASE("text grows in proportion, and breaks where it broke") {
  TextEngine engine;
  const std::string& title = scripts()[0].text;
  const TextExtent small = engine.measure({.text = title, .language = "ru", .cap_height = 20, .width = 300});
  const TextExtent large = engine.measure({.text = title, .language = "ru", .cap_height = 60, .width = 900});
  CHECK(large.lines == small.lines);
  CHECK(large.width == Approx(small.width * 3).epsilon(0.001));
  CHECK(large.height == Approx(small.height * 3).epsilon(0.001));
}

TEST_CASE("a block that is given its own width does not wrap") {
  TextEngine engine;
  for (const Script& script : scripts()) {
    for (float cap = 11.3F; cap < 90; cap *= 1.37F) {
      TextRequest request{.text = script.text, .language = script.language, .cap_height = cap};
      const TextExtent free = engine.measure(request);
      CAPTURE(script.name, cap);
      CHECK(free.lines == 1);
      request.width = free.width;
      const TextExtent bound = engine.measure(request);
      CHECK(bound.lines == 1);
      CHECK(bound.width == free.width);
    }
  }
}

TEST_CASE("no width: one line, however long") {
  TextEngine engine;
  const TextExtent extent = engine.measure({.text = repeated(scripts()[0].text, 4), .cap_height = 80});
  CHECK(extent.lines == 1);
  CHECK(extent.width > 10'000);
}

TEST_CASE("a word wider than the line is broken, and that is reported") {
  TextEngine engine;
  const auto broken = [&engine](const char* text, float width) {
    return engine.measure({.text = text, .cap_height = 20, .width = width}).broken_word;
  };
  CHECK(broken("Durchschnittsgeschwindigkeitsmessung", 150));
  CHECK(broken("зал Достопримечательность", 120));
  CHECK_FALSE(broken("Durchschnittsgeschwindigkeitsmessung", 2000));
  CHECK_FALSE(broken("one two three four", 80));
  CHECK_FALSE(broken("one\ntwo\n\nthree", 400));
  CHECK_FALSE(broken("北京市图书馆北京市图书馆北京市图书馆", 100));  // breaks between any two
  CHECK_FALSE(broken("Durch\u00ADschnitts\u00ADgeschwin\u00ADdig\u00ADkeit", 170));
  CHECK_FALSE(broken("", 10));
}

TEST_CASE("a soft hyphen shows only where the line breaks at it") {
  TextEngine engine;
  const float plain = engine.measure({.text = "Bibliothek", .cap_height = 20}).width;
  CHECK(engine.measure({.text = "Biblio\u00ADthek", .cap_height = 20}).width == Approx(plain).epsilon(0.02));
  const TextExtent broken = engine.measure({.text = "Biblio\u00ADthek", .cap_height = 20, .width = plain * 0.7F});
  CHECK(broken.lines == 2);
  const float half = engine.measure({.text = "Biblio", .cap_height = 20}).width;
  CHECK(broken.width > half + 2);  // by its hyphen
}

TEST_CASE("what a soft hyphen draws is what was measured") {
  TextEngine engine;
  for (const auto& [before, behind, language] :
       {std::tuple{"Biblio", "thek", "de"}, {"Библио", "тека", "ru"}, {"Разви", "тие", "ru"}}) {
    CAPTURE(before);
    const std::string soft = std::string(before) + "\u00AD" + behind;
    const auto drawn = [&](const std::string& text, float width) {
      return engine.rasterise({.text = text, .language = language, .cap_height = 40, .weight = 700, .width = width},
                              white);
    };
    // No break, no ink.
    CHECK(ink_of(drawn(soft, 0)) == Approx(ink_of(drawn(std::string(before) + behind, 0))).epsilon(0.002));
    // A break: the very picture of a hyphen and a line feed.
    const std::string hyphenated = std::string(before) + "\u2010\n" + behind;
    const float width = engine.measure({.text = hyphenated, .cap_height = 40, .weight = 700}).width + 3;
    const TextBitmap broken = drawn(soft, width);
    const TextBitmap expected = drawn(hyphenated, width);
    CHECK(broken.size == expected.size);
    CHECK(ink_of(broken) == Approx(ink_of(expected)).epsilon(0.01));
    CHECK(engine.measure({.text = soft, .language = language, .cap_height = 40, .weight = 700, .width = width}).width <=
          width);
  }
}

TEST_CASE("a word is parted at the last soft hyphen that leaves room for the hyphen itself") {
  TextEngine engine;
  const std::string word = "Ge\u00ADmein\u00ADschafts\u00ADbi\u00ADblio\u00ADthek";
  for (float width = 120; width < 400; width += 7) {
    const TextExtent extent = engine.measure({.text = word, .language = "de", .cap_height = 20, .width = width});
    CAPTURE(width);
    CHECK(extent.width <= width);
    CHECK_FALSE(extent.broken_word);
  }
}

TEST_CASE("what must not be torn apart is not") {
  TextEngine engine;
  const float with = engine.measure({.text = "в\u00A0библиотеке", .cap_height = 20}).width;
  const TextExtent extent = engine.measure({.text = "встреча в\u00A0библиотеке", .cap_height = 20, .width = with + 5});
  CHECK(extent.lines == 2);
  CHECK(extent.width == Approx(with).epsilon(0.01));
}

TEST_CASE("line feeds of every kind part paragraphs") {
  TextEngine engine;
  for (const char* text : {"a\nb\nc", "a\r\nb\r\nc", "a\rb\nc", "a\u2029b\u2029c", "a\u2028b\u2028c"}) {
    CHECK(engine.measure({.text = text, .cap_height = 20}).lines == 3);
  }
  CHECK(engine.measure({.text = "a\n\nc", .cap_height = 20}).lines == 3);
}

TEST_CASE("tabular digits are of one width") {
  TextEngine engine;
  const auto width = [&engine](const char* text, bool tabular) {
    return engine.measure({.text = text, .cap_height = 40, .tabular = tabular}).width;
  };
  CHECK(width("1111", false) < width("0000", false));
  for (const char* digits : {"1111", "2345", "6789", "7017"}) {
    CHECK(width(digits, true) == Approx(width("0000", true)).epsilon(1e-4));
  }
}

TEST_CASE("lines stand at the side that was asked, whatever way their letters run") {
  TextEngine engine;
  for (const char* text : {"Hall", "قاعة", "אולם", "14:00", "قاعة Hall", "Hall قاعة"}) {
    const float width = engine.measure({.text = text, .cap_height = 20}).width;
    for (const bool right_to_left : {false, true}) {
      const auto left_of = [&](TextAlign align) {
        return engine
            .rasterise({.text = text, .cap_height = 20, .width = 1000, .align = align, .right_to_left = right_to_left},
                       white)
            .origin.x;
      };
      CAPTURE(text, right_to_left);
      CHECK(left_of(TextAlign::left) == Approx(0).margin(4));
      CHECK(left_of(TextAlign::center) == Approx(500 - width / 2).margin(4));
      CHECK(left_of(TextAlign::right) == Approx(1000 - width).margin(4));
    }
  }
}

TEST_CASE("without a width the short lines stand at the side that was asked, beside the longest") {
  TextEngine engine;
  const auto short_line = [&engine](TextAlign align) {
    const TextBitmap bitmap =
        engine.rasterise({.text = "قاعة المؤتمرات الكبيرة\nنعم", .cap_height = 20, .align = align}, white);
    int left = bitmap.size.width;
    int right = 0;
    for (int y = bitmap.size.height * 2 / 3; y < bitmap.size.height; ++y) {
      for (int x = 0; x < bitmap.size.width; ++x) {
        if (alpha_at(bitmap, x, y) > 0) {
          left = std::min(left, x);
          right = std::max(right, x);
        }
      }
    }
    return std::pair{left, bitmap.size.width - right};
  };
  const auto at_left = short_line(TextAlign::left);
  CHECK(at_left.first < 8);
  CHECK(at_left.second > 50);
  const auto at_right = short_line(TextAlign::right);
  CHECK(at_right.first > 50);
  CHECK(at_right.second < 8);
}

TEST_CASE("a text without letters runs as the request says, one with letters its own way") {
  TextEngine engine;
  const auto drawn = [&engine](const char* text, bool right_to_left) {
    return engine.rasterise({.text = text, .cap_height = 20, .right_to_left = right_to_left}, white);
  };
  // Of a span of times the later stands at the left where letters run from the right.
  CHECK(look_alike(drawn("10:15 — 22:48", true), drawn("22:48 — 10:15", false)));
  CHECK_FALSE(look_alike(drawn("10:15 — 22:48", true), drawn("10:15 — 22:48", false)));
  CHECK(look_alike(drawn("…", true), drawn("…", false)));
  for (const char* text : {"Hall 2, 10:15 — 22:48", "قاعة 2، 10:15 — 22:48", "(2) Зал", "10:15 — ספרייה"}) {
    CAPTURE(text);
    CHECK(look_alike(drawn(text, true), drawn(text, false)));
  }
}

TEST_CASE("the way of letterless text does not stay for the next one") {
  TextEngine engine;
  const TextRequest plain{.text = "10:15 — 22:48", .cap_height = 20};
  TextRequest turned = plain;
  turned.right_to_left = true;
  const auto first = engine.rasterise(plain, white).pixels;
  const auto second = engine.rasterise(turned, white).pixels;
  CHECK((engine.rasterise(plain, white).pixels == first));
  CHECK((engine.rasterise(turned, white).pixels == second));
}

TEST_CASE("marks that only steer the order are drawn as nothing") {
  TextEngine engine;
  const auto drawn = [&engine](const std::string& text) {
    return engine.rasterise({.text = text, .cap_height = 40}, white);
  };
  const float width = engine.measure({.text = "Hall 5", .cap_height = 40}).width;
  for (const std::string mark : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u200F", "\u202A", "\u202B",
                                 "\u202C", "\u202D", "\u061C", "\u200B", "\u2060", "\uFEFF"}) {
    CAPTURE(mark);
    CHECK(drawn(mark).pixels.empty());
    CHECK(look_alike(drawn("Hall " + mark + "5"), drawn("Hall 5")));
    CHECK(engine.measure({.text = "Hall " + mark + "5", .cap_height = 40}).width == Approx(width));
  }
  CHECK(look_alike(drawn("\u2068Hall\u2069 5"), drawn("Hall 5")));
  CHECK(look_alike(drawn("\u2068قاعة\u2069 — 5"), drawn("قاعة — 5")));
  // An isolate keeps its number from joining the Arabic words around it.
  CHECK_FALSE(look_alike(drawn("Hall \u2068قاعة\u2069 5"), drawn("Hall قاعة 5")));
}

TEST_CASE("Arabic letters join, and Hebrew runs from the right") {
  TextEngine engine;
  const auto width = [&engine](const std::string& text) {
    return engine.measure({.text = text, .cap_height = 40}).width;
  };
  // Alone, the three letters of "مكت" are wider than joined.
  CHECK(width("مكت") < 0.95F * (width("م") + width("ك") + width("ت")));
  // A full stop after Hebrew stands at its left.
  const auto with = engine.rasterise({.text = "אולם.", .cap_height = 40}, white);
  const auto without = engine.rasterise({.text = "אולם", .cap_height = 40}, white);
  double low = 0;
  for (int x = 0; x < (with.size.width - without.size.width); ++x) {
    for (int y = 0; y < with.size.height / 2; ++y) {
      low += alpha_at(with, x, y);
    }
  }
  CHECK(low == 0);  // at the left only the stop's dot, below
}

TEST_CASE("an Arabic word is one stroke of the pen, but where its letters do not join") {
  TextEngine engine;
  const auto strokes = [&engine](const char* text) {
    const TextBitmap bitmap = engine.rasterise({.text = text, .language = "ar", .cap_height = 60}, white);
    int count = 0;
    bool inside = false;
    for (int x = 0; x < bitmap.size.width; ++x) {
      bool ink = false;
      for (int y = 0; y < bitmap.size.height; ++y) {
        ink = ink || alpha_at(bitmap, x, y) > 30;
      }
      count += ink && !inside ? 1 : 0;
      inside = ink;
    }
    return count;
  };
  CHECK(strokes("سلسبيل") == 1);
  CHECK(strokes("مكتبة") == 1);
  CHECK(strokes("م ك ت ب ة") == 5);
  CHECK(strokes("دار") == 3);  // none of the three joins what follows
}

TEST_CASE("Han characters are drawn as the language writes them") {
  TextEngine engine;
  const auto drawn = [&engine](const char* language) {
    return engine.rasterise({.text = "骨直刃", .language = language, .cap_height = 60}, white).pixels;
  };
  CHECK(drawn("ja") != drawn("zh"));
  CHECK(drawn("zh") != drawn("zh-Hant"));
  CHECK(drawn("zh") == drawn("ru"));
}

TEST_CASE("fallback fonts draw real letters: no two of them alike") {
  TextEngine engine;
  // Boxes of missing glyphs with the same number of digits would be of one ink.
  for (const auto& [a, b] :
       {std::pair{"ق", "غ"}, {"א", "ש"}, {"読", "書"}, {"ก", "ญ"}, {"क", "ज"}, {"Ж", "Щ"}, {"한", "글"}}) {
    CAPTURE(a, b);
    const auto first = engine.rasterise({.text = a, .cap_height = 40}, white);
    const auto second = engine.rasterise({.text = b, .cap_height = 40}, white);
    CHECK(std::abs(ink_of(first) - ink_of(second)) > 5);
  }
}

TEST_CASE("only a block with colour glyphs is in colour, its letters in the colour asked") {
  TextEngine engine;
  const Color amber{255, 190, 60, 255};
  CHECK_FALSE(engine.rasterise({.text = "Зал №1, 12:30 #5 * ©", .cap_height = 30}, amber).colored);
  const TextBitmap bitmap = engine.rasterise({.text = "H 📚", .cap_height = 60}, amber);
  REQUIRE(bitmap.colored);
  bool has_amber = false;
  bool has_other = false;
  for (std::size_t i = 0; i < bitmap.pixels.size(); i += 4) {
    if (bitmap.pixels[i + 3] == 255) {
      const bool is_amber = bitmap.pixels[i] == 255 && bitmap.pixels[i + 1] == 190 && bitmap.pixels[i + 2] == 60;
      has_amber = has_amber || is_amber;
      has_other = has_other || bitmap.pixels[i + 2] > bitmap.pixels[i] + 20;  // blue is on every bookshelf
    }
  }
  CHECK(has_amber);
  CHECK(has_other);
}

TEST_CASE("a colour's alpha fades the whole of a coloured block") {
  TextEngine engine;
  const TextBitmap bitmap = engine.rasterise({.text = "H 📚", .cap_height = 60}, {255, 255, 255, 100});
  int most = 0;
  for (std::size_t i = 3; i < bitmap.pixels.size(); i += 4) {
    most = std::max(most, int{bitmap.pixels[i]});
  }
  CHECK(most == 100);
}

TEST_CASE("struck text has a line from end to end, and stays readable") {
  TextEngine engine;
  const TextRequest plain{.text = "14:00 — 15:30", .cap_height = 40};
  TextRequest request = plain;
  request.struck = true;
  const TextBitmap struck = engine.rasterise(request, white);
  int full_rows = 0;
  const int width = static_cast<int>(engine.measure(plain).width);
  for (int y = 0; y < struck.size.height; ++y) {
    int covered = 0;
    for (int x = 0; x < struck.size.width; ++x) {
      covered += alpha_at(struck, x, y) > 128 ? 1 : 0;
    }
    full_rows += covered >= width - 2 ? 1 : 0;
  }
  CHECK(full_rows >= 2);
  CHECK(full_rows <= 6);  // of 40
  CHECK(engine.measure(request).width == engine.measure(plain).width);
}

TEST_CASE("no text and no size take no room") {
  TextEngine engine;
  for (const TextRequest& request :
       {TextRequest{.text = "", .cap_height = 20}, TextRequest{.text = "a", .cap_height = 0},
        TextRequest{.text = "a", .cap_height = -4},
        TextRequest{.text = "a", .cap_height = std::numeric_limits<float>::quiet_NaN()},
        TextRequest{.text = "a", .cap_height = std::numeric_limits<float>::infinity()}}) {
    CHECK(engine.measure(request).lines == 0);
    CHECK(engine.measure(request).height == 0);
    CHECK(engine.rasterise(request, white).pixels.empty());
  }
  CHECK(engine.rasterise({.text = " \u00A0 ", .cap_height = 20}, white).pixels.empty());
}

TEST_CASE("bytes that are no text are shown as such, and never harm") {
  TextEngine engine;
  const std::vector<std::string> nasty{"\xff\xfe",
                                       "a\xc3",
                                       "\xed\xa0\x80\xed\xb0\x80",
                                       std::string("a\0b", 3),
                                       "\x01\x02\x1b[31m\x7f",
                                       "\xc2\x85\xc2\x9f",
                                       "\u202E\u202D\u2066\u2069\u200F\u200E",
                                       "\u202Ereversed",
                                       "\uFEFF\uFFFE\uFFFF",
                                       "\xf4\x90\x80\x80",
                                       "\u0301\u0301\u0301",
                                       std::string(9000, '\xff'),
                                       repeated("\u202A", 300),
                                       "\n",
                                       "\r\n\r\n",
                                       "\t\v\f"};
  for (const std::string& text : nasty) {
    for (const float width : {0.0F, 1.0F, 200.0F}) {
      const TextExtent extent =
          engine.measure({.text = text, .language = "x\xff-\n", .cap_height = 12, .width = width});
      CHECK(extent.lines >= 1);
      CHECK(std::isfinite(extent.width));
      engine.rasterise({.text = text, .cap_height = 12, .width = width}, white);
    }
  }
  const auto replaced = engine.rasterise({.text = "a\xff", .cap_height = 40}, white);
  const auto marked = engine.rasterise({.text = "a\uFFFD", .cap_height = 40}, white);
  CHECK(replaced.pixels == marked.pixels);
  const auto clean = engine.rasterise({.text = "a\x01\x1b"
                                               "b",
                                       .cap_height = 40},
                                      white);
  CHECK(clean.pixels == engine.rasterise({.text = "ab", .cap_height = 40}, white).pixels);
}

TEST_CASE("three hundred characters of any script keep to the width") {
  TextEngine engine;
  for (const Script& script : scripts()) {
    const std::string text = repeated(script.text, 12);
    for (const float width : {150.0F, 700.0F, 2600.0F}) {
      const TextRequest request{
          .text = text, .language = script.language, .cap_height = 28, .weight = 700, .width = width};
      const TextExtent extent = engine.measure(request);
      CAPTURE(script.name, width);
      CHECK(extent.width <= width + 0.1F);
      const TextBitmap bitmap = engine.rasterise(request, white);
      CHECK(bitmap.origin.x >= -28);
      CHECK(bitmap.origin.x + static_cast<float>(bitmap.size.width) <= width + 28);
      CHECK(bitmap.origin.y + static_cast<float>(bitmap.size.height) <= extent.height + 28);
    }
  }
}

TEST_CASE("a bitmap has an end, and so has a text") {
  TextEngine engine;
  const std::string endless(200'000, 'm');
  const TextBitmap bitmap = engine.rasterise({.text = endless, .cap_height = 20}, white);
  CHECK(bitmap.size.width == 16384);
  CHECK(bitmap.size.height < 100);
}

TEST_CASE("the same request gives the same answer, whatever was asked between") {
  TextEngine engine;
  const TextRequest request{.text = scripts()[0].text, .language = "ru", .cap_height = 33, .weight = 700, .width = 500};
  const TextExtent first = engine.measure(request);
  const TextBitmap bitmap = engine.rasterise(request, white);
  for (const Script& script : scripts()) {
    engine.measure({.text = script.text, .language = script.language, .cap_height = 50, .tabular = true, .width = 90});
  }
  const TextExtent again = engine.measure(request);
  CHECK(again.lines == first.lines);
  CHECK(again.width == first.width);
  CHECK(engine.rasterise(request, white).pixels == bitmap.pixels);
  TextEngine fresh;
  CHECK(fresh.rasterise(request, white).pixels == bitmap.pixels);
}
