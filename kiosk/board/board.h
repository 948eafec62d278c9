#pragma once

#include <cstdint>
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
  std::string subject;               // what stays below the title whatever gives way; may be empty
  std::string language;              // the title's, BCP 47; chooses glyphs; may be empty
  std::vector<std::string> details;  // speakers first; the last gives way first
  std::optional<int> progress;       // in thousandths
  std::optional<QrCard> qr;
  std::vector<std::string> photos;  // of the speakers: pictures' addresses; the first give way last
  friend bool operator==(const Headline&, const Headline&) = default;
};

struct NextSession {
  std::string label;  // "Next", or the day
  std::string time;
  std::string title;
  std::string language;
  std::optional<QrCard> qr;  // where its page is not the headline's
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

// What can be watched afterwards.
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
  dark,  // nothing but the reason
};

// Something the organizers tell the hall, in a band of its own at the foot.
struct Band {
  Tone tone = Tone::calm;
  std::string text;
  friend bool operator==(const Band&, const Band&) = default;
};

struct Board {
  std::string language;        // of the wording, BCP 47
  bool right_to_left = false;  // the wording's script: the whole board is mirrored
  std::string hall;
  std::string event_line;  // event and date
  std::string clock;
  std::string as_of;                  // how old the schedule is, where it is stale
  std::vector<Headline> headlines;    // one; two where sessions overlap
  std::vector<std::string> lines;     // for the technician: what is wrong, which halls there are
  std::vector<Recording> recordings;  // a grid in place of the headline's code, in pages
  std::optional<NextSession> next;
  std::optional<OtherHalls> others;  // in pages where there are more than fit
  std::vector<Band> bands;           // the most urgent first
  bool emergency = false;            // the headlines are all there is, on an alarming ground
  std::string warning;               // one line for the technician under a board that works all the same
  std::string logo;                  // the event's: a picture's address; may be empty
  std::string background;            // behind it all: a picture's address; may be empty
  Light light = Light::full;
  std::string light_reason;  // why it is not full, for the technician and whoever thinks the screen dead
  std::int64_t turn = 0;     // a count of minutes: the page of what takes turns
  bool drift = false;        // with each turn everything moves a little, against burn-in
  friend bool operator==(const Board&, const Board&) = default;
};

// Whether two boards tell the same moment of the same schedule in the same language: what differs is but the
// minute's, a page's or the light's.
bool tell_the_same(const Board& a, const Board& b);

// All words of a board, a line a text, in reading order; for tests and for the eye.
std::string to_text(const Board& board);

}  // namespace kiosk
