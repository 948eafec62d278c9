// The layout with the ruler that draws: no text overlaps another or leaves its box, whatever the title.

#include "layout/layout.h"

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "layout/theme.h"
#include "locales/line_breaks.h"
#include "paint/paint_ruler.h"
#include "tests/catch.h"
#include "tests/paint/layout_fault.h"
#include "tests/paint/scripts.h"

using namespace kiosk;

namespace {

constexpr std::array all_four_sizes{Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{1080, 1920}};

constexpr const char* long_link =
    "https://www.culture.ru/live/broadcast/92203/"
    "sokhranenie-i-populyarizaciya-kulturnogo-koda-rossii-missiya-bibliotek";

Headline headline(const std::string& title, const std::string& language) {
  Headline headline;
  headline.mark = {Tone::accent, Icon::play, "Сейчас"};
  headline.times = "до 15:30 · ещё 48 мин";
  headline.track = "Трек № 1";
  headline.title = title;
  headline.language = language;
  headline.details = {"Анна Орлова, директор научной библиотеки · Иван Петров, заместитель министра", "Подзаголовок"};
  headline.progress = 466;
  headline.qr = QrCard{long_link, "Прямая трансляция", "culture.ru"};
  return headline;
}

Board full_board(const std::string& title, const std::string& language) {
  Board board;
  board.language = "ru";
  board.hall = "Большой конференц-зал";
  board.event = "Форум центральных библиотек";
  board.date = "среда, 17 апреля";
  board.clock = "14:42";
  board.headlines = {headline(title, language)};
  board.next = NextSession{"Далее", "16:00", title, language, std::nullopt};
  board.others = OtherHalls{"В других залах сейчас",
                            {{"Краеведческий информационный отдел", title},
                             {"Малый конференц-зал", "Диалоговая площадка «Лицом к людям»"},
                             {"Мультимедийный зал", "Лаборатория детских модельных библиотек"}}};
  return board;
}

// Boards of every shape, with the title in each.
std::vector<std::pair<const char*, Board>> shapes(const std::string& title, const std::string& language) {
  std::vector<std::pair<const char*, Board>> boards;
  boards.emplace_back("full", full_board(title, language));

  Board bare = full_board(title, language);
  bare.headlines.front().qr.reset();
  bare.others.reset();
  boards.emplace_back("without code and other halls", bare);

  Board pair = full_board(title, language);
  pair.headlines.push_back(headline("Внеплановое совещание", "ru"));
  boards.emplace_back("two at once", pair);

  Board stale = full_board(title, language);
  stale.as_of = "по данным на 16 апреля, 23:59";
  stale.warning = "kiosk.toml:12: feed.poll: \"ten\" is not a duration; write \"10s\"";
  stale.hall = "Краеведческий информационный отдел научной библиотеки имени Горького";
  boards.emplace_back("stale, with a warning and a long hall", stale);

  Board changed = full_board(title, language);
  changed.headlines.front().change = Mark{Tone::alert, Icon::arrow, "Перенесено сюда"};
  changed.headlines.front().struck_times = "14:00";
  changed.headlines.front().times = "14:10 – 15:40";
  changed.bands = {{Tone::accent, title}, {Tone::calm, "Гардероб работает до 20:00"}};
  boards.emplace_back("changed, with bands", changed);

  Board away = full_board("→ Краеведческий информационный отдел", "ru");
  away.headlines.front().mark = {Tone::alert, Icon::arrow, "Перенесено"};
  away.headlines.front().place = "2 этаж, налево";
  away.headlines.front().subject = title;
  away.headlines.front().progress.reset();
  boards.emplace_back("moved away", away);

  Board emergency;
  emergency.emergency = true;
  emergency.hall = "Большой конференц-зал";
  emergency.clock = "14:42";
  emergency.headlines = {Headline{}, Headline{}};
  for (Headline& alarm : emergency.headlines) {
    alarm.mark = {Tone::alert, Icon::warning, "Внимание"};
    alarm.title = title;
  }
  boards.emplace_back("emergency", emergency);
  emergency.headlines.resize(3, emergency.headlines.front());
  for (Headline& alarm : emergency.headlines) {
    alarm.subject = title;
  }
  boards.emplace_back("three emergencies", emergency);

  Board trouble;
  trouble.language = "ru";
  trouble.hall = "gorki";
  trouble.clock = "14:42";
  trouble.headlines = {Headline{}};
  trouble.headlines.front().mark = {Tone::alert, Icon::warning, "Проверьте настройки"};
  trouble.headlines.front().title = title;
  trouble.lines = std::vector<std::string>(20, "large-conference — " + title);
  boards.emplace_back("trouble", trouble);
  return boards;
}

// The shapes that pictures, pages and other hours bring.
std::vector<std::pair<const char*, Board>> further_shapes(const std::string& title, const std::string& language) {
  std::vector<std::pair<const char*, Board>> boards;
  const QrCard code{long_link, "Запись", ""};

  Board recordings = full_board("Смотрите записи трансляций", "ru");
  recordings.others.reset();
  recordings.next.reset();
  recordings.headlines.front().qr.reset();
  recordings.headlines.front().progress.reset();
  recordings.headlines.front().times.clear();
  recordings.headlines.front().mark = {Tone::calm, Icon::check, "Мероприятие завершено"};
  recordings.recordings.assign(11, Recording{"Трек № 1", title, language, code});
  boards.emplace_back("recordings", recordings);

  Board next_code = full_board(title, language);
  next_code.next->qr = QrCard{"https://www.culture.ru/live/broadcast/91474", "Прямая трансляция", "начнётся в 16:00"};
  boards.emplace_back("a code of the next session", next_code);
  next_code.headlines.front().qr.reset();
  boards.emplace_back("a code of the next session alone", next_code);

  Board pictures = full_board(title, language);
  pictures.logo = "logo.png";
  pictures.background = "hall.jpg";
  pictures.headlines.front().photos = {"a.jpg", "b.jpg", "c.jpg"};
  pictures.others->halls.resize(7, pictures.others->halls.front());
  pictures.turn = 3;
  pictures.drift = true;
  boards.emplace_back("pictures and pages, drifting", pictures);

  Board mirrored = pictures;
  mirrored.right_to_left = true;
  mirrored.hall = "القاعة الكبرى";
  mirrored.bands = {{Tone::accent, title}};
  boards.emplace_back("mirrored", mirrored);

  Board dark;
  dark.light = Light::dark;
  dark.light_reason = title;
  boards.emplace_back("dark", dark);
  return boards;
}

std::vector<std::size_t> lengths() {
  std::vector<std::size_t> all{1, 2, 3, 5, 8};
  for (std::size_t length = 12; length < 300; length += 24) {
    all.push_back(length);
  }
  all.push_back(300);
  return all;
}

TextEngine& engine() {
  static TextEngine shared;
  return shared;
}

// Says of every picture that it is there.
class RulerWithPictures : public PaintRuler {
 public:
  using PaintRuler::PaintRuler;
  std::optional<Size> picture_size(std::string_view address) override {
    return address.empty() ? std::nullopt : std::optional(Size{640, 400});
  }
};

}  // namespace

TEST_CASE("no text overlaps or leaves its box for titles of 1 to 300 characters in any script at all four sizes") {
  PaintRuler ruler(engine());
  for (const Size size : all_four_sizes) {
    for (const Script& script : scripts()) {
      for (const std::size_t length : lengths()) {
        for (const auto& [shape, board] : shapes(title_of(script, length), script.language)) {
          INFO(size.width << "x" << size.height << " " << script.language << " " << length << " " << shape);
          CHECK(layout_fault(lay_out(board, size, ruler), ruler) == "");
        }
        ruler.forget_unused();
      }
    }
  }
}

TEST_CASE("nor do pictures, pages, a mirrored or a dark board make anything overlap") {
  RulerWithPictures ruler(engine());
  for (const Size size : all_four_sizes) {
    for (const Script& script : scripts()) {
      for (const std::size_t length : lengths()) {
        for (const auto& [shape, board] : further_shapes(title_of(script, length), script.language)) {
          INFO(size.width << "x" << size.height << " " << script.language << " " << length << " " << shape);
          CHECK(layout_fault(lay_out(board, size, ruler), ruler) == "");
        }
        ruler.forget_unused();
      }
    }
  }
}

TEST_CASE("a grid of recordings turns its pages with the minutes until every code was shown at its size") {
  PaintRuler ruler(engine());
  for (const Size size : all_four_sizes) {
    Board board = full_board("Смотрите записи трансляций", "ru");
    board.next.reset();
    board.others.reset();
    board.headlines.front().qr.reset();
    for (int i = 0; i < 11; ++i) {
      board.recordings.push_back({"17 апреля", "Лаборатория детских модельных библиотек", "ru",
                                  QrCard{long_link + std::to_string(i), "Запись", ""}});
    }
    std::set<std::string> seen;
    for (board.turn = 0; board.turn < 4; ++board.turn) {
      const std::vector<QrBox> codes = lay_out(board, size, ruler).qr_codes;
      CHECK(codes.size() >= 2);
      CHECK(codes.size() <= 4);
      for (const QrBox& code : codes) {
        CHECK(code.rect.width >= 30 * static_cast<float>(size.short_side()) / 100);
        seen.insert(code.payload);
      }
    }
    INFO(size.width << "x" << size.height);
    CHECK(seen.size() == 11);
  }
}

TEST_CASE("the next session's own code stands where the headline leaves room and goes before the title shrinks") {
  PaintRuler ruler(engine());
  for (const Size size : all_four_sizes) {
    const auto codes = [&](std::size_t length, bool headline_code) {
      Board board = full_board(title_of(scripts()[1], length), "ru");
      board.headlines.front().details.resize(1);
      board.next->title = "Подведение итогов";
      board.next->qr = QrCard{"https://www.culture.ru/live/1", "Прямая трансляция", ""};
      if (!headline_code) {
        board.headlines.front().qr.reset();
      }
      return lay_out(board, size, ruler).qr_codes;
    };
    INFO(size.width << "x" << size.height);
    const std::vector<QrBox> alone = codes(12, false);
    REQUIRE(alone.size() == 1);
    CHECK(alone.front().rect.width >= 20 * static_cast<float>(size.short_side()) / 100);
    CHECK(codes(300, true).size() == 1);
    if (size.height > size.width) {
      CHECK(codes(12, true).size() == 2);
    }
  }
}

TEST_CASE("more other halls than fit take turns, the first of them on three pages at most") {
  PaintRuler ruler(engine());
  for (const Size size : all_four_sizes) {
    Board board = full_board("Открытие", "ru");
    board.others->halls.clear();
    for (int i = 1; i <= 7; ++i) {
      board.others->halls.push_back({"Зал " + std::to_string(i), "Лаборатория"});
    }
    std::set<std::string> seen;
    std::size_t most_shown = 0;
    for (board.turn = 0; board.turn < 7; ++board.turn) {
      std::size_t shown = 0;
      for (const TextBox& box : lay_out(board, size, ruler).texts) {
        if (box.text.starts_with("Зал ") || box.text.starts_with("Зал ")) {
          seen.insert(box.text);
          ++shown;
        }
      }
      CHECK(shown >= 1);
      CHECK(shown <= 3);
      most_shown = std::max(most_shown, shown);
    }
    INFO(size.width << "x" << size.height);
    CHECK(seen.size() == std::min<std::size_t>(7, 3 * most_shown));
    CHECK(seen.count("Зал\u00A01") + seen.count("Зал 1") == 1);
  }
}

TEST_CASE("a right-to-left board is the left-to-right one in a mirror, codes and pictures unturned") {
  RulerWithPictures ruler(engine());
  for (const Size size : all_four_sizes) {
    Board board = full_board("Открытие форума", "ru");
    board.logo = "logo.png";
    const Layout plain = lay_out(board, size, ruler);
    board.right_to_left = true;
    const Layout mirrored = lay_out(board, size, ruler);
    CHECK(mirrored.right_to_left);
    REQUIRE(mirrored.texts.size() == plain.texts.size());
    for (std::size_t i = 0; i < plain.texts.size(); ++i) {
      CHECK(mirrored.texts[i].rect.x == Approx(static_cast<float>(size.width) - plain.texts[i].rect.right()));
      CHECK(mirrored.texts[i].rect.y == plain.texts[i].rect.y);
      CHECK((plain.texts[i].style.align == Align::center) == (mirrored.texts[i].style.align == Align::center));
    }
    REQUIRE(mirrored.pictures.size() == 1);
    CHECK(mirrored.pictures.front().rect.right() < static_cast<float>(size.width) / 2);
  }
}

TEST_CASE("in an hour of drift nothing leaves a hundredth of the short side and all comes back") {
  PaintRuler ruler(engine());
  Board board = full_board("Открытие форума", "ru");
  const Layout still = lay_out(board, {1920, 1080}, ruler);
  board.drift = true;
  std::set<std::pair<float, float>> places;
  for (board.turn = 0; board.turn <= 60; ++board.turn) {
    const Layout moved = lay_out(board, {1920, 1080}, ruler);
    const Point by{moved.texts.front().rect.x - still.texts.front().rect.x,
                   moved.texts.front().rect.y - still.texts.front().rect.y};
    CHECK(std::hypot(by.x, by.y) < 10.8F);
    CHECK(moved.qr_codes.front().rect.x - still.qr_codes.front().rect.x == by.x);
    CHECK(by.x == std::round(by.x));
    places.emplace(by.x, by.y);
  }
  CHECK(places.size() >= 12);
}

TEST_CASE("dimming shades a board, blank hours leave nothing but why") {
  PaintRuler ruler(engine());
  Board board = full_board("Открытие форума", "ru");
  CHECK(lay_out(board, {1920, 1080}, ruler).shade == 0);
  board.light = Light::dimmed;
  CHECK(lay_out(board, {1920, 1080}, ruler).shade > 0.5F);
  Board dark;
  dark.light = Light::dark;
  dark.light_reason = "Экран погашен до 07:00";
  const Layout layout = lay_out(dark, {1920, 1080}, ruler);
  REQUIRE(layout.texts.size() == 1);
  CHECK(layout.texts.front().text.find("07:00") != std::string::npos);
  REQUIRE(layout.surfaces.size() == 1);
  CHECK(layout.surfaces.front().surface == Surface::darkness);
}

TEST_CASE("an endless word, a lone emoji, bidi controls and an empty title are laid out too") {
  PaintRuler ruler(engine());
  const std::string endless(300, 'W');
  for (const Size size : all_four_sizes) {
    for (const std::string& title :
         {endless, std::string("👩‍👩‍👧‍👦"), std::string("\u202Eabc\u202C \u2067x"), std::string(),
          std::string("a\nb\tc"), std::string("\xFF\xFE broken")}) {
      for (const auto& [shape, board] : shapes(title, "")) {
        INFO(size.width << "x" << size.height << " " << shape << " " << title);
        CHECK(layout_fault(lay_out(board, size, ruler), ruler) == "");
      }
    }
  }
}

TEST_CASE("sizes are those that ten metres ask for") {
  PaintRuler ruler(engine());
  for (const Size size : all_four_sizes) {
    const float unit = static_cast<float>(size.short_side()) / 100;
    Board board = full_board(
        "Экспертная площадка «Сохранение и популяризация культурного кода России: "
        "стратегическая миссия библиотек»",
        "ru");
    board.others->halls.front().title = "Лаборатория";
    board.next->title = "Подведение итогов";
    const Layout layout = lay_out(board, size, ruler);
    const auto cap = [&](const std::string& start) {
      for (const TextBox& box : layout.texts) {
        if (box.text.starts_with(start)) {
          return box.style.cap_height / unit + 0.001F;  // rounding
        }
      }
      return 0.0F;
    };
    INFO(size.width << "x" << size.height);
    CHECK(cap("Большой") >= 4.5F);
    CHECK(cap("Большой") > cap("14:42"));
    CHECK(cap("Экспертная") >= 5);
    CHECK(cap("до") >= 3.5F);
    CHECK(cap("Сейчас") >= 3);
    REQUIRE(layout.qr_codes.size() == 1);
    CHECK(layout.qr_codes.front().rect.width >= 40 * unit);
  }
}

TEST_CASE("the hundred and five characters of track 1 stand uncut at all four sizes") {
  PaintRuler ruler(engine());
  const std::string title =
      "Экспертная площадка «Сохранение и популяризация культурного кода России: стратегическая миссия библиотек»";
  for (const Size size : all_four_sizes) {
    Board board = full_board(title, "ru");
    board.next->title = "Подведение итогов первого дня";
    board.others->halls.front().title = "Лаборатория";
    const Layout layout = lay_out(board, size, ruler);
    const TextBox* longest = &layout.texts.front();
    for (const TextBox& box : layout.texts) {
      longest = box.text.size() > longest->text.size() ? &box : longest;
    }
    INFO(size.width << "x" << size.height);
    CHECK(longest->text.find("…") == std::string::npos);
    CHECK(longest->text.ends_with("библиотек»"));
  }
}

TEST_CASE("a title too long even at its smallest is cut at a word") {
  PaintRuler ruler(engine());
  const Layout layout = lay_out(full_board(title_of(scripts()[1], 1200), "ru"), {1280, 720}, ruler);
  const auto title = std::find_if(layout.texts.begin(), layout.texts.end(), [](const TextBox& box) {
    return box.text.starts_with("Экспертная") && box.style.display;
  });
  REQUIRE(title != layout.texts.end());
  CHECK(title->text.ends_with("…"));
  CHECK(title->style.cap_height == Approx(7.2F * 3));
}

TEST_CASE("a word bound to a dash is not torn from it: the title shrinks instead") {
  PaintRuler ruler(engine());
  const std::string bound = with_bound_spaces("Библиотека – мир");
  TextStyle style;
  style.cap_height = 50;
  const float all = ruler.text_size(bound, style, 0).width;
  CHECK_FALSE(ruler.text_size(bound, style, all).broken_word);
  CHECK(ruler.text_size(bound, style, all * 0.9F).broken_word);
}

TEST_CASE("speakers give way to a long title before the other halls do") {
  PaintRuler ruler(engine());
  const auto shows = [&](const std::string& title, const std::string& words) {
    const Layout layout = lay_out(full_board(title, "ru"), {1080, 1920}, ruler);
    return std::any_of(layout.texts.begin(), layout.texts.end(),
                       [&](const TextBox& box) { return box.text.starts_with(words); });
  };
  CHECK(shows("Открытие", "Анна"));
  CHECK(shows("Открытие", "Краеведческий"));
  bool speakers_left_out = false;
  for (std::size_t length = 10; length <= 300; length += 10) {
    const std::string title = title_of(scripts()[1], length);
    speakers_left_out = speakers_left_out || !shows(title, "Анна");
    if (!shows(title, "Краеведческий")) {
      CHECK(speakers_left_out);
      return;
    }
  }
  FAIL("the other halls never gave way");
}

TEST_CASE("all text stands at seven to one on what it is read on") {
  const ThemeColors theme;
  for (const Ink ink : {Ink::text, Ink::quiet, Ink::on_accent, Ink::on_alert, Ink::on_calm, Ink::on_alarm,
                        Ink::on_alarm_chip, Ink::on_card, Ink::on_card_quiet, Ink::on_darkness}) {
    CHECK(contrast(color_of(ink, theme), ground_of(ink, theme)) >= 7);
  }
}
