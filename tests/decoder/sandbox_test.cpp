#include "decoder/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"
#include "tests/decoder/bombs.h"

using namespace kiosk::test;

namespace {

#ifdef KIOSK_SANITIZED
constexpr bool limited = false;
#else
constexpr bool limited = true;
#endif

// What a process that was limited returns; its standard output goes nowhere. -1 where a signal ended it.
int in_a_limited_process(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);  // not Catch's
    const bool is_limited = kiosk::limit_this_process().empty();
    ::_exit(is_limited ? act() : 99);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct Run {
  std::string answer;
  double seconds = 0;  // of a processor
  long peak = 0;       // KiB
};

// The program itself, with these bytes.
Run decode(const std::string& bytes) {
  const int in = ::memfd_create("in", 0);
  REQUIRE(::write(in, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::lseek(in, 0, SEEK_SET);
  int out[2];
  REQUIRE(::pipe(out) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    ::close(out[0]);
    ::close(out[1]);
    ::execl(KIOSK_DECODER, KIOSK_DECODER, nullptr);
    ::_exit(98);
  }
  ::close(in);
  ::close(out[1]);
  Run run;
  char buffer[65536];
  for (ssize_t got; (got = ::read(out[0], buffer, sizeof(buffer))) > 0;) {
    run.answer.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(out[0]);
  rusage usage{};
  int status = 0;
  ::wait4(child, &status, 0, &usage);
  run.peak = usage.ru_maxrss;
  run.seconds = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  return run;
}

}  // namespace

TEST_CASE("a limited process opens, connects, starts and sends nothing") {
  if (!limited) {
    return;
  }
  const auto errno_of = [](const std::function<long()>& call) {
    return in_a_limited_process([&] { return call() < 0 ? errno : 0; });
  };
  CHECK(errno_of([] { return ::open("/etc/passwd", O_RDONLY); }) == EPERM);
  CHECK(errno_of([] { return ::open("/tmp/decoder-was-here", O_WRONLY | O_CREAT, 0600); }) == EPERM);
  CHECK(errno_of([] { return ::socket(AF_INET, SOCK_STREAM, 0); }) == EPERM);
  CHECK(errno_of([] { return ::fork(); }) == EPERM);
  CHECK(errno_of([] { return ::execl("/bin/true", "true", nullptr); }) == EPERM);
  CHECK(errno_of([] { return ::kill(::getppid(), 0); }) == EPERM);
  CHECK(errno_of([] { return ::unlink("/tmp/nothing"); }) == EPERM);
  CHECK(errno_of([] {
          return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1
                                                                                                                : 0;
        }) == EPERM);
  CHECK(errno_of([] {
          const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
          return ::setrlimit(RLIMIT_CPU, &more);
        }) == EPERM);
}

TEST_CASE("a limited process has memory, but not without end, and may read, write and end itself") {
  if (!limited) {
    return;
  }
  CHECK(in_a_limited_process([] { return std::malloc(100U << 20U) != nullptr ? 7 : 8; }) == 7);
  CHECK(in_a_limited_process([] { return std::malloc(800U << 20U) != nullptr ? 7 : 8; }) == 8);
  CHECK(in_a_limited_process([]() -> int { std::abort(); }) == -1);
}

TEST_CASE("no picture makes its decoder large or slow") {
  constexpr long most_peak = 768L << 10U;  // KiB, as the limit of its addresses
  struct Bomb {
    const char* name;
    std::string bytes;
  };
  std::string interlaced_16_bit("\x10\x06\0\0\1", 5);
  for (const Bomb& bomb :
       {Bomb{"one pixel, a gigabyte", png_bomb(1, 1, 1U << 30U)},
        Bomb{"one row, a gigabyte", png_bomb(16'384, 900, 1U << 30U)},
        Bomb{"16 megapixels, four gigabytes", png_bomb(4000, 4000, std::uint64_t{4} << 30U)},
        Bomb{"16 megapixels of 16 bits, interlaced", png_bomb(4000, 4000, 128'004'000, interlaced_16_bit)},
        Bomb{"64 megapixels", png_bomb(8000, 8000, 192'008'000)},
        Bomb{"a GIF of 65535 x 65535", std::string("GIF89a\xff\xff\xff\xff\x80\0\0", 13)},
        Bomb{"a BMP of minus two thousand million rows", "BM" + std::string(12, '\0') +
                                                             std::string("\x28\0\0\0\1\0\0\0\0\0\0\x80\1\0\x18\0", 16) +
                                                             std::string(24, '\0')},
        Bomb{"a JPEG of impossible codes", jpeg_of_impossible_codes()},
        Bomb{"an SVG of 10^12 uses", svg_of_uses(limited ? 12 : 3)},
        Bomb{"an SVG nested a hundred thousand deep",
             "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>" + [] {
               std::string deep;
               for (int i = 0; i < 100'000; ++i) {
                 deep += "<g>";
               }
               return deep;
             }()}}) {
    INFO(bomb.name);
    const Run run = decode(bomb.bytes);
    if (limited) {
      INFO(run.peak << " KiB, " << run.seconds << " s");
      CHECK(run.peak < most_peak);
      CHECK(run.seconds < 11);
    }
  }
}
