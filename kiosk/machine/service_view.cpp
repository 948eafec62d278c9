#include "machine/service_view.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>
#include <system_error>

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

struct User {
  std::string name;
  uid_t id;
  gid_t group;
  std::string home;
};

// Where it is a number: nothing if it is none.
std::optional<unsigned> number(const std::string& text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<User> find_user(const std::string& user) {
  passwd entry{};
  std::array<char, 4096> texts{};
  passwd* found = nullptr;
  const std::optional<unsigned> id = number(user);
  const int error = id ? ::getpwuid_r(*id, &entry, texts.data(), texts.size(), &found)
                       : ::getpwnam_r(user.c_str(), &entry, texts.data(), texts.size(), &found);
  if (error != 0 || found == nullptr) {
    return fail({.what = "there is no user " + in_quotes(user)});
  }
  return User{entry.pw_name, entry.pw_uid, entry.pw_gid, entry.pw_dir};
}

Result<std::vector<gid_t>> groups_of(const User& user, const std::vector<std::string>& more) {
  int count = 64;
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  if (::getgrouplist(user.name.c_str(), user.group, groups.data(), &count) < 0) {
    return fail({.what = "the user " + user.name + " is in more groups than are looked at"});
  }
  groups.resize(static_cast<std::size_t>(count));
  for (const std::string& name : more) {
    group entry{};
    std::array<char, 65536> texts{};  // it lists its members
    group* found = nullptr;
    if (const std::optional<unsigned> id = number(name)) {
      groups.push_back(*id);
    } else if (::getgrnam_r(name.c_str(), &entry, texts.data(), texts.size(), &found) == 0 && found != nullptr) {
      groups.push_back(entry.gr_gid);
    } else {
      return fail({.what = "there is no group " + in_quotes(name)});
    }
  }
  return groups;
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

Result<void> go_on_as(const std::string& user, const std::vector<std::string>& more_groups,
                      const std::vector<std::string>& environment) {
  const Result<User> found = find_user(user);
  if (!found) {
    return fail(found.error());
  }
  if (::geteuid() != found->id) {
    if (::geteuid() != 0) {
      return fail({.what = "only root may look as " + user});
    }
    const Result<std::vector<gid_t>> groups = groups_of(*found, more_groups);
    if (!groups) {
      return fail(groups.error());
    }
    // In this order: without root's rights the groups stay.
    if (::setgroups(groups->size(), groups->data()) != 0 || ::setgid(found->group) != 0 || ::setuid(found->id) != 0) {
      return fail({.what = "cannot look as " + user + ": " + std::strerror(errno)});
    }
  }
  ::clearenv();
  set("HOME=" + found->home);
  for (const std::string& variable : environment) {
    set(variable);
  }
  return {};
}

}  // namespace kiosk
