#include "reading/room_list.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/feed_budget.h"
#include "locales/case_folded.h"
#include "reading/allowances.h"

namespace kiosk {
namespace {

std::string key_of(std::string_view called) { return case_folded(cut_text(called, feed_budget.id)); }

// Letters, their marks and digits of any script, the rest hyphens: one between words, none at the ends.
std::string readable_id(std::string_view name) {
  icu::UnicodeString id;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(case_folded(name));
  bool hyphen = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    if ((U_GET_GC_MASK(character) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) {
      hyphen = !id.isEmpty();
      continue;
    }
    if (hyphen) {
      id += u'-';
    }
    hyphen = false;
    id += character;
  }
  std::string utf8;
  return std::string(cut_text(id.toUTF8String(utf8), feed_budget.id));
}

}  // namespace

std::size_t RoomList::add(const Room& room) {
  const std::size_t index = halls_.size();
  const std::string& name = room.name.in("");
  const std::string wanted = room.slug.empty() ? readable_id(name) : std::string(cut_text(room.slug, feed_budget.id));
  // A name of signs alone has no letters to make an id of.
  Hall hall;
  hall.id = free_id(wanted.empty() ? "hall" : wanted);
  hall.name = room.name;
  hall.key = cut_text(room.guid, feed_budget.id);
  hall.slug = cut_text(room.slug, feed_budget.id);
  halls_.push_back(std::move(hall));
  if (!room.guid.empty()) {
    by_guid_.emplace(key_of(room.guid), index);
  }
  if (!room.slug.empty()) {
    by_slug_.emplace(key_of(room.slug), index);
  }
  by_name_.emplace(key_of(name), index);
  return index;
}

std::optional<std::size_t> RoomList::find(std::string_view called) const {
  const std::string key = key_of(called);
  for (const Index* index : {&by_guid_, &by_slug_, &by_name_}) {
    if (const auto found = index->find(key); found != index->end()) {
      return found->second;
    }
  }
  return std::nullopt;
}

std::vector<std::string> RoomList::ids() const {
  std::vector<std::string> ids;
  for (const Hall& hall : halls_) {
    ids.push_back(hall.id);
  }
  return ids;
}

std::string RoomList::free_id(const std::string& wanted) {
  std::string id = wanted;
  while (!ids_.insert(id).second) {
    int& last = numbers_.emplace(wanted, 1).first->second;
    id = wanted + '-' + std::to_string(++last);
  }
  return id;
}

}  // namespace kiosk
