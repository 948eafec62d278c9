#include "tests/pictures/failing_memory.h"

#include <cstddef>
#include <cstdlib>
#include <new>

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
// All forms of them: a sanitizer has its own of those that are not replaced, and no use for another's memory.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
[[gnu::noinline]] void* operator new[](std::size_t size) { return operator new(size); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
