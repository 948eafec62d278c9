#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <curl/curl.h>

#include "net/access.h"
#include "net/failure.h"
#include "net/transfers.h"

namespace kiosk {

struct CloseEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;

struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeHeaders>;

// One transfer of HttpTransfers: a handle of curl's, which it sets up once for each hop of a chain of redirects. curl
// would follow them itself, but takes a client certificate along.
class HttpTransfer {
 public:
  // `access` is for `origin` alone.
  HttpTransfer(HttpRequest request, Easy easy, const std::string& origin, HttpAccess access);
  HttpTransfer(const HttpTransfer&) = delete;  // curl holds pointers into it
  HttpTransfer& operator=(const HttpTransfer&) = delete;

  CURL* handle() const { return easy_.get(); }
  // The transfer is over: the handle keeps its TLS sessions, but points at nothing of the transfer's and holds none of
  // its secrets.
  Easy take_handle();

  // A hop is over. True: it led to another, for which the handle is ready.
  bool leads_on(CURLcode result);
  // What came of the last hop.
  HttpAnswer answer(CURLcode result);

 private:
  static std::size_t write_body(char* data, std::size_t, std::size_t size, void* user);
  void set_up(const std::string& url);
  void set_limits();
  void set_access();
  std::optional<Problem> refusal_of(const std::string& url) const;
  HttpFailure failure(CURLcode result) const;

  HttpRequest request_;
  UrlAndLogin own_;           // of the request; its login is for
  std::string login_origin_;  // this origin alone,
  std::string origin_;        // and for this one
  HttpAccess access_;         // is this
  bool may_enter_ = false;    // whether the request began where either counts
  std::string url_;           // of this hop, without user and password
  HeaderList headers_;
  std::chrono::steady_clock::time_point until_;
  std::string body_;
  std::optional<Problem> refusal_;  // why a redirect is not followed
  int redirects_ = 0;
  std::size_t bytes_ = 0;
  bool too_large_ = false;
  char error_[CURL_ERROR_SIZE] = {};
  Easy easy_;  // goes first: it points at the others
};

}  // namespace kiosk
