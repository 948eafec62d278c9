#pragma once

#include <memory>

#include <curl/curl.h>

#include "net/transfers.h"

namespace kiosk {

struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeHeaders>;

// What a request says beside what curl does by itself.
HeaderList headers_for(const HttpRequest& request);

}  // namespace kiosk
