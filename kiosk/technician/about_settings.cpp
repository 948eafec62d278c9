#include "technician/about_settings.h"

#include <string_view>

#include <nlohmann/json.hpp>

#include "settings/keys.h"

namespace kiosk {
namespace {

std::string value_of(std::string_view key, const KeySource& source, const std::string& shown_feeds) {
  return key == "feed.url" ? shown_feeds : source.value;
}

std::string place(const KeySource& source) {
  return source.file + (source.line > 0 ? ':' + std::to_string(source.line) : std::string());
}

}  // namespace

Answers about_settings(const LoadedSettings& loaded, const std::string& shown_feeds) {
  Answers answers;
  if (!loaded.unreadable) {
    answers.push_back(good("settings", loaded.file.empty() ? "none" : loaded.file.string()));
  }
  if (loaded.chosen_stamp) {
    answers.push_back(good("settings", loaded.chosen.string() + ", as programs chose, beneath"));
  }
  std::string defaults;
  for (const SettingsKey& key : settings_keys()) {
    const auto source = loaded.sources.find(key.name);
    if (source == loaded.sources.end()) {
      const bool is_empty = key.default_value == R"("")" || key.default_value == "[]" || key.default_value == "{}";
      defaults += (defaults.empty() ? "" : ", ") + std::string(key.name) +
                  (is_empty ? "" : " = " + std::string(key.default_value));
    } else {
      answers.push_back(good(std::string(key.name),
                             value_of(key.name, source->second, shown_feeds) + " (" + place(source->second) + ")"));
    }
  }
  answers.push_back(good("default", defaults));
  return answers;
}

nlohmann::ordered_json sources_json(const LoadedSettings& loaded, const std::string& shown_feeds) {
  nlohmann::ordered_json keys = nlohmann::ordered_json::object();
  for (const SettingsKey& key : settings_keys()) {
    const std::string name(key.name);
    const auto source = loaded.sources.find(key.name);
    const bool set = source != loaded.sources.end();
    keys[name] = {{"value", set ? value_of(name, source->second, shown_feeds) : std::string(key.default_value)},
                  {"file", set ? source->second.file : "default"},
                  {"line", set ? source->second.line : 0}};
  }
  return keys;
}

}  // namespace kiosk
