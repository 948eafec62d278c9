#include "exports/session_ids.h"

#include "base/words.h"
#include "reading/cancelled_title.h"

namespace kiosk {

std::string SessionIds::title_of(const Session& session) {
  const std::string& title = session.title.in("");
  return lower_case(cancelled_title(title).value_or(title));
}

bool SessionIds::has_with_another_title(const std::string& id, const std::string& title) const {
  const auto known = ids_.find(id);
  return known != ids_.end() && known->second.title != title;
}

std::string SessionIds::take(const std::string& id, const std::string& title) {
  std::string unlike = id;
  while (!ids_.try_emplace(unlike, Taken{title}).second) {
    unlike = id + ' ' + std::to_string(++ids_[id].more + 1);
  }
  return unlike;
}

}  // namespace kiosk
