#include "feed/poll_state.h"
#include "feed/last_good.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::feed_of;
using kiosk::test::session_of;
using kiosk::test::TemporaryFolder;

namespace {

const std::string url = "http://example.org/feed.json";
const Instant ten = at("2024-04-17T10:00:00");

FetchOutcome body(const std::string& text, const std::string& etag = "\"a\"") {
  return {.kind = FetchOutcome::Kind::new_body, .body = text, .validators = {.etag = etag}, .bytes = 1000};
}
FetchOutcome not_modified() { return {.kind = FetchOutcome::Kind::not_modified, .bytes = 300}; }
FetchOutcome failed(std::optional<std::chrono::seconds> retry_after = {}) {
  return {.problem = {.file = url, .what = "the server answered 503"}, .retry_after = retry_after};
}

const std::string good = feed_of(session_of("opening"));
const std::string better = feed_of(session_of("opening") + ",\n" + session_of("closing"));

std::size_t sessions_of(const FeedNews& news) {
  return news.schedule == nullptr ? 0 : news.schedule->sessions().size();
}

}  // namespace

TEST_CASE("before the first poll there is nothing, and nothing is wrong") {
  PollState state({.feed = url}, 1);
  const FeedNews news = state.start();
  CHECK(news.schedule == nullptr);
  CHECK(news.status == FeedStatus());
  CHECK_FALSE(news.failure);
  CHECK_FALSE(news.cache_failure);
  CHECK(state.validators() == Validators());
  CHECK(state.delay() == 0ms);
}

TEST_CASE("a good body is shown, and its validators are sent back") {
  PollState state({.feed = url}, 1);
  const FeedNews news = state.take(body(good, "\"x\""), ten);
  CHECK(sessions_of(news) == 1);
  CHECK(news.status == FeedStatus{ten, {}});
  CHECK(news.counts == PollCounts{.new_body = 1, .bytes = 1000});
  CHECK(state.validators().etag == "\"x\"");
  CHECK(state.delay() > 9s);
  CHECK(state.delay() <= 10s);
}

TEST_CASE("a feed that has not changed stays the very same schedule, and counts as seen now") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good), ten);
  const FeedNews second = state.take(not_modified(), ten + 10s);
  CHECK(second.schedule == first.schedule);
  CHECK(second.status.last_success == ten + 10s);
  CHECK(second.counts == PollCounts{.new_body = 1, .not_modified = 1, .bytes = 1300});
}

TEST_CASE("the same bytes again are not read again, and their newer validators are kept") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good, "\"a\""), ten);
  const FeedNews second = state.take(body(good, "\"b\""), ten + 10s);
  CHECK(second.schedule == first.schedule);
  CHECK(second.counts.new_body == 1);
  CHECK(second.counts.not_modified == 1);
  CHECK(state.validators().etag == "\"b\"");
}

TEST_CASE("a changed body replaces schedule and problems") {
  PollState state({.feed = url}, 1);
  CHECK(state.take(body(feed_of(session_of("a", R"("kind": "?")"))), ten).problems.size() == 1);
  const FeedNews news = state.take(body(better), ten + 10s);
  CHECK(sessions_of(news) == 2);
  CHECK(news.problems.empty());
  CHECK(news.counts.new_body == 2);
}

TEST_CASE("garbage changes nothing that is shown, and is a failure") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good, "\"good\""), ten);
  const FeedNews news = state.take(body("<html>", "\"garbage\""), ten + 10s);
  CHECK(news.schedule == first.schedule);
  CHECK(news.status == FeedStatus{ten, ten + 10s});
  CHECK(news.counts.refused == 1);
  REQUIRE(news.failure);
  CHECK(to_string(*news.failure).starts_with(url + ":1: not JSON"));
  CHECK(state.validators().etag == "\"good\"");
}

TEST_CASE("garbage with nothing before it leaves no validators, so that its repair is not hidden") {
  PollState state({.feed = url}, 1);
  const FeedNews news = state.take(body("<html>"), ten);
  CHECK(news.schedule == nullptr);
  CHECK(state.validators() == Validators());
}

TEST_CASE("the same garbage again is the same failure again, since the first") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body("{}"), ten);
  const FeedNews second = state.take(body("{}"), ten + 10s);
  CHECK(second.failure == first.failure);
  CHECK(second.counts.refused == 2);
  CHECK(second.status.failing_since == ten);
}

TEST_CASE("a read that is given up changes nothing that is shown, and the same bytes are read again") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good, "\"good\""), ten);
  bool over = true;
  state.give_up_reading_when([&] { return over; });
  const FeedNews news = state.take(body(better, "\"better\""), ten + 10s);
  CHECK(news.schedule == first.schedule);
  CHECK(news.counts.refused == 1);
  REQUIRE(news.failure);
  CHECK(to_string(*news.failure) == url + ": reading it took longer than 10 s; the last good one stays");
  CHECK(state.validators().etag == "\"good\"");
  over = false;
  const FeedNews again = state.take(body(better), ten + 20s);
  CHECK(sessions_of(again) == 2);
  CHECK_FALSE(again.failure);
}

TEST_CASE("garbage repaired to the body that is shown is good again") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good), ten);
  state.take(body("<html>"), ten + 10s);
  for (const FetchOutcome& outcome : {body(good), not_modified()}) {
    const FeedNews repaired = state.take(outcome, ten + 20s);
    CHECK(repaired.schedule == first.schedule);
    CHECK(repaired.status == FeedStatus{ten + 20s, {}});
    CHECK_FALSE(repaired.failure);
  }
}

TEST_CASE("failures keep the schedule, and are counted from the first") {
  PollState state({.feed = url}, 1);
  const FeedNews first = state.take(body(good), ten);
  state.take(failed(), ten + 10s);
  const FeedNews news = state.take(failed(), ten + 30s);
  CHECK(news.schedule == first.schedule);
  CHECK(news.status == FeedStatus{ten, ten + 10s});
  CHECK(news.counts.failed == 2);
  REQUIRE(news.failure);
  CHECK(news.failure->what == "the server answered 503");
  const FeedNews back = state.take(not_modified(), ten + 40s);
  CHECK(back.status == FeedStatus{ten + 40s, {}});
  CHECK_FALSE(back.failure);
}

TEST_CASE("a board is stale two minutes after its last success, refused bodies notwithstanding") {
  PollState state({.feed = url}, 1);
  state.take(body(good), ten);
  const FeedNews news = state.take(body("<html>"), ten + 130s);
  CHECK(news.status.last_success == ten);
  CHECK(stale_from(ten, 10s) < ten + 130s);
}

TEST_CASE("an answer \"not changed\" means nothing to one who has read nothing") {
  PollState state({.feed = url}, 1);
  const FeedNews news = state.take(not_modified(), ten);
  CHECK(news.counts.failed == 1);
  CHECK(news.failure);
  CHECK_FALSE(news.status.last_success);
}

namespace {

// Of many that it might have been.
std::chrono::milliseconds longest_delay(PollState& state) {
  std::chrono::milliseconds longest{};
  for (int i = 0; i < 500; ++i) {
    longest = std::max(longest, state.delay());
  }
  return longest;
}

}  // namespace

TEST_CASE("failures back off from the interval, refusals too, and a success ends that") {
  PollState state({.feed = url}, 7);
  state.take(body(good), ten);
  state.take(failed(), ten);
  CHECK(longest_delay(state) > 9s);
  CHECK(longest_delay(state) < 10s);
  state.take(body("<html>"), ten);
  CHECK(longest_delay(state) > 18s);
  CHECK(longest_delay(state) < 20s);
  for (int i = 0; i < 10; ++i) {
    state.take(failed(), ten);
  }
  CHECK(longest_delay(state) > 50s);
  CHECK(longest_delay(state) < 60s);
  state.take(body(good), ten);
  CHECK(longest_delay(state) <= 10s);
}

TEST_CASE("with nothing to show failures back off from a second, refusals too") {
  const bool is_part = GENERATE(false, true);
  PollState state({.feed = url, .is_part = is_part}, 7);
  state.take(failed(), ten);
  CHECK(longest_delay(state) > 900ms);
  CHECK(longest_delay(state) < 1s);
  state.take(body("<html>"), ten);
  CHECK(longest_delay(state) > 1800ms);
  CHECK(longest_delay(state) < 2s);
  state.take(not_modified(), ten);
  CHECK(longest_delay(state) > 3600ms);
  CHECK(longest_delay(state) < 4s);
  for (int i = 0; i < 10; ++i) {
    state.take(failed(), ten);
  }
  CHECK(longest_delay(state) > 50s);
  CHECK(longest_delay(state) < 60s);
  state.take(failed(300s), ten);
  CHECK(state.delay() >= 300s);
  state.take(body(good), ten);
  state.take(failed(), ten);
  CHECK(longest_delay(state) > 9s);
}

TEST_CASE("a schedule from disk is something to show: the back-off begins at the interval") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState(options, 1).take(body(good), ten);
  PollState state(options, 7);
  REQUIRE(state.start().schedule != nullptr);
  state.take(failed(), ten);
  CHECK(longest_delay(state) > 9s);
}

TEST_CASE("the server's wish is honoured once, and forgotten with the next answer") {
  PollState state({.feed = url}, 1);
  state.take(failed(300s), ten);
  CHECK(state.delay() >= 300s);
  state.take(failed(), ten + 300s);
  CHECK(state.delay() < 20s);
}

TEST_CASE("a problem names the feed without its password") {
  PollState state({.feed = "http://kiosk:hunter2@example.org/feed.json"}, 1);
  const FeedNews refused = state.take(body("<html>"), ten);
  CHECK(to_string(*refused.failure).find("hunter2") == std::string::npos);
  CHECK(refused.failure->file == "http://example.org/feed.json");
}

TEST_CASE("after a restart the last good schedule is there at once, as of when it was fetched") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder / "cache"};
  PollState before(options, 1);
  before.start();
  const FeedNews shown = before.take(body(good, "\"x\""), ten);
  CHECK_FALSE(shown.cache_failure);

  PollState after(options, 2);
  const FeedNews news = after.start();
  REQUIRE(news.schedule != nullptr);
  CHECK(*news.schedule == *shown.schedule);
  CHECK(news.status == FeedStatus{{}, {}, ten});
  CHECK(news.counts == PollCounts());
  CHECK(after.validators().etag == "\"x\"");

  SECTION("and a server that says \"not changed\" confirms it") {
    const FeedNews confirmed = after.take(not_modified(), ten + 1h);
    CHECK(confirmed.schedule == news.schedule);
    CHECK(confirmed.status == FeedStatus{ten + 1h, {}});
  }
  SECTION("and a server that sends the same bytes confirms it") {
    const FeedNews confirmed = after.take(body(good), ten + 1h);
    CHECK(confirmed.schedule == news.schedule);
    CHECK(confirmed.counts.not_modified == 1);
  }
  SECTION("and with the server down it stays, and says how old it is") {
    const FeedNews down = after.take(failed(), ten + 1h);
    CHECK(down.schedule == news.schedule);
    CHECK(down.status == FeedStatus{{}, ten + 1h, ten});
  }
  SECTION("and to start again reads nothing and says the same") {
    std::filesystem::remove_all(folder / "cache");
    CHECK(after.start().schedule == news.schedule);
  }
  SECTION("and the first poll of a network feed waits a part of the interval") {
    CHECK(after.delay() < 10s);
    CHECK(after.delay() + after.delay() + after.delay() > 0s);
  }
}

TEST_CASE("the first poll of a file does not wait, whatever is on disk") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = "/srv/feed.json", .cache_folder = folder.path()};
  PollState(options, 1).take(body(good), ten);
  PollState state(options, 1);
  CHECK(state.start().schedule != nullptr);
  CHECK(state.delay() == 0ms);
}

TEST_CASE("garbage is not kept on disk") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState state(options, 1);
  state.take(body(good), ten);
  state.take(body("<html>"), ten + 10s);
  CHECK(sessions_of(PollState(options, 1).start()) == 1);
}

TEST_CASE("the disk is written when the body changes and at no other time") {
  const TemporaryFolder folder;
  PollState state({.feed = url, .cache_folder = folder.path()}, 1);
  state.take(body(good), ten);
  const auto path = last_good_path(folder.path(), url);
  REQUIRE(std::filesystem::remove(path));
  state.take(not_modified(), ten + 10s);
  state.take(body(good), ten + 20s);
  state.take(body("<html>"), ten + 30s);
  state.take(failed(), ten + 40s);
  CHECK_FALSE(std::filesystem::exists(path));
  state.take(body(better), ten + 50s);
  CHECK(std::filesystem::exists(path));
}

TEST_CASE("a disk that cannot be written is told, and the schedule is shown all the same") {
  const TemporaryFolder folder;
  test::write_file(folder / "plain", "x");
  PollState state({.feed = url, .cache_folder = folder / "plain"}, 1);
  const FeedNews news = state.take(body(good), ten);
  CHECK(sessions_of(news) == 1);
  CHECK_FALSE(news.failure);
  REQUIRE(news.cache_failure);
  CHECK(news.cache_failure->severity == Severity::warning);
  CHECK(news.cache_failure->what.starts_with("cannot be written: "));
  CHECK(state.take(not_modified(), ten + 10s).cache_failure == news.cache_failure);
}

TEST_CASE("a disk that is well again gets the body after five minutes, and is not asked before") {
  const TemporaryFolder folder;
  test::write_file(folder / "plain", "x");
  PollState state({.feed = url, .cache_folder = folder / "plain"}, 1);
  FetchOutcome first = body(good);
  first.validators.etag = "\"a\"";
  REQUIRE(state.take(first, ten).cache_failure);
  std::filesystem::remove(folder / "plain");
  state.take(not_modified(), ten + 299s);
  CHECK(state.validators().etag == "\"a\"");
  state.take(not_modified(), ten + 300s);
  CHECK(state.validators() == Validators{});
  const FeedNews news = state.take(body(good), ten + 310s);
  CHECK_FALSE(news.cache_failure);
  CHECK(news.counts.new_body == 1);
  CHECK(std::filesystem::exists(last_good_path(folder / "plain", url)));
}

TEST_CASE("a file on disk that is torn is told, survived, and replaced by the next good body") {
  const TemporaryFolder folder;
  test::write_file(last_good_path(folder.path(), url), "torn");
  PollState state({.feed = url, .cache_folder = folder.path()}, 1);
  const FeedNews news = state.start();
  CHECK(news.schedule == nullptr);
  REQUIRE(news.cache_failure);
  CHECK(news.cache_failure->severity == Severity::warning);
  CHECK(news.cache_failure->file == last_good_path(folder.path(), url).string());
  CHECK(state.validators() == Validators());
  const FeedNews next = state.take(body(good), ten);
  CHECK_FALSE(next.cache_failure);
  CHECK(load_last_good(folder.path(), url).value());
}

TEST_CASE("a body on disk that no longer reads as a feed is dropped with its validators") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder.path(), {.feed = url, .validators = {.etag = "\"x\""}, .fetched = ten, .body = "{}"}));
  PollState state({.feed = url, .cache_folder = folder.path()}, 1);
  const FeedNews news = state.start();
  CHECK(news.schedule == nullptr);
  CHECK(news.status == FeedStatus());
  REQUIRE(news.cache_failure);
  CHECK(news.cache_failure->severity == Severity::warning);
  CHECK(state.validators() == Validators());
  CHECK(state.delay() == 0ms);
}

TEST_CASE("without a cache folder no feed is kept, and nothing is wrong") {
  PollState state({.feed = url}, 1);
  CHECK_FALSE(state.take(body(good), ten).cache_failure);
}

TEST_CASE("the settings' time zone is the schedule's, from disk too") {
  const TemporaryFolder folder;
  PollerOptions options{.feed = url, .cache_folder = folder.path()};
  options.context.time_zone = find_time_zone("Asia/Tokyo");
  CHECK(PollState(options, 1).take(body(good), ten).schedule->time_zone() == options.context.time_zone);
  CHECK(PollState(options, 1).start().schedule->time_zone() == options.context.time_zone);
}

TEST_CASE("a feed without a zone comes right by the settings, or by a later body that says it, and nothing has moved") {
  const auto export_in = [](const std::string& zone) {
    return R"({"schedule": {"conference": {"title": "C", )" + zone + R"("days": [{"date": "2024-04-17", "rooms": {"A": [
      {"id": 1, "title": "One", "duration": "1:00", "start": "10:00"},
      {"id": 2, "title": "Two", "duration": "1:00", "start": "11:00"}]}}]}}})";
  };
  const auto is_told = [](const FeedNews& news) {
    const Schedule& schedule = *news.schedule;
    return schedule.event().time_zone == find_time_zone("Europe/Berlin") && schedule.sessions().size() == 2 &&
           schedule.sessions()[0].start == parse_instant("2024-04-17T10:00+02:00") &&
           !schedule.sessions()[0].originally && !schedule.sessions()[1].originally && !any_errors(news.problems);
  };
  const TemporaryFolder folder;
  PollerOptions options{.feed = url, .cache_folder = folder.path()};
  {
    PollState state(options, 1);
    state.start();
    const FeedNews untold = state.take(body(export_in("")), ten);
    CHECK(untold.schedule->event().time_zone == NoZone::unsaid);
    CHECK(any_errors(untold.problems));
    CHECK(is_told(state.take(body(export_in(R"("time_zone_name": "Europe/Berlin", )")), ten)));
    CHECK_FALSE(is_told(state.take(body(export_in("")), ten)));
  }
  CHECK(PollState(options, 1).start().schedule->event().time_zone == NoZone::unsaid);
  options.context.time_zone = find_time_zone("Europe/Berlin");
  CHECK(is_told(PollState(options, 1).start()));
}

namespace {

// An export of one hall whose sessions are named by letters, an hour each from noon.
std::string exported(const std::string& letters, const std::string& room = "Saal") {
  std::string sessions;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    sessions += (i > 0 ? ", " : "") + ("{\"guid\": \"" + std::string(1, letters[i]) + "\", \"title\": \"T\"") +
                ", \"date\": \"2024-04-17T" + std::to_string(12 + letters[i] - 'a') +
                ":00:00+03:00\", \"duration\": \"1:00\"}";
  }
  return R"({"schedule": {"conference": {"title": "Conf", "time_zone_name": "Europe/Moscow",
    "rooms": [{"name": "Saal"}, {"name": "Aula"}], "days": [{"rooms": {")" +
         room + "\": [" + sessions + "]}}]}}}";
}

std::size_t cancelled_of(const FeedNews& news) {
  std::size_t count = 0;
  for (const Session& session : news.schedule->sessions()) {
    count += session.state == SessionState::cancelled ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("an export's sessions that vanish in numbers are shown, told and counted until they are let go") {
  PollState state({.feed = url}, 1);
  state.take(body(exported("abcdefgh")), ten);
  FeedNews news = state.take(body(exported("ab")), ten + 10s);
  CHECK(sessions_of(news) == 8);
  CHECK(news.sessions_held == 6);
  REQUIRE(news.holds.size() == 1);
  CHECK(to_string(news.holds[0]) ==
        url +
            ": 6 coming sessions vanished at 2024-04-17T10:00:10+03:00 (\"saal\"); shown as they were until "
            "2024-04-17T10:15:10+03:00, unless they come back");
  CHECK(news.holds[0].severity == Severity::warning);
  const auto schedule = news.schedule;
  news = state.take(not_modified(), ten + 10s + 15min - 1s);
  CHECK(news.schedule == schedule);
  news = state.take(not_modified(), ten + 10s + 15min);
  CHECK(sessions_of(news) == 2);
  CHECK(news.holds.empty());
  CHECK(news.sessions_held == 0);
}

TEST_CASE("of halls without number that vanished, eight are named and the others counted") {
  const auto in_halls = [](int halls) {
    std::string rooms =
        R"("Saal": [{"guid": "s", "title": "Stays", "date": "2024-04-17T12:00:00+03:00", "duration": "1:00"}])";
    for (int i = 0; i < halls; ++i) {
      const std::string number = std::to_string(i);
      rooms += ", \"R" + number + "\": [{\"guid\": \"" + number + "\", \"title\": \"T" + number +
               R"(", "date": "2024-04-17T12:00:00+03:00", "duration": "1:00"}])";
    }
    return R"({"schedule": {"conference": {"title": "Conf", "time_zone_name": "Europe/Moscow", "days": [{"rooms": {)" +
           rooms + "}}]}}}";
  };
  PollState state({.feed = url}, 1);
  state.take(body(in_halls(10)), ten);
  const FeedNews news = state.take(body(in_halls(0)), ten + 10s);
  REQUIRE(news.holds.size() == 1);
  CHECK(news.holds[0].what.ends_with("\"r7\" and 2 more halls)"));
}

TEST_CASE("a failed poll is no poll without a session") {
  PollState state({.feed = url}, 1);
  state.take(body(exported("abc")), ten);
  CHECK(cancelled_of(state.take(body(exported("ab")), ten + 10s)) == 0);
  CHECK(cancelled_of(state.take(failed(), ten + 20s)) == 0);
  CHECK(cancelled_of(state.take(body("<html>"), ten + 25s)) == 0);
  CHECK(cancelled_of(state.take(body(exported("ab")), ten + 30s)) == 1);
}

TEST_CASE("an export's session that moves says where it was, after a restart, too") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState before(options, 1);
  before.take(body(exported("abc")), ten);
  const FeedNews moved = before.take(body(exported("abc", "Aula")), ten + 10s);
  CHECK(moved.schedule->sessions()[0].originally == Announced{"saal", std::nullopt});
  PollState after(options, 2);
  CHECK(*after.start().schedule == *moved.schedule);
  CHECK(*after.take(body(exported("abc", "Aula")), ten + 20s).schedule == *moved.schedule);
}

TEST_CASE("a restart amid a hold shows the held at once, and lets them go at the same time") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState before(options, 1);
  before.take(body(exported("abcdefgh")), ten);
  before.take(body(exported("ab")), ten + 10s);
  PollState after(options, 2);
  const FeedNews news = after.start();
  CHECK(sessions_of(news) == 8);
  CHECK(news.sessions_held == 6);
  CHECK(sessions_of(after.take(not_modified(), ten + 15min + 9s)) == 8);
  CHECK(sessions_of(after.take(not_modified(), ten + 15min + 10s)) == 2);
}

TEST_CASE("a venue feed is believed at once") {
  PollState state({.feed = url}, 1);
  std::string sessions = session_of("a");
  for (const char* id : {"b", "c", "d", "e", "f"}) {
    sessions += ", " + session_of(id);
  }
  const Instant before = at("2024-04-17T09:00:00");
  state.take(body(feed_of(sessions)), before);
  const FeedNews news = state.take(body(feed_of(session_of("a", R"("title": "T")"))), before + 10s);
  CHECK(sessions_of(news) == 1);
  CHECK(news.holds.empty());
  CHECK(cancelled_of(state.take(body(feed_of("")), before + 20s)) == 0);
}

TEST_CASE("an address that changes from an export to a venue feed forgets what the export said") {
  PollState state({.feed = url}, 1);
  state.take(body(exported("abcdefgh")), ten);
  CHECK(state.take(body(exported("ab")), ten + 10s).sessions_held == 6);
  const FeedNews news = state.take(body(good), ten + 20s);
  CHECK(sessions_of(news) == 1);
  CHECK(news.sessions_held == 0);
  CHECK(sessions_of(state.take(not_modified(), ten + 30s)) == 1);
}

TEST_CASE("a memory on disk that is torn is told, and the schedule is shown") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState(options, 1).take(body(exported("abc")), ten);
  const auto path = last_good_path(folder.path(), url).concat(".memory");
  REQUIRE(std::filesystem::exists(path));
  test::write_file(path, "torn");
  PollState state(options, 1);
  const FeedNews news = state.start();
  CHECK(sessions_of(news) == 3);
  REQUIRE(news.cache_failure);
  CHECK(news.cache_failure->file == path.string());
}

TEST_CASE("after a restart the schedule is as of its last confirmation, to ten minutes") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState state(options, 1);
  state.take(body(good), ten);
  const auto written = std::filesystem::last_write_time(last_good_path(folder.path(), url));
  const auto as_of = [&] { return PollState(options, 1).start().status.kept; };
  state.take(not_modified(), ten + 9min + 59s);
  CHECK(as_of() == ten);
  state.take(not_modified(), ten + 10min);
  CHECK(as_of() == ten + 10min);
  state.take(not_modified(), ten + 19min + 59s);
  CHECK(as_of() == ten + 10min);
  state.take(body(good), ten + 20min);
  CHECK(as_of() == ten + 20min);
  state.take(failed(), ten + 40min);
  state.take(body("<html>"), ten + 50min);
  CHECK(as_of() == ten + 20min);
  CHECK(std::filesystem::last_write_time(last_good_path(folder.path(), url)) == written);

  SECTION("a clock that was ahead and is set right is believed") {
    state.take(not_modified(), ten - 1h);
    CHECK(as_of() == ten - 1h);
  }
  SECTION("a new body is as of when it was fetched, whatever was confirmed before") {
    state.take(body(better), ten + 55min);
    CHECK(as_of() == ten + 55min);
  }
  SECTION("a confirmation that is torn, or of another body, says nothing") {
    for (const char* torn : {"", "0 1 2\n", "0123456789abcdef 99999999999 0123456789abcdef\n"}) {
      test::write_file(last_good_path(folder.path(), url).concat(".confirmed"), torn);
      CHECK(as_of() == ten);
    }
  }
}

TEST_CASE("a start puts the cache folder in order") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState(options, 1).take(body(good), ten);
  const std::filesystem::path kept = last_good_path(folder.path(), url);
  const std::filesystem::path left = folder / ('.' + kept.filename().string() + ".4194304-0.tmp");
  test::write_file(left, "torn");
  std::filesystem::permissions(kept, std::filesystem::perms(0644));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  CHECK(sessions_of(PollState(options, 1).start()) == 1);
  CHECK_FALSE(std::filesystem::exists(left));
  CHECK(std::filesystem::status(kept).permissions() == std::filesystem::perms(0600));
  CHECK(std::filesystem::status(folder.path()).permissions() == std::filesystem::perms(0700));
}

namespace {

// An answer whose server says that it is this time.
FetchOutcome dated(FetchOutcome outcome, Instant time, bool vouched) {
  outcome.server_time = ServerTime{.time = time, .vouched = vouched};
  return outcome;
}

// Of which time the body on disk is.
Instant kept_at(const TemporaryFolder& folder) {
  const auto loaded = load_last_good(folder.path(), url);
  REQUIRE(loaded);
  REQUIRE(loaded->has_value());
  return (*loaded)->fetched;
}

}  // namespace

TEST_CASE("the disk is stamped by a server that is vouched for, else by a trusted clock, else by the server's word") {
  const Instant run = at("1970-01-01T00:10:00");
  const Instant said = ten + 24h * 365;
  PollTime trusted(run, ten);
  trusted.real = ten;
  const PollTime untrusted(run, std::nullopt);
  const auto stamp = [&](const PollTime& time, FetchOutcome outcome) {
    const TemporaryFolder folder;
    PollState state({.feed = url, .cache_folder = folder.path()}, 1);
    state.take(std::move(outcome), time);
    return kept_at(folder);
  };
  CHECK(stamp(trusted, dated(body(good), said, true)) == said);
  CHECK(stamp(trusted, dated(body(good), said, false)) == ten);
  CHECK(stamp(untrusted, dated(body(good), said, false)) == said);
  CHECK(stamp(trusted, body(good)) == ten);
  CHECK(stamp(untrusted, body(good)) == run);
}

TEST_CASE("a date over plain http does not make all that vanished over, one over https may") {
  const bool vouched = GENERATE(false, true);
  const TemporaryFolder folder;
  const auto sessions = [](int count) {
    std::string text = R"({"schedule": {"conference": {"title": "F", "time_zone_name": "UTC", "days": [{"index": 1,
      "date": "2024-04-17", "rooms": {"Main": [)";
    for (int i = 0; i < count; ++i) {
      text += std::string(i == 0 ? "" : ",") + R"({"id": )" + std::to_string(i + 1) + R"(, "guid": "g)" +
              std::to_string(i) + R"(", "title": "Talk )" + std::to_string(i) + R"(", "date": "2024-04-17T)" +
              std::to_string(10 + i) + R"(:00:00+00:00", "start": ")" + std::to_string(10 + i) +
              R"(:00", "duration": "00:45", "room": "Main", "persons": []})";
    }
    return text + "]}}]}}}";
  };
  const Instant morning = at("2024-04-17T08:00:00");
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  {
    PollState before(options, 1);
    REQUIRE(sessions_of(before.take(body(sessions(8)), morning)) == 8);
  }
  PollState state(options, 1);
  REQUIRE(sessions_of(state.start()) == 8);
  const PollTime untrusted(morning + 1min, std::nullopt);
  // Twenty years on.
  const FeedNews news = state.take(dated(body(sessions(1), "\"b\""), morning + 24h * 365 * 20, vouched), untrusted);
  CHECK((sessions_of(news) == 1) == vouched);
}

TEST_CASE("whether a feed comes from this machine's own network is known with its first good answer") {
  PollState state({.feed = url}, 1);
  CHECK_FALSE(state.start().local);
  CHECK_FALSE(state.take(failed(), ten).local);
  CHECK(state.take(body(good), ten).local == false);
  FetchOutcome local = not_modified();
  local.local = true;
  CHECK(state.take(std::move(local), ten).local == true);
  CHECK(state.take(failed(), ten).local == true);
  PollState of_a_file({.feed = "/srv/feed.json"}, 1);
  CHECK(of_a_file.take(body(good), ten).local == true);
}
