#include "paint/paint_ruler.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a style's every wish reaches the text engine") {
  TextStyle style;
  style.cap_height = 31;
  style.weight = 650;
  style.display = true;
  style.tabular = true;
  style.struck = true;
  style.line_height = 1.1F;
  style.right_to_left = true;
  style.language = "ar";
  const TextRequest request = text_request("قاعة", style, 400);
  CHECK(request.text == "قاعة");
  CHECK(request.cap_height == 31);
  CHECK(request.weight == 650);
  CHECK(request.display);
  CHECK(request.tabular);
  CHECK(request.struck);
  CHECK(request.width == 400);
  CHECK(request.line_height == 1.1F);
  CHECK(request.right_to_left);
  CHECK(request.language == "ar");
  CHECK(request.align == TextAlign::left);
  style.align = Align::center;
  CHECK(text_request("a", style, 0).align == TextAlign::center);
  style.align = Align::right;
  CHECK(text_request("a", style, 0).align == TextAlign::right);
}

TEST_CASE("a picture's size is known while it is there") {
  TextEngine engine;
  Pictures pictures;
  PaintRuler ruler(engine, &pictures);
  CHECK_FALSE(ruler.picture_size("https://example.org/logo.png"));
  pictures["https://example.org/logo.png"] = std::make_shared<Image>(Image{{300, 100}, {}});
  CHECK(ruler.picture_size("https://example.org/logo.png") == Size{300, 100});
  CHECK_FALSE(ruler.picture_size(""));
  pictures.clear();
  CHECK_FALSE(ruler.picture_size("https://example.org/logo.png"));
  CHECK_FALSE(PaintRuler(engine).picture_size("https://example.org/logo.png"));
}

TEST_CASE("what was measured is measured alike again, and after it was forgotten") {
  TextEngine engine;
  PaintRuler ruler(engine);
  TextStyle style;
  style.cap_height = 30;
  const TextSize first = ruler.text_size("Большой зал", style, 0);
  CHECK(first.width > 100);
  CHECK(ruler.text_size("Большой зал", style, 0).width == first.width);
  CHECK(ruler.text_size("Большой зал", style, 150).lines == 2);
  style.cap_height = 60;
  CHECK(ruler.text_size("Большой зал", style, 0).width == Approx(2 * first.width).epsilon(0.01));
  for (int i = 0; i < 3; ++i) {
    ruler.forget_unused();
  }
  style.cap_height = 30;
  CHECK(ruler.text_size("Большой зал", style, 0).width == first.width);
  CHECK(ruler.qr_modules("HTTPS://CULTURE.RU") == 21);
  CHECK(ruler.qr_modules(std::string(5000, 'x')) == 0);
}
