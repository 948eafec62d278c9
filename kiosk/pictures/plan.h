#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiosk {

// Which picture to look at next, and when: all decisions about time, without a thread, a clock or a network of its
// own. Times are of a clock that nobody sets (boards without a clock chip boot in the past, and jump).
//
// A picture of the network that is well is looked at again after 10 to 11 minutes, one of a file, which costs a look
// at a folder, after 10 to 11 seconds. One that cannot be had (no network, 404) backs off by retry_delay(), from 10 s
// to a minute. One that was had and cannot be shown is looked at again as late as one that is well: each look may cost
// the whole of it. One that something else kept from being looked at or read, most often a lack of memory, backs off
// from 10 s to 10 minutes: nobody tells when that is over.
//
// Whatever throws here leaves what is under way as it was: what start() gave is ended by one call that cannot throw.
class PicturePlan {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit PicturePlan(std::uint64_t seed) : random_(seed) {}

  // Replaces the wish: addresses in order of importance, each once. What was learnt of those that are no longer wanted
  // is remembered for a while, so that a wish that comes and goes does not hammer a server.
  void want(const std::vector<std::string>& addresses);

  // The picture is at hand since `age` ago. What was learnt of it in this run counts for more.
  void at_hand(const std::string& address, std::chrono::seconds age, Time now);
  // The picture is wanted and not at hand: due at once, but for one that is backing off.
  void missing(const std::string& address);
  // It was read, or need not be; and something keeps it from being read now, though nothing is wrong with its bytes.
  void readable(const std::string& address);
  void not_readable(const std::string& address, Time now);
  // The most important wanted one to be read once more, each once.
  std::optional<std::string> read_again(Time now);

  // The most important one that is due, which is under way from now on; nothing when none is due, or enough are under
  // way. Each is ended by one of the four below, wanted or not.
  std::optional<std::string> start(Time now);
  void well(const std::string& address, Time now);
  void not_to_be_had(const std::string& address, std::optional<std::chrono::seconds> retry_after, Time now);
  void not_to_be_shown(const std::string& address, Time now);
  void interrupted(const std::string& address, Time now);
  // All that is under way was interrupted.
  void all_interrupted(Time now);

  // When start() will have something to give, unless one ends before. Nothing: not before one ends.
  std::optional<Time> next_start() const;
  // When read_again() will have something to give.
  std::optional<Time> next_reading() const;

  // So that a server that stalls holds up a part of them only.
  static constexpr std::size_t most_under_way = 4;

 private:
  struct Look {
    Time due = Time::min();
    bool taken = false;  // was looked at in this run
    bool under_way = false;
    int failures = 0;  // in a row
    std::optional<Time> reading_due;
    int failed_readings = 0;  // in a row
  };

  std::chrono::milliseconds rest_of(const std::string& address);
  std::chrono::milliseconds long_back_off(int failures);
  Look& end(const std::string& address);

  std::vector<std::string> wanted_;
  std::unordered_map<std::string, Look> looks_;  // of all wanted ones, and some more
  std::size_t under_way_ = 0;
  std::mt19937_64 random_;
};

}  // namespace kiosk
