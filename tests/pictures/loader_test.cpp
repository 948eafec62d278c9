#include "pictures/loader.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/body_hash.h"
#include "images/image_file.h"
#include "tests/catch.h"
#include "tests/harness/faulty_server.h"
#include "tests/harness/loopback.h"
#include "tests/harness/patience.h"
#include "tests/harness/temporary_folder.h"
#include "tests/pictures/failing_memory.h"

using namespace std::chrono_literals;
using kiosk::encode_png;
using kiosk::Image;
using kiosk::Instant;
using kiosk::LoadedPicture;
using kiosk::Mailbox;
using kiosk::PictureLoader;
using kiosk::PictureNews;
using kiosk::Problem;
using kiosk::Size;
using kiosk::test::FaultyServer;
using kiosk::test::LoopbackSocket;
using kiosk::test::patience;
using kiosk::test::replace_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::trickle;
using kiosk::test::write_file;

namespace {

Image grey(Size size, std::uint8_t light = 128) {
  const auto pixels = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
  return {size, std::vector<std::uint8_t>(pixels * 4, light)};
}

// A PNG whose header says another size than its pixels have; IHDR stands first in every PNG.
std::string png_that_says(Size size) {
  std::string png = encode_png(grey({2, 2}));
  for (std::size_t byte = 0; byte < 4; ++byte) {
    png[16 + byte] = static_cast<char>(static_cast<unsigned>(size.width) >> (24 - 8 * byte));
    png[20 + byte] = static_cast<char>(static_cast<unsigned>(size.height) >> (24 - 8 * byte));
  }
  return png;
}

// A loader of a feed that is a file, and all it said. Its clock stands until the test moves it.
class Listener {
 public:
  explicit Listener(std::filesystem::path cache = {}, std::string feed = "/srv/feed.json",
                    std::size_t most_decoded_bytes = 256U << 20U,
                    std::filesystem::path decoder = kiosk::decoder_program()) {
    loader_.emplace(
        PictureLoader::Options{.files = !feed.starts_with("http"),
                               .cache_folder = std::move(cache),
                               .local = kiosk::LocalPictures::allowed,
                               .most_decoded_bytes = most_decoded_bytes,
                               .decoder = std::move(decoder)},
        mailbox_, [this] { wake(); }, [this] { return now(); });
  }

  // The loader notices with the next wish.
  void pass(std::chrono::seconds time) { passed_ = passed_.load() + time; }

  enum class Fault { none, look, wait, wake };
  // What throws on the loader's thread from now on.
  void set_fault(Fault fault) { fault_ = fault; }
  int thrown() const { return thrown_; }
  // Of the loader's thread: the allocation after `count` others, beginning when it asks for the time after `calls`
  // other times.
  void fail_allocation(int calls, long count) {
    allocations_ = count;
    calls_left_ = calls;
  }
  // Whether it did. To be asked once.
  bool allocation_failed() const { return allocation_failed_; }

  void want(std::vector<std::string> addresses) { loader_->want(std::move(addresses)); }

  // The first news that satisfies; empty ones where they never come. Counts the problems on the way.
  template <class Condition>
  PictureNews until(Condition condition) {
    return until(condition, patience) ? newest_ : PictureNews();
  }
  // Looks now and then even where nobody wakes it.
  template <class Condition>
  bool until(Condition condition, std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    const auto came = [&] {
      if (auto news = mailbox_.take()) {
        newest_ = *std::move(news);
        problems_.insert(problems_.end(), newest_.new_problems.begin(), newest_.new_problems.end());
      }
      return condition(newest_);
    };
    std::unique_lock lock(mutex_);
    while (!came()) {
      if (std::chrono::steady_clock::now() > deadline) {
        return false;
      }
      changed_.wait_for(lock, 5ms);
    }
    return true;
  }
  // Of a wish of `count` addresses, all of which are known.
  PictureNews all(std::size_t count) {
    return until([&](const PictureNews& news) { return news.pictures.size() == count && news.waiting == 0; });
  }

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  void wake() {
    throw_if(fault_ == Fault::wake);
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  }

  void throw_if(bool condition) {
    if (condition) {
      ++thrown_;
      throw std::runtime_error("broken");
    }
  }

  kiosk::PictureStore::Now now() {
    throw_if(fault_ == Fault::look);
    // Asked for before each look, and before the wait after it.
    throw_if(fault_ == Fault::wait && std::exchange(looked_, !looked_));
    if (armed_) {
      armed_ = false;
      allocation_failed_ = !kiosk::test::no_allocation_failed();
    }
    if (calls_left_ >= 0 && calls_left_-- == 0) {
      armed_ = true;
      kiosk::test::fail_allocation_after(allocations_);
    }
    const std::chrono::seconds passed = passed_;
    return {kiosk::PicturePlan::Time(100h + passed), Instant(1713337200s + passed)};
  }

  Mailbox<PictureNews> mailbox_;
  std::atomic<std::chrono::seconds> passed_{0s};
  std::atomic<Fault> fault_ = Fault::none;
  std::atomic<int> thrown_ = 0;
  std::atomic<long> allocations_ = 0;
  std::atomic<int> calls_left_ = -1;
  std::atomic<bool> allocation_failed_ = false;
  bool looked_ = false;  // these two are of the loader's thread
  bool armed_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  PictureNews newest_;
  std::vector<Problem> problems_;
  std::optional<PictureLoader> loader_;  // goes first
};

}  // namespace

TEST_CASE("pictures that are wanted come, decoded and in the wish's order") {
  const TemporaryFolder folder;
  write_file(folder / "logo.png", encode_png(grey({3, 2}, 10)));
  write_file(folder / "hall.png", encode_png(grey({40, 30}, 200)));
  Listener listener;
  listener.want({(folder / "logo.png").string(), (folder / "hall.png").string()});
  const PictureNews news = listener.all(2);
  REQUIRE(news.pictures.size() == 2);
  CHECK(news.pictures[0].address == (folder / "logo.png").string());
  REQUIRE(news.pictures[0].image);
  CHECK(news.pictures[0].image->size == Size{3, 2});
  CHECK(int{news.pictures[0].image->rgba.at(0)} == 10);
  REQUIRE(news.pictures[1].image);
  CHECK(news.pictures[1].image->size == Size{40, 30});
  CHECK_FALSE(news.pictures[0].problem);
  CHECK(listener.problems().empty());
}

TEST_CASE("a picture that its decoder dies of is left out, and its bytes are not decoded again") {
  const TemporaryFolder folder;
  const std::filesystem::path decoder = folder / "decoder";
  const std::filesystem::path runs = folder / "runs";
  write_file(decoder, "#!/bin/sh\necho run >>" + runs.string() + "\nkill -SEGV $$\n");
  std::filesystem::permissions(decoder, std::filesystem::perms::owner_all);
  const std::vector<std::string> wish{(folder / "a.png").string()};
  write_file(wish[0], encode_png(grey({20, 20})));
  Listener listener({}, "/srv/feed.json", 256U << 20U, decoder);
  listener.want(wish);
  const PictureNews news = listener.all(1);
  REQUIRE(news.pictures.size() == 1);
  CHECK(news.pictures[0].image == nullptr);
  REQUIRE(news.pictures[0].problem);
  CHECK(news.pictures[0].problem->what.find("ends its decoder") != std::string::npos);
  for (int look = 0; look < 3; ++look) {
    listener.pass(20min);
    listener.want(wish);
    CHECK(listener.all(1).pictures.size() == 1);
  }
  CHECK(kiosk::test::file_text(runs) == "run\n");
  replace_file(wish[0], encode_png(grey({30, 30})));
  listener.pass(20min);
  listener.want(wish);
  CHECK(listener.until([&](const PictureNews&) { return kiosk::test::file_text(runs) == "run\nrun\n"; }, patience));
}

TEST_CASE("a broken picture is left out and reported once with its address, and the others are shown") {
  const TemporaryFolder folder;
  const std::string png = encode_png(grey({200, 200}));
  std::string jpeg("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20);
  write_file(folder / "broken.png", png.substr(0, png.size() / 2));
  write_file(folder / "cut.jpg", jpeg);
  write_file(folder / "vast.png", png_that_says({20000, 20000}));
  write_file(folder / "large.png", png_that_says({9000, 9000}));
  write_file(folder / "page.png", "<html>404</html>");
  write_file(folder / "good.png", png);
  std::vector<std::string> wish;
  for (const char* name : {"broken.png", "cut.jpg", "vast.png", "large.png", "page.png", "none.png", "good.png"}) {
    wish.push_back((folder / name).string());
  }
  Listener listener;
  listener.want(wish);
  const PictureNews news = listener.all(wish.size());
  REQUIRE(news.pictures.size() == wish.size());
  for (std::size_t i = 0; i + 1 < wish.size(); ++i) {
    CAPTURE(wish[i]);
    CHECK(news.pictures[i].image == nullptr);
    REQUIRE(news.pictures[i].problem);
    CHECK(news.pictures[i].problem->file == wish[i]);
    CHECK_FALSE(news.pictures[i].problem->what.empty());
    CHECK(news.pictures[i].problem->severity == kiosk::Severity::warning);
  }
  CHECK(news.pictures[3].problem->what == "not a picture we can show: 9000x9000 is over 16 megapixels");
  CHECK(news.pictures[6].image != nullptr);
  CHECK(listener.problems().size() == 6);

  listener.want({wish[6]});
  CHECK(listener.all(1).pictures.size() == 1);
  listener.want(wish);
  CHECK(listener.all(wish.size()).pictures.size() == wish.size());
  CHECK(listener.problems().size() == 6);
}

TEST_CASE("a picture larger than a screen is shrunk in its proportions") {
  const TemporaryFolder folder;
  write_file(folder / "wide.png", encode_png(grey({3840, 100})));
  write_file(folder / "tall.png", encode_png(grey({10, 1921})));
  write_file(folder / "fits.png", encode_png(grey({1920, 1})));
  Listener listener;
  listener.want({(folder / "wide.png").string(), (folder / "tall.png").string(), (folder / "fits.png").string()});
  const PictureNews news = listener.all(3);
  REQUIRE(news.pictures.size() == 3);
  CHECK(news.pictures[0].image->size == Size{1920, 50});
  CHECK(news.pictures[1].image->size == Size{10, 1920});
  CHECK(news.pictures[2].image->size == Size{1920, 1});
}

TEST_CASE("one picture under two addresses is one image in memory") {
  const TemporaryFolder folder;
  write_file(folder / "a.png", encode_png(grey({5, 5})));
  write_file(folder / "b.png", encode_png(grey({5, 5})));
  Listener listener;
  listener.want({(folder / "a.png").string(), (folder / "b.png").string()});
  const PictureNews news = listener.all(2);
  REQUIRE(news.pictures.size() == 2);
  CHECK(news.pictures[0].image != nullptr);
  CHECK(news.pictures[0].image == news.pictures[1].image);
}

TEST_CASE("a picture that is still wanted stays the very same image, one that is not is let go of") {
  const TemporaryFolder folder;
  const std::string a = (folder / "a.png").string();
  const std::string b = (folder / "b.png").string();
  write_file(a, encode_png(grey({5, 5})));
  write_file(b, encode_png(grey({6, 6})));
  Listener listener;
  listener.want({a, b});
  PictureNews first = listener.all(2);
  REQUIRE(first.pictures.size() == 2);
  const std::weak_ptr<const Image> let_go = first.pictures[1].image;
  const auto kept = first.pictures[0].image;
  listener.want({a});
  CHECK(listener.all(1).pictures.at(0).image == kept);
  first.pictures.clear();
  CHECK(let_go.expired());
  listener.want({});
  CHECK(listener.until([](const PictureNews& news) { return news.pictures.empty(); }).waiting == 0);
}

TEST_CASE("a picture replaced or repaired on disk is shown within seconds") {
  const TemporaryFolder folder;
  const std::string path = (folder / "logo.png").string();
  write_file(path, "half written");
  Listener listener;
  listener.want({path});
  const PictureNews broken = listener.all(1);
  REQUIRE(broken.pictures.size() == 1);
  CHECK_FALSE(broken.pictures[0].image);
  replace_file(path, encode_png(grey({5, 5})));
  listener.pass(11s);
  listener.want({path});
  const PictureNews repaired = listener.until(
      [](const PictureNews& news) { return news.pictures.size() == 1 && news.pictures[0].image != nullptr; });
  REQUIRE(repaired.pictures.size() == 1);
  CHECK_FALSE(repaired.pictures[0].problem);
}

TEST_CASE("pictures on disk are there at once after a restart, whatever became of where they came from") {
  const TemporaryFolder folder;
  const TemporaryFolder cache;
  const std::string path = (folder / "logo.png").string();
  write_file(path, encode_png(grey({5, 5})));
  {
    Listener listener(cache.path());
    listener.want({path});
    REQUIRE(listener.all(1).pictures.size() == 1);
  }
  std::filesystem::remove(path);
  Listener restarted(cache.path());
  restarted.want({path});
  const PictureNews news = restarted.all(1);
  REQUIRE(news.pictures.size() == 1);
  CHECK(news.pictures[0].image);
}

TEST_CASE("a picture beyond the memory for all is reported as good, and shown from the disk when others go") {
  const TemporaryFolder folder;
  const TemporaryFolder cache;
  const std::string a = (folder / "a.png").string();
  const std::string b = (folder / "b.png").string();
  const std::string png = encode_png(grey({6, 6}));
  write_file(a, encode_png(grey({5, 5})));
  write_file(b, png);
  Listener listener(cache.path(), "/srv/feed.json", 200);
  listener.want({a, b});
  const PictureNews first = listener.all(2);
  REQUIRE(first.pictures.size() == 2);
  CHECK(first.pictures[0].image);
  CHECK_FALSE(first.pictures[1].image);
  REQUIRE(first.pictures[1].problem);
  CHECK(to_string(*first.pictures[1].problem) ==
        b + ": there is no room for it in memory now: pictures may take 0 MiB together; it is kept until there is");
  CHECK(std::filesystem::exists(cache / "pictures" / kiosk::picture_file_name(kiosk::body_hash(png))));

  SECTION("the wish changes") {
    std::filesystem::remove(b);
    listener.want({b});
  }
  SECTION("the other vanishes") {
    std::filesystem::remove(a);
    listener.pass(11s);
    listener.want({a, b});
  }
  const PictureNews second = listener.until(
      [](const PictureNews& news) { return !news.pictures.empty() && news.pictures.back().image != nullptr; });
  REQUIRE_FALSE(second.pictures.empty());
  CHECK(second.pictures.back().address == b);
  CHECK_FALSE(second.pictures.back().problem);
  CHECK(listener.problems().size() <= 2);
}

TEST_CASE("what was wanted before takes no room from what is wanted now") {
  const TemporaryFolder folder;
  const TemporaryFolder cache;
  const std::string a = (folder / "a.png").string();
  const std::string b = (folder / "b.png").string();
  write_file(a, encode_png(grey({5, 5})));
  write_file(b, encode_png(grey({6, 6})));
  Listener listener(cache.path(), "/srv/feed.json", 200);
  for (int i = 0; i < 5; ++i) {
    for (const std::string& address : {a, b}) {
      listener.want({address});
      const PictureNews news = listener.until([&](const PictureNews& newest) {
        return newest.pictures.size() == 1 && newest.pictures[0].address == address;
      });
      REQUIRE(news.pictures.size() == 1);
      CHECK(news.pictures[0].image);
    }
  }
  CHECK(listener.problems().empty());
}

TEST_CASE("a cache that is broken is reported once") {
  const TemporaryFolder folder;
  const TemporaryFolder cache;
  std::filesystem::create_directory(cache / "pictures");
  write_file(cache / "pictures" / "index", "foreign");
  const std::string path = (folder / "logo.png").string();
  Listener listener(cache.path());
  REQUIRE_FALSE(
      listener.until([](const PictureNews& news) { return !news.new_problems.empty(); }).new_problems.empty());
  CHECK(listener.problems().size() == 1);
  CHECK(listener.problems()[0].file == (cache / "pictures" / "index").string());
  write_file(path, encode_png(grey({5, 5})));
  listener.want({path});
  CHECK(listener.all(1).pictures.size() == 1);
  CHECK(listener.problems().size() == 1);
}

TEST_CASE("a feed of the network is given no files") {
  const TemporaryFolder folder;
  const std::string path = (folder / "logo.png").string();
  write_file(path, encode_png(grey({5, 5})));
  Listener listener({}, "https://example.org/feed.json");
  listener.want({path});
  const PictureNews news = listener.all(1);
  REQUIRE(news.pictures.size() == 1);
  CHECK_FALSE(news.pictures[0].image);
}

TEST_CASE("no picture is lost on one who reads only now and then") {
  const TemporaryFolder folder;
  std::vector<std::string> wish;
  for (int i = 0; i < 20; ++i) {
    wish.push_back((folder / (std::to_string(i) + ".png")).string());
    write_file(wish.back(), i % 2 == 0 ? encode_png(grey({i + 1, 1})) : "broken");
  }
  Mailbox<PictureNews> mailbox;
  std::mutex mutex;
  std::condition_variable changed;
  int wakes = 0;
  PictureLoader loader(
      {.files = true}, mailbox,
      [&] {
        const std::lock_guard lock(mutex);
        ++wakes;
        changed.notify_all();
      },
      [] {
        return kiosk::PictureStore::Now{kiosk::PicturePlan::Time(100h), {}};
      });
  loader.want(wish);
  {
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, patience, [&] { return wakes == 21; }));  // the wish itself, then each
  }
  const auto news = mailbox.take();
  REQUIRE(news);
  CHECK(news->pictures.size() == 20);
  CHECK(news->waiting == 0);
  CHECK(news->new_problems.size() == 10);
  CHECK_FALSE(mailbox.take());
}

TEST_CASE("what throws round after round is reported while it does, once, and pictures come when it does no more") {
  const auto fault = GENERATE(Listener::Fault::look, Listener::Fault::wait, Listener::Fault::wake);
  CAPTURE(static_cast<int>(fault));
  const TemporaryFolder folder;
  const std::string a = (folder / "a.png").string();
  const std::string b = (folder / "b.png").string();
  write_file(a, encode_png(grey({5, 5})));
  write_file(b, encode_png(grey({6, 6})));
  LoopbackSocket silent;
  silent.listen();
  const std::string stalled = "http://127.0.0.1:" + std::to_string(silent.port());
  Listener listener;
  listener.set_fault(fault);
  listener.want({a});
  REQUIRE(listener.until([&](const PictureNews&) { return !listener.problems().empty(); }, patience));
  for (int i = 0; i < 10; ++i) {
    const int thrown = listener.thrown();
    listener.want({i % 2 == 0 ? b : a});
    REQUIRE(listener.until([&](const PictureNews&) { return listener.thrown() > thrown; }, patience));
  }
  CHECK(listener.problems().size() == 1);
  CHECK(to_string(listener.problems().at(0)) == "the pictures could not be looked at: broken");

  listener.set_fault(Listener::Fault::none);
  listener.pass(660s);
  listener.want({stalled + "/1.png", stalled + "/2.png", stalled + "/3.png", a});
  const PictureNews news = listener.until([&](const PictureNews& newest) {
    return newest.pictures.size() == 1 && newest.pictures[0].image != nullptr && newest.pictures[0].address == a &&
           newest.waiting == 3;
  });
  CHECK(news.pictures.size() == 1);
  CHECK(listener.problems().size() == 1);
}

TEST_CASE("whichever allocation fails in a round, the picture comes") {
  const TemporaryFolder folder;
  const TemporaryFolder cache;
  const std::string paths[] = {(folder / "a.png").string(), (folder / "b.png").string()};
  write_file(paths[0], encode_png(grey({5, 5})));
  write_file(paths[1], encode_png(grey({6, 6})));
  for (int calls = 0; calls < 4; ++calls) {
    bool failed = true;
    for (int count = 0; failed; ++count) {
      CAPTURE(calls, count);
      Listener listener(cache.path());
      listener.want({paths[0]});
      REQUIRE(listener.all(1).pictures.size() == 1);
      listener.fail_allocation(calls, count);
      const auto shown = [&](const PictureNews& news) {
        return news.pictures.size() == 1 && news.pictures[0].address == paths[1] && news.pictures[0].image != nullptr;
      };
      bool came = false;
      for (int attempt = 0; attempt < 3000 && !came; ++attempt) {
        listener.pass(660s);
        listener.want({paths[1]});
        came = listener.until(shown, 20ms);
      }
      REQUIRE(came);
      failed = listener.allocation_failed();
    }
  }
}

TEST_CASE("destruction waits for no server") {
  const FaultyServer slow(trickle);
  std::optional<Listener> listener(std::in_place, std::filesystem::path(), slow.url("/feed.json"));
  listener->want({slow.url("/a.png"), slow.url("/b.png")});
  CHECK(listener->until([](const PictureNews& news) { return news.waiting == 2; }).waiting == 2);
  const auto ended = std::async(std::launch::async, [&] { listener.reset(); });
  CHECK(ended.wait_for(50s) == std::future_status::ready);  // the transfers are cut after 60
}

TEST_CASE("a loader may be destroyed as soon as it is made, and with a wish nobody looked at") {
  for (int i = 0; i < 50; ++i) {
    Listener listener;
    if (i % 2 == 0) {
      listener.want({"/none.png"});
    }
  }
  SUCCEED("none hung");
}
