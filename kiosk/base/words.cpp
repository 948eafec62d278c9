#include "base/words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/printable.h"

namespace kiosk {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The bytes of each character as one number.
std::u32string letters(std::string_view text) {
  std::u32string result;
  for (const char c : text) {
    if (result.empty() || !continues_character(c)) {
      result.push_back(0);
    }
    result.back() = (result.back() << 8U) | static_cast<unsigned char>(c);
  }
  return result;
}

// Exact up to `most`; of words farther apart only that they are. So only what lies near the table's diagonal counts.
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  const std::size_t far = a.size() + b.size() + 1;
  most = std::min(most, far);
  // Three rows of the table are enough: a swap looks two rows back.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    const std::size_t first = i > most ? i - most : 1;
    const std::size_t end = std::min(b.size(), i + most) + 1;
    if (first > 1) {
      row[std::min(first - 1, b.size())] = far;
    }
    for (std::size_t j = first; j < end; ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    if (end <= b.size()) {
      row[end] = far;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string in_quotes(std::string_view text, std::size_t longest) {
  std::size_t cut = std::min(text.size(), longest);
  while (cut > 0 && cut < text.size() && continues_character(text[cut])) {
    --cut;
  }
  return '"' + printable(text.substr(0, cut)) + (cut < text.size() ? "…\"" : "\"");
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(letters(a), letters(b), std::string_view::npos);
}

const std::string_view* nearest(std::string_view written, std::span<const std::string_view> known, CaseFold folded) {
  constexpr std::size_t longest = 100;  // bytes; nobody mistypes a name into a page of text
  if (written.size() > longest) {
    return nullptr;
  }
  const std::u32string wanted = letters(folded(written));
  std::size_t more_than_forgiven = std::min<std::size_t>(2, wanted.size() / 3) + 1;
  const std::string_view* best = nullptr;
  for (const std::string_view& candidate : known) {
    if (candidate.size() > longest) {
      continue;
    }
    const std::u32string meant = letters(folded(candidate));
    const std::size_t lengths_apart = std::max(meant.size(), wanted.size()) - std::min(meant.size(), wanted.size());
    if (lengths_apart >= more_than_forgiven) {
      continue;
    }
    if (const std::size_t slips = distance(wanted, meant, more_than_forgiven - 1); slips < more_than_forgiven) {
      more_than_forgiven = slips;
      best = &candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view written, std::span<const std::string_view> known) {
  const std::string_view* meant = nearest(written, known);
  return meant == nullptr ? "" : "did you mean " + in_quotes(*meant) + "?";
}

}  // namespace kiosk
