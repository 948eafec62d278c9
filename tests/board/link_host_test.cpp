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

TEST_CASE("what is no absolute link has no host") {
  CHECK(link_host("").empty());
  CHECK(link_host("culture.ru/live").empty());
}
