#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"

namespace kiosk {

// A Unix socket (unix(7)) through which other programs of this machine ask one line and are answered once: the whole
// exchange is "request\n", then the answer, then the end. A thread of its own sleeps until somebody asks: nobody who
// asks, however slowly, stalls who answers, and while nobody asks it costs no wake-up.
//
// Peers are not trusted, beyond that the file's mode (0660) let them in: a request has at most `longest_request` bytes,
// `most_clients` are served at a time and the next ones wait their turn, and each has `patience` for its request and
// again for taking the answer.
//
// As long as it lives a lock (flock(2)) on a file beside it says so: a socket that a process left behind as it died is
// replaced, one of a living process is not.
class RequestSocket {
 public:
  static constexpr std::size_t longest_request = 64;
  static constexpr std::size_t most_clients = 16;

  struct Request {
    std::uint64_t client = 0;
    std::string line;  // without the line's end; whatever bytes the peer sent
  };

  // `file` names the socket; its folder has to be there. `wake` is called on the socket's thread for each request.
  static Result<std::unique_ptr<RequestSocket>> open(
      std::filesystem::path file, std::function<void()> wake,
      std::chrono::milliseconds patience = std::chrono::milliseconds(3000));
  ~RequestSocket();  // removes the socket
  RequestSocket(const RequestSocket&) = delete;
  RequestSocket& operator=(const RequestSocket&) = delete;

  // The requests since the last call. Never waits. Any thread, as answer().
  std::vector<Request> take();
  // Hands the answer over to be sent. A client that has gone away meanwhile gets none.
  void answer(std::uint64_t client, std::string text);

  const std::filesystem::path& file() const { return file_; }
  // Takes the socket's name away, as the destructor does: for a process that is about to end without it.
  void remove_file() const;

 private:
  struct Client;
  struct Served;

  RequestSocket(std::filesystem::path file, int lock, int listening, int poked, std::function<void()> wake,
                std::chrono::milliseconds patience);
  void serve();
  void poke() const;

  const std::filesystem::path file_;
  const int lock_;
  const int listening_;
  const int poked_;  // an eventfd: there is an answer, or the end
  const std::function<void()> wake_;
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;  // for the following
  std::vector<Request> requests_;
  std::map<std::uint64_t, std::string> answers_;
  bool closing_ = false;
  std::thread thread_;
};

// Asks the process behind a socket, from another process. Blocks for `patience` at most. Fails where nobody listens
// there or no answer comes; of an answer at most 1 MiB is read.
Result<std::string> ask(const std::filesystem::path& socket, std::string_view request,
                        std::chrono::milliseconds patience = std::chrono::milliseconds(10'000));

}  // namespace kiosk
