#include "settings/toml_value.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "settings/daily_hours.h"
#include "settings/read_settings.h"
#include "settings/text_values.h"

namespace kiosk {
namespace {

constexpr std::size_t longest_quote = 40;  // bytes: a problem has to fit a line of a log and of the glass

}  // namespace

std::string quote(std::string_view text) {
  if (text.find("://") != std::string_view::npos) {
    return "an address";
  }
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool starts_character = (byte & 0xC0U) != 0x80U;
    if (starts_character && quoted.size() > longest_quote) {
      quoted += "…";
      break;
    }
    quoted += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return quoted + '"';
}

std::string quote(const toml::node& node) {
  if (const auto* text = node.as_string()) {
    return quote(text->get());
  }
  if (node.is_table() || node.is_array()) {
    return node.is_table() ? "a table" : "a list";
  }
  std::ostringstream out;
  node.visit([&out](const auto& value) { out << value; });
  return out.str();
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

void TomlValue::reject(std::string_view kind, std::string_view instead) const {
  report_(line_of(node_), quote(node_) + " is not " + std::string(kind) + "; write " + std::string(instead));
}

std::optional<std::string> TomlValue::text(std::string_view kind) const {
  std::optional<std::string> text = node_.value_exact<std::string>();
  if (!text) {
    reject(kind, example_);
  }
  return text;
}

void TomlValue::read_text(std::string& out) const {
  if (node_.is_integer()) {  // halls are often numbered, and then the quotes forgotten
    reject("text", '"' + quote(node_) + '"');
  } else if (std::optional<std::string> value = text("text")) {
    out = std::move(*value);
  }
}

void TomlValue::read_time_zone(std::string& out) const {
  constexpr std::string_view kind = "a time zone";
  std::optional<std::string> value = text(kind);
  if (value && looks_like_time_zone(*value)) {
    out = std::move(*value);
  } else if (value) {
    reject(kind, example_);
  }
}

void TomlValue::read_languages(std::vector<std::string>& out) const {
  const toml::array* list = node_.as_array();
  if (!list) {
    const auto* one = node_.as_string();
    const bool tag = one && is_language_tag(one->get());
    reject("a list of languages", tag ? "[" + quote(node_) + "]" : std::string(example_));
    return;
  }
  std::vector<std::string> languages;
  for (const toml::node& item : *list) {
    const std::string tag = item.value_exact<std::string>().value_or("");
    if (!is_language_tag(tag)) {
      std::string dashed = tag;  // "ru_RU" is what the locale command prints
      std::replace(dashed.begin(), dashed.end(), '_', '-');
      report_(line_of(item), quote(item) + " is not a language tag; write " +
                                 (is_language_tag(dashed) ? quote(dashed) : "\"ru\" or \"en-GB\""));
    } else if (std::find(languages.begin(), languages.end(), tag) != languages.end()) {
      report_(line_of(item), quote(item) + " stands twice; write each language once");
    } else {
      languages.push_back(tag);
    }
  }
  out = std::move(languages);
}

void TomlValue::read_feed(std::string& out) const {
  const std::optional<std::string> value = text("an address or a path");
  if (!value) {
    return;
  }
  if (const std::optional<std::string> feed = resolve_feed(*value, folder_)) {
    out = *feed;
    return;
  }
  report_(line_of(node_),
          value->starts_with('~')
              ? "~ means a home only in a shell; write the whole path"
              : "this kind of address cannot be fetched; write one that begins with http:// or https://, or a path");
}

void TomlValue::read_path(std::filesystem::path& out) const {
  const std::optional<std::string> value = text("a path");
  if (value && value->starts_with('~')) {
    report_(line_of(node_), "~ means a home only in a shell; write the whole path");
  } else if (value) {
    out = resolve_path(*value, folder_);
  }
}

void TomlValue::read_duration(std::chrono::seconds& out, std::chrono::seconds min, std::chrono::seconds max) const {
  constexpr std::string_view kind = "a duration";
  if (node_.is_integer()) {
    const std::int64_t number = node_.value_or(std::int64_t{0});
    const bool fits = number >= min.count() && number <= max.count();
    return reject(kind, fits ? '"' + std::to_string(number) + "s\"" : std::string(example_));
  }
  const std::optional<std::string> value = text(kind);
  if (!value) {
    return;
  }
  const std::optional<std::chrono::seconds> duration = parse_duration(*value);
  if (!duration) {
    reject(kind, example_);
  } else if (*duration < min) {
    report_(line_of(node_), quote(*value) + " is too short; write \"" + format_duration(min) + "\" or more");
  } else if (*duration > max) {
    report_(line_of(node_), quote(*value) + " is too long; write \"" + format_duration(max) + "\" or less");
  } else {
    out = *duration;
  }
}

void TomlValue::read_monitor(std::string& out) const {
  if (const std::optional<std::int64_t> number = node_.value_exact<std::int64_t>()) {
    if (*number < 1) {
      return reject("a monitor", "its name, " + std::string(example_) + ", or its number from 1");
    }
    out = std::to_string(*number);
  } else if (std::optional<std::string> name = text("a monitor")) {
    out = std::move(*name);
  }
}

void TomlValue::read_size(std::optional<Size>& out) const {
  constexpr std::string_view kind = "a size from 160x160 to 16384x16384";
  if (node_.is_boolean()) {
    return reject(kind, std::string(example_) + R"(, or "" for the full screen)");
  }
  const std::optional<std::string> value = text(kind);
  const std::optional<Size> size = value ? parse_size(*value) : std::nullopt;
  if (size) {
    out = size;
  } else if (value) {
    reject(kind, example_);
  }
}

void TomlValue::read_switch(bool& out) const {
  if (const std::optional<bool> value = node_.value_exact<bool>()) {
    out = *value;
  } else {
    reject("a switch", "true or false, without quotes");
  }
}

void TomlValue::read_hours(std::optional<DailyHours>& out) const {
  constexpr std::string_view kind = "hours of a day";
  if (node_.is_boolean()) {
    return reject(kind, std::string(example_) + R"(, or "" for none)");
  }
  const std::optional<std::string> value = text(kind);
  if (!value) {
    return;
  }
  const std::optional<DailyHours> hours = parse_daily_hours(*value);
  if (!hours) {
    reject(kind, example_);
  } else if (hours->from == hours->until) {
    report_(line_of(node_), quote(*value) + " ends where it begins; write two different times, " +
                                std::string(example_) + R"(, or "00:00-24:00" for the whole day)");
  } else {
    out = hours;
  }
}

void TomlValue::read_theme_base(ThemeBase& out) const {
  constexpr std::string_view kind = "a theme";
  constexpr std::string_view instead = R"("dark" or "light")";
  const std::optional<std::string> value = node_.value_exact<std::string>();
  if (value == "dark") {
    out = ThemeBase::dark;
  } else if (value == "light") {
    out = ThemeBase::light;
  } else {
    reject(kind, instead);
  }
}

void TomlValue::read_color(std::optional<Color>& out) const {
  constexpr std::string_view kind = "a colour";
  const std::optional<std::string> value = text(kind);
  const std::optional<Color> color = value ? parse_color(*value) : std::nullopt;
  if (color) {
    out = color;
  } else if (value) {
    reject(kind, "six hexadecimal digits, " + std::string(example_));
  }
}

}  // namespace kiosk
