#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "base/geometry.h"
#include "board/board.h"
#include "graphics/glass.h"
#include "paint/paint_board.h"

namespace kiosk {

// Remembers whether fading is worth a try: after a fade that was too slow, not for ten minutes, unless the window's
// size changes.
class FadeMemory {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::minutes patience{10};

  bool worth_a_try(Size size, Time now) const;
  void was_too_slow(Size size, Time now);

 private:
  struct Failure {
    Size size;
    Time at;
  };
  std::optional<Failure> last_;
};

// Replaces `before`, which is on the glass, by `after`: fades within 400 ms where the renderer reaches 50 frames a
// second, else cuts. The last frame is `after` alone. Calls glass.wait() between frames, so wakes that come meanwhile
// are taken. `size` is the glass's. When it changes during the fade, the glass wants to close, or `cut_short` (asked
// before each frame) returns true, the last frame comes next.
//
// Returns how many frames were shown, 1 or more. `clock` is steady. Draw thread.
int cross_fade(Glass& glass, BoardPainter& painter, const Board& before, const Board& after, Size size,
               FadeMemory& memory, const std::function<bool()>& cut_short,
               const std::function<FadeMemory::Time()>& clock = std::chrono::steady_clock::now);

}  // namespace kiosk
