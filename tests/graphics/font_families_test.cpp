#include "graphics/font_families.h"

#include "tests/catch.h"

using namespace kiosk;

namespace {
bool has(const std::string& families, const std::string& family) { return families.find(family) != std::string::npos; }
}  // namespace

TEST_CASE("the Han characters are those of the language") {
  for (const auto& [language, family] : {std::pair{"zh", "CJK SC"},
                                         {"zh-Hans", "CJK SC"},
                                         {"zh-CN", "CJK SC"},
                                         {"zh-Hans-HK", "CJK SC"},
                                         {"zh-Hant", "CJK TC"},
                                         {"zh_TW", "CJK TC"},
                                         {"ZH-HANT-TW", "CJK TC"},
                                         {"zh-HK", "CJK HK"},
                                         {"zh-Hant-HK", "CJK HK"},
                                         {"yue", "CJK HK"},
                                         {"ja", "CJK JP"},
                                         {"ja-JP", "CJK JP"},
                                         {"ko", "CJK KR"},
                                         {"ru", "CJK SC"},
                                         {"", "CJK SC"},
                                         {"jav", "CJK SC"},
                                         {"kok", "CJK SC"}}) {
    CAPTURE(language);
    CHECK(has(font_families(language, false), family));
  }
}

TEST_CASE("large sizes ask for the display cut first, then for the normal one") {
  CHECK(font_families("ru", true).starts_with("Inter Display, Inter, Noto Sans, "));
  CHECK(font_families("ru", false).starts_with("Inter, Noto Sans, "));
}

TEST_CASE("a machine without our fonts is asked for any sans serif") {
  CHECK(font_families("", true).ends_with(", sans-serif"));
}
