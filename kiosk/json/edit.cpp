#include "json/edit.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/words.h"
#include "json/json_style.h"
#include "json/spans.h"

namespace kiosk {
namespace {

using Value = nlohmann::ordered_json;

int line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  for (std::size_t at = 0; at < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
    std::string step;
    for (std::size_t i = at + 1; i < end; ++i) {
      const bool escaped = pointer[i] == '~' && i + 1 < end;
      step += escaped ? (pointer[++i] == '1' ? '/' : '~') : pointer[i];
    }
    steps.push_back(std::move(step));
    at = end;
  }
  return steps;
}

// A document, where its values stand and what it says.
struct Opened {
  std::string_view text;
  JsonSpan spans;
  Value value;
};

// A value of it: where it stands, in what, and what it says.
struct Found {
  const JsonSpan* span;
  const JsonSpan* parent;  // null: it is the document
  std::size_t index;       // in it
  Value* value;
};

Result<Opened> open(std::string_view text) {
  Result<JsonSpan> spans = json_spans(text);
  if (!spans) {
    return fail(std::move(spans.error()));
  }
  return Opened{text, *std::move(spans), Value::parse(text)};
}

std::optional<Problem> key_twice(const Opened& opened, const JsonSpan& object, std::string_view pointer) {
  std::vector<const JsonSpan*> members;
  for (const JsonSpan& child : object.children) {
    members.push_back(&child);
  }
  std::sort(members.begin(), members.end(), [](const JsonSpan* a, const JsonSpan* b) {
    return std::pair(a->key, a->begin) < std::pair(b->key, b->begin);
  });
  const auto twice = std::adjacent_find(members.begin(), members.end(),
                                        [](const JsonSpan* a, const JsonSpan* b) { return a->key == b->key; });
  if (object.kind != JsonSpan::Kind::object || twice == members.end()) {
    return std::nullopt;
  }
  return Problem{.line = line_of(opened.text, twice[1]->key_begin),
                 .where = std::string(pointer),
                 .what = "the key " + in_quotes((*twice)->key) + " stands twice",
                 .right = "leave one of them"};
}

Result<Found> find(Opened& opened, std::string_view pointer) {
  Found found{&opened.spans, nullptr, 0, &opened.value};
  std::string way;
  const auto check = [&]() { return key_twice(opened, *found.span, way); };
  for (const std::string& step : steps_of(pointer)) {
    if (auto twice = check()) {
      return fail(*std::move(twice));
    }
    const std::vector<JsonSpan>& children = found.span->children;
    std::size_t index = children.size();
    if (found.span->kind == JsonSpan::Kind::object) {
      index = static_cast<std::size_t>(
          std::find_if(children.begin(), children.end(), [&](const JsonSpan& child) { return child.key == step; }) -
          children.begin());
    } else if (found.span->kind == JsonSpan::Kind::array && !step.empty() && step.size() < 10 &&
               step.find_first_not_of("0123456789") == std::string::npos) {
      index = std::stoul(step);
    }
    if (index >= children.size()) {
      return fail({.line = line_of(opened.text, found.span->begin),
                   .where = std::string(pointer),
                   .what = "there is no such value"});
    }
    Value* value = found.span->kind == JsonSpan::Kind::object ? &(*found.value)[step] : &(*found.value)[index];
    found = {&children[index], found.span, index, value};
    way += '/' + step;
  }
  if (auto twice = check()) {
    return fail(*std::move(twice));
  }
  return found;
}

Problem wrong_kind(const Opened& opened, const Found& found, std::string_view pointer, const char* expected) {
  return {.line = line_of(opened.text, found.span->begin),
          .where = std::string(pointer),
          .what = std::string("this is not ") + expected};
}

// What stands between two neighbours of a container, comma and all, and before the first.
struct Separators {
  std::string before_first;
  std::string between;
  std::string after_last;
  std::string indentation;  // of the line that a new value begins on
};

Separators separators_of(std::string_view text, const JsonSpan& container, const JsonStyle& style, bool tall) {
  const std::vector<JsonSpan>& children = container.children;
  const std::string outer(indentation_at(text, container.begin));
  if (children.empty()) {
    const std::string_view inside = text.substr(container.begin + 1, container.end - container.begin - 2);
    if (tall || inside.find('\n') != std::string_view::npos) {
      const std::string inner = outer + style.unit;
      return {style.line_end + inner, {}, style.line_end + outer, inner};
    }
    const std::string padding = container.kind == JsonSpan::Kind::object ? style.padding : std::string();
    return {padding, {}, padding, outer};
  }
  Separators found;
  const JsonSpan& last = children.back();
  if (children.size() > 1) {
    const JsonSpan& before = children[children.size() - 2];
    found.between = text.substr(before.end, last.key_begin - before.end);
  } else {
    const std::string_view lead = text.substr(container.begin + 1, last.key_begin - container.begin - 1);
    found.between = lead.find('\n') != std::string_view::npos ? ',' + std::string(lead) : style.comma;
  }
  found.indentation = indentation_at(text, last.key_begin);
  return found;
}

// The text with what stands in a container followed by one more.
std::string with_one_more(std::string_view text, const JsonSpan& container, const Separators& separators,
                          std::string_view written) {
  std::string result(text);
  if (container.children.empty()) {
    result.replace(container.begin + 1, container.end - container.begin - 2,
                   separators.before_first + std::string(written) + separators.after_last);
  } else {
    result.insert(container.children.back().end, separators.between + std::string(written));
  }
  return result;
}

// What must never happen is looked for all the same: the document is somebody's programme.
Result<std::string> proven(std::string text, const Value& meant) {
  const Value made = Value::parse(text, nullptr, false);
  if (made != meant) {
    return fail({.what = "the change cannot be made without touching other parts of the document"});
  }
  return text;
}

}  // namespace

Result<std::string> set_json_member(std::string_view document, std::string_view pointer, std::string_view key,
                                    const nlohmann::ordered_json& value) {
  Result<Opened> opened = open(document);
  Result<Found> object = opened ? find(*opened, pointer) : fail(opened.error());
  if (!object) {
    return fail(std::move(object.error()));
  }
  if (object->span->kind != JsonSpan::Kind::object) {
    return fail(wrong_kind(*opened, *object, pointer, "an object"));
  }
  const JsonStyle style = style_of(document, opened->spans);
  const std::vector<JsonSpan>& members = object->span->children;
  const auto member =
      std::find_if(members.begin(), members.end(), [&](const JsonSpan& span) { return span.key == key; });
  const bool is_new = member == members.end();
  if (!is_new && (*object->value)[std::string(key)] == value) {
    return std::string(document);
  }
  const bool is_document = object->span == &opened->spans;
  const bool flat = !members.empty() && on_one_line(document, *object->span) && !is_document;
  std::string result;
  if (is_new) {
    const bool any_lines = document.find('\n') < opened->spans.end;
    const Separators separators = separators_of(document, *object->span, style, is_document && any_lines);
    const bool one_line = flat || document.find('\n') == std::string_view::npos;
    result = with_one_more(document, *object->span, separators,
                           Value(key).dump(-1, ' ', style.ascii) + style.colon +
                               write_json(value, style, separators.indentation, one_line));
  } else {
    const bool one_line = flat || (!member->children.empty() && on_one_line(document, *member));
    result = document;
    result.replace(member->begin, member->end - member->begin,
                   write_json(value, style, indentation_at(document, member->key_begin), one_line));
  }
  (*object->value)[std::string(key)] = value;
  return proven(std::move(result), opened->value);
}

Result<std::string> append_json_element(std::string_view document, std::string_view pointer,
                                        const nlohmann::ordered_json& value) {
  Result<Opened> opened = open(document);
  Result<Found> array = opened ? find(*opened, pointer) : fail(opened.error());
  if (!array) {
    return fail(std::move(array.error()));
  }
  if (array->span->kind != JsonSpan::Kind::array) {
    return fail(wrong_kind(*opened, *array, pointer, "a list"));
  }
  const JsonStyle style = style_of(document, opened->spans);
  const std::vector<JsonSpan>& elements = array->span->children;
  const bool any_lines = document.find('\n') != std::string_view::npos;
  const Separators separators = separators_of(document, *array->span, style, any_lines && value.is_structured());
  const bool one_line =
      !any_lines || (!elements.empty() && !elements.back().children.empty() && on_one_line(document, elements.back()));
  std::string result =
      with_one_more(document, *array->span, separators, write_json(value, style, separators.indentation, one_line));
  array->value->push_back(value);
  return proven(std::move(result), opened->value);
}

Result<std::string> remove_json_value(std::string_view document, std::string_view pointer) {
  Result<Opened> opened = open(document);
  Result<Found> found = opened ? find(*opened, pointer) : fail(opened.error());
  if (!found) {
    return fail(std::move(found.error()));
  }
  if (found->parent == nullptr) {
    return fail({.what = "a document cannot be taken out of itself"});
  }
  const JsonSpan& parent = *found->parent;
  std::size_t begin = parent.begin + 1;
  std::size_t end = parent.end - 1;
  if (found->index > 0) {
    begin = parent.children[found->index - 1].end;
    end = found->span->end;
  } else if (parent.children.size() > 1) {
    begin = found->span->key_begin;
    end = parent.children[1].key_begin;
  }
  const std::size_t index = found->index;
  const bool is_member = parent.kind == JsonSpan::Kind::object;
  const std::string key = found->span->key;
  const std::string up(pointer.substr(0, pointer.rfind('/')));
  std::string result(document);
  result.erase(begin, end - begin);
  Value& container = *find(*opened, up)->value;
  if (is_member) {
    container.erase(key);
  } else {
    container.erase(index);
  }
  return proven(std::move(result), opened->value);
}

}  // namespace kiosk
