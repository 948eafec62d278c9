#include "net/access.h"

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

constexpr const char* certificate = "-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----\n";
constexpr const char* key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";

std::filesystem::path put(const TemporaryFolder& folder, const std::string& name, std::string_view bytes,
                          bool others = false) {
  const std::filesystem::path path = folder / name;
  write_file(path, bytes);
  using std::filesystem::perms;
  std::filesystem::permissions(path, others ? perms(0644) : perms(0600));
  return path;
}

// What is wrong, without the folder's name. Never may it hold what stood in a file.
std::string problem_of(const AccessFiles& files) {
  const Result<HttpAccess> access = read_http_access(files);
  REQUIRE_FALSE(access);
  CHECK(access.error().file.starts_with('/'));
  const std::string text = to_string(access.error());
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find("c2VjcmV0") == std::string::npos);
  return std::filesystem::path(access.error().file).filename().string() + text.substr(access.error().file.size());
}

std::string told(const std::string& feed, const AccessFiles& files) {
  std::string lines;
  for (const Problem& problem : look_over_access(feed, files)) {
    Problem shown = problem;
    shown.file = std::filesystem::path(problem.file).filename().string();
    lines += (problem.severity == Severity::warning ? "warning: " : "error: ") + to_string(shown) + '\n';
  }
  CHECK(lines.find("secret") == std::string::npos);
  return lines;
}

}  // namespace

TEST_CASE("no files are no access") {
  CHECK_FALSE(AccessFiles().any());
  const auto access = read_http_access({});
  REQUIRE(access);
  CHECK(access->token.empty());
  CHECK(access->user.empty());
  CHECK(access->authorities.empty());
}

TEST_CASE("a token is the one line of its file") {
  const TemporaryFolder folder;
  for (const char* text : {"abc.DEF-123==", "abc.DEF-123==\n", "abc.DEF-123==\r\n", "abc.DEF-123== \n\n"}) {
    CHECK(read_http_access({.token = put(folder, "token", text)})->token == "abc.DEF-123==");
  }
}

TEST_CASE("what cannot be a token is told without telling it") {
  const TemporaryFolder folder;
  const std::string none = "token: holds no token; write the token alone, on one line";
  for (const char* text : {"", "\n", "Bearer secret", "secret\nsecret", "secret\x01",
                           "s\xC3\xA9"
                           "cret",
                           " secret"}) {
    CHECK(problem_of({.token = put(folder, "token", text)}) == none);
  }
  CHECK(problem_of({.token = folder / "none"}) == "none: cannot be read: No such file or directory");
  CHECK(problem_of({.token = folder.path()}).find("Is a directory") != std::string::npos);
  CHECK(problem_of({.token = "/dev/zero"}).find("is a device, not a file") != std::string::npos);
  CHECK(problem_of({.token = put(folder, "token", std::string(70'000, 'x'))}) == "token: is larger than 65536 bytes");
}

TEST_CASE("a login is user and password, which may hold a colon or anything printable") {
  const TemporaryFolder folder;
  const auto access = read_http_access({.login = put(folder, "login", "киоск:p:w d\n")});
  REQUIRE(access);
  CHECK(access->user == "киоск");
  CHECK(access->password == "p:w d");
  CHECK(read_http_access({.login = put(folder, "login", "kiosk:")})->password.empty());
}

TEST_CASE("what cannot be a login is told without telling it") {
  const TemporaryFolder folder;
  for (const char* text : {"", "secret", ":secret", "user:secret\nanother:secret", "user:sec\tret"}) {
    CHECK(problem_of({.login = put(folder, "login", text)}) ==
          "login: holds no login; write user:password, on one line");
  }
}

TEST_CASE("certificates are PEM, and a key may stand beside its certificate") {
  const TemporaryFolder folder;
  const auto ca = put(folder, "ca.pem", certificate);
  const auto both = put(folder, "both.pem", std::string(certificate) + key);
  const auto alone = put(folder, "kiosk.key", key);
  CHECK(read_http_access({.authorities = ca})->authorities == certificate);
  CHECK(read_http_access({.certificate = ca, .key = alone})->key == key);
  CHECK(read_http_access({.certificate = both})->key == std::string(certificate) + key);

  CHECK(problem_of({.authorities = alone}) == R"(kiosk.key: holds no certificate in PEM; it begins with "-----BEGIN")");
  CHECK(problem_of({.certificate = ca}) == R"(ca.pem: holds no private key in PEM; it begins with "-----BEGIN")");
  CHECK(problem_of({.key = alone}) == "kiosk.key: is a key without a certificate; name that as certificate_file");
  const auto locked = put(folder, "locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n");
  CHECK(problem_of({.certificate = ca, .key = locked}) ==
        "locked.key: holds a key that asks for a password; nobody is there to type it: write the key without");
  const auto der = put(folder, "der", std::string("\x30\x82\x00secret", 9));
  CHECK(problem_of({.authorities = der}).starts_with("der: holds no certificate"));
}

TEST_CASE("an origin is scheme, host and port, however they are written") {
  CHECK(origin_of("https://example.org/a?b#c") == "https://example.org:443");
  CHECK(origin_of("HTTPS://user:secret@Example.ORG:443") == "https://example.org:443");
  CHECK(origin_of("http://example.org/") == "http://example.org:80");
  CHECK(origin_of("http://example.org:8080/") == "http://example.org:8080");
  CHECK(origin_of("http://[2001:DB8::1]/") == "http://[2001:db8::1]:80");
  CHECK(origin_of("http://example.org.evil.example/") != origin_of("http://example.org/"));
  CHECK(origin_of("http://example.org@evil.example/") == "http://evil.example:80");
  for (const char* url : {"", "/srv/feed.json", "file:///feed.json", "ftp://example.org/", "http://", "http://a b/",
                          "http://[::", "http://a:99999/", "https:example.org"}) {
    CAPTURE(url);
    CHECK(origin_of(url).empty());
  }
}

TEST_CASE("user and password are taken out of an address") {
  const UrlAndLogin split = split_login("https://kiosk:p%40ss%3A@example.org:8443/a%20b?c=d@e");
  CHECK(split.url == "https://example.org:8443/a%20b?c=d@e");
  CHECK(split.user == "kiosk");
  CHECK(split.password == "p@ss:");
  CHECK(split_login("http://kiosk@example.org/").user == "kiosk");
  CHECK(split_login("http://EXAMPLE.org").url == "http://EXAMPLE.org");
  CHECK(split_login("http://example.org/@home").url == "http://example.org/@home");
  CHECK(split_login("no address").url.empty());
}

TEST_CASE("access that is as it should be is no word worth") {
  const TemporaryFolder folder;
  CHECK(told("https://example.org/feed.json", {}).empty());
  CHECK(told("/srv/feed.json", {}).empty());
  CHECK(told("https://example.org/feed.json", {.token = put(folder, "token", "secret")}).empty());
  CHECK(told("https://example.org/feed.json", {.authorities = put(folder, "ca.pem", certificate, true)}).empty());
}

TEST_CASE("a secret that others may read is warned of") {
  const TemporaryFolder folder;
  const std::string feed = "https://example.org/feed.json";
  const std::string warning = ": everyone on this machine may read this; chmod o= it\n";
  CHECK(told(feed, {.token = put(folder, "token", "secret", true)}) == "warning: token" + warning);
  CHECK(told(feed, {.login = put(folder, "login", "a:secret", true)}) == "warning: login" + warning);
  const auto open = put(folder, "c.pem", std::string(certificate) + key, true);
  CHECK(told(feed, {.certificate = open}) == "warning: c.pem" + warning);
  CHECK(told(feed, {.certificate = open, .key = put(folder, "c.key", key)}).empty());
}

TEST_CASE("a password in the address, and a secret without TLS, are warned of") {
  const TemporaryFolder folder;
  const std::string in_address = told("https://kiosk:secret@example.org/feed.json", {});
  CHECK(
      in_address ==
      "warning: feed.url: the address holds a password, for everyone to read who may read the settings; write it into "
      "a file of its own and name that as login_file\n");
  CHECK(told("http://kiosk:secret@example.org/feed.json", {}).starts_with(in_address));
  CHECK(told("http://example.org/feed.json", {.token = put(folder, "token", "secret")}) ==
        "warning: feed.url: http:// shows token and password to everyone on the way; write https://\n");
}

TEST_CASE("files that cannot be used, contradict each other or come to nothing are told") {
  const TemporaryFolder folder;
  const auto token = put(folder, "token", "secret");
  CHECK(told("https://example.org/", {.token = folder / "none"}) ==
        "error: none: cannot be read: No such file or directory\n");
  CHECK(told("https://example.org/", {.token = token, .login = put(folder, "login", "a:secret")}) ==
        "error: feed.login_file: a token is given, too, and wins; name token_file or login_file\n");
  CHECK(told("/srv/feed.json", {.token = token}) ==
        "warning: feed: the feed is a file: token, login and certificates are not used\n");
}
