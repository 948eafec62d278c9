#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/printable.h"
#include "typesetting/line_breaker.h"
#include "typesetting/ruler.h"

namespace kiosk::test {

// A ruler with letters all equally wide, 0.8 of their capitals' height, so that a test can count. Breaks lines at
// spaces and where a line separator stands.
class Typewriter : public Ruler {
 public:
  TextSize text_size(std::string_view text, const TextStyle& style, float width) override {
    const float letter = 0.8F * style.cap_height;
    TextSize size;
    size.lines = 1;
    float line = 0;
    float word = 0;
    const auto end_line = [&] {
      size.width = std::max(size.width, line);
      line = 0;
      ++size.lines;
    };
    const auto end_word = [&] {
      if (width > 0 && line > 0 && line + word > width + 0.01F) {
        end_line();
      }
      size.broken_word = size.broken_word || (width > 0 && word > width + 0.01F);
      line += word;
      word = 0;
    };
    while (!text.empty()) {
      const CodePoint next = first_code_point(text);
      text.remove_prefix(next.bytes);
      if (next.code == 0x2028) {
        end_word();
        end_line();
      } else if (next.code == ' ') {
        end_word();
        line += letter;
      } else if (next.code != 0x00AD && next.code != 0x2060) {
        word += letter;
      }
    }
    end_word();
    size.width = std::max(size.width, line);
    size.shortest = line;
    size.height = static_cast<float>(size.lines) * style.line_height * style.cap_height / 0.7F;
    size.baseline = style.cap_height;
    return size;
  }

  LineBreaker& line_breaker(std::string_view text, const TextStyle& style) override {
    return breakers_.insert_or_assign(std::string(text), LineBreaker(*this, text, style)).first->second;
  }

  // One break, in the middle of a word that the test knows.
  std::string hyphenated(std::string_view text, std::string_view language) override {
    std::string broken(text);
    if (const auto at = broken.find("гра"); language == "ru" && at != std::string::npos) {
      broken.insert(at, "\u00AD");
    }
    return broken;
  }

  int qr_modules(std::string_view /*payload*/) override { return 21; }
  std::optional<Size> picture_size(std::string_view /*address*/) override { return std::nullopt; }

 private:
  std::map<std::string, LineBreaker> breakers_;
};

}  // namespace kiosk::test
