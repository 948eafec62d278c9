#include "locales/host_name.h"

#include <algorithm>
#include <string>

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a host is written as it is opened in letters of any script") {
  for (const char* host : {"a",
                           "localhost",
                           "forum.example",
                           "FORUM.Example",
                           "my_host.example",
                           "r3---sn-4g5e6nsz.googlevideo.com",
                           "-a-.example",
                           "форум.рф",
                           "Форум.РФ",
                           "пример.испытание",
                           "xn--e1aybc.xn--p1ai",
                           "bücher.example",
                           "straße.example",
                           "日本語.jp",
                           "例え.テスト",
                           "한국.kr",
                           "مثال.مصر",
                           "דוגמה.קום",
                           "उदाहरण.भारत",
                           "i\u0306.example",
                           "127.0.0.1",
                           "192.168.1.10",
                           "[::1]",
                           "[2001:db8::1]",
                           "[::ffff:127.0.0.1]",
                           "1.example",
                           "0x.example"}) {
    CAPTURE(host);
    CHECK(is_host_as_opened(host));
  }
}

TEST_CASE("a host that a browser opens as another, or not at all, is not written as it is opened") {
  for (const char* host :
       {"", ".", "a.", ".a", "a..b", "a b", "a\tb", "a%2eb", "a%2Fb", "%61", "a\\b", "a@b", "a:1", "a<b", "a|b", "a^b",
        "a\"b", "a'b", "a,b", "a;b", "a!b", "a&b", "a=b", "a+b", "a(b)", "a*b", "[::1", "::1", "[]", "[::1%25eth0]",
        "[1.2.3.4]", "[::g]",
        // Dots that are none until they are mapped, and letters that become others.
        "forum。example", "forum．example", "forum｡example", "ｅvil.example", "ﬁ.example", "a\u00ADb.example",
        "a\u200Bb.example", "a\u2060b.example", "ab\u200D.example", "\uFEFFa.example", "ⓐ.example", "𝐚.example",
        "a\u202Eb.example", "a\u009b.example", "℀.example", "a／b.example", "1⒈com",
        // IPv4 in other clothes.
        "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.0.0.01", "1.2.3.256", "1.2.3.4.5", "a.1",
        "a.0x1", "0x", "１27.0.0.1",
        // Punycode of nothing.
        "xn--", "xn--a.example", "xn--\u0430.example"}) {
    CAPTURE(host);
    CHECK_FALSE(is_host_as_opened(host));
  }
  CHECK(is_host_as_opened(std::string(63, 'a') + ".example"));
  CHECK_FALSE(is_host_as_opened(std::string(64, 'a') + ".example"));
  std::string longest = "a";
  while (longest.size() < 253) {
    longest += ".a";
  }
  CHECK(is_host_as_opened(longest));
  CHECK_FALSE(is_host_as_opened(longest + ".a"));
}

TEST_CASE("an internationalised host is read in its own letters") {
  const struct {
    const char* opened;
    const char* read;
  } cases[] = {{"xn--90adear.xn--p1ai", "гибдд.рф"},
               {"форум.рф", "форум.рф"},
               {"форум.example", "форум.example"},
               {"ФОРУМ.рф", "форум.рф"},
               {"хор.рф", "хор.рф"},  // each letter looks Latin, but under .рф there is nothing to imitate
               {"библиотека-2024.рф", "библиотека-2024.рф"},
               {"bücher.example", "bücher.example"},
               {"xn--bcher-kva.example", "bücher.example"},
               {"straße.example", "straße.example"},
               {"ışık.example", "ışık.example"},
               {"việt.example", "việt.example"},
               {"łódź.example", "łódź.example"},
               {"æble.example", "æble.example"},
               {"ελλάδα.ελ", "ελλάδα.ελ"},
               {"日本語.jp", "日本語.jp"},
               {"図書館フォーラムの2024.jp", "図書館フォーラムの2024.jp"},
               {"toshokan図書館フォーラム.jp", "toshokan図書館フォーラム.jp"},
               {"スーパー.jp", "スーパー.jp"},
               {"图书馆.中国", "图书馆.中国"},
               {"한국어.kr", "한국어.kr"},
               {"مثال.مصر", "مثال.مصر"},
               {"דוגמה.קום", "דוגמה.קום"},
               {"उदाहरण.भारत", "उदाहरण.भारत"},
               {"ตัวอย่าง.ไทย", "ตัวอย่าง.ไทย"},
               {"հայերեն.հայ", "հայերեն.հայ"},
               {"მაგალითი.გე", "მაგალითი.გე"}};
  for (const auto& host : cases) {
    CAPTURE(host.opened);
    CHECK(host_to_read(host.opened) == host.read);
  }
}

TEST_CASE("a host that could be taken for another is read in punycode") {
  for (const char* host : {"аррӏе.com",
                           "аррӏе.example",
                           "рауpal.com",
                           "pаypal.com",
                           "gооgle.com",
                           "googlе.com",
                           "сосо.com",
                           "хор.com",
                           "www.аррӏе.com",
                           "login.аррӏе.com",
                           "example.соm",
                           "ехаmрlе.рф",
                           "gοοgle.com",  // Greek
                           "ρορ.com",     // Greek alone
                           "օոս.com",     // Armenian alone
                           "gıthub.com",
                           "ıcloud.com",
                           "i\u0307nstagram.com",
                           "lı\u0307nk.com",
                           "ɡoogle.com",
                           "ᴀpple.com",
                           "aⅼpha.com",
                           "forum.exampleノlive.evil.com",
                           "evilーforum.com",
                           "a一b.com",
                           "a·b.com",
                           "ԁropbox.com",
                           "ѕcope.com",
                           "forum\u0338live.com",
                           "日\u0301本.jp",
                           "１２.com",
                           "a٠b.com",
                           "форум٣.рф",
                           "ᏢᎪᎽ.com",
                           "ꓮꓲꓲ.com",
                           "ӏӏӏ.com",
                           "a\u2044b.example",
                           "а.com",
                           "𝗀oogle.com"}) {
    CAPTURE(host);
    const std::string read = host_to_read(host);
    CAPTURE(read);
    const bool is_ascii =
        std::all_of(read.begin(), read.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    CHECK((is_ascii || !is_host_as_opened(host)));  // what is opened as another is shown by no code at all
    CHECK_FALSE(read.empty());
  }
  CHECK(host_to_read("аррӏе.com") == "xn--80ak6aa92e.com");
}

TEST_CASE("other hosts are read as they are, in lower case") {
  CHECK(host_to_read("Forum.Example") == "forum.example");
  CHECK(host_to_read("127.0.0.1") == "127.0.0.1");
  CHECK(host_to_read("[2001:db8::1]") == "[2001:db8::1]");
  CHECK(host_to_read("").empty());
}
