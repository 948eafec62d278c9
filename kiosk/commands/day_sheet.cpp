#include "commands/day_sheet.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/color.h"
#include "graphics/text.h"
#include "images/pasting.h"

namespace kiosk {
namespace {

constexpr int longest_side = 480;  // of a picture
constexpr int gap = 16;
constexpr int title_height = 52;
constexpr int time_height = 30;
constexpr int highest_sheet = 16384;  // what programs still open
constexpr Color paper = rgb(0x80858f);
constexpr Color ink = rgb(0x000000);

int columns_of(Size picture_size) { return picture_size.width < picture_size.height ? 6 : 4; }

int rows_of(const DayOfHall& day, int columns) {
  return (static_cast<int>(day.moments.size()) + columns - 1) / columns;
}

int cell_height(Size picture_size) { return time_height + picture_size.height + gap; }

Image words(TextEngine& text, const std::string& written, float cap_height) {
  const TextBitmap bitmap = text.rasterise({.text = written, .cap_height = cap_height, .weight = 600}, ink);
  Image image = blank_image(bitmap.size, paper);
  for (std::size_t i = 0; i < image.rgba.size() / 4; ++i) {
    for (std::size_t channel = 0; channel < 3; ++channel) {
      std::uint8_t& value = image.rgba[4 * i + channel];
      const int alpha = bitmap.colored ? bitmap.pixels[4 * i + 3] : bitmap.pixels[i];
      const int over = bitmap.colored ? bitmap.pixels[4 * i + channel] : 0;
      value = static_cast<std::uint8_t>((value * (255 - alpha) + over * alpha) / 255);
    }
  }
  return image;
}

}  // namespace

Size picture_size_on_sheet(Size screen) {
  const int longer = std::max(screen.width, screen.height);
  if (longer <= longest_side) {
    return screen;
  }
  return {std::max(1, screen.width * longest_side / longer), std::max(1, screen.height * longest_side / longer)};
}

Result<Image> day_sheet(const std::vector<DayOfHall>& days, Size picture_size) {
  const int columns = columns_of(picture_size);
  int height = gap;
  for (const DayOfHall& day : days) {
    height = std::min(height + title_height + rows_of(day, columns) * cell_height(picture_size), highest_sheet + 1);
  }
  if (height > highest_sheet) {
    return fail({.where = "--day",
                 .what = "the sheet would be more than " + std::to_string(highest_sheet) + " pixels high",
                 .right = "ask for one hall at a time by --hall"});
  }
  Image sheet = blank_image({gap + columns * (picture_size.width + gap), height}, paper);
  TextEngine text;
  int top = gap;
  for (const DayOfHall& day : days) {
    paste(words(text, day.title, 20), gap, top, sheet);
    top += title_height;
    for (std::size_t i = 0; i < day.moments.size(); ++i) {
      const int left = gap + static_cast<int>(i) % columns * (picture_size.width + gap);
      const int row = top + static_cast<int>(i) / columns * cell_height(picture_size);
      paste(words(text, day.moments[i].time, 13), left, row, sheet);
      paste(day.moments[i].picture, left, row + time_height, sheet);
    }
    top += rows_of(day, columns) * cell_height(picture_size);
  }
  return sheet;
}

}  // namespace kiosk
