#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "venue/local_text.h"

namespace kiosk {

// Exports have no field for "cancelled", so organizers write it into the title: before it, "CANCELLED: …",
// "[Cancelled] …", "ОТМЕНЕНО – …", or behind it, in brackets or with a dash, "… (abgesagt)", "… - CANCELLED". The title
// without that word, unless it has no other; nothing where it does not say so.
//
// The words are those of all languages (locales/title_words.h), in any case. Before a title one of them alone is no
// sign, "Cancelled flights", unless it is shouted and the title is not; and a hyphen within a word is no dash,
// "Cancelled-by-default". Pure.
std::optional<std::string> cancelled_title(std::string_view title);

// Takes the word off the title in every language that has it there; whether any had.
bool take_cancelled(LocalText& title);

// Whether an export's state says so: "Cancelled", "canceled_by_speaker", "отменено".
bool is_cancelled_state(std::string_view state);

}  // namespace kiosk
