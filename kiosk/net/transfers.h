#pragma once

#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "net/access.h"
#include "net/http_facts.h"
#include "net/validators.h"
#include "venue/server_time.h"

namespace kiosk {

struct HttpRequest {
  std::string url;                            // http or https
  Validators known{};                         // asked by: If-None-Match where there is an ETag, else If-Modified-Since
  std::size_t most_bytes = 0;                 // of the unpacked body, so that a small one cannot become a huge one
  std::chrono::seconds stalled;               // slower than 10 bytes a second for this long: cut
  std::chrono::seconds whole;                 // the whole transfer takes longer: cut
  std::chrono::milliseconds connect{10'000};  // no connection, TLS included, within this time: cut
  // Servers on this machine and in its own network (net/address_class.h) are refused, the targets of redirects too: by
  // the address that a connection leads to; where a proxy resolves names, by what the host says by itself.
  bool internet_only = false;
  // What a person does to a document by net/put.h. Anything but GET follows no redirect.
  std::string method = "GET";
  std::string body{};                  // sent with it
  std::vector<std::string> headers{};  // "Depth: 0", in place of those that would be sent
};

struct HttpAnswer {
  enum class Kind { complete, too_large, failed };
  Kind kind = Kind::failed;
  std::string url;  // as it was asked for, credentials and all
  long status = 0;  // of a complete answer, behind all redirects; body and validators likewise
  std::string body{};
  Validators validators{};                            // as the server said them, see believed_validators.h
  std::optional<Instant> date{};                      // when it was made, by the server's clock (RFC 9110, 6.6.1)
  std::optional<std::chrono::seconds> retry_after{};  // RFC 9110, 10.2.3
  std::optional<ServerTime> server_time{};            // what its clock shows now; vouched only if each hop was
  bool access_held_back = false;  // a redirect led away from the origin that the request's access is for
  Problem error{};                // of a failed one: what is wrong and what would be right; no file, no passwords
  bool forbidden = false;         // of a failed one: by the kiosk's own rules, so that asking again soon is of no use
  bool local = false;             // of a complete one: each hop was on this machine or in its own network
  std::size_t bytes = 0;          // of HTTP, both ways, headers in
  HttpFacts facts{};              // of a complete one
  std::string lock_token{};       // Lock-Token of a complete one (RFC 4918, 10.5)
};

// Several HTTP transfers at once on the thread that calls wait(), by libcurl: compressed, by HTTP/2 where TLS offers
// it, TLS 1.2 or later and verified, through the proxy that the environment names, redirects only to http(s), never
// from https to http and at most 5, connections kept open from one to the next. Used by one thread; wake() may be
// called by any. The destructor cuts what is under way.
//
// The access files are used for requests that begin at their feed's origin, and are sent only there: no redirect and
// no picture's address takes a token, a login or a certificate elsewhere, and no redirect from elsewhere uses them.
// They are read anew for each request, so that a changed one counts at once. A login in a request's own address is sent
// to that address's origin only.
class HttpTransfers {
 public:
  // `most_bytes_held`: of the bodies under way together, so that many large ones cannot fill the memory. The transfer
  // that would go beyond it fails, and may be asked for again.
  explicit HttpTransfers(AccessFiles access = {},
                         std::size_t most_bytes_held = std::numeric_limits<std::size_t>::max());
  HttpTransfers(const HttpTransfers&) = delete;
  HttpTransfers& operator=(const HttpTransfers&) = delete;
  ~HttpTransfers();

  void start(HttpRequest request);
  // Blocks until one or more have ended, `time` is over, `watched` (a descriptor) is readable, or wake() was called,
  // now or since the last wait. May return earlier with nothing.
  std::vector<HttpAnswer> wait(std::chrono::milliseconds time, int watched = -1);
  // How far that is which is under way: bytes of bodies, as they went over the line.
  struct Moved {
    std::size_t sent = 0;
    std::size_t received = 0;
  };
  Moved moved() const;
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
