// A file changed by the program, as an organizer at a shell does it.

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk::test;

namespace {

// A copy of the demo's feed, and the program in its folder, in the middle of the first day.
struct Desk {
  Desk() { write_file(feed, demo_feed()); }

  Outcome edit(std::vector<std::string> words, const std::string& document = "feed.json") const {
    words.insert(words.begin(), {"edit", document});
    words.insert(words.end(), {"--at", during_track_1});
    return venue_kiosk(std::move(words), {}, folder.path());
  }
  std::string text() const { return file_text(feed); }

  TemporaryFolder folder;
  std::filesystem::path feed = folder / "feed.json";
};

}  // namespace

TEST_CASE("the session that is on is cancelled in one line, and its screen says so") {
  const Desk desk;
  const Outcome outcome = desk.edit({"cancel", "gorky now", "--reason", "Докладчик заболел"});
  CHECK(outcome.err == "");
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("cancelled: 2024-04-17 14:00 gorky: "));
  CHECK(contains(desk.text(), "\"state\": \"cancelled\""));
  CHECK(contains(desk.text(), "\"reason\": \"Докладчик заболел\""));
  const Outcome check = venue_kiosk({"check", "--feed", desk.feed.string()});
  CHECK(check.status == 0);
}

TEST_CASE("a dry run prints the lines that would change and what attendees would notice, and writes nothing") {
  const Desk desk;
  const Outcome outcome = desk.edit({"delay", "gorky", "10m", "--dry-run"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "+      \"delay\": { \"minutes\": 10, \"from\": \"2024-04-17T14:42:00+03:00\" }\n"));
  CHECK(contains(outcome.out, "Горьковский зал: с 17 апреля 14:42 всё позже на 10 минут\n"));
  CHECK(desk.text() == demo_feed());
}

TEST_CASE("what a change makes of the programme is looked over as check does, and no old finding is told again") {
  const Desk desk;
  const Outcome collides = desk.edit({"move", "opportunities", "--hall", "gorky", "--start", "15:30"});
  CHECK(collides.status == 0);  // it is the organizer's to know
  CHECK(contains(collides.err, "starts in hall"));
  const Outcome again = desk.edit({"notice", "Автобус опаздывает"});
  CHECK(again.status == 0);
  CHECK(again.err.empty());
}

TEST_CASE("each verb can be said, and what it writes is a feed that check finds nothing wrong with") {
  const Desk desk;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"delay", "gorky", "10m", "--from", "14:00"},
           {"move", "track-1", "--hall", "multimedia", "--start", "16:30"},
           {"full", "gorky next", "--overflow", "multimedia"},
           {"notice", "Автобус опаздывает", "--warning", "--halls", "gorky,multimedia", "--for", "20m"},
           {"notice", "Выход", "--emergency"},
           {"clear", "notice-2"},
           {"clear", "gorky"}}) {
    const Outcome outcome = desk.edit(words);
    INFO(words.front() << ": " << outcome.err);
    CHECK(outcome.status == 0);
  }
  const Outcome check = venue_kiosk({"check", "--feed", desk.feed.string()});
  INFO(check.err);
  CHECK(check.status == 0);
  CHECK(contains(check.out, "1 notices"));
}

TEST_CASE("an edit that changes nothing says so") {
  const Desk desk;
  CHECK(desk.edit({"cancel", "track-1"}).status == 0);
  const Outcome again = desk.edit({"cancel", "track-1"});
  CHECK(again.status == 0);
  CHECK(contains(again.out, "nothing to change: it says so already\n"));
}

TEST_CASE("what is ambiguous lists its candidates, and nothing is written") {
  const Desk desk;
  const Outcome outcome = desk.edit({"cancel", "площадка"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "say which: 2024-04-17 "));
  CHECK(desk.text() == demo_feed());
}

TEST_CASE("an overlay that is not there yet is made, over an export that stays as it is") {
  const Desk desk;
  const Outcome outcome = desk.edit({"cancel", "track-1", "--over", desk.feed.string()}, "ours.json");
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(file_text(desk.folder / "ours.json") ==
        "{\n  \"format\": \"venue-feed/1\",\n  \"sessions\": [\n    {\"id\": \"track-1\", \"state\": \"cancelled\"}\n  "
        "]\n}\n");
  CHECK(desk.text() == demo_feed());
  // Without an export there is nothing to change.
  CHECK(desk.edit({"cancel", "track-1"}, "theirs.json").status == 3);
}

TEST_CASE("a link goes on pointing at the file, and one that only its owner reads stays so") {
  const Desk desk;
  std::filesystem::create_symlink("feed.json", desk.folder / "link.json");
  std::filesystem::permissions(desk.feed, std::filesystem::perms(0600));
  CHECK(desk.edit({"cancel", "track-1"}, "link.json").status == 0);
  CHECK(std::filesystem::is_symlink(desk.folder / "link.json"));
  CHECK(contains(desk.text(), "\"cancelled\""));
  struct ::stat status {};
  REQUIRE(::stat(desk.feed.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
}
