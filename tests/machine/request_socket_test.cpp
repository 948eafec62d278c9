#include "machine/request_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;
using kiosk::test::eventually;
using kiosk::test::TemporaryFolder;

namespace {

// Who answers, as the draw loop does: woken, it takes what there is.
struct Screen {
  TemporaryFolder folder;
  std::filesystem::path file = folder / "screen.socket";
  std::atomic<int> wakes = 0;
  std::unique_ptr<RequestSocket> socket;

  explicit Screen(std::chrono::milliseconds patience = 3000ms) {
    auto opened = RequestSocket::open(
        file, [this] { ++wakes; }, patience);
    REQUIRE(opened);
    socket = *std::move(opened);
  }
  std::string next_request(std::uint64_t* client = nullptr) const {
    std::vector<RequestSocket::Request> requests;
    REQUIRE(eventually([&] { return !(requests = socket->take()).empty(); }));
    REQUIRE(requests.size() == 1);
    if (client != nullptr) {
      *client = requests[0].client;
    }
    return requests[0].line;
  }
};

// A peer that does as it likes.
class Peer {
 public:
  explicit Peer(const std::filesystem::path& file) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(file.native().begin(), file.native().end(), address.sun_path);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const timeval most{30, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
  }
  Peer(const Peer&) = delete;
  ~Peer() { ::close(socket_); }
  bool connected() const { return connected_; }
  void say(const std::string& bytes) const {
    CHECK(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  }
  // To the end; waits for it.
  std::string hear() const {
    std::string heard;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;) {
      heard.append(bytes, static_cast<std::size_t>(count));
    }
    return heard;
  }
  bool hung_up() const {
    pollfd end{socket_, POLLRDHUP, 0};
    return ::poll(&end, 1, 0) == 1 && (end.revents & (POLLRDHUP | POLLHUP)) != 0;
  }

 private:
  int socket_;
  bool connected_ = false;
};

}  // namespace

TEST_CASE("a line is asked, wakes who answers, and is answered whole") {
  const Screen screen;
  const std::string long_answer(900'000, 'x');
  for (const std::string& answer : {std::string("0\ngood\n"), long_answer}) {
    auto asked = std::async(std::launch::async, [&] { return ask(screen.file, "status"); });
    std::uint64_t client = 0;
    CHECK(screen.next_request(&client) == "status");
    screen.socket->answer(client, answer);
    CHECK(asked.get().value() == answer);
  }
  CHECK(screen.wakes == 2);
}

TEST_CASE("the socket is for its user and group alone, and gone when its screen is") {
  std::filesystem::path file;
  TemporaryFolder folder;
  {
    auto opened = RequestSocket::open(folder / "screen.socket", [] {});
    REQUIRE(opened);
    file = (*opened)->file();
    struct ::stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0660);
  }
  CHECK_FALSE(std::filesystem::exists(file));
  const auto answer = ask(file, "status");
  REQUIRE_FALSE(answer);
  CHECK(answer.error().file == file.string());
}

TEST_CASE("a request in pieces is one, and whatever bytes it has are the request") {
  const Screen screen;
  const Peer peer(screen.file);
  peer.say("sta");
  peer.say("tus\xff\n");
  std::uint64_t client = 0;
  CHECK(screen.next_request(&client) == "status\xff");
  screen.socket->answer(client, "1\n");
  CHECK(peer.hear() == "1\n");
}

TEST_CASE("a request without end is cut off and reaches nobody") {
  const Screen screen;
  const Peer peer(screen.file);
  peer.say(std::string(RequestSocket::longest_request + 1, 'a'));
  CHECK(peer.hear() == "");
  const Peer just_so(screen.file);
  const std::string longest(RequestSocket::longest_request, 'a');
  just_so.say(longest);
  just_so.say("\n");
  CHECK(screen.next_request() == longest);
  CHECK(screen.wakes == 1);
}

TEST_CASE("who connects and says nothing, or does not take the answer, is hung up on") {
  const Screen screen(50ms);
  const Peer silent(screen.file);
  CHECK(silent.hear() == "");
  const Peer deaf(screen.file);
  deaf.say("status\n");
  std::uint64_t client = 0;
  screen.next_request(&client);
  screen.socket->answer(client, std::string(1'000'000, 'x'));
  const Peer next(screen.file);
  next.say("status\n");
  screen.next_request(&client);
  screen.socket->answer(client, "0\n");
  CHECK(next.hear() == "0\n");
  CHECK(eventually([&] { return deaf.hung_up(); }));
  CHECK(deaf.hear().size() < 1'000'000);  // what the system held for it
}

TEST_CASE("silent clients take the places of others only for a while, and no answer is missing then") {
  const Screen screen(50ms);
  std::vector<std::unique_ptr<Peer>> silent;
  for (std::size_t i = 0; i < RequestSocket::most_clients; ++i) {
    silent.push_back(std::make_unique<Peer>(screen.file));
    REQUIRE(silent.back()->connected());
  }
  auto asked = std::async(std::launch::async, [&] { return ask(screen.file, "status", 60s); });
  std::uint64_t client = 0;
  screen.next_request(&client);
  screen.socket->answer(client, "0\n");
  CHECK(asked.get().value() == "0\n");
}

TEST_CASE("a client that has gone away leaves its answer to nobody, and the socket serves the next") {
  const Screen screen;
  std::uint64_t client = 0;
  {
    const Peer gone(screen.file);
    gone.say("reload\n");
    screen.next_request(&client);
  }
  screen.socket->answer(client, "0\n");
  screen.socket->answer(12345, "0\n");
  const Peer next(screen.file);
  next.say("status\n");
  screen.next_request(&client);
  screen.socket->answer(client, "0\nfine\n");
  CHECK(next.hear() == "0\nfine\n");
}

TEST_CASE("a name that a living screen has is refused with a way out, and that one goes on") {
  const Screen screen;
  const auto second = RequestSocket::open(screen.file, [] {});
  REQUIRE_FALSE(second);
  CHECK(to_string(second.error()) == screen.file.string() +
                                         ": another screen of this machine has this name; give each its own by "
                                         "--screen");
  const Peer peer(screen.file);
  peer.say("status\n");
  CHECK(screen.next_request() == "status");
}

TEST_CASE("what a process left behind as it died is replaced, and what is no socket is not") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "screen.socket";
  const pid_t child = ::fork();
  if (child == 0) {
    const auto opened = RequestSocket::open(file, [] {});
    ::_exit(opened ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(status == 0);
  REQUIRE(std::filesystem::is_socket(file));
  CHECK_FALSE(ask(file, "status"));
  CHECK(RequestSocket::open(file, [] {}));

  test::write_file(file, "somebody's");
  const auto opened = RequestSocket::open(file, [] {});
  REQUIRE_FALSE(opened);
  CHECK(opened.error().what == "is in the way of a socket, and is none");
  CHECK(std::filesystem::is_regular_file(file));
}

TEST_CASE("a folder that is not there and a path that is too long are refused by name") {
  const TemporaryFolder folder;
  CHECK_FALSE(RequestSocket::open(folder / "none" / "screen.socket", [] {}));
  const std::filesystem::path long_path = folder / std::string(108, 'x');
  const auto opened = RequestSocket::open(long_path, [] {});
  REQUIRE_FALSE(opened);
  CHECK(opened.error().file == long_path.string());
  CHECK_FALSE(ask(long_path, "status"));
}

TEST_CASE("who asks a screen that hangs does not hang") {
  const Screen screen(10'000ms);
  const auto answer = ask(screen.file, "status", 50ms);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().what == "the screen does not answer");
}
