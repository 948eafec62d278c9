#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "venue/schedule.h"

namespace kiosk {

// For each session of `after` the index of the same one in `before`, or nothing where it is new. Ids may
// change: some exports number anew, and ids made up of title and time change with those. So first the same id and title
// is the same session, then the same title and start (in the same hall, where there are several), then the same id with
// any title, then the same title, where no other session has it and the one id is gone, the other new: an exporter gave
// a moved session a new id. Breaks are the same in the same hall only, unless their id says so.
// No session of `before` is matched twice. O(n).
std::vector<std::optional<std::size_t>> match_sessions(std::span<const Session> before, std::span<const Session> after);

enum class ChangeKind {
  added,
  removed,
  moved,      // to other halls
  delayed,    // a later start
  earlier,    // an earlier start
  cancelled,  // it is still listed, but does not take place
  restored,   // it was cancelled, and takes place after all
};

struct Change {
  ChangeKind kind;
  const Session* before = nullptr;  // null: added
  const Session* after = nullptr;   // null: removed
};

// What an audience must learn of between two schedules, which must outlive the result. A session may be in it twice,
// moved and delayed. By the sessions' own fields: a hall's delay is a change of the hall. In the order of `after`, then
// what was removed in the order of `before`. Pure.
std::vector<Change> changes(const Schedule& before, const Schedule& after);

}  // namespace kiosk
