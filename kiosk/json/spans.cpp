#include "json/spans.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "json/json.h"

namespace kiosk {
namespace {

// Follows nlohmann's events through the text. The text is known to be JSON, so that the next token is behind white
// space, commas and colons, and its kind is the event's.
class Spans : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Spans(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  bool null() override { return word(4); }
  bool boolean(bool value) override { return word(value ? 4 : 5); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t&) override {
    skip_to_token();
    const std::size_t begin = at_;
    pass_string();
    return add({.begin = begin, .end = at_});
  }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& value) override {
    skip_to_token();
    key_ = {.begin = at_, .end = at_, .key = value};
    pass_string();
    key_.end = at_;
    return true;
  }
  bool start_object(std::size_t) override { return open(JsonSpan::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonSpan::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  JsonSpan take() { return std::move(root_); }

 private:
  void skip_to_token() { at_ = text_.find_first_not_of(" \t\r\n,:", at_); }
  // From its opening quote.
  void pass_string() {
    for (++at_; text_[at_] != '"'; ++at_) {
      at_ += text_[at_] == '\\' ? 1 : 0;
    }
    ++at_;
  }
  bool word(std::size_t length) {
    skip_to_token();
    at_ += length;
    return add({.begin = at_ - length, .end = at_});
  }
  bool number() {
    skip_to_token();
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size());
    return add({.begin = begin, .end = at_});
  }

  void give_key(JsonSpan& span) {
    const bool has_key = !open_.empty() && open_.back().kind == JsonSpan::Kind::object;
    span.key_begin = has_key ? key_.begin : span.begin;
    span.key_end = has_key ? key_.end : span.begin;
    if (has_key) {
      span.key = std::move(key_.key);
    }
  }
  void place(JsonSpan span) {
    if (open_.empty()) {
      root_ = std::move(span);
    } else {
      open_.back().children.push_back(std::move(span));
    }
  }
  bool add(JsonSpan span) {
    give_key(span);
    place(std::move(span));
    return true;
  }
  bool open(JsonSpan::Kind kind) {
    skip_to_token();
    JsonSpan span{.kind = kind, .begin = at_++};
    give_key(span);
    open_.push_back(std::move(span));
    return true;
  }
  bool close() {
    skip_to_token();
    JsonSpan span = std::move(open_.back());
    open_.pop_back();
    span.end = ++at_;
    place(std::move(span));
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  JsonSpan key_;  // begin, end and the key that comes next
  std::vector<JsonSpan> open_;
  JsonSpan root_;
};

}  // namespace

Result<JsonSpan> json_spans(std::string_view text) {
  if (const Result<Json> read = parse_json(text); !read) {
    return fail(read.error());
  }
  Spans spans(text);
  nlohmann::json::sax_parse(text.begin(), text.end(), &spans);
  return spans.take();
}

}  // namespace kiosk
