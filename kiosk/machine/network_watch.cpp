#include "machine/network_watch.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

namespace kiosk {
namespace {

struct FreeAddresses {
  void operator()(ifaddrs* list) const { ::freeifaddrs(list); }
};

NetworkAddresses current() {
  ifaddrs* list = nullptr;
  const int failed = ::getifaddrs(&list);
  const std::unique_ptr<ifaddrs, FreeAddresses> owned(list);
  return failed == 0 ? addresses_in_use(list) : NetworkAddresses();
}

int open_messages() {
  const int descriptor = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
  if (descriptor >= 0 && ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(descriptor);
    return -1;
  }
  return descriptor;
}

std::string text_of(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address != nullptr && address->sa_family == AF_INET) {
    bytes = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
  } else if (address != nullptr && address->sa_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
  }
  return bytes != nullptr && ::inet_ntop(address->sa_family, bytes, text.data(), text.size()) != nullptr ? text.data()
                                                                                                         : "";
}

}  // namespace

NetworkAddresses addresses_in_use(const ifaddrs* interfaces) {
  NetworkAddresses addresses;
  constexpr unsigned up = IFF_UP | IFF_RUNNING;
  for (const ifaddrs* one = interfaces; one != nullptr; one = one->ifa_next) {
    const std::string address = text_of(one->ifa_addr);
    if ((one->ifa_flags & up) == up && !address.empty()) {
      addresses.insert(std::string(one->ifa_name) + ' ' + address);
    }
  }
  return addresses;
}

bool any_new(const NetworkAddresses& before, const NetworkAddresses& after) {
  return !std::includes(before.begin(), before.end(), after.begin(), after.end());
}

NetworkWatch::NetworkWatch() : descriptor_(open_messages()), known_(current()) {}

NetworkWatch::~NetworkWatch() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

// Whether there were any. One too many to be kept (ENOBUFS) is one, too.
bool NetworkWatch::empty_messages() const {
  bool any = false;
  std::array<char, 8192> message{};
  while (::recv(descriptor_, message.data(), message.size(), 0) > 0 || errno == ENOBUFS || errno == EINTR) {
    any = true;
  }
  return any;
}

bool NetworkWatch::came_up() {
  if (descriptor_ < 0 || !empty_messages()) {
    return false;
  }
  NetworkAddresses now = current();
  const bool came = any_new(known_, now);
  known_ = std::move(now);
  return came;
}

}  // namespace kiosk
