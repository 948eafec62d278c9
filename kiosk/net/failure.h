#pragma once

#include <chrono>
#include <string>

#include <curl/curl.h>

#include "base/problem.h"

namespace kiosk {

// What is known of a transfer that failed.
struct HttpFailure {
  CURLcode code;
  std::string curl_message{};  // may be empty
  std::string host{};
  bool connected = false;  // TLS included
  long certificate = 0;    // CURLINFO_SSL_VERIFYRESULT, OpenSSL's X509_V_ERR_…
  std::chrono::milliseconds connect{};
  std::chrono::seconds stalled{};
  std::chrono::seconds whole{};
};

// What is wrong and what would be right, without a file. The same failure gives the same words, so that an outage is
// one line of a log: curl's own messages count milliseconds and bytes.
Problem describe_failure(const HttpFailure& failure);

// Of a picture that is refused for where it is: on this machine or in its network (HttpRequest::internet_only).
Problem describe_local_address();

}  // namespace kiosk
