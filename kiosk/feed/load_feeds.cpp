#include "feed/load_feeds.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "base/file_stamp.h"
#include "base/url.h"
#include "feed/joined_feeds.h"
#include "feed/open_source.h"
#include "feed/reading_time.h"
#include "machine/system_clock.h"

namespace kiosk {
namespace {

FetchedFeed facts_of(const FetchOutcome& outcome, const std::string& feed) {
  FetchedFeed facts{.http = outcome.facts, .body = outcome.body.size(), .transferred = outcome.bytes};
  if (outcome.server_time) {
    facts.ahead = outcome.server_time->time - system_now();
  }
  if (!is_http_url(feed)) {
    if (const std::optional<FileStamp> stamp = stamp_of(std::filesystem::path(feed))) {
      facts.changed = Instant(std::chrono::seconds(stamp->seconds));
    }
  }
  return facts;
}

}  // namespace

LoadedFeeds load_feeds(const FeedsToFollow& what) {
  LoadedFeeds result;
  result.dialects.resize(what.feeds.size());
  std::vector<FeedPartReading> readings(what.feeds.size());
  std::vector<const FeedPart*> parts(what.feeds.size());
  for (std::size_t i = 0; i < what.feeds.size(); ++i) {
    ReadingTime time;
    FeedContext context = what.context(i);
    context.give_up = time.give_up();
    FetchOutcome outcome = open_feed_source(what.feeds[i], what.access)->fetch({});
    result.local = result.local && (outcome.local || !is_http_url(what.feeds[i]));
    result.fetched.push_back(facts_of(outcome, what.feeds[i]));
    if (outcome.kind != FetchOutcome::Kind::new_body) {
      result.unreachable = true;
      result.problems.push_back(std::move(outcome.problem));
      continue;
    }
    time.begin();
    if (Result<FeedPartReading> reading = read_feed_part(outcome.body, context)) {
      readings[i] = *std::move(reading);
      parts[i] = &readings[i].part;
      result.dialects[i] = readings[i].dialect;
      result.problems.insert(result.problems.end(), readings[i].problems.begin(), readings[i].problems.end());
      const SetAsideList& set_aside = readings[i].set_aside;
      result.set_aside.sessions.insert(result.set_aside.sessions.end(), set_aside.sessions.begin(),
                                       set_aside.sessions.end());
      result.set_aside.more += set_aside.more;
    } else {
      result.problems.push_back(std::move(reading.error()));
    }
  }
  JoinedSchedule joined = join_feeds(parts, what.pages);
  result.schedule = std::move(joined.schedule);
  result.problems.insert(result.problems.end(), joined.problems.begin(), joined.problems.end());
  return result;
}

}  // namespace kiosk
