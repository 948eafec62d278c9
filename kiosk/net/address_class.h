#pragma once

#include <optional>
#include <span>
#include <string_view>

struct sockaddr;

namespace kiosk {

// Where an address leads. All pure: no resolver is asked.
enum class AddressClass {
  internet,  // one host of the internet at large
  local,     // the venue's own network, or no single host at all: private, shared, link-local, multicast, reserved
  loopback,  // this machine
};

// By an address's bytes in network order, 4 of IPv4 or 16 of IPv6. One of IPv6 that stands for one of IPv4 (mapped,
// compatible, NAT64, 6to4) is of that one's class. What nobody has assigned is local: only what is known to be public
// counts as public.
AddressClass address_class(std::span<const unsigned char> address);
// Of AF_INET and AF_INET6; every other family is local.
AddressClass address_class(const sockaddr& address);
// Of an address as inet_pton(3) reads it, nothing for anything else. Does not throw: curl's C may call it.
std::optional<AddressClass> class_of_ip(const char* address) noexcept;
// What a URL's host says by itself: an IP address in any notation that inet_aton(3) takes or in brackets, or a name
// that is by definition one of this machine (localhost) or of its network (no dot; local, internal, home.arpa).
// Nothing: only a resolver knows.
std::optional<AddressClass> class_of_host(std::string_view host);

}  // namespace kiosk
