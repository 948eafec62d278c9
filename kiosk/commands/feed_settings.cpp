#include "commands/feed_settings.h"

namespace kiosk {

FeedsToFollow feeds_to_follow(const LoadedSettings& loaded) {
  const Settings& settings = loaded.settings;
  const FeedAccessSettings& access = settings.feed_access;
  FeedsToFollow what{.feeds = settings.feeds,
                     .access = {.feed = settings.feed(),
                                .token = access.token_file,
                                .login = access.login_file,
                                .authorities = access.ca_file,
                                .certificate = access.certificate_file,
                                .key = access.key_file},
                     .cache_folder = settings.cache_folder,
                     .poll_interval = settings.poll_interval,
                     .time_zone = loaded.time_zone,
                     .holds = {.hold = settings.hold.time,
                               .sessions = static_cast<std::size_t>(settings.hold.sessions),
                               .percent = static_cast<std::size_t>(settings.hold.percent),
                               .polls = settings.hold.cancelled_after}};
  const std::string file_of_pages = with_line_of_key({.where = "broadcast"}, loaded).file;
  for (const BroadcastSettings& page : settings.broadcasts) {
    what.pages.push_back({.hall = page.hall,
                          .url = page.url,
                          .from = page.from,
                          .until = page.until,
                          .place = {.file = file_of_pages, .line = page.line, .where = "broadcast"}});
  }
  return what;
}

}  // namespace kiosk
