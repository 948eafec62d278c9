#include "graphics/x_monitors.h"

#include <xcb/dpms.h>
#include <xcb/randr.h>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>

#include <cstddef>
#include <cstdlib>
#include <span>
#include <string_view>

namespace kiosk {
namespace {

struct Disconnect {
  void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;

struct Free {
  void operator()(void* reply) const { std::free(reply); }
};
template <class T>
using Reply = std::unique_ptr<T, Free>;

// A request of an extension that the server lacks would end the connection.
bool has(xcb_connection_t* connection, xcb_extension_t& extension) {
  const xcb_query_extension_reply_t* answer = xcb_get_extension_data(connection, &extension);
  return answer != nullptr && answer->present != 0;
}

Reply<xcb_randr_get_screen_resources_current_reply_t> resources_of(xcb_connection_t* connection, xcb_window_t root) {
  return Reply<xcb_randr_get_screen_resources_current_reply_t>(xcb_randr_get_screen_resources_current_reply(
      connection, xcb_randr_get_screen_resources_current_unchecked(connection, root), nullptr));
}

class Monitors final : public XMonitors {
 public:
  explicit Monitors(Connection connection)
      : connection_(std::move(connection)),
        root_(xcb_setup_roots_iterator(xcb_get_setup(connection_.get())).data->root) {
    xcb_connection_t* server = connection_.get();
    for (xcb_extension_t* extension : {&xcb_dpms_id, &xcb_randr_id, &xcb_screensaver_id}) {
      xcb_prefetch_extension_data(server, extension);
    }
    if (has(server, xcb_dpms_id)) {
      const Reply<xcb_dpms_capable_reply_t> capable(
          xcb_dpms_capable_reply(server, xcb_dpms_capable_unchecked(server), nullptr));
      can_switch_ = capable && capable->capable != 0;
    }
    if (has(server, xcb_randr_id)) {
      const Reply<xcb_randr_query_version_reply_t> version(
          xcb_randr_query_version_reply(server, xcb_randr_query_version_unchecked(server, 1, 3), nullptr));
      knows_monitors_ =
          version && (version->major_version > 1 || (version->major_version == 1 && version->minor_version >= 3));
    }
    if (has(server, xcb_screensaver_id)) {
      // A server takes no further request of one that has not told its version.
      std::free(
          xcb_screensaver_query_version_reply(server, xcb_screensaver_query_version_unchecked(server, 1, 1), nullptr));
      xcb_screensaver_suspend(server, 1);
      xcb_flush(server);
    }
  }

  // Xwayland, which names its monitors so; the extension that says it is younger than Debian 12's.
  bool of_wayland() const {
    if (!knows_monitors_) {
      return false;
    }
    const auto resources = resources_of(connection_.get(), root_);
    const std::span outputs(resources ? xcb_randr_get_screen_resources_current_outputs(resources.get()) : nullptr,
                            resources ? resources->num_outputs : 0U);
    for (const xcb_randr_output_t output : outputs) {
      const Reply<xcb_randr_get_output_info_reply_t> info(xcb_randr_get_output_info_reply(
          connection_.get(),
          xcb_randr_get_output_info_unchecked(connection_.get(), output, resources->config_timestamp), nullptr));
      if (info &&
          std::string_view(reinterpret_cast<const char*>(xcb_randr_get_output_info_name(info.get())), info->name_len)
              .starts_with("XWAYLAND")) {
        return true;
      }
    }
    return false;
  }

  bool can_switch() const override { return can_switch_; }

  bool are_on() const override {
    const Reply<xcb_dpms_info_reply_t> info = power();
    return !info || info->power_level == XCB_DPMS_DPMS_MODE_ON;
  }

  std::vector<Rect> places() const override {
    std::vector<Rect> places;
    if (!knows_monitors_) {
      return places;
    }
    const auto resources = resources_of(connection_.get(), root_);
    const std::span crtcs(resources ? xcb_randr_get_screen_resources_current_crtcs(resources.get()) : nullptr,
                          resources ? resources->num_crtcs : 0U);
    for (const xcb_randr_crtc_t crtc : crtcs) {
      const Reply<xcb_randr_get_crtc_info_reply_t> info(xcb_randr_get_crtc_info_reply(
          connection_.get(), xcb_randr_get_crtc_info_unchecked(connection_.get(), crtc, resources->config_timestamp),
          nullptr));
      if (info && info->mode != XCB_NONE) {
        places.push_back({static_cast<float>(info->x), static_cast<float>(info->y), static_cast<float>(info->width),
                          static_cast<float>(info->height)});
      }
    }
    return places;
  }

  void switch_all(bool on) override {
    const Reply<xcb_dpms_info_reply_t> info = power();
    if (!info) {
      return;
    }
    // Where standby was switched off for good (xset -dpms) the server takes no order either.
    if (!on && info->state == 0) {
      xcb_dpms_enable(connection_.get());
      enabled_ = true;
    }
    xcb_dpms_force_level(connection_.get(), on ? XCB_DPMS_DPMS_MODE_ON : XCB_DPMS_DPMS_MODE_OFF);
    if (on && enabled_) {
      xcb_dpms_disable(connection_.get());
      enabled_ = false;
    }
    xcb_flush(connection_.get());
  }

 private:
  Reply<xcb_dpms_info_reply_t> power() const {
    return Reply<xcb_dpms_info_reply_t>(
        can_switch_ ? xcb_dpms_info_reply(connection_.get(), xcb_dpms_info_unchecked(connection_.get()), nullptr)
                    : nullptr);
  }

  Connection connection_;
  xcb_window_t root_;
  bool can_switch_ = false;
  bool knows_monitors_ = false;
  bool enabled_ = false;  // by us
};

}  // namespace

std::unique_ptr<XMonitors> XMonitors::connect() {
  int screen = 0;
  Connection connection(xcb_connect(nullptr, &screen));
  if (xcb_connection_has_error(connection.get()) != 0) {
    return nullptr;
  }
  auto monitors = std::make_unique<Monitors>(std::move(connection));
  return monitors->of_wayland() ? nullptr : std::move(monitors);
}

}  // namespace kiosk
