#include "pictures/index.h"

#include "base/body_hash.h"
#include "tests/catch.h"

using kiosk::body_hash;
using kiosk::Instant;
using kiosk::parse_picture_index;
using kiosk::picture_file_name;
using kiosk::PictureEntry;
using kiosk::PictureIndex;
using kiosk::PictureLimits;

namespace {

PictureEntry entry(std::uint64_t address, std::uint64_t content, std::size_t size = 100) {
  return {address,
          content,
          size,
          {"\"" + std::to_string(content) + "\"", "Wed, 17 Apr 2024 07:00:00 GMT"},
          Instant(std::chrono::seconds(1713337200))};
}

std::vector<std::uint64_t> addresses(const PictureIndex& index) {
  std::vector<std::uint64_t> all;
  for (const PictureEntry& one : index.entries()) {
    all.push_back(one.address);
  }
  return all;
}

using Addresses = std::vector<std::uint64_t>;

PictureIndex index_of(std::initializer_list<PictureEntry> entries) {
  PictureIndex index;
  for (const PictureEntry& one : entries) {
    index.put(one);
  }
  return index;
}

}  // namespace

TEST_CASE("the picture used last stands first") {
  PictureIndex index = index_of({entry(1, 11), entry(2, 12), entry(3, 13)});
  CHECK(addresses(index) == Addresses{3, 2, 1});
  index.use(1);
  CHECK(addresses(index) == Addresses{1, 3, 2});
  index.use(99);
  CHECK(addresses(index) == Addresses{1, 3, 2});
  index.put(entry(2, 22));
  CHECK(addresses(index) == Addresses{2, 1, 3});
  CHECK(index.find(2)->content == 22);
  CHECK(index.find(99) == nullptr);
  CHECK_FALSE(index.names(12));
}

TEST_CASE("one content may have several addresses, and goes with all of them or with the last") {
  PictureIndex index = index_of({entry(1, 11), entry(2, 11), entry(3, 13)});
  index.drop(1);
  CHECK(index.names(11));
  index.drop(2);
  CHECK_FALSE(index.names(11));
  index = index_of({entry(1, 11), entry(2, 11), entry(3, 13)});
  index.drop_content(11);
  CHECK(addresses(index) == Addresses{3});
}

TEST_CASE("what was used longest ago goes first when there are too many bytes") {
  PictureIndex index = index_of({entry(1, 11), entry(2, 12), entry(3, 13)});
  index.use(1);
  index.shrink({.bytes = 300});
  CHECK(index.entries().size() == 3);
  index.shrink({.bytes = 299});
  CHECK(addresses(index) == Addresses{1, 3});
  index.shrink({.bytes = 99});
  CHECK(index.entries().empty());
}

TEST_CASE("what was used longest ago goes first when there are too many pictures") {
  PictureIndex index = index_of({entry(1, 11), entry(2, 12), entry(3, 13)});
  index.shrink({.pictures = 3});
  CHECK(index.entries().size() == 3);
  index.shrink({.pictures = 2});
  CHECK(addresses(index) == Addresses{3, 2});
}

TEST_CASE("the bytes of a content under two addresses count once") {
  PictureIndex index = index_of({entry(1, 11), entry(2, 12), entry(3, 12)});
  index.shrink({.bytes = 200});
  CHECK(index.entries().size() == 3);
}

TEST_CASE("a size nobody can have is no way around the limits") {
  PictureIndex index = index_of({entry(1, 11, SIZE_MAX), entry(2, 12, 5)});
  index.shrink({});
  CHECK(addresses(index) == Addresses{2});
}

TEST_CASE("an index comes back from its text as it was") {
  for (const PictureIndex& index :
       {PictureIndex(), index_of({entry(1, 11), entry(0xFFFFFFFFFFFFFFFF, 12), entry(3, 11, 0)}),
        index_of({{.address = 7, .fetched = Instant(std::chrono::seconds(-5))}})}) {
    const auto back = parse_picture_index(to_text(index));
    REQUIRE(back);
    CHECK(*back == index);
  }
}

TEST_CASE("a validator that would break a line is forgotten") {
  const PictureIndex index = index_of({{.address = 7, .validators = {"\"a\tb\"", "x\ny"}}});
  const auto back = parse_picture_index(to_text(index));
  REQUIRE(back);
  CHECK(back->find(7)->validators == kiosk::Validators());
}

TEST_CASE("a text that is torn, changed or foreign is no index") {
  const std::string text = to_text(index_of({entry(1, 11), entry(2, 12)}));
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(parse_picture_index(text.substr(0, size)));
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    CAPTURE(at);
    std::string changed = text;
    changed[at] = changed[at] == '!' ? '?' : '!';
    CHECK_FALSE(parse_picture_index(changed));
  }
  CHECK_FALSE(parse_picture_index(text + text));
  CHECK_FALSE(parse_picture_index("\x89PNG\r\n"));
}

TEST_CASE("only names this program gives are those of pictures") {
  CHECK(kiosk::picture_file_name(0xAB) == "00000000000000ab");
  CHECK(kiosk::is_picture_file_name("00000000000000ab"));
  for (const char* name : {"", "index", "00000000000000a", "00000000000000abc", "00000000000000AB", "0000000000000x12",
                           ".0000000000000ab"}) {
    CAPTURE(name);
    CHECK_FALSE(kiosk::is_picture_file_name(name));
  }
}

TEST_CASE("times and sizes at the limits of their numbers are read as what a clock can show") {
  for (const char* number : {"9223372036854775807", "-9223372036854775808"}) {
    const std::string lines =
        "0000000000000001\t0000000000000002\t18446744073709551615\t" + std::string(number) + "\t\t\n";
    const auto index =
        parse_picture_index("venue-kiosk pictures 1\n" + picture_file_name(body_hash(lines)) + '\n' + lines);
    REQUIRE(index);
    REQUIRE(index->entries().size() == 1);
    CHECK(std::chrono::abs(index->entries()[0].fetched.time_since_epoch()) <= std::chrono::years(8030));
    PictureIndex shrunk = *index;
    shrunk.shrink({});
    CHECK(shrunk.entries().empty());
  }
}

TEST_CASE("an index of as many entries as its file may hold is read, each address once") {
  std::string lines;
  for (int i = 0; i < 25'000; ++i) {
    lines += picture_file_name(static_cast<std::uint64_t>(i % 12'500)) + "\t0000000000000002\t1\t" + std::to_string(i) +
             "\t\t\n";
  }
  const auto index =
      parse_picture_index("venue-kiosk pictures 1\n" + picture_file_name(body_hash(lines)) + '\n' + lines);
  REQUIRE(index);
  CHECK(index->entries().size() == 12'500);
  CHECK(index->entries()[0].fetched == Instant());
}
