#include "venue/clock_trust.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::chrono::seconds tolerance{2};  // HTTP's dates have whole seconds, and take a while to arrive
constexpr int worst_quartz = 5000;            // 200 parts in a million, twice what the worst boards do

// A date may be of any year. Beyond these it is no time of a conference, and the year 2262 is the last that a count of
// nanoseconds holds.
constexpr Instant earliest{};
constexpr Instant latest{std::chrono::sys_days(std::chrono::year(2200) / 1 / 1)};

bool is_possible(Instant time) { return earliest <= time && time < latest; }

}  // namespace

bool ClockTrust::agree(const Anchor& one, const Anchor& other) {
  const auto apart = std::chrono::abs(other.steady - one.steady);
  return std::chrono::abs(other.time - one.at(other.steady)) <= tolerance + apart / worst_quartz;
}

void ClockTrust::kernel_is_synchronised(const Look& look) {
  believed_ = {look.system, look.steady};
  vouched_for_ = *believed_;
  witness_ = Witness::kernel;
}

void ClockTrust::server_said(const ServerTime& said, const Look& look) {
  if (!is_possible(said.time)) {
    return;
  }
  const Anchor answer{said.time, look.steady};
  std::optional<Anchor>& last = said.vouched ? last_vouched_ : last_plain_;
  const bool confirmed_by_own_clock = agree({look.system, look.steady}, answer);
  const bool confirmed = confirmed_by_own_clock || (last && agree(*last, answer));
  last = answer;
  const Witness witness = said.vouched             ? Witness::vouched
                          : confirmed_by_own_clock ? Witness::plain_word_and_own_clock
                                                   : Witness::plain_words;
  if (!confirmed || !may_be_believed(answer, witness)) {
    return;
  }
  // What holds already is kept as it is: dates are a second off, and the time on the screen shall not tremble.
  const bool holds = believed_ && std::chrono::abs(answer.time - believed_->at(answer.steady)) <= tolerance;
  if (!believed_ || witness >= witness_) {
    believed_ = holds ? believed_ : answer;
    vouched_for_ = {believed_->at(answer.steady), answer.steady};
    witness_ = witness;
  } else if (!holds && agree(vouched_for_, answer)) {
    believed_ = answer;  // what quartz explains is mended, be it the kernel's of weeks ago
  }
}

bool ClockTrust::may_be_believed(const Anchor& answer, Witness witness) const {
  if (witness >= Witness::vouched) {
    return true;
  }
  const Clock::SystemTime known = last_known(answer.steady);
  const auto drift = start_ ? (answer.steady - start_->steady) / worst_quartz : std::chrono::nanoseconds(0);
  const bool is_back = answer.time + tolerance + drift < known;
  const bool is_far = answer.time > known + farthest_forward;
  return !is_back && (!is_far || witness == Witness::plain_word_and_own_clock);
}

// The latest time that is known to have passed by now.
Clock::SystemTime ClockTrust::last_known(Steady steady) const {
  Clock::SystemTime known = released_;
  if (passed_) {
    known = std::max(known, passed_->at(steady));
  }
  if (start_ && start_->at(steady) <= known + farthest_forward) {
    known = std::max(known, start_->at(steady) - clock_chip_drift);
  }
  return known;
}

void ClockTrust::has_passed(Instant time, const Look& look) {
  if (is_possible(time) && (!passed_ || passed_->at(look.steady) < time)) {
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

Instant within_bounds(Instant said, Instant last_known) {
  if (!is_possible(last_known)) {
    return std::clamp(said, earliest, latest);
  }
  return std::clamp(said, last_known, last_known + ClockTrust::farthest_forward);
}

}  // namespace kiosk
