// What a screen says must not depend on whether it reads an export or the venue feed that was made of it. Boards are
// compared as screens compose them; KIOSK_FEEDS names a folder of other feeds to compare minute by minute.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "board/compose_board.h"
#include "dialects/read_feed.h"
#include "organizer/convert.h"
#include "tests/catch.h"
#include "venue/agenda.h"
#include "venue/parse_instant.h"

using namespace kiosk;

namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;
using Shown = std::shared_ptr<const Schedule>;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Nothing where the document is none.
Shown read(const std::string& bytes, SaidZone zone) {
  const auto reading = read_feed(bytes, {.file = "feed.json", .time_zone = zone});
  return reading ? reading->schedule : nullptr;
}

// From the day before the event to the day after it.
struct Span {
  Instant begin;
  Instant end;
};
Span life_of(const Schedule& schedule) {
  const auto span = schedule.span();
  return span ? Span{date::floor<minutes>(span->start) - hours(24), date::floor<minutes>(span->end) + hours(25)}
              : Span{{}, Instant(hours(1))};
}

// The minutes at which a hall's screen may begin to tell something else, with those before and after.
std::set<Instant> minutes_of_change(const Schedule& schedule, const Hall& hall) {
  const Span life = life_of(schedule);
  std::set<Instant> found{life.begin, life.end};
  for (Instant at = life.begin; at < life.end;) {
    const auto next = agenda_at(schedule, hall.id, at).next_change;
    if (!next) {
      break;
    }
    at = *next;
    const Instant minute = date::floor<minutes>(at);
    found.insert({minute - minutes(1), minute, minute + minutes(1)});
  }
  return found;
}

std::set<Instant> all_minutes(const Schedule& schedule, const Hall&) {
  const Span life = life_of(schedule);
  std::set<Instant> found;
  for (Instant at = life.begin; at < life.end; at += minutes(1)) {
    found.insert(found.end(), at);
  }
  return found;
}

std::vector<std::string> languages_of(const Schedule& schedule) {
  std::vector<std::string> languages = schedule.event().languages;
  std::erase_if(languages, [](const std::string& language) { return !Wording::speaks(language); });
  return languages.empty() ? std::vector<std::string>{"ru"} : languages;
}

// Every hall, called by its id and by its name, in every language, whenever `moments` says; how many boards these are.
template <class Moments>
std::size_t compare_boards(const Schedule& before, const Schedule& after, Moments moments) {
  Wordings wordings;
  std::size_t boards = 0;
  for (const Hall& hall : before.halls()) {
    std::set<Instant> instants = moments(before, hall);
    instants.merge(moments(after, hall));
    for (const std::string& language : languages_of(before)) {
      const Wording& wording = wordings.in(language);
      for (const Instant instant : instants) {
        for (const std::string& called : {hall.id, hall.name.in(language)}) {
          Situation situation;
          situation.instant = instant;
          situation.hall = called;
          situation.schedule = &before;
          const Board of_export = compose_board(situation, wording, wordings);
          situation.schedule = &after;
          if (!(of_export == compose_board(situation, wording, wordings))) {
            FAIL("hall " << called << " at " << format_instant(instant, before.event().time_zone) << " in " << language
                         << " has another board");
          }
          ++boards;
        }
      }
    }
  }
  return boards;
}

// How many boards of a file were compared; none where it is no feed.
template <class Moments>
std::size_t compare_file(const fs::path& file, SaidZone zone, Moments moments) {
  const std::string bytes = bytes_of(file);
  const Shown before = read(bytes, zone);
  if (before == nullptr) {
    return 0;
  }
  const auto converted = convert(bytes, {.file = "feed.json", .time_zone = zone});
  REQUIRE(converted);
  const Shown after = read(converted->feed, {});
  REQUIRE(after != nullptr);
  return compare_boards(*before, *after, moments);
}

std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("a feed that was converted gives each hall the boards of the export, whenever one may change") {
  std::size_t feeds = 0;
  for (const char* folder : {"tests/independent/fixtures", "tests/screens", "assets/demo"}) {
    for (const fs::path& file : documents_in(fs::path(KIOSK_SOURCE_DIR) / folder)) {
      INFO(file.string());
      // Where nobody says the zone, boards list times as they are written; where the settings say it they go by it.
      for (const SaidZone zone : {SaidZone(), SaidZone(find_time_zone("Europe/Vienna"))}) {
        feeds += compare_file(file, zone, minutes_of_change) > 0 ? 1U : 0U;
      }
    }
  }
  CHECK(feeds >= 2 * 20);
}

TEST_CASE("every minute of every feed of a folder has the same boards when it is converted", "[.feeds]") {
  const char* folder = std::getenv("KIOSK_FEEDS");
  REQUIRE(folder != nullptr);
  for (const fs::path& file : documents_in(folder)) {
    INFO(file.string());
    for (const SaidZone zone : {SaidZone(), SaidZone(find_time_zone("Europe/Vienna"))}) {
      const std::size_t boards = compare_file(file, zone, all_minutes);
      WARN(file.filename().string() << (zone ? " in Vienna: " : ": ") << boards << " boards alike");
    }
  }
}
