#include "feed/http_source.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <new>

namespace kiosk {
namespace {

constexpr long connect_timeout_s = 10;
constexpr long slowest_bytes_per_s = 10;  // slower than this for stalled_after_s: cut
constexpr long stalled_after_s = 20;
constexpr long whole_transfer_s = 120;
constexpr long most_redirects = 5;

struct CloseEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct CloseMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;
using Multi = std::unique_ptr<CURLM, CloseMulti>;
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void append(HeaderList& headers, const std::string& header) {
  if (curl_slist* longer = curl_slist_append(headers.get(), header.c_str())) {
    [[maybe_unused]] curl_slist* moved = headers.release();
    headers.reset(longer);
  }
}

// A transfer under way. Takes decoded bytes, so that a small compressed body cannot become a huge one.
struct Body {
  std::string bytes;
  bool too_large = false;
};

std::size_t write_body(char* data, std::size_t, std::size_t size, void* user) {
  Body& body = *static_cast<Body*>(user);
  if (body.bytes.size() + size > max_feed_bytes) {
    body.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  try {
    body.bytes.append(data, size);
  } catch (const std::bad_alloc&) {  // no exception may cross curl's C
    return CURL_WRITEFUNC_ERROR;
  }
  return size;
}

// The reason phrases a person looks for (RFC 9110, section 15); HTTP/2 sends none.
std::string status_text(long status) {
  struct Phrase {
    long status;
    const char* text;
  };
  static constexpr Phrase phrases[] = {
      {204, "No Content"},        {206, "Partial Content"},
      {304, "Not Modified"},      {400, "Bad Request"},
      {401, "Unauthorized"},      {403, "Forbidden"},
      {404, "Not Found"},         {410, "Gone"},
      {429, "Too Many Requests"}, {500, "Internal Server Error"},
      {502, "Bad Gateway"},       {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
  };
  const auto* found = std::find_if(std::begin(phrases), std::end(phrases),
                                   [&](const Phrase& phrase) { return phrase.status == status; });
  return std::to_string(status) + (found != std::end(phrases) ? std::string(" ") + found->text : "");
}

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
  explicit HttpSource(std::string url) : url_(std::move(url)), name_(without_credentials(url_)) {
    // Once in the process, and never undone: other transfers may live as long as it does.
    [[maybe_unused]] static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    multi_.reset(curl_multi_init());
    easy_.reset(curl_easy_init());
    if (!multi_ || !easy_) {
      throw std::bad_alloc();
    }
    set_up();
  }

  FetchOutcome fetch(const Validators& known) override {
    HeaderList headers;
    append(headers, "Accept:");  // "*/*" says nothing, in every poll of every kiosk
    if (!known.etag.empty()) {
      append(headers, "If-None-Match: " + known.etag);
    } else if (!known.last_modified.empty()) {
      append(headers, "If-Modified-Since: " + known.last_modified);
    }
    Body body;
    error_[0] = '\0';
    curl_easy_setopt(easy_.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy_.get(), CURLOPT_WRITEDATA, &body);
    const std::optional<CURLcode> result = transfer();
    FetchOutcome outcome = outcome_of(result, std::move(body), known);
    outcome.bytes = transferred();
    curl_easy_setopt(easy_.get(), CURLOPT_HTTPHEADER, nullptr);
    curl_easy_setopt(easy_.get(), CURLOPT_WRITEDATA, nullptr);
    return outcome;
  }

  void wait(std::chrono::milliseconds time) override {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!interrupted_) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
      if (left <= 0) {
        return;
      }
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(std::min<std::int64_t>(left, 3'600'000)), nullptr);
    }
  }

  void interrupt() override {
    interrupted_ = true;
    curl_multi_wakeup(multi_.get());  // the one function of a multi that any thread may call
  }

 private:
  void set_up() {
    CURL* easy = easy_.get();
    curl_easy_setopt(easy, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "venue-kiosk");
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that curl can undo
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    // An interrupted look-up of a name is left to end by itself: a dead resolver would hold the draw thread.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, most_redirects);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connect_timeout_s);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_s);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, stalled_after_s);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, whole_transfer_s);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(max_feed_bytes));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, write_body);
  }

  // Nothing where it was interrupted.
  std::optional<CURLcode> transfer() {
    curl_multi_add_handle(multi_.get(), easy_.get());
    std::optional<CURLcode> result;
    while (!result && !interrupted_) {
      int running = 0;
      const CURLMcode performed = curl_multi_perform(multi_.get(), &running);
      int waiting = 0;
      while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &waiting)) {
        if (message->msg == CURLMSG_DONE) {
          result = message->data.result;
        }
      }
      if (!result && (performed != CURLM_OK || running == 0)) {
        result = CURLE_FAILED_INIT;
      }
      if (!result && !interrupted_) {
        curl_multi_poll(multi_.get(), nullptr, 0, 1000, nullptr);
      }
    }
    curl_multi_remove_handle(multi_.get(), easy_.get());
    return result;
  }

  FetchOutcome outcome_of(std::optional<CURLcode> result, Body body, const Validators& known) {
    if (!result) {
      return failed("interrupted");
    }
    if (body.too_large || *result == CURLE_FILESIZE_EXCEEDED) {
      return failed("the feed is larger than " + std::to_string(max_feed_bytes >> 20U) + " MiB; this is no feed");
    }
    if (*result != CURLE_OK) {
      return failed(error_[0] != '\0' ? error_ : curl_easy_strerror(*result));
    }
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 304 && known != Validators()) {
      return {.kind = FetchOutcome::Kind::not_modified, .validators = known};
    }
    if (status == 200 && body.bytes.empty()) {
      return failed("the server answered 200 with nothing in it; expected a feed");
    }
    if (status == 200) {
      return {.kind = FetchOutcome::Kind::new_body,
              .body = std::move(body.bytes),
              .validators = {header("ETag"), header("Last-Modified")}};
    }
    FetchOutcome outcome = failed("the server answered " + status_text(status) + advice(status));
    curl_off_t retry_after = 0;  // curl reads both of its forms, seconds and a date
    if (curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &retry_after) == CURLE_OK && retry_after > 0) {
      outcome.retry_after = std::chrono::seconds(retry_after);
    }
    return outcome;
  }

  // Of the last answer, behind all redirects. Empty where there is none.
  std::string header(const char* name) const {
    curl_header* found = nullptr;
    return curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
  }

  std::size_t transferred() const {
    long request = 0;
    long response = 0;
    curl_off_t body = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &request);
    curl_easy_getinfo(easy_.get(), CURLINFO_HEADER_SIZE, &response);
    curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &body);
    return static_cast<std::size_t>(request + response + body);
  }

  FetchOutcome failed(std::string what) const { return {.problem = {.file = name_, .what = std::move(what)}}; }

  const std::string url_;
  const std::string name_;  // without credentials: curl's own messages name hosts and ports only
  char error_[CURL_ERROR_SIZE] = {};
  std::atomic<bool> interrupted_ = false;
  Multi multi_;
  Easy easy_;  // goes first; the multi that keeps its connection, after it
};

}  // namespace

std::unique_ptr<FeedSource> open_http_source(const std::string& url) { return std::make_unique<HttpSource>(url); }

}  // namespace kiosk
