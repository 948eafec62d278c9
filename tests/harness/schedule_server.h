#pragma once

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/harness/certificates.h"
#include "tests/harness/child_process.h"
#include "tests/harness/loopback.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

enum class ServerKind { nginx, apache };

inline const char* name_of(ServerKind kind) { return kind == ServerKind::nginx ? "nginx" : "Apache"; }

// nginx or Apache on loopback with the very configuration of config/server; only names, paths and the port are this
// machine's. Two people may write, "anna:one" and "boris:two".
class ScheduleServer {
 public:
  // `edit` is what else to change of the configuration: pairs of what stands there and what shall.
  explicit ScheduleServer(ServerKind kind, std::vector<std::pair<std::string, std::string>> edit = {})
      : kind_(kind), edit_(std::move(edit)), certificate_(authority_.issue("server", "IP:127.0.0.1")) {
    // Apache writes as another user where root starts it.
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
    for (const char* name : {"public", "uploads", "locks"}) {
      std::filesystem::create_directories(folder_ / name);
      std::filesystem::permissions(folder_ / name, std::filesystem::perms(0777));
    }
    // "openssl passwd -apr1" of "one" and "two".
    write_file(folder_ / "users", "anna:" + hashed("one") + "\nboris:" + hashed("two") + "\n");
    write_file(folder_ / "anna", "anna:one\n");
    write_file(folder_ / "boris", "boris:two\n");
    for (int attempt = 0; attempt < 5 && !process_; ++attempt) {
      port_ = free_port();  // another program may have taken the port
      start();
    }
    if (!process_) {
      throw std::runtime_error(std::string(name_of(kind)) + " does not start: " + file_text(folder_ / "error.log"));
    }
  }

  std::string url(const std::string& path = "/feed.json") const {
    return "https://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::filesystem::path file(const std::string& name = "feed.json") const { return folder_ / ("public/" + name); }
  // Writes a document as its owner on the server would.
  void put(std::string_view bytes, const std::string& name = "feed.json") const {
    write_file(file(name), bytes);
    std::filesystem::permissions(file(name), std::filesystem::perms(0666));
  }
  std::filesystem::path login(const std::string& user = "anna") const { return folder_ / user; }
  std::filesystem::path authorities() const { return authority_.file(); }
  std::string error_log() const { return file_text(folder_ / "error.log"); }

 private:
  std::string hashed(const std::string& password) const {
    ChildProcess openssl({"openssl", "passwd", "-apr1", "-salt", "saltsalt", password}, {.output = folder_ / password});
    openssl.wait_for();
    std::string hash = file_text(folder_ / password);
    return hash.substr(0, hash.find('\n'));
  }

  void start() {
    const std::string port = std::to_string(port_);
    const bool is_nginx = kind_ == ServerKind::nginx;
    std::string site =
        file_text(KIOSK_SOURCE_DIR "/config/server/" + std::string(is_nginx ? "nginx" : "apache") + ".conf");
    std::vector<std::pair<std::string, std::string>> changes{
        {"/etc/letsencrypt/live/schedule.example.org/fullchain.pem", certificate_.file.string()},
        {"/etc/letsencrypt/live/schedule.example.org/privkey.pem", certificate_.key.string()},
        {is_nginx ? "listen 443 ssl;" : "*:443>",
         is_nginx ? "listen 127.0.0.1:" + port + " ssl;" : "127.0.0.1:" + port + ">"},
        {is_nginx ? "root /srv/schedule/public" : "DocumentRoot /srv/schedule/public",
         (is_nginx ? "root " : "DocumentRoot ") + (folder_ / "public").string()}};
    if (is_nginx) {
      changes.insert(changes.end(), {{"  listen [::]:443 ssl;\n", ""},
                                     {"client_body_temp_path /srv/schedule/uploads",
                                      "client_body_temp_path " + (folder_ / "uploads").string()},
                                     {"/etc/nginx/schedule.htpasswd;", (folder_ / "users").string() + ";"}});
    } else {
      changes.insert(changes.end(),
                     {{"<Directory /srv/schedule/public>", "<Directory " + (folder_ / "public").string() + ">"},
                      {"DavLockDB /var/lib/apache2/schedule/locks", "DavLockDB " + (folder_ / "locks/locks").string()},
                      {"AuthUserFile /etc/apache2/schedule.htpasswd", "AuthUserFile " + (folder_ / "users").string()}});
    }
    changes.insert(changes.end(), edit_.begin(), edit_.end());
    for (const auto& [from, to] : changes) {
      const std::size_t at = site.find(from, site.find(is_nginx ? "\ndav_ext_lock_zone" : "\nDavLockDB"));
      if (at == std::string::npos) {
        throw std::runtime_error("config/server has no \"" + from + '"');
      }
      site.replace(at, from.size(), to);
    }
    write_file(folder_ / "site.conf", site);
    write_file(folder_ / "server.conf", is_nginx ? nginx_frame() : apache_frame(port));
    const std::string config = (folder_ / "server.conf").string();
    process_.emplace(
        is_nginx ? std::vector<std::string>{"/usr/sbin/nginx", "-p", folder_.path().string() + '/', "-c", config, "-e",
                                            (folder_ / "error.log").string()}
                 : std::vector<std::string>{"/usr/sbin/apache2", "-X", "-f", config, "-d", folder_.path().string()},
        ChildOptions{.output = folder_ / "error.log", .errors = folder_ / "error.log"});
    const bool ready = eventually([&] { return process_->exit_status() || LoopbackSocket::answers(port_); });
    if (!ready || process_->exit_status()) {
      process_.reset();
    }
  }

  std::string nginx_frame() const {
    std::string temp_paths;
    for (const char* name : {"proxy", "fastcgi", "uwsgi", "scgi"}) {
      temp_paths += std::string("  ") + name + "_temp_path temp;\n";
    }
    return "load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;\n"
           "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\n  access_log access.log;\n" +
           temp_paths + "  include site.conf;\n}\n";
  }

  std::string apache_frame(const std::string& port) const {
    std::string frame = "Listen 127.0.0.1:" + port +
                        "\nServerName 127.0.0.1\nPidFile apache.pid\nErrorLog error.log\n" +
                        "Mutex posixsem\nTypesConfig /etc/mime.types\n";
    if (::geteuid() == 0) {
      frame += "User www-data\nGroup www-data\n";
    }
    std::string modules;
    for (const char* module : {"mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic",
                               "mime", "headers", "env", "ssl", "dav", "dav_fs"}) {
      modules += "LoadModule " + std::string(module) + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n";
    }
    return modules + frame + "Include " + (folder_ / "site.conf").string() + '\n';
  }

  TemporaryFolder folder_;
  Authority authority_;
  ServerKind kind_;
  std::vector<std::pair<std::string, std::string>> edit_;
  Certificate certificate_;
  std::uint16_t port_ = 0;
  std::optional<ChildProcess> process_;
};

}  // namespace kiosk::test
