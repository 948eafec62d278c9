#include "organizer/document_places.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

constexpr std::string_view blanks = " \t\r\n";

class Scanner {
 public:
  Scanner(std::string_view text, const std::set<std::string>& pointers) : text_(text), pointers_(pointers) {}

  std::map<std::string, DocumentPlace> scan() {
    if (text_.starts_with("\xEF\xBB\xBF")) {
      line_start_ = at_ = 3;
    }
    std::string pointer;
    value(pointer);
    return std::move(places_);
  }

 private:
  bool done() const { return at_ >= text_.size(); }

  void skip_blanks() {
    for (; !done() && blanks.find(text_[at_]) != std::string_view::npos; ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      }
    }
  }

  int column() const {
    int characters = 1;
    for (std::size_t i = line_start_; i < at_; ++i) {
      characters += (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U ? 0 : 1;
    }
    return characters;
  }

  // A string with its marks; has no line feeds.
  std::string_view string() {
    const std::size_t begin = at_++;
    while (!done() && text_[at_] != '"') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    ++at_;
    return text_.substr(begin, at_ - begin);
  }

  static std::string step_of_key(std::string_view written) {
    const auto key = nlohmann::json::parse(written, nullptr, false);
    std::string step = "/";
    for (const char c : key.is_string() ? key.get<std::string>() : std::string()) {
      step += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    }
    return step;
  }

  void value(std::string& pointer) {
    skip_blanks();
    if (done()) {
      return;
    }
    if (pointers_.contains(pointer)) {
      places_[pointer] = {line_, column()};
    }
    if (text_[at_] == '{' || text_[at_] == '[') {
      members(pointer, text_[at_] == '{');
    } else if (text_[at_] == '"') {
      string();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
  }

  void members(std::string& pointer, bool object) {
    const std::size_t length = pointer.size();
    ++at_;
    for (std::size_t index = 0;; ++index) {
      skip_blanks();
      if (done() || text_[at_] == '}' || text_[at_] == ']') {
        ++at_;
        return;
      }
      if (object) {
        pointer += step_of_key(string());
        skip_blanks();
        ++at_;  // the colon
      } else {
        pointer += '/' + std::to_string(index);
      }
      value(pointer);
      pointer.resize(length);
      skip_blanks();
      if (!done() && text_[at_] == ',') {
        ++at_;
      }
    }
  }

  std::string_view text_;
  const std::set<std::string>& pointers_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
  std::map<std::string, DocumentPlace> places_;
};

}  // namespace

std::map<std::string, DocumentPlace> document_places(std::string_view text, const std::set<std::string>& pointers) {
  return Scanner(text, pointers).scan();
}

}  // namespace kiosk
