#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "net/put.h"

namespace kiosk {

// How a document on a server is replaced: nobody's change is lost, and whatever happens the old document stands there
// or the new one. The steps are locking it, reading it, making the new one of it, asking, writing, and reading it back.
struct Publication {
  // What shall stand there, made of what does; nothing stands there where there is no document. Its problem ends all.
  std::function<Result<std::string>(const std::optional<std::string>& there)> make;

  enum class Answer { yes, yes_after_a_while, no };
  // Shows what would change, and asks. After a while the lock may have ended: the document is then locked and read
  // anew.
  std::function<Answer(const std::optional<std::string>& there, const std::string& next)> agree;

  // Somebody else has locked it. Whether to try again.
  std::function<bool()> wait;

  // Where the server does not lock: whether to write all the same, by ETags alone.
  bool unlocked = false;
};

enum class Published {
  written,
  nothing_new,  // it stands there already
  declined,
};

// Blocks. Problems name the document, and say whether it was changed.
Result<Published> publish(WebDocument& document, const Publication& publication);

// What --unlocked can cost, in a sentence for whoever asks for it.
extern const char* const unlocked_warning;

// The findings that were not there before, wherever they stand now.
std::vector<Problem> new_findings(const std::vector<Problem>& before, const std::vector<Problem>& after);

}  // namespace kiosk
