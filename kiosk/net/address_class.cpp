#include "net/address_class.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "base/words.h"

namespace kiosk {
namespace {

using Bytes = std::span<const unsigned char>;

// The first `bits` bits of an address.
struct Block {
  std::array<unsigned char, 8> begin;
  int bits;
};

bool is_in(Bytes address, const Block& block) {
  const auto whole = static_cast<std::size_t>(block.bits / 8);
  const int rest = block.bits % 8;
  const auto mask = static_cast<unsigned char>(0xff00 >> rest);
  return std::equal(block.begin.begin(), block.begin.begin() + static_cast<std::ptrdiff_t>(whole), address.begin()) &&
         (rest == 0 || ((address[whole] ^ block.begin[whole]) & mask) == 0);
}

template <std::size_t size>
bool is_in_any(Bytes address, const Block (&blocks)[size]) {
  return std::any_of(std::begin(blocks), std::end(blocks), [&](const Block& block) { return is_in(address, block); });
}

// The registries of special-purpose addresses (RFC 6890, kept by IANA): all that does not reach one host of the
// internet.
constexpr Block local_4[] = {
    {{0}, 8},           // "this network": Linux takes 0.0.0.0 for itself
    {{10}, 8},          // private (RFC 1918)
    {{100, 64}, 10},    // shared, behind a provider's NAT (RFC 6598)
    {{169, 254}, 16},   // link-local; a cloud's metadata
    {{172, 16}, 12},    // private
    {{192, 0, 0}, 24},  // of protocols
    {{192, 0, 2}, 24},  // for documentation, as the two below
    {{192, 168}, 16},   // private
    {{198, 18}, 15},    // benchmarks
    {{198, 51, 100}, 24},
    {{203, 0, 113}, 24},
    {{224}, 3},  // multicast, reserved and broadcast
};
constexpr Block global_6{{0x20}, 3};  // all that was ever assigned as public
constexpr Block local_6[] = {
    {{0x20, 0x01, 0x00}, 23},        // of protocols, Teredo among them
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // for documentation, as the one below
    {{0x3f, 0xff, 0x00}, 20},
};
constexpr std::array<unsigned char, 12> mapped_4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::array<unsigned char, 12> nat64{0x00, 0x64, 0xff, 0x9b};
constexpr std::array<unsigned char, 12> compatible_4{};
constexpr Block to4{{0x20, 0x02}, 16};

AddressClass class_of_4(Bytes address) {
  if (address[0] == 127) {
    return AddressClass::loopback;
  }
  return is_in_any(address, local_4) ? AddressClass::local : AddressClass::internet;
}

AddressClass class_of_6(Bytes address) {
  const auto begins_with = [&](const auto& prefix) {
    return std::equal(prefix.begin(), prefix.end(), address.begin());
  };
  if (begins_with(mapped_4) || begins_with(nat64)) {
    return class_of_4(address.last(4));
  }
  if (begins_with(compatible_4)) {
    constexpr std::array<unsigned char, 4> one{0, 0, 0, 1};
    return std::equal(one.begin(), one.end(), address.last(4).begin()) ? AddressClass::loopback
                                                                       : class_of_4(address.last(4));
  }
  if (is_in(address, to4)) {
    return class_of_4(address.subspan(2, 4));
  }
  return is_in(address, global_6) && !is_in_any(address, local_6) ? AddressClass::internet : AddressClass::local;
}

bool is_under(std::string_view name, std::string_view domain) {
  return name == domain ||
         (name.size() > domain.size() && name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.');
}

}  // namespace

AddressClass address_class(Bytes address) {
  switch (address.size()) {
    case 4:
      return class_of_4(address);
    case 16:
      return class_of_6(address);
    default:
      return AddressClass::local;
  }
}

AddressClass address_class(const sockaddr& address) {
  std::array<unsigned char, 16> bytes{};
  if (address.sa_family == AF_INET) {
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr, 4);
    return address_class(Bytes(bytes).first(4));
  }
  if (address.sa_family == AF_INET6) {
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, 16);
    return address_class(Bytes(bytes));
  }
  return AddressClass::local;
}

std::optional<AddressClass> class_of_ip(const char* address) noexcept {
  std::array<unsigned char, 16> bytes{};
  if (::inet_pton(AF_INET, address, bytes.data()) == 1) {
    return address_class(Bytes(bytes).first(4));
  }
  if (::inet_pton(AF_INET6, address, bytes.data()) == 1) {
    return address_class(Bytes(bytes));
  }
  return std::nullopt;
}

std::optional<AddressClass> class_of_host(std::string_view host) {
  std::string name = lower_case(host);
  if (name.starts_with('[') && name.ends_with(']')) {
    name = name.substr(1, name.size() - 2);
  }
  if (name.find(':') != std::string::npos) {  // with a zone, perhaps
    return class_of_ip(name.substr(0, name.find('%')).c_str()).value_or(AddressClass::local);
  }
  if (name.ends_with('.')) {
    name.pop_back();
  }
  if (in_addr address{}; ::inet_aton(name.c_str(), &address) == 1) {
    std::array<unsigned char, 4> bytes{};
    std::memcpy(bytes.data(), &address, bytes.size());
    return address_class(bytes);
  }
  if (is_under(name, "localhost")) {
    return AddressClass::loopback;
  }
  const bool of_the_network = name.find('.') == std::string::npos || is_under(name, "local") ||
                              is_under(name, "internal") || is_under(name, "home.arpa");
  return of_the_network ? std::optional(AddressClass::local) : std::nullopt;
}

}  // namespace kiosk
