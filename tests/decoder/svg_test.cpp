#include "decoder/svg.h"

#include <cmath>

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string svg(const std::string& content, const std::string& attributes = "width='120' height='40'") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + ">" +
         content + "</svg>";
}

constexpr const char* red_left = "<rect width='60' height='40' fill='#f00'/>";

const std::uint8_t* pixel(const Image& image, double x, double y) {
  return &image.rgba[4 * (static_cast<std::size_t>(y * image.size.height) * static_cast<std::size_t>(image.size.width) +
                          static_cast<std::size_t>(x * image.size.width))];
}

std::string refusal(const std::string& bytes) {
  const auto image = decode_svg(bytes);
  return image ? "" : image.error();
}

}  // namespace

TEST_CASE("an SVG is drawn as sharp as a screen can show it, its clear parts clear") {
  const auto image = decode_svg(svg(red_left));
  REQUIRE(image);
  CHECK(image->size == Size{1920, 640});
  CHECK(int{pixel(*image, 0.25, 0.5)[0]} == 255);
  CHECK(int{pixel(*image, 0.25, 0.5)[1]} == 0);
  CHECK(int{pixel(*image, 0.25, 0.5)[3]} == 255);
  CHECK(int{pixel(*image, 0.75, 0.5)[3]} == 0);
}

TEST_CASE("half clear colours of an SVG are straight, not multiplied") {
  const auto image = decode_svg(svg("<rect width='120' height='40' fill='#c86432' fill-opacity='.5'/>"));
  REQUIRE(image);
  const std::uint8_t* middle = pixel(*image, 0.5, 0.5);
  CHECK(std::abs(middle[0] - 200) <= 2);
  CHECK(std::abs(middle[1] - 100) <= 2);
  CHECK(std::abs(middle[2] - 50) <= 2);
  CHECK(std::abs(middle[3] - 128) <= 1);
}

TEST_CASE("an SVG has the proportions it says: by its sides, in any unit, or by its box") {
  for (const auto& [attributes, size] :
       {std::pair{"width='10' height='20'", Size{960, 1920}}, std::pair{"width='30mm' height='10mm'", Size{1920, 640}},
        std::pair{"viewBox='0 0 400 100'", Size{1920, 480}},
        std::pair{"width='100%' height='100%' viewBox='0 0 9 9'", Size{1920, 1920}},
        std::pair{"width='100000' height='1'", Size{1920, 1}}}) {
    INFO(attributes);
    const auto image = decode_svg(svg("", attributes));
    REQUIRE(image);
    CHECK(image->size == size);
  }
  for (const char* attributes : {"", "width='0' height='5'", "width='-1' height='5'", "width='1e400' height='1'",
                                 "viewBox='0 0 0 0'", "width='100%' height='100%'"}) {
    INFO(attributes);
    CHECK(refusal(svg("", attributes)) != "");
  }
}

TEST_CASE("an SVG with text is refused, since its fonts are not here") {
  for (const char* content : {"<text x='1' y='9'>Forum</text>", "<g><g><text/></g></g>",
                              "<s:text xmlns:s='http://www.w3.org/2000/svg'>x</s:text>", "<flowRoot/>"}) {
    INFO(content);
    CHECK(refusal(svg(content)).find("text") != std::string::npos);
  }
  CHECK(refusal(svg("<title>Forum</title><desc>text</desc><metadata>text</metadata>")) == "");
}

TEST_CASE("an SVG that reaches outside of its file is refused") {
  for (const char* content :
       {"<image href='http://evil.example/a.png'/>", "<image xlink:href='file:///etc/passwd'/>",
        "<image href='../a.png'/>", "<use href='other.svg#a'/>", "<rect fill='url(http://evil.example/#a)'/>",
        "<rect style='fill:url( \"other.svg#a\" )'/>", "<style>@import 'a.css';</style>",
        "<style><![CDATA[rect{fill:url(//evil.example/a)}]]></style>"}) {
    INFO(content);
    CHECK(refusal(svg(content)).find("outside") != std::string::npos);
  }
  CHECK(refusal("<?xml-stylesheet href='a.css'?>" + svg(red_left)).find("outside") != std::string::npos);
  for (const char* content : {"<a href='https://forum.example/'><rect/></a>", "<use href='#a'/>",
                              "<rect id='a' fill='url(#b)'/>", "<style>rect{fill:url('#b')}</style>"}) {
    INFO(content);
    CHECK(refusal(svg(content)) == "");
  }
}

TEST_CASE("an SVG with a script or a filter is refused") {
  for (const char* content : {"<script>alert(1)</script>", "<rect onclick='alert(1)'/>"}) {
    INFO(content);
    CHECK(refusal(svg(content)).find("script") != std::string::npos);
  }
  for (const char* content : {"<rect filter='url(#f)'/>", "<rect style='opacity:1;filter:url(#f)'/>",
                              "<style>rect { filter: url(#f) }</style>"}) {
    INFO(content);
    CHECK(refusal(svg(content)).find("filter") != std::string::npos);
  }
  CHECK(refusal(svg("<defs><filter id='f'/></defs><rect filter='none'/>")) == "");
}

TEST_CASE("XML that is no SVG, is cut off, nested without end or explodes is refused") {
  std::string laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>";
  for (char name = 'b'; name < 'l'; ++name) {
    laughs += std::string("<!ENTITY ") + name + " '";
    for (int i = 0; i < 10; ++i) {
      laughs += std::string("&") + static_cast<char>(name - 1) + ";";
    }
    laughs += "'>";
  }
  laughs += "]>" + svg("<desc>&k;</desc>");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<g>";
  }
  const std::string whole = svg(red_left);
  for (const std::string& bytes :
       {laughs, svg(deep), whole.substr(0, whole.size() - 3), std::string("<svg"), std::string("<html><svg/></html>"),
        svg("<rect width='1'"), svg("\xff\xfe"), whole + std::string(most_svg_bytes, ' ')}) {
    CHECK(refusal(bytes) != "");
  }
}

TEST_CASE("an SVG is recognised behind declarations and comments, and nothing else is taken for one") {
  CHECK(is_svg(svg("")));
  CHECK(is_svg("\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- " + std::string(2000, '-') + " -->" + svg("")));
  CHECK(is_svg("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>"));
  CHECK_FALSE(is_svg("<!DOCTYPE html><html><svg/></html>"));
  CHECK_FALSE(is_svg("a <svg/>"));
  CHECK_FALSE(is_svg(""));
}
