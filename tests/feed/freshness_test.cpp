// That no word of a server keeps a change from the screen: neither a validator that does not change with the body, nor
// a wish that the answer be kept.

#include <atomic>
#include <future>

#include "feed/http_source.h"
#include "feed/last_good.h"
#include "feed/poll_state.h"
#include "feed/poller.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/nginx.h"
#include "tests/harness/recording_server.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::Exchange;
using kiosk::test::feed_of;
using kiosk::test::http_answer;
using kiosk::test::Nginx;
using kiosk::test::RecordingServer;
using kiosk::test::session_of;
using kiosk::test::TemporaryFolder;

namespace {

using Kind = FetchOutcome::Kind;

const std::string url = "http://example.org/feed.json";
const Instant ten = at("2024-04-17T10:00:00");
const Validators known{.etag = "\"a\""};
const std::string good = feed_of(session_of("opening"));
const std::string better = feed_of(session_of("opening") + ",\n" + session_of("closing"));

FetchOutcome body(const std::string& text) { return {.kind = Kind::new_body, .body = text, .validators = known}; }
FetchOutcome not_modified() { return {.kind = Kind::not_modified, .validators = known}; }
FetchOutcome failed() { return {.problem = {.file = url, .what = "the server answered 503"}}; }

// A server that answers 304 to whoever asks with this header, and else 200 with these.
RecordingServer::Script answering(const std::string& headers) {
  return [=](const Exchange& connection) {
    const bool conditional = connection.head().find("\r\nIf-") != std::string::npos;
    connection.send(conditional ? http_answer("", headers, "304 Not Modified") : http_answer(good, headers));
  };
}

// Whether the second of two requests was sent with conditions.
bool asks_by_what_it_heard(const std::string& headers) {
  const RecordingServer server(answering(headers));
  const auto source = open_http_source(server.url());
  const FetchOutcome first = source->fetch({});
  REQUIRE(first.kind == Kind::new_body);
  const FetchOutcome second = source->fetch(first.validators);
  CHECK((second.kind == Kind::not_modified) == (first.validators != Validators()));
  return server.requests().at(1).find("\r\nIf-") != std::string::npos;
}

// Answers by what it is asked with, and lets five minutes pass at each look.
class FiveMinutesALook : public FeedSource {
 public:
  static constexpr std::size_t looks = 7;
  struct Seen {
    std::vector<Validators> asked_with;
    std::atomic<int> minutes = 0;
    std::promise<void> all;
  };
  explicit FiveMinutesALook(Seen& seen) : seen_(seen) {}

  FetchOutcome fetch(const Validators& asked_with) override {
    seen_.asked_with.push_back(asked_with);
    seen_.minutes += 5;
    return asked_with == Validators() ? body(good) : not_modified();
  }
  void wait(std::chrono::milliseconds) override {
    if (seen_.asked_with.size() == looks) {
      seen_.all.set_value();
      interrupted_.get_future().wait();
    }
  }
  void interrupt() override { interrupted_.set_value(); }

 private:
  Seen& seen_;
  std::promise<void> interrupted_;
};

}  // namespace

TEST_CASE("a poller asks by its clock with conditions, and once in ten minutes without") {
  FiveMinutesALook::Seen seen;
  auto all = seen.all.get_future();
  {
    const Poller poller(
        PollState({.feed = url}, 1), std::make_unique<FiveMinutesALook>(seen), [](const FeedNews&) {},
        [&] { return PollTime(ten + std::chrono::minutes(seen.minutes)); });
    REQUIRE(all.wait_for(test::patience) == std::future_status::ready);
  }
  CHECK(seen.asked_with == std::vector<Validators>{{}, known, known, {}, known, known, {}});
}

TEST_CASE("once in ten minutes a poll asks without conditions") {
  PollState state({.feed = url}, 1);
  state.take(body(good), ten);
  CHECK(state.conditions(ten) == known);
  for (std::chrono::seconds passed = 10s; passed < 10min; passed += 10s) {
    CHECK(state.conditions(ten + passed) == known);
    state.take(not_modified(), ten + passed);
  }
  CHECK(state.conditions(ten + 599s) == known);
  CHECK(state.conditions(ten + 600s) == Validators());
  CHECK(state.conditions(ten + 601s) == Validators());
}

TEST_CASE("after a body came whole, be it the same or none that can be read, the ten minutes begin anew") {
  const std::string text = GENERATE(as<std::string>(), good, better, "<html>");
  PollState state({.feed = url}, 1);
  state.take(body(good), ten);
  state.take(body(text), ten + 605s);
  CHECK(state.conditions(ten + 605s) == known);
  CHECK(state.conditions(ten + 605s + 599s) == known);
  CHECK(state.conditions(ten + 605s + 600s) == Validators());
}

TEST_CASE("as long as none arrives, each poll beyond ten minutes asks without conditions") {
  PollState state({.feed = url}, 1);
  state.take(body(good), ten);
  for (const std::chrono::seconds passed : {600s, 660s, 7200s}) {
    CHECK(state.conditions(ten + passed) == Validators());
    state.take(failed(), ten + passed);
  }
  CHECK(state.conditions(ten + 7300s) == Validators());
}

TEST_CASE("a feed kept on disk is first asked for with conditions, and whole ten minutes later") {
  const TemporaryFolder folder;
  const PollerOptions options{.feed = url, .cache_folder = folder.path()};
  PollState(options, 1).take(body(good), ten);
  PollState state(options, 1);
  state.start();
  const Instant again = ten + 24h;
  CHECK(state.conditions(again) == known);
  state.take(not_modified(), again);
  CHECK(state.conditions(again + 599s) == known);
  CHECK(state.conditions(again + 600s) == Validators());
}

TEST_CASE("the same body whole is nothing new: no other schedule, no write, no change but of when it was seen") {
  const TemporaryFolder folder;
  PollState state({.feed = url, .cache_folder = folder.path()}, 1);
  const FeedNews first = state.take(body(good), ten);
  const auto path = last_good_path(folder.path(), url);
  REQUIRE(std::filesystem::remove(path));
  FeedNews whole = state.take(body(good), ten + 30s);
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(whole.schedule == first.schedule);
  CHECK(whole.counts.new_body == 1);
  CHECK(whole.counts.not_modified == 1);
  CHECK(whole.status == FeedStatus{ten + 30s, {}});
  CHECK_FALSE(whole.failure);
}

TEST_CASE("validators of which a change in the same second might not be told are not sent") {
  const std::string date = "Date: Wed, 17 Apr 2024 12:00:00 GMT\r\n";
  CHECK_FALSE(asks_by_what_it_heard(date + "Last-Modified: Wed, 17 Apr 2024 11:59:59 GMT\r\n"));
  CHECK(asks_by_what_it_heard(date + "Last-Modified: Wed, 17 Apr 2024 11:59:58 GMT\r\n"));
  CHECK_FALSE(asks_by_what_it_heard(date + "ETag: \"661fb9bf-1c3\"\r\n"));
  CHECK(asks_by_what_it_heard(date + "ETag: \"661fb9be-1c3\"\r\n"));
  CHECK(asks_by_what_it_heard(date + "ETag: \"a\"\r\nLast-Modified: Wed, 17 Apr 2024 12:00:00 GMT\r\n"));
  CHECK_FALSE(asks_by_what_it_heard("Last-Modified: Mon, 15 Apr 2024 12:00:00 GMT\r\n"));
}

TEST_CASE("two bodies of one size and one second are both seen") {
  const Nginx nginx;
  const auto source = open_http_source(nginx.url("/feed.json"));
  // A server's file whose second has not ended, however slow this test is.
  const auto written = std::filesystem::file_time_type::clock::now() + 1h;
  const auto write = [&](const std::string& text) {
    test::replace_file(nginx.root() / "feed.json", text);
    std::filesystem::last_write_time(nginx.root() / "feed.json", written);
  };
  write("one");
  const FetchOutcome first = source->fetch({});
  CHECK(first.body == "one");
  write("two");
  const FetchOutcome second = source->fetch(first.validators);
  REQUIRE(second.kind == Kind::new_body);
  CHECK(second.body == "two");
}

TEST_CASE("an answer that asks to be kept for a day is asked for again at the next poll all the same") {
  const std::string keep = GENERATE("Cache-Control: max-age=86400, immutable\r\n", "Cache-Control: s-maxage=86400\r\n",
                                    "Expires: Thu, 18 Apr 2099 12:00:00 GMT\r\n", "Age: 10\r\nPragma: cache\r\n");
  const RecordingServer server(answering(std::string(keep) + "ETag: \"a\"\r\n"));
  const auto source = open_http_source(server.url());
  PollState state({.feed = server.url()}, 1);
  for (std::size_t polls = 1; polls <= 3; ++polls) {
    FetchOutcome outcome = source->fetch(state.conditions(ten));
    CHECK_FALSE(outcome.retry_after);
    const FeedNews news = state.take(std::move(outcome), ten);
    CHECK_FALSE(news.failure);
    CHECK(server.requests().size() == polls);
    CHECK(state.delay() <= 10s);
  }
}
