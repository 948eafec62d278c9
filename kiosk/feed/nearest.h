#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kiosk {

// The word among `words` that was most likely meant by `word`: an edit distance of two at most, and of
// less than half its letters. Empty when none is that near. Case counts as nothing here.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace kiosk
