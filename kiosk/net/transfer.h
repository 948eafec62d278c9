#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <curl/curl.h>

#include "net/access.h"
#include "net/address_class.h"
#include "net/failure.h"
#include "net/request_headers.h"
#include "net/transfers.h"

namespace kiosk {

struct CloseEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;

// Of all transfers of one HttpTransfers: the bytes of their bodies under way.
struct BytesHeld {
  std::size_t now = 0;
  std::size_t most;
};

// Why a request may not begin at its address; nothing: it may.
std::optional<Problem> refusal_to_begin(const HttpRequest& request);

// One transfer of HttpTransfers: a curl handle, set up anew for each hop of a chain of redirects. curl would follow
// them itself, but would send a client certificate to every hop.
class HttpTransfer {
 public:
  // `access` is for `origin` alone. `held` outlives it.
  HttpTransfer(HttpRequest request, Easy easy, const std::string& origin, HttpAccess access, BytesHeld& held);
  ~HttpTransfer() { let_go_of_body(); }
  HttpTransfer(const HttpTransfer&) = delete;  // curl holds pointers into it
  HttpTransfer& operator=(const HttpTransfer&) = delete;

  CURL* handle() const { return easy_.get(); }
  // To be called at the end. The handle keeps its TLS sessions, but no pointer into the transfer and none of its
  // secrets.
  Easy take_handle();

  // To be called at the end of a hop. True: a redirect follows, and the handle is set up for it.
  bool leads_on(CURLcode result);
  // The answer of the last hop.
  HttpAnswer answer(CURLcode result);

 private:
  static std::size_t write_body(char* data, std::size_t, std::size_t size, void* user);
  static curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address);
  static int before_request(void* user, char* address, char*, int, int);
  void let_go_of_body();
  void set_up(const std::string& url);
  void set_way();
  void set_limits();
  void set_access();
  std::optional<Problem> refusal_of(const std::string& url) const;
  AddressClass peer() const;
  void note_hop();
  HttpFailure failure(CURLcode result) const;
  Problem error_of(CURLcode result) const;

  HttpRequest request_;
  UrlAndLogin own_;           // of the request
  std::string login_origin_;  // the only one that own_'s login is sent to
  std::string origin_;        // the only one that access_ is sent to
  HttpAccess access_;
  bool may_enter_ = false;  // whether the request began at one of both
  std::string url_;         // of this hop, without user and password
  std::string proxy_;       // of this hop; empty: none
  HeaderList headers_;
  std::chrono::steady_clock::time_point until_;
  BytesHeld& held_;
  std::string body_;
  std::optional<Problem> refusal_;  // why a redirect is not followed
  int redirects_ = 0;
  std::size_t bytes_ = 0;
  bool too_large_ = false;
  bool no_room_ = false;                      // held_ has none
  bool address_refused_ = false;              // of this hop, one at least
  bool vouched_ = true;                       // every hop so far: by TLS, or by a server on this machine
  bool local_ = true;                         // every hop so far
  std::optional<Instant> certificate_until_;  // of the last server that one was asked of
  char error_[CURL_ERROR_SIZE] = {};
  Easy easy_;  // goes first: it points at the others
};

}  // namespace kiosk
