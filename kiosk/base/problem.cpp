#include "base/problem.h"

#include <algorithm>

#include "base/printable.h"

namespace kiosk {

std::string to_string(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) {
    text += ':' + std::to_string(problem.line) + (problem.column > 0 ? ':' + std::to_string(problem.column) : "");
  }
  for (const std::string& part : {problem.where, problem.what}) {
    if (!part.empty()) {
      text += (text.empty() ? "" : ": ") + part;
    }
  }
  if (!problem.right.empty()) {
    text += "; " + problem.right;
  }
  // What is wrong may be quoted from the file; it shall neither break a log's line nor steer a terminal.
  return printable(text);
}

bool any_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace kiosk
