#include "json/problem_list.h"

#include <cstdint>
#include <initializer_list>

#include "base/feed_budget.h"
#include "base/text_front.h"

namespace kiosk {
namespace {

constexpr std::size_t longest_shown = 200;

// A text, or the first of one by language.
std::string text_of(const Json* value) {
  const Json::Object* by_language = value != nullptr ? value->object() : nullptr;
  value = by_language != nullptr && !by_language->empty() ? &by_language->front().second : value;
  const std::string* text = value != nullptr ? value->string() : nullptr;
  const std::int64_t* number = value != nullptr ? value->integer() : nullptr;
  return text != nullptr     ? std::string(front_of(*text, longest_shown))
         : number != nullptr ? std::to_string(*number)
                             : "";
}

std::string first_text(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (std::string text = text_of(object.find(key)); !text.empty()) {
      return text;
    }
  }
  return "";
}

}  // namespace

void ProblemList::set_aside(const Place& session) {
  if (set_aside_.sessions.size() == feed_budget.set_aside) {
    ++set_aside_.more;
    return;
  }
  const Json& value = session.value();
  const Json* talk = value.find("proposal");
  std::string title = first_text(value, {"title", "talkTitle"});
  set_aside_.sessions.push_back(
      {.file = file_,
       .line = session.line(),
       .where = session.pointer(),
       .title = title.empty() && talk != nullptr ? first_text(*talk, {"title"}) : std::move(title),
       .id = first_text(value, {"id", "guid", "code"}),
       .why = reason_.what.empty() ? "it is beyond the feed's budgets" : reason_.what});
}

void ProblemList::note_reason(Severity severity, const std::string& what) {
  if (reason_.what.empty() || (severity == Severity::error && reason_.severity == Severity::warning)) {
    reason_ = {what, severity};
  }
}

void ProblemList::add(Severity severity, const Place& place, std::string what, std::string right) {
  note_reason(severity, what);
  if (is_full()) {
    ++left_out_;
    worst_left_out_ = severity == Severity::error ? severity : worst_left_out_;
    return;
  }
  problems_.push_back({severity, file_, place.line(), place.pointer(), std::move(what), std::move(right)});
}

void ProblemList::warning_once(const Place& place, std::string what, std::string right) {
  note_reason(Severity::warning, what);
  if (!is_full() && once_.emplace(what, right).second) {
    warning(place, std::move(what), std::move(right));
  }
}

bool ProblemList::is_full() const { return problems_.size() == feed_budget.findings; }

void ProblemList::leave_room() {
  if (is_full()) {
    worst_left_out_ = problems_.back().severity == Severity::error ? Severity::error : worst_left_out_;
    problems_.pop_back();
    ++left_out_;
  }
}

std::vector<Problem> ProblemList::take() {
  if (left_out_ > 0) {
    Problem& last = problems_.back();
    const Severity severity = last.severity == Severity::error ? last.severity : worst_left_out_;
    last = {.severity = severity, .file = file_, .what = "and " + std::to_string(left_out_ + 1) + " more problems"};
  }
  return std::move(problems_);
}

}  // namespace kiosk
