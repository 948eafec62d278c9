#include "graphics/window.h"

#include <epoxy/gl.h>
// After epoxy: GLFW then leaves the declarations of GL to it.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <dlfcn.h>
#include <poll.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "graphics/gl_api.h"
#include "graphics/glfw_input.h"
#include "graphics/glfw_platform.h"
#include "graphics/monitor_place.h"
#include "graphics/x_monitors.h"

namespace kiosk {
namespace {

std::string last_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text != nullptr ? text : "no reason given";
}

Problem problem(std::string what) { return {.file = {}, .where = {}, .what = std::move(what)}; }

// Who is told when the display server goes. The X library has no other way to say so than exit(3), from within any
// call: as long as a window is open, nobody else calls that.
using DisplayLost = std::function<void()>;
DisplayLost& told_on_exit() {
  static DisplayLost told;
  return told;
}
void tell_on_exit(DisplayLost told) {
  told_on_exit() = nullptr;  // made before the handler is registered, it is there as long as that
  static const bool registered = std::atexit([] {
                                   if (told_on_exit()) {
                                     told_on_exit()();
                                   }
                                 }) == 0;
  told_on_exit() = registered ? std::move(told) : nullptr;
}

// The connection of GLFW to a Wayland compositor; null on an X server. The function is looked for while the program
// runs: Debian 12 has a GLFW for X that lacks it, and one for Wayland.
void* wayland_display() {
  const auto display_of = reinterpret_cast<void* (*)()>(::dlsym(RTLD_DEFAULT, "glfwGetWaylandDisplay"));
  return display_of != nullptr ? display_of() : nullptr;
}

// Whether the Wayland compositor has gone. GLFW then asks to close, as a person would. The library is looked for as the
// display is.
bool wayland_gone() {
  void* display = wayland_display();
  void* library = display != nullptr ? ::dlopen("libwayland-client.so.0", RTLD_LAZY | RTLD_NOLOAD) : nullptr;
  const auto connection_of =
      library != nullptr ? reinterpret_cast<int (*)(void*)>(::dlsym(library, "wl_display_get_fd")) : nullptr;
  // Not wl_display_get_error: it knows of no compositor that went while something was sent to it.
  pollfd connection{connection_of != nullptr ? connection_of(display) : -1, 0, 0};
  const bool gone = ::poll(&connection, 1, 0) > 0 && (connection.revents & (POLLHUP | POLLERR)) != 0;
  if (library != nullptr) {
    ::dlclose(library);
  }
  return gone;
}

// Owns GLFW after glfwInit succeeded, and connects the waker to it. One at a time in a process.
struct Glfw {
  explicit Glfw(Waker of_window) : waker(std::move(of_window)) {
    waker.attach([] { glfwPostEmptyEvent(); });
  }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
  ~Glfw() {
    tell_on_exit(nullptr);
    waker.detach();
    glfwTerminate();
  }
  Waker waker;
};

struct DestroyWindow {
  void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using WindowHandle = std::unique_ptr<GLFWwindow, DestroyWindow>;

// A Wayland compositor says how large a full screen is, and in what scale, only as it takes the first frame. GLFW has
// made that one by then, in the size that the window was asked for: it must not be larger than the screen, which a mode
// is where the screen is scaled or turned. So it is tiny, and given away.
constexpr Size placeholder{16, 16};

class GlfwWindow final : public Window {
 public:
  GlfwWindow(std::unique_ptr<Glfw> glfw, WindowOptions options)
      : glfw_(std::move(glfw)), options_(std::move(options)) {}

  Result<void> create() {
    hint();
    const std::optional<MonitorPlace> place = wanted_place();
    // While all monitors are off, this is a plain window; it becomes full screen on the first that is switched on.
    GLFWmonitor* monitor = place ? place->full_screen() : nullptr;
    const bool by_compositor = monitor != nullptr && wayland_display() != nullptr;
    const Size size = by_compositor
                          ? placeholder
                          : options_.windowed.value_or(place ? Size{place->width, place->height} : Size{1280, 720});
    if (place) {
      glfwWindowHint(GLFW_REFRESH_RATE, place->refresh_rate);
    }
    if (Result<void> created = create_with_context(size, monitor); !created) {
      return created;
    }
    if (!options_.windowed && wayland_display() == nullptr) {
      monitors_ = XMonitors::connect();
    }
    placed_ = monitor != nullptr ? place : std::nullopt;
    if (by_compositor) {
      give_placeholder(monitor);
    }
    glfwSwapInterval(1);
    show_cursor(false);
    listen();
    listen_for_input();
    follow_monitor();
    tell_on_exit(options_.display_lost);
    return {};
  }

  Size size() const override {
    assert_draw_thread();
    Size size;
    glfwGetFramebufferSize(window_.get(), &size.width, &size.height);
    return size;
  }

  void show_frame() override {
    assert_draw_thread();
    // Without a monitor a Wayland compositor takes no frame, and GL waits until it does.
    if (any_monitor_ || wayland_display() == nullptr) {
      glfwSwapBuffers(window_.get());
    }
  }

  void wait(double seconds) override {
    assert_draw_thread();
    constexpr double longest = 24 * 60 * 60;  // a wait may end early, but must not overflow
    if (glfw_->waker.take() || !(seconds > 0)) {
      glfwPollEvents();
    } else if (std::isinf(seconds)) {
      glfwWaitEvents();
    } else {
      glfwWaitEventsTimeout(std::min(seconds, longest));
    }
    glfw_->waker.take();
    if (close_wanted() && options_.display_lost && wayland_gone()) {
      options_.display_lost();
    }
    follow_monitor();
  }

  bool take_redraw_wanted() override { return std::exchange(redraw_wanted_, false); }
  bool close_wanted() const override { return glfwWindowShouldClose(window_.get()) == GLFW_TRUE; }
  const std::optional<std::string>& missing_monitor() const override { return missing_monitor_; }
  std::vector<InputEvent> take_input() override { return input_.take(); }
  void show_cursor(bool shown) override {
    glfwSetInputMode(window_.get(), GLFW_CURSOR, shown ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
  }
  Renderer renderer() const override { return current_renderer(); }

  MonitorPower keep_monitor(bool on) override {
    assert_draw_thread();
    if (monitors_ == nullptr || !monitors_->can_switch()) {
      return !any_monitor_ ? MonitorPower::none : on || options_.windowed ? MonitorPower::on : MonitorPower::fixed;
    }
    const bool were_on = monitors_->are_on();
    const MonitorPower power = power_.next(on, were_on, on || alone(), std::chrono::steady_clock::now());
    // Off also where they are: a monitor that is plugged in meanwhile gives light.
    if (power == MonitorPower::off || !were_on) {
      monitors_->switch_all(power != MonitorPower::off);
    }
    // Only then: some that are off are disconnected, and come back by being switched on.
    return power == MonitorPower::off || any_monitor_ ? power : MonitorPower::none;
  }

 private:
  // Whether no monitor shows anything but this full screen.
  bool alone() const {
    return !placed_ || shows_all({static_cast<float>(placed_->x), static_cast<float>(placed_->y),
                                  static_cast<float>(placed_->width), static_cast<float>(placed_->height)},
                                 monitors_->places());
  }

  void hint() const {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_DOUBLEBUFFER, GLFW_TRUE);
    for (const int unused : {GLFW_DEPTH_BITS, GLFW_STENCIL_BITS, GLFW_ALPHA_BITS, GLFW_SAMPLES}) {
      glfwWindowHint(unused, 0);
    }
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DECORATED, options_.windowed ? GLFW_TRUE : GLFW_FALSE);
  }

  // With whichever GL this display has; its context is current then.
  Result<void> create_with_context(Size size, GLFWmonitor* monitor) {
    const Result<std::vector<GlApi>> apis = gl_apis_to_try();
    if (!apis) {
      return fail(apis.error());
    }
    std::string failures;
    for (const GlApi api : *apis) {
      glfwWindowHint(GLFW_CLIENT_API, api == GlApi::es ? GLFW_OPENGL_ES_API : GLFW_OPENGL_API);
      glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, least_major(api));
      glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, least_minor(api));
      // The native API (GLX under X11) first; a server without GLX may have EGL.
      for (const int creation : {GLFW_NATIVE_CONTEXT_API, GLFW_EGL_CONTEXT_API}) {
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, creation);
        window_.reset(glfwCreateWindow(size.width, size.height, options_.title.c_str(), monitor, nullptr));
        std::optional<std::string> failure = window_ ? std::nullopt : std::optional(last_error());
        if (window_) {
          glfwMakeContextCurrent(window_.get());
          failure = current_gl_too_old();
        }
        if (!failure) {
          return {};
        }
        window_.reset();
        failures += (failures.empty() ? "" : "; ") + least_version(api) + ": " + *failure;
      }
    }
    return fail(problem("this display has no OpenGL that will do: " + failures));
  }

  void give_placeholder(GLFWmonitor* monitor) {
    glfwSwapInterval(0);  // not to wait until it is seen
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(window_.get());
    await([this] { return window_size() != placeholder; });
    float scale = 1;
    glfwGetMonitorContentScale(monitor, &scale, nullptr);
    await([this, scale] { return scale == 1 || size() != window_size(); });
  }
  // By the compositor; what it does not say soon is drawn for when it does.
  template <class Condition>
  static void await(Condition said) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
    while (!said() && std::chrono::steady_clock::now() < until) {
      glfwWaitEventsTimeout(0.01);
    }
  }
  Size window_size() const {  // before it is scaled
    Size size;
    glfwGetWindowSize(window_.get(), &size.width, &size.height);
    return size;
  }

  // Nothing for a window, and while no monitor is on.
  std::optional<MonitorPlace> wanted_place() {
    GLFWmonitor* chosen = options_.monitor.empty() ? glfwGetPrimaryMonitor() : find_monitor(options_.monitor);
    missing_monitor_.reset();
    if (chosen == nullptr && !options_.monitor.empty()) {
      missing_monitor_ = options_.monitor;
      chosen = glfwGetPrimaryMonitor();
    }
    return options_.windowed ? std::nullopt : place_on(chosen);
  }

  // GLFW makes a full screen a window when its monitor is disconnected, and does not report changes of mode. So the
  // monitor is queried after each wait, which costs one request to the display server.
  void follow_monitor() {
    const std::optional<MonitorPlace> place = wanted_place();
    any_monitor_ = place || options_.windowed;
    if (!place || (place == placed_ && glfwGetWindowMonitor(window_.get()) == place->full_screen())) {
      return;
    }
    glfwSetWindowMonitor(window_.get(), place->full_screen(), place->x, place->y, place->width, place->height,
                         place->refresh_rate);
    placed_ = place;
    redraw_wanted_ = true;
  }

  void listen() {
    glfwSetWindowUserPointer(window_.get(), this);
    glfwSetWindowRefreshCallback(window_.get(), [](GLFWwindow* window) { of(window).redraw_wanted_ = true; });
    glfwSetFramebufferSizeCallback(window_.get(),
                                   [](GLFWwindow* window, int, int) { of(window).redraw_wanted_ = true; });
  }

  void listen_for_input() {
    glfwSetKeyCallback(window_.get(), [](GLFWwindow* window, int key, int, int action, int) {
      if (key == GLFW_KEY_ESCAPE && action == GLFW_PRESS && of(window).options_.windowed) {
        glfwSetWindowShouldClose(window, GLFW_TRUE);
      }
      if (const auto known = key_of_glfw(key); known && action != GLFW_REPEAT) {
        of(window).input_.push(KeyEvent{*known, action == GLFW_PRESS});
      }
    });
    glfwSetCharCallback(window_.get(), [](GLFWwindow* window, unsigned code) {
      of(window).input_.push(Character{static_cast<char32_t>(code)});
    });
    glfwSetCursorPosCallback(window_.get(), [](GLFWwindow* window, double x, double y) {
      of(window).input_.push(MouseMoved{mouse_position(*window, x, y)});
    });
    glfwSetCursorEnterCallback(window_.get(), [](GLFWwindow* window, int entered) {
      if (entered == GLFW_FALSE) {
        of(window).input_.push(MouseLeft{});
      }
    });
    glfwSetMouseButtonCallback(window_.get(), [](GLFWwindow* window, int button, int action, int) {
      if (const auto known = button_of_glfw(button)) {
        of(window).input_.push(ButtonEvent{*known, action == GLFW_PRESS});
      }
    });
    glfwSetScrollCallback(window_.get(), [](GLFWwindow* window, double x, double y) {
      of(window).input_.push(WheelTurned{.up = static_cast<float>(y), .left = static_cast<float>(x)});
    });
    glfwSetWindowFocusCallback(window_.get(), [](GLFWwindow* window, int focused) {
      if (focused == GLFW_FALSE) {
        of(window).input_.push(InputLost{});
      }
    });
  }

  static GlfwWindow& of(GLFWwindow* window) { return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window)); }

  void assert_draw_thread() const { assert(std::this_thread::get_id() == draw_thread_); }

  std::unique_ptr<Glfw> glfw_;  // outlives the window
  WindowOptions options_;
  WindowHandle window_;
  std::optional<MonitorPlace> placed_;
  std::unique_ptr<XMonitors> monitors_;  // null: this window switches none
  PowerPlan power_;
  std::optional<std::string> missing_monitor_;
  bool any_monitor_ = true;  // which is on; a window needs none
  InputQueue input_;
  bool redraw_wanted_ = false;
  std::thread::id draw_thread_ = std::this_thread::get_id();
};

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options, Waker waker) {
  if (options.windowed && (options.windowed->width <= 0 || options.windowed->height <= 0)) {
    return fail(problem("a window of " + std::to_string(options.windowed->width) + "x" +
                        std::to_string(options.windowed->height) + " has no pixels"));
  }
  // Said by us, since GLFW 3.3 and 3.4 say it in other words, and what 3.4 tries complains by itself.
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
    return fail({.what = "no display: neither DISPLAY nor WAYLAND_DISPLAY says where one is",
                 .right = "start it in an X or Wayland session"});
  }
  if (glfwInit() == GLFW_FALSE) {
    return fail({.what = "no display: " + last_error(), .right = other_glfw_wanted()});
  }
  auto window = std::make_unique<GlfwWindow>(std::make_unique<Glfw>(std::move(waker)), options);
  if (auto created = window->create(); !created) {
    return fail(created.error());
  }
  return window;
}

}  // namespace kiosk
