#include "net/transfers.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "net/failure.h"
#include "net/transfer.h"

namespace kiosk {
namespace {

struct CloseMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, CloseMulti>;

// An answer's problem names no file of its own: the file becomes part of what is wrong.
Problem without_file(Problem problem) {
  std::string right = std::exchange(problem.right, {});
  return {.what = to_string(problem), .right = std::move(right)};
}

}  // namespace

struct HttpTransfers::Curl {
  AccessFiles access;
  std::string origin;  // that the access is for
  BytesHeld held;
  Multi multi;  // goes last: it keeps the connections
  // Ended ones lend their handle to the next: it remembers TLS sessions, which makes a new connection cheap. It keeps
  // nothing else.
  std::vector<Easy> idle;
  std::vector<std::unique_ptr<HttpTransfer>> under_way;
  std::vector<HttpAnswer> never_began;

  Curl(AccessFiles files, std::size_t most_bytes_held)
      : access(std::move(files)), origin(origin_of(access.feed)), held{.most = most_bytes_held} {
    // Once in the process, and never undone: other transfers may live as long as it does.
    [[maybe_unused]] static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    multi.reset(curl_multi_init());
    if (!multi) {
      throw std::bad_alloc();
    }
  }

  Easy easy() {
    Easy easy;
    if (idle.empty()) {
      easy.reset(curl_easy_init());
    } else {
      easy = std::move(idle.back());
      idle.pop_back();
    }
    if (!easy) {
      throw std::bad_alloc();
    }
    return easy;
  }

  void start(HttpRequest request) {
    std::optional<Problem> error;
    const std::string its_origin = origin_of(request.url);
    Result<HttpAccess> read;
    if (its_origin.empty()) {
      error = describe_failure({.code = CURLE_URL_MALFORMAT});
    } else if (auto refusal = refusal_to_begin(request)) {
      never_began.push_back({.url = std::move(request.url), .error = *std::move(refusal), .forbidden = true});
      return;
    } else if (its_origin == origin && !(read = read_http_access(access))) {
      error = without_file(read.error());
    }
    if (error) {
      never_began.push_back({.url = std::move(request.url), .error = *std::move(error)});
      return;
    }
    auto transfer = std::make_unique<HttpTransfer>(std::move(request), easy(), origin, *std::move(read), held);
    add(*transfer);
    under_way.push_back(std::move(transfer));
  }

  void add(const HttpTransfer& transfer) const {
    if (curl_multi_add_handle(multi.get(), transfer.handle()) != CURLM_OK) {
      throw std::bad_alloc();  // nothing else can be wrong with a fresh handle
    }
  }

  // Takes it out of those under way.
  std::unique_ptr<HttpTransfer> remove(const HttpTransfer* transfer) {
    const auto found = std::find_if(under_way.begin(), under_way.end(),
                                    [&](const auto& candidate) { return candidate.get() == transfer; });
    std::unique_ptr<HttpTransfer> removed = std::move(*found);
    under_way.erase(found);
    curl_multi_remove_handle(multi.get(), removed->handle());
    return removed;
  }

  // Whether it goes on with another hop.
  bool end(const HttpTransfer* transfer, CURLcode result, std::vector<HttpAnswer>& answers) {
    std::unique_ptr<HttpTransfer> ended = remove(transfer);
    if (ended->leads_on(result)) {
      add(*ended);
      under_way.push_back(std::move(ended));
      return true;
    }
    answers.push_back(ended->answer(result));
    idle.push_back(ended->take_handle());
    return false;
  }

  // One round of curl's work. Whether there is more to do at once.
  bool perform(std::vector<HttpAnswer>& answers) {
    int running = 0;
    const CURLMcode performed = curl_multi_perform(multi.get(), &running);
    bool leads_on = false;
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &waiting)) {
      if (message->msg == CURLMSG_DONE) {
        const CURLcode result = message->data.result;  // `message` does not outlive the removal
        HttpTransfer* transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        leads_on = end(transfer, result, answers) || leads_on;
      }
    }
    while (!leads_on && !under_way.empty() && (performed != CURLM_OK || running == 0)) {
      end(under_way.back().get(), CURLE_FAILED_INIT, answers);
    }
    return leads_on;
  }

  std::vector<HttpAnswer> ended() {
    std::vector<HttpAnswer> answers = std::exchange(never_began, {});
    while (perform(answers)) {
    }
    return answers;
  }

  void stop() {
    never_began.clear();
    while (!under_way.empty()) {
      remove(under_way.back().get());
    }
  }
};

HttpTransfers::HttpTransfers(AccessFiles access, std::size_t most_bytes_held)
    : curl_(std::make_unique<Curl>(std::move(access), most_bytes_held)) {}

HttpTransfers::~HttpTransfers() { stop(); }

void HttpTransfers::start(HttpRequest request) { curl_->start(std::move(request)); }

std::vector<HttpAnswer> HttpTransfers::wait(std::chrono::milliseconds time, int watched) {
  std::vector<HttpAnswer> answers = curl_->ended();
  if (answers.empty()) {
    const auto most = std::clamp<std::int64_t>(time.count(), 0, 3'600'000);
    curl_waitfd extra{.fd = watched, .events = CURL_WAIT_POLLIN, .revents = 0};
    curl_multi_poll(curl_->multi.get(), &extra, watched < 0 ? 0 : 1, static_cast<int>(most), nullptr);
    answers = curl_->ended();
  }
  return answers;
}

HttpTransfers::Moved HttpTransfers::moved() const {
  Moved moved;
  for (const auto& transfer : curl_->under_way) {
    const auto bytes = [&](CURLINFO info) {
      curl_off_t value = 0;
      curl_easy_getinfo(transfer->handle(), info, &value);
      return static_cast<std::size_t>(std::max<curl_off_t>(value, 0));
    };
    moved.sent += bytes(CURLINFO_SIZE_UPLOAD_T);
    moved.received += bytes(CURLINFO_SIZE_DOWNLOAD_T);
  }
  return moved;
}

void HttpTransfers::stop() { curl_->stop(); }

void HttpTransfers::wake() {
  curl_multi_wakeup(curl_->multi.get());  // the one function of a multi that any thread may call
}

std::string status_text(long status) {
  struct Phrase {
    long status;
    const char* text;
  };
  static constexpr Phrase phrases[] = {
      {204, "No Content"},
      {206, "Partial Content"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {407, "Proxy Authentication Required"},
      {410, "Gone"},
      {429, "Too Many Requests"},
      {500, "Internal Server Error"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
  };
  const auto* found = std::find_if(std::begin(phrases), std::end(phrases),
                                   [&](const Phrase& phrase) { return phrase.status == status; });
  return std::to_string(status) + (found != std::end(phrases) ? std::string(" ") + found->text : "");
}

}  // namespace kiosk
