#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exports/session_ids.h"
#include "reading/fields.h"
#include "reading/room_list.h"
#include "venue/schedule.h"

namespace kiosk {

// Sessions and halls of an export that names halls by its sessions alone, put together while it is read. What is for
// everyone and has no room waits until all halls are known. Everything is taken from the feed's budgets.
class GatheredSessions {
 public:
  explicit GatheredSessions(Fields& fields) : fields_(fields) {}

  // The hall that a session names, a new one where no session did so far. It is known by `key`, its number at the
  // source; where that is empty, by its name. Nothing where it has no name, or is beyond a budget.
  std::optional<std::size_t> hall(const Place& room, const std::string& key, std::string_view name);

  // A session in one hall, or, where there is none, in all. One of the same id, title and start as an earlier one is
  // that one, in one more hall. The position of the session it became, for add_hall().
  std::size_t add(const Place& place, Session session, std::optional<std::size_t> hall);

  // Precondition: the session takes place in a hall.
  void add_hall(const Place& place, std::size_t session, std::size_t hall);

  bool has_halls() const { return !rooms_.halls().empty(); }

  // Hands over halls and sessions. What is for all is without a word left out where halls are named too often already:
  // that was reported.
  void finish(const Place& document, Schedule::Parts& parts);

 private:
  Fields& fields_;
  RoomList rooms_;
  std::vector<Session> sessions_;
  // Sorted, not hashed: whoever writes names and ids could make all hashes alike.
  std::map<std::string, std::size_t> called_;   // halls by what sessions call them, so that each is folded once
  std::map<std::string, std::size_t> by_slot_;  // sessions by id, start and title
  SessionIds ids_;
};

}  // namespace kiosk
