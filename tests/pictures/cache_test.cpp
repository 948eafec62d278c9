#include "pictures/cache.h"

#include <unistd.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/body_hash.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::body_hash;
using kiosk::Instant;
using kiosk::picture_file_name;
using kiosk::PictureCache;
using kiosk::PictureLimits;
using kiosk::Validators;
using kiosk::test::file_text;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

const Instant ten = Instant(std::chrono::seconds(1713337200));
const Validators tag{"\"a\"", "Wed, 17 Apr 2024 07:00:00 GMT"};

PictureCache opened(const std::filesystem::path& folder, PictureLimits limits = {}) {
  PictureCache cache(folder, limits);
  cache.open();
  return cache;
}

bool keep(PictureCache& cache, const std::string& address, const std::string& bytes) {
  return cache.keep(address, body_hash(bytes), bytes, tag, ten);
}

std::string file_of(const std::string& bytes) { return picture_file_name(body_hash(bytes)); }

std::set<std::string> files(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    names.insert(file.path().filename().string());
  }
  return names;
}

using Files = std::set<std::string>;

}  // namespace

TEST_CASE("a picture that was kept is there after a restart") {
  const TemporaryFolder folder;
  {
    PictureCache cache = opened(folder / "pictures");
    CHECK_FALSE(cache.find("http://a/x"));
    CHECK(keep(cache, "http://a/x", "one"));
    CHECK_FALSE(cache.failure());
  }
  PictureCache cache = opened(folder / "pictures");
  const auto found = cache.find("http://a/x");
  REQUIRE(found);
  CHECK(found->bytes == "one");
  CHECK(found->content == body_hash("one"));
  CHECK(found->validators == tag);
  CHECK(found->fetched == ten);
  CHECK(cache.holds("http://a/x"));
  CHECK(cache.holds("http://a/x", body_hash("one")));
  CHECK_FALSE(cache.holds("http://a/x", body_hash("two")));
  CHECK_FALSE(cache.find("http://a/y"));
  CHECK_FALSE(cache.holds("http://a/y"));
  CHECK_FALSE(cache.failure());
}

TEST_CASE("the same picture under two addresses is one file, and stays with the last of them") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder.path());
  REQUIRE(keep(cache, "http://a/x", "one"));
  REQUIRE(keep(cache, "http://b/y", "one"));
  CHECK(files(folder.path()) == Files{"index", file_of("one")});
  cache.drop("http://a/x");
  CHECK(cache.find("http://b/y"));
  cache.drop("http://b/y");
  CHECK(files(folder.path()) == Files{"index"});
  cache.drop("http://b/y");
}

TEST_CASE("a picture that changed leaves no file behind") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder.path());
  REQUIRE(keep(cache, "http://a/x", "one"));
  REQUIRE(keep(cache, "http://a/x", "two"));
  CHECK(files(folder.path()) == Files{"index", file_of("two")});
}

TEST_CASE("what was used longest ago is evicted, and not what was used since") {
  const TemporaryFolder folder;
  const PictureLimits limits{.bytes = 12, .pictures = 3};
  PictureCache cache = opened(folder.path(), limits);
  for (const char* picture : {"pic1", "pic2", "pic3"}) {
    REQUIRE(keep(cache, picture, picture));
  }
  cache.use("pic1");
  cache.use("none");
  REQUIRE(keep(cache, "pic4", "pic4"));
  CHECK(files(folder.path()) == Files{"index", file_of("pic1"), file_of("pic3"), file_of("pic4")});
  CHECK_FALSE(keep(cache, "pic5", "over the limit by itself"));
  CHECK(files(folder.path()) == Files{"index"});
}

TEST_CASE("a folder that grew too large under another version is cut when it is opened") {
  const TemporaryFolder folder;
  PictureCache before = opened(folder.path());
  for (const char* picture : {"pic1", "pic2", "pic3"}) {
    REQUIRE(keep(before, picture, picture));
  }
  opened(folder.path(), {.bytes = 8});
  CHECK(files(folder.path()) == Files{"index", file_of("pic2"), file_of("pic3")});
}

TEST_CASE("a confirmed picture is as fresh as it was confirmed, on disk with the next change") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder.path());
  REQUIRE(keep(cache, "http://a/x", "one"));
  const std::string index = file_text(folder / "index");
  cache.confirm("http://a/x", {"\"b\"", ""}, ten + std::chrono::minutes(10));
  cache.confirm("http://a/none", {"\"b\"", ""}, ten);
  CHECK(file_text(folder / "index") == index);
  CHECK(cache.find("http://a/x")->fetched == ten + std::chrono::minutes(10));
  CHECK(cache.find("http://a/x")->validators.etag == "\"b\"");
  REQUIRE(keep(cache, "http://a/y", "two"));
  CHECK(opened(folder.path()).find("http://a/x")->fetched == ten + std::chrono::minutes(10));
}

TEST_CASE("a file that is torn or vanished is reported, and not there") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder.path());
  REQUIRE(keep(cache, "http://a/x", "one"));
  REQUIRE(keep(cache, "http://b/y", "one"));
  const auto file = folder / file_of("one");
  std::string what;
  SECTION("cut") {
    write_file(file, "on");
    CHECK_FALSE(cache.holds("http://a/x"));
    what = "is not the picture that was kept, or torn";
  }
  SECTION("of the right size, and other bytes") {
    write_file(file, "\0\0\0");
    what = "is not the picture that was kept, or torn";
  }
  SECTION("vanished") {
    std::filesystem::remove(file);
    CHECK_FALSE(cache.holds("http://a/x"));
    what = "cannot be read: No such file or directory";
  }
  SECTION("a folder") {
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);
    what = "cannot be read: Is a directory";
  }
  SECTION("far too large") {
    std::filesystem::resize_file(file, kiosk::max_picture_bytes + 1);
    what = "is larger than 8388608 bytes";
  }
  CHECK_FALSE(cache.find("http://a/x"));
  REQUIRE(cache.failure());
  CHECK(cache.failure()->severity == kiosk::Severity::warning);
  CHECK(cache.failure()->file == file.string());
  CHECK(cache.failure()->what == what);
  CHECK_FALSE(cache.holds("http://b/y"));
  CHECK(keep(cache, "http://a/x", "one"));
  CHECK_FALSE(cache.failure());
  CHECK(cache.find("http://a/x"));
}

TEST_CASE("an index that is torn or foreign is reported, and the folder begins anew") {
  const TemporaryFolder folder;
  {
    PictureCache cache = opened(folder.path());
    REQUIRE(keep(cache, "http://a/x", "one"));
  }
  SECTION("cut") { std::filesystem::resize_file(folder / "index", 50); }
  SECTION("foreign") { write_file(folder / "index", "<html>"); }
  SECTION("empty") { write_file(folder / "index", ""); }
  SECTION("far too large") { std::filesystem::resize_file(folder / "index", 1U << 30U); }
  PictureCache cache = opened(folder.path());
  REQUIRE(cache.failure());
  CHECK(cache.failure()->severity == kiosk::Severity::warning);
  CHECK(cache.failure()->file == (folder / "index").string());
  CHECK_FALSE(cache.find("http://a/x"));
  CHECK(files(folder.path()) == Files{"index"});
  CHECK(keep(cache, "http://a/x", "one"));
  CHECK_FALSE(cache.failure());
}

TEST_CASE("what a power cut left is cleared away, and nothing that is not ours") {
  const TemporaryFolder folder;
  const std::string old_temporary = "." + file_of("x") + ".77-0.tmp";
  const std::string new_temporary = "." + file_of("y") + '.' + std::to_string(::getpid()) + "-0.tmp";
  for (const std::string& name : {file_of("x"), old_temporary, new_temporary, std::string("holiday.jpg"),
                                  std::string(".holiday.tmp"), std::string("feed-0123456789abcdef")}) {
    write_file(folder / name, "x");
  }
  for (const std::string& name : {old_temporary, std::string(".holiday.tmp")}) {
    std::filesystem::last_write_time(folder / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
  }
  opened(folder.path());
  CHECK(files(folder.path()) == Files{new_temporary, "holiday.jpg", ".holiday.tmp", "feed-0123456789abcdef"});
}

TEST_CASE("pictures are for their owner alone, also those that an earlier version kept for all") {
  const TemporaryFolder folder;
  {
    PictureCache cache = opened(folder / "pictures");
    CHECK(keep(cache, "http://a/x", "one"));
  }
  namespace fs = std::filesystem;
  const fs::path picture = folder / "pictures" / file_of("one");
  const auto mode_of = [](const fs::path& path) { return fs::status(path).permissions(); };
  for (int start = 0; start < 2; ++start) {
    CHECK(mode_of(folder / "pictures") == fs::perms(0700));
    CHECK(mode_of(folder / "pictures" / "index") == fs::perms(0600));
    CHECK(mode_of(picture) == fs::perms(0600));
    fs::permissions(folder / "pictures", fs::perms(0755));
    fs::permissions(folder / "pictures" / "index", fs::perms(0644));
    fs::permissions(picture, fs::perms(0644));
    CHECK(opened(folder / "pictures").find("http://a/x"));
  }
}

TEST_CASE("a folder that cannot be written is reported, and keeps nothing") {
  const TemporaryFolder folder;
  write_file(folder / "plain", "x");
  PictureCache cache = opened(folder / "plain");
  CHECK_FALSE(keep(cache, "http://a/x", "one"));
  REQUIRE(cache.failure());
  CHECK(cache.failure()->severity == kiosk::Severity::warning);
  CHECK(cache.failure()->what.starts_with("cannot be written: "));
  CHECK_FALSE(cache.find("http://a/x"));
  CHECK_FALSE(cache.holds("http://a/x"));
  std::filesystem::remove(folder / "plain");
  CHECK(keep(cache, "http://a/x", "one"));
  CHECK_FALSE(cache.failure());
}

TEST_CASE("a folder that vanished is made again") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder / "pictures");
  REQUIRE(keep(cache, "http://a/x", "one"));
  std::filesystem::remove_all(folder / "pictures");
  CHECK_FALSE(cache.holds("http://a/x"));
  CHECK(keep(cache, "http://a/y", "two"));
  CHECK(files(folder / "pictures") == Files{"index", file_of("two")});
}

TEST_CASE("without a folder nothing is kept, and nothing is wrong") {
  PictureCache cache = opened("");
  CHECK_FALSE(keep(cache, "http://a/x", "one"));
  CHECK_FALSE(cache.find("http://a/x"));
  cache.drop("http://a/x");
  cache.confirm("http://a/x", tag, ten);
  CHECK_FALSE(cache.failure());
}

TEST_CASE("no password and no address reaches the disk") {
  const TemporaryFolder folder;
  PictureCache cache = opened(folder.path());
  REQUIRE(keep(cache, "http://kiosk:hunter2@example.org/x?token=abc", "one"));
  CHECK(file_text(folder / "index").find("hunter2") == std::string::npos);
  CHECK(file_text(folder / "index").find("token") == std::string::npos);
}

TEST_CASE("an index flipped in any byte, behind its hash too, keeps nobody from opening the folder") {
  const TemporaryFolder folder;
  {
    PictureCache cache = opened(folder.path());
    for (const char* name : {"one", "two", "three"}) {
      REQUIRE(keep(cache, std::string("http://a/") + name, name));
    }
  }
  const std::string whole = file_text(folder / "index");
  const std::string first_line = whole.substr(0, whole.find('\n') + 1);
  const std::size_t lines_begin = whole.find('\n', first_line.size()) + 1;
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    std::string flipped = whole;
    const bool behind_hash = i % 2 == 1;
    const std::size_t begin = behind_hash ? lines_begin : 0;
    const std::size_t at = begin + random() % (whole.size() - begin);
    flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1U << (random() % 8)));
    if (behind_hash) {
      const std::string lines = flipped.substr(lines_begin);
      flipped = first_line + picture_file_name(body_hash(lines)) + '\n' + lines;
    }
    write_file(folder / "index", flipped);
    for (const char* name : {"one", "two", "three"}) {
      write_file(folder / file_of(name), name);
    }
    PictureCache cache = opened(folder.path());
    std::size_t found_pictures = 0;
    for (const char* name : {"one", "two", "three"}) {
      const auto found = cache.find(std::string("http://a/") + name);
      REQUIRE((!found || body_hash(found->bytes) == found->content));
      found_pictures += found ? 1 : 0;
    }
    // Torn, or a digit of the hash in the other case.
    REQUIRE((behind_hash || found_pictures == 0 || found_pictures == 3));
  }
}

TEST_CASE("a picture flipped in any byte is not there any more, and comes back with its next fetch") {
  const TemporaryFolder folder;
  const std::string address = "http://a/one";
  std::string picture;
  for (int i = 0; i < 1000; ++i) {
    picture += static_cast<char>(i);
  }
  {
    PictureCache cache = opened(folder.path());
    REQUIRE(keep(cache, address, picture));
  }
  for (std::size_t at = 0; at < picture.size(); ++at) {
    std::string flipped = picture;
    flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1U << (at % 8)));
    write_file(folder / file_of(picture), flipped);
    PictureCache cache = opened(folder.path());
    REQUIRE_FALSE(cache.find(address));
    REQUIRE(keep(cache, address, picture));
    REQUIRE(cache.find(address));
  }
}
