#include "settings/toml_value.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <utility>

#include "base/url.h"
#include "base/words.h"
#include "settings/daily_hours.h"
#include "settings/read_settings.h"
#include "settings/text_values.h"

namespace kiosk {
namespace {

constexpr std::size_t longest_quote = 40;  // bytes: a problem has to fit the glass
constexpr std::size_t longest_list = 1000;

}  // namespace

std::string quote(std::string_view text) {
  return text.find("://") != std::string_view::npos ? "an address" : in_quotes(text, longest_quote);
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
  report_(line_of(node_), quote(node_) + " is not " + std::string(kind), "write " + std::string(instead));
}

bool TomlValue::is_too_long(const toml::array& list) const {
  if (list.size() <= longest_list) {
    return false;
  }
  const std::string most = std::to_string(longest_list);
  report_(line_of(list), "a list of more than " + most, "write " + most + " at most");
  return true;
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
    reject("text", in_quotes(quote(node_)));
  } else if (std::optional<std::string> value = text("text")) {
    out = std::move(*value);
  }
}

void TomlValue::read_hall_by_host(std::vector<HallOfHost>& out) const {
  const toml::table* table = node_.as_table();
  if (table == nullptr) {
    return reject("a table of host names and halls", example_);
  }
  std::vector<HallOfHost> hosts;
  std::vector<HallOfHost> once;
  add_halls_of_hosts(*table, "", hosts);
  // Tables come sorted by name; of two writings of a name the first line is meant.
  std::stable_sort(hosts.begin(), hosts.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  std::set<std::string> names;
  for (HallOfHost& one : hosts) {
    if (names.insert(lower_case(one.host)).second) {
      once.push_back(std::move(one));
    } else {
      report_(one.line, "host " + quote(one.host) + " stands twice", "write each host once");
    }
  }
  out = std::move(once);
}

// A name with dots that is not in quotes is a table in a table to TOML, and a host's full name to whoever wrote it.
void TomlValue::add_halls_of_hosts(const toml::table& table, const std::string& prefix,
                                   std::vector<HallOfHost>& hosts) const {
  for (const auto& [key, value] : table) {
    const std::string host = prefix + std::string(key.str());
    const std::optional<std::string> hall = value.value_exact<std::string>();
    if (hosts.size() == longest_list) {
      report_(line_of(value), "more than " + std::to_string(longest_list) + " hosts", "write fewer");
      return;
    }
    if (const toml::table* inner = value.as_table()) {
      add_halls_of_hosts(*inner, host + '.', hosts);
    } else if (value.is_integer()) {
      report_(line_of(value), quote(value) + " is not text", "write " + quote(host) + " = " + in_quotes(quote(value)));
    } else if (!hall || hall->empty()) {
      report_(line_of(value), quote(value) + " is not a hall", "write " + quote(host) + R"( = "gorky")");
    } else {
      hosts.push_back({host, *hall, line_of(value)});
    }
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
  if (is_too_long(*list)) {
    return;
  }
  std::vector<std::string> languages;
  for (const toml::node& item : *list) {
    const std::string tag = item.value_exact<std::string>().value_or("");
    if (!is_language_tag(tag)) {
      std::string dashed = tag;  // "ru_RU" is what the locale command prints
      std::replace(dashed.begin(), dashed.end(), '_', '-');
      report_(line_of(item), quote(item) + " is not a language tag",
              "write " + (is_language_tag(dashed) ? quote(dashed) : "\"ru\" or \"en-GB\""));
    } else if (std::find(languages.begin(), languages.end(), tag) != languages.end()) {
      report_(line_of(item), quote(item) + " stands twice", "write each language once");
    } else {
      languages.push_back(tag);
    }
  }
  out = std::move(languages);
}

std::optional<std::string> TomlValue::feed_of(const toml::node& node) const {
  const std::optional<std::string> value = node.value_exact<std::string>();
  if (!value || value->empty()) {
    report_(line_of(node), quote(node) + " is not an address or a path", "write " + std::string(example_));
    return std::nullopt;
  }
  std::optional<std::string> feed = resolve_feed(*value, folder_);
  if (!feed) {
    if (value->starts_with('~')) {
      report_(line_of(node), "~ means a home only in a shell", "write the whole path");
    } else {
      report_(line_of(node), "this kind of address cannot be fetched",
              "write one that begins with http:// or https://, or a path");
    }
  }
  return feed;
}

void TomlValue::read_feeds(std::vector<std::string>& out) const {
  std::vector<std::string> feeds;
  const toml::array* list = node_.as_array();
  if (list == nullptr) {
    if (std::optional<std::string> feed = feed_of(node_)) {
      out = {*std::move(feed)};
    }
    return;
  }
  if (is_too_long(*list)) {
    return;
  }
  for (const toml::node& item : *list) {
    std::optional<std::string> feed = feed_of(item);
    if (feed && std::find(feeds.begin(), feeds.end(), *feed) != feeds.end()) {
      report_(line_of(item), "this feed stands twice", "write each once");
    } else if (feed) {
      feeds.push_back(*std::move(feed));
    }
  }
  out = std::move(feeds);
}

void TomlValue::read_broadcasts(std::vector<BroadcastSettings>& out) const {
  const toml::array* list = node_.as_array();
  if (list == nullptr) {
    return reject("a list of pages", node_.is_table() ? "[[broadcast]], in double brackets" : example_);
  }
  if (is_too_long(*list)) {
    return;
  }
  std::vector<BroadcastSettings> pages;
  for (const toml::node& item : *list) {
    const toml::table* table = item.as_table();
    if (table == nullptr) {
      report_(line_of(item), quote(item) + " is not a page", "write " + std::string(example_));
    } else if (std::optional<BroadcastSettings> page = broadcast_of(*table)) {
      pages.push_back(*std::move(page));
    }
  }
  out = std::move(pages);
}

std::optional<BroadcastSettings> TomlValue::broadcast_of(const toml::table& table) const {
  BroadcastSettings page{.hall = {}, .url = {}, .line = line_of(table)};
  bool good = true;
  const auto wrong = [&](const toml::node& at, std::string what, std::string right = {}) {
    report_(line_of(at), std::move(what), std::move(right));
    good = false;
  };
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    const std::string text = value.value_exact<std::string>().value_or("");
    const bool is_time = value.is_date_time() || !text.empty();
    if (name == "hall" || name == "url") {
      (name == "hall" ? page.hall : page.url) = text;
      if (text.empty()) {
        wrong(value, quote(value) + " is not a text", "write " + name + " = \"…\"");
      } else if (name == "url" && !is_http_url(text)) {
        wrong(value, "a page begins with http:// or https://", "write url = \"https://…\"");
      }
    } else if (name == "from" || name == "until") {
      std::ostringstream written;
      if (value.is_date_time()) {
        written << *value.as_date_time();
      }
      (name == "from" ? page.from : page.until) = value.is_date_time() ? written.str() : text;
      if (!is_time) {
        wrong(value, quote(value) + " is not a time", "write " + name + " = \"2024-04-17T10:00:00\"");
      }
    } else {
      wrong(value, "unknown key " + quote(name), "a page has hall, url, from and until");
    }
  }
  if (good && (page.hall.empty() || page.url.empty())) {
    const bool no_hall = page.hall.empty();
    wrong(table, no_hall ? "the page has no hall" : "the page has no address",
          no_hall ? R"(write hall = "gorky")" : R"(write url = "https://…")");
  }
  return good ? std::optional(std::move(page)) : std::nullopt;
}

void TomlValue::read_number(int& out, int min, int max) const {
  const std::optional<std::int64_t> number = node_.value_exact<std::int64_t>();
  if (number && *number >= min && *number <= max) {
    out = static_cast<int>(*number);
  } else {
    reject("a number from " + std::to_string(min) + " to " + std::to_string(max), std::string(example_));
  }
}

void TomlValue::read_path(std::filesystem::path& out) const {
  const std::optional<std::string> value = text("a path");
  if (value && value->starts_with('~')) {
    report_(line_of(node_), "~ means a home only in a shell", "write the whole path");
  } else if (value) {
    out = resolve_path(*value, folder_);
  }
}

void TomlValue::read_duration(std::chrono::seconds& out, std::chrono::seconds min, std::chrono::seconds max) const {
  constexpr std::string_view kind = "a duration";
  if (node_.is_integer()) {
    const std::int64_t number = node_.value_or(std::int64_t{0});
    const bool fits = number >= min.count() && number <= max.count();
    return reject(kind, fits ? in_quotes(std::to_string(number) + 's') : std::string(example_));
  }
  const std::optional<std::string> value = text(kind);
  if (!value) {
    return;
  }
  const std::optional<std::chrono::seconds> duration = parse_duration(*value);
  if (!duration) {
    reject(kind, example_);
  } else if (*duration < min) {
    report_(line_of(node_), quote(*value) + " is too short", "write " + in_quotes(format_duration(min)) + " or more");
  } else if (*duration > max) {
    report_(line_of(node_), quote(*value) + " is too long", "write " + in_quotes(format_duration(max)) + " or less");
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

void TomlValue::read_rotation(int& out) const {
  const std::optional<std::int64_t> degrees = node_.value_exact<std::int64_t>();
  if (degrees && *degrees >= 0 && *degrees < 360 && *degrees % 90 == 0) {
    out = static_cast<int>(*degrees);
  } else {
    reject("a turn by quarters", "90, 180 or 270, or 0 for none");
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
    report_(line_of(node_), quote(*value) + " ends where it begins",
            "write two different times, " + std::string(example_) + R"(, or "00:00-24:00" for the whole day)");
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
