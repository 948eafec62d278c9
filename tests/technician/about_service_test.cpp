#include "technician/about_service.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

namespace {

const UnitState running{.load = "loaded",
                        .active = "active",
                        .sub = "running",
                        .enabled = "enabled",
                        .user = "venue-kiosk",
                        .hidden_folders = {"/home", "/root", "/tmp"}};

std::vector<std::string> lines(const std::vector<Problem>& problems) {
  std::vector<std::string> found;
  for (const Problem& problem : problems) {
    found.push_back(to_string(problem));
  }
  return found;
}

}  // namespace

TEST_CASE("the settings of a machine's one screen are its service's, those beside them an instance's by their name") {
  CHECK(unit_of("") == "venue-kiosk.service");
  CHECK(unit_of("/etc/venue-kiosk/kiosk.toml") == "venue-kiosk.service");
  CHECK(unit_of("/etc/venue-kiosk/../venue-kiosk/./kiosk.toml") == "venue-kiosk.service");
  CHECK(unit_of("/etc/venue-kiosk/gorky.toml") == "venue-kiosk@gorky.service");
  CHECK(unit_of("/etc/venue-kiosk/large-conference.toml") == "venue-kiosk@large-conference.service");
  for (const char* elsewhere :
       {"kiosk.toml", "/home/anna/kiosk.toml", "/etc/kiosk.toml", "/etc/venue-kiosk/old/gorky.toml",
        "/etc/venue-kiosk/gorky.toml.orig", "/etc/venue-kiosk/gorky", "/etc/venue-kiosk/.toml",
        "/etc/venue-kiosk/large hall.toml", "/etc/venue-kiosk/\xD0\xB7\xD0\xB0\xD0\xBB.toml"}) {
    CAPTURE(elsewhere);
    CHECK_FALSE(unit_of(elsewhere));
  }
}

TEST_CASE("a unit that runs and is enabled is good, and each other state says what to do") {
  const auto told = [](const std::string& active, const std::string& sub, const std::string& enabled) {
    return answer_line(about_unit("k.service", UnitState{"loaded", active, sub, enabled, 3}));
  };
  CHECK(told("active", "running", "enabled") == "✓ service: k.service is active (running), enabled, 3 restarts");
  CHECK(told("active", "running", "static").starts_with("✓"));
  CHECK(told("active", "running", "disabled").find("systemctl enable k.service") != std::string::npos);
  CHECK(told("inactive", "dead", "enabled").starts_with("! service: k.service is inactive (dead)"));
  CHECK(told("failed", "failed", "enabled").starts_with("✗ "));
  CHECK(told("activating", "auto-restart", "enabled").ends_with("; read journalctl -u k.service"));
  CHECK(answer_line(about_unit("k.service", UnitState{"not-found", "inactive", "dead", "", 0})).starts_with("! "));
  CHECK(about_unit("k.service", fail({.what = "no bus"})).problem);
}

TEST_CASE("check tells as whom it looks, and what to do where that is not the screen's user") {
  CHECK(answer_line(about_view("k.service", running, {}, true)) ==
        "✓ user: venue-kiosk, with the environment of k.service");
  UnitState of_root = running;
  of_root.user.clear();
  CHECK(answer_line(about_view("k.service", of_root, {}, true)) == "✓ user: root, with the environment of k.service");
  const Answer other = about_view("k.service", running, fail({.what = "only root may look as venue-kiosk"}), false);
  REQUIRE(other.problem);
  CHECK(other.problem->severity == Severity::warning);
  CHECK(answer_line(other) ==
        "! user: k.service runs as venue-kiosk, who may read other files than this user (only root may look as "
        "venue-kiosk); run check as root");
  const Answer failed = about_view("k.service", running, fail({.what = "there is no user"}), true);
  CHECK(answer_line(failed).ends_with("; correct User= and its groups in the unit"));
  UnitState with_files = running;
  with_files.reads_environment_files = true;
  CHECK(answer_line(about_view("k.service", with_files, {}, true)).ends_with(", but for its EnvironmentFile="));
}

TEST_CASE("a unit is in use that runs, tries to, or starts with the machine") {
  const auto in_use = [](const std::string& load, const std::string& active, const std::string& enabled) {
    return is_in_use({.load = load, .active = active, .sub = "", .enabled = enabled});
  };
  CHECK(in_use("loaded", "active", "enabled"));
  CHECK(in_use("loaded", "inactive", "enabled"));  // before the first start
  CHECK(in_use("loaded", "active", "disabled"));
  CHECK(in_use("loaded", "activating", "static"));
  CHECK_FALSE(in_use("loaded", "inactive", "disabled"));  // an instance that nobody made, a desktop's
  CHECK_FALSE(in_use("not-found", "inactive", ""));
  CHECK_FALSE(in_use("masked", "inactive", "masked"));
}

TEST_CASE("files that the settings name and the service does not see are told with their line") {
  LoadedSettings loaded;
  loaded.file = "/etc/venue-kiosk/kiosk.toml";
  loaded.settings.feeds = {"/home/anna/feed.json", "https://example.org/home/feed.json", "/srv/feed.json"};
  loaded.settings.feed_access = {.token_file = "/root/token",
                                 .login_file = "/tmp/login",
                                 .ca_file = "/etc/ssl/../../root/ca.pem",
                                 .certificate_file = "/rooted/certificate.pem",
                                 .key_file = "/etc/venue-kiosk/key.pem"};
  loaded.settings.cache_folder = "/root/.cache/venue-kiosk";
  for (const char* key :
       {"feed.url", "feed.token_file", "feed.login_file", "feed.ca_file", "feed.certificate_file", "feed.key_file"}) {
    loaded.sources[key] = {"/etc/venue-kiosk/kiosk.toml", 7};
  }
  const std::vector<std::string> found = lines(ask_for_hidden(loaded, "k.service", running));
  REQUIRE(found.size() == 4);
  CHECK(found[0] ==
        "/etc/venue-kiosk/kiosk.toml:7: feed.token_file: /root/token is kept from k.service, as all of /root; put it "
        "below /etc/venue-kiosk or /var/lib/venue-kiosk");
  CHECK(found[1].find("feed.login_file: /tmp/login is kept") != std::string::npos);
  CHECK(found[2].find("feed.ca_file: ") != std::string::npos);
  CHECK(found[3].find("feed.url: /home/anna/feed.json is kept") != std::string::npos);

  SECTION("a cache folder too, if the settings name it") {
    loaded.sources["cache.folder"] = {"/etc/venue-kiosk/kiosk.toml", 9};
    const std::vector<std::string> with_cache = lines(ask_for_hidden(loaded, "k.service", running));
    REQUIRE(with_cache.size() == 5);
    CHECK(with_cache[3].find(":9: cache.folder: /root/.cache/venue-kiosk is kept") != std::string::npos);
    CHECK(with_cache[3].ends_with("; leave it out: the service has one of its own"));
  }
  SECTION("and one that the service's sandbox lets nobody write") {
    loaded.sources["cache.folder"] = {"/etc/venue-kiosk/kiosk.toml", 9};
    loaded.settings.cache_folder = "/srv/kiosk";
    CHECK(lines(ask_for_hidden(loaded, "k.service", running)).size() == 4);
    UnitState strict = running;
    strict.all_read_only = true;
    strict.writable_folders = {"/var/cache/venue-kiosk", "/run/venue-kiosk"};
    const std::vector<std::string> told = lines(ask_for_hidden(loaded, "k.service", strict));
    REQUIRE(told.size() == 5);
    CHECK(told[3].find(":9: cache.folder: k.service may not write to /srv/kiosk; leave it out") != std::string::npos);
    loaded.settings.cache_folder = "/var/cache/venue-kiosk/gorky";
    CHECK(lines(ask_for_hidden(loaded, "k.service", strict)).size() == 4);
  }
  SECTION("what the caller tries by an option or a variable is the caller's affair") {
    loaded.sources["feed.url"] = {"VENUE_KIOSK_FEED", 0};
    CHECK(lines(ask_for_hidden(loaded, "k.service", running)).size() == 3);
  }
  SECTION("to a service from which nothing is kept there is nothing to say") {
    UnitState open = running;
    open.hidden_folders.clear();
    CHECK(ask_for_hidden(loaded, "k.service", open).empty());
  }
}
