#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "board/board.h"
#include "locales/wording.h"
#include "venue/agenda.h"
#include "venue/schedule.h"

namespace kiosk {

// A hall's name on a screen; its id where it has no name.
std::string name_of(const Hall& hall, const Wording& wording);

// Minutes since 1970: pages are turned with it.
std::int64_t turn_at(Instant instant);

// Addresses of the pictures that a hall's boards show now and next, each once, the most important first.
std::vector<std::string> pictures_of(const Schedule& schedule, const Agenda& agenda);

// Fills in what one hall shows now: headlines, the next session, the other halls, pictures. Leaves the rest of the
// board as it is. Without a trusted clock nothing is counted down. Precondition: the agenda has a hall, and a
// moment of its own. Pure.
void compose_hall(const Schedule& schedule, const Agenda& agenda, bool clock_trusted, const Wording& wording,
                  Board& board);

}  // namespace kiosk
