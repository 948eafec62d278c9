#pragma once

#include <string>
#include <string_view>

namespace kiosk {

enum class Markup {
  dropped,
  references_only,  // the text is known to have none, but for character references
  kept,
};

// A text of a feed as it may stand on a screen: one line, without markup. Feeds are written by hand, by
// Markdown fields and by HTML editors, and do not say which: so marks go only where they clearly are marks,
// and what could be a person's own character stays ("2*3*4", "AT&T", "a < b", "<heart>", "#1", "1. Talk").
//
// - White space of any kind and control characters become one space; both ends are trimmed.
// - Markdown's inline marks (CommonMark 0.30): emphasis, code, links and pictures leave their words. Blocks,
//   such as headings and lists, are none here.
// - HTML tags that text editors write go, those of blocks leave a space; comments go, and so does what
//   stands between <script> or <style> and its end. Character references become their characters.
// - Embeddings, overrides and isolates of text direction (UAX #9) that are open at the end are closed, and ends of
//   none are dropped, so that no title can turn its neighbours around.
// - Marks stack as high as scripts need, and what cannot be seen or shown goes: see reading/readable_characters.h.
//
// Of a text that is known to be plain, as titles are in most exports, all characters are a person's own: with
// Markup::references_only "<table> layouts", "__init__", "*args" and "<?php" stay, and "AT&amp;T" is "AT&T".
//
// Soft hyphens, no-break spaces and joiners stay. Expects UTF-8. Pure; time is linear in a text
// of a few kilobytes; whoever reads a feed's texts does so through Allowances, which sees to that.
std::string plain_text(std::string_view text, Markup markup = Markup::dropped);

// Whether the text has any of the characters that what goes begins with: only then does looking for it cost time, a
// microsecond a byte.
bool may_have_markup(std::string_view text, Markup markup = Markup::dropped);

}  // namespace kiosk
