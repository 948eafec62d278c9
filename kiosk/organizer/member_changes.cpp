#include "organizer/member_changes.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "base/text_front.h"
#include "base/words.h"

namespace kiosk {
namespace {

using Value = nlohmann::ordered_json;

constexpr std::size_t longest_value = 120;  // bytes of a line

Value parsed(std::string_view text) {
  Value value = Value::parse(text, nullptr, false);
  return value.is_object() ? value : Value::object();
}

std::string shown(const Value& value) {
  const std::string text = value.dump(-1, ' ', false, Value::error_handler_t::replace);
  return text.size() <= longest_value ? printable(text) : in_quotes(text, longest_value);
}

// An element, and by what it is known: breaks without an id have one title, of which it is then the second or third.
struct Named {
  std::pair<std::string, int> name;
  const Value* element;
};

std::string name_of(const Value& element, std::size_t index) {
  for (const char* key : {"id", "title", "text"}) {
    if (element.is_object() && element.contains(key)) {
      return element[key].is_string() ? element[key].get<std::string>()
                                      : element[key].dump(-1, ' ', false, Value::error_handler_t::replace);
    }
  }
  return '#' + std::to_string(index);
}

std::vector<Named> named(const Value& list) {
  std::map<std::string, int> counts;
  std::vector<Named> elements;
  for (const Value& element : list) {
    const std::string name = name_of(element, elements.size());
    elements.push_back({{name, ++counts[name]}, &element});
  }
  return elements;
}

// Of two texts too long to be shown whole, what differs: both from shortly before their first difference on.
void cut_common_front(std::string& before, std::string& after) {
  constexpr std::size_t kept = 40;
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
  const auto common = static_cast<std::size_t>(differ - before.begin());
  if (common <= kept || std::max(before.size(), after.size()) <= longest_value) {
    return;
  }
  const std::size_t cut = front_of(before, common - kept).size();
  for (std::string* text : {&before, &after}) {
    text->replace(0, cut, "…");
  }
}

void compare_values(std::string& out, const std::string& name, Value before, Value after) {
  if (before.is_string() && after.is_string()) {
    cut_common_front(before.get_ref<std::string&>(), after.get_ref<std::string&>());
  }
  out += name + ": " + shown(before) + " → " + shown(after) + '\n';
}

// `inside` is where in the element they are: "title."
void compare_members(std::string& out, const std::string& name, const std::string& inside, const Value& before,
                     const Value& after) {
  for (const auto& [key, value] : before.items()) {
    const std::string where = inside + printable(key);
    const auto other = after.find(key);
    if (other == after.end()) {
      out += name + ": " + where + ": " + shown(value) + " → none\n";
    } else if (other->is_object() && value.is_object()) {
      compare_members(out, name, where + '.', value, *other);
    } else if (*other != value) {
      compare_values(out, name + ": " + where, value, *other);
    }
  }
  for (const auto& [key, value] : after.items()) {
    if (!before.contains(key)) {
      out += name + ": " + inside + printable(key) + ": none → " + shown(value) + '\n';
    }
  }
}

void compare_elements(std::string& out, const std::string& name, const Value& before, const Value& after) {
  if (before.is_object() && after.is_object()) {
    compare_members(out, name, "", before, after);
  } else if (before != after) {
    compare_values(out, name, before, after);
  }
}

void compare_lists(std::string& out, const char* one, const Value& before, const Value& after) {
  const std::vector<Named> order = named(before);
  std::map<std::pair<std::string, int>, const Value*> known;
  for (const Named& element : order) {
    known.emplace(element.name, element.element);
  }
  const auto told = [&](const Named& element) { return std::string(one) + ' ' + printable(element.name.first); };
  for (const Named& element : named(after)) {
    if (const auto found = known.find(element.name); found != known.end()) {
      compare_elements(out, told(element), *found->second, *element.element);
      known.erase(found);
    } else {
      out += told(element) + ": new: " + shown(*element.element) + '\n';
    }
  }
  for (const Named& element : order) {
    if (known.contains(element.name)) {
      out += told(element) + ": gone: " + shown(*element.element) + '\n';
    }
  }
}

}  // namespace

std::string member_changes(std::string_view before, std::string_view after) {
  Value old_document = parsed(before);
  Value new_document = parsed(after);
  std::string out;
  constexpr const char* lists[][2] = {{"halls", "hall"}, {"sessions", "session"}, {"notices", "notice"}};
  for (const auto& [list, one] : lists) {
    const Value none = Value::array();
    const Value& old_list = old_document.contains(list) ? old_document[list] : none;
    const Value& new_list = new_document.contains(list) ? new_document[list] : none;
    compare_lists(out, one, old_list.is_array() ? old_list : none, new_list.is_array() ? new_list : none);
    old_document.erase(list);
    new_document.erase(list);
  }
  compare_members(out, "document", "", old_document, new_document);
  return out;
}

}  // namespace kiosk
