#include "reading/plain_text.h"

#include <ctime>

#include "tests/catch.h"

using kiosk::Markup;
using kiosk::plain_text;

namespace {

struct Case {
  const char* written;
  const char* shown;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& text : cases) {
    CAPTURE(text.written);
    CHECK(plain_text(text.written) == text.shown);
    // What is plain already stays as it is, unless it was written to look like markup.
    if (std::string_view(text.shown).find_first_of("&<*_`[\\") == std::string_view::npos) {
      CHECK(plain_text(text.shown) == text.shown);
    }
  }
}

std::string repeated(const char* part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += part;
  }
  return text;
}

}  // namespace

TEST_CASE("plain text stays as it is") {
  for (const char* text : {"",
                           "Открытие",
                           "«ёлочки» и „лапки“",
                           "O'Reilly \"and\" co.",
                           "C++ & Rust",
                           "AT&T",
                           "R&D",
                           "Q&A: ask us",
                           "a & b",
                           "&",
                           "1 &lt 2",
                           "a < b > c",
                           "a<b",
                           "x <3 y",
                           "<3",
                           "<",
                           "<>",
                           "I <heart> you",
                           "<Имя>",
                           "vector<int>",
                           "[](){} and f[i](x)",
                           "[&](int)",
                           "[](auto x) {}",
                           "Map<K, V>",
                           "std::vector<std::string>",
                           "<your-name-here>",
                           "a <- b",
                           "=>",
                           "C:\\dir",
                           "\\",
                           "C#",
                           "F#",
                           "2*3*4",
                           "2 * 3 * 4",
                           "f*ck and sh*t",
                           "M*A*S*H",
                           "C*-algebras",
                           "5*",
                           "*",
                           "**",
                           "***",
                           "char *p",
                           "footnote*",
                           "snake_case_name",
                           "_",
                           "__",
                           "a_b",
                           "__init__.py and __main__",
                           "[CANCELLED] Talk",
                           "[1]",
                           "a[0]",
                           "[",
                           "]",
                           "![",
                           "[]()",
                           "x[i](y",
                           "`",
                           "it`s",
                           "http://a.b/c_d_e",
                           "https://a.b/?x=1&y=2",
                           "100 %",
                           "~5",
                           "^",
                           "|",
                           "{}",
                           "a|b",
                           "---",
                           "- - -",
                           "====",
                           "#1",
                           "+1",
                           "1)",
                           "@home",
                           "\u00AB\u00A0x\u00A0\u00BB"}) {
    CAPTURE(text);
    CHECK(plain_text(text) == text);
  }
}

TEST_CASE("what begins like a block of Markdown is a title like any other") {
  check_all({{"1. Опыт библиотек", "1. Опыт библиотек"},
             {"2024. Итоги", "2024. Итоги"},
             {"1) First", "1) First"},
             {"- тире", "- тире"},
             {"— тире", "— тире"},
             {"+ plus", "+ plus"},
             {"* star", "* star"},
             {"# C sharp", "# C sharp"},
             {"## Title ##", "## Title ##"},
             {"> x", "> x"},
             {"    x", "x"},
             {"\tx", "x"},
             {"Title\n---", "Title ---"},
             {"Title\n===", "Title ==="},
             {"---", "---"},
             {"***", "***"},
             {"```\ncode\n```", "code"},
             {"~~~ x", "~~~ x"},
             {"| a | b |\n|---|---|", "| a | b | |---|---|"},
             {"[id]: https://example.org", "[id]: https://example.org"},
             {"<div>\nHello\n</div>", "Hello"},
             {"1. *Опыт* библиотек", "1. Опыт библиотек"},
             {"# `C` sharp", "# C sharp"},
             {"x", "x"},
             {"x x", "x x"}});
}

TEST_CASE("white space of any kind is one space, and none at the ends") {
  check_all({{" a ", "a"},
             {"a  b", "a b"},
             {"a\r\nb\n\n\nc\td", "a b c d"},
             {"a\u2028b\u2029c\u0085d", "a b c d"},
             {"a\x01\x1F\x7F"
              "b",
              "a b"},
             {"a\u0080\u009F"
              "b",
              "a b"},
             {"\uFEFFtitle", "title"},
             {" \n\t ", ""},
             {"\u00A0 a\u00A0b \u00A0", "a\u00A0b"},
             {"\u3000你好\u3000世界\u3000", "你好\u3000世界"},
             {"&nbsp;", ""},
             {"a&#10;&#9;b", "a b"}});
  CHECK(plain_text(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("Markdown's inline marks leave their words") {
  check_all({{"*Hello*", "Hello"},
             {"**Hello** world", "Hello world"},
             {"***Hello***", "Hello"},
             {"_Hello_ world", "Hello world"},
             {"__Important__ news", "Important news"},
             {"_*both*_", "both"},
             {"*_both_*", "both"},
             {"**«Ёлочки»** сегодня", "«Ёлочки» сегодня"},
             {"今天**重点**内容", "今天重点内容"},
             {"`code`", "code"},
             {"Use `a*b` and ``c`d``", "Use a*b and c`d"},
             {"`<div>` is a tag", "<div> is a tag"},
             {"`&amp;`", "&amp;"},
             {"[Programme](https://example.org/a_b_c)", "Programme"},
             {"[**Bold** link](https://example.org \"title\")", "Bold link"},
             {"![A cat](cat.png) sits", "A cat sits"},
             {"[![logo](l.png)](https://example.org)", "logo"},
             {"<https://example.org/*x*>", "https://example.org/*x*"},
             {"<a@example.org>", "a@example.org"},
             {"\\*not emphasis\\*", "*not emphasis*"},
             {"\\[x\\] \\`y\\` \\_z\\_", "[x] `y` _z_"},
             {"*a* 2*3*4 **b**", "a 2*3*4 b"},
             {"*unclosed", "*unclosed"},
             {"**half*", "*half"}});
}

TEST_CASE("HTML tags go, those of blocks leave a space") {
  check_all({{"<b>Bold</b>", "Bold"},
             {"H<sub>2</sub>O", "H2O"},
             {"E=mc<SUP>2</SUP>", "E=mc2"},
             {"a<br>b<br/>c<BR />d", "a b c d"},
             {"<p>One</p><p>Two</p>", "One Two"},
             {"<ul><li>One</li><li>Two</li></ul>", "One Two"},
             {"<h1 class=\"x\">Title</h1>text", "Title text"},
             {"<div\nclass='x'>a</div>", "a"},
             {"<a href=\"https://example.org?a=1&amp;b=2\">Link</a>", "Link"},
             {"<span style='color: red'>Red</span>", "Red"},
             {"<font color=red>Red</font>", "Red"},
             {"<strong>*both*</strong>", "both"},
             {"<p><b>a</b> <i>b</i></p>", "a b"},
             {"<b>a", "a"},
             {"a</b>", "a"},
             {"a <img src=x onerror=\"alert(1)\"> b", "a b"}});
}

TEST_CASE("what no visitor should see of HTML goes, what only looks like it stays") {
  check_all({{"a<!-- comment -->b", "ab"},
             {"a<?php echo 1 ?>b", "ab"},
             {"a<!DOCTYPE html>b", "ab"},
             {"<![CDATA[Title & more]]>", "Title & more"},
             {"a<script>alert('<b>' + \"x\")</script>b", "ab"},
             {"a<STYLE type='text/css'>p > a { color: red }</style>b", "ab"},
             {"a<script>x</style>y</script>b", "ab"},
             {"<script>x</script>a<script>y</script>b", "ab"},
             {"Why the <script> tag", "Why the tag"},
             {"</script>a", "a"},
             {"a <!-- b", "a <!-- b"},
             {"a <b b", "a <b b"},
             {"<input> and <object>", "<input> and <object>"}});
}

TEST_CASE("character references become their characters, once") {
  check_all({{"AT&amp;T", "AT&T"},
             {"&laquo;Ёлочки&raquo; &mdash; &#8212; &#x2014;", "«Ёлочки» — — —"},
             {"a&nbsp;b", "a\u00A0b"},
             {"&quot;x&quot; &#39;y&#39;", "\"x\" 'y'"},
             {"1 &lt; 2 &gt; 0", "1 < 2 > 0"},
             {"&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"},
             {"&amp;amp;", "&amp;"},
             {"&unknown; &; &#; &#x;", "&unknown; &; &#; &#x;"},
             {"биб&shy;лио&shy;тека", "биб\u00ADлио\u00ADтека"},
             {"a&#1;b", "a b"},
             {"&#0;&#x110000;", "\uFFFD\uFFFD"},
             {"&#42;a&#42;", "*a*"}});
}

TEST_CASE("what scripts and emoji are joined with stays") {
  for (const char* text : {"биб\u00ADлио\u00ADтека", "👩\u200D👩\u200D👧\u200D👦 family", "🏳\uFE0F\u200D🌈",
                           "🏴\U000E0067\U000E0062\U000E007F", "می\u200Cخواهم", "क्\u200Dष", "שלום", "مرحبا بالعالم",
                           "日本語のタイトル", "한국어", "ไทย", "a\u2060b", "a\u200Bb", "a\u200Eb\u200Fc\u061C"}) {
    CAPTURE(text);
    CHECK(plain_text(text) == text);
    CHECK(plain_text("<b>" + std::string(text) + "</b>") == text);
  }
}

TEST_CASE("directions that are open at the end are closed, and ends of none are dropped") {
  check_all({{"\u202Eabc", "\u202Eabc\u202C"},
             {"\u202Aa\u202Bb\u202Dc", "\u202Aa\u202Bb\u202Dc\u202C\u202C\u202C"},
             {"\u2066a", "\u2066a\u2069"},
             {"\u2067a\u2068b", "\u2067a\u2068b\u2069\u2069"},
             {"\u2066a\u202Eb", "\u2066a\u202Eb\u202C\u2069"},
             {"\u202Ea\u202C b", "\u202Ea\u202C b"},
             {"\u2067a\u2069 b", "\u2067a\u2069 b"},
             {"a\u202C", "a"},
             {" \u202C a \u202C b \u2069", "a b"},
             {"a\u2069b", "ab"},
             {"\u202Ea\u2069", "\u202Ea\u202C"},
             {"\u2066a\u202C\u2069", "\u2066a\u2069"},
             {"\u2066a\u202Eb\u2069c\u202C", "\u2066a\u202Eb\u2069c"},
             {"a\u202E", "a\u202E\u202C"}});
  CHECK(plain_text("&#x202E;abc") == "\u202Eabc\u202C");
  CHECK(plain_text("<b>\u2067a</b>") == "\u2067a\u2069");
  CHECK(plain_text("…€—") == "…€—");
}

TEST_CASE("of a text that is plain all characters stay, but character references become theirs") {
  for (const char* text : {"<table> layouts are back",
                           "From <div> soup to semantics",
                           "<script> tags</script> stay",
                           "<?php still alive ?>",
                           "</head> the end",
                           "<!-- the end -->",
                           "<![CDATA[x]]>",
                           "<b>bold</b>",
                           "**bold** and *args",
                           "__init__ and _private_",
                           "`code`",
                           "[link](https://example.org)",
                           "![picture](a.png)",
                           "https://example.org/*x*",
                           "<https://example.org>",
                           "a \\* b \\\\ c",
                           "\\",
                           "# heading",
                           "- item",
                           "1. item",
                           "> quote",
                           "AT&T",
                           "R&D & me",
                           "&",
                           "&&",
                           "&amp",
                           "a &lt b",
                           "a & <b> & `c`",
                           "&unknown;",
                           "x",
                           ""}) {
    CAPTURE(text);
    CHECK(plain_text(text, Markup::references_only) == text);
  }
  for (const Case& text :
       {Case{"AT&amp;T", "AT&T"}, Case{"&lt;input&gt; & <input>", "<input> & <input>"},
        Case{"*a* &#8212; **b**", "*a* — **b**"}, Case{"&amp;amp; \\&amp;", "&amp; \\&"},
        Case{"&#42;a&#42; `&quot;` [&#39;](b)", "*a* `\"` ['](b)"}, Case{"&nbsp;a&#10;b&nbsp;", "a b"},
        Case{" <p>\n a &amp; b", "<p> a & b"}, Case{"&#x202E;abc", "\u202Eabc\u202C"}}) {
    CAPTURE(text.written);
    CHECK(plain_text(text.written, Markup::references_only) == text.shown);
  }
  CHECK(plain_text(" AT&amp;T <b> ", Markup::kept) == "AT&amp;T <b>");
}

TEST_CASE("a long text takes linear time whatever is in it") {
  for (const char* part : {"*",
                           "**",
                           "_",
                           "__",
                           "[",
                           "]",
                           "![",
                           "[](",
                           "<",
                           "</",
                           "<!--",
                           "<?",
                           "<!X",
                           "<a ",
                           "`",
                           "&",
                           "&#",
                           "\\",
                           "*a ",
                           "a*",
                           "a*b",
                           "_a",
                           "a**b",
                           "<b>",
                           "<script>",
                           "</script>",
                           "\u202E",
                           "\u2067",
                           "\u2069",
                           "\u202C",
                           "\u2066\u202E\u202C\u202C",
                           " ",
                           "\u00A0",
                           "\n",
                           "a_",
                           "__a__",
                           "{",
                           "~"}) {
    CAPTURE(part);
    const auto time_of = [&](std::size_t bytes) {
      const std::string text = repeated(part, bytes);
      const std::clock_t begin = std::clock();  // the processor's time: others may want it, too
      CHECK(plain_text(text).size() <= 2 * text.size() + 2);
      CHECK(plain_text('&' + text, Markup::references_only).size() <= 2 * text.size() + 3);
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    // Quadratic time would be minutes; linear is a fraction of a second in the slowest build.
    CHECK(time_of(256U << 10U) < 20);
  }
}

TEST_CASE("backticks of every length take linear time") {
  std::string text;
  for (std::size_t length = 1; text.size() < (64U << 10U); ++length) {
    text += std::string(length, '`') + 'a';
  }
  CHECK_FALSE(plain_text(text).empty());
}
