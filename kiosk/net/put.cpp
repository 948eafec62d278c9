#include "net/put.h"

#include <chrono>
#include <utility>
#include <vector>

#include "base/url.h"

namespace kiosk {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::string_view lock_body =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<D:lockinfo xmlns:D=\"DAV:\"><D:lockscope><D:exclusive/></D:lockscope>"
    "<D:locktype><D:write/></D:locktype><D:owner>venue-kiosk</D:owner></D:lockinfo>\n";

// What to do about a status (RFC 9110, section 15; RFC 4918, section 11).
const char* remedy(long status) {
  switch (status) {
    case 401:
      return "give a login or a token that may write (--login-file, --token-file)";
    case 403:
      return "this login may not write here, or the server's user may not write the file";
    case 404:
    case 409:
      return "the folder of the document has to be there";
    case 412:
    case 423:
      return "somebody else has written or locked it meanwhile; try again";
    case 413:
      return "let the server take larger bodies (nginx: client_max_body_size)";
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return "write the address where the document is";
    case 507:
      return "the server's disk is full";
    default:
      return "see the server's log";
  }
}

}  // namespace

WebDocument::WebDocument(std::string url, AccessFiles access, std::size_t most_bytes, Telling telling)
    : url_(std::move(url)),
      name_(without_credentials(url_)),
      transfers_([&] {
        access.feed = url_;
        return std::move(access);
      }()),
      most_bytes_(most_bytes),
      telling_(std::move(telling)) {}

Result<HttpAnswer> WebDocument::ask(const char* method, std::vector<std::string> headers, std::string body) {
  HttpRequest request;
  request.url = url_;
  request.method = method;
  request.headers = std::move(headers);
  request.body = std::move(body);
  request.most_bytes = most_bytes_;
  request.stalled = 10s;
  request.whole = 50s;  // the lock is a minute's
  const std::size_t to_send = request.body.size();
  transfers_.start(std::move(request));
  auto told = Clock::now();
  for (;;) {
    std::vector<HttpAnswer> answers = transfers_.wait(telling_.tell ? telling_.every : 1min);
    if (answers.empty()) {
      if (telling_.tell && Clock::now() - told >= telling_.every) {
        const HttpTransfers::Moved moved = transfers_.moved();
        telling_.tell({.method = method, .sent = moved.sent, .to_send = to_send, .received = moved.received});
        told = Clock::now();
      }
      continue;
    }
    HttpAnswer& answer = answers.front();
    if (answer.kind == HttpAnswer::Kind::too_large) {
      return fail({.file = name_, .what = "is larger than " + std::to_string(most_bytes_) + " bytes"});
    }
    if (answer.kind == HttpAnswer::Kind::failed) {
      answer.error.file = name_;
      return fail(std::move(answer.error));
    }
    return std::move(answer);
  }
}

Problem WebDocument::refusal(const char* verb, long status) const {
  return {.file = name_,
          .what = std::string("the server does not let it be ") + verb + ": " + status_text(status),
          .right = remedy(status)};
}

Result<WebDocument::Lock> WebDocument::lock() {
  const Result<HttpAnswer> answer = ask("LOCK",
                                        {"Content-Type: application/xml; charset=utf-8", "Depth: 0",
                                         "Timeout: Second-" + std::to_string(lock_time.count())},
                                        std::string(lock_body));
  if (!answer) {
    return fail(answer.error());
  }
  if (answer->status == 423) {
    return Lock::others;
  }
  if (answer->status / 100 == 2 && answer->lock_token.starts_with('<') && answer->lock_token.ends_with('>')) {
    token_ = answer->lock_token;
    return Lock::held;
  }
  if (answer->status / 100 == 2 || answer->status == 405 || answer->status == 501 || answer->status == 400) {
    return Lock::unknown;
  }
  return fail(refusal("locked", answer->status));
}

void WebDocument::unlock() {
  if (!token_.empty()) {
    // A server that does not answer now need not be waited for: the lock ends by itself.
    (void)ask("UNLOCK", {"Lock-Token: " + std::exchange(token_, {})});
  }
}

Result<std::optional<std::string>> WebDocument::get() {
  // Packed answers have ETags of their own, which are not the document's.
  Result<HttpAnswer> answer = ask("GET", {"Accept-Encoding: identity", "Cache-Control: no-cache"});
  if (!answer) {
    return fail(std::move(answer.error()));
  }
  exists_ = answer->status == 200;
  etag_ = exists_ && !answer->validators.etag.starts_with("W/") ? answer->validators.etag : "";
  if (answer->status == 404 || answer->status == 410) {
    return std::optional<std::string>();
  }
  if (!exists_) {
    return fail(refusal("read", answer->status));
  }
  return answer->body.empty() ? std::optional<std::string>() : std::optional(std::move(answer->body));
}

Result<WebDocument::Put> WebDocument::put(std::string_view bytes) {
  std::vector<std::string> headers{"Content-Type: application/json", "Expect:"};
  if (!token_.empty()) {
    headers.push_back("If: (" + token_ + ")");
  } else if (!exists_) {
    headers.emplace_back("If-None-Match: *");
  } else if (!etag_.empty()) {
    headers.push_back("If-Match: " + etag_);
  }
  const Result<HttpAnswer> answer = ask("PUT", std::move(headers), std::string(bytes));
  if (!answer) {
    return fail(answer.error());
  }
  if (answer->status == 412 || answer->status == 423) {
    return Put::changed_meanwhile;
  }
  if (answer->status / 100 != 2) {
    return fail(refusal("written", answer->status));
  }
  return Put::written;
}

}  // namespace kiosk
