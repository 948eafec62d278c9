#include "technician/answer.h"

#include <nlohmann/json.hpp>

#include "base/printable.h"

namespace kiosk {

Answer wrong(std::string topic, Problem problem) { return {std::move(topic), "", std::move(problem)}; }

Answer warning(std::string topic, std::string what, std::string right) {
  std::string where = topic;
  return wrong(
      std::move(topic),
      {.severity = Severity::warning, .where = std::move(where), .what = std::move(what), .right = std::move(right)});
}

Answer error(std::string topic, std::string what, std::string right) {
  Answer answer = warning(std::move(topic), std::move(what), std::move(right));
  answer.problem->severity = Severity::error;
  return answer;
}

std::string answer_line(const Answer& answer) {
  if (answer.problem) {
    return (answer.problem->severity == Severity::error ? "✗ " : "! ") + to_string(*answer.problem);
  }
  return "✓ " + printable(answer.topic + ": " + answer.what);
}

nlohmann::ordered_json answers_json(const Answers& answers) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Answer& answer : answers) {
    const Problem none{.what = answer.what};
    const Problem& said = answer.problem ? *answer.problem : none;
    list.push_back({{"mark", !answer.problem                      ? "good"
                             : said.severity == Severity::warning ? "warning"
                                                                  : "error"},
                    {"topic", answer.topic},
                    {"what", said.what},
                    {"right", said.right},
                    {"file", said.file},
                    {"line", said.line},
                    {"where", said.where}});
  }
  return list;
}

std::vector<Problem> problems_of(const Answers& answers) {
  std::vector<Problem> problems;
  for (const Answer& answer : answers) {
    if (answer.problem) {
      problems.push_back(*answer.problem);
    }
  }
  return problems;
}

}  // namespace kiosk
