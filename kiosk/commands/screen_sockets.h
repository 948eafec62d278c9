#pragma once

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/result.h"
#include "machine/request_socket.h"

namespace kiosk {

// Where the running screens of this machine can be asked: one socket each, NAME.socket, in the folder of what runs that
// systemd gives a service (RUNTIME_DIRECTORY), else in XDG_RUNTIME_DIR/venue-kiosk, else in /run/venue-kiosk. Whoever
// asks over ssh has another environment than the service, and looks into all of them.

using Environment = std::function<const char*(const char*)>;  // std::getenv in the program

// --screen NAME, for whoever runs or asks one of several screens of a machine.
void declare_screen(CLI::App& app, std::string& screen);

// What a screen is called that nobody has named: VENUE_KIOSK_SCREEN, else as its monitor, else "screen".
std::string name_of_screen(const std::string& monitor, const Environment& environment = std::getenv);

// Opens the socket of the screen of this name. Makes the user's own folder where it is missing; /run/venue-kiosk is the
// service's to make.
Result<std::unique_ptr<RequestSocket>> open_screen_socket(const std::string& name, const Environment& environment,
                                                          std::function<void()> wake);

struct ScreenSocket {
  std::string name;  // as the file is called, percent-encoded
  std::filesystem::path file;
};
// All that lie there, by name; some may be of screens that have ended.
std::vector<ScreenSocket> screen_sockets(const Environment& environment);

}  // namespace kiosk
