#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "json/spans.h"

namespace kiosk {

// How a document is written, as far as whoever adds to it has to know. Pure.
struct JsonStyle {
  std::string line_end = "\n";
  std::string unit = "  ";          // of indentation
  std::string colon = ": ";         // between a key and its value, white space and all
  std::string comma = ", ";         // between two values on one line
  std::string padding{};            // inside the braces of an object on one line
  bool objects_on_one_line = true;  // small ones, as a session's speaker
  bool arrays_on_one_line = true;
  bool ascii = false;  // everything else is escaped
};

// What most of it looks like; the defaults where there is nothing to look at.
JsonStyle style_of(std::string_view text, const JsonSpan& document);

// The white space that the line begins with on which `at` stands.
std::string_view indentation_at(std::string_view text, std::size_t at);

// Whether a container of at least one value is on one line.
bool on_one_line(std::string_view text, const JsonSpan& container);

// A value in that style, to stand on a line that is indented by `indentation`. `one_line`: all of it.
std::string write_json(const nlohmann::ordered_json& value, const JsonStyle& style, std::string_view indentation,
                       bool one_line);

}  // namespace kiosk
