#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "reading/fields.h"

namespace kiosk {

// What the lists of a venue feed are read with: its fields, and of an addition what each object gives.
struct VenueFeedPart {
  VenueFeedPart(ProblemList& list, const FeedContext& context) : problems(list), fields(list, context.give_up) {
    part.venue_feed = true;
    part.addition = context.addition;
  }

  // Reads a member by `read`, and notes whether the feed gives it: an empty value counts where it is meant.
  template <class T, class Read>
  void take(T& field, const Place& object, std::string_view key, Given& given, Read read) {
    const std::size_t reported_before = fields.reported();
    field = read();
    if (part.addition && (!(field == T()) || (object.member(key) && fields.reported() == reported_before))) {
      given.keys.push_back(key);
    }
  }
  void take_text(LocalText& field, const Place& object, std::string_view key, Given& given) {
    take(field, object, key, given, [&] { return fields.text(object, key); });
  }

  void note(std::vector<Given>& list, Given given, const Place& place) {
    if (part.addition) {
      given.where = place.pointer();
      given.line = place.line();
      list.push_back(std::move(given));
    }
  }

  // Whether the id is free, and now taken. The first to use it keeps it.
  bool take_id(std::map<std::string, int>& taken, const std::string& id, const Place& place) {
    const auto [other, is_free] = taken.emplace(id, place.line());
    if (!is_free) {
      problems.error(place, "the id " + in_quotes(id) + " is taken by line " + std::to_string(other->second),
                     "this one is left out");
    }
    return is_free;
  }

  ProblemList& problems;
  Fields fields;
  FeedPart part;
};

}  // namespace kiosk
