#include "base/atomic_file.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <thread>

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::abandoned_temporary;
using kiosk::read_file;
using kiosk::Readers;
using kiosk::write_file_atomically;
using kiosk::test::TemporaryFolder;

namespace {

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
  return std::distance(std::filesystem::directory_iterator(folder), {});
}

mode_t mode_of(const std::filesystem::path& path) {
  struct ::stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

constexpr std::size_t plenty = 1U << 20U;

}  // namespace

TEST_CASE("what is written is read back, zero bytes and all") {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\n\xFF", 5);
  REQUIRE(write_file_atomically(folder / "file", bytes));
  CHECK(read_file(folder / "file", plenty).value() == bytes);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file is replaced whole, by a shorter one too") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "file", std::string(100'000, 'x')));
  REQUIRE(write_file_atomically(folder / "file", "short"));
  CHECK(read_file(folder / "file", plenty).value() == "short");
  REQUIRE(write_file_atomically(folder / "file", ""));
  CHECK(read_file(folder / "file", plenty).value().empty());
}

TEST_CASE("missing parent folders are made") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "a" / "b" / "file", "x"));
  CHECK(read_file(folder / "a" / "b" / "file", plenty).value() == "x");
}

TEST_CASE("others may read a written file, as far as umask lets them") {
  const TemporaryFolder folder;
  const mode_t before = ::umask(022);
  const auto written = write_file_atomically(folder / "metrics.prom", "x");
  ::umask(before);
  REQUIRE(written);
  CHECK(mode_of(folder / "metrics.prom") == 0644U);
}

TEST_CASE("what is for its owner alone is so whatever umask says, and so are the folders made for it") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "there");
  std::filesystem::permissions(folder / "there", std::filesystem::perms(0755));
  const mode_t before = ::umask(0);
  const auto written = write_file_atomically(folder / "there" / "cache" / "pictures" / "x", "x", Readers::owner_alone);
  ::umask(before);
  REQUIRE(written);
  CHECK(mode_of(folder / "there" / "cache" / "pictures" / "x") == 0600U);
  CHECK(mode_of(folder / "there" / "cache" / "pictures") == 0700U);
  CHECK(mode_of(folder / "there" / "cache") == 0700U);
  CHECK(mode_of(folder / "there") == 0755U);
}

TEST_CASE("a folder that cannot be is a problem that names the path and the reason") {
  const TemporaryFolder folder;
  kiosk::test::write_file(folder / "plain", "x");
  const auto written = write_file_atomically(folder / "plain" / "file", "y");
  REQUIRE_FALSE(written);
  CHECK(written.error().file == (folder / "plain" / "file").string());
  CHECK(written.error().what == "cannot be written: Not a directory");
}

TEST_CASE("a write that fails leaves the old in place and nothing beside it") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "taken" / "inside");
  const auto written = write_file_atomically(folder / "taken", "y");
  REQUIRE_FALSE(written);
  CHECK(std::filesystem::is_directory(folder / "taken" / "inside"));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a pipe, a folder, and a link to either stay what they are, and nothing is left beside them") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder / "folder");
  std::filesystem::create_symlink("pipe", folder / "link");
  for (const char* name : {"pipe", "folder", "link"}) {
    const auto written = write_file_atomically(folder / name, "x");
    REQUIRE_FALSE(written);
    CHECK(to_string(written.error()) == (folder / name).string() + ": cannot be written: it is no regular file");
  }
  CHECK(std::filesystem::is_fifo(folder / "pipe"));
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(files_in(folder.path()) == 3);
}

TEST_CASE("a temporary file left by a power cut is in nobody's way") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "file", "old"));
  for (int i = 0; i < 3; ++i) {
    kiosk::test::write_file(folder / (".file." + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp"),
                            "torn");
  }
  REQUIRE(write_file_atomically(folder / "file", "new"));
  CHECK(read_file(folder / "file", plenty).value() == "new");
}

TEST_CASE("a reader sees the old file or the new one, nothing between") {
  const TemporaryFolder folder;
  const std::string a(50'000, 'a');
  const std::string b(70'000, 'b');
  REQUIRE(write_file_atomically(folder / "file", a));
  const std::jthread writer([&](const std::stop_token& stop) {
    for (bool turn = false; !stop.stop_requested(); turn = !turn) {
      [[maybe_unused]] const auto written = write_file_atomically(folder / "file", turn ? a : b);
    }
  });
  bool whole = true;
  for (int i = 0; i < 300; ++i) {
    const auto bytes = read_file(folder / "file", plenty);
    whole = whole && bytes && (*bytes == a || *bytes == b);
  }
  CHECK(whole);
}

TEST_CASE("two writers of one file do not disturb each other") {
  const TemporaryFolder folder;
  bool first_wrote = true;
  bool second_wrote = true;
  {
    const auto write = [&](const char* text, bool& wrote) {
      for (int i = 0; i < 50; ++i) {
        wrote = wrote && write_file_atomically(folder / "file", text).has_value();
      }
    };
    const std::jthread first([&] { write("first", first_wrote); });
    const std::jthread second([&] { write("second", second_wrote); });
  }
  CHECK(first_wrote);
  CHECK(second_wrote);
  const std::string left = read_file(folder / "file", plenty).value();
  CHECK((left == "first" || left == "second"));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a missing file is a problem that names it") {
  const TemporaryFolder folder;
  const auto bytes = read_file(folder / "none.json", plenty);
  REQUIRE_FALSE(bytes);
  CHECK(to_string(bytes.error()) == (folder / "none.json").string() + ": cannot be read: No such file or directory");
}

TEST_CASE("a directory is no file") {
  const TemporaryFolder folder;
  const auto bytes = read_file(folder.path(), plenty);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().what == "cannot be read: Is a directory");
}

TEST_CASE("a file of exactly the limit is read, one byte more is refused") {
  const TemporaryFolder folder;
  kiosk::test::write_file(folder / "file", std::string(1000, 'x'));
  CHECK(read_file(folder / "file", 1000).value().size() == 1000);
  const auto refused = read_file(folder / "file", 999);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "is larger than 999 bytes");
}

TEST_CASE("a file that does not know its size is read to its end") {
  const auto bytes = read_file("/proc/self/cmdline", plenty);
  REQUIRE(bytes);
  CHECK(bytes->find("base_tests") != std::string::npos);
}

TEST_CASE("what is no file is refused at once, and named for what it is") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);  // nobody writes to it
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (folder / "socket").string().copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  std::filesystem::create_symlink(folder / "pipe", folder / "link to a pipe");
  const auto what = [](const std::filesystem::path& path) {
    const auto bytes = read_file(path, plenty);
    return bytes ? "read" : bytes.error().what;
  };
  CHECK(what(folder / "pipe") == "is a pipe, not a file");
  CHECK(what(folder / "link to a pipe") == "is a pipe, not a file");
  CHECK(what(folder / "socket") == "is a socket, not a file");
  CHECK(what("/dev/zero") == "is a device, not a file");
  CHECK(what("/dev/null") == "is a device, not a file");
  ::close(socket);
}

TEST_CASE("a file larger than the disk is refused without reading it") {
  const TemporaryFolder folder;
  kiosk::test::write_file(folder / "file", "x");
  std::filesystem::resize_file(folder / "file", std::uintmax_t{1} << 40U);
  const auto bytes = read_file(folder / "file", plenty);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().what == "is larger than 1048576 bytes");
}

TEST_CASE("a temporary file is abandoned once its process has ended, or after an hour on either side of now") {
  const TemporaryFolder folder;
  const pid_t ended = ::fork();
  if (ended == 0) {
    ::_exit(0);
  }
  REQUIRE(::waitpid(ended, nullptr, 0) == ended);
  const auto temporary = [&](const std::string& name, pid_t process, std::chrono::minutes age) {
    const std::filesystem::path file = folder / ("." + name + "." + std::to_string(process) + "-0.tmp");
    kiosk::test::write_file(file, "torn");
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - age);
    return abandoned_temporary(file);
  };
  using std::chrono::minutes;
  CHECK(temporary("index", ended, minutes(0)) == "index");
  CHECK(temporary("feed-1.memory", ended, minutes(0)) == "feed-1.memory");
  CHECK_FALSE(temporary("index", ::getpid(), minutes(0)));
  CHECK_FALSE(temporary("index", 1, minutes(0)));  // lives, though it may be another user's
  CHECK_FALSE(temporary("index", ::getpid(), minutes(59)));
  CHECK(temporary("index", ::getpid(), minutes(61)) == "index");
  CHECK(temporary("index", ::getpid(), minutes(-61)) == "index");
}

TEST_CASE("only a name that a temporary file of ours has is one") {
  const TemporaryFolder folder;
  for (const char* name : {"index.2147483646-0.tmp", ".index.2147483646-0", ".2147483646-0.tmp", ".index.-5-0.tmp",
                           ".index.0-0.tmp", ".index.99999999999999-0.tmp", ".index.2147483646-.tmp", ".tmp",
                           ".index.2147483646-0x.tmp", ".holiday.tmp", ".index.2147483646.tmp", "..tmp"}) {
    INFO(name);
    kiosk::test::write_file(folder / name, "");
    std::filesystem::last_write_time(folder / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(9));
    CHECK_FALSE(abandoned_temporary(folder / name));
  }
  CHECK_FALSE(abandoned_temporary(folder / ".gone.2147483646-0.tmp"));
  std::filesystem::create_directory(folder / ".folder.2147483646-0.tmp");
  CHECK_FALSE(abandoned_temporary(folder / ".folder.2147483646-0.tmp"));
}
