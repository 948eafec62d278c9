#include "base/url.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("http and https are fetched, anything else is a path") {
  for (const char* url : {"http://example.org/f", "https://example.org", "HTTP://X", "HttpS://x"}) {
    CHECK(is_http_url(url));
  }
  for (const char* path : {"", "feed.json", "/srv/feed.json", "http", "http:/x", "ftp://example.org/x", "https"}) {
    CHECK_FALSE(is_http_url(path));
  }
}
