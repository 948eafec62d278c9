#pragma once

#include <functional>
#include <string>

namespace kiosk {

// The proxy by which to ask for an http(s) URL, as the environment names it; empty: none, the server is asked itself.
// Curl's rules (curl(1), ENVIRONMENT) read by us, so that it is known whose address a connection leads to: http_proxy
// (in small letters alone), https_proxy or HTTPS_PROXY, else all_proxy or ALL_PROXY; not for the hosts, domains and
// networks of no_proxy or NO_PROXY. `environment` is getenv(3) or of its kind: null where there is no such variable.
std::string proxy_for(const std::string& url, const std::function<const char*(const char*)>& environment);

}  // namespace kiosk
