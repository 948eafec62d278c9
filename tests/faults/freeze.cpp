#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

// Preloaded (ld.so(8)) into the kiosk, this stops one of its threads within a call of a library, as a driver or a file
// system that hangs would; the other threads go on. In the folder that KIOSK_TEST_FREEZE names a file "drawing" stops
// the draw loop, one "polling" whatever waits for a server. "drawing-stopped" and "polling-stopped" say that it has
// come to it.

namespace {

void stop_where_told(const char* what) {
  const char* folder = std::getenv("KIOSK_TEST_FREEZE");
  if (folder == nullptr) {
    return;
  }
  const std::string file = std::string(folder) + '/' + what;
  if (::access(file.c_str(), F_OK) != 0) {
    return;
  }
  ::close(::open((file + "-stopped").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  for (;;) {
    ::pause();
  }
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

void glfwWaitEventsTimeout(double timeout) {
  stop_where_told("drawing");
  static auto* const wait = next<void(double)>("glfwWaitEventsTimeout");
  wait(timeout);
}

void glfwSwapBuffers(void* window) {
  stop_where_told("drawing");
  static auto* const swap = next<void(void*)>("glfwSwapBuffers");
  swap(window);
}

int curl_multi_poll(void* multi, void* extra, unsigned extra_count, int timeout, int* count) {
  stop_where_told("polling");
  static auto* const poll = next<int(void*, void*, unsigned, int, int*)>("curl_multi_poll");
  return poll(multi, extra, extra_count, timeout, count);
}

}  // extern "C"
