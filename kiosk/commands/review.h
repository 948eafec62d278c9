#pragma once

#include <memory>
#include <vector>

#include "base/problem.h"
#include "organizer/edited_feed.h"
#include "settings/load_settings.h"

namespace kiosk {

// What an organizer should look at in documents (organizer/feed_findings.h), with this machine's fonts, on usual
// screens and the one that the settings are for. Notices that ended before `now` are past.
class Review {
 public:
  Review(const LoadedSettings& loaded, Instant now);
  Review(const Review&) = delete;
  Review& operator=(const Review&) = delete;
  ~Review();

  std::vector<Problem> findings(const FeedDocument& document);

 private:
  struct Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace kiosk
