#include "board/board.h"

#include <algorithm>

namespace kiosk {

namespace {

bool show_the_same(const Headline& a, const Headline& b) {
  return a.mark.icon == b.mark.icon && a.change == b.change && a.title == b.title && a.subject == b.subject &&
         a.qr.has_value() == b.qr.has_value();
}

}  // namespace

std::string event_line(const Board& board) {
  return board.event + (board.event.empty() || board.date.empty() ? "" : " · ") + board.date;
}

bool show_the_same(const Board& a, const Board& b) {
  const auto next_title = [](const Board& board) { return board.next ? board.next->title : ""; };
  return a.language == b.language && a.hall == b.hall && a.emergency == b.emergency && a.bands == b.bands &&
         a.lines == b.lines && a.recordings == b.recordings && next_title(a) == next_title(b) &&
         (a.light == Light::dark) == (b.light == Light::dark) &&
         std::equal(a.headlines.begin(), a.headlines.end(), b.headlines.begin(), b.headlines.end(),
                    [](const Headline& one, const Headline& other) { return show_the_same(one, other); });
}

std::string to_text(const Board& board) {
  std::string text;
  const auto line = [&](const char* place, std::initializer_list<std::string> parts) {
    std::string words;
    for (const std::string& part : parts) {
      if (!part.empty()) {
        words += (words.empty() ? "" : " | ") + part;
      }
    }
    if (!words.empty()) {
      text += std::string(place) + ": " + words + '\n';
    }
  };
  if (board.emergency) {
    text += "emergency\n";
  }
  line("hall", {board.hall, board.clock});
  line("event", {event_line(board), board.as_of});
  for (const Headline& headline : board.headlines) {
    line("mark",
         {headline.mark.word, headline.change ? headline.change->word : "",
          headline.struck_times.empty() ? "" : "~" + headline.struck_times + "~", headline.times, headline.track});
    const char* const arrow = !headline.way ? "" : board.right_to_left ? "← " : "→ ";
    line("title", {arrow + headline.title, headline.place});
    line("subject", {headline.subject});
    for (const std::string& detail : headline.details) {
      line("detail", {detail});
    }
    for (const std::string& photo : headline.photos) {
      line("photo", {photo});
    }
    if (headline.progress) {
      line("progress", {std::to_string(*headline.progress)});
    }
    if (headline.qr) {
      line("qr", {headline.qr->payload, headline.qr->caption, headline.qr->detail});
    }
  }
  if (!board.and_more.empty()) {
    line("more", {board.and_more.back()});
  }
  for (const Recording& recording : board.recordings) {
    line("recording", {recording.when, recording.title, recording.qr.payload});
  }
  for (const std::string& extra : board.lines) {
    line("line", {extra});
  }
  if (board.next) {
    line("next", {board.next->label, board.next->time, board.next->title});
  }
  if (board.next && board.next->qr) {
    line("next qr", {board.next->qr->payload, board.next->qr->caption, board.next->qr->detail});
  }
  if (board.others) {
    line("others", {board.others->label});
    for (const OtherHall& other : board.others->halls) {
      line("other", {other.hall, other.time, other.title});
    }
  }
  for (const Band& band : board.bands) {
    line("band", {band.text});
  }
  line("warning", {board.warning});
  line("light", {board.light_reason});
  return text;
}

}  // namespace kiosk
