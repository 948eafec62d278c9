#pragma once

#include <optional>

#include "base/problem.h"
#include "board/board.h"
#include "locales/wording.h"
#include "venue/agenda.h"
#include "venue/schedule.h"

namespace kiosk {

// The problem that nobody knows the schedule's zone, with its remedy; nothing where it is known. Names no file.
std::optional<Problem> unknown_zone(const Schedule& schedule);

// Fills in what one hall shows where nobody knows the schedule's zone: a clock cannot tell what is on, so that its
// sessions are listed with the times that the feed has written, and a line at the foot says what is missing. Listed are
// the days that may be today somewhere on earth; where the hall has none of these, those to come, and else all. A list
// takes turns by the minute. Leaves the rest of the board as it is. Precondition: the agenda has a hall. Pure.
void compose_without_zone(const Schedule& schedule, const Agenda& agenda, const Wording& wording, Board& board);

}  // namespace kiosk
