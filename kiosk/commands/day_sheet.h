#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "images/image.h"

namespace kiosk {

// One hall's day in small pictures.
struct DayOfHall {
  struct Moment {
    std::string time;  // above its picture
    Image picture;
  };
  std::string title;  // the hall and the day
  std::vector<Moment> moments;
};

// The size of a picture on a sheet: that of the screen, shrunk.
Size picture_size_on_sheet(Size screen);

// All on one sheet, hall below hall, four lying or six upright pictures beside each other, each of that size. Draw
// thread only, for the words. The problem: it would be more than 16384 pixels high.
Result<Image> day_sheet(const std::vector<DayOfHall>& days, Size picture_size);

}  // namespace kiosk
