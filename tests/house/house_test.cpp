#include "tests/house/house.h"

#include <cstddef>
#include <iomanip>
#include <iostream>

#include "tests/catch.h"

using namespace kiosk::test;

// What kiosk/README.md says of rooms and arrows, held against the tree. The hidden test prints them:
//
//   house_tests "[print]"

namespace {

const std::filesystem::path source = KIOSK_SOURCE_DIR;

constexpr std::size_t longest_file = 400;
constexpr std::size_t longest_median = 110;
constexpr std::size_t smallest_share = 8;  // no room holds more than an eighth

const std::vector<HouseFile>& files() {
  static const std::vector<HouseFile> all = files_of_house(source / "kiosk");
  return all;
}
const std::vector<Room>& rooms() {
  static const std::vector<Room> all = rooms_of_house(source / "kiosk/CMakeLists.txt");
  return all;
}
const Room* find_room(const std::string& name) {
  const auto found = std::find_if(rooms().begin(), rooms().end(), [&](const Room& room) { return room.name == name; });
  return found == rooms().end() ? nullptr : &*found;
}

std::size_t all_lines() {
  std::size_t lines = 0;
  for (const HouseFile& file : files()) {
    lines += file.lines;
  }
  return lines;
}
std::map<std::string, std::size_t> lines_by_room() {
  std::map<std::string, std::size_t> lines;
  for (const HouseFile& file : files()) {
    lines[file.room()] += file.lines;
  }
  return lines;
}
std::size_t median_length() {
  std::vector<std::size_t> lengths;
  for (const HouseFile& file : files()) {
    lengths.push_back(file.lines);
  }
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2), lengths.end());
  return lengths[lengths.size() / 2];
}

std::string room_of_include(const std::string& include) { return include.substr(0, include.find('/')); }

}  // namespace

TEST_CASE("every room is a folder, and every folder is a room with sources of its own") {
  std::set<std::string> folders;
  for (const HouseFile& file : files()) {
    if (file.path.find('/') != std::string::npos) {
      folders.insert(file.room());
    }
  }
  for (const std::string& folder : folders) {
    INFO(folder);
    CHECK(find_room(folder) != nullptr);
  }
  for (const Room& room : rooms()) {
    INFO(room.name);
    CHECK(folders.contains(room.name));
  }
  CHECK(rooms().size() >= 10);
}

TEST_CASE("no room holds more than an eighth of the house") {
  const std::size_t most = all_lines() / smallest_share;
  for (const auto& [room, lines] : lines_by_room()) {
    INFO(room);
    CHECK(lines <= most);
  }
}

TEST_CASE("no file is longer than a reader's patience, and most are short") {
  for (const HouseFile& file : files()) {
    INFO(file.path);
    CHECK(file.lines <= longest_file);
  }
  CHECK(median_length() <= longest_median);
}

// Each compiler's library brings them along by other headers.
TEST_CASE("what is counted in integers of fixed width is included where it is named, or by the file's own header") {
  const std::filesystem::path kiosk = source / "kiosk";
  const std::regex fixed_width("std::u?int(8|16|32|64|ptr)_t");
  const auto includes_them = [](const std::filesystem::path& file) {
    return text_of(file).find("#include <cstdint>") != std::string::npos;
  };
  for (const HouseFile& file : files()) {
    const std::filesystem::path path = kiosk / file.path;
    INFO(file.path);
    CHECK((!std::regex_search(text_of(path), fixed_width) || includes_them(path) ||
           includes_them(std::filesystem::path(path).replace_extension(".h"))));
  }
}

TEST_CASE("arrows lead only to rooms that stand before, so that there is no circle and none leads back up") {
  std::set<std::string> before{"base"};
  for (const Room& room : rooms()) {
    for (const auto& others : {room.shows, room.needs}) {
      for (const std::string& other : others) {
        INFO(room.name << " -> " << other);
        CHECK(before.contains(other));
      }
    }
    before.insert(room.name);
  }
}

TEST_CASE("no file includes a room that its own has no arrow to") {
  for (const HouseFile& file : files()) {
    const Room* room = find_room(file.room());
    if (room == nullptr) {
      continue;  // main.cpp
    }
    for (const std::string& include : file.includes) {
      INFO(file.path << " includes " << include);
      CHECK(room->may_use(room_of_include(include)));
    }
  }
}

TEST_CASE("every arrow is used, and shown just where a header uses it") {
  for (const Room& room : rooms()) {
    std::set<std::string> in_headers;
    std::set<std::string> anywhere;
    for (const HouseFile& file : files()) {
      if (file.room() == room.name) {
        for (const std::string& include : file.includes) {
          anywhere.insert(room_of_include(include));
          if (file.is_header()) {
            in_headers.insert(room_of_include(include));
          }
        }
      }
    }
    for (const std::string& other : room.shows) {
      INFO(room.name << " SHOWS " << other);
      CHECK(in_headers.contains(other));
    }
    for (const std::string& other : room.needs) {
      INFO(room.name << " NEEDS " << other);
      CHECK(anywhere.contains(other));
      CHECK_FALSE(in_headers.contains(other));
    }
  }
}

TEST_CASE("the tests mirror the rooms") {
  for (const Room& room : rooms()) {
    INFO(room.name);
    CHECK(std::filesystem::is_directory(source / "tests" / room.name));
  }
}

TEST_CASE("the map names every room, and no other") {
  const std::string map = text_of(source / "kiosk/README.md");
  static const std::regex entry(R"((?:^|\n)- \*\*`([a-z]+)/`\*\*)");
  std::vector<std::string> named;
  for (std::sregex_iterator found(map.begin(), map.end(), entry), end; found != end; ++found) {
    named.push_back((*found)[1]);
  }
  std::vector<std::string> standing;
  for (const Room& room : rooms()) {
    standing.push_back(room.name);
  }
  CHECK(named == standing);
}

TEST_CASE("rooms, shares, longest files and arrows", "[.][print]") {
  const std::size_t all = all_lines();
  const auto lines = lines_by_room();
  std::cout << all << " lines in " << files().size() << " files, median " << median_length() << '\n';
  for (const Room& room : rooms()) {
    const std::size_t of_room = lines.count(room.name) == 0 ? 0 : lines.at(room.name);
    std::cout << std::left << std::setw(11) << room.name << std::right << std::setw(6) << of_room << std::setw(6)
              << std::fixed << std::setprecision(1) << 100.0 * static_cast<double>(of_room) / static_cast<double>(all)
              << " %  ->";
    for (const std::string& other : room.shows) {
      std::cout << ' ' << other;
    }
    std::cout << (room.needs.empty() ? "" : " |");
    for (const std::string& other : room.needs) {
      std::cout << ' ' << other;
    }
    std::cout << '\n';
  }
  std::vector<HouseFile> longest = files();
  std::sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.lines > b.lines; });
  for (std::size_t i = 0; i < std::min<std::size_t>(longest.size(), 10); ++i) {
    std::cout << std::setw(6) << longest[i].lines << ' ' << longest[i].path << '\n';
  }
}
