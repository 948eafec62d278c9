// Addresses: three lines, of which each is now the one and now the other. Nothing that curl would send as a password
// may be told to anyone else.

#include <string>

#include "base/url.h"
#include "base/words.h"
#include "board/link_host.h"
#include "feed/last_good.h"
#include "net/access.h"
#include "reading/fields.h"
#include "reading/resolve_address.h"
#include "reading/web_address.h"
#include "settings/text_values.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

constexpr std::string_view secret = "Geheimnis";

bool tells(const std::string& text) { return text.find(secret) != std::string::npos; }

void check_secret(const std::string& before, const std::string& behind) {
  const std::string url = before + std::string(secret) + behind;
  const UrlAndLogin split = split_login(url);
  if (tells(before) || tells(behind) || (!tells(split.password) && !tells(split.user))) {
    return;
  }
  expect(!tells(split.url), "an address without its login tells no password");
  expect(!tells(without_credentials(url)), "an address in a log tells no password");
  expect(!tells(link_host(url)), "a host tells no password");
  expect(!tells(origin_of(url)), "an origin tells no password");
}

void check_resolved(const std::string& address, const std::string& base) {
  const Result<std::string> resolved = resolve_address(address, base);
  if (!resolved) {
    expect(!resolved.error().what.empty(), "an address that is none says why");
  } else if (is_http_url(base)) {
    expect(is_http_url(*resolved), "a feed from the web names nothing but the web");
    const Result<std::string> again = resolve_address(*resolved, base);
    expect(again && *again == *resolved, "what is resolved stays as it is");
  }
}

void check(const std::string& text) {
  expect(is_http_url(text) == is_http_url(lower_case(text)), "a scheme's case does not matter");
  expect(!is_web_address(text) || is_http_url(text), "a page is on the web");
  expect(fuzz::is_utf8(link_host(text)) || !fuzz::is_utf8(text), "a host is UTF-8");
  expect(fuzz::is_utf8(without_credentials(text)) || !fuzz::is_utf8(text), "an address in a log is UTF-8");
  const auto feed = resolve_feed(text, "/etc/venue-kiosk");
  expect(!feed || feed->empty() || is_http_url(*feed) || feed->starts_with('/'),
         "a feed is an URL or an absolute path");
  expect(last_good_path("/var/cache/venue-kiosk", text).parent_path() == "/var/cache/venue-kiosk",
         "a cached feed lies in the cache");
  look_over_access(text, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::text_of(data, size);
  const std::string one(fuzz::take_line(rest));
  const std::string two(fuzz::take_line(rest));
  check(one);
  check_resolved(one, two);
  check_resolved(two, "https://example.org/2024/feed.json?v=1");
  check_resolved(two, "/srv/feeds/feed.json");
  check_secret(one, two);
  check_secret("https://" + one, two);
  return 0;
}
