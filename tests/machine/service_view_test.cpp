#include "machine/service_view.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"

using namespace kiosk;

namespace {

using Variables = std::vector<std::string>;
constexpr std::string_view kept[] = {"VENUE_KIOSK_", "TERM="};

// Whether `seen` holds in a process of its own.
template <class Look>
bool elsewhere(const Look& seen) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(seen() ? 0 : 1);
  }
  int status = 0;
  return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_set_to(const char* name, std::string_view value) {
  const char* found = std::getenv(name);
  return found != nullptr && found == value;
}

}  // namespace

TEST_CASE("the service's environment holds, and of the caller's what was asked for, over it") {
  const Variables service{"LANG=C.UTF-8", "https_proxy=http://proxy:3128", "VENUE_KIOSK_HALL=gorky", "A=b=c"};
  const Variables own{"https_proxy=http://mine:1", "HOME=/root",       "TERM=xterm", "TERMINFO=/x",
                      "VENUE_KIOSK_HALL=foyer",    "VENUE_KIOSK_FEED="};
  CHECK(environment_in_service(service, own, kept) == Variables{"A=b=c", "LANG=C.UTF-8", "TERM=xterm",
                                                                "VENUE_KIOSK_FEED=", "VENUE_KIOSK_HALL=foyer",
                                                                "https_proxy=http://proxy:3128"});
  CHECK(environment_in_service(service, own, {}) ==
        Variables{"A=b=c", "LANG=C.UTF-8", "VENUE_KIOSK_HALL=gorky", "https_proxy=http://proxy:3128"});
}

TEST_CASE("of a name that the service is given twice the last one holds, as systemd has it") {
  CHECK(environment_in_service({"A=1", "B=2", "A=3"}, {}, kept) == Variables{"A=3", "B=2"});
  CHECK(environment_in_service({}, {"A=1"}, kept).empty());
}

TEST_CASE("a process goes on as its own user in another environment, with that user's home") {
  ::setenv("LEFT_OVER", "1", 1);
  CHECK(elsewhere([] {
    const passwd* self = ::getpwuid(::geteuid());
    if (self == nullptr) {
      return true;  // a user without a name, as in some containers: there is nobody to go on as
    }
    const std::string user = self->pw_name;
    return go_on_as(user, {}, {"A=b=c", "EMPTY=", "no variable", "=nor this"}).has_value() && is_set_to("A", "b=c") &&
           is_set_to("EMPTY", "") && std::getenv("HOME") != nullptr && std::getenv("LEFT_OVER") == nullptr &&
           own_environment().size() == 3;
  }));
  ::unsetenv("LEFT_OVER");
}

TEST_CASE("root goes on as another user for good, and nobody else does") {
  const bool is_root = ::geteuid() == 0;
  CHECK(elsewhere([is_root] {
    const Result<void> went = go_on_as("nobody", {}, {});
    if (!is_root) {
      return !went && went.error().what == "only root may look as nobody";
    }
    std::array<gid_t, 64> groups{};
    const int count = ::getgroups(groups.size(), groups.data());
    return went && ::geteuid() != 0 && ::getegid() != 0 && ::seteuid(0) != 0 && ::setegid(0) != 0 && count == 1 &&
           groups[0] == ::getegid();
  }));
}

TEST_CASE("a user that there is not is named, and the environment stays") {
  CHECK(elsewhere([] {
    ::setenv("STAYS", "1", 1);
    const Result<void> went = go_on_as("venue kiosk", {}, {"A=1"});
    return !went && went.error().what == "there is no user \"venue kiosk\"" && is_set_to("STAYS", "1") &&
           std::getenv("A") == nullptr;
  }));
}

TEST_CASE("a user may be a number, and a service's further groups count by name or number") {
  CHECK(elsewhere([] {
    if (::geteuid() != 0) {
      return go_on_as(std::to_string(::geteuid() + 1), {}, {}).has_value() == false;
    }
    std::array<gid_t, 64> groups{};
    const bool went = go_on_as("65534", {"tty", "54321"}, {}).has_value();
    const int count = ::getgroups(groups.size(), groups.data());
    return went && ::geteuid() == 65534 && count == 3 && std::count(groups.begin(), groups.begin() + 3, 54321) == 1;
  }));
  CHECK(elsewhere([] {
    const Result<void> went = go_on_as("nobody", {"no such group"}, {});
    return !went && (::geteuid() != 0 || went.error().what == "there is no group \"no such group\"");
  }));
}
