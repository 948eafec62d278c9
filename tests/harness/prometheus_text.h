#pragma once

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace kiosk::test {

// What in a text breaks the Prometheus exposition format 0.0.4, as node_exporter's textfile collector reads it; empty:
// nothing.
inline std::string broken_prometheus(const std::string& text) {
  static const std::regex help(R"re(# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+)re");
  static const std::regex type(R"re(# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge))re");
  static const std::regex sample(
      R"re(([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\\\|\\"|\\n)*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\\\|\\"|\\n)*")*\})? -?[0-9]+(\.[0-9]+)?(e[+-][0-9]+)?)re");
  if (text.empty() || text.back() != '\n') {
    return "the last line does not end";
  }
  std::istringstream in(text);
  std::set<std::string> families;
  std::set<std::string> samples;
  std::string helped;
  std::string family;
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_match(line, match, help)) {
      helped = match[1];
    } else if (std::regex_match(line, match, type) && match[1] == helped && families.insert(match[1]).second) {
      family = match[1];
    } else if (std::regex_match(line, match, sample) && match[1] == family &&
               samples.insert(line.substr(0, line.rfind(' '))).second) {
      continue;
    } else {
      return line;
    }
  }
  return "";
}

// The value of a sample by its whole name, labels included; nothing where there is none.
inline std::optional<double> prometheus_value(const std::string& text, const std::string& name) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(name + " ")) {
      return std::stod(line.substr(name.size() + 1));
    }
  }
  return std::nullopt;
}

}  // namespace kiosk::test
