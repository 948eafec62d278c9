#include "technician/about_feed.h"

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

const Instant now(1'713'337'200s);

FetchedFeed good_server() {
  FetchedFeed fetched;
  fetched.http =
      HttpFacts{.status = 200, .encoding = "gzip", .validators = {"\"1\"", ""}, .certificate_until = now + 24h * 60};
  fetched.body = 50'000;
  fetched.transferred = 9'000;
  fetched.ahead = 1s;
  return fetched;
}

std::string lines_of(const FetchedFeed& fetched) {
  std::string text;
  for (const Answer& answer : about_feed("https://x", fetched, "venue-feed/1", now)) {
    text += answer_line(answer) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a good server's feed is told with status, sizes, validator, dialect, clock and certificate") {
  CHECK(lines_of(good_server()) ==
        "✓ feed: https://x: status 200, 50 kB, 9000 bytes on the way (gzip)\n"
        "✓ feed: https://x: a look without news is asked by ETag\n"
        "✓ dialect: venue-feed/1 (https://x)\n"
        "✓ clock: as that of https://x\n"
        "✓ certificate: https://x: the certificate holds until 2024-06-16T07:00:00Z\n");
}

TEST_CASE("a large feed that is not compressed is a warning, a small one is not") {
  FetchedFeed fetched = good_server();
  fetched.http->encoding.clear();
  CHECK(lines_of(fetched).find("! feed: https://x: the server does not compress it; ") != std::string::npos);
  fetched.body = 4000;
  CHECK(lines_of(fetched).find("compress") == std::string::npos);
}

TEST_CASE("a server without validators is a warning, one with a date is asked by it") {
  FetchedFeed fetched = good_server();
  fetched.http->validators = {"", "Wed, 17 Apr 2024 07:00:00 GMT"};
  CHECK(lines_of(fetched).find("asked by date\n") != std::string::npos);
  fetched.http->validators = {};
  CHECK(lines_of(fetched).find("! feed: https://x: the server sends neither ETag nor Last-Modified") !=
        std::string::npos);
}

TEST_CASE("a certificate that ends within two weeks is a warning") {
  FetchedFeed fetched = good_server();
  fetched.http->certificate_until = now + 24h * 14 + 1s;
  CHECK(lines_of(fetched).find("! certificate") == std::string::npos);
  fetched.http->certificate_until = now + 24h * 14;
  CHECK(lines_of(fetched).find("! certificate: https://x: the certificate holds until 2024-05-01T07:00:00Z, 14 days "
                               "from now; have it renewed in time\n") != std::string::npos);
  fetched.http->certificate_until.reset();  // by http://
  CHECK(lines_of(fetched).find("certificate") == std::string::npos);
}

TEST_CASE("clocks that differ by more than two seconds are a warning, whichever is ahead") {
  FetchedFeed fetched = good_server();
  fetched.ahead = 3s;
  CHECK(lines_of(fetched).find("! clock: the clock of https://x is 3 s ahead of this machine's; ") !=
        std::string::npos);
  fetched.ahead = -3600s;
  CHECK(lines_of(fetched).find("is 3600 s behind this machine's") != std::string::npos);
}

TEST_CASE("a file is told with its size and its age, and what could not be fetched with nothing") {
  FetchedFeed fetched;
  fetched.body = 14'000;
  fetched.changed = now - 3h;
  CHECK(lines_of(fetched) == "✓ feed: https://x: 14 kB, changed 3 h ago\n✓ dialect: venue-feed/1 (https://x)\n");
  CHECK(about_feed("https://x", {}, "", now).empty());
}

TEST_CASE("a schedule is counted, and its hall told by id and name where it is found") {
  Schedule::Parts parts;
  parts.halls.resize(1);
  parts.halls[0].id = "gorky";
  parts.halls[0].name = LocalText("Горьковский зал");
  const Schedule schedule(std::move(parts));
  const Answers found = about_schedule(schedule, "GORKY");
  REQUIRE(found.size() == 2);
  CHECK(answer_line(found[0]) == "✓ schedule: 1 halls, 0 sessions, 0 notices, no time zone");
  CHECK(answer_line(found[1]) == "✓ hall: gorky, Горьковский зал");
  CHECK(about_schedule(schedule, "foyer").size() == 1);
}
