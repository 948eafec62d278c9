#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "venue/hall.h"

namespace kiosk {

// The hall that people mean by a word: what settings call it, or a technician at a shell.
struct CalledHall {
  const Hall* hall = nullptr;           // null: none, or several
  std::vector<const Hall*> candidates;  // where several halls are called so, in the feed's order; else empty
};

// A hall's id means that hall; else its key does (a guid, a room's number); else its slug or its name in any language
// as it stands today; and only if no hall is called so today, what it was called before. But for the id, which may be
// exact, writings are compared by letters: case, Unicode forms and the length of gaps between words tell nothing.
// Pointers are into `halls`. Pure; linear in all names.
CalledHall called_hall(const std::vector<Hall>& halls, std::string_view called);

// That hall's id; what is not a hall's, or several halls', stays as it is.
std::string called_hall_id(const std::vector<Hall>& halls, const std::string& called);

}  // namespace kiosk
