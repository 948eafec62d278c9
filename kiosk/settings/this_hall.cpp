#include "settings/this_hall.h"

#include <algorithm>
#include <string>

#include "base/words.h"

namespace kiosk {
namespace {

// "screen-07" of "screen-07.library.example".
std::string first_part(const std::string& name) { return name.substr(0, name.find('.')); }

}  // namespace

const HallOfHost* hall_of_host(std::span<const HallOfHost> hosts, std::string_view host) {
  const std::string whole = lower_case(host);
  if (whole.empty()) {
    return nullptr;
  }
  for (const std::string& name : {whole, first_part(whole)}) {
    const auto found =
        std::find_if(hosts.begin(), hosts.end(), [&](const HallOfHost& one) { return lower_case(one.host) == name; });
    if (found != hosts.end()) {
      return &*found;
    }
  }
  if (first_part(whole) != whole) {
    return nullptr;
  }
  const HallOfHost* only = nullptr;
  for (const HallOfHost& one : hosts) {
    if (first_part(lower_case(one.host)) == whole) {
      if (only != nullptr) {
        return nullptr;  // of two domains, and nobody says which is this machine's
      }
      only = &one;
    }
  }
  return only;
}

}  // namespace kiosk
