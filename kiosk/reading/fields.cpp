#include "reading/fields.h"

#include <algorithm>
#include <charconv>

#include "base/feed_budget.h"
#include "base/printable.h"
#include "base/words.h"
#include "reading/resolve_address.h"
#include "reading/web_address.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// What steers a terminal is of no use in an id or a word, and goes here already.
std::string trimmed(std::string_view text) {
  const std::string clean = printable(text);
  const std::size_t first = clean.find_first_not_of(' ');
  if (first == std::string::npos) {
    return "";
  }
  return clean.substr(first, clean.find_last_not_of(' ') - first + 1);
}

std::string list_of(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    text += (text.empty() ? "" : ", ") + in_quotes(word);
  }
  return text;
}

}  // namespace

LocalText Fields::text(const Place& object, std::string_view key, Markup markup) {
  const auto value = object.member(key);
  return value ? text(*value, markup) : LocalText();
}

LocalText Fields::text(const Place& value, Markup markup) {
  if (const std::string* string = value.value().string()) {
    return afforded(value, allowances_.plain(value, *string, markup));
  }
  const Json::Object* by_language = value.value().object();
  if (by_language == nullptr || by_language->size() > feed_budget.languages) {
    problems_.error(value, value.value().describe() + " is not a text",
                    "write \"…\" or {\"ru\": \"…\", \"en\": \"…\"}");
    return {};
  }
  LocalText result;
  for (const auto& [language, text] : *by_language) {
    if (const std::string* string = text.string()) {
      result.add(language, allowances_.plain(value, *string, markup));
    } else if (const auto member = value.member(language)) {
      problems_.error(*member, member->value().describe() + " is not a text", "write \"…\"");
    }
  }
  return afforded(value, std::move(result));
}

LocalText Fields::afforded(const Place& place, LocalText text) {
  return allowances_.take_text(place, text) ? std::move(text) : LocalText();
}

bool Fields::is_short(const Place& place, std::string_view text, std::size_t most) {
  if (text.size() > most) {
    problems_.error(place, in_quotes(text) + " has " + std::to_string(text.size()) + " bytes",
                    std::to_string(most) + " are the most");
  }
  return text.size() <= most;
}

std::string Fields::word(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value) {
    return "";
  }
  const std::string* string = value->value().string();
  if (string == nullptr) {
    problems_.error(*value, value->value().describe() + " is not a text", "write \"…\"");
    return "";
  }
  return is_short(*value, *string, feed_budget.text) ? trimmed(*string) : "";
}

std::string Fields::id(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? id(*value) : "";
}

std::string Fields::id(const Place& value) {
  if (const std::string* string = value.value().string()) {
    if (!is_short(value, *string, feed_budget.id)) {
      return "";
    }
    std::string id = trimmed(*string);
    if (id.empty()) {
      problems_.error(value, "an id may not be empty");
    }
    return id;
  }
  if (const std::int64_t* number = value.value().integer()) {
    std::string digits = std::to_string(*number);
    problems_.warning(value, "an id is a text", "write " + in_quotes(digits));
    return digits;
  }
  problems_.error(value, value.value().describe() + " is not an id", "write a text such as \"gorky\"");
  return "";
}

std::string Fields::any_id(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  const std::int64_t* number = value ? value->value().integer() : nullptr;
  return number != nullptr ? std::to_string(*number) : value ? id(*value) : "";
}

std::optional<Instant> Fields::time(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value) {
    return std::nullopt;
  }
  const std::string* string = value->value().string();
  const std::string text = string != nullptr ? trimmed(*string) : "";
  const auto time = instant(text);
  if (!time) {
    problems_.error(*value, value->value().describe() + " is not a time", "write \"2024-04-17T10:00:00+03:00\"");
  }
  return time;
}

std::optional<Instant> Fields::instant(std::string_view text) {
  if (!zone_ || *zone_) {
    return zone_ ? parse_instant(text, **zone_) : parse_instant(text);
  }
  const auto written = parse_as_written(text);
  if (!written) {
    return std::nullopt;
  }
  offsets_left_out_ = offsets_left_out_ || parse_instant(text);
  return Instant(written->time_since_epoch());
}

std::optional<Instant> Fields::exact_time(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value || !zone_ || *zone_) {
    return time(object, key);
  }
  const std::string* string = value->value().string();
  const auto exact = parse_instant(string != nullptr ? trimmed(*string) : "");
  if (!exact) {
    problems_.error(*value, value->value().describe() + " is no time without a time zone",
                    "write \"2024-04-17T10:00:00+03:00\"");
  }
  return exact;
}

std::optional<Link> Fields::link(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value) {
    return std::nullopt;
  }
  if (value->value().string() != nullptr) {
    problems_.warning(*value, "a page is an object", "write {\"url\": " + value->value().describe() + "}");
    return check_url(*value);
  }
  const auto url = value->member("url");
  if (!url) {
    problems_.error(*value, value->value().describe() + " has no page to open", "write {\"url\": \"https://…\"}");
    return std::nullopt;
  }
  static constexpr std::string_view known[] = {"url"};
  check_keys(*value, known);
  return check_url(*url);
}

std::optional<Link> Fields::url(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? check_url(*value) : std::nullopt;
}

std::string Fields::picture(const Place& object, std::string_view key) {
  const std::string address = word(object, key);
  if (address.empty()) {
    return "";
  }
  const Place place = *object.member(key);
  if (!is_short(place, address, feed_budget.address)) {
    return "";
  }
  auto known = pictures_.find(address);
  if (known == pictures_.end()) {
    if (!allowances_.take(Many::pictures, place)) {
      return "";
    }
    known = pictures_.emplace(address, resolve_address(address, base_)).first;
  }
  const Result<std::string>& resolved = known->second;
  if (!resolved) {
    problems_.error(place, resolved.error().what, resolved.error().right);
    return "";
  }
  return allowances_.take(Many::texts, place, resolved->size()) ? *resolved : "";
}

std::optional<std::uint32_t> Fields::color(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value) {
    return std::nullopt;
  }
  const std::string* string = value->value().string();
  std::string digits = string != nullptr ? trimmed(*string) : "";
  if (digits.size() == 4) {
    digits = {'#', digits[1], digits[1], digits[2], digits[2], digits[3], digits[3]};
  }
  std::uint32_t color = 0;
  if (digits.size() == 7 && digits[0] == '#') {
    const char* end = digits.data() + digits.size();
    if (std::from_chars(digits.data() + 1, end, color, 16).ptr == end) {
      return color;
    }
  }
  problems_.error(*value, value->value().describe() + " is not a colour", "write \"#10203a\"");
  return std::nullopt;
}

std::optional<Link> Fields::check_url(const Place& value) {
  const std::string* string = value.value().string();
  if (string != nullptr && !is_short(value, *string, feed_budget.address)) {
    return std::nullopt;
  }
  std::string url = string != nullptr ? trimmed(*string) : "";
  if (const std::string_view fault = fault_of_web_address(url); !fault.empty()) {
    problems_.error(value, value.value().describe() + ' ' + std::string(fault), "write \"https://…\"");
    return std::nullopt;
  }
  return Link{std::move(url)};
}

std::optional<std::size_t> Fields::choice(const Place& object, std::string_view key,
                                          std::span<const std::string_view> words) {
  const auto value = object.member(key);
  if (!value) {
    return std::nullopt;
  }
  const std::string* string = value->value().string();
  const std::string given = string != nullptr ? lower_case(trimmed(*string)) : "";
  const auto found = std::find(words.begin(), words.end(), given);
  if (found == words.end()) {
    problems_.error(*value, value->value().describe() + " is none of " + list_of(words));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - words.begin());
}

bool Fields::is_object(const Place& place, const char* what) {
  if (place.value().object() == nullptr) {
    problems_.error(place, place.value().describe() + " is not " + what, "write {…}");
    return false;
  }
  return true;
}

std::optional<Place> Fields::list(const Place& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? list(*value) : std::nullopt;
}

std::optional<Place> Fields::list(const Place& value) {
  if (!value.value().is_null() && value.value().array() == nullptr) {
    problems_.error(value, value.value().describe() + " is not a list", "write […]");
    return std::nullopt;
  }
  return value;
}

void Fields::check_keys(const Place& object, std::span<const std::string_view> known) {
  const Json::Object* members = object.value().object();
  if (members == nullptr) {
    return;
  }
  std::vector<bool> seen(known.size());
  for (const auto& [key, value] : *members) {
    const auto found = std::find(known.begin(), known.end(), key);
    if (found == known.end()) {
      continue;
    }
    if (seen[static_cast<std::size_t>(found - known.begin())]) {
      // Each lookup is as long as the object.
      const Place& place = problems_.is_full() ? object : object.member(key).value_or(object);
      problems_.warning(place, in_quotes(key) + " is given twice", "the last one counts");
    }
    seen[static_cast<std::size_t>(found - known.begin())] = true;
  }
  for (const auto& [key, value] : *members) {
    if (std::find(known.begin(), known.end(), key) != known.end()) {
      continue;
    }
    if (problems_.is_full() || ++strange_keys_ > feed_budget.strange_keys) {
      return;
    }
    const std::string_view* meant = nearest(key, known);
    if (meant != nullptr && !seen[static_cast<std::size_t>(meant - known.data())]) {
      problems_.warning(object.member(key).value_or(object), in_quotes(key) + " means nothing here",
                        "did you mean " + in_quotes(*meant) + "?");
    }
  }
}

std::optional<Instant> Fields::not_before(Instant start, std::optional<Instant> end, const Place& object,
                                          std::string_view key) {
  if (end && *end < start) {
    problems_.error(*object.member(key), "the session ends before it starts", "shown without an end");
    return std::nullopt;
  }
  return end;
}

LocalText Fields::full_name(const Place& person, std::string_view first_key, std::string_view last_key) {
  const std::string first = text(person, first_key, Markup::references_only).in("");
  const std::string last = text(person, last_key, Markup::references_only).in("");
  return first + (first.empty() || last.empty() ? "" : " ") + last;
}

bool Fields::takes_speaker(const Place& speaker, std::size_t so_far) {
  if (so_far == feed_budget.speakers_of_session) {
    problems_.warning_once(speaker,
                           "the session has more than " + std::to_string(feed_budget.speakers_of_session) + " speakers",
                           "the rest is left out");
    return false;
  }
  return allowances_.take(Many::speakers, speaker);
}

}  // namespace kiosk
