#include "organizer/findings.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

std::string count(const std::vector<Problem>& findings, Severity severity) {
  return std::to_string(std::count_if(findings.begin(), findings.end(),
                                      [&](const Problem& finding) { return finding.severity == severity; }));
}

}  // namespace

std::string finding_line(const Problem& finding) {
  return (finding.severity == Severity::warning ? "warning: " : "") + to_string(finding);
}

std::string count_findings(const std::vector<Problem>& findings) {
  return count(findings, Severity::error) + " errors, " + count(findings, Severity::warning) + " warnings";
}

nlohmann::ordered_json findings_json(const std::vector<Problem>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Problem& finding : findings) {
    list.push_back({{"severity", finding.severity == Severity::error ? "error" : "warning"},
                    {"file", finding.file},
                    {"line", finding.line},
                    {"where", finding.where},
                    {"what", finding.what},
                    {"right", finding.right}});
  }
  return list;
}

}  // namespace kiosk
