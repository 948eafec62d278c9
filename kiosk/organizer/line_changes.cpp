#include "organizer/line_changes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/printable.h"

namespace kiosk {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

// Of each pair of ends the length of what both have in common, by the longest common subsequence.
class CommonLines {
 public:
  static constexpr std::size_t most = 4'000'000;  // pairs: 8 MB
  CommonLines(const Lines& a, const Lines& b) : width_(b.size() + 1), table_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        const int longest = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        table_[i * width_ + j] = static_cast<std::uint16_t>(std::min(longest, 65535));
      }
    }
  }
  int at(std::size_t i, std::size_t j) const { return table_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint16_t> table_;
};

class Printer {
 public:
  explicit Printer(std::size_t line) : line_(line) {}
  void same() {
    ++line_;
    in_group_ = false;
  }
  void removed(std::string_view line) {
    print('-', line);
    ++line_;
  }
  void added(std::string_view line) { print('+', line); }
  std::string take() { return std::move(text_); }

 private:
  void print(char sign, std::string_view line) {
    if (!in_group_) {
      text_ += "@ " + std::to_string(line_) + '\n';
      in_group_ = true;
    }
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    text_ += sign + printable(line) + '\n';
  }
  std::size_t line_;
  bool in_group_ = false;
  std::string text_;
};

}  // namespace

std::string line_changes(std::string_view before, std::string_view after) {
  Lines a = lines_of(before);
  Lines b = lines_of(after);
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.erase(a.begin(), a.begin() + front);
  b.erase(b.begin(), b.begin() + front);
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.resize(a.size() - static_cast<std::size_t>(back));
  b.resize(b.size() - static_cast<std::size_t>(back));

  Printer printer(static_cast<std::size_t>(front) + 1);
  std::size_t i = 0;
  std::size_t j = 0;
  if ((a.size() + 1) * (b.size() + 1) <= CommonLines::most) {
    const CommonLines common(a, b);
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        printer.same();
        ++i;
        ++j;
      } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
        printer.removed(a[i++]);
      } else {
        printer.added(b[j++]);
      }
    }
  }
  for (; i < a.size(); ++i) {
    printer.removed(a[i]);
  }
  for (; j < b.size(); ++j) {
    printer.added(b[j]);
  }
  return printer.take();
}

}  // namespace kiosk
