#pragma once

#include <xcb/xcb.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "base/geometry.h"

namespace kiosk::test {

// A person at the X display that DISPLAY names: sends events to the window of a title, as mouse and keyboard would
// bring them. Each call returns once the server has passed the events on.
class Person {
 public:
  explicit Person(const std::string& title) : connection_(xcb_connect(nullptr, nullptr)) {
    if (xcb_connection_has_error(connection_) == 0) {
      root_ = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data->root;
      window_ = window_of(title);
    }
  }
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;
  ~Person() { xcb_disconnect(connection_); }

  bool sees_the_window() const { return window_ != XCB_NONE; }

  void moves_to(int x, int y) {
    at_x_ = static_cast<std::int16_t>(x);
    at_y_ = static_cast<std::int16_t>(y);
    send(XCB_MOTION_NOTIFY, 0, XCB_EVENT_MASK_POINTER_MOTION);
  }
  void presses_button(std::uint8_t button) { send(XCB_BUTTON_PRESS, button, XCB_EVENT_MASK_BUTTON_PRESS); }
  void releases_button(std::uint8_t button) { send(XCB_BUTTON_RELEASE, button, XCB_EVENT_MASK_BUTTON_RELEASE); }
  // By the keycodes of a PC keyboard, which Xvfb has.
  void presses_key(std::uint8_t code) { send(XCB_KEY_PRESS, code, XCB_EVENT_MASK_KEY_PRESS); }
  void releases_key(std::uint8_t code) { send(XCB_KEY_RELEASE, code, XCB_EVENT_MASK_KEY_RELEASE); }
  static constexpr std::uint8_t key_a = 38;
  static constexpr std::uint8_t key_f1 = 67;
  static constexpr std::uint8_t key_escape = 9;

 private:
  template <class T>
  using Reply = std::unique_ptr<T, decltype(&std::free)>;

  xcb_window_t window_of(const std::string& title) const {
    const Reply<xcb_query_tree_reply_t> tree(
        xcb_query_tree_reply(connection_, xcb_query_tree(connection_, root_), nullptr), &std::free);
    for (int i = 0; tree && i < xcb_query_tree_children_length(tree.get()); ++i) {
      const xcb_window_t window = xcb_query_tree_children(tree.get())[i];
      const Reply<xcb_get_property_reply_t> name(
          xcb_get_property_reply(
              connection_, xcb_get_property(connection_, 0, window, XCB_ATOM_WM_NAME, XCB_GET_PROPERTY_TYPE_ANY, 0, 64),
              nullptr),
          &std::free);
      if (name && std::string(static_cast<const char*>(xcb_get_property_value(name.get())),
                              static_cast<std::size_t>(xcb_get_property_value_length(name.get()))) == title) {
        return window;
      }
    }
    return XCB_NONE;
  }

  // All five kinds have one form on the wire.
  void send(std::uint8_t kind, std::uint8_t detail, std::uint32_t mask) {
    xcb_key_press_event_t event{};
    event.response_type = kind;
    event.detail = detail;
    event.time = ++time_;  // GLFW drops two of the same time
    event.root = root_;
    event.event = window_;
    event.root_x = event.event_x = at_x_;
    event.root_y = event.event_y = at_y_;
    event.same_screen = 1;
    xcb_send_event(connection_, 0, window_, mask, reinterpret_cast<const char*>(&event));
    const Reply<xcb_get_input_focus_reply_t> passed_on(
        xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr), &std::free);
  }

  xcb_connection_t* connection_;
  xcb_window_t root_ = XCB_NONE;
  xcb_window_t window_ = XCB_NONE;
  std::int16_t at_x_ = 0;
  std::int16_t at_y_ = 0;
  xcb_timestamp_t time_ = 1000;
};

}  // namespace kiosk::test
