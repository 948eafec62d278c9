#include "organizer/document_places.h"

#include <cstddef>

#include <nlohmann/json.hpp>

#include "json/spans.h"

namespace kiosk {
namespace {

using Pointer = nlohmann::json::json_pointer;

class Search {
 public:
  explicit Search(const std::set<std::string>& pointers) : pointers_(pointers) {}

  void look_at(const JsonSpan& span) {
    if (pointers_.contains(pointer_)) {
      begins_[pointer_] = span.begin;
    }
    const std::size_t length = pointer_.size();
    const auto below = pointers_.lower_bound(pointer_ + '/');
    if (below != pointers_.end() && below->starts_with(pointer_ + '/')) {
      for (std::size_t i = 0; i < span.children.size(); ++i) {
        const Pointer step = span.kind == JsonSpan::Kind::object ? Pointer() / span.children[i].key : Pointer() / i;
        pointer_ += step.to_string();
        look_at(span.children[i]);
        pointer_.resize(length);
      }
    }
  }

  // By pointer: the offset of the value's first byte.
  const std::map<std::string, std::size_t>& begins() const { return begins_; }

 private:
  const std::set<std::string>& pointers_;
  std::string pointer_;  // of what is looked at
  std::map<std::string, std::size_t> begins_;
};

}  // namespace

std::map<std::string, DocumentPlace> document_places(std::string_view text, const std::set<std::string>& pointers) {
  std::map<std::string, DocumentPlace> places;
  const Result<JsonSpan> document = json_spans(text);
  if (!document) {
    return places;
  }
  Search search(pointers);
  search.look_at(*document);
  std::multimap<std::size_t, std::string> in_order;
  for (const auto& [pointer, begin] : search.begins()) {
    in_order.emplace(begin, pointer);
  }
  DocumentPlace here{1, 1};
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (const auto& [begin, pointer] : in_order) {
    for (; at < begin; ++at) {
      if (text[at] == '\n') {
        here = {here.line + 1, 1};
      } else if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {  // not within a character of UTF-8
        ++here.column;
      }
    }
    places.emplace(pointer, here);
  }
  return places;
}

}  // namespace kiosk
