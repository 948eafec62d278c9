#include <cerrno>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "decoder/decode_picture.h"
#include "decoder/sandbox.h"
#include "images/decoder_answer.h"

// Reads one picture from standard input and writes its pixels, or why there are none, to standard output, as
// images/decoder_answer.h says. A program of its own, so that whatever a picture does to its decoder, the screen goes
// on. pictures/decoder_process starts it.

namespace {

using kiosk::DecoderAnswer;

constexpr int exit_good = 0;
constexpr int exit_no_limits = 3;
constexpr int exit_broken = 4;

bool read_all(std::string& bytes) {
  constexpr std::size_t piece = 1U << 16U;
  for (;;) {
    const std::size_t used = bytes.size();
    bytes.resize(used + piece);
    const ssize_t got = ::read(STDIN_FILENO, bytes.data() + used, piece);
    bytes.resize(used + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0 || (got < 0 && errno != EINTR)) {
      return got == 0;
    }
  }
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  return true;
}

bool answer(const DecoderAnswer& answer, std::string_view body) {
  const kiosk::DecoderHeader header = to_header(answer);
  return write_all({header.data(), header.size()}) && write_all(body);
}

bool refuse(std::string_view reason) {
  reason = reason.substr(0, kiosk::most_reason_bytes);
  return answer({.kind = DecoderAnswer::Kind::not_a_picture, .body = reason.size()}, reason);
}

bool decode() {
  std::string bytes;
  if (!read_all(bytes)) {
    return false;
  }
  try {
    const kiosk::Decoded<kiosk::Image> image = kiosk::decode_picture(bytes);
    if (!image) {
      return refuse(image.error());
    }
    return answer({.kind = DecoderAnswer::Kind::picture, .size = image->size, .body = image->rgba.size()},
                  {reinterpret_cast<const char*>(image->rgba.data()), image->rgba.size()});
  } catch (const std::bad_alloc&) {
    return refuse("it takes more memory than a picture may");
  }
}

}  // namespace

int main() {
  // Ends with the screen that waits for the picture, and gives way to it.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  constexpr int behind_the_screen = 10;
  ::setpriority(PRIO_PROCESS, 0, behind_the_screen);
  if (const std::string missing = kiosk::limit_this_process(); !missing.empty()) {
    write_all(missing);  // no header: the screen will not mistake it for an answer
    ::_exit(exit_no_limits);
  }
  // Not return: what libraries do at an end is not needed, and may take more than is allowed.
  ::_exit(decode() ? exit_good : exit_broken);
}
