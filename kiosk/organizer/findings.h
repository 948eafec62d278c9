#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/problem.h"

namespace kiosk {

// Findings are printed here and nowhere else: as lines of text, "warning: feed.json:57: /sessions/3/end: …", or as
// JSON. Whoever finds something more adds findings, not formats.

// One line, without a line feed.
std::string finding_line(const Problem& finding);

// "2 errors, 1 warnings".
std::string count_findings(const std::vector<Problem>& findings);

// A list of {"severity", "file", "line", "where", "what", "right"}, in the same order; and "column" where it is known.
nlohmann::ordered_json findings_json(const std::vector<Problem>& findings);

// The document, indented. Characters that steer what shows them (base/printable.h) are escaped: whoever reads it by a
// program gets them, and a terminal does not. U+FFFD stands for bytes that are no UTF-8.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace kiosk
