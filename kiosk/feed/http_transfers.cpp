#include "feed/http_transfers.h"

#include <curl/curl.h>

#include <algorithm>
#include <new>

namespace kiosk {
namespace {

constexpr long connect_timeout_s = 10;
constexpr long slowest_bytes_per_s = 10;
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

HeaderList headers_for(const Validators& known) {
  HeaderList headers;
  append(headers, "Accept:");  // "*/*" says nothing, in every request of every kiosk
  if (!known.etag.empty()) {
    append(headers, "If-None-Match: " + known.etag);
  } else if (!known.last_modified.empty()) {
    append(headers, "If-Modified-Since: " + known.last_modified);
  }
  return headers;
}

// One under way; curl holds pointers into it.
struct Transfer {
  HttpRequest request;
  Easy easy;
  HeaderList headers;
  std::string body;
  bool too_large = false;
  char error[CURL_ERROR_SIZE] = {};
};

std::size_t write_body(char* data, std::size_t, std::size_t size, void* user) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  if (transfer.body.size() + size > transfer.request.most_bytes) {
    transfer.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  try {
    transfer.body.append(data, size);
  } catch (const std::bad_alloc&) {  // no exception may cross curl's C
    return CURL_WRITEFUNC_ERROR;
  }
  return size;
}

void set_up(Transfer& transfer) {
  CURL* easy = transfer.easy.get();
  curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
  curl_easy_setopt(easy, CURLOPT_URL, transfer.request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
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
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(transfer.request.stalled.count()));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(transfer.request.whole.count()));
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(transfer.request.most_bytes));
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.error);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, write_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
}

// Of the last answer, behind all redirects. Empty where there is none.
std::string header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  return curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

std::size_t transferred(CURL* easy) {
  long request = 0;
  long response = 0;
  curl_off_t body = 0;
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &request);
  curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &response);
  curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &body);
  return static_cast<std::size_t>(request + response + body);
}

HttpAnswer answer_of(Transfer& transfer, CURLcode result) {
  CURL* easy = transfer.easy.get();
  HttpAnswer answer{.url = transfer.request.url, .bytes = transferred(easy)};
  if (transfer.too_large || result == CURLE_FILESIZE_EXCEEDED) {
    answer.kind = HttpAnswer::Kind::too_large;
    return answer;
  }
  if (result != CURLE_OK) {
    answer.error = transfer.error[0] != '\0' ? transfer.error : curl_easy_strerror(result);
    return answer;
  }
  answer.kind = HttpAnswer::Kind::complete;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
  answer.body = std::move(transfer.body);
  answer.validators = {header(easy, "ETag"), header(easy, "Last-Modified")};
  curl_off_t retry_after = 0;  // curl reads both of its forms, seconds and a date
  if (curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after) == CURLE_OK && retry_after > 0) {
    answer.retry_after = std::chrono::seconds(retry_after);
  }
  return answer;
}

}  // namespace

struct HttpTransfers::Curl {
  Multi multi;  // goes last: it keeps the connections
  // Ended ones lend their handle to the next: it remembers TLS sessions, which makes a new connection cheap.
  std::vector<Easy> idle;
  std::vector<std::unique_ptr<Transfer>> under_way;

  Curl() {
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
      curl_easy_reset(easy.get());
    }
    if (!easy) {
      throw std::bad_alloc();
    }
    return easy;
  }

  // Takes it out of those under way.
  std::unique_ptr<Transfer> remove(const Transfer* transfer) {
    const auto found = std::find_if(under_way.begin(), under_way.end(),
                                    [&](const auto& candidate) { return candidate.get() == transfer; });
    std::unique_ptr<Transfer> removed = std::move(*found);
    under_way.erase(found);
    curl_multi_remove_handle(multi.get(), removed->easy.get());
    return removed;
  }

  void end(const Transfer* transfer, CURLcode result, std::vector<HttpAnswer>& answers) {
    const std::unique_ptr<Transfer> ended = remove(transfer);
    answers.push_back(answer_of(*ended, result));
    idle.push_back(std::move(ended->easy));
  }

  std::vector<HttpAnswer> ended() {
    std::vector<HttpAnswer> answers;
    int running = 0;
    const CURLMcode performed = curl_multi_perform(multi.get(), &running);
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &waiting)) {
      if (message->msg == CURLMSG_DONE) {
        const CURLcode result = message->data.result;  // `message` does not outlive the removal
        Transfer* transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        end(transfer, result, answers);
      }
    }
    while (!under_way.empty() && (performed != CURLM_OK || running == 0)) {
      end(under_way.back().get(), CURLE_FAILED_INIT, answers);
    }
    return answers;
  }

  void stop() {
    while (!under_way.empty()) {
      remove(under_way.back().get());
    }
  }
};

HttpTransfers::HttpTransfers() : curl_(std::make_unique<Curl>()) {}

HttpTransfers::~HttpTransfers() { stop(); }

void HttpTransfers::start(HttpRequest request) {
  auto transfer = std::make_unique<Transfer>();
  transfer->headers = headers_for(request.known);
  transfer->request = std::move(request);
  transfer->easy = curl_->easy();
  set_up(*transfer);
  if (curl_multi_add_handle(curl_->multi.get(), transfer->easy.get()) != CURLM_OK) {
    throw std::bad_alloc();  // nothing else can be wrong with a fresh handle
  }
  curl_->under_way.push_back(std::move(transfer));
}

std::vector<HttpAnswer> HttpTransfers::wait(std::chrono::milliseconds time) {
  std::vector<HttpAnswer> answers = curl_->ended();
  if (answers.empty()) {
    const auto most = std::clamp<std::int64_t>(time.count(), 0, 3'600'000);
    curl_multi_poll(curl_->multi.get(), nullptr, 0, static_cast<int>(most), nullptr);
    answers = curl_->ended();
  }
  return answers;
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

}  // namespace kiosk
