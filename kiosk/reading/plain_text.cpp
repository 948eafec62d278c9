#include "reading/plain_text.h"

#include <cmark.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>

#include "base/words.h"
#include "reading/readable_characters.h"

namespace kiosk {
namespace {

// Elements that editors of text write, in order. Words that people put between such brackets for other
// reasons, <input>, <object>, <time>, are missing on purpose: shown they puzzle, dropped they are lost.
constexpr std::string_view inline_elements[] = {
    "a",      "abbr",  "acronym", "b",      "bdi",    "bdo",   "big", "cite", "code", "del", "dfn",  "em", "font",
    "i",      "img",   "ins",     "kbd",    "mark",   "q",     "rb",  "rp",   "rt",   "rtc", "ruby", "s",  "samp",
    "script", "small", "span",    "strike", "strong", "style", "sub", "sup",  "tt",   "u",   "var",  "wbr"};
constexpr std::string_view block_elements[] = {
    "address", "article", "aside",  "blockquote", "body",   "br",     "caption", "center", "col", "colgroup", "dd",
    "div",     "dl",      "dt",     "figcaption", "figure", "footer", "h1",      "h2",     "h3",  "h4",       "h5",
    "h6",      "head",    "header", "hr",         "html",   "li",     "main",    "nav",    "ol",  "p",        "pre",
    "section", "table",   "tbody",  "td",         "tfoot",  "th",     "thead",   "tr",     "ul"};
static_assert(std::is_sorted(std::begin(inline_elements), std::end(inline_elements)));
static_assert(std::is_sorted(std::begin(block_elements), std::end(block_elements)));

template <std::size_t count>
bool is_one_of(const std::string_view (&elements)[count], std::string_view name) {
  return std::binary_search(std::begin(elements), std::end(elements), name);
}

// How many bytes of white space or control characters the text begins with, of one character.
std::size_t blank_at(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte <= 0x20 || byte == 0x7F) {
    return 1;
  }
  if (byte == 0xC2 && text.size() > 1 && (static_cast<unsigned char>(text[1]) & 0xE0U) == 0x80) {
    return 2;  // U+0080 to U+009F
  }
  // Line and paragraph separators; a byte order mark that came along from another file.
  return text.starts_with("\u2028") || text.starts_with("\u2029") || text.starts_with("\uFEFF") ? 3 : 0;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool blank = false;
  while (!text.empty()) {
    const std::size_t skipped = blank_at(text);
    if (skipped == 0) {
      if (blank && !line.empty()) {
        line += ' ';
      }
      line += text[0];
    }
    blank = skipped > 0;
    text.remove_prefix(std::max<std::size_t>(skipped, 1));
  }
  return line;
}

// Blanks that editors leave at the ends and that on_one_line keeps elsewhere.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks[] = {" ", "\u00A0", "\u3000"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : blanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        more = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        more = true;
      }
    }
  }
  return text;
}

std::string with_directions_closed(std::string_view text) {
  constexpr std::string_view end_of_embedding = "\u202C";
  constexpr std::string_view end_of_isolate = "\u2069";
  std::string closed;
  std::string open;  // 'e' for an embedding or override, 'i' for an isolate
  std::ptrdiff_t isolates = 0;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('\xE2'), text.size());
    closed += text.substr(0, plain);
    text.remove_prefix(plain);
    const std::string_view mark = text.substr(0, 3);
    text.remove_prefix(mark.size());
    if (mark == "\u202A" || mark == "\u202B" || mark == "\u202D" || mark == "\u202E") {
      open += 'e';
    } else if (mark == "\u2066" || mark == "\u2067" || mark == "\u2068") {
      open += 'i';
      ++isolates;
    } else if (mark == end_of_embedding) {
      if (!open.ends_with('e')) {
        continue;
      }
      open.pop_back();
    } else if (mark == end_of_isolate) {
      if (isolates == 0) {
        continue;
      }
      open.resize(open.rfind('i'));  // ends the embeddings within it, too
      --isolates;
    }
    closed += mark;
  }
  for (auto kind = open.rbegin(); kind != open.rend(); ++kind) {
    closed += *kind == 'e' ? end_of_embedding : end_of_isolate;
  }
  return closed;
}

// Markdown takes a star between two letters for emphasis, and __init__ too. In titles they are multiplication,
// a curse word and Python. These two, which Unicode keeps for a program's own use, hold their places.
constexpr std::string_view kept_star = "\uFDD0";
constexpr std::string_view kept_underscore = "\uFDD1";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// ASCII's, and as good as all beyond ASCII that stands beside a star.
bool is_letter(char c) { return c != '_' && (is_name_character(c) || static_cast<unsigned char>(c) >= 0x80); }

// __name__, as Python has it, at the front of the text; else empty.
std::string_view dunder_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  const bool is_dunder = name.size() > 4 && name.starts_with("__") && name.ends_with("__") &&
                         std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_dunder ? name : std::string_view();
}

std::string with_own_characters_kept(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool letter_before = i > 0 && is_letter(text[i - 1]);
    if (text[i] == '*' && letter_before && i + 1 < text.size() && is_letter(text[i + 1])) {
      kept += kept_star;
      continue;
    }
    const std::string_view dunder = text[i] == '_' && !letter_before && (i == 0 || text[i - 1] != '_')
                                        ? dunder_at(text.substr(i))
                                        : std::string_view();
    for (const char c : dunder) {
      kept += c == '_' ? kept_underscore : std::string_view(&c, 1);
    }
    if (dunder.empty()) {
      kept += text[i];
    } else {
      i += dunder.size() - 1;
    }
  }
  return kept;
}

// All that would begin a mark, but for the reference to a character.
std::string with_marks_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_[]!<").find(c) != std::string_view::npos) {
      escaped += '\\';
    }
    escaped += c;
  }
  return escaped;
}

void replace_all(std::string& text, std::string_view from, char to) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool found = std::string_view(text).substr(i, from.size()) == from;
    text[written++] = found ? to : text[i];
    i += found ? from.size() : 1;
  }
  text.resize(written);
}

// Gathers the words of what cmark found in a line.
class Words {
 public:
  void add(std::string_view text) { words_ += text; }

  // A tag, comment, declaration or the like.
  void add_html(std::string_view html) {
    constexpr std::string_view data_begin = "<![CDATA[";
    if (html.starts_with(data_begin)) {
      add(html.substr(data_begin.size(), html.size() - data_begin.size() - 3));
      return;
    }
    if (html.starts_with("<!") || html.starts_with("<?")) {
      return;
    }
    const bool closes = html.starts_with("</");
    const std::string_view rest = html.substr(closes ? 2 : 1);
    const std::string name = lower_case(rest.substr(0, rest.find_first_of(" />")));
    if (is_one_of(block_elements, name)) {
      add(" ");
    } else if (!is_one_of(inline_elements, name)) {
      add(html);
    } else if (name == "script" || name == "style") {
      hide(name, closes);
    }
  }

  std::string take() { return std::move(words_); }

 private:
  // What stands between both tags goes once the second is there: "the <script> tag" in a title has no second.
  void hide(const std::string& name, bool closes) {
    if (!closes && hidden_.empty()) {
      hidden_ = name;
      hidden_from_ = words_.size();
    } else if (closes && hidden_ == name) {
      words_.resize(hidden_from_);
      hidden_.clear();
    }
  }

  std::string words_;
  std::string hidden_;  // the element
  std::size_t hidden_from_ = 0;
};

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

// A link as people write one into a text, or what C++ writes much like it: std::vector<std::string> has a scheme,
// [](){} and f[i](x) have words and an address.
struct Brackets {
  std::string begin{};
  std::string end{};
};
Brackets brackets_to_keep(cmark_node* link) {
  const std::string_view address = cmark_node_get_url(link);
  cmark_node* first = cmark_node_first_child(link);
  const bool is_bare =
      first != nullptr && cmark_node_get_type(first) == CMARK_NODE_TEXT && address == cmark_node_get_literal(first);
  if (is_bare && address.find("://") == std::string_view::npos && !address.starts_with("mailto:")) {
    return {"<", ">"};
  }
  if (!is_bare && address.find_first_of(".:/#@") == std::string_view::npos) {
    return {"[", "](" + std::string(address) + ")"};
  }
  return {};
}

std::string without_markup(std::string_view line, Markup markup) {
  // A line that begins with a word is a paragraph and nothing else: no list, heading, quotation or block of HTML.
  constexpr std::string_view first_word = "x ";
  const std::string markdown =
      std::string(first_word) + (markup == Markup::dropped ? with_own_characters_kept(line) : with_marks_escaped(line));
  const std::unique_ptr<cmark_node, FreeNode> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document.get()));
  Words words;
  for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        words.add(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_HTML_INLINE:
        words.add_html(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_LINK: {
        const Brackets kept = brackets_to_keep(node);
        words.add(event == CMARK_EVENT_ENTER ? kept.begin : kept.end);
        break;
      }
      default:
        break;
    }
  }
  std::string text = words.take();
  text.erase(0, first_word.size());
  replace_all(text, kept_star, '*');
  replace_all(text, kept_underscore, '_');
  return text;
}

}  // namespace

bool may_have_markup(std::string_view text, Markup markup) {
  switch (markup) {
    case Markup::dropped:
      return text.find_first_of("&<*_`[\\") != std::string_view::npos;
    case Markup::references_only:
      return text.find('&') != std::string_view::npos;
    case Markup::kept:
      break;
  }
  return false;
}

std::string plain_text(std::string_view text, Markup markup) {
  const std::string words = may_have_markup(text, markup)
                                ? without_markup(readable_characters(on_one_line(text)), markup)
                                : std::string(text);
  // In this order: character references stand for blanks, directions and marks, and marks dropped leave blanks.
  return std::string(trimmed(on_one_line(with_directions_closed(readable_characters(words)))));
}

}  // namespace kiosk
