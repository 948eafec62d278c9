#include "player/cross_fade.h"

#include "graphics/fade.h"
#include "graphics/texture.h"

namespace kiosk {
namespace {

using Seconds = std::chrono::duration<double>;

// Limits the frames where nothing synchronises them with the monitor: an eye sees no more of them.
constexpr std::chrono::milliseconds shortest_frame{8};

}  // namespace

bool FadeMemory::worth_a_try(Size size, Time now) const {
  return !last_ || last_->size != size || now - last_->at >= patience;
}

void FadeMemory::was_too_slow(Size size, Time now) { last_ = Failure{size, now}; }

int cross_fade(Glass& glass, BoardPainter& painter, const Board& before, const Board& after, Size size,
               FadeMemory& memory, const std::function<bool()>& cut_short,
               const std::function<FadeMemory::Time()>& clock) {
  int frames = 0;
  const auto interrupted = [&] { return glass.size() != size || glass.close_wanted() || cut_short(); };
  if (memory.worth_a_try(size, clock()) && !interrupted()) {
    // `before` is painted once more, because GL leaves the framebuffer undefined after a frame was shown.
    painter.paint(before, size);
    const Texture old_frame = Texture::of_framebuffer(size);
    painter.paint(after, size);
    const Texture new_frame = Texture::of_framebuffer(size);

    Fade fade;
    FadeMemory::Time shown = clock();
    while (old_frame && new_frame && !fade.over(shown) && !interrupted()) {
      painter.paint_between(old_frame, new_frame, fade.share(clock()), size);
      glass.show_frame();
      ++frames;
      FadeMemory::Time now = clock();
      fade.shown(now);
      glass.wait(frames > 1 ? Seconds(shortest_frame - (now - shown)).count() : 0);
      shown = now;
    }
    if (fade.too_slow()) {
      memory.was_too_slow(size, shown);
    }
  }
  painter.paint(after, size);
  glass.show_frame();
  return frames + 1;
}

}  // namespace kiosk
