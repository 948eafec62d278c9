#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "organizer/edited_feed.h"
#include "venue/local_time.h"
#include "venue/notice.h"

namespace kiosk {

// One change that an organizer asks for, in the organizer's words: halls, sessions and times as find_session.h and
// edit_times.h take them.
struct Edit {
  enum class Verb { delay, cancel, move, full, notice, clear };
  Verb verb = Verb::cancel;
  std::string what{};    // the hall or session; of a notice its text; of clear any of them, or a notice
  std::string by{};      // of delay
  std::string from{};    // of delay: when the hall's begins; empty: now
  std::string hall{};    // of move: where to; of full: where there is room; empty: not said
  std::string start{};   // of move; empty: as it is
  std::string reason{};  // of cancel; may be empty
  NoticeLevel level = NoticeLevel::info;
  std::vector<std::string> halls{};  // of notice; empty: all
  std::string lasts{};               // of notice; empty: for good
};

struct EditedBytes {
  std::string bytes;
  std::string told;  // what was changed, for people: "cancelled: 2024-04-17 10:00 gorky: …"
};

// Changes the document by the fields that a venue feed has for it (config/feed.schema.json), and by nothing else. Pure:
//
// - A hall's delay that grows keeps the moment from which it is late, so that what has begun stays where it was; one of
//   0 is taken away. A session is late against the start that was announced; its end goes with it.
// - Who moves a session leaves behind where and when it was first announced: a second move keeps that, and one that
//   leads back takes it away.
// - Clearing takes a notice away, a hall's delay, or what marks a session as cancelled or full; a move is taken back by
//   moving back.
Result<EditedBytes> edit_feed(FeedDocument document, const Edit& edit, Instant now);

}  // namespace kiosk
