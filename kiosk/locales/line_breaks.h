#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The text with its spaces made unbreakable where a line must not end: after a word of one or two letters
// and after the prepositions, conjunctions and particles of Russian ("и", "в", "для"; "und", "the"), before a dash and,
// where the word behind it is short enough to come along, after it, between a number, a number sign or initials
// and what follows, and inside short hyphenated words ("конференц-зал"). Runs of white space become one space,
// control characters go. (Мильчин, «Справочник издателя и автора», 2.2; the same rules do no harm in
// other languages.) Pure.
std::string with_bound_spaces(std::string_view text);

}  // namespace kiosk
