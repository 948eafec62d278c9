#include "technician/identify.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "graphics/offscreen.h"
#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

struct Door {
  explicit Door(Size size) {
    unsetenv("DISPLAY");
    auto opened = Offscreen::open(size);
    REQUIRE(opened);
    target = std::move(*opened);
    gui.emplace();
    report.hall = "gorky";
    report.hall_name = "Горьковский зал";
  }
  Image picture() {
    ImguiFrame frame = gui->begin_frame(target->size());
    identify.draw(report, frame);
    frame.end();
    return target->read_pixels();
  }

  std::unique_ptr<Offscreen> target;
  std::optional<ImguiContext> gui;
  Identify::Time now{1h};
  Identify identify{[this] { return now; }};
  ScreenReport report;
};

struct Ink {
  int top = -1;
  int bottom = -1;
  int left = 1 << 20;
  int right = -1;
};

// The box of what is nearly white.
Ink ink_of(const Image& image) {
  Ink ink;
  for (int y = 0; y < image.size.height; ++y) {
    for (int x = 0; x < image.size.width; ++x) {
      if (image.rgba[static_cast<std::size_t>(y * image.size.width + x) * 4] > 200) {
        ink.top = ink.top < 0 ? y : ink.top;
        ink.bottom = y;
        ink.left = std::min(ink.left, x);
        ink.right = std::max(ink.right, x);
      }
    }
  }
  return ink;
}

}  // namespace

TEST_CASE("a screen shows itself from the next look on for as long as it was asked, and then no more") {
  Door door({320, 180});
  CHECK_FALSE(door.identify.take({}));
  CHECK_FALSE(door.identify.visible());
  CHECK_FALSE(door.identify.next_change());
  door.identify.show("screen-07", {"192.0.2.7"}, door.now + 60s);
  CHECK(door.identify.take({}));
  CHECK(door.identify.visible());
  CHECK(door.identify.next_change() == door.now + 60s);
  CHECK_FALSE(door.identify.take({}));  // nothing new costs no frame
  door.now += 59s;
  door.identify.show("screen-07", {"192.0.2.7"}, door.now + 60s);
  CHECK(door.identify.take({}));
  door.now += 60s;
  CHECK(door.identify.take({}));
  CHECK_FALSE(door.identify.visible());
  CHECK_FALSE(door.identify.take({}));
}

TEST_CASE("whatever the glass and the names, all stands within the margins and the name can be read across a room") {
  for (const Size size : {Size{1280, 720}, Size{1080, 1920}, Size{320, 180}}) {
    for (const std::string& hall :
         {std::string("Горьковский зал"), std::string("قاعة المؤتمرات الكبرى"), std::string(300, 'w'), std::string()}) {
      CAPTURE(size.width, hall);
      Door door(size);
      door.report.hall_name = hall;
      for (const std::string& host : {std::string("screen-07"), std::string(64, 'm')}) {
        door.identify.show(host, {"192.0.2.7", "2001:db8:1234:5678:9abc:def0:1234:5678", "10.0.0.1", "10.0.0.2", "x"},
                           door.now + 60s);
        const Ink ink = ink_of(door.picture());
        REQUIRE(ink.bottom > ink.top);
        CHECK(ink.top > 0);
        CHECK(ink.left > 0);
        CHECK(ink.right < size.width - 1);
        CHECK(ink.bottom < size.height - 1);
        CHECK(ink.bottom - ink.top > size.short_side() / 3);
      }
    }
  }
}

TEST_CASE("a machine without a name, a hall or an address draws nothing") {
  Door door({320, 180});
  door.report = {};
  door.identify.show("", {}, door.now + 60s);
  CHECK(ink_of(door.picture()).bottom == -1);
}
