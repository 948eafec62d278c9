#include "graphics/imgui_input.h"

#include <algorithm>
#include <cfloat>
#include <set>

namespace kiosk {
namespace {

template <class... Functions>
struct Each : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Each(Functions...) -> Each<Functions...>;

bool is_modifier(Key key) { return key >= Key::control; }
bool writes(Key key) { return key == Key::space || (key >= Key::a && key <= Key::z); }

// What the events so far have changed in one frame.
class OneFrame {
 public:
  // Whether the frame can take the event too; if so, it counts as taken.
  bool takes(const InputEvent& event) {
    return !lost_ && std::visit(Each{
                                    [this](const KeyEvent& key) { return takes_key(key.key); },
                                    [this](const Character&) {
                                      wrote_ = true;
                                      return !edited_ && buttons_.empty();
                                    },
                                    [this](const ButtonEvent& button) {
                                      return buttons_.insert(button.button).second && !moved_;
                                    },
                                    [this](const InputLost&) { return lost_ = true; },
                                    [this](const WheelTurned&) { return buttons_.empty(); },
                                    [this](const auto&) {  // the mouse moves, or leaves
                                      moved_ = true;
                                      return buttons_.empty();
                                    },
                                },
                                event);
  }

 private:
  bool takes_key(Key key) {
    const bool edits = !is_modifier(key) && !writes(key);
    edited_ = edited_ || edits;
    return keys_.insert(key).second && buttons_.empty() && !(edits && wrote_);
  }
  std::set<Key> keys_;
  std::set<MouseButton> buttons_;
  bool moved_ = false;
  bool wrote_ = false;
  bool edited_ = false;
  bool lost_ = false;
};

#if IMGUI_VERSION_NUM >= 18900

constexpr ImGuiKey keys[] = {
    ImGuiKey_Tab,     ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,  ImGuiKey_DownArrow,
    ImGuiKey_PageUp,  ImGuiKey_PageDown,  ImGuiKey_Home,       ImGuiKey_End,      ImGuiKey_Insert,
    ImGuiKey_Delete,  ImGuiKey_Backspace, ImGuiKey_Space,      ImGuiKey_Enter,    ImGuiKey_Escape,
    ImGuiKey_F1,      ImGuiKey_F2,        ImGuiKey_F3,         ImGuiKey_F4,       ImGuiKey_F5,
    ImGuiKey_F6,      ImGuiKey_F7,        ImGuiKey_F8,         ImGuiKey_F9,       ImGuiKey_F10,
    ImGuiKey_F11,     ImGuiKey_F12,       ImGuiKey_A,          ImGuiKey_C,        ImGuiKey_V,
    ImGuiKey_X,       ImGuiKey_Y,         ImGuiKey_Z,          ImGuiKey_LeftCtrl, ImGuiKey_LeftShift,
    ImGuiKey_LeftAlt, ImGuiKey_LeftSuper};

void feed_key(ImGuiIO& io, Key key, bool down) {
  constexpr ImGuiKey modifiers[] = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super};
  if (is_modifier(key)) {
    io.AddKeyEvent(modifiers[static_cast<int>(key) - static_cast<int>(Key::control)], down);
  }
  io.AddKeyEvent(imgui_key(key), down);
}
void feed_button(ImGuiIO& io, int button, bool down) { io.AddMouseButtonEvent(button, down); }
void feed_mouse(ImGuiIO& io, float x, float y) { io.AddMousePosEvent(x, y); }
void feed_wheel(ImGuiIO& io, float left, float up) { io.AddMouseWheelEvent(left, up); }

#else  // what is down is written into the context itself

constexpr Key keys_of_imgui[] = {Key::tab,     Key::left,      Key::right, Key::up,    Key::down,
                                 Key::page_up, Key::page_down, Key::home,  Key::end,   Key::insert,
                                 Key::remove,  Key::backspace, Key::space, Key::enter, Key::escape};

void feed_key(ImGuiIO& io, Key key, bool down) {
  io.KeysDown[static_cast<int>(key)] = down;
  bool* const modifiers[] = {&io.KeyCtrl, &io.KeyShift, &io.KeyAlt, &io.KeySuper};
  if (is_modifier(key)) {
    *modifiers[static_cast<int>(key) - static_cast<int>(Key::control)] = down;
  }
}
void feed_button(ImGuiIO& io, int button, bool down) { io.MouseDown[button] = down; }
void feed_mouse(ImGuiIO& io, float x, float y) { io.MousePos = {x, y}; }
void feed_wheel(ImGuiIO& io, float left, float up) {
  io.MouseWheelH += left;
  io.MouseWheel += up;
}

#endif

void feed_lost(ImGuiIO& io) {
  for (int key = 0; key <= static_cast<int>(Key::super); ++key) {
    feed_key(io, static_cast<Key>(key), false);
  }
  for (int button = 0; button <= static_cast<int>(MouseButton::middle); ++button) {
    feed_button(io, button, false);
  }
}

}  // namespace

std::size_t events_of_one_frame(std::span<const InputEvent> events) {
  OneFrame frame;
  return static_cast<std::size_t>(
      std::find_if_not(events.begin(), events.end(), [&](const auto& event) { return frame.takes(event); }) -
      events.begin());
}

#if IMGUI_VERSION_NUM >= 18900

ImGuiKey imgui_key(Key key) { return keys[static_cast<int>(key)]; }

void prepare_for_input(ImGuiIO& io) {
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTrickleEventQueue = false;  // it would keep events back for a frame that nobody asks for
}

#else

ImGuiKey imgui_key(Key key) { return static_cast<ImGuiKey>(key); }

void prepare_for_input(ImGuiIO& io) {
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  int imgui = ImGuiKey_Tab;
  for (const Key key : keys_of_imgui) {
    io.KeyMap[imgui++] = imgui_key(key);
  }
  imgui = ImGuiKey_A;
  for (const Key key : {Key::a, Key::c, Key::v, Key::x, Key::y, Key::z}) {
    io.KeyMap[imgui++] = imgui_key(key);
  }
}

#endif

void feed_input(ImGuiIO& io, std::span<const InputEvent> events) {
  const Each feed{
      [&](const KeyEvent& key) { feed_key(io, key.key, key.down); },
      [&](const Character& written) { io.AddInputCharacter(written.code); },
      [&](const MouseMoved& mouse) { feed_mouse(io, mouse.to.x, mouse.to.y); },
      [&](const MouseLeft&) { feed_mouse(io, -FLT_MAX, -FLT_MAX); },
      [&](const ButtonEvent& button) { feed_button(io, static_cast<int>(button.button), button.down); },
      [&](const WheelTurned& wheel) { feed_wheel(io, wheel.left, wheel.up); },
      [&](const InputLost&) { feed_lost(io); },
  };
  for (const InputEvent& event : events) {
    std::visit(feed, event);
  }
}

}  // namespace kiosk
