#include "base/problem.h"

#include <algorithm>

namespace kiosk {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string to_string(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) {
    text += ':' + std::to_string(problem.line);
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
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

bool any_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace kiosk
