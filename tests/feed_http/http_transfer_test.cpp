#include "net/transfer.h"

#include <cstdio>

#include "tests/catch.h"
#include "tests/harness/loopback.h"
#include "tests/harness/recording_server.h"

using namespace std::chrono_literals;
using kiosk::Easy;
using kiosk::HttpAccess;
using kiosk::HttpTransfer;
using kiosk::test::Exchange;
using kiosk::test::http_answer;
using kiosk::test::RecordingServer;

namespace {

HttpTransfer transfer_of(const std::string& url) {
  return {{.url = url, .known = {.etag = "\"1\""}, .most_bytes = 1000, .stalled = 10s, .whole = 60s},
          Easy(curl_easy_init()),
          kiosk::origin_of(url),
          HttpAccess{.token = "secret"}};
}

// All that stands in the object itself, its error buffer included.
std::string bytes_of(const HttpTransfer& transfer) {
  return {reinterpret_cast<const char*>(&transfer), sizeof transfer};
}

// Curl's own default, where nobody said where to write.
std::size_t write_to_stdout(char*, std::size_t, std::size_t size, void* user) { return user == stdout ? size : 0; }

}  // namespace

// In both tests the transfer is still there, so that what the handle kept of it shows without harm.
TEST_CASE("a handle that was given back asks for nothing of its last transfer") {
  const RecordingServer server([](const Exchange& connection) { connection.send(http_answer("{}")); });
  HttpTransfer transfer = transfer_of(server.url());
  REQUIRE(curl_easy_perform(transfer.handle()) == CURLE_OK);
  const Easy handle = transfer.take_handle();
  HttpTransfer* owner = nullptr;
  curl_easy_getinfo(handle.get(), CURLINFO_PRIVATE, &owner);
  CHECK(owner == nullptr);
  curl_easy_setopt(handle.get(), CURLOPT_URL, server.url("/next").c_str());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, write_to_stdout);
  CHECK(curl_easy_perform(handle.get()) == CURLE_OK);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 2);
  CHECK(requests[0].find("If-None-Match: \"1\"") != std::string::npos);
  CHECK(requests[0].find("Authorization: Bearer secret") != std::string::npos);
  CHECK(requests[1] ==
        "GET /next HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) + "\r\nAccept: */*\r\n\r\n");
}

TEST_CASE("a handle that was given back tells nothing to its last transfer") {
  HttpTransfer transfer = transfer_of("http://127.0.0.1:" + std::to_string(kiosk::test::free_port()) + "/");
  REQUIRE(curl_easy_perform(transfer.handle()) == CURLE_COULDNT_CONNECT);
  const Easy handle = transfer.take_handle();
  const std::string before = bytes_of(transfer);
  curl_easy_setopt(handle.get(), CURLOPT_URL, "ftp://127.0.0.1/");
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http");
  CHECK(curl_easy_perform(handle.get()) == CURLE_UNSUPPORTED_PROTOCOL);
  CHECK((bytes_of(transfer) == before));
}
