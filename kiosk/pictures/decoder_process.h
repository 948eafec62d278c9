#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/problem.h"
#include "images/image.h"

namespace kiosk {

// What came of a picture's bytes.
struct DecodedPicture {
  enum class Kind {
    picture,
    not_a_picture,  // or one that its decoder died of: the same bytes would end it again
    not_now,        // it took too long, was killed or interrupted, or the decoder cannot be started
  };
  Kind kind = Kind::not_now;
  Image image{};
  Problem problem{};  // of the latter two; has no file; the same for the same bytes
};

// Decodes pictures in a process of its own, started for each: what strangers' bytes do to a decoder ends that process,
// whose memory and time are limited, and never this one. Used by one thread, but for interrupt().
class DecoderProcess {
 public:
  // `program` is decode-picture, see decoder_program(). `patience`: how long one picture may take by the clock.
  explicit DecoderProcess(std::filesystem::path program, std::chrono::milliseconds patience = std::chrono::seconds(30));
  DecoderProcess(const DecoderProcess&) = delete;
  DecoderProcess& operator=(const DecoderProcess&) = delete;
  ~DecoderProcess();

  // Blocks until the picture is decoded or that failed. The process is at an end then, whatever came of it. May throw
  // bad_alloc.
  DecodedPicture decode(std::string_view bytes);

  // Final: decode() returns at once, now and later. Any thread.
  void interrupt();

 private:
  std::filesystem::path program_;
  std::chrono::milliseconds patience_;
  int interrupted_;  // an eventfd
};

// Where decode-picture lies: beside this program, as in a build folder, or in libexec, as installed. The latter where
// it is in neither.
std::filesystem::path decoder_program();

}  // namespace kiosk
