#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graphics/text.h"
#include "graphics/texture.h"
#include "player/overlay.h"

namespace kiosk {

// Tells one screen from twenty from across the room: over whatever is shown stand, as large as they fit, the machine's
// name, the hall as the feed calls it and as the settings do, and the machine's addresses. Draw thread.
//
// Names need no language, so nothing here is translated. What it takes of memory it takes while it is seen.
class Identify : public Overlay {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `now` is the player's steady clock.
  explicit Identify(std::function<Time()> now) : now_(std::move(now)) {}

  // From the next look on, until then.
  void show(std::string host_name, std::vector<std::string> addresses, Time until);

  // Gives back what belongs to the glass's GL context, which is about to end.
  void leave_glass() { textures_.clear(); }

  bool take(const std::vector<InputEvent>& input) override;
  bool visible() const override { return shown_; }
  void draw(const ScreenReport& report, ImguiFrame& frame) override;
  std::optional<Time> next_change() const override { return shown_ ? std::optional(until_) : std::nullopt; }

 private:
  std::function<Time()> now_;
  std::string host_name_;
  std::vector<std::string> addresses_;
  Time until_{};
  bool fresh_ = false;  // shown anew since the last take()
  bool shown_ = false;
  std::unique_ptr<TextEngine> text_;
  std::vector<Texture> textures_;  // of the frame drawn last, which need them to its end
};

}  // namespace kiosk
