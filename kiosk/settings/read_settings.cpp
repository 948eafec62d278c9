#include "settings/read_settings.h"

#include <algorithm>
#include <cstdint>

#include "settings/keys.h"
#include "settings/nearest_name.h"
#include "settings/text_values.h"
#include "settings/toml_names.h"
#include "settings/toml_value.h"

namespace kiosk {
namespace {

// The part before the first dot; empty for a key that stands above all tables.
std::string_view table_of(std::string_view name) {
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names;
  for (const SettingsKey& key : settings_keys()) {
    names.push_back(key.name);
  }
  return names;
}

std::vector<std::string_view> known_tables() {
  std::vector<std::string_view> tables;
  for (const SettingsKey& key : settings_keys()) {
    const std::string_view table = table_of(key.name);
    if (!table.empty() && (tables.empty() || tables.back() != table)) {
      tables.push_back(table);
    }
  }
  return tables;
}

// "hall, languages, [feed], [cache]", or of one table "feed.url, feed.poll".
std::string list_known(std::string_view table) {
  std::string list;
  const auto add = [&list](const std::string& name) { list += (list.empty() ? "" : ", ") + name; };
  for (const std::string_view name : known_names()) {
    if (table_of(name) == table) {
      add(std::string(name));
    }
  }
  if (table.empty()) {
    for (const std::string_view name : known_tables()) {
      add('[' + std::string(name) + ']');
    }
  }
  return list;
}

// What would be right in place of an unknown key.
std::string right_key(std::string_view name) {
  const std::optional<std::string_view> meant = nearest_name(name, known_names());
  if (!meant) {
    return "known are " + list_known(table_of(name));
  }
  std::string right = "did you mean " + std::string(*meant) + "?";
  if (table_of(*meant).empty() && !table_of(name).empty()) {
    right += " It stands above the first [table]";  // TOML puts what is appended to a file into its last table
  }
  return right;
}

// As TOML writes it: a key of other letters, or with a dot inside, stands in quotes.
std::string written(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  constexpr std::size_t longest = 64;  // bytes: far longer than any that is known
  return bare && key.size() <= longest ? std::string(key) : quote(key);
}

// As quote(), but of a list of texts its elements.
std::string shown(const toml::node& node) {
  const toml::array* list = node.as_array();
  if (list == nullptr || !list->is_homogeneous(toml::node_type::string)) {
    return quote(node);
  }
  std::string text;
  for (const toml::node& item : *list) {
    text += (text.empty() ? "" : ", ") + quote(item);
  }
  return '[' + text + ']';
}

class FileReader {
 public:
  static constexpr std::size_t most_problems = 100;

  FileReader(std::string_view file, const std::filesystem::path& folder, Settings below)
      : file_(file), folder_(folder) {
    reading_.settings = std::move(below);
  }

  void read_table(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      read_node(prefix + written(key.str()), static_cast<int>(key.source().begin.line), node);
    }
  }

  void add(int line, std::string_view where, std::string what, std::string right) {
    if (is_full()) {
      more_.line = more_.line == 0 ? line : std::min(more_.line, line);
      ++more_.count;
      return;
    }
    reading_.problems.push_back({.file = std::string(file_),
                                 .line = line,
                                 .where = std::string(where),
                                 .what = std::move(what),
                                 .right = std::move(right)});
  }

  SettingsReading take() {
    // Tables come sorted by name; a technician reads from the top.
    std::stable_sort(reading_.problems.begin(), reading_.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    if (more_.count > 0) {
      reading_.problems.push_back({.file = std::string(file_),
                                   .line = more_.line,
                                   .what = "from here on, " + std::to_string(more_.count) + " more problems",
                                   .right = "correct the first ones"});
    }
    return std::move(reading_);
  }

 private:
  // Nobody reads more, and each costs time: what would be right is looked for among all keys.
  bool is_full() const { return reading_.problems.size() >= most_problems; }

  void read_node(const std::string& name, int line, const toml::node& node) {
    const auto keys = settings_keys();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const SettingsKey& k) { return k.name == name; });
    if (key != keys.end()) {
      if (const auto* text = node.as_string(); text && text->get().empty()) {
        return;  // every key may be left empty, so that a file can show what else could stand there
      }
      const TomlValue value(node, key->example, folder_, [&](int at, std::string what, std::string right) {
        add(at > 0 ? at : line, name, std::move(what), std::move(right));
      });
      const std::size_t problems = count();
      key->read(value, reading_.settings);
      if (count() == problems) {
        reading_.lines[name] = line;
        reading_.values[name] = shown(node);
      }
      return;
    }
    const auto tables = known_tables();
    const bool known_table = std::find(tables.begin(), tables.end(), name) != tables.end();
    if (known_table && node.is_table()) {
      read_table(*node.as_table(), name + '.');
    } else if (is_full()) {
      add(line, name, "unknown key", "");
    } else if (known_table) {
      add(line, name, "this is a table of " + list_known(name), "write " + first_of(name));
    } else if ((node.is_table() || node.is_array_of_tables()) && table_of(name).empty()) {
      add_unknown_table(line, name);
    } else {
      add(line, name, "unknown key", right_key(name));
    }
  }

  void add_unknown_table(int line, const std::string& name) {
    if (const std::optional<std::string_view> meant = nearest_name(name, known_tables())) {
      add(line, name, "unknown table", "did you mean [" + std::string(*meant) + "]?");
    } else {
      add(line, name, "unknown key", right_key(name));
    }
  }

  std::size_t count() const { return reading_.problems.size() + more_.count; }

  // `feed.url = "https://example.org/feed.json"`
  static std::string first_of(std::string_view table) {
    const auto keys = settings_keys();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return table_of(k.name) == table; });
    return std::string(key->name) + " = " + std::string(key->example);
  }

  std::string_view file_;
  const std::filesystem::path& folder_;
  SettingsReading reading_;
  struct {
    int line = 0;  // of the first
    std::size_t count = 0;
  } more_;  // problems than are listed
};

std::string_view line_text(std::string_view text, std::uint32_t line) {
  for (; line > 1 && !text.empty(); --line) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return text.substr(0, text.find_first_of("\r\n"));
}

// What to do about TOML that is none. The parser names characters; most slips are of two kinds.
std::string advice(std::string_view description, std::string_view line) {
  if (description.find("redefine") != std::string_view::npos) {
    return "write it once";
  }
  const std::size_t equals = line.find('=');
  const std::size_t value = equals == std::string_view::npos ? equals : line.find_first_not_of(" \t", equals + 1);
  const bool in_quotes = value != std::string_view::npos && (line[value] == '"' || line[value] == '\'');
  const bool quotes_end = in_quotes && line.find(line[value], value + 1) != std::string_view::npos;
  if (equals != std::string_view::npos && !quotes_end) {
    return "text stands between quotes, as in hall = \"gorky\"";
  }
  return "correct this line";
}

}  // namespace

SettingsReading read_settings(std::string_view toml, std::string_view file, const std::filesystem::path& folder,
                              Settings below) {
  FileReader reader(file, folder, std::move(below));
  if (const auto line = line_of_endless_name(toml)) {
    reader.add(*line, "", "a name of more than " + std::to_string(most_parts_of_a_name) + " parts",
               "no setting's has more than two (nothing of this file is used)");
    SettingsReading reading = reader.take();
    reading.is_toml = false;
    return reading;
  }
  bool is_toml = true;
  try {
    reader.read_table(toml::parse(toml), "");
  } catch (const toml::parse_error& error) {
    const toml::source_index line = error.source().begin.line;
    const std::string description(error.description());
    reader.add(static_cast<int>(line), "", description,
               advice(description, line_text(toml, line)) + " (nothing of this file is used)");
    is_toml = false;
  }
  SettingsReading reading = reader.take();
  reading.is_toml = is_toml;
  return reading;
}

SettingsOverrides overrides_from_environment(const std::function<const char*(const char*)>& get) {
  const auto variable = [&get](const char* name) {
    const char* value = get(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
  };
  return {.hall = variable("VENUE_KIOSK_HALL"),
          .feed = variable("VENUE_KIOSK_FEED"),
          .cache_folder = variable("VENUE_KIOSK_CACHE"),
          .windowed = std::nullopt};
}

void apply(const SettingsOverrides& over, const std::filesystem::path& folder, Settings& settings) {
  if (over.hall) {
    settings.hall = *over.hall;
  }
  if (over.feed) {
    // What cannot be fetched is kept as given, so that the fetch names it.
    settings.feeds = {resolve_feed(*over.feed, folder).value_or(*over.feed)};
  }
  if (over.cache_folder) {
    settings.cache_folder = resolve_path(*over.cache_folder, folder);
  }
  if (over.windowed) {
    settings.window.windowed = over.windowed;
  }
}

}  // namespace kiosk
