// An organizer edits on a real server, and five screens hang at the five halls' doors. edit_to_pixels.sh measures how
// long that takes.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "layout/theme.h"
#include "settings/settings.h"
#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/schedule_server.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

using std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

const std::vector<std::string> halls{"gorky", "multimedia", "large-conference", "small-conference", "local-history"};

// nginx with the demo's feed, and a screen at each door that asks for it every so often. They begin with an emergency:
// that is on all five, and nothing else looks like it. Boards do not fade, so that each is one picture.
class Venue {
 public:
  explicit Venue(int poll_seconds) {
    std::string feed = demo_feed();
    feed.insert(feed.rfind('}'), R"(, "notices": [{"id": "fire", "level": "emergency", "text": "Покиньте здание"}])");
    server_.put(feed);
    for (const std::string& hall : halls) {
      KioskMachine& machine = machines_.emplace_back();
      write_file(machine.settings(),
                 "hall = \"" + hall +
                     "\"\nlanguages = [\"ru\"]\ndisplay.drift = false\ndisplay.fade = false\n[feed]\nurl = \"" +
                     server_.url() + "\"\npoll = \"" + std::to_string(poll_seconds) + "s\"\nca_file = \"" +
                     server_.authorities().string() + "\"\n[cache]\nfolder = \"cache\"\n");
      machine.start(standing_clock(), {"DISPLAY=" + machine.display().name()});
    }
  }

  bool all_alarmed(bool wanted) {
    return std::all_of(machines_.begin(), machines_.end(), [&](KioskMachine& machine) {
      const auto as_wanted = [&] {
        const Image glass = machine.glass();
        return shows_something(glass) && is_alarmed(glass) == wanted;
      };
      return eventually([&] { return !machine.runs() || as_wanted(); }) && machine.runs();
    });
  }

  Outcome edit(const std::vector<std::string>& words) const {
    std::vector<std::string> line{"edit", server_.url(), "--at", during_track_1, "--yes"};
    line.insert(line.end(), {"--login-file", server_.login().string(), "--ca-file", server_.authorities().string()});
    line.insert(line.end(), words.begin(), words.end());
    return venue_kiosk(std::move(line));
  }

  std::vector<Image> glasses() const {
    std::vector<Image> images;
    for (const KioskMachine& machine : machines_) {
      images.push_back(machine.glass());
    }
    return images;
  }

  // What the X server keeps of the hall's screen, which differs as soon as one pixel does.
  std::string screen_bytes(std::size_t hall) const { return file_text(machines_[hall].framebuffer()); }

  // Whether each screen has come to read a schedule so many times.
  bool all_have_read(std::size_t times) {
    return std::all_of(machines_.begin(), machines_.end(), [&](KioskMachine& machine) {
      const auto read = [&] {
        const std::string log = machine.errors();
        std::size_t count = 0;
        for (std::size_t at = 0; (at = log.find(": schedule: ", at)) != std::string::npos; ++at) {
          ++count;
        }
        return count;
      };
      return eventually([&] { return !machine.runs() || read() >= times; }) && read() == times;
    });
  }

  bool all_end_well() {
    return std::all_of(machines_.begin(), machines_.end(), [](KioskMachine& machine) { return machine.end() == 0; });
  }

 private:
  static bool is_alarmed(const Image& glass) {
    const Color alarm = color_of(Surface::alarm, ThemeColors{});
    return Color{glass.rgba[0], glass.rgba[1], glass.rgba[2], 255} == alarm;
  }

  ScheduleServer server_{ServerKind::nginx};
  std::deque<KioskMachine> machines_;
};

// How long the pixels of one hall took.
struct Took {
  Seconds since_start;   // of the edit
  Seconds since_return;  // of the edit to the shell
};

// One hall is late at a time; `each` hears how long it took until a pixel of its screen was another. Ends where a
// screen does something else than it should.
void delay_halls_in_turn(Venue& venue, int rounds, const std::function<void()>& before_edit,
                         const std::function<void(const Took&)>& each) {
  REQUIRE(venue.all_alarmed(true));
  const Outcome cleared = venue.edit({"clear", "fire"});
  INFO(cleared.err);
  REQUIRE(cleared.status == 0);
  REQUIRE(venue.all_alarmed(false));
  std::size_t read = 2;
  REQUIRE(venue.all_have_read(read));
  std::vector<Image> shown = venue.glasses();
  for (int round = 1; round <= rounds; ++round) {
    for (std::size_t hall = 0; hall < halls.size(); ++hall) {
      INFO(halls[hall] << ", round " << round);
      before_edit();
      const std::string bytes = venue.screen_bytes(hall);
      const auto start = steady_clock::now();
      const Outcome edited = venue.edit({"delay", halls[hall], std::to_string(5 * round) + "m"});
      const auto end = steady_clock::now();
      INFO(edited.err);
      REQUIRE(edited.status == 0);
      REQUIRE(eventually([&] { return venue.screen_bytes(hall) != bytes; }));
      const auto changed = steady_clock::now();
      each({.since_start = changed - start, .since_return = changed - end});
      REQUIRE(venue.all_have_read(++read));
      const std::vector<Image> now = venue.glasses();
      for (std::size_t other = 0; other < halls.size(); ++other) {
        INFO(halls[other]);
        REQUIRE((differing(now[other], shown[other]) > 0) == (other == hall));
      }
      shown = now;
    }
  }
  CHECK(venue.all_end_well());
}

}  // namespace

TEST_CASE("a hall's delay, edited on the server, changes that hall's screen and none of the other four") {
  Venue venue(2);
  std::size_t changes = 0;
  delay_halls_in_turn(
      venue, 1, [] {}, [&](const Took&) { ++changes; });
  CHECK(changes == halls.size());
}

TEST_CASE("from an edit to changed pixels it takes the poll's interval and half a second at most", "[.seconds]") {
  const char* asked = std::getenv("KIOSK_ROUNDS");
  const int rounds = asked != nullptr ? std::atoi(asked) : 4;
  for (const int poll : {2, 5}) {
    Venue venue(poll);
    std::mt19937 random(20240417);
    // At any moment between two polls.
    const auto after_a_while = [&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(random() % static_cast<unsigned>(poll * 1000)));
    };
    std::vector<double> since_start;
    std::vector<double> since_return;
    delay_halls_in_turn(venue, rounds, after_a_while, [&](const Took& took) {
      since_start.push_back(took.since_start.count());
      since_return.push_back(took.since_return.count());
    });
    for (const auto& [since, seconds] : {std::pair("start", &since_start), std::pair("return", &since_return)}) {
      std::sort(seconds->begin(), seconds->end());
      std::cout << "polls every " << poll << " s, from the edit's " << since << ": " << seconds->size()
                << " edits, least " << seconds->front() << " s, median " << (*seconds)[seconds->size() / 2]
                << " s, most " << seconds->back() << " s\n";
    }
    CHECK(since_return.back() <= poll + 0.5);
  }
}
