#pragma once

#include <vector>

#include "graphics/input.h"
#include "player/screen_report.h"

namespace kiosk {

// What may stand over a board, for whoever hangs the screen. Draw thread.
class Overlay {
 public:
  Overlay() = default;
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;
  virtual ~Overlay() = default;

  // What a person did since the last look. Whether the overlay looks otherwise now, so that a frame is due.
  virtual bool take(const std::vector<InputEvent>& input) = 0;
  virtual bool visible() const = 0;
  // Begins and ends windows of Dear ImGui, whose frame is open. Called for each frame while visible().
  virtual void draw(const ScreenReport& report) = 0;
};

}  // namespace kiosk
