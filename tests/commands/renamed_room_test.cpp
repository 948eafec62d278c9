#include <fstream>

#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/faults/stage.h"

using namespace kiosk::test;

namespace {

const std::string saal_link = "https://example.org/saal-1";

// An export of pretalx's kind, with a talk on all day in the room of this guid.
std::string export_with_room(const std::string& name, const std::string& more_rooms = "") {
  return R"({"schedule": {"version": "1", "conference": {"title": "Event", "time_zone_name": "Europe/Moscow",
             "rooms": [{"name": ")" +
         name + R"(", "guid": "ba692ba3-421b-5371-8309-60acc34a3c05"})" + more_rooms + R"(],
             "days": [{"index": 1, "date": "2024-04-17", "rooms": {")" +
         name + R"(": [{"id": 1, "title": "Talk", "room": ")" + name +
         R"(", "duration": "11:00", "date": "2024-04-17T09:00:00+03:00"}]}}]}}})";
}

}  // namespace

TEST_CASE("a screen goes on when its room is renamed during the event, also after a restart without the server") {
  KioskMachine machine;
  FaultyServer server(serving(export_with_room("Saal 1")));
  machine.write_settings(server.url("/schedule.json"), "saal 1");
  std::ofstream(machine.settings(), std::ios::app)
      << "[[broadcast]]\nhall = \"saal-1\"\nurl = \"" << saal_link << "\"\n";
  machine.start();
  REQUIRE(machine.shows_link(saal_link));
  const kiosk::Image before = machine.glass();

  // The second room shows in the log that the new export has come.
  server.answer_by(serving(export_with_room("Saal 1 (Audimax)", R"(, {"name": "Saal 2", "guid": "g2"})")));
  REQUIRE(machine.says("schedule: 2 halls"));
  CHECK(eventually([&] { return differing(machine.glass(), before) > 0.0; }));  // the new name
  CHECK(machine.shows_link(saal_link));
  CHECK_FALSE(contains(machine.errors(), "no hall"));
  CHECK(machine.end() == 0);

  server.answer_by(answering(http_answer("503 Service Unavailable", "", "")));
  machine.start();
  CHECK(machine.shows_link(saal_link));
  CHECK(machine.end() == 0);
  CHECK_FALSE(contains(machine.errors(), "no hall"));
}
