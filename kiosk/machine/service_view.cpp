#include "machine/service_view.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>

#include "base/words.h"

namespace kiosk {
namespace {

std::string_view name_of(std::string_view variable) { return variable.substr(0, variable.find('=')); }

void set(const std::string& variable) {
  const std::size_t end = variable.find('=');
  if (end != std::string::npos && end != 0) {
    ::setenv(variable.substr(0, end).c_str(), variable.c_str() + end + 1, 1);
  }
}

}  // namespace

std::vector<std::string> environment_in_service(const std::vector<std::string>& service,
                                                const std::vector<std::string>& own,
                                                std::span<const std::string_view> kept) {
  std::map<std::string_view, const std::string*> by_name;
  for (const std::string& variable : service) {
    by_name[name_of(variable)] = &variable;
  }
  for (const std::string& variable : own) {
    if (std::any_of(kept.begin(), kept.end(), [&](std::string_view prefix) { return variable.starts_with(prefix); })) {
      by_name[name_of(variable)] = &variable;
    }
  }
  std::vector<std::string> environment;
  for (const auto& [name, variable] : by_name) {
    environment.push_back(*variable);
  }
  return environment;
}

std::vector<std::string> own_environment() {
  std::vector<std::string> environment;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    environment.emplace_back(*variable);
  }
  return environment;
}

Result<void> go_on_as(const std::string& user, const std::vector<std::string>& environment) {
  passwd entry{};
  std::array<char, 4096> texts{};
  passwd* found = nullptr;
  if (::getpwnam_r(user.c_str(), &entry, texts.data(), texts.size(), &found) != 0 || found == nullptr) {
    return fail({.what = "there is no user " + in_quotes(user)});
  }
  if (::geteuid() != entry.pw_uid) {
    if (::geteuid() != 0) {
      return fail({.what = "only root may look as " + user});
    }
    // In this order: without root's rights the groups stay.
    if (::initgroups(entry.pw_name, entry.pw_gid) != 0 || ::setgid(entry.pw_gid) != 0 || ::setuid(entry.pw_uid) != 0) {
      return fail({.what = "cannot look as " + user + ": " + std::strerror(errno)});
    }
  }
  ::clearenv();
  set(std::string("HOME=") + entry.pw_dir);
  for (const std::string& variable : environment) {
    set(variable);
  }
  return {};
}

}  // namespace kiosk
