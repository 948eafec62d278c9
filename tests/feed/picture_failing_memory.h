#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

// Replaces the program's operator new, so that a test can let one allocation fail. To be included by one file of a
// program.
namespace kiosk::test {

// Of this thread: so many more allocations go well, and the next one fails. Below zero: none fails.
inline thread_local long allocations_left = -1;

inline void fail_allocation_after(long count) { allocations_left = count; }

// Whether the one that was to fail has not come yet; none fails from now on.
inline bool no_allocation_failed() {
  const bool none = allocations_left >= 0;
  allocations_left = -1;
  return none;
}

}  // namespace kiosk::test

// Not inlined: a compiler that sees malloc() behind new warns of each delete.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (kiosk::test::allocations_left >= 0 && kiosk::test::allocations_left-- == 0) {
    throw std::bad_alloc();
  }
  if (void* memory = std::malloc(size == 0 ? 1 : size)) {
    return memory;
  }
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
