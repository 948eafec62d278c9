// The index of the pictures kept: as it may lie on a disk, and the same with a hash that fits.

#include "pictures/index.h"

#include <set>
#include <string>

#include "base/body_hash.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

void check(std::string_view text) {
  auto index = parse_picture_index(text);
  if (!index) {
    return;
  }
  const std::string written = to_text(*index);
  const auto again = parse_picture_index(written);
  expect(again && to_text(*again) == written, "an index is read as it is written");
  std::set<std::uint64_t> addresses;
  for (const PictureEntry& entry : index->entries()) {
    expect(addresses.insert(entry.address).second, "an address is there once");
    expect(index->find(entry.address) == &entry && index->names(entry.content), "an entry is found");
  }
  constexpr PictureLimits limits{.bytes = 1000, .pictures = 3};
  index->shrink(limits);
  std::set<std::uint64_t> contents;
  std::size_t bytes = 0;
  for (const PictureEntry& entry : index->entries()) {
    bytes += contents.insert(entry.content).second ? entry.size : 0;
  }
  expect(index->entries().size() <= limits.pictures && bytes <= limits.bytes, "an index has limits");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check(text);
  std::string_view lines = text;
  const std::string first(fuzz::take_line(lines));
  fuzz::take_line(lines);
  check(first + '\n' + picture_file_name(body_hash(lines)) + '\n' + std::string(lines));
  for (; !lines.empty(); fuzz::take_line(lines)) {
    is_picture_file_name(lines);
  }
  return 0;
}
