#include "feed/programme_memory_file.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::TemporaryFolder;

namespace {

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

}  // namespace

TEST_CASE("the file keeps all that a board tells, and one that is torn anywhere is noticed") {
  const TemporaryFolder folder;
  const std::string url = "https://user:secret@example.org/schedule.json";
  CHECK(load_programme_memory(folder.path(), url)->vanished.empty());

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
  REQUIRE(save_programme_memory(folder.path(), url, state));
  CHECK(*load_programme_memory(folder.path(), url) == state);

  const std::string whole = test::file_text(programme_memory_path(folder.path(), url));
  CHECK(whole.find("secret") == std::string::npos);
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 50) {
    test::write_file(programme_memory_path(folder.path(), url), whole.substr(0, size));
    REQUIRE_FALSE(load_programme_memory(folder.path(), url));
  }
  std::string flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
  test::write_file(programme_memory_path(folder.path(), url), flipped);
  const auto torn = load_programme_memory(folder.path(), url);
  REQUIRE_FALSE(torn);
  CHECK(torn.error().file == programme_memory_path(folder.path(), url).string());
}
