#include "pictures/plan.h"

#include <algorithm>

#include "base/url.h"
#include "net/access.h"
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
    std::erase_if(hosts_, [](const auto& host) { return host.second.under_way == 0; });
  }
  for (const std::string& address : wanted) {
    look_at(address);
  }
  wanted_.swap(wanted);
}

void PicturePlan::at_hand(const std::string& address, std::chrono::seconds age, Time now) {
  Look& look = look_at(address);
  const std::chrono::milliseconds rest = rest_of(address);
  // An age below zero comes from a clock that was set back. The age is then unknown: look.
  if (!look.looked_at && age >= std::chrono::seconds(0) && age < rest) {
    look.due = now + rest - age;
  }
}

void PicturePlan::missing(const std::string& address) {
  Look& look = look_at(address);
  if (look.failures == 0) {
    look.due = Time::min();
  }
}

void PicturePlan::readable(const std::string& address) {
  Look& look = look_at(address);
  look.failed_readings = 0;
  look.reading_due.reset();
}

void PicturePlan::not_readable(const std::string& address, Time now) {
  Look& look = look_at(address);
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

PicturePlan::Look& PicturePlan::look_at(const std::string& address) {
  if (const auto known = looks_.find(address); known != looks_.end()) {
    return known->second;
  }
  return looks_.try_emplace(address, Look{.host = host_of(address)}).first->second;
}

bool PicturePlan::has_room(const Look& look) const {
  const auto host = hosts_.find(look.host);
  const std::size_t under_way = host == hosts_.end() ? 0 : host->second.under_way;
  return look.host.empty() || (under_way == 0 ? busy_hosts_ < most_hosts : under_way < most_of_a_host);
}

bool PicturePlan::has_failed(const Look& look) const {
  const auto host = hosts_.find(look.host);
  return host != hosts_.end() && host->second.failed;
}

std::optional<std::string> PicturePlan::start(Time now) {
  const std::string* first = nullptr;
  for (const std::string& address : wanted_) {
    const Look& look = looks_.at(address);
    if (look.under_way || look.due > now || !has_room(look)) {
      continue;
    }
    if (!has_failed(look)) {
      first = &address;
      break;
    }
    first = first == nullptr ? &address : first;
  }
  if (first == nullptr) {
    return std::nullopt;
  }
  // What may throw comes first: were it to throw later, a look nobody knows of would be under way.
  std::optional<std::string> started = *first;
  Look& look = looks_.at(*first);
  if (!look.host.empty()) {
    Host& host = hosts_[look.host];
    busy_hosts_ += host.under_way == 0 ? 1 : 0;
    ++host.under_way;
  }
  look.under_way = true;
  return started;
}

void PicturePlan::succeeded(const std::string& address, Time now) {
  Look& look = end(address);
  host_did(look, true);
  look.failures = 0;
  look.due = now + rest_of(address);
}

void PicturePlan::not_to_be_had(const std::string& address, std::optional<std::chrono::seconds> retry_after, Time now) {
  Look& look = end(address);
  host_did(look, false);
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

void PicturePlan::look_again(const std::string& address) {
  if (const auto look = looks_.find(address); look != looks_.end()) {
    look->second.failures = 0;
    look->second.due = Time::min();
  }
}

std::optional<PicturePlan::Time> PicturePlan::next_start() const {
  std::optional<Time> next;
  for (const std::string& address : wanted_) {
    const Look& look = looks_.at(address);
    if (!look.under_way && has_room(look) && (!next || look.due < *next)) {
      next = look.due;
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

void PicturePlan::host_did(const Look& look, bool well) {
  if (const auto host = hosts_.find(look.host); host != hosts_.end()) {
    host->second.failed = !well;
  }
}

PicturePlan::Look& PicturePlan::end(const std::string& address) {
  Look& look = look_at(address);
  if (look.under_way) {
    look.under_way = false;
    if (const auto host = hosts_.find(look.host); host != hosts_.end()) {
      --host->second.under_way;
      busy_hosts_ -= host->second.under_way == 0 ? 1 : 0;
    }
  }
  look.looked_at = true;
  return look;
}

}  // namespace kiosk
