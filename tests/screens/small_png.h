#pragma once

#include <filesystem>

#include "images/image.h"

namespace kiosk::test {

// The picture in at most 256 colours: channels in steps of 4, and what is rare as the nearest of what is frequent.
// An eye finds the difference in the gradient behind a board, if at all. Always the same of the same picture.
Image reduced(const Image& image);

// As an indexed PNG, of a picture that was reduced: a third of what all its colours would take, since the repository
// keeps every reference there ever was. Throws std::runtime_error.
void write_small_png(const std::filesystem::path& file, const Image& reduced);

}  // namespace kiosk::test
