#include "reading/room_list.h"

#include "tests/catch.h"

using kiosk::RoomList;

namespace {

std::string id_of(const std::string& name) {
  RoomList rooms;
  rooms.add({.name = name});
  return rooms.halls().front().id;
}

}  // namespace

TEST_CASE("a hall's id can be read and written by a technician") {
  CHECK(id_of("Curie") == "curie");
  CHECK(id_of("Pale Golden Rod Room") == "pale-golden-rod-room");
  CHECK(id_of("r3s - Monheim/Rhein") == "r3s-monheim-rhein");
  CHECK(id_of("  (Saal 1)  ") == "saal-1");
  CHECK(id_of("Горьковский зал") == "горьковский-зал");
  CHECK(id_of("ГЯНДЖА Ё") == "гянджа-ё");
  CHECK(id_of("Gängeviertel Straße") == "gängeviertel-strasse");
  CHECK(id_of("大ホール１") == "大ホール1");
  CHECK(id_of("सभागार") == "सभागार");
  CHECK(id_of("قاعة ١") == "قاعة-١");
  CHECK(id_of("Room\u00AD 2\u200B") == "room-2");
  CHECK(id_of("🚀") == "hall");
}

TEST_CASE("a room's slug is its hall's id") {
  RoomList rooms;
  rooms.add({.guid = "99411f15-7335-4d36-abac-3ff0419ec954", .slug = "12-saal-1", .name = "Saal 1"});
  CHECK(rooms.halls().front().id == "12-saal-1");
  CHECK(rooms.halls().front().name == "Saal 1");
}

TEST_CASE("ids are unique") {
  RoomList rooms;
  for (const char* name : {"A/B", "A-B", "a b", "🚀", "🛰", "a b 2"}) {
    rooms.add({.name = name});
  }
  std::vector<std::string> ids;
  for (const auto& hall : rooms.halls()) {
    ids.push_back(hall.id);
  }
  CHECK(ids == std::vector<std::string>{"a-b", "a-b-2", "a-b-3", "hall", "hall-2", "a-b-2-2"});
}

TEST_CASE("a room is found by guid, then slug, then name, in any case and Unicode form") {
  RoomList rooms;
  rooms.add({.guid = "AAAA-1", .slug = "one", .name = "Зал Ё"});
  rooms.add({.guid = "bbbb-2", .slug = "two", .name = "one"});
  rooms.add({.name = "bbbb-2"});
  CHECK(rooms.find("aaaa-1") == 0U);
  CHECK(rooms.find("BBBB-2") == 1U);
  CHECK(rooms.find("ONE") == 0U);
  CHECK(rooms.find("two") == 1U);
  CHECK(rooms.find("зал ё") == 0U);
  CHECK(rooms.find("ЗАЛ Е\u0308") == 0U);
  CHECK_FALSE(rooms.find("three"));
  CHECK_FALSE(rooms.find(""));
}

TEST_CASE("thousands of rooms that want one id are numbered, and a long name makes no long id") {
  RoomList rooms;
  for (int i = 0; i < 3000; ++i) {
    rooms.add({.slug = "a", .name = std::to_string(i)});
  }
  CHECK(rooms.halls().back().id == "a-3000");
  const std::string name = std::string(1000, 'x') + " y";
  rooms.add({.name = name});
  CHECK(rooms.halls().back().id == std::string(256, 'x'));
  CHECK(rooms.find(name) == 3000U);
}

TEST_CASE("rooms that share a guid are two by their names") {
  RoomList rooms;
  rooms.add({.guid = "b379c473", .name = "Gray Room"});
  rooms.add({.guid = "b379c473", .name = "Tan Room"});
  CHECK(rooms.find("Gray Room") == 0U);
  CHECK(rooms.find("Tan Room") == 1U);
  CHECK(rooms.find("b379c473") == 0U);
}
