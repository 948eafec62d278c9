#include "commands/requests.h"

#include <chrono>
#include <utility>

#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

#include "base/words.h"
#include "commands/command_line.h"
#include "machine/this_machine.h"
#include "organizer/findings.h"
#include "technician/screen_status.h"

namespace kiosk {
namespace {

constexpr std::chrono::seconds time_to_look{60};

std::string coded(int exit_code, const std::string& text) { return std::to_string(exit_code) + '\n' + text; }

}  // namespace

void Requests::answer(const ScreenReport& report) {
  if (socket_ == nullptr) {
    return;
  }
  for (const RequestSocket::Request& request : socket_->take()) {
    if (request.line == "reload") {
      spdlog::info("asked to read the settings anew");
      reloads_.push_back(request.client);
    } else if (request.line == "identify") {
      socket_->answer(request.client, identify(report));
    } else if (request.line == "status" || request.line == "status json") {
      const bool as_json = request.line != "status";
      socket_->answer(request.client,
                      coded(needs_somebody(report) ? exit_has_errors : exit_good,
                            as_json ? json_text(screen_status_json(report)) + '\n' : screen_status_text(report)));
    } else {
      socket_->answer(request.client,
                      coded(exit_usage, in_quotes(request.line) + " is nothing that a screen is asked\n"));
    }
  }
}

std::string Requests::identify(const ScreenReport& report) {
  if (report.emergency) {
    return coded(exit_has_errors, "an emergency is on the glass, which nothing covers\n");
  }
  spdlog::info("asked to show which machine this is");
  identify_->show(host_name(), network_addresses(), std::chrono::steady_clock::now() + time_to_look);
  waker_.wake();  // the look that this is part of has drawn already
  return coded(exit_good, host_name() + " shows itself for a minute, at hall " +
                              (report.hall_name.empty() ? report.hall : report.hall_name) + '\n');
}

bool Requests::reload_wanted() {
  const bool signalled = signals_.take_reload();
  return signalled || !reloads_.empty();
}

void Requests::reloaded(const LoadedSettings& loaded) {
  std::string text;
  for (const Problem& problem : loaded.problems) {
    text += finding_line(problem) + '\n';
  }
  if (!loaded.all_in_force) {
    text += "the settings from before stay in force\n";
  } else if (loaded.problems.empty()) {
    text += "the settings are read; hall: " + loaded.settings.hall + '\n';
  }
  for (const std::uint64_t client : std::exchange(reloads_, {})) {
    socket_->answer(client, coded(loaded.problems.empty() ? exit_good : exit_has_errors, text));
  }
}

}  // namespace kiosk
