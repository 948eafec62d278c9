#include "machine/request_socket.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kiosk {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr std::size_t longest_answer = std::size_t{1} << 20U;

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(Descriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~Descriptor() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }
  int get() const { return descriptor_; }
  int release() { return std::exchange(descriptor_, -1); }

 private:
  int descriptor_;
};

std::string reason() { return std::strerror(errno); }

// Nothing where the path is too long for a socket's address (108 bytes).
std::optional<sockaddr_un> address_of(const std::filesystem::path& file) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string& path = file.native();
  if (path.size() >= sizeof address.sun_path) {
    return std::nullopt;
  }
  std::copy(path.begin(), path.end(), address.sun_path);
  return address;
}

const sockaddr* plain(const sockaddr_un& address) { return reinterpret_cast<const sockaddr*>(&address); }

Problem too_long(const std::filesystem::path& file) {
  return {.file = file.string(), .what = "is too long for a socket's name", .right = "at most 107 bytes"};
}

}  // namespace

// One that has connected: it asks, then it waits, then it takes its answer.
struct RequestSocket::Client {
  std::uint64_t number;
  Descriptor descriptor;
  Time until;
  std::string line{};
  std::optional<std::string> answer{};
  bool asked = false;
  bool done = false;

  short events() const { return answer ? POLLOUT : asked ? 0 : POLLIN; }

  // True: the line is complete.
  bool read() {
    std::array<char, longest_request + 1> bytes{};
    const ssize_t count = ::recv(descriptor.get(), bytes.data(), bytes.size() - line.size(), 0);
    if (count <= 0) {
      done = count == 0 || (errno != EAGAIN && errno != EINTR);
      return false;
    }
    line.append(bytes.data(), static_cast<std::size_t>(count));
    const std::size_t end = line.find('\n');
    if (end == std::string::npos && line.size() > longest_request) {
      done = true;
      return false;
    }
    if (end == std::string::npos) {
      return false;
    }
    line.resize(end);
    asked = true;
    return true;
  }

  void write() {
    const ssize_t count = ::send(descriptor.get(), answer->data(), answer->size(), MSG_NOSIGNAL);
    if (count < 0) {
      done = errno != EAGAIN && errno != EINTR;
      return;
    }
    answer->erase(0, static_cast<std::size_t>(count));
    done = answer->empty();
  }
};

// What the thread alone knows.
struct RequestSocket::Served {
  std::vector<Client> clients;
  std::uint64_t last_number = 0;
  bool deaf = false;  // for a second, since there is no descriptor left for one more client
};

Result<std::unique_ptr<RequestSocket>> RequestSocket::open(std::filesystem::path file, std::function<void()> wake,
                                                           std::chrono::milliseconds patience) {
  const auto failed = [&file](const std::string& what, const std::string& right = {}) {
    return fail({.file = file.string(), .what = what, .right = right});
  };
  const std::optional<sockaddr_un> address = address_of(file);
  if (!address) {
    return fail(too_long(file));
  }
  Descriptor lock(::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660));
  if (lock.get() < 0) {
    return failed("no lock beside it: " + reason());
  }
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    return errno == EWOULDBLOCK
               ? failed("another screen of this machine has this name", "give each its own by --screen")
               : failed(reason());
  }
  // With the lock nobody else uses or removes it: what lies there is of a process that has ended.
  struct ::stat left {};
  if (::lstat(file.c_str(), &left) == 0) {
    if (!S_ISSOCK(left.st_mode)) {
      return failed("is in the way of a socket, and is none", "move it away");
    }
    ::unlink(file.c_str());
  }
  Descriptor listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  // Nobody can connect before listen(): the mode is in force before anybody could come in by a wider one.
  if (listening.get() < 0 || ::bind(listening.get(), plain(*address), sizeof *address) != 0 ||
      ::chmod(file.c_str(), 0660) != 0 || ::listen(listening.get(), static_cast<int>(most_clients)) != 0) {
    return failed(reason());
  }
  Descriptor poked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (poked.get() < 0) {
    return failed(reason());
  }
  return std::unique_ptr<RequestSocket>(new RequestSocket(std::move(file), lock.release(), listening.release(),
                                                          poked.release(), std::move(wake), patience));
}

RequestSocket::RequestSocket(std::filesystem::path file, int lock, int listening, int poked, std::function<void()> wake,
                             std::chrono::milliseconds patience)
    : file_(std::move(file)),
      lock_(lock),
      listening_(listening),
      poked_(poked),
      wake_(std::move(wake)),
      patience_(patience),
      thread_([this] { serve(); }) {}

RequestSocket::~RequestSocket() {
  {
    const std::lock_guard held(mutex_);
    closing_ = true;
  }
  poke();
  thread_.join();
  remove_file();  // while the lock holds; the lock's file stays, since another may just have opened it
  ::close(listening_);
  ::close(poked_);
  ::close(lock_);
}

void RequestSocket::remove_file() const { ::unlink(file_.c_str()); }

void RequestSocket::poke() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(poked_, &one, sizeof one);
}

std::vector<RequestSocket::Request> RequestSocket::take() {
  const std::lock_guard held(mutex_);
  return std::exchange(requests_, {});
}

void RequestSocket::answer(std::uint64_t client, std::string text) {
  text.resize(std::min(text.size(), longest_answer));
  {
    const std::lock_guard held(mutex_);
    answers_[client] = std::move(text);
  }
  poke();
}

void RequestSocket::serve() {
  Served served;
  std::vector<pollfd> polled;
  for (;;) {
    const bool full = served.clients.size() >= most_clients;
    polled = {{poked_, POLLIN, 0}, {full || served.deaf ? -1 : listening_, POLLIN, 0}};
    const Time asleep = std::chrono::steady_clock::now();
    Time next = served.deaf ? asleep + std::chrono::seconds(1) : Time::max();
    for (const Client& client : served.clients) {
      polled.push_back({client.descriptor.get(), client.events(), 0});
      next = std::min(next, client.until);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - asleep);
    const int time = next == Time::max() ? -1 : static_cast<int>(std::clamp<long long>(left.count(), 0, 60'000));
    if (::poll(polled.data(), polled.size(), time) < 0 && errno != EINTR) {
      return;  // of no memory; nobody is answered any more, and the screen goes on
    }
    const Time now = std::chrono::steady_clock::now();
    std::uint64_t pokes = 0;
    [[maybe_unused]] const ssize_t emptied = ::read(poked_, &pokes, sizeof pokes);
    bool any_request = false;
    {
      const std::lock_guard held(mutex_);
      if (closing_) {
        return;
      }
      for (std::size_t i = 0; i < served.clients.size(); ++i) {
        Client& client = served.clients[i];
        const short happened = polled[i + 2].revents;
        if (const auto answer = answers_.find(client.number); answer != answers_.end()) {
          client.answer = std::move(answer->second);
          client.until = now + patience_;
        }
        if (client.answer) {
          client.write();
        } else if ((happened & POLLIN) != 0 && client.read()) {
          requests_.push_back({client.number, client.line});
          client.until = now + patience_;
          any_request = true;
        } else if ((happened & (POLLERR | POLLHUP)) != 0) {
          client.done = true;
        }
        client.done = client.done || now >= client.until;
      }
      answers_.clear();  // what is left is for clients that have gone
    }
    std::erase_if(served.clients, [](const Client& client) { return client.done; });
    served.deaf = false;
    if ((polled[1].revents & POLLIN) != 0) {
      Descriptor come(::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
      served.deaf = come.get() < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS);
      if (come.get() >= 0) {
        served.clients.push_back({++served.last_number, std::move(come), now + patience_});
      }
    }
    if (any_request) {
      wake_();
    }
  }
}

Result<std::string> ask(const std::filesystem::path& socket, std::string_view request,
                        std::chrono::milliseconds patience) {
  const auto failed = [&socket](const std::string& what) { return fail({.file = socket.string(), .what = what}); };
  const std::optional<sockaddr_un> address = address_of(socket);
  if (!address) {
    return fail(too_long(socket));
  }
  const Time until = std::chrono::steady_clock::now() + patience;
  const Descriptor connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const timeval most{static_cast<time_t>(patience.count() / 1000), (patience.count() % 1000) * 1000};
  ::setsockopt(connection.get(), SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
  if (connection.get() < 0 || ::connect(connection.get(), plain(*address), sizeof *address) != 0) {
    return failed(reason());
  }
  const std::string line = std::string(request) + '\n';
  if (::send(connection.get(), line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) {
    return failed(reason());
  }
  std::string answer;
  std::array<char, 4096> bytes{};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd readable{connection.get(), POLLIN, 0};
    if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) == 0) {
      return failed("the screen does not answer");
    }
    const ssize_t count = ::recv(connection.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0 && answer.size() < longest_answer) {
      answer.append(bytes.data(), static_cast<std::size_t>(count));
    } else if (count == 0) {
      return answer.empty() ? Result<std::string>(failed("the screen has hung up without an answer"))
                            : Result<std::string>(std::move(answer));
    } else if (count > 0 || (errno != EAGAIN && errno != EINTR)) {
      return failed(count > 0 ? "the answer has no end" : reason());
    }
  }
}

}  // namespace kiosk
