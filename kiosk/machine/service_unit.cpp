#include "machine/service_unit.h"

#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace kiosk {
namespace {

constexpr const char* systemd = "org.freedesktop.systemd1";
constexpr const char* unit_interface = "org.freedesktop.systemd1.Unit";
constexpr std::uint64_t patience_us = 2'000'000;

struct CloseBus {
  void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
struct DropMessage {
  void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};

std::string property(sd_bus* bus, const char* unit, const char* name) {
  char* value = nullptr;
  if (sd_bus_get_property_string(bus, systemd, unit, unit_interface, name, nullptr, &value) < 0) {
    return "";
  }
  const std::unique_ptr<char, decltype(&std::free)> owner(value, std::free);
  return value;
}

}  // namespace

std::optional<Result<UnitState>> unit_state(const std::string& unit) {
  if (sd_booted() <= 0) {
    return std::nullopt;
  }
  const auto failed = [](int error) {
    return fail({.what = "systemd does not tell: " + std::string(std::strerror(-error))});
  };
  sd_bus* opened = nullptr;
  if (const int error = sd_bus_open_system(&opened); error < 0) {
    return failed(error);
  }
  const std::unique_ptr<sd_bus, CloseBus> bus(opened);
  sd_bus_set_method_call_timeout(bus.get(), patience_us);
  sd_bus_message* answered = nullptr;
  const int error =
      sd_bus_call_method(bus.get(), systemd, "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager",
                         "LoadUnit", nullptr, &answered, "s", unit.c_str());
  const std::unique_ptr<sd_bus_message, DropMessage> answer(answered);
  const char* path = nullptr;
  if (error < 0 || sd_bus_message_read(answer.get(), "o", &path) < 0) {
    return failed(error < 0 ? error : -EINVAL);
  }
  UnitState state{.load = property(bus.get(), path, "LoadState"),
                  .active = property(bus.get(), path, "ActiveState"),
                  .sub = property(bus.get(), path, "SubState"),
                  .enabled = property(bus.get(), path, "UnitFileState")};
  sd_bus_get_property_trivial(bus.get(), systemd, path, "org.freedesktop.systemd1.Service", "NRestarts", nullptr, 'u',
                              &state.restarts);
  return state;
}

}  // namespace kiosk
