#include "venue/local_text.h"

#include <algorithm>

namespace kiosk {
namespace {

std::string_view base_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

LocalText::LocalText(std::initializer_list<std::pair<std::string, std::string>> by_language) {
  for (const auto& [language, text] : by_language) {
    add(language, text);
  }
}

void LocalText::add(std::string language, std::string text) {
  if (text.empty()) {
    return;
  }
  const auto same =
      std::find_if(texts_.begin(), texts_.end(), [&](const auto& entry) { return entry.first == language; });
  if (same != texts_.end()) {
    same->second = std::move(text);
  } else {
    texts_.emplace_back(std::move(language), std::move(text));
  }
}

const std::string& LocalText::in(std::string_view language) const {
  static const std::string none;
  if (texts_.empty()) {
    return none;
  }
  const std::string_view base = base_language(language);
  const auto find = [this](const auto& wanted) {
    const auto found =
        std::find_if(texts_.begin(), texts_.end(), [&](const auto& entry) { return wanted(entry.first); });
    return found != texts_.end() ? &found->second : nullptr;
  };
  const std::string* found = find([&](std::string_view tag) { return tag == language; });
  if (found == nullptr) {
    found = find([&](std::string_view tag) { return tag == base; });
  }
  if (found == nullptr) {
    found = find([&](std::string_view tag) { return base_language(tag) == base; });
  }
  if (found == nullptr) {
    found = find([](std::string_view tag) { return tag.empty(); });
  }
  if (found == nullptr && !language.empty()) {
    found = find([](std::string_view tag) { return base_language(tag) == "en"; });
  }
  return found != nullptr ? *found : texts_.front().second;
}

}  // namespace kiosk
