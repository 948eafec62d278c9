#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "graphics/text.h"
#include "images/image.h"
#include "locales/hyphenation.h"
#include "typesetting/line_breaker.h"
#include "typesetting/ruler.h"

namespace kiosk {

// The text engine's request for a text in that style. `text` and the style's language must outlive the request.
TextRequest text_request(std::string_view text, const TextStyle& style, float width);

// The loaded pictures by address, none of them null.
using Pictures = std::map<std::string, std::shared_ptr<const Image>, std::less<>>;

// Measures with the engine that draws. Remembers what it measured, since a board is laid out anew each minute and
// hardly a word of it changes. Draw thread only. Borrows engine and pictures for its life; `pictures` may be null.
class PaintRuler : public Ruler {
 public:
  explicit PaintRuler(TextEngine& engine, const Pictures* pictures = nullptr) : engine_(engine), pictures_(pictures) {}

  TextSize text_size(std::string_view text, const TextStyle& style, float width) override;
  LineBreaker& line_breaker(std::string_view text, const TextStyle& style) override;
  std::string hyphenated(std::string_view text, std::string_view language) override {
    return hyphenation_.hyphenated(text, language);
  }
  int qr_modules(std::string_view payload) override;
  std::optional<Size> picture_size(std::string_view address) override;

  // Forgets what was not asked for since the last call. Call once a layout.
  void forget_unused();

 private:
  // All that a text's size depends on: not its alignment, and not a line through it.
  using Question = std::tuple<std::string, std::string, float, int, bool, bool, bool, float, float>;
  struct Answer {
    TextSize size;
    bool used = true;
  };
  struct Breaks {
    LineBreaker breaker;
    bool used = true;
  };
  struct Modules {
    int count = 0;
    bool used = true;
  };
  TextEngine& engine_;
  const Pictures* pictures_;
  Hyphenation hyphenation_;
  static Question question(std::string_view text, const TextStyle& style, float width);

  std::map<Question, Answer> answers_;
  std::map<Question, Breaks> breaks_;
  std::map<std::string, Modules, std::less<>> qr_codes_;  // by payload
};

}  // namespace kiosk
