// The file of the last good body: as it may lie on a disk, and the same with a hash that fits, since whoever damages a
// file is not always so kind as to damage the hash.

#include "feed/last_good.h"

#include <cstdlib>
#include <fstream>

#include "base/body_hash.h"
#include "pictures/index.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

const std::string feed = "https://example.org/feed.json";

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kiosk-fuzz-XXXXXX").string();
    expect(::mkdtemp(name.data()) != nullptr, "there is a folder to write to");
    path = name;
  }
  ~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path, error);
  }
};

void check_file(const std::filesystem::path& folder, std::string_view bytes) {
  std::ofstream(last_good_path(folder, feed), std::ios::binary) << bytes;
  const auto loaded = load_last_good(folder, feed);
  if (!loaded) {
    expect(!loaded.error().what.empty(), "a file that is none says why");
    return;
  }
  expect(loaded->has_value() && (*loaded)->feed == feed, "it is this feed's");
  expect(bytes.ends_with((*loaded)->body), "a body is the file's");
}

// `bytes` with the hash and the address that such a file has.
std::string repaired(std::string_view bytes) {
  const std::size_t hash = bytes.find("hash: ");
  const std::size_t end = bytes.find("\n\n", hash);
  if (hash == std::string_view::npos || end == std::string_view::npos) {
    return std::string(bytes);
  }
  std::string header(bytes.substr(0, hash));
  const std::string address = "\naddress: ";
  if (const std::size_t at = header.find(address); at != std::string::npos) {
    const std::size_t begin = at + address.size();
    header.replace(begin, header.find('\n', begin) - begin, picture_file_name(body_hash(feed)));
  }
  const std::string_view body = bytes.substr(end + 2);
  return header + "hash: " + picture_file_name(body_hash(body, body_hash(header))) + "\n\n" + std::string(body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string_view bytes = fuzz::text_of(data, size);
  check_file(folder.path, bytes);
  if (const std::string whole = repaired(bytes); whole != bytes) {
    check_file(folder.path, whole);
  }
  return 0;
}
