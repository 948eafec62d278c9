#include <chrono>
#include <thread>

#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/person.h"

using namespace kiosk::test;

TEST_CASE("who plays with mouse and keyboard at a hall's screen costs it no frame, and keeps it from none") {
  KioskMachine machine;
  write_file(machine.file("feed.json"), demo_feed());
  machine.write_settings("feed.json");
  machine.start();
  REQUIRE(machine.shows_link(track_1_link));
  Person person("venue-kiosk gorky");
  REQUIRE(person.sees_the_window());
  for (int i = 0; i < 20; ++i) {
    person.moves_to(i * 60, i * 30);
    person.presses_button(1);
    person.releases_button(1);
    person.presses_key(Person::key_a);
    person.releases_key(Person::key_a);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // else they are one event to the kiosk's loop
  }
  person.presses_key(Person::key_escape);
  const std::string link = "https://example.org/another-stream";
  replace_file(machine.file("feed.json"), demo_feed(track_1_link, link));
  CHECK(machine.shows_link(link));
  CHECK(machine.end() == 0);
  // The first one, that of the other link, and the minute's if it turned meanwhile.
  CHECK(machine.metric("frames_drawn_total") <= 3.0);
}
