#include "feed/cache_folder.h"

#include "tests/catch.h"

using kiosk::is_cache_file_name;

TEST_CASE("the names of what is kept of feeds are known, and no others") {
  for (const char* name :
       {"pictures", "feed-0123456789abcdef", "feed-0123456789abcdef.confirmed", "feed-0123456789abcdef.memory"}) {
    CHECK(is_cache_file_name(name));
  }
  for (const char* name :
       {"", "feed-", "feed-0123456789abcde", "feed-0123456789abcdeg", "feed-0123456789ABCDEF",
        "feed-0123456789abcdef.json", "feed-0123456789abcdef.memory.bak", "xfeed-0123456789abcdef", "index"}) {
    INFO(name);
    CHECK_FALSE(is_cache_file_name(name));
  }
}
