#include "reading/hall_references.h"

#include <algorithm>

#include "base/feed_budget.h"
#include "base/words.h"

namespace kiosk {

void HallReferences::add(const std::string& id) {
  ids_.push_back(id);
  known_.insert(id);
}

std::string HallReferences::one(const Place& object, std::string_view key) {
  std::string id = fields_.id(object, key);
  return !id.empty() && is_known(*object.member(key), id) ? id : "";
}

std::vector<std::string> HallReferences::several(const Place& object) {
  std::vector<std::string> halls;
  for (const std::string_view key : {"halls", "hall"}) {
    if (const auto place = object.member(key)) {
      read(*place, halls);
    }
  }
  return halls;
}

void HallReferences::read(const Place& place, std::vector<std::string>& halls) {
  const std::string* word = place.value().string();
  if (word != nullptr && *word == every_hall && !known_.contains(*word)) {
    const std::vector<std::string> all = trusts_ ? std::vector{*word} : ids_;
    if (fields_.allowances().take(Many::slots, place, all.size())) {
      halls = all;
    }
    return;
  }
  std::set<std::string> there(halls.begin(), halls.end());
  const auto add_one = [&](const Place& hall) {
    fields_.allowances().ask_to_go_on();
    const std::string id = fields_.id(hall);
    if (!id.empty() && is_known(hall, id) && there.insert(id).second && fields_.allowances().take(Many::slots, hall)) {
      halls.push_back(id);
    }
  };
  if (place.value().array() == nullptr) {
    add_one(place);
    return;
  }
  for (std::size_t i = 0; i < place.value().array()->size(); ++i) {
    add_one(place.element(i));
  }
}

bool HallReferences::is_known(const Place& place, const std::string& id) {
  if (trusts_ || known_.contains(id)) {
    return true;
  }
  const std::string what = in_quotes(id) + " is not a hall of this feed";
  if (problems_.is_full()) {
    problems_.error(place, what);
    return false;
  }
  const std::vector<std::string_view> ids(ids_.begin(), ids_.end());
  std::string right = did_you_mean(id, ids);
  if (right.empty()) {
    constexpr std::size_t most_listed = 8;
    for (std::size_t i = 0; i < std::min(ids_.size(), most_listed); ++i) {
      right += (i == 0 ? "its halls are " : ", ") + in_quotes(ids_[i]);
    }
    right += ids_.size() > most_listed ? ", …" : "";
  }
  problems_.error(place, what, std::move(right));
  return false;
}

}  // namespace kiosk
