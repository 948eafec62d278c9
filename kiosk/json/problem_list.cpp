#include "json/problem_list.h"

#include "base/feed_budget.h"

namespace kiosk {

void ProblemList::add(Severity severity, const Place& place, std::string what, std::string right) {
  if (is_full()) {
    ++left_out_;
    worst_left_out_ = severity == Severity::error ? severity : worst_left_out_;
    return;
  }
  problems_.push_back({severity, file_, place.line(), place.pointer(), std::move(what), std::move(right)});
}

void ProblemList::warning_once(const Place& place, std::string what, std::string right) {
  if (!is_full() && once_.emplace(what, right).second) {
    warning(place, std::move(what), std::move(right));
  }
}

bool ProblemList::is_full() const { return problems_.size() == feed_budget.findings; }

std::vector<Problem> ProblemList::take() {
  if (left_out_ > 0) {
    Problem& last = problems_.back();
    const Severity severity = last.severity == Severity::error ? last.severity : worst_left_out_;
    last = {.severity = severity, .file = file_, .what = "and " + std::to_string(left_out_ + 1) + " more problems"};
  }
  return std::move(problems_);
}

}  // namespace kiosk
