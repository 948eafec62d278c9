#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/problem.h"

namespace kiosk {

// One thing that `check` has looked at: as it should be, or with the problem that was found.
struct Answer {
  std::string topic;               // "feed", "clock": what was asked about
  std::string what;                // what was found; of a problem it is empty
  std::optional<Problem> problem;  // with what to do about it
  friend bool operator==(const Answer&, const Answer&) = default;
};
using Answers = std::vector<Answer>;

inline Answer good(std::string topic, std::string what) { return {std::move(topic), std::move(what), std::nullopt}; }
Answer wrong(std::string topic, Problem problem);
// A warning or an error of no file, about the topic itself.
Answer warning(std::string topic, std::string what, std::string right);
Answer error(std::string topic, std::string what, std::string right);

// "✓ clock: kept by a time service", "! …" of a warning, "✗ …" of an error. One line that is safe to print.
std::string answer_line(const Answer& answer);

// A list of {"mark": "good", "warning" or "error", "topic", "what", "right", "file", "line", "where"}.
nlohmann::ordered_json answers_json(const Answers& answers);

// The problems among them.
std::vector<Problem> problems_of(const Answers& answers);

}  // namespace kiosk
