#include "pictures/decoder_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "images/decoder_answer.h"

namespace kiosk {
namespace {

using Time = std::chrono::steady_clock::time_point;

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int get() const { return descriptor_; }
  void close() {
    if (descriptor_ >= 0) {
      ::close(std::exchange(descriptor_, -1));
    }
  }

 private:
  int descriptor_;
};

DecodedPicture not_now(std::string what) {
  return {.kind = DecodedPicture::Kind::not_now,
          .image = {},
          .problem = {.what = std::move(what), .right = "it is tried again"}};
}
DecodedPicture not_a_picture(const std::string& what) {
  return {.kind = DecodedPicture::Kind::not_a_picture,
          .image = {},
          .problem = {.what = "not a picture we can show: " + what}};
}
std::string reason(int error) { return std::generic_category().message(error); }

// A process, killed and waited for at the latest when this goes.
class Child {
 public:
  // Standard input is `in`, standard output `out`, and nothing else is open. 0, or errno.
  int start(const std::filesystem::path& program, int in, int out) {
    std::string path = program.string();  // before anything that has to be given back
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    // Each of these needs memory. A decoder that has more open than its two pipes is not started.
    int error = posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    const auto then = [&](auto action) { error = error == 0 ? action() : error; };
    then([&] { return posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO); });
    then([&] { return posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0); });
    then([&] { return posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1); });
    // This program blocks or ignores signals; what it starts shall end by them.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    sigset_t ignored;
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGHUP);
    sigaddset(&ignored, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    // Nothing of the environment is the decoder's business.
    char* arguments[] = {path.data(), nullptr};
    char* environment[] = {nullptr};
    then([&] { return ::posix_spawn(&pid_, path.c_str(), &files, &attributes, arguments, environment); });
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    pid_ = error == 0 ? pid_ : -1;
    return error;
  }
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      wait();
    }
  }

  // How it ended, as waitpid() says. One that has closed its pipe and does not end is killed after `time`.
  int end_within(std::chrono::milliseconds time) {
    // The C library 2.36 declares pidfd_open() for C alone.
    Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    pollfd watched{process.get(), POLLIN, 0};
    while (process.get() >= 0 && ::poll(&watched, 1, static_cast<int>(time.count())) < 0 && errno == EINTR) {
    }
    if (watched.revents == 0) {
      ::kill(pid_, SIGKILL);
    }
    return wait();
  }

 private:
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

  pid_t pid_ = -1;
};

// A file in memory that holds the bytes, at its beginning. -1, and errno, where there is none to be had.
int memory_file(std::string_view bytes) {
  const int file = ::memfd_create("picture", MFD_CLOEXEC);
  while (file >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      const int error = errno;
      ::close(file);
      errno = error;
      return -1;
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  if (file >= 0) {
    ::lseek(file, 0, SEEK_SET);
  }
  return file;
}

// Reads what a pipe brings, until a time or an interruption.
class PipeReader {
 public:
  PipeReader(int pipe, int interrupted, Time until) : pipe_(pipe), interrupted_(interrupted), until_(until) {}

  enum class End { whole, early, too_late, interrupted };
  // Fills `size` bytes. early: the pipe ended before.
  End read(void* to, std::size_t size) {
    auto* at = static_cast<char*>(to);
    while (size > 0) {
      if (const End end = wait(); end != End::whole) {
        return end;
      }
      const ssize_t got = ::read(pipe_, at, size);
      if (got < 0 && errno == EINTR) {
        continue;
      }
      if (got <= 0) {
        return End::early;
      }
      at += got;
      size -= static_cast<std::size_t>(got);
    }
    return End::whole;
  }

 private:
  // whole: there is something to read.
  End wait() const {
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
      if (left.count() <= 0) {
        return End::too_late;
      }
      pollfd watched[] = {{pipe_, POLLIN, 0}, {interrupted_, POLLIN, 0}};
      const int ready =
          ::poll(watched, std::size(watched), static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
      if (ready < 0 && errno != EINTR) {
        return End::early;
      }
      if (ready > 0) {
        return watched[1].revents != 0 ? End::interrupted : End::whole;
      }
    }
  }

  int pipe_;
  int interrupted_;
  Time until_;
};

// Of a process that ended without a whole answer.
DecodedPicture ended(int status, const std::filesystem::path& program) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGKILL || signal == SIGXCPU || signal == SIGTERM) {
      return not_now("decoding it took too long, or was killed");
    }
    const char* name = ::sigabbrev_np(signal);
    return not_a_picture("it ends its decoder" + (name != nullptr ? " by SIG" + std::string(name) : std::string()));
  }
  return not_now("the decoder " + program.string() + " ended with status " + std::to_string(WEXITSTATUS(status)));
}

}  // namespace

DecoderProcess::DecoderProcess(std::filesystem::path program, std::chrono::milliseconds patience)
    : program_(std::move(program)), patience_(patience), interrupted_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

DecoderProcess::~DecoderProcess() {
  if (interrupted_ >= 0) {
    ::close(interrupted_);
  }
}

void DecoderProcess::interrupt() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(interrupted_, &one, sizeof(one));
}

DecodedPicture DecoderProcess::decode(std::string_view bytes) {
  Descriptor in(memory_file(bytes));
  if (in.get() < 0) {
    return not_now("it cannot be handed to the decoder: " + reason(errno));
  }
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return not_now("it cannot be handed to the decoder: " + reason(errno));
  }
  Descriptor out(ends[0]);
  Descriptor its_end(ends[1]);
  Child child;  // after the pipe: goes first
  if (const int error = child.start(program_, in.get(), its_end.get()); error != 0) {
    return not_now("the decoder " + program_.string() + " cannot be started: " + reason(error));
  }
  its_end.close();
  in.close();

  PipeReader pipe(out.get(), interrupted_, std::chrono::steady_clock::now() + patience_);
  DecoderHeader header;
  PipeReader::End end = pipe.read(header.data(), header.size());
  DecodedPicture decoded;
  std::string text;
  bool foreign = false;
  if (end == PipeReader::End::whole) {
    if (const auto answer = parse_decoder_header({header.data(), header.size()}); !answer) {
      foreign = true;
    } else if (answer->kind == DecoderAnswer::Kind::picture) {
      decoded = {.kind = DecodedPicture::Kind::picture, .image = {answer->size, {}}, .problem = {}};
      decoded.image.rgba.resize(answer->body);
      end = pipe.read(decoded.image.rgba.data(), answer->body);
    } else {
      text.resize(answer->body);
      end = pipe.read(text.data(), text.size());
      decoded = not_a_picture(parse_decoder_reason(text));
    }
  }
  switch (end) {
    case PipeReader::End::whole:
      return foreign ? not_a_picture("what its decoder answered is no answer") : std::move(decoded);
    case PipeReader::End::too_late:
      return not_now("decoding it took too long, or was killed");
    case PipeReader::End::interrupted:
      return not_now("interrupted");
    case PipeReader::End::early:
      break;
  }
  return ended(child.end_within(std::chrono::seconds(1)), program_);
}

std::filesystem::path decoder_program() {
  constexpr const char* name = "decode-picture";
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  if (!error && std::filesystem::exists(folder / name, error)) {
    return folder / name;
  }
  return std::filesystem::path(VENUE_KIOSK_LIBEXEC) / name;
}

}  // namespace kiosk
