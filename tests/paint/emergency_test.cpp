// An emergency over the whole screen: sizes, turns, and that nothing of it is cut.

#include "layout/panels/emergency.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"
#include "tests/paint/layout_fault.h"
#include "tests/paint/screen_sizes.h"
#include "tests/paint/scripts.h"

using namespace kiosk;

namespace {

TextEngine& engine() {
  static TextEngine shared;
  return shared;
}

using Texts = std::vector<std::pair<std::string, std::string>>;  // language and text

Board emergency(const Texts& texts) {
  Board board;
  board.language = "ru";
  board.hall = "Большой конференц-зал";
  board.clock = "14:42";
  board.emergency = true;
  for (const auto& [language, text] : texts) {
    Headline headline;
    headline.mark = {Tone::alert, Icon::warning, board.headlines.empty() ? "Внимание" : ""};
    headline.title = text;
    headline.language = language;
    board.headlines.push_back(headline);
  }
  return board;
}

// The texts without what lines are broken and words bound by.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\u2028") == 0) {
      i += 2;
      out += ' ';
    } else if (text.compare(i, 3, "\u2060") == 0) {
      i += 2;
    } else if (text.compare(i, 2, "\u00A0") == 0) {
      i += 1;
      out += ' ';
    } else {
      out += text[i];
    }
  }
  std::erase(out, ' ');  // a line of Chinese ends without one
  return out;
}

struct Shown {
  Layout layout;
  std::vector<std::size_t> texts;  // by their number on the board
  float smallest = 100;            // of their capitals, in units
  float largest = 0;
  bool cut = false;
};

Shown shown(const Board& board, Size size, Ruler& ruler) {
  Shown result;
  result.layout = lay_out(board, size, ruler);
  const float unit = static_cast<float>(size.short_side()) / 100;
  for (const TextBox& box : result.layout.texts) {
    const float cap = box.style.cap_height / unit;
    const bool is_text = box.style.display && cap >= 2.9F && box.ink == Ink::on_alarm;
    if (is_text) {
      result.smallest = std::min(result.smallest, cap);
      result.largest = std::max(result.largest, cap);
      result.cut = result.cut || box.text.ends_with("…");
      for (std::size_t i = 0; i < board.headlines.size(); ++i) {
        if (plain(box.text) == plain(board.headlines[i].title)) {
          result.texts.push_back(i);
        }
      }
    }
  }
  return result;
}

std::size_t turns_of(const Board& board, Size size, Ruler& ruler) {
  for (const TextBox& box : lay_out(board, size, ruler).texts) {
    if (const std::size_t slash = box.text.find('/'); slash != std::string::npos && slash <= 2) {
      return std::stoul(box.text.substr(slash + 1));
    }
  }
  return 1;
}

const Texts short_texts{
    {"ru", "Покиньте здание"}, {"en", "Leave the building"}, {"ar", "غادروا المبنى"}, {"zh", "请离开大楼"}};

}  // namespace

TEST_CASE("an emergency has one sign, one word and all its texts at one size, none cut, at every size of screen") {
  PaintRuler ruler(engine());
  for (const Size size : screen_sizes) {
    const float unit = static_cast<float>(size.short_side()) / 100;
    for (const std::size_t languages : {std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(4)}) {
      for (const std::size_t length : {std::size_t(1), std::size_t(12), std::size_t(36), std::size_t(60),
                                       std::size_t(100), std::size_t(160), std::size_t(300)}) {
        for (const bool mirrored : {false, true}) {
          Texts texts;
          for (std::size_t i = 0; i < languages; ++i) {
            const Script& script = scripts()[(i + (mirrored ? 2 : 1)) % scripts().size()];
            texts.emplace_back(script.language, title_of(script, length));
          }
          Board board = emergency(texts);
          board.right_to_left = mirrored;
          const std::size_t turns = turns_of(board, size, ruler);
          std::set<std::size_t> seen;
          for (std::size_t turn = 0; turn < turns; ++turn) {
            board.turn = static_cast<std::int64_t>(turn);
            INFO(size.width << "x" << size.height << ", " << languages << " of " << length << ", turn " << turn);
            const Shown now = shown(board, size, ruler);
            CHECK(layout_fault(now.layout, ruler) == "");
            CHECK_FALSE(now.cut);
            REQUIRE_FALSE(now.texts.empty());
            CHECK(now.smallest == Approx(now.largest));
            CHECK(now.largest <= 10.01F);
            CHECK(now.smallest >= (now.texts.size() > 1 ? 4.99F : 2.99F));
            seen.insert(now.texts.begin(), now.texts.end());
            REQUIRE(now.layout.icons.size() == 1);
            CHECK(now.layout.icons.front().icon == Icon::warning);
            CHECK(now.layout.icons.front().rect.height * 0.8F >= 10 * unit);
            CHECK(std::count_if(now.layout.surfaces.begin(), now.layout.surfaces.end(),
                                [](const SurfaceBox& box) { return box.surface == Surface::alarm_chip; }) == 1);
            CHECK(now.layout.surfaces.front().surface == Surface::alarm);
            CHECK(now.layout.surfaces.front().rect.width == static_cast<float>(size.width));
            CHECK(now.layout.surfaces.front().rect.height == static_cast<float>(size.height));
          }
          CHECK(seen.size() == languages);
          CHECK((turns == 1 || languages > 1));
        }
      }
      ruler.forget_unused();
    }
  }
}

TEST_CASE("two languages of a few words have nine to ten hundredths everywhere") {
  PaintRuler ruler(engine());
  for (const Size size : screen_sizes) {
    for (std::size_t first = 0; first + 1 < short_texts.size(); ++first) {
      INFO(size.width << "x" << size.height << " " << short_texts[first].first);
      const Board board = emergency({short_texts[first], short_texts[first + 1]});
      const Shown now = shown(board, size, ruler);
      CHECK(now.texts == std::vector<std::size_t>{0, 1});
      CHECK(now.smallest >= 9);
    }
  }
}

TEST_CASE("texts grow smaller together before they take turns, and turns are as few as will do") {
  PaintRuler ruler(engine());
  bool smaller = false;
  bool turned = false;
  for (const Size size : screen_sizes) {
    float last = 10.01F;
    for (std::size_t length = 10; length <= 170; length += 20) {
      Texts texts;
      for (const Script& script : {scripts()[1], scripts()[0], scripts()[3]}) {
        texts.emplace_back(script.language, title_of(script, length));
      }
      Board board = emergency(texts);
      const std::size_t turns = turns_of(board, size, ruler);
      INFO(size.width << "x" << size.height << " " << length);
      if (turns == 1) {
        CHECK_FALSE(turned);
        const Shown now = shown(board, size, ruler);
        CHECK(now.texts.size() == 3);
        smaller = smaller || now.smallest < last - 0.5F;
        last = now.smallest;
      }
      turned = turned || turns > 1;
      for (std::size_t turn = 0; turn + 1 < turns; ++turn) {
        Texts two_pages;
        for (const std::size_t page : {turn, turn + 1}) {
          board.turn = static_cast<std::int64_t>(page);
          for (const std::size_t index : shown(board, size, ruler).texts) {
            two_pages.push_back(texts[index]);
          }
        }
        CHECK(turns_of(emergency(two_pages), size, ruler) > 1);
      }
    }
    CHECK(turned);
    turned = false;
  }
  CHECK(smaller);
}

TEST_CASE("a text that stands alone goes on to three hundredths before it is cut") {
  PaintRuler ruler(engine());
  const Size size{1280, 720};
  bool below_five = false;
  for (std::size_t length = 100; length <= 1200; length += 50) {
    const Shown now = shown(emergency({{"ru", title_of(scripts()[1], length)}}), size, ruler);
    below_five = below_five || (!now.cut && now.smallest < 4.9F);
    if (now.cut) {
      CHECK(now.smallest == Approx(3));
      CHECK(below_five);
      return;
    }
  }
  FAIL("never cut");
}

TEST_CASE("hall and clock stay, smaller than what is the matter, and how old it is") {
  PaintRuler ruler(engine());
  for (const Size size : screen_sizes) {
    Board board = emergency({short_texts[0], short_texts[1]});
    board.as_of = "по данным на 10:42";
    const Layout layout = lay_out(board, size, ruler);
    const float unit = static_cast<float>(size.short_side()) / 100;
    for (const char* words : {"Большой", "14:42", "по"}) {
      const auto box = std::find_if(layout.texts.begin(), layout.texts.end(),
                                    [&](const TextBox& text) { return text.text.starts_with(words); });
      INFO(size.width << "x" << size.height << " " << words);
      REQUIRE(box != layout.texts.end());
      CHECK(box->style.cap_height <= 3.5F * unit);
      CHECK(box->rect.bottom() <= layout.icons.front().rect.y);
    }
  }
}
