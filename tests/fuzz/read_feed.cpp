// Feeds of every dialect. What `Schedule` expects of a reader is what is checked of it.

#include "dialects/read_feed.h"

#include <algorithm>
#include <set>
#include <string>

#include "reading/fields.h"
#include "reading/web_address.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

const FeedContext& context_for(std::size_t size) {
  static const FeedContext contexts[] = {
      {},
      {.file = "https://example.org/a/feed.json",
       .time_zone = find_time_zone("Europe/Berlin"),
       .base = "https://example.org/a/feed.json"},
      {.file = "feed.json", .base = "/srv/feeds/feed.json"},
  };
  return contexts[size % std::size(contexts)];
}

void check(const Problem& problem, int lines) {
  expect(!problem.what.empty(), "a problem says what is wrong");
  expect(problem.line >= 0 && problem.line <= lines, "a problem names a line of the file");
  const std::string text = to_string(problem);
  expect(fuzz::is_one_line(text), "a problem is one line");
  expect(fuzz::is_utf8(text), "a problem is UTF-8");
}

void check(const std::optional<Link>& link) { expect(!link || is_web_address(link->url), "a link can be opened"); }

void check(const Schedule& schedule) {
  std::set<std::string> halls;
  for (const Hall& hall : schedule.halls()) {
    expect(!hall.id.empty() && halls.insert(hall.id).second, "a hall's id is its own");
    expect(!hall.name.empty(), "a hall has a name");
    expect(!hall.delay || hall.delay->by.count() >= 0, "a delay is not negative");
    check(hall.broadcast);
  }
  const auto known = [&](const std::string& hall) { return hall.empty() || halls.contains(hall); };
  std::set<std::string> sessions;
  for (const Session& session : schedule.sessions()) {
    expect(!session.id.empty() && sessions.insert(session.id).second, "a session's id is its own");
    expect(!session.title.empty(), "a session has a title");
    expect(!session.halls.empty(), "a session has a hall");
    expect(std::all_of(session.halls.begin(), session.halls.end(), known), "a session's halls are known");
    expect(!session.end || *session.end >= session.start, "a session ends when it has begun");
    expect(known(session.overflow), "where there is room is known");
    expect(!session.originally || known(session.originally->hall), "the original hall is known");
    expect(!session.not_broadcast || !session.broadcast, "what is not broadcast has no page");
    check(session.broadcast);
    check(session.recording);
  }
  for (const Notice& notice : schedule.notices()) {
    expect(!notice.text.empty(), "a notice has a text");
    expect(std::all_of(notice.halls.begin(), notice.halls.end(), known), "a notice's halls are known");
  }
  for (const Hall& hall : schedule.halls()) {
    const Timeline& timeline = schedule.timeline(hall);
    expect(std::is_sorted(timeline.begin(), timeline.end(),
                          [](const Slot& a, const Slot& b) { return a.start < b.start; }),
           "a timeline is in order");
    for (const Slot& slot : timeline) {
      expect(slot.start <= slot.end, "a slot ends when it has begun");
    }
  }
  for (const Overlap& overlap : overlaps(schedule)) {
    expect(overlap.earlier != overlap.later, "nothing overlaps itself");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const int lines = 1 + static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n'));
  const Result<FeedReading> reading = read_feed(bytes, context_for(size));
  if (!reading) {
    check(reading.error(), lines);
    return 0;
  }
  expect(reading->problems.size() <= 100, "at most 100 problems are listed");
  for (const Problem& problem : reading->problems) {
    check(problem, lines);
  }
  check(*reading->schedule);
  return 0;
}
