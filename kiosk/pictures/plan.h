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
// own. Times are of the steady clock: computers without a clock chip start in the past, and their system clock jumps.
//
// When a picture is looked at again:
// - succeeded: after 10 to 11 minutes over the network, after 10 to 11 seconds in a file, which is cheap to look at.
// - not_to_be_had (no network, 404): after retry_delay(), from 10 s to a minute.
// - not_to_be_shown (it arrived, but is no picture): as late as after a success, since each look may transfer all of
// it.
// - interrupted (most often by a lack of memory): after 10 s to 10 minutes, since nothing reports when that ends. The
//   same holds for a reading that failed.
//
// Strong guarantee: a call that throws leaves what is under way as it was. A look is ended by a single call that cannot
// throw.
class PicturePlan {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit PicturePlan(std::uint64_t seed) : random_(seed) {}

  // Replaces the wish: addresses in order of importance, each once. What was learnt of those that are no longer wanted
  // is remembered for a while, so that a wish that comes and goes does not hammer a server.
  void want(const std::vector<std::string>& addresses);

  // The picture is on disk, and was confirmed `age` ago. A look in this run counts for more than that.
  void at_hand(const std::string& address, std::chrono::seconds age, Time now);
  // The picture is wanted and not on disk: due at once, unless it is backing off.
  void missing(const std::string& address);
  // The picture was read, or need not be.
  void readable(const std::string& address);
  // Nothing is wrong with its bytes, but something keeps it from being read now.
  void not_readable(const std::string& address, Time now);
  // The most important wanted picture that is due to be read once more. Each is given once.
  std::optional<std::string> read_again(Time now);

  // The most important picture that is due. It is under way from now on, until one of the four calls below ends it,
  // whether it is still wanted or not. Nothing when none is due, or when `most_under_way` are under way.
  std::optional<std::string> start(Time now);
  void succeeded(const std::string& address, Time now);
  void not_to_be_had(const std::string& address, std::optional<std::chrono::seconds> retry_after, Time now);
  void not_to_be_shown(const std::string& address, Time now);
  void interrupted(const std::string& address, Time now);
  // Ends all that is under way as interrupted.
  void all_interrupted(Time now);

  // When start() will next give a picture. Nothing: not before one that is under way ends.
  std::optional<Time> next_start() const;
  // When read_again() will next give a picture.
  std::optional<Time> next_reading() const;

  // A limit, so that a server that stalls does not take all connections at once.
  static constexpr std::size_t most_under_way = 4;

 private:
  struct Look {
    Time due = Time::min();
    bool looked_at = false;  // in this run
    bool under_way = false;
    int failures = 0;  // in a row
    std::optional<Time> reading_due;
    int failed_readings = 0;  // in a row
  };

  std::chrono::milliseconds rest_of(const std::string& address);
  std::chrono::milliseconds long_back_off(int failures);
  Look& end(const std::string& address);

  std::vector<std::string> wanted_;
  std::unordered_map<std::string, Look> looks_;  // by address: of all wanted pictures, and some more
  std::size_t under_way_ = 0;
  std::mt19937_64 random_;
};

}  // namespace kiosk
