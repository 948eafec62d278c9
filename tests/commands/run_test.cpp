#include <sys/stat.h>

#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/loopback.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

double frames(const KioskMachine& machine) { return machine.metric("frames_drawn_total").value_or(-1); }

// What snapshot draws of the same moment.
Image expected_picture(const std::string& size, const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  std::vector<std::string> arguments{
      "snapshot", "--lang", "ru", "--at", during_track_1, "--size", size, "--output", folder / "picture.png"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  venue_kiosk(arguments);
  return read_picture(folder / "picture.png");
}

const std::vector<std::string> demo_hall{"--feed", demo_feed_file, "--hall", "gorky"};

}  // namespace

TEST_CASE("run fills the whole screen, edges and corners, without a cursor") {
  for (const std::string size : {"1280x720", "1080x1920"}) {
    KioskMachine machine(size + "x24");
    machine.write_settings(demo_feed_file);
    machine.start();
    REQUIRE(machine.shows_first_frame());
    // Pixel for pixel what snapshot draws: a cursor, in the middle of the screen, or a border would show.
    const Image expected = expected_picture(size, demo_hall);
    INFO(machine.errors());
    CHECK(eventually([&] { return differing(machine.glass(), expected) == 0; }));
    CHECK(machine.links() == std::vector{track_1_link});
    CHECK(machine.end() == 0);
    CHECK(file_text(machine.file("output")) == "");
  }
}

TEST_CASE("run without the word, in a window of its own size") {
  KioskMachine machine;
  machine.start_line(
      {KIOSK_PROGRAM, "--feed", demo_feed_file, "--hall", "gorky", "--windowed", "640x360", "--at", during_track_1},
      {"VENUE_KIOSK_CACHE=" + machine.file("cache").string()});
  CHECK(machine.shows_link(track_1_link));
  const Image glass = machine.glass();
  CHECK(glass.size == Size{1280, 720});
  CHECK(machine.says("drawing 640x360"));
  CHECK(machine.end() == 0);
}

TEST_CASE("the environment gives a screen its hall, feed and cache") {
  KioskMachine machine;
  machine.write_settings("http://127.0.0.1:1/nowhere.json", "large-conference");
  write_file(machine.file("feed.json"), demo_feed());
  machine.start({"--at", during_track_1}, {"VENUE_KIOSK_HALL=gorky", "VENUE_KIOSK_FEED=feed.json",
                                           "VENUE_KIOSK_CACHE=" + machine.file("elsewhere").string()});
  CHECK(machine.shows_link(track_1_link));
  CHECK(eventually([&] { return std::filesystem::exists(machine.file("elsewhere")); }));
  CHECK_FALSE(std::filesystem::exists(machine.file("cache")));
  CHECK(machine.end() == 0);
}

TEST_CASE("a feed file that changes changes the screen") {
  KioskMachine machine;
  write_file(machine.file("feed.json"), demo_feed());
  machine.write_settings("feed.json");  // beside the settings
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  const std::string link = "https://example.org/another-stream";
  replace_file(machine.file("feed.json"), demo_feed(track_1_link, link));
  CHECK(machine.shows_link(link));
  CHECK(machine.end() == 0);
  CHECK((frames(machine) <= 3 || !machine.disk_was_in_time()));
  CHECK(machine.metric("feed_problems") == 0.0);
  CHECK(machine.metric(R"(polls_total{result="new"})") == 2.0);
}

TEST_CASE("SIGTERM and SIGINT end it with exit code 0, also while a poll hangs") {
  LoopbackSocket silent;
  silent.listen();
  for (const int signal : {SIGTERM, SIGINT}) {
    KioskMachine machine("320x180x24");
    machine.write_settings("http://127.0.0.1:" + std::to_string(silent.port()) + "/feed.json");
    machine.start();
    REQUIRE(machine.shows_first_frame());
    CHECK(machine.end(signal) == 0);
    CHECK(broken_prometheus(machine.metrics()) == "");
  }
}

TEST_CASE("a technician's session that closes, and with it the log, leaves the screen as it was") {
  KioskMachine machine("1280x720x24");
  write_file(machine.file("feed.json"), demo_feed());
  machine.write_settings("feed.json");
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  for (const int signal : {SIGHUP, SIGPIPE, SIGHUP}) {
    machine.process().send(signal);
  }
  const std::string link = "https://example.org/another-stream";
  replace_file(machine.file("feed.json"), demo_feed(track_1_link, link));
  CHECK(machine.shows_link(link));
  CHECK(machine.end() == 0);
}

TEST_CASE("a feed that is a pipe without a writer is told, and holds up neither the screen nor its end") {
  KioskMachine machine("320x180x24");
  REQUIRE(::mkfifo(machine.file("feed.json").c_str(), 0600) == 0);
  machine.write_settings("feed.json");
  machine.start();
  CHECK(machine.says("feed.json: is a pipe, not a file"));
  REQUIRE(machine.shows_first_frame());
  CHECK(machine.end() == 0);
}

TEST_CASE("a signal that comes before the window does ends it too") {
  KioskMachine machine("320x180x24");
  machine.write_settings(demo_feed_file);
  machine.start();
  const std::string self = "/proc/" + std::to_string(machine.process().pid()) + "/exe";
  REQUIRE(eventually([&] { return std::filesystem::read_symlink(self) == std::filesystem::canonical(KIOSK_PROGRAM); }));
  const auto ended = machine.end();
  CHECK((ended == 0 || ended == 128 + SIGTERM));  // before main(), the system's own way
}

TEST_CASE("with --exit-after it ends by itself, and the metrics are written at the end") {
  KioskMachine machine("320x180x24");
  machine.write_settings(demo_feed_file);
  machine.start({"--at", during_track_1, "--exit-after", "0.5"});
  CHECK(machine.process().wait_for() == 0);
  const std::string metrics = machine.metrics();
  INFO(metrics);
  CHECK(broken_prometheus(metrics) == "");
  CHECK(contains(metrics, "venue_kiosk_info{hall=\"gorky\",version=\"0."));
  CHECK(machine.metric("frames_drawn_total") >= 1.0);
  CHECK(machine.metric("first_frame_seconds") > 0.0);
  CHECK(machine.metric("resident_memory_bytes") > 1e6);
  CHECK(machine.metric("clock_offset_seconds") < -1e6);  // 2024 is over
}

TEST_CASE("metrics go into a folder that is not there yet, and what cannot be written stops nothing") {
  KioskMachine machine("320x180x24");
  machine.write_settings(demo_feed_file);
  const std::string config = machine.settings().string();
  machine.start_line({KIOSK_PROGRAM, "run", "--config", config, "--exit-after", "0.3", "--metrics-file",
                      machine.file("new/folder/kiosk.prom")});
  CHECK(machine.process().wait_for() == 0);
  CHECK(broken_prometheus(file_text(machine.file("new/folder/kiosk.prom"))) == "");
  CHECK(std::distance(std::filesystem::directory_iterator(machine.file("new/folder")), {}) == 1);  // no leavings

  write_file(machine.file("in the way"), "");
  machine.start_line({KIOSK_PROGRAM, "run", "--config", config, "--exit-after", "0.3", "--metrics-file",
                      machine.file("in the way/kiosk.prom")});
  CHECK(machine.process().wait_for() == 0);
  CHECK(contains(machine.errors(), "in the way"));
}

TEST_CASE("a cache folder that cannot be written is reported, and stops nothing") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  write_file(machine.file("cache"), "a file is in the way");
  machine.start();
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.says(machine.file("cache").string()));
  CHECK(machine.end() == 0);
}

TEST_CASE("a still board costs one frame a minute") {
  KioskMachine machine("640x360x24");
  machine.write_settings(demo_feed_file);
  const auto begin = std::chrono::steady_clock::now();
  machine.start({"--at", "2024-04-15T06:00:00+03:00", "--speed", "120"});  // nothing but the clock moves for hours
  REQUIRE(machine.shows_first_frame());
  for (int minute = 0; minute < 10; ++minute) {
    const Image before = machine.glass();
    REQUIRE(eventually([&] { return differing(machine.glass(), before) > 0; }));
  }
  REQUIRE(machine.end() == 0);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  INFO(machine.metrics());
  CHECK(frames(machine) >= 11);
  CHECK(frames(machine) <= passed.count() * 120 / 60 + 2);  // the first, and perhaps one for an exposed window
}

TEST_CASE("a still hour at 60 times the speed costs 60 frames", "[.]") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start({"--at", "2024-04-17T14:30:00+03:00", "--speed", "60", "--exit-after", "60"});
  REQUIRE(machine.process().wait_for(std::chrono::seconds(90)) == 0);
  CHECK(std::abs(frames(machine) - 60) <= 2);
}

TEST_CASE("a hall the feed does not know is named on the glass, until the settings name one") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file, "large-conferense");
  machine.start();
  REQUIRE(machine.shows_first_frame());
  CHECK(machine.links().empty());
  const Image expected = expected_picture("1280x720", {"--feed", demo_feed_file, "--hall", "large-conferense"});
  // The same words, with the machine's name and addresses besides, which move the lines below.
  CHECK(differing(machine.glass(), expected) < 0.08);
  CHECK(machine.says("no hall \"large-conferense\"; did you mean \"large-conference\"?"));
  machine.write_settings(demo_feed_file);
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.end() == 0);
}

TEST_CASE("whatever is wrong with the settings stands on the glass, until they are mended") {
  KioskMachine machine;
  struct Slip {
    const char* what;
    std::string settings;
    std::string said;
  };
  const std::vector<Slip> slips{
      {"no file at all", "", "kiosk.toml"},
      {"no TOML", "hall = \"large\nfeed", "kiosk.toml:1"},
      {"no hall", "[feed]\nurl = \"" + demo_feed_file + "\"\n", "no hall is given"},
      {"no feed", "hall = \"gorky\"\n", "no feed is given"},
      {"a feed that is not there", "hall = \"gorky\"\n[feed]\nurl = \"no.json\"\n", "no.json"},
      {"bytes of no text", std::string("\xff\xfe\0\x01", 4), "kiosk.toml:1"},
  };
  std::optional<Image> last;
  for (const Slip& slip : slips) {
    INFO(slip.what);
    if (!slip.settings.empty()) {
      write_file(machine.settings(), slip.settings);
    }
    if (!machine.runs()) {
      machine.start();
    }
    CHECK(machine.says(slip.said));
    CHECK(eventually([&] {
      const Image glass = machine.glass();
      return shows_something(glass) && (!last || differing(glass, *last) > 0.001);
    }));
    last = machine.glass();
    CHECK(read_qr_codes(*last).empty());
    REQUIRE(machine.runs());
  }
  machine.write_settings(demo_feed_file);
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.end() == 0);
}

TEST_CASE("a display changed in the settings opens the window anew") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  write_file(machine.settings(), "display.windowed = \"640x360\"\n" + file_text(machine.settings()));
  CHECK(machine.says("drawing 640x360"));
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.end() == 0);
}

TEST_CASE("hours of light changed in the settings leave the window open") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  const Image bright = machine.glass();
  write_file(machine.settings(), "display.dim = \"00:00-24:00\"\n" + file_text(machine.settings()));
  CHECK(eventually([&] { return differing(machine.glass(), bright) > 0.5; }));
  const std::string logged = machine.errors();
  CHECK(logged.find("drawing ") == logged.rfind("drawing "));
  CHECK(machine.end() == 0);
}

TEST_CASE("a password in the feed's address is neither logged nor reported") {
  KioskMachine machine;
  machine.write_settings("http://kiosk:secret@127.0.0.1:1/feed.json");
  machine.start();
  CHECK(machine.says("127.0.0.1:1/feed.json"));
  CHECK(machine.end() == 0);
  CHECK_FALSE(contains(machine.errors() + machine.metrics(), "secret"));
}

TEST_CASE("a slip in one setting leaves the board, with a line about it") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  const Image good = machine.glass();
  write_file(machine.settings(), file_text(machine.settings()) + "fodler = \"x\"\n");
  CHECK(machine.says("kiosk.toml:9: cache.fodler"));
  CHECK(eventually([&] { return differing(machine.glass(), good) > 0.0005; }));
  CHECK(machine.links() == std::vector{track_1_link});
  machine.write_settings(demo_feed_file);
  CHECK(eventually([&] { return differing(machine.glass(), good) == 0; }));
  CHECK(machine.end() == 0);
}

TEST_CASE("a picture that the settings turn fills the glass turned, and its code is read all the same") {
  KioskMachine machine("1280x720x24");
  write_file(machine.file("feed.json"), demo_feed());
  machine.write_settings("feed.json");
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  const std::string upright = file_text(machine.framebuffer());
  write_file(machine.settings(), "display.rotate = 90\n" + file_text(machine.settings()));
  CHECK(eventually([&] { return file_text(machine.framebuffer()) != upright; }));
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.end() == 0);
}

TEST_CASE("a changed hall in the settings changes the board while it runs") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  machine.write_settings(demo_feed_file, "multimedia");
  CHECK(machine.shows_link(
      "https://www.culture.ru/live/broadcast/92214/vstrecha-laboratoriya-detskikh-modelnykh-bibliotek"));
  CHECK(machine.end() == 0);
  CHECK(contains(machine.metrics(), "hall=\"multimedia\""));
}
