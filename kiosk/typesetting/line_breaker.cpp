#include "typesetting/line_breaker.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace kiosk {
namespace {

// Prices, in squares of an even line: a line that is half as long as even costs a quarter.
constexpr float lone_word_price = 0.3F;
constexpr float opening_word_price = 0.3F;
constexpr float short_last_line_price = 0.25F;
constexpr float short_last_line = 0.45F;  // of an even line
constexpr float inside_word_price = 1;
constexpr float hyphen_price = 0.2F;  // where the author says a word may break
constexpr float clause_end_bonus = 0.03F;

constexpr char16_t no_break_space = 0x00A0;
constexpr char16_t soft_hyphen = 0x00AD;
// A run of more letters than these would make a title small: it may break behind its marks.
constexpr int longest_whole_run = 16;

bool is_space(char16_t unit) { return unit == u' ' || unit == no_break_space; }

bool is_cjk(UChar32 character) {
  UErrorCode code = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &code);
  constexpr std::array cjk{USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
  return std::find(cjk.begin(), cjk.end(), script) != cjk.end();
}

struct Place {
  std::int32_t at = 0;  // in UTF-16 units, behind the space if there is one
  bool inside = false;
};

std::unique_ptr<icu::BreakIterator> iterator_of(icu::BreakIterator* (*make)(const icu::Locale&, UErrorCode&),
                                                const icu::UnicodeString& text, const std::string& language) {
  UErrorCode code = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(make(icu::Locale(language.c_str()), code));
  if (U_FAILURE(code)) {
    return nullptr;
  }
  iterator->setText(text);
  return iterator;
}

// Behind dots, slashes and the like of a long run without spaces, such as an address or a name of a file.
void add_places_in_run(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end,
                       std::vector<Place>& places) {
  if (text.countChar32(begin, end - begin) <= longest_whole_run) {
    return;
  }
  const icu::UnicodeString weak(u"./-–—_@:&=?+");
  constexpr std::int32_t least = 3;  // letters on either side
  std::int32_t last = begin;
  for (std::int32_t at = begin + least; at + least <= end; ++at) {
    if (weak.indexOf(text[at - 1]) >= 0 && weak.indexOf(text[at]) < 0 && !is_space(text[at]) && at - last >= least) {
      places.push_back({at, true});
      last = at;
    }
  }
}

// Where a line may end, rising; the end of the text is not among them.
std::vector<Place> places_of(const icu::UnicodeString& text, const std::string& language) {
  std::vector<Place> places;
  const auto lines = iterator_of(icu::BreakIterator::createLineInstance, text, language);
  const auto words = iterator_of(icu::BreakIterator::createWordInstance, text, language);
  if (!lines || !words) {
    return places;
  }
  std::int32_t begin = 0;
  for (std::int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
    // Han and kana may break anywhere, but read better whole: at words, by ICU's dictionaries.
    const bool in_cjk_word = at < text.length() && at > 0 && is_cjk(text.char32At(text.moveIndex32(at, -1))) &&
                             is_cjk(text.char32At(at)) && words->isBoundary(at) == 0;
    if (in_cjk_word) {
      continue;
    }
    add_places_in_run(text, begin, at, places);
    if (at < text.length()) {
      places.push_back({at, false});
    }
    begin = at;
  }
  return places;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

}  // namespace

LineBreaker::LineBreaker(Ruler& ruler, std::string_view text, const TextStyle& style) {
  const icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const bool has_spaces = unicode.indexOf(u' ') >= 0 || unicode.indexOf(no_break_space) >= 0;
  const auto width_of = [&](const std::string& piece) { return ruler.text_size(piece, style, 0).width; };
  const float space = width_of("n n") - width_of("nn");
  hyphen_width_ = width_of("-");
  std::vector<Place> places = places_of(unicode, style.language);
  places.push_back({unicode.length(), false});
  std::int32_t begin = 0;
  for (const Place& place : places) {
    icu::UnicodeString piece(unicode, begin, place.at - begin);
    begin = place.at;
    bool gap = false;
    while (!piece.isEmpty() && piece[piece.length() - 1] == u' ') {
      piece.truncate(piece.length() - 1);
      gap = true;
    }
    Piece one;
    one.text = utf8(piece);
    one.width = width_of(one.text);
    one.gap = gap ? space : 0;
    one.word = has_spaces && piece.indexOf(no_break_space) < 0;
    one.opens = !piece.isEmpty() && u_charType(piece.char32At(0)) != U_UPPERCASE_LETTER &&
                icu::UnicodeString(u"«“„‘‚「『《(\"").indexOf(piece[0]) >= 0;
    one.inside = place.inside;
    one.hyphen = !piece.isEmpty() && piece[piece.length() - 1] == soft_hyphen;
    pieces_.push_back(std::move(one));
  }
  left_.push_back(0);
  for (const Piece& piece : pieces_) {
    left_.push_back(left_.back() + piece.width + piece.gap);
  }
}

float LineBreaker::width_of(std::size_t first, std::size_t end) const {
  const float hyphen = pieces_[end - 1].hyphen && end < pieces_.size() ? hyphen_width_ : 0;
  return left_[end] - left_[first] - pieces_[end - 1].gap + hyphen;
}

float LineBreaker::price_of(std::size_t first, std::size_t end, float even_width, int lines) const {
  const float difference = width_of(first, end) / even_width - 1;
  const Piece& last = pieces_[end - 1];
  const bool is_last = end == pieces_.size();
  // A line that is too long costs size, one that is too short looks alone.
  float price = difference * difference * (difference > 0 ? 2.0F : 1.0F);
  if (lines == 1) {
    return price;
  }
  if (end - first == 1 && last.word && !last.inside && !last.hyphen) {
    price += lone_word_price;
  }
  if (is_last) {
    return difference < short_last_line - 1 ? price + short_last_line_price : price;
  }
  if (last.opens && last.word) {
    price += opening_word_price;
  }
  price += last.inside ? inside_word_price : last.hyphen ? hyphen_price : 0;
  constexpr std::array<std::string_view, 8> clause_ends{":", ";", ",", ".", "!", "?", "—", "»"};
  if (std::any_of(clause_ends.begin(), clause_ends.end(), [&](auto mark) { return last.text.ends_with(mark); })) {
    price -= clause_end_bonus;
  }
  return price;
}

const LineBreaker::Broken& LineBreaker::into(int lines) {
  auto known = known_.find(lines);
  if (known == known_.end()) {
    known = known_.emplace(lines, broken_into(lines)).first;
  }
  return known->second;
}

LineBreaker::Broken LineBreaker::broken_into(int lines) const {
  const std::size_t count = pieces_.size();
  const float even_width = std::max(1e-3F, left_.back() / static_cast<float>(lines));
  constexpr float never = std::numeric_limits<float>::max();
  // cheapest[k][end]: the first `end` pieces in k lines; begins: where the last of these begins.
  const auto rows = static_cast<std::size_t>(lines) + 1;
  std::vector<std::vector<float>> cheapest(rows, std::vector<float>(count + 1, never));
  std::vector<std::vector<std::size_t>> begins(rows, std::vector<std::size_t>(count + 1, 0));
  cheapest[0][0] = 0;
  for (std::size_t k = 1; k < rows; ++k) {
    for (std::size_t end = k; end <= count; ++end) {
      for (std::size_t first = k - 1; first < end; ++first) {
        if (cheapest[k - 1][first] == never) {
          continue;
        }
        const float price = cheapest[k - 1][first] + price_of(first, end, even_width, lines);
        if (price < cheapest[k][end]) {
          cheapest[k][end] = price;
          begins[k][end] = first;
        }
      }
    }
  }
  Broken broken;
  std::size_t end = count;
  for (std::size_t k = rows - 1; k > 0; --k) {
    const std::size_t first = begins[k][end];
    std::string line;
    for (std::size_t i = first; i < end; ++i) {
      line += pieces_[i].text;
      line += i + 1 < end && pieces_[i].gap > 0 ? " " : "";
    }
    if (pieces_[end - 1].hyphen && end < count) {
      line += '-';  // behind the soft one, which shows nothing there
    }
    broken.width = std::max(broken.width, width_of(first, end));
    broken.text = broken.text.empty() ? line : line + "\u2028" + broken.text;
    end = first;
  }
  return broken;
}

}  // namespace kiosk
