#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"

namespace kiosk {

// The files that hold the kiosk's access to a protected feed, each path empty where there is none. Files, so that no
// secret stands in settings, addresses, logs or lists of processes.
struct AccessFiles {
  std::string feed{};                   // the address they are for: they go to its origin and to no other
  std::filesystem::path token{};        // a bearer token (RFC 6750) on one line
  std::filesystem::path login{};        // "user:password" on one line, for basic authentication (RFC 7617)
  std::filesystem::path authorities{};  // certificates (PEM) that are trusted beside the system's
  std::filesystem::path certificate{};  // the kiosk's own (PEM), followed by those that signed it
  std::filesystem::path key{};  // of the certificate (PEM), without a password; empty: in the certificate's file
  bool any() const;             // whether any file is given
  friend bool operator==(const AccessFiles&, const AccessFiles&) = default;
};

// The content of these files. Sent to the server and nowhere else.
struct HttpAccess {
  std::string token{};
  std::string user{};
  std::string password{};
  std::string authorities{};
  std::string certificate{};
  std::string key{};
};

// Reads the files. A problem names the file, and never quotes it.
Result<HttpAccess> read_http_access(const AccessFiles& files);

// What is wrong with the access to one of the feeds, for `check` and the first lines of the log: files that cannot be
// used (errors), and what gives a secret away (warnings): a file that everyone on the machine may read, a password in
// the feed's address, a secret sent without TLS. A problem is about a file, or about settings: then `file` is empty and
// `where` is the key.
std::vector<Problem> look_over_access(const std::string& feed, const AccessFiles& files);

// Scheme, host and port of an http(s) URL (RFC 6454, section 4), "https://example.org:443"; empty for anything else.
// The kiosk's access is sent to the feed's origin and to no other.
std::string origin_of(const std::string& url);

// The host of an http(s) URL in small letters, as a resolver or a proxy is asked for it: decoded, international names
// in punycode. Empty for anything else.
std::string host_of(const std::string& url);

// An http(s) URL and its login, which are sent separately. `url` is empty for anything else.
struct UrlAndLogin {
  std::string url;  // without user and password
  std::string user{};
  std::string password{};
};
UrlAndLogin split_login(const std::string& url);

}  // namespace kiosk
