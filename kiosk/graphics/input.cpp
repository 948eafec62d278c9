#include "graphics/input.h"

#include <algorithm>
#include <utility>

namespace kiosk {

void InputQueue::push(const InputEvent& event) {
  if (!events_.empty() && std::holds_alternative<MouseMoved>(event) &&
      std::holds_alternative<MouseMoved>(events_.back())) {
    events_.back() = event;
    return;
  }
  if (std::holds_alternative<InputLost>(event)) {
    lose();
    return;
  }
  if (events_.size() >= limit) {
    lose();
  }
  events_.push_back(event);
}

// Drops all events before it, but keeps the mouse's last place.
void InputQueue::lose() {
  const auto place = std::find_if(events_.rbegin(), events_.rend(), [](const InputEvent& event) {
    return std::holds_alternative<MouseMoved>(event) || std::holds_alternative<MouseLeft>(event);
  });
  std::vector<InputEvent> kept{InputLost{}};
  if (place != events_.rend()) {
    kept.push_back(*place);
  }
  events_ = std::move(kept);
}

std::vector<InputEvent> InputQueue::take() { return std::exchange(events_, {}); }

}  // namespace kiosk
