#include "json/json_style.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

// Of several ways of writing something the one that is seen most often, of equal ones the first.
class Votes {
 public:
  void add(std::string_view way) { ++votes_[std::string(way)]; }
  void decide(std::string& way) const {
    const auto most = std::max_element(votes_.begin(), votes_.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != votes_.end()) {
      way = most->first;
    }
  }

 private:
  std::map<std::string, std::size_t> votes_;
};

struct Survey {
  std::string_view text;
  const JsonSpan& document;
  Votes colons{}, commas{}, paddings{}, units{};
  std::size_t objects_flat = 0, objects_tall = 0, arrays_flat = 0, arrays_tall = 0;

  void look_at(const JsonSpan& span) {
    if (!span.children.empty()) {
      look_into(span);
    }
    for (const JsonSpan& child : span.children) {
      look_at(child);
    }
  }

 private:
  void look_into(const JsonSpan& span) {
    const bool flat = on_one_line(text, span);
    const bool is_object = span.kind == JsonSpan::Kind::object;
    const bool is_small =
        &span != &document && std::all_of(span.children.begin(), span.children.end(),
                                          [](const JsonSpan& child) { return child.children.empty(); });
    if (is_small) {
      ++(is_object ? (flat ? objects_flat : objects_tall) : (flat ? arrays_flat : arrays_tall));
    }
    const JsonSpan& first = span.children.front();
    if (is_object) {
      if (const auto colon = text.substr(first.key_end, first.begin - first.key_end);
          colon.find('\n') == std::string_view::npos) {
        colons.add(colon);
      }
      if (flat) {
        paddings.add(text.substr(span.begin + 1, first.key_begin - span.begin - 1));
      }
    }
    if (flat && span.children.size() > 1) {
      commas.add(text.substr(first.end, span.children[1].key_begin - first.end));
    }
    // Only what begins its line tells how lines are indented.
    const auto before = text.substr(span.begin + 1, first.key_begin - span.begin - 1);
    const std::string_view outer = indentation_at(text, span.begin);
    const std::string_view inner = indentation_at(text, first.key_begin);
    if (before.find('\n') != std::string_view::npos && inner.size() > outer.size() && inner.starts_with(outer)) {
      units.add(inner.substr(outer.size()));
    }
  }
};

void write(std::string& out, const nlohmann::ordered_json& value, const JsonStyle& style,
           const std::string& indentation, bool one_line) {
  if (!value.is_structured() || value.empty()) {
    out += value.dump(-1, ' ', style.ascii, nlohmann::ordered_json::error_handler_t::replace);
    return;
  }
  const bool is_object = value.is_object();
  // A small one may be on one line within what is not.
  const bool is_small = std::none_of(value.begin(), value.end(), [](const auto& part) { return part.is_structured(); });
  const bool flat = one_line || (is_small && (is_object ? style.objects_on_one_line : style.arrays_on_one_line));
  const std::string inner = indentation + style.unit;
  out += is_object ? '{' : '[';
  const std::string_view padding = is_object ? std::string_view(style.padding) : std::string_view();
  out += flat ? std::string(padding) : style.line_end + inner;
  bool is_first = true;
  for (const auto& [key, part] : value.items()) {
    if (!is_first) {
      out += flat ? style.comma : ',' + style.line_end + inner;
    }
    is_first = false;
    if (is_object) {
      out += nlohmann::ordered_json(key).dump(-1, ' ', style.ascii) + style.colon;
    }
    write(out, part, style, inner, flat);
  }
  out += flat ? std::string(padding) : style.line_end + indentation;
  out += is_object ? '}' : ']';
}

}  // namespace

JsonStyle style_of(std::string_view text, const JsonSpan& document) {
  JsonStyle style;
  Survey survey{.text = text, .document = document};
  survey.look_at(document);
  survey.colons.decide(style.colon);
  survey.commas.decide(style.comma);
  survey.paddings.decide(style.padding);
  survey.units.decide(style.unit);
  if (style.comma == ", " && style.colon == ":") {
    style.comma = ",";  // nothing on one line had two values, and no space is wasted
  }
  const bool any_lines = text.find('\n') < document.end && text.find('\n') > document.begin;
  style.objects_on_one_line = !any_lines || survey.objects_flat > 0 || survey.objects_tall == 0;
  style.arrays_on_one_line = !any_lines || survey.arrays_flat > 0 || survey.arrays_tall == 0;
  const std::size_t line_end = text.find('\n');
  style.line_end = line_end != std::string_view::npos && line_end > 0 && text[line_end - 1] == '\r' ? "\r\n" : "\n";
  const bool any_beyond = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(document.begin), text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  style.ascii = !any_beyond && text.find("\\u") != std::string_view::npos;
  return style;
}

std::string_view indentation_at(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::size_t end = std::min(text.find_first_not_of(" \t", begin), text.size());
  return text.substr(begin, end - begin);
}

bool on_one_line(std::string_view text, const JsonSpan& container) {
  return text.substr(container.begin, container.end - container.begin).find('\n') == std::string_view::npos;
}

std::string write_json(const nlohmann::ordered_json& value, const JsonStyle& style, std::string_view indentation,
                       bool one_line) {
  std::string out;
  write(out, value, style, std::string(indentation), one_line);
  return out;
}

}  // namespace kiosk
