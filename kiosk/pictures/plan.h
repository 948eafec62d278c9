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

  // The most important picture that is due and whose host has room; one of a host that failed last waits for those of
  // hosts that did not. It is under way from now on, until one of the four calls below ends it, whether it is still
  // wanted or not.
  std::optional<std::string> start(Time now);
  void succeeded(const std::string& address, Time now);
  void not_to_be_had(const std::string& address, std::optional<std::chrono::seconds> retry_after, Time now);
  void not_to_be_shown(const std::string& address, Time now);
  void interrupted(const std::string& address, Time now);
  // Ends all that is under way as interrupted.
  void all_interrupted(Time now);

  // What kept this picture from being had has changed: it is due at once.
  void look_again(const std::string& address);

  // When start() will next give a picture. Nothing: not before one that is under way ends.
  std::optional<Time> next_start() const;
  // When read_again() will next give a picture.
  std::optional<Time> next_reading() const;

  // At a time, so that one that stalls does not hold up the others. Files have no host and are not limited.
  static constexpr std::size_t most_hosts = 4;
  static constexpr std::size_t most_of_a_host = 6;

 private:
  struct Look {
    std::string host;
    Time due = Time::min();
    bool looked_at = false;  // in this run
    bool under_way = false;
    int failures = 0;  // in a row
    std::optional<Time> reading_due{};
    int failed_readings = 0;  // in a row
  };

  struct Host {
    std::size_t under_way = 0;
    bool failed = false;  // at its last answer
  };

  Look& look_at(const std::string& address);
  bool has_room(const Look& look) const;
  bool has_failed(const Look& look) const;
  void host_did(const Look& look, bool well);
  std::chrono::milliseconds rest_of(const std::string& address);
  std::chrono::milliseconds long_back_off(int failures);
  Look& end(const std::string& address);

  std::vector<std::string> wanted_;
  std::unordered_map<std::string, Look> looks_;  // by address: of all wanted pictures, and some more
  std::unordered_map<std::string, Host> hosts_;  // by name: of all looks under way, and some more
  std::size_t busy_hosts_ = 0;                   // with a look under way
  std::mt19937_64 random_;
};

}  // namespace kiosk
