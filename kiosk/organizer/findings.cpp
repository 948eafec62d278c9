#include "organizer/findings.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/printable.h"

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
    if (finding.column > 0) {
      list.back()["column"] = finding.column;
    }
  }
  return list;
}

std::string json_text(const nlohmann::ordered_json& document) {
  const std::string dumped = document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string text;
  for (std::string_view rest = dumped; !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    const std::string_view written = rest.substr(0, next.bytes);
    // Beyond ASCII, JSON has characters in strings alone. Line feeds of the indentation stay.
    text += written.size() > 1 && steers(next.code)
                ? nlohmann::ordered_json(written).dump(-1, ' ', true).substr(1, next.code > 0xFFFF ? 12 : 6)
            : written[0] == 0x7F ? "\\u007f"
                                 : std::string(written);
    rest.remove_prefix(next.bytes);
  }
  return text;
}

}  // namespace kiosk
