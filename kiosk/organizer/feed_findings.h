#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "locales/wording.h"
#include "organizer/edited_feed.h"
#include "organizer/title_findings.h"
#include "typesetting/ruler.h"
#include "venue/local_time.h"

namespace kiosk {

struct FindingsContext {
  std::string file{};            // names the document in findings
  SaidZone time_zone{};          // the settings'; none: the document's own
  Instant now;                   // notices that ended before it are past
  Ruler* ruler = nullptr;        // measures codes and titles; null: these are not looked at
  Wordings* wordings = nullptr;  // with `ruler`, to lay boards out
  std::vector<Size> screens = usual_screens;
  std::optional<FeedDocument::Under> under{};  // where the document is laid over an export
};

// What an organizer should look at before a document goes to the screens: what its reader says, and beside that
//
// - sessions that overlap in a hall, people who speak in two halls at once, sessions far from the event's other days,
//   halls without sessions, notices that are past;
// - links that are not https, or whose code is read only from close by;
// - texts that lack one of the event's languages; titles that are cut on one of `screens`;
// - keys that mean nothing.
//
// Of a document that is laid over an export, both are looked at as screens join them, and what the export brings by
// itself is left out.
//
// Each with line and column where the document is a venue feed, and what would be right; in the order of the document.
// At most base/feed_budget.h's findings, the last counting the others. Pure but for the ruler.
std::vector<Problem> feed_findings(std::string_view bytes, const FindingsContext& context);

}  // namespace kiosk
