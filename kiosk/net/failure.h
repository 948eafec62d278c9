#pragma once

#include <chrono>
#include <string>

#include <curl/curl.h>

namespace kiosk {

// What is known of a transfer that came to nothing.
struct HttpFailure {
  CURLcode code;
  std::string told{};  // by curl; may be empty
  std::string host{};
  bool connected = false;  // TLS included
  long certificate = 0;    // CURLINFO_SSL_VERIFYRESULT, OpenSSL's X509_V_ERR_…
  std::chrono::milliseconds connect{};
  std::chrono::seconds stalled{};
  std::chrono::seconds whole{};
};

// In one line what is wrong and what would be right. The same failure gives the same words, so that an outage is one
// line of a log: curl counts milliseconds and bytes into its own.
std::string failure_text(const HttpFailure& failure);

}  // namespace kiosk
