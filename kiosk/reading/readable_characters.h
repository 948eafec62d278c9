#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// A text with the characters that a screen can show and a script needs; what else Unicode has goes:
//
// - Marks that stack without end. A letter keeps each mark once, three marks of no script of their own (accents:
// polytonic
//   Greek and Lithuanian need three, Vietnamese two) and six in all (pointed Hebrew needs five: dots, vowel, accent,
//   meteg; a Tibetan stack six), and none of a script that is not the letter's. Unicode's own limit for text that is
//   exchanged is 30 (UAX #15, 13, "Stream-Safe Text Format"), which is far out of the line.
// - Characters that are there and cannot be seen: of joiners, soft hyphens and other default ignorables, a run keeps
// two
//   and none twice; a variation selector stays behind what it selects from; tags stay in the flags that emoji make of
//   them (UTS #51, ED-14a). Marks of text direction are plain_text's.
// - What no font shows, or only as a box: private use, noncharacters, stand-ins for objects and annotations.
//
// Blanks that only look like letters (Braille's, Hangul's fillers) become spaces. A text of which nothing can be seen
// becomes empty. Bytes that are no UTF-8 become U+FFFD. Emoji sequences stay whole. Pure; linear.
std::string readable_characters(std::string_view text);

}  // namespace kiosk
