#include <random>

#include "tests/faults/stage.h"
#include "tests/harness/own_mounts.h"

using namespace kiosk::test;
using namespace std::chrono_literals;

// The kiosk's own machine: its disk, its names, its zone rules, its power.

namespace {

bool mounts_possible() {
  const bool possible = may_mount();
  if (!possible) {
    WARN("skipped: this machine lets no test have mounts of its own (unshare -rm)");
    record("not tried", "this machine lets no test have mounts of its own", "not tried");
  }
  return possible;
}

class MachineStage : public Stage {
 public:
  MachineStage() { std::filesystem::create_directories(machine.file("cache")); }

  // `script` (sh) makes the mounts that this kiosk alone sees.
  void start_after(const std::string& script, const std::vector<std::string>& clock = standing_clock(),
                   std::vector<std::string> environment = {}) {
    std::vector<std::string> line{KIOSK_PROGRAM,         "run", "--config", machine.settings(), "--metrics-file",
                                  machine.metrics_file()};
    line.insert(line.end(), clock.begin(), clock.end());
    machine.start_line(after_mounting(script, line), std::move(environment));
  }
  bool keeps_a_feed() const {
    for (const auto& entry : std::filesystem::directory_iterator(machine.file("cache"))) {
      if (contains(file_text(entry.path()), edited_link)) {
        return true;
      }
    }
    return false;
  }
};

// The board stands beside a disk that takes nothing; once it does, the next edit is kept, and the next start shows it
// without a server.
void board_stands_beside_cache(const std::string& mount) {
  if (!mounts_possible()) {
    return;
  }
  MachineStage stage;
  stage.start_after(mount);
  const bool stands = stage.machine.shows_link(track_1_link);
  CHECK(stands);
  CHECK(stage.machine.says("cache"));
  const std::string logged = stage.last_warning();
  CHECK(run_among_mounts_of(stage.machine.process().pid(), "test -z \"$(ls -A cache)\""));
  REQUIRE(run_among_mounts_of(stage.machine.process().pid(), "umount cache"));
  stage.server.answer_by(serving(edited_feed));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(eventually([&] { return stage.keeps_a_feed(); }));
  CHECK(stage.machine.end() == 0);
  stage.server.refuse_connections();
  stage.machine.start(standing_clock());
  CHECK(stage.machine.shows_link(edited_link));
  CHECK(stage.machine.end() == 0);
  record(stands ? "the board of the server" : "something else", logged,
         recovered ? seconds_text(*recovered) + ", and kept" : "never");
}

}  // namespace

TEST_CASE("a cache folder that is read-only") { board_stands_beside_cache("mount -t tmpfs -o ro none cache"); }

TEST_CASE("a cache folder that is full") { board_stands_beside_cache("mount -t tmpfs -o size=8k none cache"); }

// Mesa ends a program there that does not look first.
TEST_CASE("the renderer's cache is on a full disk") {
  if (!mounts_possible()) {
    return;
  }
  MachineStage stage;
  std::filesystem::create_directories(stage.machine.file("shaders"));
  stage.start_after("mount -t tmpfs -o size=8m none shaders\nhead -c 9M /dev/zero > shaders/full || true",
                    standing_clock(), {"XDG_CACHE_HOME=" + stage.machine.file("shaders").string()});
  const bool stands = stage.machine.shows_link(track_1_link);
  CHECK(stands);
  CHECK(run_among_mounts_of(stage.machine.process().pid(), "test \"$(ls -A shaders)\" = full"));
  stage.server.answer_by(serving(edited_feed));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(stands ? "the board of the server" : "something else", stage.last_warning(),
         recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("a cache folder deleted under way") {
  Stage stage;
  const auto before = stage.good_board();
  REQUIRE(before);
  std::filesystem::remove_all(stage.machine.file("cache"));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  stage.server.answer_by(serving(edited_feed));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  const std::string logged = stage.last_warning();
  stage.server.refuse_connections();
  stage.machine.start(standing_clock());
  CHECK(stage.machine.shows_link(edited_link));
  CHECK(stage.machine.end() == 0);
  record(glass, logged, recovered ? seconds_text(*recovered) + ", and kept" : "never");
}

TEST_CASE("a setting edited while the server is down and the disk has kept nothing") {
  struct Edit {
    const char* what;
    std::function<std::string(std::string)> edited;
  };
  const auto replaced = [](const std::string& from, const std::string& to) {
    return [=](const std::string& text) { return std::regex_replace(text, std::regex(from), to); };
  };
  const auto appended = [](const std::string& more) { return [=](const std::string& text) { return text + more; }; };
  const std::vector<Edit> edits{
      {"the display alone", replaced("display.drift = false", "display.drift = false\ndisplay.fade = false")},
      {"how often to poll", replaced("\"1s\"", "\"2s\"")},
      {"the zone", replaced("hall =", "time_zone = \"Europe/Moscow\"\nhall =")},
      {"a page for another hall", appended("[[broadcast]]\nhall = \"multimedia\"\nurl = \"https://example.org/m\"\n")},
      {"a second feed that is as silent",
       replaced("(url = )(\"[^\n]*\")", "$1[$2, \"http://127.0.0.1:1/second.json\"]")},
      {"a slip that makes it no TOML", appended("= no key\n")},
      {"the slip mended", replaced("= no key\n", "")},
      {"emptied for a moment, as by an editor that writes in place", [](const std::string&) { return std::string(); }},
  };
  Stage stage;
  write_file(stage.machine.file("cache"), "a file where the folder should be");
  REQUIRE(stage.good_board());
  stage.server.refuse_connections();
  CHECK(stage.machine.says("is the server running"));
  // Written right after a first look at new settings.
  const auto write_settings = [&](const std::string& text) {
    std::filesystem::remove(stage.machine.metrics_file());
    write_file(stage.machine.settings(), text);
    return eventually([&] { return std::filesystem::exists(stage.machine.metrics_file()); });
  };
  std::string lost_by;
  for (const Edit& edit : edits) {
    INFO(edit.what);
    const std::string before = file_text(stage.machine.settings());
    const std::string after = edit.edited(before);
    REQUIRE(after != before);
    CHECK(write_settings(after));
    if (after.empty()) {
      CHECK(write_settings(before));
    }
    const bool stands = stage.machine.links() == std::vector{track_1_link};
    CHECK(stands);
    lost_by += stands ? "" : std::string(lost_by.empty() ? "lost by " : ", ") + edit.what;
  }
  CHECK(stage.machine.end() == 0);
  record(lost_by.empty() ? "the same board" : lost_by, stage.last_warning(), "none needed");
}

TEST_CASE("a kept feed that is torn") {
  Stage stage;
  REQUIRE(stage.good_board());
  CHECK(stage.machine.end() == 0);
  stage.server.refuse_connections();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(stage.machine.file("cache"))) {
    if (entry.is_regular_file()) {
      std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
    }
  }
  stage.machine.start(standing_clock());
  REQUIRE(stage.machine.shows_first_frame());
  CHECK(stage.machine.says("cache"));
  const bool waits = stage.machine.links().empty() && shows_something(stage.machine.glass());
  CHECK(waits);
  const std::string logged = stage.last_warning();
  stage.server.answer_by(serving(edited_feed));
  stage.server.take_connections();
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(waits ? "the hall, waiting for the schedule" : "something else", logged,
         recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("the server's name is not found") {
  if (!mounts_possible()) {
    return;
  }
  MachineStage stage;
  stage.machine.write_settings(stage.server.url("/feed.json", "feed.venue.test"));
  // No name server either: the tests ask nobody outside.
  write_file(stage.machine.file("resolv.conf"), "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
  write_file(stage.machine.file("hosts"), "127.0.0.1 localhost feed.venue.test\n");
  const std::string mounts = "mount --bind hosts /etc/hosts; mount --bind resolv.conf /etc/resolv.conf";
  stage.start_after(mounts);
  REQUIRE(stage.machine.shows_link(track_1_link));
  const kiosk::Image before = stage.machine.glass();
  CHECK(stage.machine.end() == 0);
  // The power comes back before the names do.
  write_file(stage.machine.file("hosts"), "127.0.0.1 localhost\n");
  stage.start_after(mounts);
  CHECK(stage.machine.says("Could not resolve host: feed.venue.test"));
  REQUIRE(stage.machine.shows_first_frame());
  const std::string glass = stage.glass_beside(before);
  CHECK(glass == "the same board");
  const std::string logged = stage.last_warning();
  stage.server.answer_by(serving(edited_feed));
  write_file(stage.machine.file("hosts"), "127.0.0.1 localhost feed.venue.test\n");
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(glass, logged, recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("the time zone rules are missing") {
  if (!mounts_possible()) {
    return;
  }
  MachineStage stage;
  const auto before = stage.good_board();
  REQUIRE(before);
  CHECK(stage.machine.end() == 0);
  stage.start_after("mount -t tmpfs none /usr/share/zoneinfo");
  CHECK(stage.machine.says("no time zone rules, so that nothing is on or next; install tzdata"));
  CHECK(eventually([&] { return stage.glass_beside(*before) == "a board without a code"; }));
  const std::string logged = stage.last_warning();
  CHECK(stage.machine.end() == 0);
  CHECK(stage.machine.metric("time_zone_unknown") == 1);
  stage.server.answer_by(serving(edited_feed));
  stage.machine.start(standing_clock());
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record("the hall's sessions by their times, and what to install", logged,
         recovered ? seconds_text(*recovered) + " from the next start" : "never");
}

TEST_CASE("the time zone rules are missing, and no time of the feed has an offset") {
  if (!mounts_possible()) {
    return;
  }
  MachineStage stage;
  stage.server.answer_by(serving(demo_feed("+03:00\"", "\"")));
  stage.start_after("mount -t tmpfs none /usr/share/zoneinfo", {"--at", "2024-04-17T14:42:00Z", "--speed", "0.01"});
  CHECK(stage.machine.says("no time zone rules, so that nothing is on or next; install tzdata"));
  CHECK(stage.machine.end() == 0);
  CHECK(stage.machine.metric("time_zone_unknown") == 1);
  CHECK(stage.machine.errors().find("install tzdata") == stage.machine.errors().rfind("install tzdata"));
}

TEST_CASE("killed at 20 random moments") {
  // Each answer is another feed, so that most moments have something under way: a poll, a write, a frame. Every other
  // kill may come before there is a picture.
  Stage stage;
  std::atomic<int> version = 0;
  const std::string edit = "https://example.org/edit/";
  stage.server.answer_by([&](const Exchange& exchange) {
    return exchange.send(http_answer("200 OK", "", demo_feed(track_1_link, edit + std::to_string(++version))));
  });
  // The number of the edit in a picture; nothing: no board.
  const auto edit_in = [&](const kiosk::Image& glass) -> std::optional<int> {
    const std::vector<std::string> links = read_qr_codes(glass);
    return links.size() == 1 && links[0].starts_with(edit) ? std::optional(std::stoi(links[0].substr(edit.size())))
                                                           : std::nullopt;
  };
  std::mt19937 random(20);  // the same moments in every run, as far as a machine repeats itself
  std::uniform_int_distribution<> some_milliseconds(0, 1200);
  int last = 0;
  std::chrono::duration<double> longest{};
  for (int kills = 0; kills < 20; ++kills) {
    INFO("after " << kills << " kills");
    const auto begin = std::chrono::steady_clock::now();
    stage.machine.start(standing_clock());
    if (kills % 2 == 0) {
      // The very first thing on the glass is a whole board, and never an older one.
      int shown = 0;
      const auto is_right = [&](const kiosk::Image& glass) { return (shown = edit_in(glass).value_or(-1)) >= last; };
      if (last == 0) {
        REQUIRE(eventually([&] { return is_right(stage.machine.glass()) || !stage.machine.runs(); }));
      } else {
        REQUIRE(stage.machine.begins_with(is_right));
      }
      last = shown;
      longest = std::max(longest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin));
    }
    CHECK_FALSE(stage.machine.process().wait_for(std::chrono::milliseconds(some_milliseconds(random))));
    last = std::max(last, edit_in(stage.machine.glass()).value_or(0));
    stage.machine.process().send(SIGKILL);
    REQUIRE(stage.machine.process().wait_for() == 128 + SIGKILL);
  }
  record("each start begins with the last board or a later one", "nothing",
         "at most " + seconds_text(longest) + " from start to board");
}
