#pragma once

#include <string>

namespace kiosk {

// Takes from this process what decoding does not need, for good: beyond the limits memory fails and the kernel ends it;
// then it may read and write what is open, have memory and exit, and no other system call works. Returns what could
// not be had; empty: all of it. In builds with sanitizers, which need more, it does nothing.
std::string limit_this_process();

}  // namespace kiosk
