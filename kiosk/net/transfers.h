#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "net/access.h"
#include "net/validators.h"
#include "venue/local_time.h"

namespace kiosk {

struct HttpRequest {
  std::string url;                            // http or https
  Validators known{};                         // asked by: If-None-Match where there is an ETag, else If-Modified-Since
  std::size_t most_bytes = 0;                 // of the unpacked body, so that a small one cannot become a huge one
  std::chrono::seconds stalled;               // slower than 10 bytes a second for this long: cut
  std::chrono::seconds whole;                 // the whole transfer takes longer: cut
  std::chrono::milliseconds connect{10'000};  // no connection, TLS included, within this time: cut
};

struct HttpAnswer {
  enum class Kind { complete, too_large, failed };
  Kind kind = Kind::failed;
  std::string url;  // as it was asked for, credentials and all
  long status = 0;  // of a complete answer, behind all redirects; body and validators likewise
  std::string body{};
  Validators validators{};
  std::optional<std::chrono::seconds> retry_after{};  // RFC 9110, 10.2.3
  std::optional<Instant> server_time{};               // what the server's clock shows now, to about a second
  bool access_held_back = false;  // a redirect led away from the origin that the request's access is for
  Problem error{};                // of a failed one: what is wrong and what would be right; no file, no passwords
  std::size_t bytes = 0;          // of HTTP, both ways, headers in
};

// Several HTTP transfers at once on the thread that calls wait(), by libcurl: compressed, by HTTP/2 where TLS offers
// it, TLS 1.2 or later and verified, through the proxy that the environment names, redirects only to http(s) and at
// most 5, connections kept open from one to the next. Used by one thread; wake() may be called by any. The
// destructor cuts what is under way.
//
// The access files are used for requests that begin at their feed's origin, and are sent only there: no redirect and
// no picture's address takes a token, a login or a certificate elsewhere, and no redirect from elsewhere uses them.
// They are read anew for each request, so that a changed one counts at once. A login in a request's own address is sent
// to that address's origin only.
class HttpTransfers {
 public:
  explicit HttpTransfers(AccessFiles access = {});
  HttpTransfers(const HttpTransfers&) = delete;
  HttpTransfers& operator=(const HttpTransfers&) = delete;
  ~HttpTransfers();

  void start(HttpRequest request);
  // Blocks until one or more have ended, `time` is over, `watched` (a descriptor) is readable, or wake() was called,
  // now or since the last wait. May return earlier with nothing.
  std::vector<HttpAnswer> wait(std::chrono::milliseconds time, int watched = -1);
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
