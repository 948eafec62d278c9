#include <sys/stat.h>

#include <future>

#include "feed/open_source.h"
#include "tests/catch.h"
#include "tests/harness/patience.h"
#include "tests/harness/temporary_folder.h"

using namespace std::chrono_literals;
using kiosk::FetchOutcome;
using kiosk::open_feed_source;
using kiosk::test::for_ever;
using kiosk::test::patience;
using kiosk::test::replace_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

using Kind = FetchOutcome::Kind;

}  // namespace

TEST_CASE("a file is read, and not again until it changes") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  const auto source = open_feed_source((folder / "feed.json").string());
  const FetchOutcome first = source->fetch({});
  CHECK(first.kind == Kind::new_body);
  CHECK(first.body == "one");
  const FetchOutcome second = source->fetch(first.validators);
  CHECK(second.kind == Kind::not_modified);
  CHECK(second.body.empty());
  replace_file(folder / "feed.json", "two");
  const FetchOutcome third = source->fetch(first.validators);
  CHECK(third.kind == Kind::new_body);
  CHECK(third.body == "two");
}

TEST_CASE("a file of the same size and time moved into its place is a change") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  write_file(folder / "other.json", "two");
  std::filesystem::last_write_time(folder / "other.json", std::filesystem::last_write_time(folder / "feed.json"));
  const auto source = open_feed_source((folder / "feed.json").string());
  const FetchOutcome first = source->fetch({});
  std::filesystem::rename(folder / "other.json", folder / "feed.json");
  CHECK(source->fetch(first.validators).body == "two");
}

TEST_CASE("a file of the same size written a nanosecond later is a change") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  const auto source = open_feed_source((folder / "feed.json").string());
  const FetchOutcome first = source->fetch({});
  const auto time = std::filesystem::last_write_time(folder / "feed.json");
  write_file(folder / "feed.json", "two");
  std::filesystem::last_write_time(folder / "feed.json", time + 1ns);
  CHECK(source->fetch(first.validators).body == "two");
}

TEST_CASE("a body that was refused, whose validators nobody keeps, is offered again") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "garbage");
  const auto source = open_feed_source((folder / "feed.json").string());
  CHECK(source->fetch({}).kind == Kind::new_body);
  CHECK(source->fetch({}).kind == Kind::new_body);
}

TEST_CASE("a missing file is a failure that names it, until it is there") {
  const TemporaryFolder folder;
  const std::string path = (folder / "later" / "feed.json").string();
  const auto source = open_feed_source(path);
  const FetchOutcome missing = source->fetch({});
  CHECK(missing.kind == Kind::failed);
  CHECK(to_string(missing.problem) == path + ": cannot be read: No such file or directory");
  std::filesystem::create_directory(folder / "later");
  write_file(path, "one");
  CHECK(source->fetch({}).body == "one");
  std::filesystem::remove(path);
  CHECK(source->fetch({}).kind == Kind::failed);
}

TEST_CASE("an empty file, a directory and a file too large are failures") {
  const TemporaryFolder folder;
  write_file(folder / "empty.json", "");
  CHECK(open_feed_source((folder / "empty.json").string())->fetch({}).problem.what == "the file is empty");
  CHECK(open_feed_source(folder.path().string())->fetch({}).problem.what == "cannot be read: Is a directory");
  write_file(folder / "large.json", "x");
  std::filesystem::resize_file(folder / "large.json", kiosk::max_feed_bytes + 1);
  CHECK(open_feed_source((folder / "large.json").string())->fetch({}).problem.what == "is larger than 33554432 bytes");
  CHECK(open_feed_source("")->fetch({}).kind == Kind::failed);
}

TEST_CASE("a pipe that nobody writes to and a device that never ends are failures at once") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(open_feed_source((folder / "pipe").string())->fetch({}).problem.what == "is a pipe, not a file");
  CHECK(open_feed_source("/dev/zero")->fetch({}).problem.what == "is a device, not a file");
  std::filesystem::remove(folder / "pipe");
  write_file(folder / "pipe", "one");
  CHECK(open_feed_source((folder / "pipe").string())->fetch({}).body == "one");
}

TEST_CASE("a wait ends when its time is over") {
  const TemporaryFolder folder;
  const auto source = open_feed_source((folder / "feed.json").string());
  const auto begin = std::chrono::steady_clock::now();
  source->wait(30ms);
  CHECK(std::chrono::steady_clock::now() - begin >= 30ms);
  source->wait(0ms);
  source->wait(-5ms);
}

TEST_CASE("an interruption ends a wait at once, and every later one") {
  const TemporaryFolder folder;
  const auto source = open_feed_source((folder / "feed.json").string());
  auto waited = std::async(std::launch::async, [&] { source->wait(for_ever); });
  source->interrupt();
  REQUIRE(waited.wait_for(patience) == std::future_status::ready);
  source->wait(for_ever);
  SUCCEED("the second wait ended too");
}

TEST_CASE("a file written in place, or moved into place, ends the wait") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  const auto source = open_feed_source((folder / "feed.json").string());
  using Change = void (*)(const std::filesystem::path&, std::string_view);
  for (const Change change : {Change(write_file), Change(replace_file)}) {
    auto waited = std::async(std::launch::async, [&] { source->wait(for_ever); });
    change(folder / "feed.json", "two");
    const bool ended = waited.wait_for(patience) == std::future_status::ready;
    CHECK(ended);
    if (!ended) {
      source->interrupt();
    }
  }
}

TEST_CASE("a change that came before the wait is not slept over") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "one");
  const auto source = open_feed_source((folder / "feed.json").string());
  const FetchOutcome first = source->fetch({});
  replace_file(folder / "feed.json", "two");
  source->wait(for_ever);
  CHECK(source->fetch(first.validators).body == "two");
}

TEST_CASE("another file of the folder does not end the wait") {
  const TemporaryFolder folder;
  const auto source = open_feed_source((folder / "feed.json").string());
  write_file(folder / "feed.json.new", "x");
  write_file(folder / "eed.json", "x");
  const auto begin = std::chrono::steady_clock::now();
  source->wait(50ms);
  CHECK(std::chrono::steady_clock::now() - begin >= 50ms);
}

TEST_CASE("a folder that vanishes and comes back is watched again") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "usb");
  const auto source = open_feed_source((folder / "usb" / "feed.json").string());
  std::filesystem::remove(folder / "usb");
  source->wait(20ms);
  std::filesystem::create_directory(folder / "usb");
  source->wait(0ms);
  write_file(folder / "usb" / "feed.json", "one");
  source->wait(for_ever);
  CHECK(source->fetch({}).body == "one");
}
