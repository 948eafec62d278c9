#include "machine/network_watch.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <poll.h>

#include <deque>

#include "tests/catch.h"
#include "tests/harness/child_process.h"

using kiosk::addresses_in_use;
using kiosk::any_new;
using kiosk::NetworkAddresses;
using kiosk::NetworkWatch;

namespace {

// A list as getifaddrs makes it.
class Interfaces {
 public:
  Interfaces& add(const char* name, unsigned flags, const char* address) {
    Entry& entry = entries_.emplace_back();
    entry.name = name;
    entry.list.ifa_name = entry.name.data();
    entry.list.ifa_flags = flags;
    if (::inet_pton(AF_INET, address, &entry.v4.sin_addr) == 1) {
      entry.v4.sin_family = AF_INET;
      entry.list.ifa_addr = reinterpret_cast<sockaddr*>(&entry.v4);
    } else if (::inet_pton(AF_INET6, address, &entry.v6.sin6_addr) == 1) {
      entry.v6.sin6_family = AF_INET6;
      entry.list.ifa_addr = reinterpret_cast<sockaddr*>(&entry.v6);
    }
    if (entries_.size() > 1) {
      entries_[entries_.size() - 2].list.ifa_next = &entry.list;
    }
    return *this;
  }
  const ifaddrs* list() const { return entries_.empty() ? nullptr : &entries_.front().list; }

 private:
  struct Entry {
    std::string name;
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    ifaddrs list{};
  };
  std::deque<Entry> entries_;
};

constexpr unsigned in_use = IFF_UP | IFF_RUNNING;

// Runs `ip`, which takes rights that not every place of tests gives.
bool ip(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "ip");
  kiosk::test::ChildProcess process(std::move(arguments), {.output = "/dev/null", .errors = "/dev/null"});
  return process.wait_for() == 0;
}

}  // namespace

TEST_CASE("addresses are in use where their interface is up and has a carrier") {
  Interfaces interfaces;
  CHECK(addresses_in_use(interfaces.list()).empty());
  interfaces.add("eth0", in_use, "192.0.2.7")
      .add("eth0", in_use, "2001:db8::7")
      .add("eth1", IFF_UP, "192.0.2.8")
      .add("wlan0", 0, "192.0.2.9")
      .add("eth2", in_use, "");
  CHECK(addresses_in_use(interfaces.list()) == NetworkAddresses{"eth0 192.0.2.7", "eth0 2001:db8::7"});
}

TEST_CASE("the network came up when there is an address that was not there before") {
  const NetworkAddresses none;
  const NetworkAddresses one{"eth0 192.0.2.7"};
  const NetworkAddresses two{"eth0 192.0.2.7", "wlan0 198.51.100.1"};
  CHECK(any_new(none, one));
  CHECK(any_new(one, two));
  CHECK(any_new(one, NetworkAddresses{"eth0 192.0.2.8"}));
  CHECK(any_new(one, NetworkAddresses{"wlan0 192.0.2.7"}));
  CHECK_FALSE(any_new(none, none));
  CHECK_FALSE(any_new(one, one));  // a lease was renewed
  CHECK_FALSE(any_new(two, one));
  CHECK_FALSE(any_new(one, none));
}

TEST_CASE("nothing has come up while nothing changes") {
  NetworkWatch watch;
  CHECK_FALSE(watch.came_up());
  CHECK_FALSE(watch.came_up());
}

TEST_CASE("the system tells of an address that is added, once, and not of one that goes") {
  const std::string address = "127.99.87.65/32";
  ip({"address", "del", address, "dev", "lo"});
  NetworkWatch watch;
  if (watch.descriptor() < 0 || !ip({"address", "add", address, "dev", "lo"})) {
    WARN("not tested: no rights here to add an address to lo, or no routing messages");
    return;
  }
  pollfd told{watch.descriptor(), POLLIN, 0};
  const auto wait = static_cast<int>(std::chrono::milliseconds(kiosk::test::patience).count());
  const bool was_told = ::poll(&told, 1, wait) == 1;
  const bool came_up = watch.came_up();
  const bool again = watch.came_up();
  CHECK(ip({"address", "del", address, "dev", "lo"}));
  CHECK(was_told);
  CHECK(came_up);
  CHECK_FALSE(again);
  CHECK(::poll(&told, 1, wait) == 1);
  CHECK_FALSE(watch.came_up());
}
