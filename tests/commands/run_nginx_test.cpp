#include "layout/theme.h"
#include "settings/settings.h"
#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/nginx.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

// nginx recognises a change by the second and the size, so the links differ in length.
const std::string another_link = "https://example.org/another-stream";
const std::string third_link = "https://example.org/live/3";

class ServedKiosk {
 public:
  ServedKiosk() {
    serve(demo_feed());
    machine.write_settings(server.url("/feed.json"));
  }
  void serve(const std::string& feed) { server.put("feed.json", feed); }

  // So many more polls have been answered.
  bool polls(const std::string& answer, std::size_t more) {
    const std::size_t before = times(server.access_log(), answer);
    return eventually([&] { return times(server.access_log(), answer) >= before + more; });
  }

  Nginx server;
  KioskMachine machine;
};

}  // namespace

TEST_CASE("an edit of the served feed reaches the screen, and nothing new costs a 304 and no frame") {
  ServedKiosk kiosk;
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  kiosk.serve(demo_feed(track_1_link, another_link));
  CHECK(kiosk.machine.shows_link(another_link));
  CHECK(kiosk.polls("/feed.json 304", 2));
  CHECK(kiosk.machine.end() == 0);

  // Again, now that the feed is on disk: the first frame, perhaps a second for an exposed window, and none
  // for all that the server says.
  kiosk.machine.start();
  CHECK(kiosk.machine.shows_link(another_link));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(kiosk.polls("/feed.json 304", 3));
  CHECK(kiosk.machine.end() == 0);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  const std::string metrics = kiosk.machine.metrics();
  INFO(metrics);
  CHECK(broken_prometheus(metrics) == "");
  CHECK((kiosk.machine.metric("frames_drawn_total") <= 2.0 || !kiosk.machine.disk_was_in_time()));
  CHECK(kiosk.machine.metric(R"(polls_total{result="not_modified"})") >= 3.0);
  CHECK(kiosk.machine.metric(R"(polls_total{result="new"})") == 0.0);
  CHECK(kiosk.machine.metric(R"(polls_total{result="failed"})") == 0.0);
  CHECK(kiosk.machine.metric("schedule_age_seconds") <= passed.count() + 1);  // it is counted in whole seconds
  // The design's figure for a poll with nothing new.
  CHECK(*kiosk.machine.metric("feed_bytes_total") / *kiosk.machine.metric(R"(polls_total{result="not_modified"})") <=
        400);
}

TEST_CASE("a server that goes away takes nothing from the screen, nor from its next start") {
  ServedKiosk kiosk;
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  const Image before = kiosk.machine.glass();
  kiosk.server.stop();
  CHECK(kiosk.machine.says("warning: " + kiosk.server.url("/feed.json")));
  CHECK(differing(kiosk.machine.glass(), before) == 0);
  CHECK(kiosk.machine.end() == 0);
  CHECK(kiosk.machine.metric(R"(polls_total{result="failed"})") >= 1.0);

  kiosk.machine.start();
  CHECK(kiosk.machine.begins_with([&](const Image& first) { return differing(first, before) == 0; }));
  CHECK(kiosk.machine.end() == 0);
  CHECK((kiosk.machine.metric("frames_drawn_total") <= 2.0 || !kiosk.machine.disk_was_in_time()));
  CHECK(kiosk.machine.metric(R"(polls_total{result="new"})") == 0.0);

  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  kiosk.serve(demo_feed(track_1_link, third_link));
  kiosk.server.start();
  CHECK(kiosk.machine.shows_link(third_link));
  CHECK(kiosk.machine.end() == 0);
}

TEST_CASE("garbage, an error or nothing in place of the feed changes nothing on the screen, and is reported") {
  ServedKiosk kiosk;
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  const Image before = kiosk.machine.glass();
  kiosk.serve("<html><body>502 Bad Gateway</body></html>");
  CHECK(kiosk.machine.says("feed.json:1"));
  CHECK(differing(kiosk.machine.glass(), before) == 0);
  std::filesystem::remove(kiosk.server.root() / "feed.json");
  CHECK(kiosk.machine.says("404"));
  CHECK(differing(kiosk.machine.glass(), before) == 0);
  // The last good one, not the garbage, is what is kept.
  CHECK(kiosk.machine.end() == 0);
  CHECK(kiosk.machine.metric(R"(polls_total{result="refused"})") >= 1.0);
  CHECK(kiosk.machine.metric(R"(polls_total{result="failed"})") >= 1.0);
  CHECK((kiosk.machine.metric("frames_drawn_total") <= 2.0 || !kiosk.machine.disk_was_in_time()));
  kiosk.machine.start();
  CHECK(kiosk.machine.shows_link(track_1_link));
  kiosk.serve(demo_feed(track_1_link, third_link));
  CHECK(kiosk.machine.shows_link(third_link));
  CHECK(kiosk.machine.end() == 0);
}

TEST_CASE("on a cold start with the server down, the screen waits with words, and then shows the board") {
  ServedKiosk kiosk;
  kiosk.server.stop();
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_first_frame());
  CHECK(kiosk.machine.links().empty());
  kiosk.server.start();
  CHECK(kiosk.machine.shows_link(track_1_link));
  CHECK(kiosk.machine.end() == 0);
}

TEST_CASE("an event in another language brings the screen's words with it") {
  ServedKiosk kiosk;
  write_file(kiosk.machine.settings(), "hall = \"gorky\"\n[feed]\nurl = \"" + kiosk.server.url("/feed.json") +
                                           "\"\npoll = \"1s\"\n[cache]\nfolder = \"cache\"\n");
  kiosk.serve(demo_feed("\"languages\": [\"ru\", \"en\"]", "\"languages\": [\"en\"]"));
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  const Image english = kiosk.machine.glass();
  kiosk.serve(demo_feed());
  CHECK(eventually([&] { return differing(kiosk.machine.glass(), english) > 0.01; }));
  CHECK(kiosk.machine.end() == 0);
}

TEST_CASE("an emergency put in the feed takes the screen, and gives it back when it is removed") {
  ServedKiosk kiosk;
  kiosk.machine.start();
  REQUIRE(kiosk.machine.shows_link(track_1_link));
  std::string alarmed = demo_feed();
  alarmed.insert(alarmed.rfind('}'),
                 R"(, "notices": [{"id": "fire", "level": "emergency", "text": "Покиньте здание"}])");
  kiosk.serve(alarmed);
  const auto corner_is_alert = [&] {
    const Image glass = kiosk.machine.glass();
    const Color alert = color_of(Surface::alarm, ThemeColors{});
    return !glass.rgba.empty() && Color{glass.rgba[0], glass.rgba[1], glass.rgba[2], 255} == alert;
  };
  CHECK(eventually(corner_is_alert));
  CHECK(kiosk.machine.links().empty());
  kiosk.serve(demo_feed());
  CHECK(kiosk.machine.shows_link(track_1_link));
  CHECK(kiosk.machine.end() == 0);
}
