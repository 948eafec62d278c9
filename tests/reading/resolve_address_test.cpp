#include "reading/resolve_address.h"

#include "tests/catch.h"

using kiosk::resolve_address;

namespace {

const std::string web_feed = "https://example.org/forum/feed.json?token=1#x";
const std::string file_feed = "/srv/forum/feed.json";

// The address, or "refused: " and why.
std::string resolved(std::string_view address, std::string_view base) {
  const auto result = resolve_address(address, base);
  return result ? *result : "refused: " + to_string(result.error());
}

}  // namespace

TEST_CASE("a feed from the web names pictures beside it, above it, on its host and elsewhere on the web") {
  struct Case {
    const char* address;
    const char* absolute;
  };
  const Case cases[] = {
      {"logo.png", "https://example.org/forum/logo.png"},
      {"./logo.png", "https://example.org/forum/logo.png"},
      {"pictures/a.jpg?v=2", "https://example.org/forum/pictures/a.jpg?v=2"},
      {"../logo.png", "https://example.org/logo.png"},
      {"../../../logo.png", "https://example.org/logo.png"},
      {"/logo.png", "https://example.org/logo.png"},
      {"//cdn.example.org/logo.png", "https://cdn.example.org/logo.png"},
      {"http://example.com/logo.png", "http://example.com/logo.png"},
      {"HTTPS://example.com/logo.png", "https://example.com/logo.png"},
      {"the logo.png", "https://example.org/forum/the%20logo.png"},
      {"the%20logo.png", "https://example.org/forum/the%20logo.png"},
      {"https://example.com/the logo.png", "https://example.com/the%20logo.png"},
      {"./a:b.png", "https://example.org/forum/a:b.png"},
      {"https://user@example.com/x.png", "https://user@example.com/x.png"},
      {"http://[::1]:8080/x.png", "http://[::1]:8080/x.png"},
  };
  for (const Case& picture : cases) {
    CAPTURE(picture.address);
    CHECK(resolved(picture.address, web_feed) == picture.absolute);
  }
}

TEST_CASE("letters of any script may stand in a path and in a host") {
  CHECK_FALSE(resolved("логотип.png", web_feed).starts_with("refused"));
  CHECK(resolved("логотип.png", "https://пример.рф/feed.json").starts_with("https://пример.рф/"));
  CHECK(resolved("https://пример.рф/логотип.png", web_feed) == "https://пример.рф/логотип.png");
}

TEST_CASE("a feed from the web names nothing but the web") {
  for (const char* address :
       {"file:///etc/passwd", "FILE:///etc/passwd", "file:/etc/passwd", "file:passwd", "ftp://example.org/logo.png",
        "data:image/png;base64,iVBORw0KGgo=", "javascript:alert(1)", "mailto:a@example.org", "a:b.png", "http://",
        "https://example.org:99999/logo.png", "gopher://example.org/", "https://exa\x01mple.org/"}) {
    CAPTURE(address);
    CHECK(resolved(address, web_feed).starts_with("refused: "));
    CHECK(resolved(address, "http://example.org").starts_with("refused: "));
  }
  CHECK(resolved("file:///etc/passwd", web_feed) ==
        "refused: \"file:///etc/passwd\" is not the address of a picture; write \"logo.png\" or \"https://…\"");
}

TEST_CASE("the base may be a host alone, have a port and hold a password") {
  CHECK(resolved("logo.png", "http://example.org") == "http://example.org/logo.png");
  CHECK(resolved("logo.png", "http://127.0.0.1:8080/feed.json") == "http://127.0.0.1:8080/logo.png");
  CHECK(resolved("logo.png", "https://user:password@example.org/feed.json") ==
        "https://user:password@example.org/logo.png");
  // Nobody else gets to see it.
  CHECK(resolved("//cdn.example.org/logo.png", "https://user:password@example.org/feed.json") ==
        "https://cdn.example.org/logo.png");
}

TEST_CASE("a feed that is a file names paths from its folder, and the web") {
  CHECK(resolved("logo.png", file_feed) == "/srv/forum/logo.png");
  CHECK(resolved("./pictures/the logo.png", file_feed) == "/srv/forum/pictures/the logo.png");
  CHECK(resolved("../logo.png", file_feed) == "/srv/logo.png");
  CHECK(resolved("/var/logo.png", file_feed) == "/var/logo.png");
  CHECK(resolved("логотип.png", file_feed) == "/srv/forum/логотип.png");
  CHECK(resolved("logo 100%.png", file_feed) == "/srv/forum/logo 100%.png");
  CHECK(resolved("https://example.org/logo.png", file_feed) == "https://example.org/logo.png");
  CHECK(resolved("logo.png", "feed.json") == "logo.png");
  for (const char* address : {"file:///srv/logo.png", "ftp://example.org/x", "data:image/png;base64,xx", "https://"}) {
    CAPTURE(address);
    CHECK(resolved(address, file_feed).starts_with("refused: "));
  }
}

TEST_CASE("without a base an address stays as it is") {
  for (const char* address : {"logo.png", "file:///x", "https://example.org/a b", ""}) {
    CHECK(resolved(address, "") == address);
  }
}
