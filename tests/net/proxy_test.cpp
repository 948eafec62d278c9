#include "net/proxy.h"

#include <map>

#include "tests/catch.h"

namespace {

std::string proxy_in(const std::map<std::string, std::string>& variables, const std::string& url) {
  return kiosk::proxy_for(url, [&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace

TEST_CASE("the proxy is the scheme's own, else that of all") {
  CHECK(proxy_in({}, "http://example.org/").empty());
  CHECK(proxy_in({{"http_proxy", "p:1"}}, "http://example.org/") == "p:1");
  CHECK(proxy_in({{"http_proxy", "p:1"}}, "https://example.org/").empty());
  CHECK(proxy_in({{"https_proxy", "p:2"}}, "HTTPS://example.org/") == "p:2");
  CHECK(proxy_in({{"HTTPS_PROXY", "p:2"}}, "https://example.org/") == "p:2");
  CHECK(proxy_in({{"all_proxy", "p:3"}}, "http://example.org/") == "p:3");
  CHECK(proxy_in({{"ALL_PROXY", "p:3"}, {"https_proxy", ""}}, "https://example.org/") == "p:3");
  // A web server tells its programs a request's header "Proxy" by this name.
  CHECK(proxy_in({{"HTTP_PROXY", "p:1"}}, "http://example.org/").empty());
  CHECK(proxy_in({{"http_proxy", "p:1"}}, "/srv/feed.json").empty());
}

TEST_CASE("hosts, domains and networks are excepted") {
  const auto is_excepted = [](const std::string& exceptions, const std::string& host) {
    return proxy_in({{"http_proxy", "p:1"}, {"no_proxy", exceptions}}, "http://" + host + "/").empty();
  };
  for (const std::string exceptions : {"*", "example.org", ".example.org", "a.test,example.org", "a.test example.org",
                                       "EXAMPLE.org", "example.org."}) {
    CAPTURE(exceptions);
    CHECK(is_excepted(exceptions, "example.org"));
    CHECK(is_excepted(exceptions, "www.Example.org:81"));
    CHECK(is_excepted(exceptions, "example.org."));
  }
  for (const std::string exceptions : {"", "ample.org", "org.", "*.example", ",", "."}) {
    CAPTURE(exceptions);
    CHECK(is_excepted(exceptions, "example.org") == (exceptions == "org."));
  }
  CHECK(is_excepted("10.0.0.1", "10.0.0.1"));
  CHECK_FALSE(is_excepted("10.0.0.1", "10.0.0.2"));
  CHECK(is_excepted("10.0.0.0/8", "10.255.0.1"));
  CHECK_FALSE(is_excepted("10.0.0.0/8", "11.0.0.1"));
  CHECK(is_excepted("192.168.1.128/25", "192.168.1.128"));
  CHECK_FALSE(is_excepted("192.168.1.128/25", "192.168.1.127"));
  CHECK(is_excepted("fd00::/8", "[fd12::1]"));
  CHECK(is_excepted("::1", "[::1]"));
  for (const std::string nonsense : {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "0.0.1"}) {
    CAPTURE(nonsense);
    CHECK_FALSE(is_excepted(nonsense, "10.0.0.1"));
  }
}
