// Answers of a server, as bytes on a connection, through curl: to a poll of the feed and to a look at a picture.
// Whatever an answer redirects to is asked of the same server, which stands as the proxy for all: nothing leaves
// loopback.

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>

#include "feed/http_source.h"
#include "net/transfers.h"
#include "pictures/look.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

// Hands the same bytes to whoever connects, and hangs up. Lives as long as the process.
class Server {
 public:
  Server() : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    expect(fd_ >= 0 && ::bind(fd_, any, size) == 0 && ::listen(fd_, 64) == 0 && ::getsockname(fd_, any, &size) == 0,
           "there is a port on loopback");
    const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"}) {
      ::setenv(name, url.c_str(), 1);
    }
    ::unsetenv("no_proxy");
    ::unsetenv("NO_PROXY");
    std::thread([this] { serve(); }).detach();
  }

  void answer_with(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ = bytes;
  }

 private:
  std::string bytes() {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

  [[noreturn]] void serve() {
    int previous = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (true) {
      const int caller = ::accept(fd_, nullptr, nullptr);
      if (caller < 0) {
        continue;
      }
      char request[4096];
      std::string heard;
      for (ssize_t size = 1; size > 0 && heard.find("\r\n\r\n") == std::string::npos;) {
        size = ::recv(caller, request, sizeof request, 0);
        heard.append(request, static_cast<std::size_t>(size > 0 ? size : 0));
      }
      const std::string answer = bytes();
      ::send(caller, answer.data(), answer.size(), MSG_NOSIGNAL);
      ::shutdown(caller, SHUT_WR);
      // The one before: curl has read what it wants of it, or it would not be back.
      ::close(std::exchange(previous, caller));
    }
  }

  int fd_;
  std::mutex mutex_;
  std::string bytes_;
};

constexpr PollLimits limits{
    .connect = std::chrono::seconds(5), .stalled = std::chrono::seconds(5), .whole = std::chrono::seconds(5)};

void check(const Validators& validators) {
  for (const std::string& validator : {validators.etag, validators.last_modified}) {
    expect(validator.find_first_of("\r\n") == std::string::npos, "a validator goes back in one line");
  }
}

void check_poll(const Validators& known) {
  const auto source = open_http_source("http://feed.example/feed.json", {}, limits);
  const FetchOutcome outcome = source->fetch(known);
  const bool is_new = outcome.kind == FetchOutcome::Kind::new_body;
  expect(is_new != outcome.body.empty(), "a new body is there");
  expect(outcome.body.size() <= max_feed_bytes, "a body has a limit");
  expect(outcome.kind != FetchOutcome::Kind::not_modified || known != Validators(),
         "what is unknown cannot be unchanged");
  expect(outcome.kind != FetchOutcome::Kind::failed || !outcome.problem.what.empty(), "a failure has words");
  expect(fuzz::is_one_line(outcome.problem.what), "a failure is one line");
  expect(!outcome.retry_after || outcome.retry_after->count() >= 0, "nobody waits into the past");
  check(outcome.validators);
}

void check_picture(const Validators& known) {
  HttpTransfers transfers;
  transfers.start(picture_request("http://feed.example/logo.png", known));
  std::vector<HttpAnswer> answers;
  while (answers.empty()) {
    answers = transfers.wait(std::chrono::seconds(1));
  }
  const PictureLook look = look_of(std::move(answers.front()), known);
  expect((look.kind == PictureLook::Kind::arrived) != look.body.empty(), "a picture that arrived is there");
  expect(look.kind != PictureLook::Kind::unchanged || known != Validators(), "what is unknown cannot be unchanged");
  check(look.validators);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Server* server = new Server;
  server->answer_with(fuzz::text_of(data, size));
  const Validators known = size % 2 == 0 ? Validators() : Validators{"\"1\"", "Wed, 17 Apr 2024 07:00:00 GMT"};
  check_poll(known);
  check_picture(known);
  return 0;
}
