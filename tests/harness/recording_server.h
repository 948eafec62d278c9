#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/harness/faulty_server.h"

namespace kiosk::test {

// A FaultyServer that remembers what it was asked. A connection ends when its script does.
class RecordingServer {
 public:
  using Script = std::function<void(const Exchange&)>;

  explicit RecordingServer(Script script)
      : server_([this, script = std::move(script)](const Exchange& exchange) {
          {
            const std::lock_guard lock(mutex_);
            requests_.push_back(exchange.head());
          }
          script(exchange);
          return false;
        }) {}

  std::uint16_t port() const { return server_.port(); }
  std::string url(const std::string& path = "/feed.json") const { return server_.url(path); }
  // The heads of all requests so far.
  std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  FaultyServer server_;  // last: uses the others
};

// "HTTP/1.1 200 OK", a length, and what else is given.
inline std::string http_answer(std::string_view body, const std::string& headers = "",
                               const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" +
         std::string(body);
}

}  // namespace kiosk::test
