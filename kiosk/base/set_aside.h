#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk {

// A session of a feed that no screen shows.
struct SetAside {
  std::string file{};   // as the user named it: a path, an URL; may be empty
  int line = 0;         // 1-based
  std::string where{};  // JSON pointer: "/sessions/3"
  std::string title{};  // as the feed wrote it, cut; may be empty, and so may the id
  std::string id{};
  std::string why{};  // what is wrong: "the session has no start yet"

  friend bool operator==(const SetAside&, const SetAside&) = default;
};

// All of them, in the order of the feed; of very many the first, and how many more there are.
struct SetAsideList {
  std::vector<SetAside> sessions{};
  std::size_t more = 0;
};

}  // namespace kiosk
