#include "feed/http_source.h"

#include <atomic>

#include "feed/http_transfers.h"

namespace kiosk {
namespace {

std::string advice(long status) {
  switch (status) {
    case 401:
    case 403:
      return "; let the kiosk read it, or write https://user:password@… in feed.url";
    case 404:
    case 410:
      return "; check the address";
    default:
      return status >= 500 || status == 429 ? "; the kiosk keeps asking" : "; expected 200 and a feed";
  }
}

class HttpSource : public FeedSource {
 public:
  explicit HttpSource(std::string url) : url_(std::move(url)), name_(without_credentials(url_)) {}

  FetchOutcome fetch(const Validators& known) override {
    using namespace std::chrono_literals;
    if (!interrupted_) {
      transfers_.start({.url = url_, .known = known, .most_bytes = max_feed_bytes, .stalled = 20s, .whole = 120s});
    }
    while (!interrupted_) {
      for (HttpAnswer& answer : transfers_.wait(1s)) {
        FetchOutcome outcome = outcome_of(answer, known);
        outcome.bytes = answer.bytes;
        return outcome;
      }
    }
    transfers_.stop();
    return failed("interrupted");
  }

  void wait(std::chrono::milliseconds time) override {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!interrupted_) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (left <= std::chrono::milliseconds(0)) {
        return;
      }
      transfers_.wait(left);
    }
  }

  void interrupt() override {
    interrupted_ = true;
    transfers_.wake();
  }

 private:
  FetchOutcome outcome_of(HttpAnswer& answer, const Validators& known) {
    if (answer.kind == HttpAnswer::Kind::too_large) {
      return failed("the feed is larger than " + std::to_string(max_feed_bytes >> 20U) + " MiB; this is no feed");
    }
    if (answer.kind == HttpAnswer::Kind::failed) {
      return failed(std::move(answer.error));
    }
    if (answer.status == 304 && known != Validators()) {
      return {.kind = FetchOutcome::Kind::not_modified, .validators = known};
    }
    if (answer.status == 200 && answer.body.empty()) {
      return failed("the server answered 200 with nothing in it; expected a feed");
    }
    if (answer.status == 200) {
      return {.kind = FetchOutcome::Kind::new_body,
              .body = std::move(answer.body),
              .validators = std::move(answer.validators)};
    }
    FetchOutcome outcome = failed("the server answered " + status_text(answer.status) + advice(answer.status));
    outcome.retry_after = answer.retry_after;
    return outcome;
  }

  FetchOutcome failed(std::string what) const { return {.problem = {.file = name_, .what = std::move(what)}}; }

  const std::string url_;
  const std::string name_;  // without credentials
  std::atomic<bool> interrupted_ = false;
  HttpTransfers transfers_;
};

}  // namespace

std::unique_ptr<FeedSource> open_http_source(const std::string& url) { return std::make_unique<HttpSource>(url); }

}  // namespace kiosk
