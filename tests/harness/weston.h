#pragma once

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

// What a program takes in its environment to draw by Wayland; nothing where no GLFW of this machine's can. Debian 12
// has one that cannot, and beside it none: KIOSK_WAYLAND_GLFW names a folder with another libglfw.so.3
// (packaging/wayland_glfw.sh).
inline std::optional<std::vector<std::string>> glfw_by_wayland() {
  if (const char* folder = std::getenv("KIOSK_WAYLAND_GLFW"); folder != nullptr && *folder != '\0') {
    return std::vector<std::string>{std::string("LD_LIBRARY_PATH=") + folder};
  }
  void* library = ::dlopen("libglfw.so.3", RTLD_LAZY);
  const bool can = library != nullptr && ::dlsym(library, "glfwGetWaylandDisplay") != nullptr;
  if (library != nullptr) {
    ::dlclose(library);
  }
  return can ? std::optional(std::vector<std::string>{"XDG_SESSION_TYPE=wayland"}) : std::nullopt;
}

// A Wayland compositor for one program, on the X display that DISPLAY names, whose pixels are there to look at.
class Weston {
 public:
  // `output`: lines of weston.ini(5), section output.
  explicit Weston(const std::string& output) {
    std::filesystem::create_directory(folder_ / "run");
    std::filesystem::permissions(folder_ / "run", std::filesystem::perms::owner_all);
    write_file(folder_ / "weston.ini",
               "[core]\nshell=kiosk-shell.so\nidle-time=0\nuse-pixman=true\n[output]\nname=X1\n" + output);
    process_.emplace(std::vector<std::string>{"weston", "--backend=x11-backend.so", "--socket=hall",
                                              "--config=" + (folder_ / "weston.ini").string()},
                     ChildOptions{.output = folder_ / "log",
                                  .errors = folder_ / "log",
                                  .environment = {"XDG_RUNTIME_DIR=" + (folder_ / "run").string(), "WAYLAND_DISPLAY"}});
    if (!eventually([&] { return process_->exit_status() || std::filesystem::exists(folder_ / "run" / "hall"); }) ||
        process_->exit_status()) {
      throw std::runtime_error("weston does not start: " + file_text(folder_ / "log"));
    }
  }

  // For its clients.
  std::vector<std::string> environment() const {
    return {"DISPLAY", "WAYLAND_DISPLAY=hall", "XDG_RUNTIME_DIR=" + (folder_ / "run").string()};
  }
  void crash() {
    process_->send(SIGKILL);
    process_->wait_for();
  }

 private:
  TemporaryFolder folder_;
  std::optional<ChildProcess> process_;
};

}  // namespace kiosk::test
