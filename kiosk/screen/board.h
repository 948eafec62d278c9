#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kiosk {

// What stands on a screen at one moment: final strings and QR payloads, no sizes, no colours, no pixels.
// Two equal boards look the same, so nothing is drawn when a new board equals the one on the glass.

enum class Tone {
  accent,  // what is on or comes soon
  calm,    // before, after, nothing
  alert,   // something is not as printed in the programme, or not right at all
};

enum class Icon { play, clock, calendar, check, warning, cross, arrow, info };

// The state in a word: never by colour alone.
struct Mark {
  Tone tone = Tone::accent;
  Icon icon = Icon::play;
  std::string word;
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct QrCard {
  std::string payload;  // the link, byte for byte
  std::string caption;  // what opens
  std::string detail;   // where, or from when on
  friend bool operator==(const QrCard&, const QrCard&) = default;
};

struct Headline {
  Mark mark;
  std::optional<Mark> change;  // beside the mark: what is not as printed in the programme
  std::string struck_times;    // what the times were before; may be empty
  std::string times;           // beside the mark; may be empty
  std::string track;           // beside the times where there is room; may be empty
  std::string title;
  std::string place;                 // of the hall the title points to; may be empty
  std::string subject;               // the session, where the title is not its; may be empty
  std::string language;              // the title's, BCP 47; chooses glyphs; may be empty
  std::vector<std::string> details;  // speakers first; the last gives way first
  std::optional<int> progress;       // in thousandths
  std::optional<QrCard> qr;
  friend bool operator==(const Headline&, const Headline&) = default;
};

struct NextSession {
  std::string label;  // "Next", or the day
  std::string time;
  std::string title;
  std::string language;
  friend bool operator==(const NextSession&, const NextSession&) = default;
};

struct OtherHall {
  std::string hall;
  std::string title;
  friend bool operator==(const OtherHall&, const OtherHall&) = default;
};

struct OtherHalls {
  std::string label;
  std::vector<OtherHall> halls;  // most important first
  friend bool operator==(const OtherHalls&, const OtherHalls&) = default;
};

// Something the organizers tell the hall, in a band of its own at the foot.
struct Band {
  Tone tone = Tone::calm;
  std::string text;
  friend bool operator==(const Band&, const Band&) = default;
};

struct Board {
  std::string language;  // of the wording, BCP 47
  std::string hall;
  std::string event_line;  // event and date
  std::string clock;
  std::string as_of;                // how old the schedule is, where it is stale
  std::vector<Headline> headlines;  // one; two where sessions overlap
  std::vector<std::string> lines;   // for the technician: what is wrong, which halls there are
  std::optional<NextSession> next;
  std::optional<OtherHalls> others;
  std::vector<Band> bands;  // the most urgent first
  bool emergency = false;   // the headlines are all there is, on an alarming ground
  std::string warning;      // one line for the technician under a board that works all the same
  friend bool operator==(const Board&, const Board&) = default;
};

// All words of a board, a line a text, in reading order; for tests and for the eye.
std::string to_text(const Board& board);

}  // namespace kiosk
