#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

// The real program, as a technician or a service starts it.
namespace kiosk::test {

inline const std::string demo_settings = KIOSK_SOURCE_DIR "/assets/demo/kiosk.toml";
inline const std::string demo_feed_file = KIOSK_SOURCE_DIR "/assets/demo/feed.json";

// In the middle of the first day, while Track 1 is on in the Gorky hall.
inline const std::string during_track_1 = "2024-04-17T14:42:00+03:00";
inline const std::string track_1_link =
    "https://www.culture.ru/live/broadcast/92203/"
    "sokhranenie-i-populyarizaciya-kulturnogo-koda-rossii-missiya-bibliotek";

// The program under test; the environment may name another one, such as an older one to compare with.
inline std::string kiosk_program() {
  const char* other = std::getenv("KIOSK_PROGRAM");
  return other != nullptr ? other : KIOSK_PROGRAM;
}

// The demo's feed with every `was` replaced.
inline std::string demo_feed(const std::string& was = "", const std::string& is = "") {
  std::string text = file_text(demo_feed_file);
  for (std::size_t at = 0; !was.empty() && (at = text.find(was, at)) != std::string::npos; at += is.size()) {
    text.replace(at, was.size(), is);
  }
  return text;
}

// Nothing of the machine the tests run on: no settings from its environment, no proxy, no display unless
// the test says so.
inline std::vector<std::string> plain_environment(std::vector<std::string> more = {}) {
  std::vector<std::string> environment{
      "VENUE_KIOSK_HALL",  "VENUE_KIOSK_FEED", "VENUE_KIOSK_CACHE",  "CACHE_DIRECTORY", "STATE_DIRECTORY",
      "RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR",  "VENUE_KIOSK_SCREEN", "NOTIFY_SOCKET",   "WAYLAND_DISPLAY",
      "http_proxy",        "all_proxy",        "ALL_PROXY",          "LC_ALL=C.UTF-8"};
  environment.insert(environment.end(), more.begin(), more.end());
  return environment;
}

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

// Runs it to its end; without a display, unless the environment gives one.
inline Outcome venue_kiosk(std::vector<std::string> arguments, std::vector<std::string> environment = {},
                           const std::filesystem::path& folder = {}) {
  const TemporaryFolder outputs;
  arguments.insert(arguments.begin(), KIOSK_PROGRAM);
  environment.insert(environment.begin(), "DISPLAY");
  ChildProcess process(std::move(arguments), {.output = outputs / "out",
                                              .errors = outputs / "err",
                                              .folder = folder,
                                              .environment = plain_environment(std::move(environment))});
  const auto status = process.wait_for();
  return {status.value_or(-1), file_text(outputs / "out"), file_text(outputs / "err")};
}

inline std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace kiosk::test
