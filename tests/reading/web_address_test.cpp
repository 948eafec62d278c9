#include "reading/web_address.h"

#include <string>

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("an address that people and browsers read alike may be put into a code") {
  for (const char* address :
       {"http://a", "https://a.b/c?d#e", "HTTPS://A.B", "https://пример.рф/путь", "http://[::1]:80/", "https://a:1/",
        "https://a:65535", "https://youtube.example/@channel", "https://a?user@host", "https://a#@", "https://a/:x",
        "https://a/%0a%2e%5c", "https://a/b//c", "https://a/?q=\u200Dя", "https://a/;x=1,2'(3)"}) {
    CAPTURE(address);
    CHECK(fault_of_web_address(address) == "");
  }
}

TEST_CASE("an address that browsers read otherwise than people is refused, and the fault named") {
  const struct {
    const char* address;
    const char* fault;
  } cases[] = {{"https://evil.example\\@forum.example/live", "backslash"},
               {"https://forum.example\\.evil.example/", "backslash"},
               {"https:\\\\evil.example", "is not a web address"},
               {"https:/\\evil.example", "is not a web address"},
               {"https://forum.example/a\\b", "backslash"},
               {"https://forum.example@evil.example/", "user"},
               {"https://forum.example:pass@evil.example/", "user"},
               {"https://@evil.example/", "user"},
               {"https://user@", "user"},
               {"https:evil.example", "is not a web address"},
               {"https:/evil.example", "is not a web address"},
               {"https:///evil.example", "names no host"},
               {"https://?q", "names no host"},
               {"https://#a", "names no host"},
               {"https://", "names no host"},
               {"http:/a", "is not a web address"},
               {"ftp://a", "is not a web address"},
               {"javascript://a/%0aalert(1)", "is not a web address"},
               {"data:text/html,x", "is not a web address"},
               {"file:///etc/passwd", "is not a web address"},
               {"mailto:a@b", "is not a web address"},
               {"//a", "is not a web address"},
               {"a.b", "is not a web address"},
               {"", "is not a web address"},
               {"ht\ntps://a", "is not a web address"},
               {"https://a\n.evil.example", "control"},
               {"https://a\t.evil.example", "control"},
               {"https://forum.example/\r\nX", "control"},
               {"https://a b", "blank"},
               {"https://a/b c", "blank"},
               {"https://a/b\u00A0c", "blank"},
               {"https://a\u3000b", "blank"},
               {"https://a/\u009b2J", "control"},
               {"https://forum.example/\u202Efdp", "control"},
               {"https://\u202Eelpmaxe.murof", "control"},
               {"https://\u2066a\u2069", "control"},
               {"https://a/\uFEFF", "control"},
               {"https://a/\U000E0041", "control"},
               {"https://a/\xff", "UTF-8"},
               {"https://a/\xc0\xaf", "UTF-8"},
               {"https://a:", "port"},
               {"https://a:/", "port"},
               {"https://a:0/", "port"},
               {"https://a:080/", "port"},
               {"https://a:65536/", "port"},
               {"https://a:99999999999/", "port"},
               {"https://a:b/", "port"},
               {"https://a:80:80/", "port"},
               {"https://a:+80/", "port"},
               {"https://[::1]:x/", "port"},
               {"https://[::1]x/", "host"},
               {"https://[::1/", "port"},
               {"https://forum.example./", "host"},
               {"https://.forum.example/", "host"},
               {"https://forum..example/", "host"},
               {"https://forum%2eexample/", "host"},
               {"https://forum.example%2f.evil.example/", "host"},
               {"https://forum.example%00.evil.example/", "host"},
               {"https://forum。example/", "host"},
               {"https://ｆorum.example/", "host"},
               {"https://forum.example／.evil.example/", "host"},
               {"https://2130706433/", "host"},
               {"https://0x7f.1/", "host"},
               {"https://xn--a/", "host"}};
  for (const auto& wrong : cases) {
    CAPTURE(wrong.address);
    CHECK(std::string(fault_of_web_address(wrong.address)).find(wrong.fault) != std::string::npos);
  }
}
