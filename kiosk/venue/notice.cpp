#include "venue/notice.h"

#include <algorithm>

namespace kiosk {

bool stands(const Notice& notice, const std::string& hall, Instant instant) {
  const bool here =
      notice.halls.empty() || std::find(notice.halls.begin(), notice.halls.end(), hall) != notice.halls.end();
  return here && (!notice.from || *notice.from <= instant) && (!notice.until || instant < *notice.until);
}

}  // namespace kiosk
