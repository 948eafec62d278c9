#include "board/link_host.h"

#include "tests/catch.h"

using kiosk::link_host;

TEST_CASE("of a link its host is shown, as people know it") {
  CHECK(link_host("https://www.culture.ru/live/broadcast/91474/x") == "culture.ru");
  CHECK(link_host("http://stream.example:8080/hall?x=1#y") == "stream.example");
  CHECK(link_host("https://user:secret@stream.example/") == "stream.example");
  CHECK(link_host("https://xn--90adear.xn--p1ai/") == "гибдд.рф");
  CHECK(link_host("https://[2001:db8::1]:443/x") == "[2001:db8::1]");
  CHECK(link_host("https://example?x=@y") == "example");
}

TEST_CASE("a host that could be taken for another is shown as it is opened") {
  CHECK(link_host("https://аррӏе.com/x") == "xn--80ak6aa92e.com");
  CHECK(link_host("https://www.xn--80ak6aa92e.com/x") == "xn--80ak6aa92e.com");
  CHECK(link_host("https://форум.рф/x") == "форум.рф");
  CHECK(link_host("https://www.форум.рф") == "форум.рф");
  CHECK(link_host("https://WWW.Forum.Example/") == "forum.example");
  CHECK(link_host("https://www.com/") == "www.com");
  CHECK(link_host("https://www/") == "www");
}

TEST_CASE("what is no absolute link has no host") {
  CHECK(link_host("").empty());
  CHECK(link_host("culture.ru/live").empty());
}
