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
  trust.server_said(machine.true_now(), machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, false});
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-since_1970, true});
  machine.pass(26h);
  CHECK(machine.error(trust) == 0ns);
}

TEST_CASE("a system an hour ahead or a day back is put right") {
  for (const Seconds off : {Seconds(1h), Seconds(-24h), Seconds(-3s), Seconds(3s)}) {
    CAPTURE(off.count());
    Machine machine(off);
    ClockTrust trust;
    trust.server_said(machine.true_now(), machine.look());
    CHECK_FALSE(trust.at(machine.look()).trusted);
    machine.pass(10s);
    trust.server_said(machine.true_now(), machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{-off, true});
  }
}

TEST_CASE("a system's clock that one answer agrees with within two seconds is trusted at once, and left alone") {
  for (const Seconds off : {0s, 1s, 2s, -2s}) {
    CAPTURE(off.count());
    const Machine machine(off);
    ClockTrust trust;
    trust.server_said(machine.true_now(), machine.look());
    CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
  }
}

TEST_CASE("answers that disagree with each other are not believed, until two in a row agree") {
  Machine machine(-24h);
  ClockTrust trust;
  trust.server_said(machine.true_now(), machine.look());
  machine.pass(10s);
  trust.server_said(machine.true_now() + 5min, machine.look());
  CHECK_FALSE(trust.at(machine.look()).trusted);
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
  CHECK_FALSE(trust.at(machine.look()).trusted);
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{24h, true});
}

TEST_CASE("two answers agree when they are two seconds apart beside what the steady clock counted, and not at three") {
  for (const int apart : {-3, -2, 2, 3}) {
    CAPTURE(apart);
    Machine machine(-24h);
    ClockTrust trust;
    trust.server_said(machine.true_now(), machine.look());
    machine.pass(10s);
    trust.server_said(machine.true_now() + Seconds(apart), machine.look());
    CHECK(trust.at(machine.look()).trusted == (std::abs(apart) == 2));
  }
}

TEST_CASE("a cache that hands on an old date disagrees with itself") {
  Machine machine(-24h);
  ClockTrust trust;
  const Instant kept = machine.true_now();
  for (int i = 0; i < 5; ++i) {
    trust.server_said(kept, machine.look());
    CHECK_FALSE(trust.at(machine.look()).trusted);
    machine.pass(10s);
  }
}

TEST_CASE("answers a night apart agree in spite of a steady clock that drifts") {
  Machine machine(-24h);
  ClockTrust trust;
  trust.server_said(machine.true_now(), machine.look());
  machine.pass(12h);
  trust.server_said(machine.true_now() + 7s, machine.look());  // 160 parts in a million
  CHECK(trust.at(machine.look()).trusted);
}

TEST_CASE("a server that is wrong does not move a synchronised clock, nor one that was a while ago") {
  Machine machine(0s);
  ClockTrust trust;
  trust.kernel_is_synchronised(machine.look());
  for (int i = 0; i < 3; ++i) {
    trust.server_said(machine.true_now() - 3h, machine.look());
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
      trust.server_said(machine.true_now(), machine.look());
      REQUIRE(std::chrono::abs(machine.error(trust)) <= 4s);
    }
  }
}

TEST_CASE("synchronisation that arrives later wins over the server's time") {
  Machine machine(since_1970);
  ClockTrust trust;
  trust.server_said(machine.true_now() - 90s, machine.look());
  machine.pass(10s);
  trust.server_said(machine.true_now() - 90s, machine.look());
  CHECK(machine.error(trust) == -90s);
  machine.pass(30s);
  machine.set_clock_off(0s);
  trust.kernel_is_synchronised(machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
  CHECK(machine.error(trust) == 0ns);
  machine.pass(10s);
  trust.server_said(machine.true_now() - 90s, machine.look());
  CHECK(machine.error(trust) == 0ns);
}

TEST_CASE("a step of the system's clock changes nothing on the screen once the time is known") {
  Machine machine(0s);
  ClockTrust trust;
  SECTION("by the server") {
    trust.server_said(machine.true_now(), machine.look());
    machine.pass(10s);
    trust.server_said(machine.true_now(), machine.look());
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
  trust.server_said(machine.true_now(), machine.look());
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
  const ClockTrust::Verdict before = trust.at(machine.look());
  for (const int late : {-1, 0, 1, 2, -2}) {
    machine.pass(9700ms);
    trust.server_said(machine.true_now() + Seconds(late), machine.look());
    CHECK(trust.at(machine.look()) == before);
  }
}

TEST_CASE("a server that corrects its clock is followed at its second answer") {
  Machine machine(-24h);
  ClockTrust trust;
  for (int i = 0; i < 3; ++i) {
    trust.server_said(machine.true_now() + 1h, machine.look());
    machine.pass(10s);
  }
  CHECK(machine.error(trust) == 1h);
  trust.server_said(machine.true_now(), machine.look());
  CHECK(machine.error(trust) == 1h);
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
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
  trust.server_said(machine.true_now(), machine.look());
  CHECK(trust.at(machine.look()) == ClockTrust::Verdict{0ns, true});
}

TEST_CASE("fractions of a second stay in the offset, so that minutes turn evenly") {
  Machine machine(-1h);
  machine.pass(250ms);
  ClockTrust trust;
  trust.server_said(machine.true_now(), machine.look());
  machine.pass(10s);
  trust.server_said(machine.true_now(), machine.look());
  const auto first = trust.at(machine.look()).offset;
  machine.pass(33ms);
  CHECK(trust.at(machine.look()).offset == first);
  CHECK(machine.error(trust) == -250ms);
}
