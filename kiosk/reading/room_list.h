#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "venue/hall.h"

namespace kiosk {

// The halls of dialects whose sessions name them as people do.
//
// A hall's id is what a technician writes into settings, so it must stay the same from export to export: the room's
// slug where the feed has one, else its name in small letters with hyphens ("r3s - Monheim/Rhein" is
// r3s-monheim-rhein, "Зал №1" is зал-no1). It does not depend on the order of rooms, unless two share a name.
class RoomList {
 public:
  struct Room {
    std::string guid{};  // may be empty, and so may the slug
    std::string slug{};
    LocalText name;  // not empty
  };

  // The index of the new hall in halls(). A guid, slug or name that an earlier room has stays that room's.
  std::size_t add(const Room& room);

  // The room of this guid, else of this slug, else of this name; upper or lower case, in whatever Unicode form
  // (NFKC_Casefold, Unicode 3.13), by their first 256 bytes.
  std::optional<std::size_t> find(std::string_view called) const;

  const std::vector<Hall>& halls() const { return halls_; }
  // The ids of all halls, for what takes place in each.
  std::vector<std::string> ids() const;

 private:
  // Sorted, not hashed: whoever writes names could make all hashes alike.
  using Index = std::map<std::string, std::size_t>;

  std::string free_id(const std::string& wanted);

  std::vector<Hall> halls_;
  std::set<std::string> ids_;
  std::map<std::string, int> numbers_;  // the last one behind an id that several rooms want
  Index by_guid_;
  Index by_slug_;
  Index by_name_;
};

}  // namespace kiosk
