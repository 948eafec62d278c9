#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

// What a screen shows at one moment: final texts and QR payloads, without sizes, colours or pixels. Equal boards look
// the same, so nothing is drawn when a new board equals the one on the glass.

enum class Tone {
  accent,  // what is on or comes soon
  calm,    // before, after, nothing
  alert,   // not as printed in the programme, or a fault
};

enum class Icon { play, clock, calendar, check, warning, cross, arrow, info };

// A session's state as a word with an icon: colour alone does not reach everyone.
struct Mark {
  Tone tone = Tone::accent;
  Icon icon = Icon::play;
  std::string word;
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct QrCard {
  std::string payload;  // the link, byte for byte
  std::string caption;  // what the link opens
  std::string detail;   // where, or from when on
  bool detail_is_host = false;
  friend bool operator==(const QrCard&, const QrCard&) = default;
};

struct Headline {
  Mark mark;
  std::optional<Mark> change;  // beside the mark: what is not as printed in the programme
  std::string struck_times;    // what the times were before; may be empty
  std::string times;           // beside the mark; may be empty
  std::string track;           // beside the times where there is room; may be empty
  std::string title;
  bool way = false;                  // the title is another hall, where to go; an arrow stands before it
  std::string place;                 // of that hall; may be empty
  std::string subject;               // below the title, and never left out for lack of room; may be empty
  std::string language;              // the title's, BCP 47; chooses glyphs; may be empty
  std::vector<std::string> details;  // speakers first; the last is left out first where room is short
  std::optional<int> progress;       // how much of the session has passed, in thousandths
  std::optional<QrCard> qr;
  std::vector<std::string> photos;  // addresses of the speakers' pictures; the last is left out first
  friend bool operator==(const Headline&, const Headline&) = default;
};

struct NextSession {
  std::string label;  // "Next", or the day
  std::string time;
  std::string title;
  std::string language;
  std::optional<QrCard> qr;  // where its page differs from the headline's
  friend bool operator==(const NextSession&, const NextSession&) = default;
};

struct OtherHall {
  std::string hall;
  std::string title;
  std::string time = {};  // when it begins; empty: it is on
  friend bool operator==(const OtherHall&, const OtherHall&) = default;
};

struct OtherHalls {
  std::string label;
  std::vector<OtherHall> halls;  // what is on first, then by start
  friend bool operator==(const OtherHalls&, const OtherHalls&) = default;
};

// A session that can be watched after the event.
struct Recording {
  std::string when;
  std::string title;
  std::string language;
  QrCard qr;
  friend bool operator==(const Recording&, const Recording&) = default;
};

// How bright the screen is.
enum class Light {
  full,
  dimmed,
  dark,  // black, but for the reason
};

// A notice of the organizers, in a band at the foot of the board.
struct Band {
  Tone tone = Tone::calm;
  std::string text;
  friend bool operator==(const Band&, const Band&) = default;
};

// Of more sessions at once no screen has room for a title and a code each.
inline constexpr std::size_t most_headlines = 3;

struct Board {
  std::string language;        // of the wording, BCP 47
  bool right_to_left = false;  // the wording's script: the whole board is mirrored
  std::string hall;
  std::string event;  // its name; may be empty
  std::string date;   // with the day of the week; empty where nobody knows it
  std::string clock;
  std::string as_of;                // how old the schedule is, where it is stale
  std::vector<Headline> headlines;  // one; where sessions overlap most_headlines at most; of emergencies one a text
  // Where sessions overlap, what stands below the first of them for all that have no room: [n] below n headlines,
  // empty where none is left out. Empty, or one more than headlines.
  std::vector<std::string> and_more;
  std::vector<std::string> lines;     // problems, and which halls there are; or a hall's sessions by their times
  std::vector<Recording> recordings;  // a grid in place of the headline's code, shown in pages
  std::optional<NextSession> next;
  std::optional<OtherHalls> others;  // shown in pages where not all fit
  std::vector<Band> bands;           // the most urgent first; shown one at a time
  bool emergency = false;            // nothing but the headlines' mark and titles, on the colour of danger
  std::string warning;               // one line for the technician, below a board that works all the same
  std::string logo;                  // the event's: a picture's address; may be empty
  std::string background;            // behind everything: a picture's address; may be empty
  Light light = Light::full;
  std::string light_reason;  // why it is not full, so that nobody takes the screen for broken
  std::int64_t turn = 0;     // a count of minutes: chooses the page of what is shown in pages
  bool drift = false;        // everything moves a little with each turn, against burn-in
  friend bool operator==(const Board&, const Board&) = default;
};

// Event and date in one line; either may be empty.
std::string event_line(const Board& board);

// Whether two boards show the same moment of the same schedule in the same language. They may differ in what changes
// with the minute, in the page and in how bright they are.
bool show_the_same(const Board& a, const Board& b);

// All texts of a board, one a line, in reading order; for tests and for `snapshot`.
std::string to_text(const Board& board);

}  // namespace kiosk
