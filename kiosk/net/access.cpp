#include "net/access.h"

#include <curl/curl.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/atomic_file.h"
#include "base/url.h"
#include "base/words.h"
#include "locales/host_name.h"

namespace kiosk {
namespace {

constexpr std::size_t most_secret_bytes = 64U << 10U;
constexpr std::size_t most_authority_bytes = 4U << 20U;  // the system's own list is 200 KiB

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

Url parsed(const std::string& text) {
  Url url(curl_url());
  if (!is_http_url(text) || !url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) {
    return nullptr;
  }
  return url;
}

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) {
    return "";
  }
  std::string copy = text;
  curl_free(text);
  return copy;
}

tl::unexpected<Problem> unusable(const std::filesystem::path& file, std::string what, std::string right) {
  return fail({.file = file.string(), .what = std::move(what), .right = std::move(right)});
}

// The one line of a file, without the white space that editors and `echo` leave at its end.
Result<std::string> read_line(const std::filesystem::path& file) {
  Result<std::string> text = read_file(file, most_secret_bytes);
  if (text) {
    text->erase(text->find_last_not_of(" \t\r\n") + 1);
  }
  return text;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
}

Result<void> read_token(const std::filesystem::path& file, std::string& token) {
  Result<std::string> line = read_line(file);
  if (!line) {
    return fail(line.error());
  }
  const bool visible = std::all_of(line->begin(), line->end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (line->empty() || !visible) {
    return unusable(file, "holds no token", "write the token alone, on one line");
  }
  token = *std::move(line);
  return {};
}

Result<void> read_login(const std::filesystem::path& file, HttpAccess& access) {
  const Result<std::string> line = read_line(file);
  if (!line) {
    return fail(line.error());
  }
  const std::size_t colon = line->find(':');
  if (colon == std::string::npos || colon == 0 || has_control_character(*line)) {
    return unusable(file, "holds no login", "write user:password, on one line");
  }
  access.user = line->substr(0, colon);
  access.password = line->substr(colon + 1);
  return {};
}

Result<void> read_pem(const std::filesystem::path& file, std::string_view kind, std::size_t most_bytes,
                      std::string& out) {
  Result<std::string> text = read_file(file, most_bytes);
  if (!text) {
    return fail(text.error());
  }
  if (text->find(std::string(kind) + "-----") == std::string::npos) {
    return unusable(file, "holds no " + lower_case(kind) + " in PEM", "it begins with \"-----BEGIN\"");
  }
  if (text->find("ENCRYPTED") != std::string::npos) {
    return unusable(file, "holds a key that asks for a password", "nobody is there to type it: write the key without");
  }
  out = *std::move(text);
  return {};
}

Result<void> read_certificate(const AccessFiles& files, HttpAccess& access) {
  if (files.certificate.empty()) {
    return unusable(files.key, "is a key without a certificate", "name that as certificate_file");
  }
  return read_pem(files.certificate, "CERTIFICATE", most_secret_bytes, access.certificate).and_then([&] {
    return read_pem(files.key.empty() ? files.certificate : files.key, "PRIVATE KEY", most_secret_bytes, access.key);
  });
}

// Whether someone who is neither the owner nor of the group may read it. A group is how a service is given a file.
bool all_may_read(const std::filesystem::path& file) {
  struct ::stat status {};
  return ::stat(file.c_str(), &status) == 0 && (status.st_mode & S_IROTH) != 0;
}

}  // namespace

bool AccessFiles::any() const { return *this != AccessFiles{.feed = feed}; }

Result<HttpAccess> read_http_access(const AccessFiles& files) {
  HttpAccess access;
  Result<void> read;
  if (!files.token.empty()) {
    read = read_token(files.token, access.token);
  }
  if (read && !files.login.empty()) {
    read = read_login(files.login, access);
  }
  if (read && !files.authorities.empty()) {
    read = read_pem(files.authorities, "CERTIFICATE", most_authority_bytes, access.authorities);
  }
  if (read && (!files.certificate.empty() || !files.key.empty())) {
    read = read_certificate(files, access);
  }
  if (!read) {
    return fail(read.error());
  }
  return access;
}

std::vector<Problem> look_over_access(const std::string& feed, const AccessFiles& files) {
  std::vector<Problem> problems;
  const auto warn = [&](std::string file, std::string where, std::string what, std::string right = {}) {
    problems.push_back({.severity = Severity::warning,
                        .file = std::move(file),
                        .where = std::move(where),
                        .what = std::move(what),
                        .right = std::move(right)});
  };
  if (!is_http_url(feed)) {
    if (files.any()) {
      warn("", "feed", "the feed is a file: token, login and certificates are not used");
    }
    return problems;
  }
  const UrlAndLogin split = split_login(feed);
  const bool login_in_url = !split.user.empty() || !split.password.empty();
  if (login_in_url) {
    warn("", "feed.url", "the address holds a password, for everyone to read who may read the settings",
         "write it into a file of its "
         "own and name that as login_file");
  }
  if (!files.token.empty() && !files.login.empty()) {
    problems.push_back({.where = "feed.login_file",
                        .what = "a token is given, too, and wins",
                        .right = "name token_file or login_file"});
  }
  if (const auto access = read_http_access(files); !access) {
    problems.push_back(access.error());
  }
  // The certificate's file is as secret as a key where it holds one.
  for (const auto& secret : {files.token, files.login, files.key.empty() ? files.certificate : files.key}) {
    if (!secret.empty() && all_may_read(secret)) {
      warn(secret.string(), "", "everyone on this machine may read this", "chmod o= it");
    }
  }
  const bool secret = login_in_url || !files.token.empty() || !files.login.empty();
  if (secret && origin_of(feed).starts_with("http:")) {
    warn("", "feed.url", "http:// shows token and password to everyone on the way", "write https://");
  }
  return problems;
}

std::string origin_of(const std::string& url) {
  const Url parts = parsed(url);
  return parts == nullptr
             ? ""
             : lower_case(part(parts.get(), CURLUPART_SCHEME)) + "://" + lower_case(part(parts.get(), CURLUPART_HOST)) +
                   ':' + part(parts.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

std::string host_of(const std::string& url) {
  const Url parts = parsed(url);
  if (parts == nullptr) {
    return "";
  }
  const std::string host = lower_case(part(parts.get(), CURLUPART_HOST));
  const bool is_ascii =
      std::all_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  // Not by curl: 7.88 leaks a name that it converts.
  return is_ascii ? host : host_to_look_up(host);
}

UrlAndLogin split_login(const std::string& url) {
  const Url parts = parsed(url);
  if (parts == nullptr) {
    return {};
  }
  UrlAndLogin split{.url = url,
                    .user = part(parts.get(), CURLUPART_USER, CURLU_URLDECODE),
                    .password = part(parts.get(), CURLUPART_PASSWORD, CURLU_URLDECODE)};
  if (url.find('@') != std::string::npos) {  // else it stays as it was written
    curl_url_set(parts.get(), CURLUPART_USER, nullptr, 0);
    curl_url_set(parts.get(), CURLUPART_PASSWORD, nullptr, 0);
    split.url = part(parts.get(), CURLUPART_URL);
  }
  return split;
}

}  // namespace kiosk
