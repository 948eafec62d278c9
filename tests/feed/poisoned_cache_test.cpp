#include <random>

#include "base/body_hash.h"
#include "feed/poll_state.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/temporary_folder.h"
#include "venue/agenda.h"

// What lies on disk is believed as far as it can be read, and a bit that fell over, or somebody who wrote there, costs
// no screen its board.

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::file_text;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

constexpr int flips = 1000;
const std::string url = "http://example.org/feed.json";
const Instant ten = at("2024-04-17T10:00:00");

// An export of two rooms with an hour from noon for each letter, capitals in the second.
std::string exported(const std::string& letters) {
  std::string rooms[2];
  for (const char letter : letters) {
    const bool second = letter < 'a';
    std::string& room = rooms[second ? 1 : 0];
    const int hour = 12 + (second ? letter - 'A' : letter - 'a');
    room += (room.empty() ? "" : ", ") + (R"({"guid": ")" + std::string(1, letter)) + R"(", "title": "Talk )" + letter +
            R"(", "date": "2024-04-17T)" + std::to_string(hour) + R"(:00:00+03:00", "duration": "1:00"})";
  }
  return R"({"schedule": {"conference": {"title": "Conf", "time_zone_name": "Europe/Moscow", "days": [{"rooms": {)"
         R"("Saal": [)" +
         rooms[0] + R"(], "Aula": [)" + rooms[1] + "]}}]}}}";
}

FetchOutcome body(const std::string& text) { return {.kind = FetchOutcome::Kind::new_body, .body = text}; }

// What every screen of the feed asks of it, around the day.
void show_boards(const Schedule& schedule) {
  for (const Hall& hall : schedule.halls()) {
    for (Instant now = ten; now < ten + 48h; now += 3h) {
      REQUIRE(agenda_at(schedule, hall.id, now).hall != nullptr);
    }
  }
}

char flipped(char byte, std::mt19937& random) {
  return static_cast<char>(byte ^ static_cast<char>(1U << (random() % 8)));
}

}  // namespace

TEST_CASE("a memory flipped in any byte, behind its hash too, leaves the last good schedule on the board") {
  const TemporaryFolder folder(test::fast_folder());
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  {
    PollState before(options, 1);
    before.take(body(exported("abcdefghABCDEFGH")), ten);
    before.take(body(exported("abcdefghABCDEFG")), ten + 10s);
    before.take(body(exported("abcdefghABCDEFG ")), ten + 20s);  // one is cancelled
    before.take(body(exported("ab")), ten + 30s);                // many are held
  }
  const auto path = last_good_path(folder.path(), url).concat(".memory");
  const std::string whole = file_text(path);
  const std::string first_line = whole.substr(0, whole.find('\n') + 1);
  const std::size_t json_begin = whole.find('\n', first_line.size()) + 1;
  std::mt19937 random(1);
  int read = 0;
  for (int i = 0; i < flips; ++i) {
    std::string poisoned = whole;
    const std::size_t begin = i % 2 == 0 ? 0 : json_begin;
    const std::size_t place = begin + random() % (whole.size() - begin);
    poisoned[place] = flipped(poisoned[place], random);
    if (i % 2 == 1) {
      const std::string json = poisoned.substr(json_begin);
      poisoned = first_line + std::to_string(body_hash(json)) + '\n' + json;
    }
    write_file(path, poisoned);
    INFO(poisoned);
    PollState state(options, 1);
    FeedNews news = state.start();
    REQUIRE(news.schedule != nullptr);
    REQUIRE(news.schedule->sessions().size() >= 2);
    REQUIRE((i % 2 == 1 || news.cache_failure));
    read += news.cache_failure ? 0 : 1;
    show_boards(*news.schedule);
    news = state.take({.kind = FetchOutcome::Kind::not_modified}, ten + 40s);
    show_boards(*news.schedule);
  }
  CHECK(read > flips / 10);  // many a flip leaves JSON: a letter is another, a number is
}

TEST_CASE("a last good body flipped in any byte, behind its hash too, costs no more than the time to the next poll") {
  const TemporaryFolder folder(test::fast_folder());
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  const std::string good = exported("abcdefgh");
  PollState(options, 1).take(body(good), ten);
  const auto path = last_good_path(folder.path(), url);
  const std::string whole = file_text(path);
  const std::size_t hash_line = whole.find("\nhash: ") + 1;
  const std::size_t body_begin = whole.find("\n\n", hash_line) + 2;
  std::mt19937 random(2);
  int shown = 0;
  for (int i = 0; i < flips; ++i) {
    std::string poisoned = whole;
    std::size_t place = random() % whole.size();
    const bool in_hash = place >= hash_line && place < body_begin;
    poisoned[place] = flipped(poisoned[place], random);
    if (i % 2 == 1 && !in_hash) {
      const std::string header = poisoned.substr(0, hash_line);
      const std::string rest = poisoned.substr(body_begin);
      const std::uint64_t hash = body_hash(rest, body_hash(header));
      constexpr std::string_view digits = "0123456789abcdef";
      for (std::size_t digit = 0; digit < 16; ++digit) {
        poisoned[hash_line + 6 + digit] = digits[(hash >> (60 - 4 * digit)) & 15U];
      }
    }
    write_file(path, poisoned);
    INFO(poisoned);
    PollState state(options, 1);
    FeedNews news = state.start();
    REQUIRE((news.schedule != nullptr || news.cache_failure));
    if (news.schedule != nullptr) {
      ++shown;
      show_boards(*news.schedule);
    }
    news = state.take(body(good), ten + 10s);
    REQUIRE(news.schedule != nullptr);
    REQUIRE(news.schedule->sessions().size() >= 8);
    show_boards(*news.schedule);
  }
  CHECK(shown > flips / 10);
}

TEST_CASE("a memory of as many entries as fit is read, and what the feed does not account for is forgotten") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState(options, 1).take(body(exported("abcdefgh")), ten);
  std::string json = R"({"first_seen":[)";
  for (int i = 0; json.size() < max_programme_memory_bytes - 1000; ++i) {
    json += (i > 0 ? "," : "") + (R"({"id":")" + std::to_string(i)) + R"(","hall":"","start":0,"until":253402300799})";
  }
  json += "]}";
  const auto path = last_good_path(folder.path(), url).concat(".memory");
  write_file(path, "venue-kiosk programme memory 1\n" + std::to_string(body_hash(json)) + '\n' + json);
  PollState state(options, 1);
  const FeedNews news = state.start();
  REQUIRE_FALSE(news.cache_failure);
  CHECK(news.schedule->sessions().size() == 8);
  state.take(body(exported("abcdefghA")), ten + 10s);
  CHECK(std::filesystem::file_size(path) < 10'000);
}
