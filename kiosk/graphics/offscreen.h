#pragma once

#include <memory>

#include "base/geometry.h"
#include "base/result.h"
#include "images/image.h"

namespace kiosk {

// A framebuffer without a display: EGL surfaceless, else the first EGL device, by either GL (gl_api.h). Its context is
// current on the thread that opened it, and its framebuffer bound, from open() on.
class Offscreen {
 public:
  static Result<std::unique_ptr<Offscreen>> open(Size size);
  virtual ~Offscreen() = default;
  virtual Size size() const = 0;
  // The pixels are undefined afterwards. Fails where the driver cannot take the size; then nothing has changed.
  virtual Result<void> resize(Size size) = 0;
  virtual Image read_pixels() const = 0;
};

}  // namespace kiosk
