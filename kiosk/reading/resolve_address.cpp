#include "reading/resolve_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/url.h"
#include "base/words.h"

namespace kiosk {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct FreeText {
  void operator()(char* text) const { curl_free(text); }
};

tl::unexpected<Problem> refuse(std::string_view address, const char* right) {
  return fail(
      {.what = in_quotes(address) + " is not the address of a picture", .right = std::string("write ") + right});
}

std::string without_blanks(std::string_view address) {
  std::string encoded;
  for (const char c : address) {
    encoded += c == ' ' ? std::string("%20") : std::string(1, c);
  }
  return encoded;
}

// Whether it begins as "mailto:" does (RFC 3986, section 3.1).
bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  const std::string scheme = lower_case(address.substr(0, colon));
  return colon != std::string_view::npos && !scheme.empty() && scheme[0] >= 'a' && scheme[0] <= 'z' &&
         scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+.-") == std::string::npos;
}

Result<std::string> resolve_on_web(std::string_view address, std::string_view base) {
  constexpr const char* right = "\"logo.png\" or \"https://…\"";
  const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(base).c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, without_blanks(address).c_str(), 0) != CURLUE_OK) {
    return refuse(address, right);
  }
  char* text = nullptr;
  if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK) {
    return refuse(address, right);
  }
  const std::unique_ptr<char, FreeText> owned(text);
  if (!is_http_url(text)) {
    return refuse(address, right);
  }
  return std::string(text);
}

}  // namespace

Result<std::string> resolve_address(std::string_view address, std::string_view base) {
  if (base.empty()) {
    return std::string(address);
  }
  if (is_http_url(base)) {
    return resolve_on_web(address, base);
  }
  if (is_http_url(address)) {
    return resolve_on_web(address, address);
  }
  if (has_scheme(address)) {
    return refuse(address, "a path from the feed's folder, \"logo.png\", or \"https://…\"");
  }
  return (std::filesystem::path(base).parent_path() / address).lexically_normal().string();
}

}  // namespace kiosk
