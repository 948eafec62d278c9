#include "pictures/look.h"

#include <sys/stat.h>

#include <utility>

#include "pictures/cache.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::HttpAnswer;
using kiosk::look_at_file;
using kiosk::look_of;
using kiosk::PictureLook;
using kiosk::Validators;
using kiosk::test::replace_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

using Kind = PictureLook::Kind;

const std::string url = "https://kiosk:hunter2@example.org/logo.png?key=abc";
const Validators tag{"\"a\"", ""};

HttpAnswer answer(long status, std::string body = "") {
  return {.kind = HttpAnswer::Kind::complete, .url = url, .status = status, .body = std::move(body), .validators = tag};
}

// What is wrong, and what would be right.
std::string failure_of(long status) {
  const PictureLook look = look_of(answer(status), {});
  return to_string(kiosk::Problem{.what = look.problem.what, .right = look.problem.right});
}

}  // namespace

TEST_CASE("an answer with a picture is one") {
  const PictureLook look = look_of(answer(200, "PNG"), {});
  CHECK(look.kind == Kind::arrived);
  CHECK(look.body == "PNG");
  CHECK(look.validators == tag);
}

TEST_CASE("an answer \"not modified\" counts for one who asked by a validator alone") {
  CHECK(look_of(answer(304), tag).kind == Kind::unchanged);
  CHECK(look_of(answer(304), {}).kind == Kind::unreachable);
}

TEST_CASE("only a server that says so makes a picture missing") {
  CHECK(look_of(answer(404, "<html>"), tag).kind == Kind::missing);
  CHECK(look_of(answer(410), tag).kind == Kind::missing);
  for (const long status : {200L, 204L, 401L, 403L, 429L, 500L, 502L, 503L, 511L}) {
    CAPTURE(status);
    CHECK(look_of(answer(status), tag).kind == Kind::unreachable);
  }
}

TEST_CASE("a problem is a warning that names the address without its password") {
  HttpAnswer broken{.url = url, .error = {.what = "Could not resolve host: example.org"}};
  HttpAnswer large{.kind = HttpAnswer::Kind::too_large, .url = url};
  CHECK(to_string(look_of(broken, {}).problem) ==
        "https://example.org/logo.png?…: Could not resolve host: example.org");
  CHECK(look_of(large, {}).kind == Kind::too_large);
  CHECK(to_string(look_of(large, {}).problem) ==
        "https://example.org/logo.png?…: the picture is larger than 8 MiB; make it smaller");
  CHECK(to_string(look_of(answer(404), {}).problem) ==
        "https://example.org/logo.png?…: the server answered 404 Not Found; check the address");
  CHECK(failure_of(418) == "the server answered 418; expected 200 and a picture");
  CHECK(failure_of(503) == "the server answered 503 Service Unavailable; the kiosk keeps asking");
  CHECK(failure_of(403) == "the server answered 403 Forbidden; let the kiosk read it");
  CHECK(look_of(answer(404), {}).problem.severity == kiosk::Severity::warning);
}

TEST_CASE("a server's wish is passed on") {
  HttpAnswer busy = answer(503);
  busy.retry_after = std::chrono::seconds(7);
  CHECK(look_of(busy, {}).retry_after == std::chrono::seconds(7));
}

TEST_CASE("a file is read once, and again when it changed") {
  const TemporaryFolder folder;
  const std::string path = (folder / "logo.png").string();
  write_file(path, "one");
  const PictureLook first = look_at_file(path, {});
  CHECK(first.kind == Kind::arrived);
  CHECK(first.body == "one");
  CHECK(look_at_file(path, first.validators).kind == Kind::unchanged);
  replace_file(path, "two");
  const PictureLook second = look_at_file(path, first.validators);
  CHECK(second.kind == Kind::arrived);
  CHECK(second.body == "two");
}

TEST_CASE("what is no regular file is never opened") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const std::string& path : {folder.path().string(), (folder / "pipe").string(), std::string("/dev/zero")}) {
    const PictureLook look = look_at_file(path, {});
    CHECK(look.kind == Kind::missing);
    CHECK(to_string(look.problem) == path + ": is not a file");
  }
}

TEST_CASE("a file that is not there is missing, an empty one is perhaps being written") {
  const TemporaryFolder folder;
  const PictureLook missing = look_at_file((folder / "none.png").string(), {});
  CHECK(missing.kind == Kind::missing);
  CHECK(missing.problem.what == "cannot be read: No such file or directory");
  write_file(folder / "empty.png", "");
  CHECK(look_at_file((folder / "empty.png").string(), {}).kind == Kind::unreachable);
}

TEST_CASE("a file of exactly the limit is read, one byte more is not") {
  const TemporaryFolder folder;
  const auto path = folder / "huge.png";
  write_file(path, "");
  std::filesystem::resize_file(path, kiosk::max_picture_bytes);
  CHECK(look_at_file(path.string(), {}).body.size() == kiosk::max_picture_bytes);
  std::filesystem::resize_file(path, kiosk::max_picture_bytes + 1);
  CHECK(look_at_file(path.string(), {}).kind == Kind::too_large);
}

TEST_CASE("what the kiosk's own rules refuse is told apart from what cannot be reached") {
  kiosk::HttpAnswer answer{.url = "https://example.org/logo.png", .error = {.what = "this leads home"}};
  CHECK(look_of(answer, {}).kind == kiosk::PictureLook::Kind::unreachable);
  answer.forbidden = true;
  const kiosk::PictureLook look = look_of(answer, {});
  CHECK(look.kind == kiosk::PictureLook::Kind::forbidden);
  CHECK(look.problem.severity == kiosk::Severity::warning);
  CHECK(to_string(look.problem) == "https://example.org/logo.png: this leads home");
}
