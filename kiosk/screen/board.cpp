#include "screen/board.h"

namespace kiosk {

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
  line("event", {board.event_line, board.as_of});
  for (const Headline& headline : board.headlines) {
    line("mark",
         {headline.mark.word, headline.change ? headline.change->word : "",
          headline.struck_times.empty() ? "" : "~" + headline.struck_times + "~", headline.times, headline.track});
    line("title", {headline.title, headline.place});
    line("subject", {headline.subject});
    for (const std::string& detail : headline.details) {
      line("detail", {detail});
    }
    if (headline.progress) {
      line("progress", {std::to_string(*headline.progress)});
    }
    if (headline.qr) {
      line("qr", {headline.qr->payload, headline.qr->caption, headline.qr->detail});
    }
  }
  for (const std::string& extra : board.lines) {
    line("line", {extra});
  }
  if (board.next) {
    line("next", {board.next->label, board.next->time, board.next->title});
  }
  if (board.others) {
    line("others", {board.others->label});
    for (const OtherHall& other : board.others->halls) {
      line("other", {other.hall, other.title});
    }
  }
  for (const Band& band : board.bands) {
    line("band", {band.text});
  }
  line("warning", {board.warning});
  return text;
}

}  // namespace kiosk
