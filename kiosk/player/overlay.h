#pragma once

#include <vector>

#include "graphics/input.h"
#include "player/screen_report.h"

namespace kiosk {

// Panels over the board, for the technician. The player owns none: it is lent one. Draw thread.
class Overlay {
 public:
  Overlay() = default;
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;
  virtual ~Overlay() = default;

  // Takes the input since the last call. Returns whether the overlay has changed, so that a frame has to be drawn.
  virtual bool take(const std::vector<InputEvent>& input) = 0;
  virtual bool visible() const = 0;
  // Draws windows of Dear ImGui into the frame that is open. Called for each frame while visible().
  virtual void draw(const ScreenReport& report) = 0;
};

}  // namespace kiosk
