#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "board/board.h"
#include "locales/wording.h"
#include "venue/agenda.h"
#include "venue/schedule.h"

namespace kiosk {

// What a hall is called on a screen. One without a name has an id, which the technician can read.
std::string name_of(const Hall& hall, const Wording& wording);

// A count of the minutes, by which pages turn.
std::int64_t turn_at(Instant instant);

// Addresses of the pictures that a hall's boards show now and next, the most important first, each once.
std::vector<std::string> pictures_of(const Schedule& schedule, const Agenda& agenda);

// The words of one hall's moment: headlines, what is next, the other halls; the rest of the board stays as
// it is. Without a clock to trust nothing is counted down. Precondition: the agenda knows its hall. Pure.
void compose_hall(const Schedule& schedule, const Agenda& agenda, bool clock_trusted, const Wording& wording,
                  Board& board);

}  // namespace kiosk
