#include "pictures/look.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "base/file_stamp.h"
#include "base/url.h"
#include "pictures/cache.h"

namespace kiosk {
namespace {

using Kind = PictureLook::Kind;

PictureLook without(Kind kind, const std::string& address, std::string what, std::string right = {}) {
  return {.kind = kind,
          .problem = {.severity = Severity::warning,
                      .file = without_credentials(address),
                      .what = std::move(what),
                      .right = std::move(right)}};
}

PictureLook too_large(const std::string& address) {
  return without(Kind::too_large, address,
                 "the picture is larger than " + std::to_string(max_picture_bytes >> 20U) + " MiB", "make it smaller");
}

std::string advice(long status) {
  switch (status) {
    case 401:
    case 403:
      return "let the kiosk read it";
    case 404:
    case 410:
      return "check the address";
    default:
      return status >= 500 || status == 429 ? "the kiosk keeps asking" : "expected 200 and a picture";
  }
}

}  // namespace

HttpRequest picture_request(const std::string& url, const Validators& known, bool internet_only) {
  using namespace std::chrono_literals;
  return {.url = url,
          .known = known,
          .most_bytes = max_picture_bytes,
          .stalled = 10s,
          .whole = 60s,
          .internet_only = internet_only};
}

PictureLook look_of(HttpAnswer answer, const Validators& known) {
  if (answer.kind == HttpAnswer::Kind::too_large) {
    return too_large(answer.url);
  }
  if (answer.kind == HttpAnswer::Kind::failed) {
    return without(answer.forbidden ? Kind::forbidden : Kind::unreachable, answer.url, std::move(answer.error.what),
                   std::move(answer.error.right));
  }
  if (answer.status == 304 && known != Validators()) {
    return {.kind = Kind::unchanged, .validators = known};
  }
  if (answer.status == 200 && !answer.body.empty()) {
    return {.kind = Kind::arrived, .body = std::move(answer.body), .validators = std::move(answer.validators)};
  }
  if (answer.status == 200) {
    return without(Kind::unreachable, answer.url, "the server answered 200 with nothing in it", "expected a picture");
  }
  const bool missing = answer.status == 404 || answer.status == 410;
  PictureLook look = without(missing ? Kind::missing : Kind::unreachable, answer.url,
                             "the server answered " + status_text(answer.status), advice(answer.status));
  look.retry_after = answer.retry_after;
  return look;
}

PictureLook look_at_file(const std::string& path, const Validators& known) {
  struct ::stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return without(missing ? Kind::missing : Kind::unreachable, path,
                   "cannot be read: " + std::generic_category().message(errno));
  }
  if (!S_ISREG(status.st_mode)) {  // opening a pipe would block until someone writes to it
    return without(Kind::missing, path, "is not a file");
  }
  if (static_cast<std::size_t>(status.st_size) > max_picture_bytes) {
    return too_large(path);
  }
  Validators validators{.etag = to_string(stamp_of(status))};
  if (validators == known) {
    return {.kind = Kind::unchanged, .validators = known};
  }
  Result<std::string> body = read_file(path, max_picture_bytes);
  if (!body) {
    return without(Kind::unreachable, path, body.error().what);
  }
  if (body->empty()) {
    return without(Kind::unreachable, path, "the file is empty");
  }
  return {.kind = Kind::arrived, .body = *std::move(body), .validators = std::move(validators)};
}

}  // namespace kiosk
