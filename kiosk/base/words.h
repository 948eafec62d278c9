#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace kiosk {

// Names as people write, mistype and quote them.

// "…" for a problem: one line that is safe to print (base/printable.h), cut between two characters after `longest`
// bytes at most, so that it fits a line of a log or of the glass.
std::string in_quotes(std::string_view text, std::size_t longest = 80);

// ASCII letters only: schemes, ids and keys, not text for people.
std::string lower_case(std::string_view text);

// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into
// the other (optimal string alignment). A letter is a code point of UTF-8.
std::size_t edit_distance(std::string_view a, std::string_view b);

// What two writings of a word have in common whatever their case.
using CaseFold = std::string (*)(std::string_view);

// The one of `known` that was most likely meant by `written`; null where none is near, or `written` is longer than
// any name. One slip is forgiven from three letters on and two from six: fewer letters are too few to guess from,
// and farther names send people after the wrong one. The first of several that are equally near.
const std::string_view* nearest(std::string_view written, std::span<const std::string_view> known,
                                CaseFold folded = lower_case);

// For a problem's `right`: `did you mean "gorky"?`. Empty where none is near.
std::string did_you_mean(std::string_view written, std::span<const std::string_view> known);

}  // namespace kiosk
