#include "feed/programme_memory_file.h"

#include <sys/stat.h>

#include <limits>

#include "base/body_hash.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::TemporaryFolder;

namespace {

const std::string feed = "https://example.org/schedule.json";
const Instant nine = at("2024-04-17T09:00:00");

Session talk(const std::string& id) {
  Session session;
  session.id = id;
  session.title = "Talk " + id;
  session.halls = {"a"};
  session.start = nine + 1h;
  session.end = session.start + 1h;
  return session;
}

Hall hall() {
  Hall hall;
  hall.id = "a";
  hall.name = "Hall a";
  return hall;
}

// As the file holds it, with a hash that is right.
void write_memory(const std::filesystem::path& path, const std::string& json) {
  test::write_file(path, "venue-kiosk programme memory 1\n" + std::to_string(body_hash(json)) + '\n' + json);
}

std::string session_json(const std::string& more) {
  return R"({"session": {"id": "a1", "title": {"": "T"}, "halls": ["a"], "start": 1713337200)" + more + "}}";
}

// What comes of a memory whose only vanished session is this.
ProgrammeMemory::State state_of(const std::string& vanished) {
  const TemporaryFolder folder;
  ProgrammeMemoryFile file(folder.path(), feed);
  write_memory(file.path(), R"({"first_seen": [], "vanished": [)" + vanished + "]}");
  const auto state = file.load();
  REQUIRE(state);
  return *state;
}

}  // namespace

TEST_CASE("the file keeps all that a board tells, and one that is torn anywhere is noticed") {
  const TemporaryFolder folder;
  const std::string url = "https://user:secret@example.org/schedule.json";
  ProgrammeMemoryFile file(folder.path(), url);
  CHECK(file.load()->vanished.empty());

  ProgrammeMemory::State state;
  state.first_seen["a \"quoted\"\n"] = {"hall", nine, nine + 1h};
  ProgrammeMemory::Vanished vanished;
  vanished.session = talk("a1");
  vanished.session.title = LocalText{{"ru", "«Ёлка»"}, {"en", "Tree \xF0\x9F\x8E\x84"}};
  vanished.session.speakers = {{"Ann", "CEO", ""}};
  vanished.session.subtitle = "s";
  vanished.session.track = "t";
  vanished.session.language = "ru";
  vanished.session.kind = SessionKind::all_day;
  vanished.session.state = SessionState::full;
  vanished.session.originally = Announced{"b", nine};
  vanished.halls = {hall()};
  vanished.polls = 1;
  vanished.replaced = true;
  vanished.cancelled = true;
  vanished.held_since = nine;
  state.vanished = {vanished, {.session = talk("b1"), .halls = {}, .held_since = {}}};
  state.vanished[1].session.end.reset();
  state.vanished[1].session.plenum = true;
  Hall renamed = hall();
  renamed.key = "ba692ba3";
  renamed.slug = "main";
  renamed.former_names = {"old", "Зал 1"};
  state.halls = {renamed, hall()};
  REQUIRE(file.save(state));
  CHECK(*file.load() == state);

  const std::string whole = test::file_text(file.path());
  CHECK(whole.find("secret") == std::string::npos);
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 50) {
    test::write_file(file.path(), whole.substr(0, size));
    REQUIRE_FALSE(file.load());
  }
  std::string flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
  test::write_file(file.path(), flipped);
  const auto torn = file.load();
  REQUIRE_FALSE(torn);
  CHECK(torn.error().file == file.path().string());
}

TEST_CASE("a memory is written when it says something else, and not before") {
  const TemporaryFolder folder;
  ProgrammeMemory::State state;
  state.first_seen["a1"] = {"a", nine, nine + 1h};
  ProgrammeMemoryFile file(folder.path(), feed);
  const auto inode = [&] {  // each write is a new file
    struct ::stat status {};
    return ::stat(file.path().c_str(), &status) == 0 ? status.st_ino : 0;
  };
  const auto keeps_file = [&](ProgrammeMemoryFile& by) {
    std::filesystem::remove(folder / "held");
    std::filesystem::create_hard_link(file.path(), folder / "held");  // so that its number is not given out again
    const auto before = inode();
    REQUIRE(by.save(state));
    return inode() == before;
  };
  REQUIRE(file.save(state));
  CHECK(keeps_file(file));
  state.first_seen["a1"].until += 1s;
  CHECK_FALSE(keeps_file(file));
  CHECK(keeps_file(file));

  ProgrammeMemoryFile after_restart(folder.path(), feed);
  REQUIRE(after_restart.load());
  CHECK(keeps_file(after_restart));
  std::filesystem::remove(file.path());
  REQUIRE(after_restart.save(state));
  CHECK(*file.load() == state);
}

TEST_CASE("a memory larger than can be read back leaves out what is over the longest") {
  const TemporaryFolder folder;
  const std::string half(max_programme_memory_bytes / 2 - 1000, 'x');
  ProgrammeMemory::State state;
  state.first_seen["early"] = {half, nine, nine + 1h};
  state.first_seen["late"] = {half, nine, nine + 3h};
  ProgrammeMemoryFile file(folder.path(), feed);
  REQUIRE(file.save(state));
  CHECK(*file.load() == state);

  state.vanished = {{.session = talk("a1"), .halls = {}, .held_since = {}}};  // till eleven
  state.vanished[0].session.title = std::string(10'000, 'x');
  REQUIRE(file.save(state));
  CHECK(std::filesystem::file_size(file.path()) <= max_programme_memory_bytes);
  const auto loaded = file.load();
  REQUIRE(loaded);
  CHECK(loaded->first_seen.size() == 1);
  CHECK(loaded->first_seen.contains("late"));
  CHECK(loaded->vanished == state.vanished);

  state.first_seen["late"].hall = std::string(max_programme_memory_bytes, 'x');
  REQUIRE(file.save(state));
  CHECK(file.load()->first_seen.empty());
}

TEST_CASE("a memory of more bytes than this program writes is refused unread") {
  const TemporaryFolder folder;
  ProgrammeMemoryFile file(folder.path(), feed);
  test::write_file(file.path(), "venue-kiosk programme memory 1\n");
  std::filesystem::resize_file(file.path(), max_programme_memory_bytes + 1);
  const auto loaded = file.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().what == "is larger than 8388608 bytes");
}

TEST_CASE("whatever number stands in the file, what comes of it can be reckoned with") {
  const std::string most = std::to_string(std::numeric_limits<std::int64_t>::max());
  const std::string least = std::to_string(std::numeric_limits<std::int64_t>::min());
  for (const std::string& number :
       {most, least, std::string("253402300800"), std::string("1e300"), std::string("\"1\"")}) {
    INFO(number);
    CHECK(state_of(session_json(", \"start\": " + number)).vanished.empty());
    const auto held =
        state_of(session_json("").insert(1, "\"held_since\": " + number + ", \"polls\": " + number + ", "));
    REQUIRE(held.vanished.size() == 1);
    CHECK_FALSE(held.vanished[0].held_since);
    CHECK(held.vanished[0].polls >= 0);
    CHECK(held.vanished[0].polls <= 1'000'000);
    const auto odd = state_of(session_json(", \"end\": " + number + ", \"kind\": " + number + ", \"state\": " + number +
                                           ", \"originally\": {\"hall\": 3, \"start\": " + number + "}"));
    REQUIRE(odd.vanished.size() == 1);
    const Session& session = odd.vanished[0].session;
    CHECK_FALSE(session.end);
    CHECK(session.kind == SessionKind::session);
    CHECK(session.state == SessionState::confirmed);
    CHECK(session.originally == Announced());
  }
  CHECK(state_of(session_json(", \"start\": 253402300799")).vanished.size() == 1);
}

TEST_CASE("a session without hall, id, title or start is none, and an end before its start is no end") {
  for (const char* lack : {R"(, "halls": [])", R"(, "halls": [7])", R"(, "halls": 7)", R"(, "id": "")",
                           R"(, "title": {})", R"(, "title": "T")", R"(, "start": null)"}) {
    INFO(lack);
    CHECK(state_of(session_json(lack)).vanished.empty());
  }
  CHECK(state_of("{}, [], 7, null").vanished.empty());
  CHECK_FALSE(state_of(session_json(R"(, "end": 1713337199)")).vanished[0].session.end);
  CHECK(state_of(session_json(R"(, "end": 1713337200)")).vanished[0].session.end);
}

TEST_CASE("a text of more languages than anybody speaks keeps some, in reasonable time") {
  std::string languages;
  for (int i = 0; i < 200'000; ++i) {
    languages += (i > 0 ? ", \"l" : "\"l") + std::to_string(i) + "\": \"T\"";
  }
  CHECK(state_of(session_json(", \"title\": {" + languages + "}")).vanished[0].session.title.all().size() == 64);
}

TEST_CASE("of halls the file keeps no more than a quarter of what it may hold, and reads none without an id") {
  const TemporaryFolder folder;
  ProgrammeMemory::State state;
  for (int i = 0; i < 4000; ++i) {
    Hall one = hall();
    one.id = std::to_string(i);
    one.former_names.assign(8, std::string(256, 'x'));
    state.halls.push_back(one);
  }
  ProgrammeMemoryFile file(folder.path(), feed);
  REQUIRE(file.save(state));
  CHECK(std::filesystem::file_size(file.path()) < max_programme_memory_bytes / 4 + 1000);
  const auto kept = file.load();
  REQUIRE(kept);
  CHECK(kept->halls.size() > 900);
  CHECK(kept->halls.front() == state.halls.front());

  write_memory(file.path(), R"({"halls": [{"key": "k"}, 5, {"id": "a", "former_names": [1, "b", null]}]})");
  const auto read = file.load();
  REQUIRE(read);
  REQUIRE(read->halls.size() == 1);
  CHECK(read->halls[0].former_names == std::vector<std::string>{"b"});
}
