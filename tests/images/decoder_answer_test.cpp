#include "images/decoder_answer.h"

#include <cstring>

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string text(const DecoderHeader& header) { return {header.data(), header.size()}; }

std::string with_number(const DecoderAnswer& answer, std::size_t index, std::uint32_t number) {
  DecoderHeader header = to_header(answer);
  std::memcpy(header.data() + 4 * index, &number, sizeof(number));
  return text(header);
}

}  // namespace

TEST_CASE("what the decoder answers is read as it was written") {
  for (const Size size : {Size{1, 1}, Size{1920, 1920}, Size{640, 3}}) {
    const DecoderAnswer answer{
        .kind = DecoderAnswer::Kind::picture,
        .size = size,
        .body = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4};
    CHECK(parse_decoder_header(text(to_header(answer))) == answer);
  }
  for (const std::size_t length : {std::size_t{0}, most_reason_bytes}) {
    const DecoderAnswer answer{.kind = DecoderAnswer::Kind::not_a_picture, .body = length};
    CHECK(parse_decoder_header(text(to_header(answer))) == answer);
  }
}

TEST_CASE("an answer that promises more than a picture may be is none") {
  const DecoderAnswer picture{.kind = DecoderAnswer::Kind::picture, .size = {10, 10}, .body = 400};
  const DecoderAnswer reason{.kind = DecoderAnswer::Kind::not_a_picture, .body = 7};
  for (const std::uint32_t side : {0U, 1921U, 0x7fffffffU, 0x80000000U, 0xffffffffU}) {
    CHECK_FALSE(parse_decoder_header(with_number(picture, 2, side)));
    CHECK_FALSE(parse_decoder_header(with_number(picture, 3, side)));
  }
  CHECK_FALSE(parse_decoder_header(with_number(reason, 2, most_reason_bytes + 1)));
  CHECK_FALSE(parse_decoder_header(with_number(reason, 3, 1)));
  for (const std::uint32_t kind : {0U, 3U, 0xffffffffU}) {
    CHECK_FALSE(parse_decoder_header(with_number(reason, 1, kind)));
  }
  CHECK_FALSE(parse_decoder_header(with_number(reason, 0, 0)));
}

TEST_CASE("an answer of another length is none") {
  const std::string whole = text(to_header({.kind = DecoderAnswer::Kind::not_a_picture, .body = 7}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(parse_decoder_header(whole.substr(0, length)));
  }
  CHECK_FALSE(parse_decoder_header(whole + '\0'));
}

TEST_CASE("a reason reaches no terminal but as printable ASCII, and not at any length") {
  CHECK(parse_decoder_reason("4001x4000 is over 16 megapixels") == "4001x4000 is over 16 megapixels");
  CHECK(parse_decoder_reason("a\x1b[2J\n\x9b\xc2\x9b") == "a?[2J????");
  CHECK(parse_decoder_reason(std::string(10'000, 'a')).size() == most_reason_bytes);
}
