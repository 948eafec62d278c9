#include "venue/clock_trust.h"

namespace kiosk {
namespace {

constexpr std::chrono::seconds tolerance{2};  // HTTP's dates have whole seconds, and take a while to arrive
constexpr int worst_quartz = 5000;            // 200 parts in a million, twice what the worst boards do

}  // namespace

bool ClockTrust::agree(const Anchor& one, const Anchor& other) {
  const auto apart = std::chrono::abs(other.steady - one.steady);
  return std::chrono::abs(other.time - one.at(other.steady)) <= tolerance + apart / worst_quartz;
}

void ClockTrust::kernel_is_synchronised(const Look& look) {
  believed_ = {look.system, look.steady};
  by_kernel_ = true;
}

void ClockTrust::server_said(Instant time, const Look& look) {
  const Anchor answer{time, look.steady};
  const bool confirmed = agree({look.system, look.steady}, answer) || (last_answer_ && agree(*last_answer_, answer));
  last_answer_ = answer;
  // What holds already is kept as it is: dates are a second off, and the time on the screen shall not tremble. What
  // quartz explains is mended, be it the kernel's of weeks ago.
  const bool near = believed_ && agree(*believed_, answer);
  const bool drifted = near && std::chrono::abs(answer.time - believed_->at(answer.steady)) > tolerance;
  if (confirmed && (drifted || (!near && !by_kernel_))) {
    believed_ = answer;
  }
}

void ClockTrust::has_passed(Instant time, const Look& look) {
  if (!passed_ || passed_->at(look.steady) < time) {
    passed_ = {time, look.steady};
  }
}

ClockTrust::Verdict ClockTrust::at(const Look& look) const {
  if (believed_) {
    const std::chrono::nanoseconds offset = believed_->at(look.steady) - look.system;
    return {std::chrono::abs(offset) <= tolerance ? std::chrono::nanoseconds(0) : offset, true};
  }
  if (passed_ && look.system < passed_->at(look.steady)) {
    return {passed_->at(look.steady) - look.system, false};
  }
  return {};
}

}  // namespace kiosk
