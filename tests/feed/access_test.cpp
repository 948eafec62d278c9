// Who is shown what lets the kiosk in: the feed's own server, and nobody else.

#include "feed/open_source.h"
#include "net/transfers.h"
#include "tests/catch.h"
#include "tests/harness/certificates.h"
#include "tests/harness/nginx.h"
#include "tests/harness/recording_server.h"

using namespace std::chrono_literals;
using kiosk::AccessFiles;
using kiosk::FetchOutcome;
using kiosk::HttpAnswer;
using kiosk::HttpTransfers;
using kiosk::test::Authority;
using kiosk::test::Certificate;
using kiosk::test::Exchange;
using kiosk::test::http_answer;
using kiosk::test::Nginx;
using kiosk::test::RecordingServer;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

using Kind = FetchOutcome::Kind;

// A source of the feed that the files are for.
std::unique_ptr<kiosk::FeedSource> opened(const std::string& url, AccessFiles access = {}) {
  access.feed = url;
  return kiosk::open_feed_source(url, access);
}

// A server that lets in whoever shows this header, and remembers what it was shown.
RecordingServer::Script guarded_by(const std::string& authorization) {
  return [authorization](const Exchange& connection) {
    const std::string& request = connection.head();
    const bool known = request.find("\r\nAuthorization: " + authorization + "\r\n") != std::string::npos;
    connection.send(known ? http_answer("{}") : http_answer("", "", "401 Unauthorized"));
  };
}

RecordingServer::Script redirecting_to(const std::string& url) {
  return
      [url](const Exchange& connection) { connection.send(http_answer("", "Location: " + url + "\r\n", "302 Found")); };
}

void answer_all(const Exchange& connection) { connection.send(http_answer("{}")); }

// Whether any request of the server's showed anything of a secret.
bool was_shown_secrets(const RecordingServer& server) {
  for (const std::string& request : server.requests()) {
    if (request.find("Authorization") != std::string::npos || request.find("s3cret") != std::string::npos) {
      return true;
    }
  }
  return false;
}

HttpAnswer ask(HttpTransfers& transfers, const std::string& url) {
  transfers.start({.url = url, .most_bytes = 1000, .stalled = kiosk::test::for_ever, .whole = kiosk::test::for_ever});
  for (auto waited = 0s; waited < kiosk::test::patience; waited += 1s) {
    for (HttpAnswer& answer : transfers.wait(1s)) {
      return std::move(answer);
    }
  }
  return {};
}

// The TLS part of an nginx's server block.
std::string tls(const Certificate& certificate, const std::string& more = "") {
  return "ssl_certificate " + certificate.file.string() + ";\nssl_certificate_key " + certificate.key.string() + ";\n" +
         more;
}

std::string fault(const std::string& url, const AccessFiles& access = {}) {
  const FetchOutcome outcome = opened(url, access)->fetch({});
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.problem.what.find('\n') == std::string::npos);
  return to_string(kiosk::Problem{.what = outcome.problem.what, .right = outcome.problem.right});
}

const std::string here = "IP:127.0.0.1";
const std::string does_not_hold = "the certificate of 127.0.0.1 does not hold: ";

}  // namespace

TEST_CASE("a token opens the feed, and a new one counts at the next poll") {
  const TemporaryFolder folder;
  const AccessFiles access{.token = folder / "token"};
  const RecordingServer server(guarded_by("Bearer s3cret.2"));
  const auto source = opened(server.url(), access);
  write_file(folder / "token", "s3cret.1\n");
  const FetchOutcome refused = source->fetch({});
  CHECK(refused.problem.what == "the server answered 401 Unauthorized");
  CHECK(refused.problem.right == "correct token_file or login_file under [feed], the kiosk reads them at each poll");
  write_file(folder / "token", "s3cret.2\n");
  CHECK(source->fetch({}).body == "{}");
  std::filesystem::remove(folder / "token");
  const FetchOutcome gone = source->fetch({});
  CHECK(gone.kind == Kind::failed);
  CHECK(gone.problem.what == (folder / "token").string() + ": cannot be read: No such file or directory");
  CHECK(gone.problem.file == server.url());
}

TEST_CASE("a login opens the feed, with letters of any script") {
  const TemporaryFolder folder;
  write_file(folder / "login", "киоск:p:w");
  const RecordingServer server(guarded_by("Basic 0LrQuNC+0YHQujpwOnc="));
  CHECK(opened(server.url(), {.login = folder / "login"})->fetch({}).body == "{}");
}

TEST_CASE("what the files say wins over the address, and a token over a login") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  write_file(folder / "login", "kiosk:hunter2");
  const RecordingServer by_login(guarded_by("Basic a2lvc2s6aHVudGVyMg=="));
  const std::string address = by_login.url().substr(7);
  CHECK(opened("http://other:one@" + address, {.login = folder / "login"})->fetch({}).body == "{}");
  CHECK(opened("http://kiosk:hunter2@" + address)->fetch({}).body == "{}");
  const RecordingServer by_token(guarded_by("Bearer s3cret"));
  const auto source =
      opened("http://other:one@" + by_token.url().substr(7), {.token = folder / "token", .login = folder / "login"});
  CHECK(source->fetch({}).body == "{}");
}

TEST_CASE("a picture of the feed's server is shown the token, one elsewhere is not") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  const RecordingServer server(guarded_by("Bearer s3cret"));
  const RecordingServer elsewhere(answer_all);
  HttpTransfers transfers({.feed = server.url(), .token = folder / "token"});
  CHECK(ask(transfers, server.url("/logo.png")).status == 200);
  CHECK(ask(transfers, elsewhere.url("/logo.png")).status == 200);
  CHECK_FALSE(was_shown_secrets(elsewhere));
}

TEST_CASE("a second feed elsewhere is not shown what is for the first") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  const RecordingServer first(guarded_by("Bearer s3cret"));
  const RecordingServer second(guarded_by("Bearer s3cret"));
  const AccessFiles access{.feed = first.url(), .token = folder / "token"};
  CHECK(kiosk::open_feed_source(first.url("/more.json"), access)->fetch({}).body == "{}");
  CHECK(kiosk::open_feed_source(second.url(), access)->fetch({}).problem.right ==
        "let the kiosk read it, or name a token_file or login_file under [feed]");
  CHECK_FALSE(was_shown_secrets(second));
}

TEST_CASE("a redirect takes no secret to another server, nor to another port of the same host") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  write_file(folder / "login", "kiosk:s3cret");
  const RecordingServer elsewhere(answer_all);
  const RecordingServer server(redirecting_to(elsewhere.url("/moved.json")));
  const std::string address = server.url().substr(7);
  CHECK(opened(server.url(), {.token = folder / "token"})->fetch({}).body == "{}");
  CHECK(opened(server.url(), {.login = folder / "login"})->fetch({}).body == "{}");
  CHECK(opened("http://kiosk:s3cret@" + address)->fetch({}).body == "{}");
  CHECK(elsewhere.requests().size() == 3);
  CHECK_FALSE(was_shown_secrets(elsewhere));
  CHECK(was_shown_secrets(server));
}

TEST_CASE("a login that a redirect brings along is not used") {
  const RecordingServer elsewhere(answer_all);
  const RecordingServer server(redirecting_to("http://a:s3cret@" + elsewhere.url("/").substr(7)));
  CHECK(opened(server.url())->fetch({}).body == "{}");
  CHECK_FALSE(was_shown_secrets(elsewhere));
}

TEST_CASE("a server behind a redirect that asks for the token is named as what to write") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  const RecordingServer elsewhere(guarded_by("Bearer s3cret"));
  const RecordingServer server(redirecting_to(elsewhere.url()));
  CHECK(fault(server.url(), {.token = folder / "token"}) ==
        "the server answered 401 Unauthorized; a redirect led to another server, which is shown neither token nor "
        "password: write its address as feed.url");
  CHECK_FALSE(was_shown_secrets(elsewhere));
}

TEST_CASE("a redirect on the same server is shown the token, one that others made is not") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  const Nginx nginx(R"(
    location /moved.json { return 302 /feed.json; }
    location /feed.json { if ($http_authorization != "Bearer s3cret") { return 401; } })");
  write_file(nginx.root() / "feed.json", "{}");
  const AccessFiles access{.token = folder / "token"};
  CHECK(opened(nginx.url("/moved.json"), access)->fetch({}).body == "{}");
  const RecordingServer elsewhere(redirecting_to(nginx.url("/feed.json")));
  HttpTransfers transfers({.feed = nginx.url("/feed.json"), .token = folder / "token"});
  CHECK(ask(transfers, elsewhere.url()).status == 401);
  CHECK(ask(transfers, nginx.url("/moved.json")).status == 200);
  CHECK_FALSE(was_shown_secrets(elsewhere));
}

TEST_CASE("no secret stands in what is told of any fault") {
  const TemporaryFolder folder;
  write_file(folder / "token", "s3cret");
  write_file(folder / "login", "kiosk:s3cret");
  const RecordingServer refusing(guarded_by("nothing"));
  const RecordingServer silent([](const Exchange&) {});
  const RecordingServer echo([](const Exchange& connection) {
    const std::string& request = connection.head();
    connection.send(http_answer(request, "Location: gopher://" + request.substr(0, 10) + "s3cret\r\n", "302 s3cret"));
  });
  std::vector<std::string> addresses{"127.0.0.1:" + std::to_string(kiosk::test::free_port()) + "/", "no-such.invalid/",
                                     "a:port/"};
  for (const RecordingServer* server : {&refusing, &silent, &echo}) {
    addresses.push_back(server->url().substr(7));
  }
  for (const std::string& address : addresses) {
    for (const AccessFiles& access :
         {AccessFiles{}, AccessFiles{.token = folder / "token"}, AccessFiles{.login = folder / "login"}}) {
      const FetchOutcome outcome = opened("http://kiosk:s3cret@" + address, access)->fetch({});
      CHECK(outcome.kind == Kind::failed);
      CHECK_FALSE(outcome.problem.what.empty());
      CHECK(to_string(outcome.problem).find("s3cret") == std::string::npos);
    }
  }
}

TEST_CASE("a venue's own authority is trusted where its certificate is named, over HTTP/2") {
  const Authority venue;
  const AccessFiles access{.authorities = venue.file()};
  const Nginx nginx(tls(venue.issue("server", here), "location = /protocol { return 200 $server_protocol; }"),
                    "ssl http2");
  CHECK(opened(nginx.url("/protocol"), access)->fetch({}).body == "HTTP/2.0");
  CHECK(fault(nginx.url("/protocol")).starts_with(does_not_hold));
  CHECK_THAT(fault(nginx.url("/protocol")),
             Catch::Matchers::EndsWith(
                 "; where the venue signs its own, name its authority's certificate as ca_file under [feed]"));
  CHECK(fault(nginx.url("/protocol"), {.authorities = Authority().file()}).starts_with(does_not_hold));
}

TEST_CASE("a feed over HTTP/2 that has not changed costs at most 400 bytes both ways") {
  const Authority venue;
  const AccessFiles access{.authorities = venue.file()};
  const Nginx nginx(tls(venue.issue("server", here)), "ssl http2");
  nginx.put("feed.json", "{}");
  const auto source = opened(nginx.url("/feed.json"), access);
  const FetchOutcome first = source->fetch({});
  const FetchOutcome second = source->fetch(first.validators);
  CHECK(second.kind == Kind::not_modified);
  CHECK(second.bytes <= 400);
}

TEST_CASE("a certificate that has expired, signs itself or is another host's is told, and nothing is sent") {
  const Authority venue;
  const AccessFiles access{.authorities = venue.file()};
  const auto told = [&](const Certificate& certificate) {
    const Nginx nginx(tls(certificate), "ssl");
    const std::string what = fault(nginx.url("/"), access);
    CHECK(nginx.access_log().empty());
    return what;
  };
  CHECK(told(venue.issue("old", here, -1)) ==
        does_not_hold + "certificate has expired; renew it, or set this machine's clock");
  const std::string self = told(venue.self_signed("self", here));
  CHECK(self.starts_with(does_not_hold + "self"));
  CHECK_THAT(self, Catch::Matchers::EndsWith("as ca_file under [feed]"));
  CHECK(told(venue.issue("other", "DNS:other.example")) ==
        does_not_hold +
            "no alternative certificate subject name matches target host name '127.0.0.1'; the server "
            "needs one that is made for 127.0.0.1");
}

TEST_CASE("a server that speaks nothing newer than TLS 1.1 is refused") {
  const Authority venue;
  const AccessFiles access{.authorities = venue.file()};
  const Nginx nginx(tls(venue.issue("server", here), "ssl_protocols TLSv1 TLSv1.1; ssl_ciphers DEFAULT:@SECLEVEL=0;"),
                    "ssl");
  const std::string what = fault(nginx.url("/"), access);
  CHECK(what.starts_with("no TLS with 127.0.0.1 ("));
  CHECK_THAT(what, Catch::Matchers::EndsWith("); it has to speak TLS 1.2 or later"));
}

TEST_CASE("a server that does not speak TLS is told") {
  const Nginx plain;
  CHECK(fault("https://" + plain.url("/").substr(7)).starts_with("no TLS with 127.0.0.1 ("));
}

TEST_CASE("the kiosk's own certificate is shown to the feed's server and to no other") {
  const Authority venue;
  const Certificate server = venue.issue("server", here);
  const Certificate own = venue.issue("kiosk", "DNS:kiosk");
  const AccessFiles without{.authorities = venue.file()};
  const AccessFiles with{.authorities = venue.file(), .certificate = own.file, .key = own.key};
  const std::string asking = "ssl_client_certificate " + venue.file().string() +
                             "; ssl_verify_client optional; location = /who { return 200 \"<$ssl_client_s_dn>\"; }";
  const Nginx nginx(tls(server, asking), "ssl");
  CHECK(opened(nginx.url("/who"), without)->fetch({}).body == "<>");
  CHECK(opened(nginx.url("/who"), with)->fetch({}).body == "<CN=kiosk>");

  // Over there the venue's authority is not trusted either, so it must not be asked at all.
  const Nginx first(tls(server, "location / { return 302 " + nginx.url("/who") + "; }"), "ssl");
  const std::string what = fault(first.url("/feed.json"), with);
  CHECK(what.starts_with(does_not_hold));
  CHECK(nginx.access_log().find("302") == std::string::npos);
}

TEST_CASE("certificate and key that do not belong together are told") {
  const Authority venue;
  const Certificate server = venue.issue("server", here);
  const Certificate own = venue.issue("kiosk", "DNS:kiosk");
  const Nginx nginx(tls(venue.issue("server", here)), "ssl");
  const AccessFiles access{.authorities = venue.file(), .certificate = own.file, .key = server.key};
  const std::string what = fault(nginx.url("/"), access);
  CHECK(what.starts_with("certificate_file and key_file cannot be used ("));
  CHECK_THAT(what, Catch::Matchers::EndsWith("); they have to be PEM and belong together"));
}
