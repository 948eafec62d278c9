#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
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

// A file that does not exist yet, beside `path` so that a rename does not cross file systems. Not mkstemp:
// its mode is 0600, and what is written here is meant for others' eyes (metrics) as far as umask allows.
FileDescriptor create_beside(const std::filesystem::path& path, std::filesystem::path& temporary) {
  const std::string stem = "." + path.filename().string() + "." + std::to_string(::getpid()) + "-";
  for (int attempt = 0; attempt < 1000; ++attempt) {
    temporary = path.parent_path() / (stem + std::to_string(attempt) + ".tmp");
    FileDescriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file || errno != EEXIST) {
      return file;
    }
  }
  return FileDescriptor(-1);
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

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return cannot("written", path, error.value());
  }

  std::filesystem::path temporary;
  {
    const FileDescriptor file = create_beside(path, temporary);
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

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    return cannot("read", path, errno);
  }
  struct ::stat status {};
  if (::fstat(file.get(), &status) != 0) {
    return cannot("read", path, errno);
  }
  if (S_ISDIR(status.st_mode)) {
    return cannot("read", path, EISDIR);
  }

  // The size is a hint only: a pipe has none, and a file may grow while it is read. One byte more than fits
  // shows a file that is too large, and one more than the size shows its end without growing the buffer.
  std::string bytes;
  std::size_t used = 0;
  const std::size_t wanted = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 65536;
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
  return fail({.file = path.string(), .what = "is larger than " + std::to_string(max_bytes) + " bytes"});
}

}  // namespace kiosk
