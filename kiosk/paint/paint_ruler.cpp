#include "paint/paint_ruler.h"

#include "graphics/qr_code.h"

namespace kiosk {
namespace {

TextAlign align_of(Align align) {
  switch (align) {
    case Align::center:
      return TextAlign::center;
    case Align::right:
      return TextAlign::right;
    case Align::left:
      break;
  }
  return TextAlign::left;
}

template <class Answers>
void drop_unused(Answers& answers) {
  std::erase_if(answers, [](const auto& answer) { return !answer.second.used; });
  for (auto& [question, answer] : answers) {
    answer.used = false;
  }
}

}  // namespace

TextRequest text_request(std::string_view text, const TextStyle& style, float width) {
  TextRequest request;
  request.text = text;
  request.language = style.language;
  request.cap_height = style.cap_height;
  request.weight = style.weight;
  request.display = style.display;
  request.tabular = style.tabular;
  request.struck = style.struck;
  request.width = width;
  request.line_height = style.line_height;
  request.align = align_of(style.align);
  request.right_to_left = style.right_to_left;
  return request;
}

PaintRuler::Question PaintRuler::question(std::string_view text, const TextStyle& style, float width) {
  return {std::string(text), style.language,      style.cap_height,  style.weight, style.display,
          style.tabular,     style.right_to_left, style.line_height, width};
}

LineBreaker& PaintRuler::line_breaker(std::string_view text, const TextStyle& style) {
  Question asked = question(text, style, 0);
  auto known = breaks_.find(asked);
  if (known == breaks_.end()) {
    known = breaks_.emplace(std::move(asked), Breaks{LineBreaker(*this, text, style)}).first;
  }
  known->second.used = true;
  return known->second.breaker;
}

TextSize PaintRuler::text_size(std::string_view text, const TextStyle& style, float width) {
  const auto [answer, is_new] = answers_.try_emplace(question(text, style, width));
  if (is_new) {
    const TextExtent extent = engine_.measure(text_request(text, style, width));
    answer->second.size = {extent.width,          extent.shortest, extent.height,
                           extent.first_baseline, extent.lines,    extent.broken_word};
  }
  answer->second.used = true;
  return answer->second.size;
}

int PaintRuler::qr_modules(std::string_view payload) {
  auto known = qr_codes_.find(payload);
  if (known == qr_codes_.end()) {
    const auto code = encode_qr(payload);  // milliseconds: all eight masks are tried
    known = qr_codes_.emplace(payload, Modules{code ? code->modules : 0}).first;
  }
  known->second.used = true;
  return known->second.count;
}

std::optional<Size> PaintRuler::picture_size(std::string_view address) {
  if (pictures_ == nullptr) {
    return std::nullopt;
  }
  const auto picture = pictures_->find(address);
  return picture != pictures_->end() ? std::optional(picture->second->size) : std::nullopt;
}

void PaintRuler::forget_unused() {
  drop_unused(answers_);
  drop_unused(breaks_);
  drop_unused(qr_codes_);
}

}  // namespace kiosk
