#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/fetch.h"

namespace kiosk {

struct HttpRequest {
  std::string url;               // http or https
  Validators known{};            // asked by: If-None-Match where there is an ETag, else If-Modified-Since
  std::size_t most_bytes = 0;    // of the body as it unpacks, so that a small one cannot become a huge one
  std::chrono::seconds stalled;  // slower than 10 bytes a second for so long: cut
  std::chrono::seconds whole;    // longer in all: cut
};

struct HttpAnswer {
  enum class Kind { complete, too_large, failed };
  Kind kind = Kind::failed;
  std::string url;  // as it was asked for, credentials and all
  long status = 0;  // of a complete answer, behind all redirects; body and validators likewise
  std::string body{};
  Validators validators{};
  std::optional<std::chrono::seconds> retry_after{};  // RFC 9110, 10.2.3
  std::string error{};                                // of a failed one: names hosts and ports, no passwords
  std::size_t bytes = 0;                              // of HTTP, both ways, headers in
};

// Several HTTP transfers at once on the thread that calls wait(), by libcurl: compressed, TLS verified, redirects only
// to http(s) and at most 5, connections kept open from one to the next. Used by one thread; wake() may be called by
// any. What is under way at the end is cut.
class HttpTransfers {
 public:
  HttpTransfers();
  HttpTransfers(const HttpTransfers&) = delete;
  HttpTransfers& operator=(const HttpTransfers&) = delete;
  ~HttpTransfers();

  void start(HttpRequest request);
  // Blocks until one or more have ended, `time` is over, or someone called wake(), now or since the last wait; may
  // return earlier with nothing.
  std::vector<HttpAnswer> wait(std::chrono::milliseconds time);
  // Cuts all that is under way.
  void stop();
  void wake();

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

// "404 Not Found": with the reason phrases people look for (RFC 9110, section 15), since HTTP/2 sends none.
std::string status_text(long status);

}  // namespace kiosk
