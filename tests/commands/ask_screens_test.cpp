// A word to the running screen, as a technician says it over ssh.

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"

using namespace kiosk::test;

namespace {

// A machine whose screens can be asked, each in a small window of one display.
struct AskedMachine : KioskMachine {
  explicit AskedMachine(const std::string& screen = "1280x720x24") : KioskMachine(screen) {
    write_file(file("feed.json"), demo_feed());
    write_settings("feed.json");
  }
  std::vector<std::string> environment() const { return {"RUNTIME_DIRECTORY=" + folder(), "XDG_RUNTIME_DIR"}; }
  std::string folder() const { return file("").string(); }
  std::filesystem::path socket(const std::string& name = "screen") const { return file(name + ".socket"); }
  void start_asked(std::vector<std::string> arguments = standing_clock()) { start(arguments, environment()); }
  Outcome ask(std::vector<std::string> arguments) const { return venue_kiosk(std::move(arguments), environment()); }
};

}  // namespace

TEST_CASE("where no screen runs the commands say so and could not run") {
  const TemporaryFolder folder;
  for (const char* word : {"reload", "identify", "status"}) {
    const Outcome outcome = venue_kiosk({word}, {"RUNTIME_DIRECTORY=" + folder.path().string(), "XDG_RUNTIME_DIR"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, "no screen runs on this machine"));
  }
}

TEST_CASE("a running screen tells how it is, in words and as JSON") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  const Outcome words = machine.ask({"status"});
  CHECK(words.status == 0);
  CHECK(words.err == "");
  CHECK(contains(words.out, "hall: gorky (Горьковский зал)\n"));
  CHECK(contains(words.out, "glass: 1280x720, full light, "));
  const Outcome json = machine.ask({"status", "--json"});
  CHECK(json.status == 0);
  const auto screens = nlohmann::json::parse(json.out)["screens"];
  REQUIRE(screens.size() == 1);
  CHECK(screens[0]["screen"] == "screen");
  CHECK(screens[0]["hall"] == "gorky");
  CHECK(screens[0]["width"] == 1280);
  CHECK(screens[0]["frames_drawn"].get<int>() >= 1);
  CHECK(screens[0]["settings_problems"].empty());
  struct ::stat status {};
  REQUIRE(::stat(machine.socket().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0660);
  CHECK(machine.end() == 0);
  CHECK_FALSE(std::filesystem::exists(machine.socket()));
}

TEST_CASE("reload reads settings whose file looks the same, and answers what came of it by file and line") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  const Outcome good = machine.ask({"reload"});
  CHECK(good.status == 0);
  CHECK(good.out == "the settings are read; hall: gorky\n");

  machine.write_settings("feed.json", "gorky", "hold = \"soon\"\n");
  const Outcome slip = machine.ask({"reload"});
  CHECK(slip.status == 1);
  CHECK(contains(slip.err, "kiosk.toml:"));
  CHECK(contains(slip.err, "feed.hold"));
  const auto told = nlohmann::json::parse(machine.ask({"status", "--json"}).out)["screens"][0];
  REQUIRE(told["settings_problems"].size() == 1);
  CHECK(contains(told["settings_problems"][0], "feed.hold"));

  write_file(machine.settings(), "hall = \"gorky\n");
  const Outcome broken = machine.ask({"reload"});
  CHECK(broken.status == 1);
  CHECK(contains(broken.err, "kiosk.toml:1: "));
  CHECK(contains(broken.err, "the settings from before stay in force\n"));
  CHECK(nlohmann::json::parse(machine.ask({"status", "--json"}).out)["screens"][0]["hall_name"] == "Горьковский зал");
}

TEST_CASE("SIGHUP has the settings read anew") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  machine.process().send(SIGHUP);
  CHECK(machine.says("reading the settings again"));
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.end() == 0);
}

TEST_CASE("a reload leaves no frame without the board") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  const std::string board = file_text(machine.framebuffer());
  std::set<std::size_t> seen;
  ChildProcess reload({kiosk_program(), "reload"}, {.environment = plain_environment(machine.environment())});
  REQUIRE(eventually([&] {
    seen.insert(std::hash<std::string>()(file_text(machine.framebuffer())));
    return reload.exit_status().has_value();
  }));
  REQUIRE(eventually([&] { return contains(machine.errors(), "reading the settings again"); }));
  CHECK(seen == std::set<std::size_t>{std::hash<std::string>()(board)});
}

TEST_CASE("identify shows another picture over the board, again and again") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  const Outcome outcome = machine.ask({"identify"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, " shows itself for a minute, at hall Горьковский зал\n"));
  CHECK(eventually([&] { return machine.links().empty() && shows_something(machine.glass()); }));
  CHECK(machine.ask({"identify"}).status == 0);
  CHECK(machine.ask({"reload"}).status == 0);  // which does not end it
  CHECK(machine.links().empty());
  CHECK(machine.end() == 0);
}

TEST_CASE("two screens of a machine have a socket each, and are asked together or by name") {
  AskedMachine machine;
  std::vector<std::string> left = standing_clock();
  left.insert(left.end(), {"--screen", "left"});
  machine.start_asked(left);
  REQUIRE(machine.shows_first_frame());
  AskedMachine other;
  std::vector<std::string> right = standing_clock();
  right.insert(right.end(), {"--screen", "right/HDMI", "--hall", "multimedia"});
  other.start(right, machine.environment());
  REQUIRE(other.shows_first_frame());

  const Outcome both = machine.ask({"status"});
  CHECK(contains(both.out, "left: hall: gorky"));
  CHECK(contains(both.out, "right%2FHDMI: hall: multimedia"));
  const Outcome one = machine.ask({"status", "--screen", "right/HDMI"});
  CHECK(contains(one.out, "multimedia"));
  CHECK_FALSE(contains(one.out, "gorky"));
  CHECK(machine.ask({"status", "--screen", "middle"}).status == 3);
}

TEST_CASE("a second screen of the same name shows its board, and the first one goes on to be asked") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  AskedMachine second;
  second.start(standing_clock(), machine.environment());
  CHECK(second.says("another screen of this machine has this name; give each its own by --screen"));
  CHECK(second.shows_link(track_1_link));
  CHECK(second.end() == 0);
  CHECK(machine.ask({"status"}).status == 0);
}

TEST_CASE("a screen that was killed leaves a socket behind, and the next one takes it over") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  machine.end(SIGKILL);
  REQUIRE(std::filesystem::exists(machine.socket()));
  const Outcome nobody = machine.ask({"status"});
  CHECK(nobody.status == 3);
  CHECK(contains(nobody.err, "no screen runs"));
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  CHECK(machine.ask({"status"}).status == 0);
}

TEST_CASE("clients that say nothing, or nonsense, stall neither the screen nor who asks after them") {
  AskedMachine machine;
  machine.start_asked();
  REQUIRE(machine.shows_link(track_1_link));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = machine.socket().string();
  std::copy(path.begin(), path.end(), address.sun_path);
  std::vector<int> clients;
  for (int i = 0; i < 15; ++i) {
    const int client = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    REQUIRE(::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    if (i % 2 == 0) {
      const std::string nonsense = i % 4 == 0 ? std::string(1000, 'x') : std::string("\x1b[2Jdrop\n");
      CHECK(::send(client, nonsense.data(), nonsense.size(), MSG_NOSIGNAL) > 0);
    }
    clients.push_back(client);
  }
  CHECK(machine.ask({"status"}).status == 0);
  const std::string link = "https://example.org/another-stream";
  replace_file(machine.file("feed.json"), demo_feed(track_1_link, link));
  CHECK(machine.shows_link(link));
  for (const int client : clients) {
    ::close(client);
  }
}
