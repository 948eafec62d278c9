// What a decoder answers that a picture has taken over.

#include "images/decoder_answer.h"

#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  if (const auto answer = parse_decoder_header(bytes.substr(0, decoder_header_bytes))) {
    constexpr std::size_t most = std::size_t{most_picture_side} * most_picture_side * 4;
    expect(answer->body <= most, "no answer takes more memory than a picture may");
    const DecoderHeader header = to_header(*answer);
    expect(parse_decoder_header({header.data(), header.size()}) == answer, "an answer is read as it was written");
  }
  const std::string reason = parse_decoder_reason(bytes);
  expect(reason.size() <= most_reason_bytes, "a reason is short");
  for (const char c : reason) {
    expect(c >= ' ' && c <= '~', "a reason is printable");
  }
  return 0;
}
