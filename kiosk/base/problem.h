#pragma once

#include <string>
#include <vector>

namespace kiosk {

enum class Severity { warning, error };

// One thing that is wrong with a file someone wrote: settings or a feed. A value, never thrown: the caller decides
// whether to print it, show it on the glass or log it.
//
// As text it looks like a compiler's message, which editors understand: "kiosk.toml:12: feed.poll: "ten" is not a
// duration; write "10s"". Always one line that is safe to print (base/printable.h).
struct Problem {
  Severity severity = Severity::error;
  std::string file{};   // as the user named it: a path, an URL; may be empty
  int line = 0;         // 1-based; 0 where no line is to blame
  std::string where{};  // place inside the file: a TOML key "feed.poll", a JSON pointer "/sessions/3/start"
  std::string what{};   // what is wrong
  std::string right{};  // what would be right, or what was done instead; may be empty
  int column = 0;       // 1-based, in characters; 0 where the line says enough

  friend bool operator==(const Problem&, const Problem&) = default;
};

std::string to_string(const Problem& problem);

bool any_errors(const std::vector<Problem>& problems);

}  // namespace kiosk
