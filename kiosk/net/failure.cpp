#include "net/failure.h"

#include <algorithm>
#include <utility>

namespace kiosk {
namespace {

constexpr const char* keeps_asking = "the kiosk keeps asking";
constexpr const char* is_it_running = "is the server running, and this machine's network up?";

std::string without_prefix(std::string text, const std::string& prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

std::string seconds(std::chrono::milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

// "Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server". Only curl's message names the peer,
// possibly a proxy.
Problem not_connected(const HttpFailure& failure) {
  const std::string message =
      failure.curl_message.empty() ? "Failed to connect to " + failure.host : failure.curl_message;
  return {.what = message.substr(0, message.find(" after ")), .right = is_it_running};
}

Problem timed_out(const HttpFailure& failure) {
  if (!failure.connected) {
    return {.what = "no connection to " + failure.host + " within " + seconds(failure.connect), .right = is_it_running};
  }
  if (failure.curl_message.starts_with("Operation too slow")) {
    return {.what = "the server stalled: less than 10 bytes a second for " + seconds(failure.stalled),
            .right = keeps_asking};
  }
  return {.what = "the answer had not arrived whole after " + seconds(failure.whole), .right = keeps_asking};
}

Problem bad_certificate(const HttpFailure& failure) {
  // x509_vfy.h of OpenSSL, whose numbers curl passes on.
  constexpr long not_yet_valid = 9;
  constexpr long expired = 10;
  constexpr long unknown_issuers[] = {2, 18, 19, 20, 21};
  std::string advice = "the server needs one that is made for " + failure.host;
  if (failure.certificate == not_yet_valid || failure.certificate == expired) {
    advice = "renew it, or set this machine's clock";
  } else if (std::find(std::begin(unknown_issuers), std::end(unknown_issuers), failure.certificate) !=
             std::end(unknown_issuers)) {
    advice = "where the venue signs its own, name its authority's certificate as ca_file under [feed]";
  }
  std::string message = without_prefix(without_prefix(failure.curl_message, "SSL certificate problem: "), "SSL: ");
  // Later versions of curl say which kind of a name it is.
  for (const std::string kind : {"ipv4 address", "ipv6 address", "hostname"}) {
    if (const std::size_t at = message.find("target " + kind + " '"); at != std::string::npos) {
      message.replace(at + 7, kind.size(), "host name");
    }
  }
  return {.what = "the certificate of " + failure.host + " does not hold: " + message, .right = std::move(advice)};
}

}  // namespace

// Neither host nor address is named: a redirect may have brought them.
Problem describe_local_address() {
  return {.what = "this leads to this machine or into its own network, where a feed from outside may not send it",
          .right = "put it where the feed is, or set private_pictures = true under [feed]"};
}

Problem describe_failure(const HttpFailure& failure) {
  const std::string message = failure.curl_message.empty() ? curl_easy_strerror(failure.code) : failure.curl_message;
  switch (failure.code) {
    case CURLE_URL_MALFORMAT:
      return {.what = "this is no address", .right = "write one like https://example.org/feed.json"};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {.what = "Could not resolve host: " + failure.host,
              .right = "check the address, and this machine's network"};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {.what = message, .right = "check http_proxy and https_proxy, and this machine's network"};
    case CURLE_COULDNT_CONNECT:
      return not_connected(failure);
    case CURLE_OPERATION_TIMEDOUT:
      return timed_out(failure);
    case CURLE_PARTIAL_FILE:
      return {.what = "the answer broke off before its end", .right = keeps_asking};
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return {.what = "the connection broke off (" + message + ")", .right = keeps_asking};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return {.what = "what answers there does not speak HTTP (" + message + ")",
              .right = "check the address and its port"};
    case CURLE_PEER_FAILED_VERIFICATION:
      return bad_certificate(failure);
    case CURLE_SSL_CONNECT_ERROR:
      return {.what = "no TLS with " + failure.host + " (" + message + ")",
              .right = "it has to speak TLS 1.2 or later"};
    case CURLE_SSL_CERTPROBLEM:
      return {.what = "certificate_file and key_file cannot be used (" + message + ")",
              .right = "they have to be PEM and belong together"};
    case CURLE_SSL_CACERT_BADFILE:
      return {.what = "ca_file cannot be used (" + message + ")", .right = "it has to be PEM"};
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
      return {.what = "the answer cannot be unpacked (" + message + ")", .right = keeps_asking};
    default:
      return {.what = message};
  }
}

}  // namespace kiosk
