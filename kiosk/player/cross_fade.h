#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "base/geometry.h"
#include "board/board.h"
#include "graphics/glass.h"
#include "paint/paint_board.h"

namespace kiosk {

// Whether fading is worth a try: a renderer that was too slow is left in peace for ten minutes, or until the
// window has another size.
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

// Shows `after` in place of `before`, which stands on the glass: fading from one to the other within 400 ms where
// the renderer keeps 50 frames a second, else at once. Meanwhile the glass's events are taken. The last frame is
// `after` as it is painted alone; nothing is kept of the others. `size` is the glass's; when that changes on the
// way, or it wants to close, or `cut_short` (asked before each frame) says so, the last frame comes next.
//
// Returns how many frames were shown, 1 or more. `clock` never goes back. Draw thread.
int cross_fade(Glass& glass, BoardPainter& painter, const Board& before, const Board& after, Size size,
               FadeMemory& memory, const std::function<bool()>& cut_short,
               const std::function<FadeMemory::Time()>& clock = std::chrono::steady_clock::now);

}  // namespace kiosk
