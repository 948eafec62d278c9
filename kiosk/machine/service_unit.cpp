#include "machine/service_unit.h"

#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace kiosk {
namespace {

constexpr const char* systemd = "org.freedesktop.systemd1";
constexpr const char* manager_path = "/org/freedesktop/systemd1";
constexpr std::uint64_t patience_us = 2'000'000;

struct CloseBus {
  void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
struct DropMessage {
  void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};

using Bus = std::unique_ptr<sd_bus, CloseBus>;

auto failed(int error) { return fail({.what = "systemd does not tell: " + std::string(std::strerror(-error))}); }

// For root to systemd itself, as systemctl does, since a small machine has no bus; else to the system's bus.
Result<Bus> open_bus() {
  sd_bus* opened = nullptr;
  if (::geteuid() == 0 && sd_bus_new(&opened) >= 0) {
    Bus bus(opened);
    if (sd_bus_set_address(bus.get(), "unix:path=/run/systemd/private") >= 0 && sd_bus_start(bus.get()) >= 0) {
      return bus;
    }
  }
  if (const int error = sd_bus_open_system(&opened); error < 0) {
    return failed(error);
  }
  return Bus(opened);
}

// One property after the other of an object of systemd's. What it does not tell is empty.
class Properties {
 public:
  Properties(sd_bus* bus, const char* path, const char* interface) : bus_(bus), path_(path), interface_(interface) {}

  std::string text(const char* name) const {
    char* value = nullptr;
    if (sd_bus_get_property_string(bus_, systemd, path_, interface_, name, nullptr, &value) < 0) {
      return "";
    }
    const std::unique_ptr<char, decltype(&std::free)> owner(value, std::free);
    return value;
  }
  std::vector<std::string> texts(const char* name) const {
    char** values = nullptr;
    std::vector<std::string> copy;
    if (sd_bus_get_property_strv(bus_, systemd, path_, interface_, name, nullptr, &values) >= 0) {
      for (char** value = values; value != nullptr && *value != nullptr; ++value) {
        copy.emplace_back(*value);
        std::free(*value);
      }
      std::free(values);
    }
    return copy;
  }
  // Whether a list of whatever has any entry.
  bool has_any(const char* name) const {
    sd_bus_message* answered = nullptr;
    const int error = sd_bus_get_property(bus_, systemd, path_, interface_, name, nullptr, &answered, "a(sb)");
    const std::unique_ptr<sd_bus_message, DropMessage> answer(answered);
    return error >= 0 && sd_bus_message_enter_container(answer.get(), 'a', "(sb)") >= 0 &&
           sd_bus_message_at_end(answer.get(), 0) == 0;
  }
  // A number or, as an int, a truth.
  template <class Number>
  Number number(const char* name, char type) const {
    Number value = 0;
    sd_bus_get_property_trivial(bus_, systemd, path_, interface_, name, nullptr, type, &value);
    return value;
  }

 private:
  sd_bus* const bus_;
  const char* const path_;
  const char* const interface_;
};

// The folders that systemd makes for a service, by the variables that name them (systemd.exec(5)).
struct ServiceFolders {
  const char* property;
  const char* variable;
  const char* below;
};
constexpr ServiceFolders kinds_of_folders[] = {{"RuntimeDirectory", "RUNTIME_DIRECTORY", "/run/"},
                                               {"StateDirectory", "STATE_DIRECTORY", "/var/lib/"},
                                               {"CacheDirectory", "CACHE_DIRECTORY", "/var/cache/"}};

std::vector<std::string> environment_of(const Properties& manager, const Properties& service) {
  std::vector<std::string> environment = manager.texts("Environment");
  for (const ServiceFolders& kind : kinds_of_folders) {
    std::string all;
    for (const std::string& one : service.texts(kind.property)) {
      all += (all.empty() ? "" : ":") + (kind.below + one);
    }
    if (!all.empty()) {
      environment.push_back(std::string(kind.variable) + '=' + all);
    }
  }
  const std::vector<std::string> own = service.texts("Environment");
  environment.insert(environment.end(), own.begin(), own.end());
  return environment;
}

std::vector<std::string> groups_of(const Properties& service) {
  std::vector<std::string> groups = service.texts("SupplementaryGroups");
  if (const std::string first = service.text("Group"); !first.empty()) {
    groups.insert(groups.begin(), first);
  }
  return groups;
}

std::vector<std::filesystem::path> writable_folders_of(const Properties& service) {
  std::vector<std::filesystem::path> writable;
  for (const ServiceFolders& kind : kinds_of_folders) {
    for (const std::string& one : service.texts(kind.property)) {
      writable.emplace_back(kind.below + one);
    }
  }
  for (const std::string& path : service.texts("ReadWritePaths")) {
    writable.emplace_back(path.substr(path.find_first_not_of("-+")));  // "-/srv": where it is there
  }
  return writable;
}

std::vector<std::filesystem::path> hidden_folders_of(const Properties& service) {
  std::vector<std::filesystem::path> hidden;
  if (const std::string homes = service.text("ProtectHome"); homes == "yes" || homes == "tmpfs") {
    hidden = {"/home", "/root", "/run/user"};
  }
  if (service.number<int>("PrivateTmp", 'b') != 0) {
    hidden.insert(hidden.end(), {"/tmp", "/var/tmp"});
  }
  return hidden;
}

}  // namespace

std::optional<Result<UnitState>> unit_state(const std::string& unit) {
  if (sd_booted() <= 0) {
    return std::nullopt;
  }
  const Result<Bus> opened = open_bus();
  if (!opened) {
    return fail(opened.error());
  }
  sd_bus* const bus = opened->get();
  sd_bus_set_method_call_timeout(bus, patience_us);
  sd_bus_message* answered = nullptr;
  const int error = sd_bus_call_method(bus, systemd, manager_path, "org.freedesktop.systemd1.Manager", "LoadUnit",
                                       nullptr, &answered, "s", unit.c_str());
  const std::unique_ptr<sd_bus_message, DropMessage> answer(answered);
  const char* path = nullptr;
  if (error < 0 || sd_bus_message_read(answer.get(), "o", &path) < 0) {
    return failed(error < 0 ? error : -EINVAL);
  }
  const Properties manager(bus, manager_path, "org.freedesktop.systemd1.Manager");
  const Properties general(bus, path, "org.freedesktop.systemd1.Unit");
  const Properties service(bus, path, "org.freedesktop.systemd1.Service");
  return UnitState{.load = general.text("LoadState"),
                   .active = general.text("ActiveState"),
                   .sub = general.text("SubState"),
                   .enabled = general.text("UnitFileState"),
                   .restarts = service.number<std::uint32_t>("NRestarts", 'u'),
                   .user = service.text("User"),
                   .groups = groups_of(service),
                   .environment = environment_of(manager, service),
                   .reads_environment_files = service.has_any("EnvironmentFiles"),
                   .hidden_folders = hidden_folders_of(service),
                   .all_read_only = service.text("ProtectSystem") == "strict",
                   .writable_folders = writable_folders_of(service)};
}

}  // namespace kiosk
