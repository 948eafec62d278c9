#include "feed/joined_feeds.h"

#include <algorithm>

#include "programme/merge_feeds.h"
#include "programme/zone_of_feeds.h"

namespace kiosk {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

template <class T>
void take_earlier(std::optional<T>& to, const std::optional<T>& from) {
  to = to && from ? std::min(to, from) : (to ? to : from);
}

}  // namespace

JoinedSchedule join_feeds(std::span<const FeedPart* const> feeds, std::span<const BroadcastPage> pages) {
  std::vector<const FeedPart*> there(feeds.begin(), feeds.end());
  std::erase(there, nullptr);
  // An addition alone is no programme: its one hall would be all there is.
  if (std::all_of(there.begin(), there.end(), [](const FeedPart* part) { return part->addition; })) {
    return {};
  }
  MergedFeeds merged = there.size() == 1 && !there.front()->addition
                           ? MergedFeeds{there.front()->parts, ZoneOfFeeds(there).problems()}
                           : merge_feeds(there);
  if (merged.parts.halls.empty()) {
    return {};
  }
  JoinedSchedule joined;
  if (there.size() == feeds.size()) {
    joined.problems = std::move(merged.problems);
    append(joined.problems, add_broadcast_pages(pages, merged.parts));
  } else {
    add_broadcast_pages(pages, merged.parts);
  }
  joined.schedule = std::make_shared<const Schedule>(std::move(merged.parts));
  return joined;
}

FeedNews join_news(std::span<const FeedNews> feeds) {
  FeedNews joined;
  if (std::all_of(feeds.begin(), feeds.end(), [](const FeedNews& news) { return news.local.has_value(); })) {
    joined.local = std::all_of(feeds.begin(), feeds.end(), [](const FeedNews& news) { return *news.local; });
  }
  for (const FeedNews& news : feeds) {
    take_earlier(joined.status.last_success, news.status.last_success);
    take_earlier(joined.status.kept, news.status.kept);
    take_earlier(joined.status.failing_since, news.status.failing_since);
    append(joined.problems, news.problems);
    append(joined.holds, news.holds);
    joined.sessions_held += news.sessions_held;
    joined.failure = joined.failure ? joined.failure : news.failure;
    joined.cache_failure = joined.cache_failure ? joined.cache_failure : news.cache_failure;
    joined.counts.new_body += news.counts.new_body;
    joined.counts.not_modified += news.counts.not_modified;
    joined.counts.failed += news.counts.failed;
    joined.counts.refused += news.counts.refused;
    joined.counts.bytes += news.counts.bytes;
  }
  return joined;
}

JoinedFeeds::JoinedFeeds(std::size_t feeds, std::vector<BroadcastPage> pages)
    : pages_(std::move(pages)), news_(feeds), heard_(feeds), parts_(feeds) {}

void JoinedFeeds::take(std::size_t feed, FeedNews news, const std::function<void(FeedNews)>& post) {
  const std::lock_guard lock(mutex_);
  const std::optional<ServerTime> server_time = news.server_time;  // of the others it is an old one
  news_[feed] = std::move(news);
  heard_[feed] = true;
  if (std::find(heard_.begin(), heard_.end(), false) != heard_.end()) {
    return;
  }
  std::vector<std::shared_ptr<const FeedPart>> parts;
  std::vector<const FeedPart*> views;
  for (const FeedNews& one : news_) {
    parts.push_back(one.part);
    views.push_back(one.part.get());
  }
  if (parts != parts_) {
    joined_ = join_feeds(views, pages_);
    parts_ = std::move(parts);
  }
  FeedNews joined = join_news(news_);
  joined.schedule = joined_.schedule;
  joined.server_time = server_time;
  append(joined.problems, joined_.problems);
  post(std::move(joined));
}

}  // namespace kiosk
