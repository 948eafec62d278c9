#include "commands/file_names.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a plain hall id is its file's name") { CHECK(file_name_of("Large_conference-2") == "Large_conference-2"); }

TEST_CASE("everything else in a hall id is percent-encoded, byte by byte") {
  CHECK(file_name_of("зал/1") == "%D0%B7%D0%B0%D0%BB%2F1");
  CHECK(file_name_of("..") == "%2E%2E");
  CHECK(file_name_of("a b%") == "a%20b%25");
  CHECK(file_name_of(std::string_view("\0\n\xFF", 3)) == "%00%0A%FF");
}

TEST_CASE("a name is no longer than file systems take") {
  const std::string longest(200, 'a');
  CHECK(file_name_of(longest) == longest);
  CHECK(file_name_of(longest + 'a').size() <= 200);
  CHECK(file_name_of(longest + 'a') != file_name_of(longest + 'b'));
  CHECK(file_name_of(std::string(5000, '\x9b')).size() <= 200);
}

TEST_CASE("ids that differ give names that differ") { CHECK(file_name_of("a/b") != file_name_of("a%2Fb")); }
