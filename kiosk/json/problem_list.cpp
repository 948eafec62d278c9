#include "json/problem_list.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::size_t most_problems = 100;

}  // namespace

void ProblemList::add(Severity severity, const Place& place, std::string what, std::string right) {
  if (problems_.size() == most_problems) {
    ++left_out_;
    worst_left_out_ = severity == Severity::error ? severity : worst_left_out_;
    return;
  }
  problems_.push_back({severity, file_, place.line(), place.pointer(), std::move(what), std::move(right)});
}

void ProblemList::warning_once(const Place& place, std::string what, std::string right) {
  const bool is_reported = std::any_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
    return problem.what == what && problem.right == right;
  });
  if (!is_reported && problems_.size() < most_problems) {
    warning(place, std::move(what), std::move(right));
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
