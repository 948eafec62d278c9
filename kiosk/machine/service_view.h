#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kiosk {

// To look at a machine with the eyes of one of its services: root may read files, and a login may have a proxy, that
// the service has not.

// The environment of a program that the service had started, for this one: `service`, of which the last of a name
// holds, and over it those of `own` whose names begin with one of `kept`. Both are lists of "NAME=value". In order of
// names. Pure.
std::vector<std::string> environment_in_service(const std::vector<std::string>& service,
                                                const std::vector<std::string>& own,
                                                std::span<const std::string_view> kept);

// This process's own.
std::vector<std::string> own_environment();

// Goes on as this user, by name or number, in its groups and in these, with this environment and the user's HOME, for
// good. Fails where there is no such user or group, and where neither root asks nor the user itself. Before another
// thread is started.
Result<void> go_on_as(const std::string& user, const std::vector<std::string>& more_groups,
                      const std::vector<std::string>& environment);

}  // namespace kiosk
