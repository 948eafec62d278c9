#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace kiosk::bench {

using Moment = std::chrono::steady_clock::time_point;

// Watches the pixels of an Xvfb (-fbdir) through the memory it shares: what is measured is when a picture
// stands on the glass, whoever drew it, and no X client of ours disturbs that.
class Glass {
 public:
  explicit Glass(const std::filesystem::path& framebuffer) {
    const int file = ::open(framebuffer.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    if (file < 0 || ::fstat(file, &facts) != 0) {
      throw std::runtime_error("no framebuffer " + framebuffer.string());
    }
    size_ = static_cast<std::size_t>(facts.st_size);
    void* memory = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (memory == MAP_FAILED) {
      throw std::runtime_error("cannot map " + framebuffer.string());
    }
    bytes_ = static_cast<const unsigned char*>(memory);
    seen_.assign(bytes_, bytes_ + size_);
  }
  Glass(const Glass&) = delete;
  Glass& operator=(const Glass&) = delete;
  ~Glass() { ::munmap(const_cast<unsigned char*>(bytes_), size_); }

  // When the picture last changed, if it changes before the deadline and then stands for `quiet`. As exact
  // as two looks, about 1 ms apart, and as the processor is free.
  std::optional<Moment> next_picture(std::chrono::milliseconds deadline, std::chrono::milliseconds quiet) {
    const Moment give_up = std::chrono::steady_clock::now() + deadline;
    std::optional<Moment> changed;
    for (;;) {
      const Moment now = std::chrono::steady_clock::now();
      if (changes()) {
        changed = now;
      } else if (changed ? now - *changed >= quiet : now >= give_up) {
        return changed;
      }
      std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
  }

 private:
  // Since the last call. Looks at every fourth row: letters are taller, and the whole takes too long.
  bool changes() {
    constexpr std::size_t row = 1920 * 4;
    bool found = false;
    for (std::size_t at = 0; at + row <= size_; at += row * 4) {
      if (std::memcmp(bytes_ + at, seen_.data() + at, row) != 0) {
        std::memcpy(seen_.data() + at, bytes_ + at, row);
        found = true;
      }
    }
    return found;
  }

  const unsigned char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::vector<unsigned char> seen_;
};

}  // namespace kiosk::bench
