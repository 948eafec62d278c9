// What screens make of strangers' feeds: an agenda that keeps its word and a board that is never empty, at the edges of
// whatever the feed says.

#include <algorithm>
#include <string>

#include "board/compose_board.h"
#include "dialects/read_feed.h"
#include "tests/fuzz/expect.h"
#include "venue/agenda.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

Board composed(const Situation& situation, std::size_t size) {
  static Wordings wordings;
  return compose_board(situation, wordings.in(size % 2 == 0 ? "ru" : "ar"), wordings);
}

Agenda checked_agenda(const Schedule& schedule, const std::string& hall, Instant instant) {
  Agenda agenda = agenda_at(schedule, hall, instant);
  expect((agenda.hall == nullptr) == (agenda.moment == Moment::unknown_hall), "a hall is known or not");
  for (const Slot& slot : agenda.now) {
    expect(slot.contains(instant), "what is now holds the instant");
  }
  expect(agenda.now.empty() == (agenda.moment != Moment::on_now), "what is on now is there");
  expect(agenda.absence.has_value() == (agenda.moment == Moment::absent), "what is absent is there");
  expect(!agenda.next || agenda.next->start > instant, "what is next comes later");
  expect(!agenda.next || schedule.session_of(*agenda.next).state != SessionState::cancelled,
         "nothing cancelled is announced");
  expect(!agenda.next_change || *agenda.next_change > instant, "the next change comes later");
  return agenda;
}

void check(const Board& board) {
  expect(!board.hall.empty() && !board.clock.empty() && !event_line(board).empty(),
         "a board has hall and clock and event");
  expect(!board.headlines.empty(), "a board has a headline");
  for (const Headline& headline : board.headlines) {
    expect(!headline.mark.word.empty() && !headline.title.empty(), "a headline has words");
    expect(!headline.progress || (*headline.progress >= 0 && *headline.progress <= 1000), "progress is a part");
    expect(!headline.qr || !headline.qr->payload.empty(), "a code opens something");
  }
  expect(fuzz::is_utf8(to_text(board)), "a board is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using std::chrono::seconds;
  constexpr std::size_t most_halls = 2;
  constexpr int most_changes = 6;
  const Result<FeedReading> reading =
      read_feed(fuzz::text_of(data, size), {.time_zone = find_time_zone("Europe/Berlin")});
  if (!reading) {
    return 0;
  }
  const Schedule& schedule = *reading->schedule;
  const auto span = schedule.span();
  Situation situation;
  situation.schedule = &schedule;
  situation.as_of = Instant(seconds(1'713'340'800));
  std::vector<std::string> halls{"nobody's"};
  for (const Hall& hall : schedule.halls()) {
    if (halls.size() <= most_halls) {
      halls.push_back(hall.id);
    }
  }
  for (const std::string& hall : halls) {
    situation.hall = hall;
    situation.instant = span ? span->start - seconds(1) : *situation.as_of;
    for (int changes = 0; changes < most_changes; ++changes) {
      const Agenda agenda = checked_agenda(schedule, hall, situation.instant);
      situation.agenda = &agenda;
      check(composed(situation, size));
      if (!agenda.next_change) {
        break;
      }
      situation.instant = *agenda.next_change;
    }
  }
  return 0;
}
