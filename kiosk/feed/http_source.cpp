#include "feed/http_source.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/url.h"
#include "machine/network_watch.h"
#include "net/believed_validators.h"
#include "net/transfers.h"

namespace kiosk {
namespace {

// Once the network is there an address still has to be had, a route, a name: the first poll ought to succeed.
constexpr std::chrono::seconds network_settles{1};

class HttpSource : public FeedSource {
 public:
  HttpSource(std::string url, AccessFiles access, PollLimits limits)
      : url_(std::move(url)),
        name_(without_credentials(url_)),
        limits_(limits),
        access_given_((access.any() && origin_of(access.feed) == origin_of(url_)) || !split_login(url_).user.empty()),
        transfers_(std::move(access)) {}

  FetchOutcome fetch(const Validators& known) override {
    if (!interrupted_) {
      network_.came_up();  // what it was before does not count
      transfers_.start({.url = url_,
                        .known = known,
                        .most_bytes = max_feed_bytes,
                        .stalled = limits_.stalled,
                        .whole = limits_.whole,
                        .connect = limits_.connect});
    }
    while (!interrupted_) {
      for (HttpAnswer& answer : transfers_.wait(std::chrono::seconds(1))) {
        FetchOutcome outcome = outcome_of(answer, known);
        outcome.bytes = answer.bytes;
        if (answer.kind == HttpAnswer::Kind::complete) {
          outcome.facts = std::move(answer.facts);
        }
        // An answer, be it a bad one, came over a network that is there.
        offline_ = answer.kind == HttpAnswer::Kind::failed;
        return outcome;
      }
    }
    transfers_.stop();
    return failed("interrupted");
  }

  void wait(std::chrono::milliseconds time) override {
    auto until = std::chrono::steady_clock::now() + time;
    while (!interrupted_) {
      if (offline_ && network_.came_up()) {
        until = std::min(until, std::chrono::steady_clock::now() + network_settles);
      }
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (left <= std::chrono::milliseconds(0)) {
        return;
      }
      transfers_.wait(left, offline_ ? network_.descriptor() : -1);
    }
  }

  void interrupt() override {
    interrupted_ = true;
    transfers_.wake();
  }

 private:
  FetchOutcome outcome_of(HttpAnswer& answer, const Validators& known) {
    if (answer.kind == HttpAnswer::Kind::too_large) {
      return failed("the feed is larger than " + std::to_string(max_feed_bytes >> 20U) + " MiB", "this is no feed");
    }
    if (answer.kind == HttpAnswer::Kind::failed) {
      return failed(std::move(answer.error.what), std::move(answer.error.right));
    }
    if (answer.status == 304 && known != Validators()) {
      return {.kind = FetchOutcome::Kind::not_modified,
              .validators = known,
              .server_time = answer.server_time,
              .local = answer.local};
    }
    if (answer.status == 200 && answer.body.empty()) {
      return failed("the server answered 200 with nothing in it", "expected a feed");
    }
    if (answer.status == 200) {
      return {.kind = FetchOutcome::Kind::new_body,
              .body = std::move(answer.body),
              .validators = believed_validators(std::move(answer.validators), answer.date),
              .server_time = answer.server_time,
              .local = answer.local};
    }
    FetchOutcome outcome = failed("the server answered " + status_text(answer.status), advice(answer));
    outcome.retry_after = answer.retry_after;
    return outcome;
  }

  std::string advice(const HttpAnswer& answer) const {
    switch (answer.status) {
      case 401:
      case 403:
        if (answer.access_held_back) {
          return "a redirect led to another server, which is shown neither token nor password: write its address as "
                 "feed.url";
        }
        return access_given_ ? "correct token_file or login_file under [feed], the kiosk reads them at each poll"
                             : "let the kiosk read it, or name a token_file or login_file under [feed]";
      case 404:
      case 410:
        return "check the address";
      case 407:
        return "write http://user:password@… in http_proxy and https_proxy";
      default:
        return answer.status >= 500 || answer.status == 429 ? "the kiosk keeps asking" : "expected 200 and a feed";
    }
  }

  FetchOutcome failed(std::string what, std::string right = {}) const {
    return {.problem = {.file = name_, .what = std::move(what), .right = std::move(right)}};
  }

  const std::string url_;
  const std::string name_;  // without credentials
  const PollLimits limits_;
  const bool access_given_;
  std::atomic<bool> interrupted_ = false;
  bool offline_ = false;  // the last poll reached nobody
  NetworkWatch network_;
  HttpTransfers transfers_;
};

}  // namespace

std::unique_ptr<FeedSource> open_http_source(const std::string& url, AccessFiles access, PollLimits limits) {
  return std::make_unique<HttpSource>(url, std::move(access), limits);
}

}  // namespace kiosk
