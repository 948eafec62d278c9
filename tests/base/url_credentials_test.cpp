#include "base/url.h"

#include <string>


#include "tests/catch.h"

using kiosk::without_credentials;

TEST_CASE("an address is named without user and password") {
  CHECK(without_credentials("https://user:pass@example.org:8080/feed.json?a=b@c") ==
        "https://example.org:8080/feed.json?…");
  CHECK(without_credentials("http://user@example.org") == "http://example.org");
  CHECK(without_credentials("http://user:p@ss@example.org/") == "http://example.org/");
  CHECK(without_credentials("http://example.org?q=@") == "http://example.org?…");
  // A password that should have been escaped, and a scheme that is none of ours.
  CHECK(without_credentials("http://user:pa/ss@example.org/feed.json") == "http://example.org/feed.json");
  CHECK(without_credentials("htps://user:pw@example.org/x") == "htps://example.org/x");
  CHECK(without_credentials("https://example.org:8080/@user/feed.json") == "https://example.org:8080/@user/feed.json");
  CHECK(without_credentials("https://[2001:db8::1]/@x") == "https://[2001:db8::1]/@x");
}

TEST_CASE("a slash too many, which curl forgives, gives no password away") {
  for (const char* address : {"https:///user:word@host/", "http:////user:word@host/feed.json"}) {
    INFO(address);
    CHECK(without_credentials(address).find("word") == std::string::npos);
  }
}

TEST_CASE("an address without credentials, and a path, are named as they are") {
  for (const char* feed : {"http://example.org/@user/feed", "https://example.org", "/srv/a@b/feed.json",
                           "feed@home.json", "http://", ""}) {
    CHECK(without_credentials(feed) == feed);
  }
}
