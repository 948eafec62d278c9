#include "exports/session_ids.h"

#include <cstdint>

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

void note_other_ids(const Place& place, std::initializer_list<const char*> keys, const std::string& id,
                    std::map<std::string, std::string>& other_ids) {
  for (const char* key : keys) {
    const Json* value = place.value().find(key);
    const std::int64_t* number = value != nullptr ? value->integer() : nullptr;
    const std::string* text = value != nullptr ? value->string() : nullptr;
    if (number != nullptr || (text != nullptr && !text->empty())) {
      other_ids.emplace(number != nullptr ? std::to_string(*number) : *text, id);
    }
  }
}

}  // namespace kiosk
