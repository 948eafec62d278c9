#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace kiosk::test {

// One request to a FaultyServer, and ways to answer it. Used on its connection's thread.
class Exchange {
 public:
  Exchange(int socket, std::string head, std::function<bool(std::chrono::milliseconds)> pause)
      : socket_(socket), head_(std::move(head)), pause_(std::move(pause)) {}

  // The request line and the header, as they came.
  const std::string& head() const { return head_; }
  // False: the client has closed the connection.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  // The connection will end by a reset instead of an orderly end, once what was sent is on its way.
  void end_by_reset() const {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }
  // Sends nothing for so long. Returns false, at once, when the server ends its connections.
  bool pause(std::chrono::milliseconds time) const { return pause_(time); }

 private:
  int socket_;
  std::string head_;
  std::function<bool(std::chrono::milliseconds)> pause_;
};

// A server on a port of 127.0.0.1 that answers each request as the test says, also in ways that no proper server does.
// It keeps its port as long as it lives. Its functions are called by the test's thread; answers run on a thread for
// each connection, several at a time.
class FaultyServer {
 public:
  // True: the connection is kept for the next request.
  using Answer = std::function<bool(const Exchange&)>;

  explicit FaultyServer(Answer answer) : answer_(std::move(answer)), wake_(::eventfd(0, EFD_CLOEXEC)) { listen(); }
  FaultyServer(const FaultyServer&) = delete;
  FaultyServer& operator=(const FaultyServer&) = delete;
  ~FaultyServer() {
    refuse_connections();
    ::close(wake_);
  }

  std::uint16_t port() const { return port_; }
  std::string url(const std::string& path, const std::string& host = "127.0.0.1") const {
    return "http://" + host + ':' + std::to_string(port_) + path;
  }
  std::size_t requests() const { return requests_; }

  // Takes effect at the next request; answers under way go on.
  void answer_by(Answer answer) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(answer);
  }
  // Ends all connections, in the middle of their answers too.
  void let_go() {
    std::list<Connection> ended;
    {
      const std::lock_guard lock(mutex_);
      ++generation_;
      for (const Connection& connection : connections_) {
        ::shutdown(connection.socket.fd, SHUT_RDWR);
      }
      ended.swap(connections_);
    }
    changed_.notify_all();
  }
  // The machine is up, the server is not.
  void refuse_connections() {
    stop_accepting();
    fillers_.clear();
    listening_ = Socket();
    let_go();
  }
  // As if packets were lost: clients that connect get no reply at all. The kernel drops connections beyond the backlog.
  void drop_connections() {
    stop_accepting();
    let_go();
    ::listen(listening_.fd, 0);
    for (int i = 0; i < 4; ++i) {
      Socket& filler = fillers_.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
      const sockaddr_in address = loopback(port_);
      ::connect(filler.fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
  }
  // After either.
  void take_connections() {
    fillers_.clear();
    listen();
  }

 private:
  struct Socket {
    int fd = -1;
    Socket() = default;
    explicit Socket(int opened) : fd(opened) {}
    Socket(Socket&& other) noexcept : fd(std::exchange(other.fd, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
      close();
      fd = std::exchange(other.fd, -1);
      return *this;
    }
    ~Socket() { close(); }
    void close() const {
      if (fd >= 0) {
        ::close(fd);
      }
    }
  };
  struct Connection {
    Socket socket;        // closed by the thread, under the lock
    std::jthread thread;  // joined when the list lets it go
  };

  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
  }

  void listen() {
    if (listening_.fd < 0) {
      listening_ = Socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
      const int yes = 1;
      ::setsockopt(listening_.fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      sockaddr_in address = loopback(port_);
      socklen_t size = sizeof address;
      if (::bind(listening_.fd, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
          ::getsockname(listening_.fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("no port on loopback");
      }
      port_ = ntohs(address.sin_port);
    }
    ::listen(listening_.fd, 64);
    acceptor_ = std::jthread([this] { accept_connections(); });
  }

  void stop_accepting() {
    if (acceptor_.joinable()) {
      ::eventfd_write(wake_, 1);
      acceptor_.join();
      eventfd_t ignored = 0;
      ::eventfd_read(wake_, &ignored);
    }
  }

  void accept_connections() {
    for (;;) {
      pollfd ready[] = {{listening_.fd, POLLIN, 0}, {wake_, POLLIN, 0}};
      if (::poll(ready, 2, -1) < 0 || ready[1].revents != 0) {
        return;
      }
      Socket socket(::accept4(listening_.fd, nullptr, nullptr, SOCK_CLOEXEC));
      if (socket.fd < 0) {
        continue;
      }
      const int yes = 1;
      ::setsockopt(socket.fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      const std::lock_guard lock(mutex_);
      Connection& connection = connections_.emplace_back(Connection{std::move(socket), {}});
      connection.thread = std::jthread([this, &connection, fd = connection.socket.fd, generation = generation_] {
        talk(fd, generation);
        const std::lock_guard end(mutex_);
        connection.socket = Socket();
      });
    }
  }

  void talk(int socket, int generation) {
    std::string received;
    char bytes[4096];
    for (;;) {
      const std::size_t end = received.find("\r\n\r\n");
      if (end == std::string::npos) {
        const ssize_t size = ::recv(socket, bytes, sizeof bytes, 0);
        if (size <= 0) {
          return;
        }
        received.append(bytes, static_cast<std::size_t>(size));
        continue;
      }
      const Exchange exchange(socket, received.substr(0, end + 4), [this, generation](auto time) {
        std::unique_lock lock(mutex_);
        return !changed_.wait_for(lock, time, [&] { return generation_ != generation; });
      });
      received.erase(0, end + 4);
      ++requests_;
      Answer answer;
      {
        const std::lock_guard lock(mutex_);
        answer = answer_;
      }
      if (!answer(exchange)) {
        return;
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int generation_ = 0;  // of connections; the former ones have been let go
  Answer answer_;
  std::atomic<std::size_t> requests_ = 0;
  int wake_;
  std::uint16_t port_ = 0;
  Socket listening_;
  std::vector<Socket> fillers_;
  std::list<Connection> connections_;
  std::jthread acceptor_;
};

// An answer that neither ends nor stalls.
inline bool trickle(const Exchange& exchange) {
  exchange.send("HTTP/1.1 200 OK\r\n\r\n");
  while (exchange.send(std::string(100, 'x')) && exchange.pause(std::chrono::milliseconds(50))) {
  }
  return false;
}

}  // namespace kiosk::test
