#include "pictures/plan.h"

#include <algorithm>

#include "base/url.h"
#include "net/retry_delay.h"

namespace kiosk {
namespace {

constexpr std::chrono::minutes network_rest{10};
constexpr std::chrono::seconds file_rest{10};
constexpr std::chrono::seconds first_retry{10};
constexpr std::size_t most_remembered = 2048;

std::chrono::milliseconds least_rest(const std::string& address) {
  return is_http_url(address) ? std::chrono::milliseconds(network_rest) : std::chrono::milliseconds(file_rest);
}

double one_random(std::mt19937_64& random) { return std::uniform_real_distribution<double>(0.0, 1.0)(random); }

}  // namespace

void PicturePlan::want(const std::vector<std::string>& addresses) {
  std::vector<std::string> wanted = addresses;
  if (looks_.size() + addresses.size() > most_remembered) {
    wanted_.clear();  // first: each wanted one has a look, even if something throws
    std::erase_if(looks_, [](const auto& look) { return !look.second.under_way; });
  }
  for (const std::string& address : wanted) {
    looks_.try_emplace(address);
  }
  wanted_.swap(wanted);
}

void PicturePlan::at_hand(const std::string& address, std::chrono::seconds age, Time now) {
  Look& look = looks_[address];
  const std::chrono::milliseconds rest = rest_of(address);
  // An age below zero comes from a clock that was set back. The age is then unknown: look.
  if (!look.looked_at && age >= std::chrono::seconds(0) && age < rest) {
    look.due = now + rest - age;
  }
}

void PicturePlan::missing(const std::string& address) {
  Look& look = looks_[address];
  if (look.failures == 0) {
    look.due = Time::min();
  }
}

void PicturePlan::readable(const std::string& address) {
  Look& look = looks_[address];
  look.failed_readings = 0;
  look.reading_due.reset();
}

void PicturePlan::not_readable(const std::string& address, Time now) {
  Look& look = looks_[address];
  ++look.failed_readings;
  look.reading_due = now + long_back_off(look.failed_readings);
}

std::optional<std::string> PicturePlan::read_again(Time now) {
  for (const std::string& address : wanted_) {
    if (Look& look = looks_.at(address); look.reading_due && *look.reading_due <= now) {
      std::optional<std::string> due = address;
      look.reading_due.reset();
      return due;
    }
  }
  return std::nullopt;
}

std::optional<std::string> PicturePlan::start(Time now) {
  if (under_way_ >= most_under_way) {
    return std::nullopt;
  }
  const auto found = std::find_if(wanted_.begin(), wanted_.end(), [&](const std::string& address) {
    const Look& look = looks_.at(address);
    return !look.under_way && look.due <= now;
  });
  if (found == wanted_.end()) {
    return std::nullopt;
  }
  std::optional<std::string> started =
      *found;  // copied first: were it to throw later, a look nobody knows of would be under way
  looks_.at(*found).under_way = true;
  ++under_way_;
  return started;
}

void PicturePlan::succeeded(const std::string& address, Time now) {
  Look& look = end(address);
  look.failures = 0;
  look.due = now + rest_of(address);
}

void PicturePlan::not_to_be_had(const std::string& address, std::optional<std::chrono::seconds> retry_after, Time now) {
  Look& look = end(address);
  ++look.failures;
  look.due = now + retry_delay(first_retry, look.failures, retry_after, one_random(random_));
}

void PicturePlan::not_to_be_shown(const std::string& address, Time now) {
  Look& look = end(address);
  ++look.failures;
  look.due = now + rest_of(address);
}

void PicturePlan::interrupted(const std::string& address, Time now) {
  Look& look = end(address);
  ++look.failures;
  look.due = now + long_back_off(look.failures);
}

void PicturePlan::all_interrupted(Time now) {
  for (auto& [address, look] : looks_) {
    if (look.under_way) {
      interrupted(address, now);
    }
  }
}

std::optional<PicturePlan::Time> PicturePlan::next_start() const {
  std::optional<Time> next;
  if (under_way_ < most_under_way) {
    for (const std::string& address : wanted_) {
      const Look& look = looks_.at(address);
      if (!look.under_way && (!next || look.due < *next)) {
        next = look.due;
      }
    }
  }
  return next;
}

std::optional<PicturePlan::Time> PicturePlan::next_reading() const {
  std::optional<Time> next;
  for (const std::string& address : wanted_) {
    const Look& look = looks_.at(address);
    if (look.reading_due && (!next || *look.reading_due < *next)) {
      next = look.reading_due;
    }
  }
  return next;
}

std::chrono::milliseconds PicturePlan::rest_of(const std::string& address) {
  const std::chrono::milliseconds least = least_rest(address);
  // A little longer each time, so that screens and pictures drift apart.
  const double share = 0.1 * one_random(random_);
  return least + std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(least.count()) * share));
}

std::chrono::milliseconds PicturePlan::long_back_off(int failures) {
  std::chrono::milliseconds longest = first_retry;
  for (int i = 1; i < failures && longest < network_rest; ++i) {
    longest *= 2;
  }
  longest = std::min<std::chrono::milliseconds>(longest, network_rest);
  // At least half of it, so that what costs much is not tried often.
  const double share = 0.5 + 0.5 * one_random(random_);
  return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(longest.count()) * share));
}

PicturePlan::Look& PicturePlan::end(const std::string& address) {
  Look& look = looks_[address];
  if (look.under_way) {
    look.under_way = false;
    --under_way_;
  }
  look.looked_at = true;
  return look;
}

}  // namespace kiosk
