#include "feed/last_good.h"

#include <fstream>
#include <limits>

#include "base/body_hash.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::body_hash;
using kiosk::confirm_last_good;
using kiosk::Instant;
using kiosk::last_good_path;
using kiosk::LastGood;
using kiosk::load_last_good;
using kiosk::save_last_good;
using kiosk::test::file_text;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

const std::string feed = "https://example.org/feed.json";

LastGood example() {
  return {.feed = feed,
          .validators = {"W/\"65-a\"", "Wed, 17 Apr 2024 07:00:00 GMT"},
          .fetched = Instant(std::chrono::seconds(1713337200)),
          .body = std::string("{\n\0\"body\"\n\n}\n", 14)};
}

}  // namespace

TEST_CASE("the last good body comes back as it was kept") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder / "cache", example()));
  const auto loaded = load_last_good(folder / "cache", feed);
  REQUIRE(loaded);
  REQUIRE(loaded->has_value());
  CHECK((*loaded)->feed == feed);
  CHECK((*loaded)->validators == example().validators);
  CHECK((*loaded)->fetched == example().fetched);
  CHECK((*loaded)->body == example().body);
}

TEST_CASE("validators that are not known, and an empty body, come back so") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder.path(), {.feed = feed, .fetched = Instant(std::chrono::seconds(-5))}));
  const LastGood loaded = load_last_good(folder.path(), feed).value().value();
  CHECK(loaded.validators == kiosk::Validators());
  CHECK(loaded.fetched == Instant(std::chrono::seconds(-5)));
  CHECK(loaded.body.empty());
}

TEST_CASE("where nothing was kept there is nothing, and no problem") {
  const TemporaryFolder folder;
  CHECK_FALSE(load_last_good(folder.path(), feed).value());
  CHECK_FALSE(load_last_good(folder / "none" / "at all", feed).value());
}

TEST_CASE("each feed has a file of its own") {
  const TemporaryFolder folder;
  LastGood other = example();
  other.feed = "https://example.org/other.json";
  other.body = "other";
  REQUIRE(save_last_good(folder.path(), example()));
  REQUIRE(save_last_good(folder.path(), other));
  CHECK(load_last_good(folder.path(), feed).value()->body == example().body);
  CHECK(load_last_good(folder.path(), other.feed).value()->body == "other");
}

TEST_CASE("another feed's file is not shown") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder.path(), example()));
  std::filesystem::rename(last_good_path(folder.path(), feed), last_good_path(folder.path(), "b.json"));
  const auto loaded = load_last_good(folder.path(), "b.json");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().file == last_good_path(folder.path(), "b.json").string());
  CHECK(loaded.error().what == "holds another feed: " + feed);
}

TEST_CASE("a file torn anywhere is noticed") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder.path(), example()));
  const auto path = last_good_path(folder.path(), feed);
  const std::string whole = file_text(path);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_file(path, whole.substr(0, size));
    CAPTURE(size);
    REQUIRE_FALSE(load_last_good(folder.path(), feed));
  }
}

TEST_CASE("a file with any one byte changed is noticed") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder.path(), example()));
  const auto path = last_good_path(folder.path(), feed);
  const std::string whole = file_text(path);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    write_file(path, changed);
    CAPTURE(i);
    REQUIRE_FALSE(load_last_good(folder.path(), feed));
  }
}

TEST_CASE("a file of something else is a problem that names it") {
  const TemporaryFolder folder;
  write_file(last_good_path(folder.path(), feed), "{\"format\": \"venue-feed/1\"}");
  const auto loaded = load_last_good(folder.path(), feed);
  REQUIRE_FALSE(loaded);
  CHECK(to_string(loaded.error()) ==
        last_good_path(folder.path(), feed).string() + ": is no last good feed of this program, or torn");
}

TEST_CASE("a directory in the file's place is a problem, for reading and for writing") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(last_good_path(folder.path(), feed) / "inside");
  CHECK_FALSE(load_last_good(folder.path(), feed));
  CHECK_FALSE(save_last_good(folder.path(), example()));
}

TEST_CASE("a folder that cannot be written is a problem, and reading there finds nothing") {
  const TemporaryFolder folder;
  write_file(folder / "plain", "x");
  const auto saved = save_last_good(folder / "plain", example());
  REQUIRE_FALSE(saved);
  CHECK(saved.error().what.starts_with("cannot be written: "));
  const auto loaded = load_last_good(folder / "plain", feed);
  CHECK_FALSE((loaded && loaded->has_value()));
}

TEST_CASE("a password in the address is not written to disk, and yet tells one address from another") {
  const TemporaryFolder folder;
  LastGood secret = example();
  secret.feed = "https://kiosk:hunter2@example.org/feed.json";
  REQUIRE(save_last_good(folder.path(), secret));
  const std::string text = file_text(last_good_path(folder.path(), secret.feed));
  CHECK(text.find("hunter2") == std::string::npos);
  CHECK(text.find("https://example.org/feed.json") != std::string::npos);
  CHECK(load_last_good(folder.path(), secret.feed).value());
  CHECK_FALSE(load_last_good(folder.path(), feed).value());
}

TEST_CASE("a validator that is no line is not kept, and the rest is") {
  const TemporaryFolder folder;
  LastGood odd = example();
  odd.validators.etag = "\"a\nfetched: 0\"";
  REQUIRE(save_last_good(folder.path(), odd));
  const LastGood loaded = load_last_good(folder.path(), feed).value().value();
  CHECK(loaded.validators.etag.empty());
  CHECK(loaded.fetched == odd.fetched);
}

TEST_CASE("a good body of an absurd age is a good body") {
  const TemporaryFolder folder;
  for (const std::int64_t seconds : {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(),
                                     std::int64_t{253'402'300'800}}) {
    LastGood old = example();
    old.fetched = Instant(std::chrono::seconds(seconds));
    REQUIRE(save_last_good(folder.path(), old));
    CHECK(load_last_good(folder.path(), feed).value().value().fetched == Instant());
    CHECK(load_last_good(folder.path(), feed).value().value().body == example().body);
    REQUIRE(save_last_good(folder.path(), example()));
    REQUIRE(confirm_last_good(folder.path(), feed, body_hash(example().body), old.fetched));
    CHECK(load_last_good(folder.path(), feed).value().value().fetched == example().fetched);
  }
}

TEST_CASE("what is kept of a feed is for its owner alone") {
  const TemporaryFolder folder;
  REQUIRE(save_last_good(folder / "cache", example()));
  REQUIRE(confirm_last_good(folder / "cache", feed, body_hash(example().body), example().fetched));
  const auto mode_of = [](const std::filesystem::path& path) { return std::filesystem::status(path).permissions(); };
  CHECK(mode_of(folder / "cache") == std::filesystem::perms(0700));
  for (const auto& file : std::filesystem::directory_iterator(folder / "cache")) {
    CHECK(mode_of(file.path()) == std::filesystem::perms(0600));
  }
}
