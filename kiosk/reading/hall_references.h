#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"

namespace kiosk {

// Stands for all halls, unless a hall has this id.
inline constexpr std::string_view every_hall = "all";

// Reads the ids by which sessions and notices name halls, and reports those the feed does not have, with the one that
// was probably meant.
class HallReferences {
 public:
  HallReferences(ProblemList& problems, Fields& fields) : problems_(problems), fields_(fields) {}

  // One of the feed's own, in its order.
  void add(const std::string& id);

  // The halls are those of other feeds: every id is taken as it is written, "all" as a hall of that id.
  void trust() { trusts_ = true; }

  // The hall of one member; empty where it is absent or unknown.
  std::string one(const Place& object, std::string_view key);

  // The halls of "halls" and "hall", either of which may be one id, a list, or "all". Each once, and only
  // those that are known.
  std::vector<std::string> several(const Place& object);

 private:
  bool is_known(const Place& place, const std::string& id);
  void read(const Place& place, std::vector<std::string>& halls);

  ProblemList& problems_;
  Fields& fields_;
  std::vector<std::string> ids_;
  std::set<std::string> known_;  // sorted, not hashed: whoever writes ids could make all hashes alike
  bool trusts_ = false;
};

}  // namespace kiosk
