#pragma once

#include <span>
#include <string_view>

#include "settings/settings.h"

namespace kiosk {

// The line of hall_by_host that is meant for the machine `host`, whatever the case of its letters (names of hosts have
// none, RFC 4343): its name as a whole; else the first part of it; else, where the machine knows no more than that part
// of its own name, the only line that begins with it. Null where there is none. Pure.
const HallOfHost* hall_of_host(std::span<const HallOfHost> hosts, std::string_view host);

}  // namespace kiosk
