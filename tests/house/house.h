#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// The tree as it lies on disk, and the arrows that kiosk/CMakeLists.txt names.
namespace kiosk::test {

// A file of kiosk/.
struct HouseFile {
  std::string path;  // "venue/hall.h"
  std::size_t lines = 0;
  std::vector<std::string> includes;  // of the project's own files, as written
  std::string room() const { return path.substr(0, path.find('/')); }
  bool is_header() const { return path.ends_with(".h"); }
};

struct Room {
  std::string name;
  std::vector<std::string> shows;  // rooms
  std::vector<std::string> needs;
  bool may_use(const std::string& other) const {
    return other == name || other == "base" || contains(shows, other) || contains(needs, other);
  }
  static bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }
};

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::vector<HouseFile> files_of_house(const std::filesystem::path& kiosk) {
  std::vector<HouseFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kiosk)) {
    const std::string extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) {
      continue;
    }
    const std::string text = text_of(entry.path());
    HouseFile file{.path = std::filesystem::relative(entry.path(), kiosk).string(),
                   .lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
                   .includes = {}};
    static const std::regex include("(?:^|\n)#include \"([^\"]+)\"");
    for (std::sregex_iterator found(text.begin(), text.end(), include), end; found != end; ++found) {
      file.includes.push_back((*found)[1]);
    }
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

// In the order in which they stand there. A name with a colon is a library's.
inline std::vector<Room> rooms_of_house(const std::filesystem::path& cmake_lists) {
  std::vector<Room> rooms;
  const std::string text = std::regex_replace(text_of(cmake_lists), std::regex("#[^\n]*"), "");
  static const std::regex call(R"((?:^|\n)room\(([^)]*)\))");
  for (std::sregex_iterator found(text.begin(), text.end(), call), end; found != end; ++found) {
    std::istringstream words((*found)[1].str());
    Room room;
    words >> room.name;
    std::vector<std::string>* list = nullptr;
    static const std::set<std::string> keywords{"SHOWS", "NEEDS", "SOURCES"};
    for (std::string word; words >> word;) {
      if (keywords.contains(word)) {
        list = word == "SHOWS" ? &room.shows : word == "NEEDS" ? &room.needs : nullptr;
      } else if (list != nullptr && word.find(':') == std::string::npos) {
        list->push_back(word);
      }
    }
    rooms.push_back(std::move(room));
  }
  return rooms;
}

}  // namespace kiosk::test
