#include "programme/called_hall.h"

#include <algorithm>
#include <string>

#include "locales/case_folded.h"

namespace kiosk {
namespace {

std::string letters_of(std::string_view called) {
  std::string letters;
  for (const char c : case_folded(called)) {
    const bool is_gap = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_gap) {
      letters += c;
    } else if (!letters.empty() && letters.back() != ' ') {
      letters += ' ';
    }
  }
  if (letters.ends_with(' ')) {
    letters.pop_back();
  }
  return letters;
}

}  // namespace

CalledHall called_hall(const std::vector<Hall>& halls, std::string_view called) {
  const std::string wanted = letters_of(called);
  if (wanted.empty()) {
    return {};
  }
  const auto is_wanted = [&](std::string_view name) { return letters_of(name) == wanted; };
  const auto has_key = [&](const Hall& hall) { return is_wanted(hall.key); };
  const auto has_name = [&](const Hall& hall) {
    const auto& names = hall.name.all();
    return is_wanted(hall.id) || is_wanted(hall.slug) ||
           std::any_of(names.begin(), names.end(), [&](const auto& name) { return is_wanted(name.second); });
  };
  const auto had_name = [&](const Hall& hall) {
    return std::any_of(hall.former_names.begin(), hall.former_names.end(), is_wanted);
  };
  const auto search = [&](const auto& fits) {
    CalledHall found;
    for (const Hall& hall : halls) {
      if (fits(hall)) {
        found.candidates.push_back(&hall);
      }
    }
    if (found.candidates.size() == 1) {
      found.hall = found.candidates.front();
      found.candidates.clear();
    }
    return found;
  };
  CalledHall found = search([&](const Hall& hall) { return hall.id == called; });
  if (found.hall == nullptr) {
    found = search(has_key);
  }
  if (found.hall == nullptr && found.candidates.empty()) {
    found = search(has_name);
  }
  if (found.hall == nullptr && found.candidates.empty()) {
    found = search(had_name);
  }
  return found;
}

std::string called_hall_id(const std::vector<Hall>& halls, const std::string& called) {
  const Hall* hall = called_hall(halls, called).hall;
  return hall == nullptr ? called : hall->id;
}

}  // namespace kiosk
