#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "json/place.h"
#include "venue/session.h"

namespace kiosk {

// The ids of an export's sessions, which are to be unlike each other and often are not. O(log n) each.
class SessionIds {
 public:
  // What two sessions of one id must have in common to be one: their title, in any case and without a word that says
  // "cancelled".
  static std::string title_of(const Session& session);

  // Whether the first session that took this id has another title. `title` is as title_of() has it.
  bool has_with_another_title(const std::string& id, const std::string& title) const;

  // The id for one more session: `id` itself, or with a count behind it where others have it. By their count the
  // parts of one session keep their ids when they move.
  std::string take(const std::string& id, const std::string& title);

 private:
  struct Taken {
    std::string title;  // of the first
    int more = 0;       // how many others wanted the same
  };
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, Taken> ids_;
};

// Notes under what else a session may be asked for: what stands in these members of the place, a number or a text. What
// an earlier session is called stays its own.
void note_other_ids(const Place& place, std::initializer_list<const char*> keys, const std::string& id,
                    std::map<std::string, std::string>& other_ids);

}  // namespace kiosk
