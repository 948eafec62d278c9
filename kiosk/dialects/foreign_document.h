#pragma once

#include <optional>
#include <string_view>

#include "base/problem.h"
#include "json/json.h"

namespace kiosk {

// What somebody gives in place of a feed: most often the right programme in the wrong format, or the page beside it. A
// problem says what it looks like and what to give instead; it names no file. Pure, linear in the size.

// Of bytes that are no JSON. Nothing where they look like nothing that is known: then their syntax is to blame.
std::optional<Problem> foreign_text(std::string_view bytes);

// Of JSON that no dialect recognises. `known` says which shapes are known, for what has no better advice.
Problem foreign_json(const Json& document, std::string_view known);

}  // namespace kiosk
