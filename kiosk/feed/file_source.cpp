#include "feed/file_source.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "base/file_stamp.h"

namespace kiosk {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

class FileSource : public FeedSource {
 public:
  explicit FileSource(std::filesystem::path path) : path_(std::move(path)) { watch_folder(); }

  FetchOutcome fetch(const Validators& known) override {
    struct ::stat status {};
    if (::stat(path_.c_str(), &status) != 0) {
      return failed("cannot be read: " + std::generic_category().message(errno));
    }
    // In the shape of a validator: the poller hands back that of the body it accepted.
    std::string etag = to_string(stamp_of(status));
    if (etag == known.etag) {
      return {.kind = FetchOutcome::Kind::not_modified, .validators = known};
    }
    Result<std::string> body = read_file(path_, max_feed_bytes);
    if (!body) {
      return {.problem = body.error()};
    }
    if (body->empty()) {
      return failed("the file is empty");
    }
    return {.kind = FetchOutcome::Kind::new_body, .body = *std::move(body), .validators = {.etag = std::move(etag)}};
  }

  void wait(std::chrono::milliseconds time) override {
    const auto until = std::chrono::steady_clock::now() + time;
    watch_folder();
    while (true) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
      // A negative descriptor is one that poll passes over.
      pollfd descriptors[] = {{interrupted_.get(), POLLIN, 0}, {watched_ >= 0 ? inotify_.get() : -1, POLLIN, 0}};
      const int ready = ::poll(descriptors, 2, static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000)));
      const bool changed = ready > 0 && descriptors[1].revents != 0 && was_written();
      if (changed || (ready > 0 && descriptors[0].revents != 0) || std::chrono::steady_clock::now() >= until) {
        return;
      }
    }
  }

  void interrupt() override {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(interrupted_.get(), &one, sizeof one);
  }

 private:
  FetchOutcome failed(std::string what) const { return {.problem = {.file = path_.string(), .what = std::move(what)}}; }

  // The folder, not the file: editors write a new one and move it over the old. Where there is no inotify,
  // or the folder is not there yet, looking once an interval has to do.
  void watch_folder() {
    if (watched_ < 0) {
      const std::filesystem::path folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
      watched_ = ::inotify_add_watch(inotify_.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR);
    }
  }

  // Whether any of the waiting events is about the file.
  bool was_written() {
    bool written = false;
    alignas(inotify_event) char events[4096];
    ssize_t size = 0;
    while ((size = ::read(inotify_.get(), events, sizeof events)) > 0) {
      for (ssize_t at = 0; at < size;) {
        inotify_event event{};
        std::memcpy(&event, events + at, sizeof event);
        const char* name = events + at + sizeof event;
        if ((event.mask & IN_IGNORED) != 0) {
          watched_ = -1;  // the folder was removed
        } else if ((event.mask & IN_Q_OVERFLOW) != 0 || (event.len > 0 && path_.filename() == name)) {
          written = true;
        }
        at += static_cast<ssize_t>(sizeof event + event.len);
      }
    }
    return written;
  }

  std::filesystem::path path_;
  Descriptor interrupted_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};  // never read: an interruption is for good
  Descriptor inotify_{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
  int watched_ = -1;
};

}  // namespace

std::unique_ptr<FeedSource> open_file_source(const std::filesystem::path& path) {
  return std::make_unique<FileSource>(path);
}

}  // namespace kiosk
