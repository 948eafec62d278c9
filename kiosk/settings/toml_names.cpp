#include "settings/toml_names.h"

#include <algorithm>
#include <string>

namespace kiosk {
namespace {

// The text that begins with a quotation mark at the front, to its end: on this line, or behind three such marks.
std::string_view take_text(std::string_view& rest) {
  const char mark = rest.front();
  const std::string three(3, mark);
  const bool long_text = rest.starts_with(three);
  std::size_t at = long_text ? 3 : 1;
  while (at < rest.size()) {
    if (mark == '"' && rest[at] == '\\') {
      at += 2;
    } else if (long_text && rest.substr(at).starts_with(three)) {
      at += 3;
      for (int more = 0; more < 2 && at < rest.size() && rest[at] == mark; ++more) {
        ++at;  // marks of the text, before the three that end it
      }
      break;
    } else if (!long_text && (rest[at] == mark || rest[at] == '\n')) {
      at += rest[at] == mark ? 1 : 0;  // a line's end is a slip, which the parser finds
      break;
    } else {
      ++at;
    }
  }
  const std::string_view text = rest.substr(0, at);
  rest.remove_prefix(text.size());
  return text;
}

}  // namespace

std::optional<int> line_of_endless_name(std::string_view toml) {
  int line = 1;
  int dots = 0;  // on this line
  while (!toml.empty()) {
    const char c = toml.front();
    if (c == '"' || c == '\'') {
      const std::string_view text = take_text(toml);
      line += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
      continue;
    }
    if (c == '#') {
      toml.remove_prefix(std::min(toml.find('\n'), toml.size()));
      continue;
    }
    if (c == '\n') {
      ++line;
      dots = 0;
    } else if (c == '.' && ++dots >= most_parts_of_a_name) {
      return line;
    }
    toml.remove_prefix(1);
  }
  return std::nullopt;
}

}  // namespace kiosk
