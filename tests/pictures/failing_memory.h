#pragma once

// failing_memory.cpp replaces the program's operator new, so that a test can let one allocation fail.
namespace kiosk::test {

// Of this thread: how many more allocations succeed before the next one fails. Below zero: none fails.
inline thread_local long allocations_left = -1;

inline void fail_allocation_after(long count) { allocations_left = count; }

// Whether the one that was to fail has not come yet; none fails from now on.
inline bool no_allocation_failed() {
  const bool none = allocations_left >= 0;
  allocations_left = -1;
  return none;
}

}  // namespace kiosk::test
