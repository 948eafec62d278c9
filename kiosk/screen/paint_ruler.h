#pragma once

#include <functional>
#include <map>
#include <string>
#include <tuple>

#include "graphics/text.h"
#include "screen/ruler.h"

namespace kiosk {

// The style's request to the text engine. `text` and the style's language must outlive the request.
TextRequest text_request(std::string_view text, const TextStyle& style, float width);

// Measures with the engine that draws. Remembers what it measured, since a board is laid out anew each
// minute and hardly a word of it changes. Draw thread only.
class PaintRuler : public Ruler {
 public:
  explicit PaintRuler(TextEngine& engine) : engine_(engine) {}

  TextSize text_size(std::string_view text, const TextStyle& style, float width) override;
  int qr_modules(std::string_view payload) override;

  // Forgets what was not asked for since the last call. Call once a layout.
  void forget_unused();

 private:
  using Question = std::tuple<std::string, std::string, float, int, bool, bool, float, float>;
  struct Answer {
    TextSize size;
    bool used = true;
  };
  struct Modules {
    int count = 0;
    bool used = true;
  };
  TextEngine& engine_;
  std::map<Question, Answer> answers_;
  std::map<std::string, Modules, std::less<>> qr_codes_;  // by payload
};

}  // namespace kiosk
