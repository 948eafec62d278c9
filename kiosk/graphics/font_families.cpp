#include "graphics/font_families.h"

#include <algorithm>
#include <cctype>

namespace kiosk {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return static_cast<char>(c == '_' ? '-' : std::tolower(static_cast<unsigned char>(c)));
  });
  return out;
}

// Unicode gives Chinese, Japanese and Korean one code for characters they draw differently.
std::string_view han_family(std::string_view language) {
  const std::string tag = lower(language) + '-';
  const auto has = [&tag](std::string_view part) { return tag.find(part) != std::string::npos; };
  if (tag.starts_with("ja-")) {
    return "Noto Sans CJK JP";
  }
  if (tag.starts_with("ko-")) {
    return "Noto Sans CJK KR";
  }
  if (tag.starts_with("yue-") || (tag.starts_with("zh-") && (has("-hk-") || has("-mo-")) && !has("-hans-"))) {
    return "Noto Sans CJK HK";
  }
  if (tag.starts_with("zh-") && (has("-hant-") || has("-tw-")) && !has("-hans-")) {
    return "Noto Sans CJK TC";
  }
  return "Noto Sans CJK SC";
}

}  // namespace

std::string font_families(std::string_view language, bool display) {
  std::string families = display ? "Inter Display, " : "";
  families +=
      "Inter, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Armenian, Noto Sans Georgian, "
      "Noto Sans Devanagari, Noto Sans Bengali, Noto Sans Gurmukhi, Noto Sans Gujarati, Noto Sans Tamil, "
      "Noto Sans Telugu, Noto Sans Kannada, Noto Sans Malayalam, Noto Sans Sinhala, Noto Sans Thai, Noto Sans Lao, "
      "Noto Sans Khmer, Noto Sans Myanmar, Noto Sans Ethiopic, ";
  families += han_family(language);
  // No emoji here: Pango asks for the family "emoji" by itself, and a colour font in this list would take
  // the digits, which it also has.
  families += ", Noto Sans Symbols, Noto Sans Symbols2, Noto Sans Math, sans-serif";
  return families;
}

}  // namespace kiosk
