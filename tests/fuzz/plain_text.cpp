// Texts of feeds, as they may stand on a screen.

#include "reading/plain_text.h"

#include "reading/break_title.h"
#include "reading/cancelled_title.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

std::size_t count(std::string_view text, std::initializer_list<std::string_view> marks) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view mark : marks) {
      found += text.substr(at).starts_with(mark) ? 1 : 0;
    }
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::string plain = plain_text(text);
  expect(fuzz::is_one_line(plain), "a plain text is one line");
  expect(!plain.starts_with(' ') && !plain.ends_with(' '), "a plain text has no blanks around it");
  expect(plain.size() <= 3 * text.size(), "a plain text is hardly longer than it was");
  const std::string title = plain_text(text, Markup::references_only);
  expect(fuzz::is_one_line(title), "a title is one line");
  expect(title.size() <= 3 * text.size(), "a title is hardly longer than it was");
  const std::optional<std::string> without = cancelled_title(title);
  expect(!without || !without->empty(), "a cancelled session keeps a title");
  names_break(title);
  is_cancelled_state(title);
  if (!fuzz::is_utf8(text)) {
    return 0;
  }
  expect(fuzz::is_utf8(plain), "a plain text is UTF-8");
  expect(count(plain, {"\u2066", "\u2067", "\u2068"}) == count(plain, {"\u2069"}), "isolates are closed");
  expect(count(plain, {"\u202A", "\u202B", "\u202D", "\u202E"}) >= count(plain, {"\u202C"}),
         "nothing is closed that was not open");
  return 0;
}
