#include "tests/faults/stage.h"
#include "tests/harness/certificates.h"
#include "tests/harness/nginx.h"

using namespace kiosk::test;

// Certificates that do not hold. The venue has an authority of its own, which the settings name.

namespace {

const std::string this_machine = "IP:127.0.0.1,DNS:localhost";

std::string speaks_tls(std::uint16_t port, const Certificate& certificate) {
  return "listen 127.0.0.1:" + std::to_string(port) + " ssl;\nssl_certificate " + certificate.file.string() +
         ";\nssl_certificate_key " + certificate.key.string() + ";\n";
}

void board_stands_through_certificate(const Authority& authority, const Certificate& bad, const std::string& words) {
  const std::uint16_t port = free_port();
  const Certificate good = authority.issue("good", this_machine);
  std::optional<Nginx> server(std::in_place, speaks_tls(port, good));
  write_file(server->root() / "feed.json", demo_feed());
  Stage stage;
  stage.machine.write_settings("https://127.0.0.1:" + std::to_string(port) + "/feed.json", "gorky",
                               "ca_file = \"" + authority.file().string() + "\"\n");
  const auto before = stage.good_board();
  INFO(stage.machine.errors());
  REQUIRE(before);
  server.emplace(speaks_tls(port, bad));
  write_file(server->root() / "feed.json", edited_feed);
  CHECK(stage.machine.says(words));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  const std::string logged = stage.last_warning();
  server.emplace(speaks_tls(port, good));
  write_file(server->root() / "feed.json", edited_feed);
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(glass, logged, recovered ? seconds_text(*recovered) : "never");
}

}  // namespace

TEST_CASE("a certificate that has expired") {
  const Authority authority;
  board_stands_through_certificate(authority, authority.issue("expired", this_machine, -1), "expired");
}

TEST_CASE("a certificate signed by itself") {
  const Authority authority;
  board_stands_through_certificate(authority, authority.self_signed("self-signed", this_machine), "self-signed");
}

TEST_CASE("a certificate of an unknown authority") {
  const Authority authority;
  const Authority stranger;
  board_stands_through_certificate(authority, stranger.issue("strange", this_machine), "does not hold");
}

TEST_CASE("a certificate of another host") {
  const Authority authority;
  board_stands_through_certificate(authority, authority.issue("other", "DNS:other.example"), "127.0.0.1");
}

TEST_CASE("a portal without TLS where TLS is spoken") {
  const Authority authority;
  const std::uint16_t port = free_port();
  std::optional<Nginx> server(std::in_place, speaks_tls(port, authority.issue("good", this_machine)));
  write_file(server->root() / "feed.json", demo_feed());
  Stage stage;
  stage.machine.write_settings("https://127.0.0.1:" + std::to_string(port) + "/feed.json", "gorky",
                               "ca_file = \"" + authority.file().string() + "\"\n");
  const auto before = stage.good_board();
  REQUIRE(before);
  server.emplace("listen 127.0.0.1:" + std::to_string(port) + ";\n");
  CHECK(stage.machine.says("no TLS with 127.0.0.1"));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  const std::string logged = stage.last_warning();
  server.emplace(speaks_tls(port, authority.issue("good", this_machine)));
  write_file(server->root() / "feed.json", edited_feed);
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(glass, logged, recovered ? seconds_text(*recovered) : "never");
}
