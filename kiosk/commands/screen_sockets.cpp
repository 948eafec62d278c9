#include "commands/screen_sockets.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

#include "commands/file_names.h"

namespace kiosk {
namespace {

constexpr const char* service_folder = "/run/venue-kiosk";
constexpr std::string_view extension = ".socket";

std::string variable(const Environment& environment, const char* name) {
  const char* value = environment(name);
  return value == nullptr ? "" : value;
}

struct Folder {
  std::filesystem::path path;
  bool own = false;  // of the user, who makes it
};

// The first is that of a screen that starts.
std::vector<Folder> folders(const Environment& environment) {
  std::vector<Folder> found;
  if (const std::string given = variable(environment, "RUNTIME_DIRECTORY"); !given.empty()) {
    found.push_back({given.substr(0, given.find(':'))});  // systemd lists several with colons
  }
  if (const std::string runtime = variable(environment, "XDG_RUNTIME_DIR"); !runtime.empty()) {
    found.push_back({std::filesystem::path(runtime) / "venue-kiosk", true});
  }
  found.push_back({service_folder});
  return found;
}

}  // namespace

void declare_screen(CLI::App& app, std::string& screen) {
  app.add_option("--screen", screen, "Which screen, where this machine has several (default: as its monitor is called)")
      ->type_name("NAME");
}

std::string name_of_screen(const std::string& monitor, const Environment& environment) {
  const std::string given = variable(environment, "VENUE_KIOSK_SCREEN");
  return !given.empty() ? given : !monitor.empty() ? monitor : "screen";
}

Result<std::unique_ptr<RequestSocket>> open_screen_socket(const std::string& name, const Environment& environment,
                                                          std::function<void()> wake) {
  const Folder folder = folders(environment).front();
  if (std::error_code error; folder.own && !std::filesystem::exists(folder.path, error)) {
    std::filesystem::create_directory(folder.path, error);  // open() says where it fails
    std::filesystem::permissions(folder.path, std::filesystem::perms::owner_all, error);
  }
  if (std::error_code error; !std::filesystem::is_directory(folder.path, error)) {
    return fail({.file = folder.path.string(),
                 .what = "is no folder",
                 .right = "the service's unit makes it; by hand XDG_RUNTIME_DIR names another place"});
  }
  return RequestSocket::open(folder.path / (file_name_of(name) + std::string(extension)), std::move(wake));
}

std::vector<ScreenSocket> screen_sockets(const Environment& environment) {
  std::vector<ScreenSocket> found;
  for (const Folder& folder : folders(environment)) {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder.path, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::filesystem::path& file = entry->path();
      std::error_code unknown;
      if (file.extension() == extension && entry->is_socket(unknown)) {
        found.push_back({file.stem().string(), file});
      }
    }
  }
  // RUNTIME_DIRECTORY may be one of the others.
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return std::pair(a.name, a.file) < std::pair(b.name, b.file); });
  found.erase(std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.file == b.file; }),
              found.end());
  return found;
}

}  // namespace kiosk
