#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "graphics/imgui_context.h"
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
  // Draws into the frame that is open, over the board, by a Canvas or windows of Dear ImGui. Called for each frame
  // while visible(), unless an emergency is on the glass, which nothing hides.
  virtual void draw(const ScreenReport& report, ImguiFrame& frame) = 0;
  // When take() is to be called again without input, by the player's steady clock; nothing: never.
  virtual std::optional<std::chrono::steady_clock::time_point> next_change() const { return std::nullopt; }
};

}  // namespace kiosk
