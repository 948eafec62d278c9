#include "technician/about_machine.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>

namespace kiosk {
namespace {

// A schedule with its pictures takes some ten megabytes; less than this and the disk is about to be full.
constexpr std::uint64_t enough_bytes = 100'000'000;

bool draws_by_software(const std::string& renderer) {
  constexpr std::string_view names[] = {"llvmpipe", "softpipe", "swrast", "SWR", "SwiftShader", "Software"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return renderer.find(name) != std::string::npos; });
}

std::string sides(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

std::string words_of(const MonitorFacts& monitor) {
  std::string words = monitor.name + " " + sides(monitor.mode) + ", " + std::to_string(monitor.refresh_hz) + " Hz";
  words += monitor.millimetres.short_side() > 0 ? ", " + sides(monitor.millimetres) + " mm" : ", size unknown";
  if (monitor.scale != 1) {
    char scale[16];
    std::snprintf(scale, sizeof scale, "%.2g", static_cast<double>(monitor.scale));
    words += ", scale " + std::string(scale);
  }
  return words;
}

std::string code_of(char32_t character) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(character));
  return text;
}

}  // namespace

Answer about_clock(bool synchronised) {
  return synchronised ? good("clock", "kept by a time service")
                      : warning("clock", "no time service keeps it, as far as this user may know",
                                "timedatectl set-ntp true; meanwhile the board goes by the feed's server");
}

Answer about_cache(const std::filesystem::path& folder, const std::optional<FolderFacts>& facts) {
  if (folder.empty()) {
    return warning("cache", "there is nowhere to keep the last good schedule for a start without a network",
                   "write folder = \"/var/cache/venue-kiosk\" under [cache]");
  }
  if (!facts || !facts->writable) {
    return warning("cache", folder.string() + " is not to be written by this user",
                   "let the screen's own user write there, or name another folder under [cache]");
  }
  const std::string what = folder.string() + ", " + std::to_string(facts->free_bytes / 1'000'000) + " MB free";
  return facts->free_bytes >= enough_bytes ? good("cache", what) : warning("cache", what, "make room on this disk");
}

Answer about_renderer(const Result<Renderer>& renderer) {
  if (!renderer) {
    return warning("renderer", "nothing draws without a display: " + renderer.error().what,
                   "install a driver with EGL, such as libgl1-mesa-dri; a screen may still have one by its display");
  }
  return good("renderer", renderer->name + (draws_by_software(renderer->name) ? " (software)" : " (GPU)") + ", " +
                              renderer->version);
}

const MonitorFacts* wanted_monitor(const std::vector<MonitorFacts>& monitors, const std::string& wanted) {
  if (wanted.empty()) {
    return monitors.empty() ? nullptr : &monitors.front();
  }
  for (std::size_t i = 0; i < monitors.size(); ++i) {
    if (monitors[i].name == wanted || std::to_string(i + 1) == wanted) {
      return &monitors[i];
    }
  }
  return nullptr;
}

Answer about_monitors(const Result<std::vector<MonitorFacts>>& monitors, const std::string& wanted) {
  if (!monitors) {
    const Problem& problem = monitors.error();
    return good("monitor", "no display is reached from here (" + problem.what +
                               (problem.right.empty() ? "" : "; " + problem.right) +
                               "); root's check reaches the one of a service that runs and draws by Wayland, "
                               "others with DISPLAY or WAYLAND_DISPLAY set as for the screen");
  }
  std::string all;
  for (const MonitorFacts& monitor : *monitors) {
    all += (all.empty() ? "" : "; ") + words_of(monitor);
  }
  if (monitors->empty()) {
    return warning("monitor", "none is connected", "look at cable, power and input");
  }
  if (wanted_monitor(*monitors, wanted) == nullptr) {
    return warning("monitor", "no \"" + wanted + "\" is connected: " + all,
                   "correct monitor under [display]; until then the primary one serves");
  }
  return good("monitor", all);
}

Answer about_characters(const std::set<char32_t>& characters, const std::function<bool(char32_t)>& has_font_for) {
  constexpr std::size_t most = 10;
  std::string listed;
  std::size_t missing = 0;
  for (const char32_t character : characters) {
    if (!has_font_for(character)) {
      listed += ++missing > most ? "" : (listed.empty() ? "" : ", ") + code_of(character);
    }
  }
  if (missing == 0) {
    return good("fonts", "there are some for all " + std::to_string(characters.size()) + " characters of the schedule");
  }
  return warning(
      "fonts",
      std::to_string(missing) + " characters of the schedule would be boxes: " + listed + (missing > most ? ", …" : ""),
      "install fonts that have them, such as those of the packages fonts-noto-core, fonts-noto-cjk and "
      "fonts-noto-color-emoji");
}

}  // namespace kiosk
