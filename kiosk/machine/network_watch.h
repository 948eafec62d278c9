#pragma once

#include <set>
#include <string>

struct ifaddrs;

namespace kiosk {

// The addresses of this machine that are in use, each with its interface's name: what changes when a cable is plugged
// in, a radio finds its network or a lease arrives.
using NetworkAddresses = std::set<std::string>;

// Of a list as getifaddrs(3) gives it: those of interfaces that are up and running.
NetworkAddresses addresses_in_use(const ifaddrs* interfaces);

// Whether `after` holds one that `before` does not.
bool any_new(const NetworkAddresses& before, const NetworkAddresses& after);

// Notices when this machine's network has come up, by Linux's routing messages (rtnetlink(7)). A message is only a
// reason to look at the addresses: leases and router advertisements are renewed all the time, in every kiosk at once,
// and must not make them all poll. Where the system sends no messages, nothing is noticed. Used by one thread.
class NetworkWatch {
 public:
  NetworkWatch();
  NetworkWatch(const NetworkWatch&) = delete;
  NetworkWatch& operator=(const NetworkWatch&) = delete;
  ~NetworkWatch();

  // Readable when there is a reason to ask came_up(), which empties it. -1: there is none.
  int descriptor() const { return descriptor_; }
  // Whether an address came into use since the last call, or the start. Never blocks.
  bool came_up();

 private:
  bool empty_messages() const;

  int descriptor_;
  NetworkAddresses known_;
};

}  // namespace kiosk
