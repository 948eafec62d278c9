#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"

namespace kiosk {

// Where that stands which lets the kiosk in to a feed that is not for all: files, each left empty where there is none,
// so that a secret stands in no settings, no address, no log and no list of processes.
struct AccessFiles {
  std::string feed{};                   // the address they are for: they go to its origin and to no other
  std::filesystem::path token{};        // a bearer token (RFC 6750) on one line
  std::filesystem::path login{};        // "user:password" on one line, for basic authentication (RFC 7617)
  std::filesystem::path authorities{};  // certificates (PEM) that are trusted beside the system's
  std::filesystem::path certificate{};  // the kiosk's own (PEM), those it was signed by behind it
  std::filesystem::path key{};  // of the certificate (PEM), without a password; empty: in the certificate's file
  bool any() const;             // is given beside the address
  friend bool operator==(const AccessFiles&, const AccessFiles&) = default;
};

// What stood there. Never told to anyone but the server.
struct HttpAccess {
  std::string token{};
  std::string user{};
  std::string password{};
  std::string authorities{};
  std::string certificate{};
  std::string key{};
};

// Reads the files. A problem names the file, and never says what stood in it.
Result<HttpAccess> read_http_access(const AccessFiles& files);

// What whoever set them up should hear of, for one of the feeds, as `check` and the log's first lines tell it: files
// that cannot be used (errors), and what gives a secret away (warnings): a file that everyone on the machine may read,
// a password in the feed's address, a secret sent without TLS. A problem is about a file, or about settings: then
// `file` is empty and `where` is the key.
std::vector<Problem> look_over_access(const std::string& feed, const AccessFiles& files);

// Scheme, host and port of an http(s) URL (RFC 6454, section 4), "https://example.org:443"; empty for anything else.
// What lets the kiosk in to the feed goes to the feed's origin and to no other.
std::string origin_of(const std::string& url);

// An http(s) URL in the two parts that are sent apart. An empty url: it is none.
struct UrlAndLogin {
  std::string url;  // without user and password
  std::string user{};
  std::string password{};
};
UrlAndLogin split_login(const std::string& url);

}  // namespace kiosk
