// The sizes and places that a board is held to (kiosk/README.md, "What a hall shows"), with the ruler that draws, on
// every shape of screen, in every script and at every length of a title.

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
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

PaintRuler& ruler() {
  static TextEngine engine;
  static PaintRuler shared(engine);
  return shared;
}

float unit_of(Size size) { return static_cast<float>(size.short_side()) / 100; }
bool is_upright(Size size) { return size.height > size.width; }

// Spaces and hyphens as they were before they were bound, lines joined.
std::string plain(std::string text) {
  const auto replace = [&](const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
      text.replace(at, what.size(), by);
    }
  };
  replace("\u00A0", " ");
  replace("\u2028", " ");
  replace("\u2060", "");
  return text;
}

const TextBox* find(const Layout& layout, const std::string& beginning) {
  const auto found = std::find_if(layout.texts.begin(), layout.texts.end(),
                                  [&](const TextBox& box) { return plain(box.text).starts_with(beginning); });
  return found == layout.texts.end() ? nullptr : &*found;
}

// In units, a little more for rounding; 0 where there is no such text.
float cap(const Layout& layout, const std::string& beginning) {
  const TextBox* box = find(layout, beginning);
  return box == nullptr ? 0 : box->style.cap_height / unit_of(layout.size) + 0.01F;
}

std::size_t letters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

float baseline(const TextBox& box) { return box.rect.y + ruler().text_size(box.text, box.style, box.wrap).baseline; }

std::vector<Rect> of_surface(const Layout& layout, std::initializer_list<Surface> surfaces) {
  std::vector<Rect> found;
  for (const SurfaceBox& box : layout.surfaces) {
    if (std::find(surfaces.begin(), surfaces.end(), box.surface) != surfaces.end()) {
      found.push_back(box.rect);
    }
  }
  return found;
}
std::vector<Rect> chips(const Layout& layout) {
  return of_surface(layout, {Surface::chip_accent, Surface::chip_alert, Surface::chip_calm});
}
std::vector<Rect> cards(const Layout& layout) { return of_surface(layout, {Surface::card}); }

constexpr const char* link = "https://www.culture.ru/live/broadcast/92203/sokhranenie-i-populyarizaciya";

Board board_with(const std::string& title, const std::string& language = "ru") {
  Headline headline;
  headline.mark = {Tone::accent, Icon::play, "Сейчас"};
  headline.times = "до 15:30 · ещё 48 мин";
  headline.title = title;
  headline.language = language;
  headline.details = {"Анна Орлова, директор библиотеки"};
  headline.progress = 466;
  headline.qr = QrCard{link, "Прямая трансляция", "culture.ru", true};
  Board board;
  board.language = "ru";
  board.hall = "Малый зал";
  board.event = "Форум центральных библиотек";
  board.date = "среда, 17 апреля";
  board.clock = "14:42";
  board.headlines = {headline};
  board.next = NextSession{"Далее", "16:00", "Подведение итогов", "ru", std::nullopt};
  board.others =
      OtherHalls{"В других залах", {{"Лекторий", "Вечер поэзии", ""}, {"Читальный зал", "Круглый стол", "15:00"}}};
  return board;
}

Board cancelled(const std::string& title) {
  Board board = board_with(title);
  Headline& headline = board.headlines.front();
  headline.mark = {Tone::alert, Icon::cross, "Отменено"};
  headline.times = "14:00 – 15:30";
  headline.progress.reset();
  headline.qr.reset();
  return board;
}

Board moved(const std::string& title) {
  Board board = board_with("Большой зал");
  Headline& headline = board.headlines.front();
  headline.mark = {Tone::alert, Icon::arrow, "Перенесено"};
  headline.times = "начало в 14:00";
  headline.way = true;
  headline.place = "2 этаж, налево";
  headline.subject = title;
  headline.progress.reset();
  return board;
}

Board several(std::size_t count, const std::string& title) {
  Board board = board_with(title);
  board.headlines.clear();
  for (std::size_t i = 0; i < count; ++i) {
    board.headlines.push_back(board_with("Доклад " + std::to_string(i + 1) + " " + title).headlines.front());
    board.headlines.back().qr->payload += std::to_string(i);
  }
  for (std::size_t shown = 0; shown <= count; ++shown) {
    board.and_more.push_back(shown == 0 || shown == count ? "" : "и ещё " + std::to_string(count - shown));
  }
  return board;
}

// Every title of the scripts at lengths from a word to three hundred letters.
void for_each_title(const std::function<void(const std::string& title, const std::string& language)>& look) {
  for (const Script& script : scripts()) {
    for (const std::size_t length : {1U, 5U, 12U, 30U, 60U, 105U, 170U, 300U}) {
      look(title_of(script, length), script.language);
    }
    ruler().forget_unused();
  }
}

}  // namespace

TEST_CASE("until when, the clock and the next time have their sizes whatever the title") {
  for (const Size size : screen_sizes) {
    for_each_title([&](const std::string& title, const std::string& language) {
      const Layout layout = lay_out(board_with(title, language), size, ruler());
      INFO(size.width << "x" << size.height << " " << title);
      const float until = cap(layout, "до 15:30");
      CHECK(until >= 3.5F);
      CHECK(until <= 4.82F);
      CHECK(find(layout, "до 15:30")->style.weight == 700);
      CHECK(cap(layout, "14:42") == Approx(3.51F).epsilon(0.001));
      CHECK(cap(layout, "Малый зал") > cap(layout, "14:42"));
      if (find(layout, "16:00") != nullptr) {
        CHECK(cap(layout, "16:00") <= until);
      }
    });
  }
}

TEST_CASE("what is cancelled is said by the largest chip, its title is 3 to 5 beneath") {
  for (const Size size : screen_sizes) {
    for_each_title([&](const std::string& title, const std::string& /*language*/) {
      const Layout layout = lay_out(cancelled("Лекция " + title), size, ruler());
      INFO(size.width << "x" << size.height << " " << title);
      CHECK(cap(layout, "Отменено") >= 5.5F);
      CHECK(cap(layout, "Лекция") >= 3);
      CHECK(cap(layout, "Лекция") <= 5.02F);
      CHECK(layout.qr_codes.empty());
    });
    CHECK(cap(lay_out(cancelled("Лаборатория детских модельных библиотек"), size, ruler()), "Лаборатория") >= 4);
  }
}

TEST_CASE(
    "where to go is the largest text, its place is white and large, its code small, its arrow beside the first line") {
  for (const Size size : screen_sizes) {
    for_each_title([&](const std::string& title, const std::string& /*language*/) {
      const Layout layout = lay_out(moved(title), size, ruler());
      INFO(size.width << "x" << size.height << " " << title);
      CHECK(cap(layout, "Большой зал") >= 7);
      CHECK(cap(layout, "2 этаж") >= 4.5F);
      CHECK(find(layout, "2 этаж")->ink == Ink::text);
      REQUIRE(layout.qr_codes.size() == 1);
      CHECK(layout.qr_codes.front().rect.width >= 20 * unit_of(size));
      CHECK(layout.qr_codes.front().rect.width < 30 * unit_of(size));
      const TextBox& hall = *find(layout, "Большой зал");
      const auto arrow = std::find_if(layout.icons.begin(), layout.icons.end(), [&](const IconBox& box) {
        return box.icon == Icon::arrow && box.rect.y > chips(layout).front().bottom();
      });
      REQUIRE(arrow != layout.icons.end());
      CHECK(arrow->rect.right() <= hall.rect.x);
      const float middle = baseline(hall) - hall.style.cap_height / 2;
      CHECK(std::abs(arrow->rect.y + arrow->rect.height / 2 - middle) <= 2);
    });
  }
}

TEST_CASE("chip and card begin at one height on all boards of a size, the card as wide on all of them") {
  for (const Size size : screen_sizes) {
    const Layout usual = lay_out(board_with("Открытие форума"), size, ruler());
    const float top = chips(usual).front().y;
    const Rect card = cards(usual).front();
    const float narrow = is_upright(size) ? 0 : 56 * unit_of(size);
    const auto holds = [&](const Board& board, bool has_card) {
      const Layout layout = lay_out(board, size, ruler());
      CHECK(chips(layout).front().y == top);
      if (has_card) {
        REQUIRE(cards(layout).size() == 1);
        CHECK(cards(layout).front().y == card.y);
        CHECK(cards(layout).front().width == card.width);
        CHECK(cards(layout).front().width >= narrow - 1);
        CHECK(layout.qr_codes.front().rect.width >= 40 * unit_of(size));
      }
    };
    for_each_title([&](const std::string& title, const std::string& language) {
      INFO(size.width << "x" << size.height << " " << title);
      // On an upright screen the card sinks for a title that would else be small.
      holds(board_with(title, language), !is_upright(size) || letters(title) <= (language == "zh" ? 30U : 60U));
      holds(cancelled(title), false);
    });
    Board bare = board_with("Открытие форума");
    bare.others.reset();
    INFO(size.width << "x" << size.height);
    holds(bare, true);
    bare.next.reset();
    holds(bare, true);
    bare.headlines.front().times.clear();
    bare.headlines.front().details.clear();
    holds(bare, true);
    bare.event.clear();
    bare.date.clear();
    holds(bare, true);
    if (!is_upright(size)) {
      CHECK(card.y == top);
      CHECK(card.width <= 57 * unit_of(size));
    }
  }
}

TEST_CASE("an upright card carries large words, or a code that grows into the room") {
  const Size size{1080, 1920};
  const Layout beside = lay_out(board_with(title_of(scripts()[1], 60)), size, ruler());
  CHECK(cap(beside, "Прямая") >= 4);
  CHECK(cap(beside, "culture.ru") >= 3);
  Board alone = board_with("Открытие");
  alone.others.reset();
  const Layout grown = lay_out(alone, size, ruler());
  CHECK(grown.qr_codes.front().rect.width >= 50 * unit_of(size));
  CHECK(grown.qr_codes.front().rect.width <= 55 * unit_of(size));
  CHECK(cap(grown, "Прямая") >= 4);
}

TEST_CASE("a title of a word is 11 high without a code, and details and what is next have grown") {
  for (const Size size : screen_sizes) {
    Board board = board_with("Обед");
    board.headlines.front().qr.reset();
    const Layout layout = lay_out(board, size, ruler());
    INFO(size.width << "x" << size.height);
    CHECK(cap(layout, "Обед") >= 11);
    CHECK(cap(layout, "Анна") >= 3.2F);
    CHECK(cap(layout, "Подведение") >= 3.4F);
  }
}

TEST_CASE("no blank band of a sixth is left while the title could be larger") {
  for (const Size size : screen_sizes) {
    for_each_title([&](const std::string& title, const std::string& language) {
      Board board = board_with("Тема " + title, language);
      board.headlines.front().qr.reset();
      board.headlines.front().details.clear();
      board.headlines.front().progress.reset();
      const Layout layout = lay_out(board, size, ruler());
      const TextBox& shown = *find(layout, "Тема");
      const float spare = find(layout, "Далее")->rect.y - shown.rect.bottom();
      INFO(size.width << "x" << size.height << " " << title);
      if (spare > static_cast<float>(size.height) / 6 + 6 * unit_of(size) && cap(layout, "Тема") < 10.9F) {
        // Then its longest word is as wide as the board.
        CHECK(shown.rect.width >= 0.75F * (static_cast<float>(size.width) - 12 * unit_of(size)));
      }
    });
  }
}

TEST_CASE("next and other halls stand on one base line below a landscape board") {
  for (const Size size : screen_sizes) {
    const Layout layout = lay_out(cancelled("Лекция"), size, ruler());
    INFO(size.width << "x" << size.height);
    const TextBox* hall = find(layout, "Лекторий");
    REQUIRE(hall != nullptr);
    const TextBox* time = find(layout, "15:00");
    if (time != nullptr) {
      CHECK(std::abs(baseline(*time) - baseline(*find(layout, "Читальный"))) <= 1);
    }
    if (!is_upright(size)) {
      CHECK(std::abs(baseline(*hall) - baseline(*find(layout, "Подведение"))) <= 1);
      CHECK(find(layout, "Лекторий")->rect.x > 0.5F * static_cast<float>(size.width));
    }
  }
}

TEST_CASE("sessions at once are equally large, each beside its own code, and none is dropped in silence") {
  for (const Size size : screen_sizes) {
    for (const std::size_t count : {2U, 3U}) {
      for (const std::size_t length : {5U, 40U, 105U}) {
        const Board board = several(count, title_of(scripts()[1], length));
        const Layout layout = lay_out(board, size, ruler());
        INFO(size.width << "x" << size.height << " " << count << " " << length);
        CHECK(layout_fault(layout, ruler()) == "");
        const std::size_t shown = layout.qr_codes.size();
        REQUIRE(shown >= 1);
        for (std::size_t i = 0; i < shown; ++i) {
          const std::string name = "Доклад " + std::to_string(i + 1);
          CHECK(cap(layout, name) == Approx(cap(layout, "Доклад 1")).epsilon(0.001));
          CHECK(cap(layout, name) >= 3);
          CHECK(cards(layout)[i].height == cards(layout)[0].height);
          CHECK(cards(layout)[i].width == cards(layout)[0].width);
          const auto code = std::find_if(layout.qr_codes.begin(), layout.qr_codes.end(), [&](const QrBox& box) {
            return box.payload == board.headlines[i].qr->payload;
          });
          REQUIRE(code != layout.qr_codes.end());
          const Rect& title = find(layout, name)->rect;
          CHECK(title.x > code->rect.right());
          CHECK(title.y < code->rect.bottom());
          CHECK(title.bottom() > code->rect.y);
        }
        CHECK((find(layout, "и ещё " + std::to_string(count - shown)) != nullptr) == (shown < count));
        if (count == 2) {
          CHECK(shown == 2);
        }
      }
    }
  }
}

TEST_CASE("on a screen too small for any of them the first session stands all the same, and the others are counted") {
  const Board board = several(3, title_of(scripts()[1], 300));
  for (const Size size : {Size{320, 180}, Size{180, 320}, Size{400, 330}}) {
    const Layout layout = lay_out(board, size, ruler());
    INFO(size.width << "x" << size.height);
    CHECK(find(layout, "Доклад 1") != nullptr);
    CHECK(find(layout, "и ещё 2") != nullptr);
    CHECK(find(layout, "Доклад 2") == nullptr);
  }
}

TEST_CASE("a cut title below keeps its quotation, and a time stands beside the hall") {
  Board board = cancelled("Лекция");
  board.next->title =
      "Межрегиональная научно-практическая конференция «Библиотека будущего» для специалистов библиотек "
      "всех регионов страны, ближних и дальних, и для их читателей";
  board.others->halls = {
      {"Лекторий", "Торжественное открытие выставки «Редкие книги» в фойе второго этажа главного здания", "15:20"}};
  for (const Size size : screen_sizes) {
    const Layout layout = lay_out(board, size, ruler());
    INFO(size.width << "x" << size.height);
    const bool whole = find(layout, "Межрегиональная") != nullptr &&
                       find(layout, "Межрегиональная")->text.find("…") == std::string::npos;
    CHECK((whole || find(layout, "«Библиотека будущего»") != nullptr));
    REQUIRE(find(layout, "15:20") != nullptr);
    CHECK(std::abs(baseline(*find(layout, "15:20")) - baseline(*find(layout, "Лекторий"))) <= 1);
  }
}

TEST_CASE("a hall's name stands in one line where it fits at 4.5, else in two") {
  for (const Size size : screen_sizes) {
    for (const char* name : {"Малый зал", "Большой конференц-зал", "Краеведческий информационный отдел",
                             "Конференц-зал имени Максима Горького", "Зал"}) {
      Board board = board_with("Открытие");
      board.hall = name;
      const Layout layout = lay_out(board, size, ruler());
      INFO(size.width << "x" << size.height << " " << name);
      const TextBox* box = find(layout, plain(name));
      REQUIRE(box != nullptr);
      const float cap_height = box->style.cap_height / unit_of(size);
      CHECK(cap_height > 3.5F);
      const int lines = ruler().text_size(box->text, box->style, box->wrap).lines;
      CHECK(lines <= 2);
      CHECK(box->text.find("…") == std::string::npos);
      if (lines == 1) {
        CHECK(cap_height >= 4.49F);
      }
    }
  }
}

TEST_CASE("an event's long name is cut before its date") {
  Board board = board_with("Открытие");
  board.event = "Всероссийский форум центральных библиотек регионов Российской Федерации имени академика Лихачёва";
  for (const Size size : screen_sizes) {
    const Layout layout = lay_out(board, size, ruler());
    INFO(size.width << "x" << size.height);
    CHECK(std::any_of(layout.texts.begin(), layout.texts.end(),
                      [](const TextBox& box) { return plain(box.text).ends_with("среда, 17 апреля"); }));
  }
}

TEST_CASE("Arabic details are larger and one weight up") {
  const Size size{1920, 1080};
  Board board = board_with("الافتتاح", "ar");
  board.headlines.front().details = {"ليلى حداد"};
  const float arabic = cap(lay_out(board, size, ruler()), "ليلى");
  CHECK(find(lay_out(board, size, ruler()), "ليلى")->style.weight == 500);
  board.headlines.front().details = {"Анна"};
  CHECK(arabic == Approx(1.15F * cap(lay_out(board, size, ruler()), "Анна")).epsilon(0.01));
}
