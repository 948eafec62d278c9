#include "base/file_stamp.h"

#include <chrono>

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;
using kiosk::test::replace_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

TEST_CASE("a file nobody touches keeps its stamp, and one that is not there has none") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  CHECK(stamp_of(folder / "feed.json").has_value());
  CHECK(stamp_of(folder / "feed.json") == stamp_of(folder / "feed.json"));
  CHECK_FALSE(stamp_of(folder / "other.json"));
}

TEST_CASE("another size, a nanosecond, or another file in its place is another stamp") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "feed.json";
  write_file(file, "one");
  const auto time = std::filesystem::last_write_time(file);
  const FileStamp first = stamp_of(file).value();

  write_file(file, "three");
  std::filesystem::last_write_time(file, time);
  CHECK(stamp_of(file) != first);
  CHECK(to_string(stamp_of(file).value()) != to_string(first));

  write_file(file, "two");
  std::filesystem::last_write_time(file, time + 1ns);
  CHECK(stamp_of(file) != first);

  std::filesystem::last_write_time(file, time);
  CHECK(stamp_of(file) == first);
  CHECK(to_string(stamp_of(file).value()) == to_string(first));

  replace_file(file, "six");
  std::filesystem::last_write_time(file, time);
  CHECK(stamp_of(file) != first);
}
