#include "net/proxy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/words.h"
#include "net/access.h"

namespace kiosk {
namespace {

using Environment = std::function<const char*(const char*)>;

std::string first_of(const Environment& environment, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const char* value = environment(name); value != nullptr && *value != '\0') {
      return value;
    }
  }
  return "";
}

struct Address {
  int family;
  std::array<unsigned char, 16> bytes{};
  int bits() const { return family == AF_INET ? 32 : 128; }
};

std::optional<Address> parse_address(std::string_view text) {
  const std::string copy(text);
  for (const int family : {AF_INET, AF_INET6}) {
    Address address{.family = family};
    if (::inet_pton(family, copy.c_str(), address.bytes.data()) == 1) {
      return address;
    }
  }
  return std::nullopt;
}

// Whether the address is "10.0.0.1" or in "10.0.0.0/8".
bool is_in(const Address& address, std::string_view network) {
  const std::size_t slash = network.find('/');
  const std::optional<Address> begin = parse_address(network.substr(0, slash));
  if (!begin || begin->family != address.family) {
    return false;
  }
  int bits = address.bits();
  if (slash != std::string_view::npos) {
    const std::string_view number = network.substr(slash + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bits);
    if (error != std::errc() || end != number.data() + number.size() || bits < 0 || bits > address.bits()) {
      return false;
    }
  }
  for (int bit = 0; bit < bits; ++bit) {
    const auto byte = static_cast<std::size_t>(bit / 8);
    if (((address.bytes[byte] ^ begin->bytes[byte]) & (0x80 >> (bit % 8))) != 0) {
      return false;
    }
  }
  return true;
}

// Whether the name is "example.org" or under it; a dot in front says the same.
bool is_under(std::string_view name, std::string_view domain) {
  domain.remove_prefix(domain.starts_with('.') ? 1 : 0);
  if (domain.empty() || !name.ends_with(domain)) {
    return false;
  }
  return name.size() == domain.size() || name[name.size() - domain.size() - 1] == '.';
}

std::string_view without_last_dot(std::string_view name) {
  return name.substr(0, name.size() - (name.ends_with('.') ? 1 : 0));
}

bool is_excepted(std::string host, const std::string& exceptions) {
  if (exceptions == "*") {
    return true;
  }
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  const std::optional<Address> address = parse_address(host);
  const std::string_view name = without_last_dot(host);
  for (std::size_t begin = 0; begin < exceptions.size();) {
    const std::size_t end = std::min(exceptions.find_first_of(", \t", begin), exceptions.size());
    const std::string exception = lower_case(std::string_view(exceptions).substr(begin, end - begin));
    if (address ? is_in(*address, exception) : is_under(name, without_last_dot(exception))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string proxy_for(const std::string& url, const Environment& environment) {
  const std::string origin = origin_of(url);
  if (origin.empty()) {
    return "";
  }
  std::string proxy = origin.starts_with("https:")
                          ? first_of(environment, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                          : first_of(environment, {"http_proxy", "all_proxy", "ALL_PROXY"});
  if (proxy.empty() || is_excepted(host_of(url), first_of(environment, {"no_proxy", "NO_PROXY"}))) {
    return "";
  }
  return proxy;
}

}  // namespace kiosk
