#include "net/request_headers.h"

#include <string>

namespace kiosk {
namespace {

void append(HeaderList& headers, const std::string& header) {
  if (curl_slist* longer = curl_slist_append(headers.get(), header.c_str())) {
    [[maybe_unused]] curl_slist* moved = headers.release();
    headers.reset(longer);
  }
}

}  // namespace

HeaderList headers_for(const HttpRequest& request) {
  const Validators& known = request.known;
  HeaderList headers;
  append(headers, "Accept:");  // "*/*" says nothing, in every request of every kiosk
  for (const std::string& header : request.headers) {
    append(headers, header);
  }
  if (!known.etag.empty()) {
    append(headers, "If-None-Match: " + known.etag);
  } else if (!known.last_modified.empty()) {
    append(headers, "If-Modified-Since: " + known.last_modified);
  }
  return headers;
}

}  // namespace kiosk
