// What stands in headers of HTTP: three lines, Date, Age and Retry-After; and what curl says of a failure.

#include <string>

#include "net/believed_validators.h"
#include "net/failure.h"
#include "net/times.h"
#include "net/transfers.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono_literals;
  std::string_view rest = fuzz::text_of(data, size);
  const std::string date(fuzz::take_line(rest));
  const std::string age(fuzz::take_line(rest));
  const std::string wish(fuzz::take_line(rest));
  const auto now = server_time(date, age, 0us);
  const auto later = server_time(date, age, 2min);
  expect(now.has_value() == later.has_value(), "a time is read whenever");
  expect(!now || *later == *now + 2min, "a server's clock goes on");
  const auto wait = retry_after(wish, date);
  expect(!wait || *wait >= 0s, "nobody waits into the past");
  const Validators said{.etag = age, .last_modified = wish};
  const Validators believed = believed_validators(said, http_date(date));
  expect(believed.etag.empty() || believed.etag == said.etag, "an ETag is believed whole or not");
  expect(believed.last_modified.empty() || believed.last_modified == said.last_modified, "and so is a Last-Modified");
  const HttpFailure failure{.code = static_cast<CURLcode>(size % CURL_LAST),
                            .curl_message = std::string(rest),
                            .host = "example.org",
                            .connected = size % 2 == 0,
                            .certificate = static_cast<long>(size % 40)};
  expect(!describe_failure(failure).what.empty(), "a failure has words");
  expect(!status_text(static_cast<long>(size)).empty(), "a status has words");
  return 0;
}
