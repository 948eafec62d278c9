#include <unistd.h>

#include <fstream>
#include <map>

#include "feed/poll_state.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/temporary_folder.h"

// Exporters that number their sessions anew at each poll, followed for a day at the hall. Nothing may grow by it.

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::TemporaryFolder;

namespace {

constexpr int sessions_of_feed = 60;
constexpr int an_hour = 60 * 6;  // of polls, one each ten seconds

// What a poll's number is part of.
struct Exporter {
  const char* name;
  bool titles = false;
  bool rooms = false;
  bool times = false;
  int same = 0;  // so many sessions stay as they are
  int hours = 8;
};

std::string body_of(const Exporter& exporter, int poll) {
  const std::string number = std::to_string(poll);
  std::map<std::string, std::string> rooms;
  for (int i = 0; i < sessions_of_feed; ++i) {
    const bool same = i < exporter.same;
    const int minutes = 30 * (i / 3) + (exporter.times && !same ? poll % 20 : 0);
    const Instant start = at("2024-04-17T12:00:00") + std::chrono::minutes(minutes);
    std::string& room = rooms["Room " + std::to_string(i % 3) + (exporter.rooms && !same ? " of " + number : "")];
    room += (room.empty() ? R"({"guid": ")" : R"(, {"guid": ")") + std::to_string(i) + (same ? "" : "-" + number) +
            R"(", "title": "Talk )" + std::to_string(i) + (exporter.titles && !same ? " as of " + number : "") +
            R"(", "date": ")" + format_instant(start, utc()) + R"(", "duration": "0:30"})";
  }
  std::string all;
  for (const auto& [room, list] : rooms) {
    all += (all.empty() ? "\"" : ", \"") + room + "\": [" + list + "]";
  }
  return R"({"schedule": {"conference": {"title": "Conf", "time_zone_name": "Europe/Moscow", "days": [{"rooms": {)" +
         all + "}}]}}}";
}

struct Size {
  std::uintmax_t files = 0;
  std::uintmax_t bytes = 0;  // of all files
};

Size size_of(const std::filesystem::path& folder) {
  Size size;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    ++size.files;
    size.bytes += file.file_size();
  }
  return size;
}

std::size_t resident_bytes() {
  std::size_t pages = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

TEST_CASE("eight hours of an exporter that numbers anew at every poll leave memory and disk as they were") {
  const Exporter exporter = GENERATE(
      Exporter{.name = "ids"}, Exporter{.name = "ids and titles", .titles = true},
      Exporter{.name = "ids and titles, but of one session", .titles = true, .same = 1, .hours = 3},
      Exporter{
          .name = "ids, titles and times, but of one session", .titles = true, .times = true, .same = 1, .hours = 3},
      Exporter{.name = "ids, titles and rooms, but of half",
               .titles = true,
               .rooms = true,
               .same = sessions_of_feed / 2,
               .hours = 2});
  INFO(exporter.name);
  const TemporaryFolder folder(test::fast_folder());
  PollState state({.feed = "http://example.org/feed.json", .cache_folder = folder.path()}, 1);
  state.start();
  Size disk;
  std::size_t memory = 0;
  for (int poll = 0; poll < exporter.hours * an_hour; ++poll) {
    const FeedNews news = state.take({.kind = FetchOutcome::Kind::new_body, .body = body_of(exporter, poll)},
                                     at("2024-04-17T10:00:00") + std::chrono::seconds(10 * poll));
    REQUIRE(news.schedule != nullptr);
    REQUIRE_FALSE(news.cache_failure);
    REQUIRE(news.schedule->sessions().size() >= sessions_of_feed);
    REQUIRE(news.schedule->sessions().size() <= 5 * sessions_of_feed);
    if (poll < an_hour) {
      const Size now = size_of(folder.path());
      disk = {std::max(disk.files, now.files), std::max(disk.bytes, now.bytes)};
      memory = resident_bytes();
    }
  }
  const Size after = size_of(folder.path());
  CHECK(after.files == disk.files);
  CHECK(after.bytes <= disk.bytes + 10'000);  // numbers become longer
  CHECK(after.bytes <= 500'000);
#ifndef __SANITIZE_ADDRESS__  // which keeps what was freed
  CHECK(resident_bytes() <= memory + (8U << 20U));
#endif
}

TEST_CASE("a body that says nothing new of its sessions leaves the memory's file alone") {
  const TemporaryFolder folder;
  PollState state({.feed = "http://example.org/feed.json", .cache_folder = folder.path()}, 1);
  const auto path = last_good_path(folder.path(), "http://example.org/feed.json").concat(".memory");
  const auto poll = [&](const std::string& more, int number) {
    return state.take({.kind = FetchOutcome::Kind::new_body, .body = body_of({.name = ""}, number) + more},
                      at("2024-04-17T10:00:00") + std::chrono::seconds(10 * number));
  };
  poll("", 1);
  std::filesystem::create_hard_link(path, folder / "first");  // holds its place, so that another file is another
  for (const char* more : {" ", "  ", "   "}) {
    CHECK(poll(more, 1).counts.refused == 0);
    CHECK(std::filesystem::equivalent(path, folder / "first"));
  }
  poll("", 2);
  CHECK_FALSE(std::filesystem::equivalent(path, folder / "first"));
}
