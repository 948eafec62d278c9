#include "venue/clock_trust.h"

#include <cstdlib>

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

using Seconds = std::chrono::seconds;

// A machine whose clocks the test moves: what time it really is, how far off the system's clock is, and how long it
// has been up.
class Machine {
 public:
  explicit Machine(Seconds system_off) : off_(system_off) {}

  void pass(std::chrono::nanoseconds time) {
    true_time_ += time;
    up_ += time;
  }
  // Both clocks of the machine count too much.
  void drift(std::chrono::nanoseconds by) {
    off_ += by;
    up_ += by;
  }
  void set_clock_off(std::chrono::nanoseconds off) { off_ = off; }

  ClockTrust::Look look() const { return {true_time_ + off_, ClockTrust::Steady(up_)}; }
  Instant true_now() const { return std::chrono::floor<Seconds>(true_time_); }
  // How far the time on the screen is from the true one.
  std::chrono::nanoseconds error(const ClockTrust& trust) const { return off_ + trust.at(look()).offset; }

 private:
  Clock::SystemTime true_time_ = Instant(1713337200s);  // 2024-04-17T10:00:00+03:00
  std::chrono::nanoseconds up_ = 20s;
  std::chrono::nanoseconds off_;
};

constexpr Seconds since_1970{-1713337200};

// What a server says of the time over plain http, twice, ten seconds apart.
void say_plainly(ClockTrust& trust, Machine& machine, Seconds off) {
  for (int i = 0; i < 2; ++i) {
    machine.pass(10s);
    trust.server_said({machine.true_now() + off, false}, machine.look());
  }
}

}  // namespace

TEST_CASE("with nothing to trust the system's clock stands, untrusted") {
  const Machine machine(0s);
  CHECK(ClockTrust().at(machine.look()) == ClockTrust::Verdict{0ns, false});
}

TEST_CASE("a clock that the kernel reports synchronised is trusted as it is") {
  const Machine machine(0s);
  ClockTrust trust;
  trust.kernel_is_synchronised(machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
}

TEST_CASE("a board without a clock chip boots in 1970 and is right after the second answer") {
  Machine machine(since_1970);
  ClockTrust trust;
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, false});
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-since_1970, true});
  machine.pass(26h);
  CHECK(machine.error(trust) == 0ns);
}

TEST_CASE("a system an hour ahead or a day back is put right") {
  for (const Seconds off : {Seconds(1h), Seconds(-24h), Seconds(-3s), Seconds(3s)}) {
    CAPTURE(off.count());
    Machine machine(off);
    ClockTrust trust;
    trust.server_said({machine.true_now(), true}, machine.look());
    CHECK_FALSE(trust.at(machine.look()).trusted);
    machine.pass(10s);
    trust.server_said({machine.true_now(), true}, machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-off, true});
  }
}

TEST_CASE("a system's clock that one answer agrees with within two seconds is trusted at once, and left alone") {
  for (const Seconds off : {0s, 1s, 2s, -2s}) {
    CAPTURE(off.count());
    const Machine machine(off);
    ClockTrust trust;
    trust.server_said({machine.true_now(), true}, machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
  }
}

TEST_CASE("answers that disagree with each other are not believed, until two in a row agree") {
  Machine machine(-24h);
  ClockTrust trust;
  trust.server_said({machine.true_now(), true}, machine.look());
  machine.pass(10s);
  trust.server_said({machine.true_now() + 5min, true}, machine.look());
  CHECK_FALSE(trust.at(machine.look()).trusted);
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK_FALSE(trust.at(machine.look()).trusted);
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{24h, true});
}

TEST_CASE("two answers agree when they are two seconds apart beside what the steady clock counted, and not at three") {
  for (const int apart : {-3, -2, 2, 3}) {
    CAPTURE(apart);
    Machine machine(-24h);
    ClockTrust trust;
    trust.server_said({machine.true_now(), true}, machine.look());
    machine.pass(10s);
    trust.server_said({machine.true_now() + Seconds(apart), true}, machine.look());
    CHECK(trust.at(machine.look()).trusted == (std::abs(apart) == 2));
  }
}

TEST_CASE("a cache that hands on an old date disagrees with itself") {
  Machine machine(-24h);
  ClockTrust trust;
  const Instant kept = machine.true_now();
  for (int i = 0; i < 5; ++i) {
    trust.server_said({kept, true}, machine.look());
    CHECK_FALSE(trust.at(machine.look()).trusted);
    machine.pass(10s);
  }
}

TEST_CASE("answers a night apart agree in spite of a steady clock that drifts") {
  Machine machine(-24h);
  ClockTrust trust;
  trust.server_said({machine.true_now(), true}, machine.look());
  machine.pass(12h);
  trust.server_said({machine.true_now() + 7s, true}, machine.look());  // 160 parts in a million
  CHECK(trust.at(machine.look()).trusted);
}

TEST_CASE("a server that is wrong does not move a synchronised clock, nor one that was a while ago") {
  Machine machine(0s);
  ClockTrust trust;
  trust.kernel_is_synchronised(machine.look());
  for (int i = 0; i < 3; ++i) {
    trust.server_said({machine.true_now() - 3h, true}, machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
    machine.pass(10h);
  }
}

TEST_CASE("quartz that drifts for months is kept right by the server, tremble or not") {
  for (const bool kernel_first : {false, true}) {
    Machine machine(0s);
    ClockTrust trust;
    if (kernel_first) {
      trust.kernel_is_synchronised(machine.look());
    }
    for (int hour = 0; hour < 24 * 60; ++hour) {
      machine.pass(1h);
      machine.drift(144ms);  // 40 parts in a million
      trust.server_said({machine.true_now(), true}, machine.look());
      REQUIRE(std::chrono::abs(machine.error(trust)) <= 4s);
    }
  }
}

TEST_CASE("synchronisation that arrives later wins over the server's time") {
  Machine machine(since_1970);
  ClockTrust trust;
  trust.server_said({machine.true_now() - 90s, true}, machine.look());
  machine.pass(10s);
  trust.server_said({machine.true_now() - 90s, true}, machine.look());
  CHECK(machine.error(trust) == -90s);
  machine.pass(30s);
  machine.set_clock_off(0s);
  trust.kernel_is_synchronised(machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
  CHECK(machine.error(trust) == 0ns);
  machine.pass(10s);
  trust.server_said({machine.true_now() - 90s, true}, machine.look());
  CHECK(machine.error(trust) == 0ns);
}

TEST_CASE("a step of the system's clock changes nothing on the screen once the time is known") {
  Machine machine(0s);
  ClockTrust trust;
  SECTION("by the server") {
    trust.server_said({machine.true_now(), true}, machine.look());
    machine.pass(10s);
    trust.server_said({machine.true_now(), true}, machine.look());
  }
  SECTION("by the kernel, which calls a clock that was set by hand synchronised no longer") {
    trust.kernel_is_synchronised(machine.look());
  }
  for (const Seconds off : {Seconds(1h), Seconds(-1h), Seconds(24h), since_1970, Seconds(0)}) {
    CAPTURE(off.count());
    machine.pass(1min);
    machine.set_clock_off(off);
    CHECK(machine.error(trust) == 0ns);
    CHECK(trust.at(machine.look()).trusted);
  }
}

TEST_CASE("a time that holds does not tremble with the server's whole seconds") {
  Machine machine(-1h);
  ClockTrust trust;
  trust.server_said({machine.true_now(), true}, machine.look());
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  const ClockTrust::Verdict before = trust.at(machine.look());
  for (const int late : {-1, 0, 1, 2, -2}) {
    machine.pass(9700ms);
    trust.server_said({machine.true_now() + Seconds(late), true}, machine.look());
    CHECK(trust.at(machine.look()) == before);
  }
}

TEST_CASE("a server that corrects its clock is followed at its second answer") {
  Machine machine(-24h);
  ClockTrust trust;
  for (int i = 0; i < 3; ++i) {
    trust.server_said({machine.true_now() + 1h, true}, machine.look());
    machine.pass(10s);
  }
  CHECK(machine.error(trust) == 1h);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(machine.error(trust) == 1h);
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(machine.error(trust) == 0ns);
}

TEST_CASE("it is never earlier than when the feed on disk was fetched") {
  Machine machine(since_1970);
  ClockTrust trust;
  const Instant fetched = machine.true_now() - 5min;
  trust.has_passed(fetched, machine.look());
  CHECK(machine.error(trust) == -5min);
  CHECK_FALSE(trust.at(machine.look()).trusted);
  machine.pass(1min);  // and time goes by
  CHECK(machine.error(trust) == -5min);
  trust.has_passed(fetched - 1h, machine.look());  // an older one says nothing new
  CHECK(machine.error(trust) == -5min);
  trust.has_passed(machine.true_now(), machine.look());
  CHECK(machine.error(trust) == 0ns);

  machine.set_clock_off(1s);  // one second later than that may be right
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, false});
}

TEST_CASE("what is believed wins over the feed on disk, whose time was a wrong clock's") {
  Machine machine(0s);
  ClockTrust trust;
  trust.has_passed(machine.true_now() + 1h, machine.look());
  CHECK(machine.error(trust) == 1h);
  trust.server_said({machine.true_now(), true}, machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
}

TEST_CASE("fractions of a second stay in the offset, so that minutes turn evenly") {
  Machine machine(-1h);
  machine.pass(250ms);
  ClockTrust trust;
  trust.server_said({machine.true_now(), true}, machine.look());
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  const auto first = trust.at(machine.look()).offset;
  machine.pass(33ms);
  CHECK(trust.at(machine.look()).offset == first);
  CHECK(machine.error(trust) == -250ms);
}

TEST_CASE("over plain http a board without a clock chip is put right from the last known time on") {
  const Instant released = Machine(0s).true_now() - 24h * 365;
  for (const Seconds off : {since_1970, Seconds(-24h * 365 * 3), Seconds(-24h * 30), Seconds(-9h)}) {
    CAPTURE(off.count());
    Machine machine(off);
    ClockTrust trust(machine.look(), released);
    trust.has_passed(machine.true_now() - 24h * 60, machine.look());
    say_plainly(trust, machine, 0s);
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-off, true});
  }
}

TEST_CASE("over plain http no word leads back beyond the last known time") {
  Machine machine(since_1970);
  SECTION("that of the feed on disk") {
    ClockTrust trust(machine.look(), {});
    trust.has_passed(machine.true_now(), machine.look());
    say_plainly(trust, machine, -3s);
    CHECK_FALSE(trust.at(machine.look()).trusted);
    say_plainly(trust, machine, -2s);
    CHECK(trust.at(machine.look()).trusted);
  }
  SECTION("that of the program's release") {
    ClockTrust trust(machine.look(), machine.true_now() + 20s);
    say_plainly(trust, machine, -3s);
    CHECK_FALSE(trust.at(machine.look()).trusted);
    say_plainly(trust, machine, 0s);
    CHECK(trust.at(machine.look()).trusted);
  }
  SECTION("that of the machine, but for a quarter of an hour that its chip may have drifted") {
    for (const Seconds beyond : {2s, 3s}) {
      Machine ahead(ClockTrust::clock_chip_drift + beyond);
      ClockTrust trust(ahead.look(), {});
      trust.has_passed(ahead.true_now() - 1h, ahead.look());
      say_plainly(trust, ahead, 0s);
      CHECK(trust.at(ahead.look()).trusted == (beyond == 2s));
    }
  }
  SECTION("that of the machine, which the same word over https puts right") {
    Machine ahead(24h);
    ClockTrust trust(ahead.look(), ahead.true_now() - 24h);
    say_plainly(trust, ahead, 0s);
    CHECK(trust.at(ahead.look()) == ClockTrust::Verdict{0ns, false});
    trust.server_said({ahead.true_now(), true}, ahead.look());
    ahead.pass(10s);
    trust.server_said({ahead.true_now(), true}, ahead.look());
    CHECK(trust.at(ahead.look()) == ClockTrust::Verdict{-24h, true});
  }
}

TEST_CASE("over plain http a word leads ten years on and not a second farther") {
  for (const Seconds beyond : {0s, 1s}) {
    CAPTURE(beyond.count());
    Machine machine(since_1970);
    const Instant released = machine.true_now() - 24h;
    ClockTrust trust(machine.look(), released);
    const Seconds off = released + ClockTrust::farthest_forward - machine.true_now() - 20s + beyond;
    say_plainly(trust, machine, off);
    CHECK(trust.at(machine.look()).trusted == (beyond == 0s));
  }
}

TEST_CASE("a machine's clock that shows decades to come is no last known time") {
  Machine machine(Seconds(24h * 365 * 20));
  ClockTrust trust(machine.look(), machine.true_now() - 24h);
  say_plainly(trust, machine, 0s);
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-Seconds(24h * 365 * 20), true});
}

TEST_CASE("whoever is on the way moves no clock that was confirmed, neither at once nor step by step") {
  Machine machine(0s);
  ClockTrust trust(machine.look(), {});
  trust.has_passed(machine.true_now() - 24h, machine.look());
  SECTION("by the kernel") { trust.kernel_is_synchronised(machine.look()); }
  SECTION("by the machine's own clock, which agreed with what a server said") {
    trust.server_said({machine.true_now(), false}, machine.look());
  }
  SECTION("by a server over https") {
    machine.set_clock_off(-1h);
    trust.server_said({machine.true_now(), true}, machine.look());
    machine.pass(10s);
    trust.server_said({machine.true_now(), true}, machine.look());
    machine.pass(10s);
  }
  REQUIRE(trust.at(machine.look()).trusted);
  for (const Seconds off : {Seconds(24h), Seconds(1h), Seconds(3s), Seconds(-3s), Seconds(-1h)}) {
    say_plainly(trust, machine, off);
    CHECK(std::chrono::abs(machine.error(trust)) <= 2s);
  }
  // Each a little more than the last, as if quartz drifted.
  Seconds off = 0s;
  for (int i = 0; i < 360; ++i) {
    off += 2s;
    machine.pass(10s);
    trust.server_said({machine.true_now() + off, false}, machine.look());
  }
  CHECK(std::chrono::abs(machine.error(trust)) <= 4s);
}

TEST_CASE("a board that was lied to over plain http is right once the liar is gone, and stays so over https") {
  Machine machine(since_1970);
  ClockTrust trust(machine.look(), machine.true_now() - 24h);
  say_plainly(trust, machine, 24h * 30);
  CHECK(machine.error(trust) == 24h * 30);
  say_plainly(trust, machine, 0s);
  CHECK(machine.error(trust) == 0s);
  trust.server_said({machine.true_now(), true}, machine.look());
  machine.pass(10s);
  trust.server_said({machine.true_now(), true}, machine.look());
  say_plainly(trust, machine, 24h * 30);
  CHECK(machine.error(trust) == 0s);
}

TEST_CASE("dates of impossible years are no word, over https neither") {
  Machine machine(since_1970);
  ClockTrust trust(machine.look(), {});
  for (const Instant time : {Instant::min(), Instant(-1s), Instant(Seconds(253402300799)), Instant::max()}) {
    for (int i = 0; i < 2; ++i) {
      trust.server_said({time, true}, machine.look());
    }
    trust.has_passed(time, machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{});
  }
}

TEST_CASE("before the clock is known a word counts between the last known time and ten years on") {
  const Instant known = Machine(0s).true_now();
  CHECK(within_bounds(known + 1h, known) == known + 1h);
  CHECK(within_bounds(known - 1s, known) == known);
  CHECK(within_bounds(known + ClockTrust::farthest_forward, known) == known + ClockTrust::farthest_forward);
  CHECK(within_bounds(Instant::max(), known) == known + ClockTrust::farthest_forward);
  CHECK(within_bounds(known, Instant::max()) == known);
  CHECK(within_bounds(Instant::max(), Instant::min()) < Instant::max());
}
