#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

// Preloaded (ld.so(8)) into the kiosk, this stops one of its threads within a call of a library, as a driver or a file
// system that hangs would; the other threads go on. In the folder that KIOSK_TEST_FREEZE names a file "drawing" stops
// the draw loop, one "polling" whatever waits for a server. "drawing-stopped" and "polling-stopped" say that it has
// come to it. A file "context-lost" has the driver end the process with the next frame.

namespace {

bool is_told(const std::string& file) { return ::access(file.c_str(), F_OK) == 0; }

std::string file_of(const char* what) {
  const char* folder = std::getenv("KIOSK_TEST_FREEZE");
  return folder == nullptr ? std::string() : std::string(folder) + '/' + what;
}

void stop_where_told(const char* what) {
  const std::string file = file_of(what);
  if (!is_told(file)) {
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
  if (is_told(file_of("context-lost"))) {
    std::exit(1);  // as some do for a context that cannot be restored
  }
  static auto* const swap = next<void(void*)>("glfwSwapBuffers");
  swap(window);
}

int curl_multi_poll(void* multi, void* extra, unsigned extra_count, int timeout, int* count) {
  stop_where_told("polling");
  static auto* const poll = next<int(void*, void*, unsigned, int, int*)>("curl_multi_poll");
  return poll(multi, extra, extra_count, timeout, count);
}

}  // extern "C"
