#include "json/json.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/feed_budget.h"
#include "base/words.h"

namespace kiosk {
namespace {

// Counts lines as the lexer takes characters. The lexer copies its iterators, so the count lies outside.
struct Lines {
  int line = 1;
  bool after_newline = false;  // the character taken last was one
};

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Lines* lines) : at_(at), lines_(lines) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    lines_->after_newline = *at_ == '\n';
    lines_->line += lines_->after_newline ? 1 : 0;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  Lines* lines_;
};

// "[json.exception.parse_error.101] parse error at line 2, column 5: syntax error while parsing value -
// unexpected '}'; last read: '…'; expected …" without the prefix and without the text last read, which is
// the feed's own and may be long or not UTF-8.
Problem syntax_problem(const std::string& message, int line) {
  int column = 0;
  const std::size_t at = message.find("at line ");
  if (at != std::string::npos) {
    std::sscanf(message.c_str() + at, "at line %d, column %d", &line, &column);
  }
  std::string what = message;
  if (const std::size_t colon = message.find(": ", at == std::string::npos ? 0 : at); colon != std::string::npos) {
    what = message.substr(colon + 2);
  } else if (const std::size_t bracket = message.find("] "); bracket != std::string::npos) {
    what = message.substr(bracket + 2);
  }
  if (const std::size_t last_read = what.find("; last read: '"); last_read != std::string::npos) {
    // What was expected is a token's name; what the feed has may look the same but for its bytes.
    const std::size_t expected = what.rfind("; expected ");
    const std::string suffix = expected != std::string::npos && expected > last_read ? what.substr(expected) : "";
    const bool is_token = std::all_of(suffix.begin(), suffix.end(), [](char c) { return c >= ' ' && c <= '~'; });
    what = what.substr(0, last_read) + (is_token ? suffix : "");
  }
  std::string right;
  if (const std::size_t expected = what.find("; expected "); expected != std::string::npos) {
    right = what.substr(expected + 2);
    what.erase(expected);
  }
  for (const std::string_view words : {"syntax error ", "while parsing ", "value - "}) {
    if (what.starts_with(words)) {
      what.erase(0, words.size());
    }
  }
  if (what.find("ill-formed UTF-8") != std::string::npos) {
    what = "these bytes are not UTF-8";
    right = "save the file as UTF-8";
  }
  return {.line = line,
          .what = "not JSON" + (column > 0 ? " at column " + std::to_string(column) : std::string()) + ": " + what,
          .right = right};
}

// Builds the document from nlohmann's events, outermost first.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(const Lines& lines, const std::function<bool()>& give_up) : lines_(lines), give_up_(give_up) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::int64_t{value}, number_line()); }
  bool number_unsigned(number_unsigned_t value) override {
    return value <= static_cast<number_unsigned_t>(INT64_MAX) ? add(static_cast<std::int64_t>(value), number_line())
                                                              : add(static_cast<double>(value), number_line());
  }
  bool number_float(number_float_t value, const string_t&) override { return add(double{value}, number_line()); }
  bool string(string_t& value) override { return add(std::string(value)); }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& value) override {
    keys_.back() = value;
    return true;
  }
  bool start_object(std::size_t) override { return open(Json(Json::Object(), lines_.line)); }
  bool start_array(std::size_t) override { return open(Json(Json::Array(), lines_.line)); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    problem_ = syntax_problem(error.what(), lines_.line);
    return false;
  }

  Result<Json> take() {
    if (problem_) {
      return fail(*std::move(problem_));
    }
    return *std::move(root_);
  }

 private:
  // A number ends where the next character begins: the lexer has taken that one too.
  int number_line() const { return lines_.line - (lines_.after_newline ? 1 : 0); }

  template <class T>
  bool add(T value) {
    return add(std::move(value), lines_.line);
  }
  template <class T>
  bool add(T value, int line) {
    if (!fits()) {
      return false;
    }
    place(Json(std::move(value), line));
    return true;
  }

  // Whether one more value may be kept; else the problem says why not.
  bool fits() {
    constexpr std::size_t between_questions = 4096;
    if (++values_ > feed_budget.json_values) {
      problem_ = Problem{.line = lines_.line,
                         .what = "more than " + std::to_string(feed_budget.json_values) + " values",
                         .right = "this is no feed"};
    } else if (values_ % between_questions == 0 && give_up_ && give_up_()) {
      problem_ = reading_given_up();
    }
    return !problem_;
  }

  void place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Json::Array* array = open_.back().array()) {
      array->push_back(std::move(value));
    } else {
      open_.back().object()->emplace_back(std::move(keys_.back()), std::move(value));
    }
  }

  bool open(Json value) {
    if (!fits()) {
      return false;
    }
    if (open_.size() == feed_budget.json_depth) {
      problem_ = Problem{.line = lines_.line,
                         .what = "nested more than " + std::to_string(feed_budget.json_depth) + " deep",
                         .right = "this is no feed"};
      return false;
    }
    open_.push_back(std::move(value));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    Json closed = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    place(std::move(closed));
    return true;
  }

  const Lines& lines_;
  const std::function<bool()>& give_up_;
  std::size_t values_ = 0;
  std::vector<Json> open_;         // arrays and objects not yet closed
  std::vector<std::string> keys_;  // beside open_: the key whose value comes next
  std::optional<Json> root_;
  std::optional<Problem> problem_;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) {
    return nullptr;
  }
  for (auto member = members->rbegin(); member != members->rend(); ++member) {
    if (member->first == key) {
      return &member->second;
    }
  }
  return nullptr;
}

const std::string* Json::find_text(std::string_view key) const {
  const Json* value = find(key);
  return value != nullptr ? value->string() : nullptr;
}

std::string Json::describe() const {
  if (const std::string* text = string()) {
    return in_quotes(*text);
  }
  if (const std::int64_t* number = integer()) {
    return std::to_string(*number);
  }
  if (const double* number = fraction()) {
    return nlohmann::json(*number).dump();
  }
  if (const bool* value = boolean()) {
    return *value ? "true" : "false";
  }
  return is_null() ? "null" : array() != nullptr ? "a list" : "an object";
}

Result<Json> parse_json(std::string_view text, const std::function<bool()>& give_up) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return fail({.line = 1, .what = "the bytes are UTF-16", .right = "save the file as UTF-8"});
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return fail({.what = "the feed is empty"});
  }
  Lines lines;
  Builder builder(lines, give_up);
  nlohmann::json::sax_parse(CountingIterator(text.data(), &lines), CountingIterator(text.data() + text.size(), &lines),
                            &builder);
  return builder.take();
}

Problem reading_given_up() {
  return {.what = "reading it took longer than " + std::to_string(feed_budget.reading.count()) + " s",
          .right = "the last good one stays"};
}

}  // namespace kiosk
