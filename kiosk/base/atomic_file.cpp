#include "base/atomic_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <utility>

namespace kiosk {
namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~FileDescriptor() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Problem> cannot(const char* what, const std::filesystem::path& path, int error) {
  return fail({.file = path.string(), .what = std::string("cannot be ") + what + ": " + reason(error)});
}

// A file that does not exist yet, beside `path` so that a rename does not cross file systems. Not mkstemp: its mode is
// always 0600.
FileDescriptor create_beside(const std::filesystem::path& path, mode_t mode, std::filesystem::path& temporary) {
  const std::string stem = "." + path.filename().string() + "." + std::to_string(::getpid()) + "-";
  for (int attempt = 0; attempt < 1000; ++attempt) {
    temporary = path.parent_path() / (stem + std::to_string(attempt) + ".tmp");
    FileDescriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (file || errno != EEXIST) {
      return file;
    }
  }
  return FileDescriptor(-1);
}

// The name and the process of ".name.PID-N.tmp", as create_beside makes them.
struct TemporaryName {
  std::string_view target;
  pid_t process = 0;
};

std::optional<TemporaryName> parse_temporary_name(std::string_view name) {
  constexpr std::string_view suffix = ".tmp";
  if (!name.starts_with('.') || !name.ends_with(suffix)) {
    return std::nullopt;
  }
  name.remove_prefix(1);
  name.remove_suffix(std::min(suffix.size(), name.size()));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) {
    return std::nullopt;
  }
  const std::string_view digits = name.substr(dot + 1);
  const char* end = digits.data() + digits.size();
  TemporaryName parsed{.target = name.substr(0, dot)};
  int attempt = 0;
  const auto process = std::from_chars(digits.data(), end, parsed.process);
  if (process.ec != std::errc() || parsed.process <= 0 || process.ptr == end || *process.ptr != '-') {
    return std::nullopt;
  }
  const auto number = std::from_chars(process.ptr + 1, end, attempt);
  return number.ec == std::errc() && number.ptr == end ? std::optional(parsed) : std::nullopt;
}

// 0, or errno.
int make_folders(const std::filesystem::path& folder, mode_t mode) {
  struct ::stat status {};
  if (::stat(folder.c_str(), &status) == 0) {
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
  }
  if (errno != ENOENT) {
    return errno;
  }
  const std::filesystem::path parent = folder.parent_path();
  if (!parent.empty() && parent != folder) {
    if (const int made = make_folders(parent, mode); made != 0) {
      return made;
    }
  }
  return ::mkdir(folder.c_str(), mode) == 0 || errno == EEXIST ? 0 : errno;
}

// What stands there in place of a regular file; nullptr: one that can be read.
const char* what_else(mode_t mode) {
  return S_ISREG(mode)                    ? nullptr
         : S_ISDIR(mode)                  ? "cannot be read: Is a directory"
         : S_ISFIFO(mode)                 ? "is a pipe, not a file"
         : S_ISSOCK(mode)                 ? "is a socket, not a file"
         : S_ISCHR(mode) || S_ISBLK(mode) ? "is a device, not a file"
                                          : "is not a file";
}

// 0, or errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(fd) == 0 ? 0 : errno;
}

}  // namespace

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Readers readers) {
  std::error_code unknown;  // what cannot be looked at cannot be replaced either
  const std::filesystem::file_status there = std::filesystem::status(path, unknown);
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
    return fail({.file = path.string(), .what = "cannot be written: it is no regular file"});
  }
  const bool is_private = readers == Readers::owner_alone;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (const int made = make_folders(folder, is_private ? 0700 : 0777); made != 0) {
    return cannot("written", path, made);
  }

  std::filesystem::path temporary;
  {
    const FileDescriptor file = create_beside(path, is_private ? 0600 : 0666, temporary);
    if (!file) {
      return cannot("written", path, errno);
    }
    if (const int written = write_all(file.get(), bytes); written != 0) {
      ::unlink(temporary.c_str());
      return cannot("written", path, written);
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const int renamed = errno;
    ::unlink(temporary.c_str());
    return cannot("written", path, renamed);
  }
  // The new name outlives a power cut only once the folder is on disk. The file is whole either way, so a
  // file system that cannot do this is no failure.
  if (const FileDescriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); parent) {
    ::fsync(parent.get());
  }
  return {};
}

std::optional<std::string> abandoned_temporary(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const std::optional<TemporaryName> parsed = parse_temporary_name(name);
  struct ::stat status {};
  if (!parsed || ::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  // The number of a process that has ended is given out again, and often the same one after a restart: so by age, too.
  // A clock that was set back makes a file of the future.
  const auto written = std::chrono::sys_seconds(std::chrono::seconds(status.st_mtim.tv_sec));
  const auto age = std::chrono::abs(std::chrono::system_clock::now() - written);
  const bool has_ended = ::kill(parsed->process, 0) != 0 && errno == ESRCH;
  return has_ended || age > std::chrono::hours(1) ? std::optional<std::string>(parsed->target) : std::nullopt;
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  struct ::stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return cannot("read", path, errno);
  }
  if (const char* what = what_else(status.st_mode)) {
    return fail({.file = path.string(), .what = what});
  }
  // What is put into its place meanwhile must not block either.
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file || ::fstat(file.get(), &status) != 0) {
    return cannot("read", path, errno);
  }
  if (const char* what = what_else(status.st_mode)) {
    return fail({.file = path.string(), .what = what});
  }
  const auto too_large = [&] {
    return fail({.file = path.string(), .what = "is larger than " + std::to_string(max_bytes) + " bytes"});
  };
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) {
    return too_large();
  }

  // The size is a hint only: files of the system have none, and a file may grow while it is read. One byte more than
  // fits shows a file that is too large, and one more than the size shows its end without growing the buffer.
  std::string bytes;
  std::size_t used = 0;
  const std::size_t wanted = status.st_size > 0 ? static_cast<std::size_t>(status.st_size) + 1 : 65536;
  while (used <= max_bytes) {
    if (used == bytes.size()) {
      bytes.resize(std::min(std::max(wanted, 2 * used), max_bytes + 1));
    }
    const ssize_t got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return cannot("read", path, errno);
    }
    if (got == 0) {
      bytes.resize(used);
      return bytes;
    }
    used += static_cast<std::size_t>(got);
  }
  return too_large();
}

}  // namespace kiosk
