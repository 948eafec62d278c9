#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/harness/child_process.h"
#include "tests/harness/loopback.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

// A real nginx on loopback that serves root(); one process, in the foreground, files in a temporary
// folder. The port stays the same over stop() and start(). nginx makes an ETag of the modification time
// in seconds and the size: a file changed twice in a second must change its size to look changed.
class Nginx {
 public:
  // `locations` is nginx configuration inside the server block, `listen` what follows the address: "ssl http2".
  explicit Nginx(std::string locations = "", std::string listen = "")
      : locations_(std::move(locations)), listen_(std::move(listen)) {
    std::filesystem::create_directories(root());
    for (int attempt = 0; attempt < 5 && !process_; ++attempt) {
      port_ = free_port();  // another program may have taken the port
      try_to_start();
    }
    if (!process_) {
      throw std::runtime_error("nginx does not start: " + file_text(folder_ / "error.log"));
    }
  }

  void start() {
    if (!process_ && !try_to_start()) {
      throw std::runtime_error("nginx does not start again: " + file_text(folder_ / "error.log"));
    }
  }
  void stop() {
    if (process_) {
      process_->stop();
      process_.reset();
    }
  }

  // Replaces a file by one that looks an hour old. What nginx says of a younger one is not believed for two seconds.
  void put(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path fresh = root() / (name + ".new");
    write_file(fresh, bytes);
    std::filesystem::last_write_time(fresh, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    std::filesystem::rename(fresh, root() / name);
  }

  std::filesystem::path root() const { return folder_ / "root"; }
  std::string url(const std::string& path) const {
    return (listen_.starts_with("ssl") ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port_) + path;
  }
  // One line a request, "GET /feed.json 304 0" with the body's bytes last; written after the answer is sent,
  // so a test asks for it by eventually().
  std::string access_log() const { return file_text(folder_ / "access.log"); }

 private:
  bool try_to_start() {
    write_file(folder_ / "nginx.conf", configuration());
    const std::string program = std::filesystem::exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";
    process_.emplace(std::vector<std::string>{program, "-p", folder_.path().string() + "/", "-c", "nginx.conf", "-e",
                                              (folder_ / "error.log").string()},
                     ChildOptions{.errors = folder_ / "error.log"});
    const bool ready = eventually([&] { return process_->exit_status() || LoopbackSocket::answers(port_); });
    if (!ready || process_->exit_status()) {
      process_.reset();
    }
    return process_.has_value();
  }

  std::string configuration() const {
    std::string temp_paths;
    for (const char* name : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      temp_paths += std::string("  ") + name + "_temp_path temp;\n";
    }
    return "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\n"
           "http {\n" +
           temp_paths +
           "  log_format brief '$request_method $uri $status $body_bytes_sent';\n"
           "  access_log access.log brief;\n"
           "  types { application/json json; }\n"
           "  default_type application/octet-stream;\n"
           "  gzip on;\n  gzip_types application/json;\n"
           "  server {\n"
           "    listen 127.0.0.1:" +
           std::to_string(port_) + ' ' + listen_ + ";\n    root root;\n" + locations_ + "\n  }\n}\n";
  }

  TemporaryFolder folder_;
  std::string locations_;
  std::string listen_;
  std::uint16_t port_ = 0;
  std::optional<ChildProcess> process_;
};

}  // namespace kiosk::test
