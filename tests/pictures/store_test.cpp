#include "pictures/store.h"

#include <algorithm>
#include <future>
#include <map>
#include <new>
#include <set>
#include <stdexcept>
#include <thread>

#include "base/body_hash.h"
#include "tests/catch.h"
#include "tests/harness/faulty_server.h"
#include "tests/harness/nginx.h"
#include "tests/pictures/failing_memory.h"

using namespace std::chrono_literals;
using kiosk::body_hash;
using kiosk::Instant;
using kiosk::LocalPictures;
using kiosk::PictureLimits;
using kiosk::PictureReading;
using kiosk::PictureStatus;
using kiosk::PictureStore;
using kiosk::Problem;
using kiosk::test::eventually;
using kiosk::test::fail_allocation_after;
using kiosk::test::FaultyServer;
using kiosk::test::LoopbackSocket;
using kiosk::test::Nginx;
using kiosk::test::no_allocation_failed;
using kiosk::test::patience;
using kiosk::test::replace_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::trickle;
using kiosk::test::write_file;

namespace {

using Addresses = std::vector<std::string>;

// A store whose clock the test moves, and a reader to which a picture is what begins with "PNG" and takes a byte of
// memory for each of its own.
class Stage {
 public:
  explicit Stage(const std::filesystem::path& folder = {}, bool files = false, Instant at = Instant(1713337200s),
                 PictureLimits limits = {}, LocalPictures local = LocalPictures::allowed)
      : now_{kiosk::PicturePlan::Time(100h), at},
        store_({.cache_folder = folder, .files = files, .limits = limits, .local = local}, reader()) {
    store_.open();
  }

  void want(const Addresses& addresses) { store_.want(addresses); }
  void pass(std::chrono::seconds time) {
    now_.steady += time;
    now_.system += time;
  }

  // All that can be done without waiting.
  void work() {
    while (store_.step(now_)) {
    }
  }
  // Works and waits until `condition` holds, or never will.
  template <class Condition>
  bool until(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    // A server's log is none of the things that end a wait.
    const std::jthread waker([this](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        store_.wake();
        std::this_thread::sleep_for(5ms);
      }
    });
    work();
    while (!condition() && std::chrono::steady_clock::now() < deadline) {
      store_.wait(now_);
      work();
    }
    return condition();
  }
  // Until something is known of every wanted one.
  bool settle() {
    return until([&] {
      const auto all = store_.statuses();
      return std::none_of(all.begin(), all.end(), [](const PictureStatus& one) { return one.waiting(); });
    });
  }

  PictureStatus status(std::size_t index = 0) const { return store_.statuses().at(index); }
  // What is shown of it: "" where nothing is.
  std::string shown(std::size_t index = 0) const {
    const auto content = status(index).content;
    return content ? read_.at(*content) : "";
  }
  std::string problem(std::size_t index = 0) const {
    const auto problem = status(index).problem;
    return problem ? to_string(*problem) : "";
  }
  const std::optional<Problem>& cache_failure() const { return store_.cache_failure(); }
  int reads() const { return reads_; }
  // What all pictures shown may take together, and whether memory itself is short.
  void set_room(std::size_t bytes) { room_ = bytes; }
  void set_memory_short(bool is_short) { memory_short_ = is_short; }
  // Whether to read throws what nobody expects.
  void set_broken(bool is_broken) { broken_ = is_broken; }
  const PictureStore::Now& now() const { return now_; }
  PictureStore& store() { return store_; }

 private:
  PictureStore::Read reader() {
    return [this](std::uint64_t content, std::string_view bytes) -> PictureReading {
      ++reads_;
      if (broken_) {
        throw std::runtime_error("the reader is broken");
      }
      if (memory_short_) {
        throw std::bad_alloc();
      }
      if (!bytes.starts_with("PNG")) {
        return {.kind = PictureReading::Kind::not_a_picture, .problem = {.what = "neither PNG nor JPEG"}};
      }
      std::size_t held = 0;
      for (const PictureStatus& other : store_.statuses()) {
        held += other.content ? read_.at(*other.content).size() : 0;
      }
      if (held + bytes.size() > room_) {
        return {.kind = PictureReading::Kind::no_room, .problem = {.what = "there is no room"}};
      }
      read_[content] = bytes;
      return {};
    };
  }

  PictureStore::Now now_;
  std::map<std::uint64_t, std::string> read_;
  int reads_ = 0;
  std::size_t room_ = 1U << 30U;
  bool memory_short_ = false;
  bool broken_ = false;
  PictureStore store_;
};

std::set<std::string> files(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder / "pictures")) {
    names.insert(file.path().filename().string());
  }
  return names;
}

std::filesystem::path cached(const TemporaryFolder& folder, const std::string& bytes) {
  return folder / "pictures" / kiosk::picture_file_name(body_hash(bytes));
}

// How many lines of nginx's log begin so; it writes them after the answer.
std::size_t requests(const Nginx& nginx, const std::string& begin) {
  const std::string log = nginx.access_log();
  std::size_t count = 0;
  for (std::size_t at = log.find(begin); at != std::string::npos; at = log.find(begin, at + 1)) {
    ++count;
  }
  return count;
}

// Whether a picture is looked at while three others are, whose server never answers.
bool looks_at_four_at_once(Stage& stage, const Nginx& nginx) {
  write_file(nginx.root() / "fourth.png", "PNG fourth");
  LoopbackSocket silent;
  silent.listen();
  const std::string stalled = "http://127.0.0.1:" + std::to_string(silent.port());
  stage.want({stalled + "/1.png", stalled + "/2.png", stalled + "/3.png", nginx.url("/fourth.png")});
  return stage.until([&] { return stage.shown(3) == "PNG fourth"; });
}

// Again, once, where memory ran out.
template <class Work>
void in_spite_of_memory(Work work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    work();
  }
}

}  // namespace

TEST_CASE("a picture arrives") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  stage.want({nginx.url("/logo.png")});
  CHECK(stage.status().waiting());
  REQUIRE(stage.settle());
  CHECK(stage.shown() == "PNG logo");
  CHECK(stage.problem().empty());
  CHECK(files(folder.path()) == std::set<std::string>{"index", cached(folder, "PNG logo").filename().string()});
}

TEST_CASE("a picture is asked for by its validators, ten minutes later at the earliest, and a 304 writes nothing") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  const auto before = std::filesystem::last_write_time(folder / "pictures" / "index");

  stage.pass(599s);
  CHECK_FALSE(stage.store().step({kiosk::PicturePlan::Time(100h + 599s), Instant(1713337799s)}));
  stage.pass(61s);
  REQUIRE(stage.until([&] { return requests(nginx, "GET /logo.png 304 0\n") == 1; }));
  stage.work();
  CHECK(stage.shown() == "PNG logo");
  CHECK(stage.reads() == 1);
  CHECK(std::filesystem::last_write_time(folder / "pictures" / "index") == before);
  CHECK(files(folder.path()).size() == 2);
}

TEST_CASE("a picture that changed is shown, and its old file is removed") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  replace_file(nginx.root() / "logo.png", "PNG another");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return stage.shown() == "PNG another"; }));
  CHECK(files(folder.path()) == std::set<std::string>{"index", cached(folder, "PNG another").filename().string()});
}

TEST_CASE("what is no picture is reported with its address, and the rest are shown") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  write_file(nginx.root() / "page.png", "<html>sign in</html>");
  write_file(nginx.root() / "empty.png", "");
  Stage stage(folder.path());
  stage.want({nginx.url("/none.png"), nginx.url("/page.png"), nginx.url("/empty.png"), nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  CHECK(stage.problem(0) == nginx.url("/none.png") + ": the server answered 404 Not Found; check the address");
  CHECK(stage.problem(1) == nginx.url("/page.png") + ": neither PNG nor JPEG");
  CHECK(stage.problem(2) ==
        nginx.url("/empty.png") + ": the server answered 200 with nothing in it; expected a picture");
  for (const std::size_t index : {0U, 1U, 2U}) {
    CHECK_FALSE(stage.status(index).content);
    CHECK(stage.status(index).problem->severity == kiosk::Severity::warning);
  }
  CHECK(stage.shown(3) == "PNG logo");
  CHECK(files(folder.path()).size() == 2);
}

TEST_CASE("a picture over 8 MiB is cut, whether its size is announced or not") {
  // What nginx packs as it goes, it sends in chunks.
  const Nginx nginx(R"(
    gzip off;
    location /chunked/ { rewrite ^/chunked(/.*)$ $1 break; gzip on; gzip_min_length 1; gzip_types *; }
  )");
  for (const char* name : {"fits.png", "large.png"}) {
    write_file(nginx.root() / name, "PNG");
  }
  std::filesystem::resize_file(nginx.root() / "fits.png", kiosk::max_picture_bytes);
  std::filesystem::resize_file(nginx.root() / "large.png", kiosk::max_picture_bytes + 1);
  Stage stage;
  stage.want({nginx.url("/fits.png"), nginx.url("/large.png"), nginx.url("/chunked/fits.png"),
              nginx.url("/chunked/large.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown(0).size() == kiosk::max_picture_bytes);
  CHECK(stage.problem(1) == nginx.url("/large.png") + ": the picture is larger than 8 MiB; make it smaller");
  CHECK(stage.shown(2).size() == kiosk::max_picture_bytes);
  CHECK(stage.problem(3) == nginx.url("/chunked/large.png") + ": the picture is larger than 8 MiB; make it smaller");
}

TEST_CASE("servers whose answers never end hold up nobody else, and an end is not held up by them") {
  const Nginx nginx;
  const FaultyServer slow(trickle);
  write_file(nginx.root() / "photo.png", "PNG photo");
  std::optional<Stage> stage(std::in_place);
  stage->want({slow.url("/logo.png"), slow.url("/hall.png"), slow.url("/1.png"), nginx.url("/photo.png")});
  REQUIRE(stage->until([&] { return stage->shown(3) == "PNG photo"; }));
  CHECK(stage->status(0).waiting());
  const auto ended = std::async(std::launch::async, [&] { stage.reset(); });
  CHECK(ended.wait_for(50s) == std::future_status::ready);  // they are cut after 60
}

TEST_CASE("a host with many pictures that never end leaves room for another's") {
  const Nginx nginx;
  const FaultyServer slow(trickle);
  write_file(nginx.root() / "photo.png", "PNG photo");
  Addresses wish;
  for (int i = 0; i < 20; ++i) {
    wish.push_back(slow.url('/' + std::to_string(i) + ".png", "localhost"));
  }
  wish.push_back(nginx.url("/photo.png"));
  Stage stage;
  stage.want(wish);
  REQUIRE(stage.until([&] { return stage.shown(20) == "PNG photo"; }));
  CHECK(stage.until([&] { return slow.requests() == kiosk::PicturePlan::most_of_a_host; }));
}

TEST_CASE("a feed from outside shows no picture of this machine, says so, and does not ask again and again") {
  const Nginx nginx;
  write_file(nginx.root() / "a.png", "PNG a");
  Stage stage({}, false, Instant(1713337200s), {}, LocalPictures::refused);
  stage.want({nginx.url("/a.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown().empty());
  CHECK(stage.problem().starts_with(nginx.url("/a.png") + ": this leads to this machine or into its own network, "));
  CHECK(stage.problem().find("private_pictures = true") != std::string::npos);
  CHECK(nginx.access_log().empty());
  stage.pass(599s);
  CHECK_FALSE(stage.store().step(stage.now()));
}

TEST_CASE("until it is known where the feed comes from, its pictures of this machine wait without a word") {
  const Nginx nginx;
  write_file(nginx.root() / "a.png", "PNG a");
  Stage stage({}, false, Instant(1713337200s), {}, LocalPictures::not_known_yet);
  stage.want({nginx.url("/a.png")});
  const auto looked = [&] {
    while (stage.store().step(stage.now())) {
    }
    stage.store().wait(stage.now());
    return stage.store().step(stage.now());
  };
  REQUIRE(looked());
  CHECK(stage.status().waiting());
  SECTION("from outside") {
    stage.store().set_local(LocalPictures::refused);
    REQUIRE(stage.settle());
    CHECK(stage.shown().empty());
    CHECK_FALSE(stage.problem().empty());
    stage.store().set_local(LocalPictures::allowed);  // the feed has moved
    REQUIRE(stage.until([&] { return stage.shown() == "PNG a"; }));
    CHECK(stage.problem().empty());
  }
  SECTION("from here") {
    stage.store().set_local(LocalPictures::allowed);
    REQUIRE(stage.settle());
    CHECK(stage.shown() == "PNG a");
  }
}

TEST_CASE("what was fetched while it was allowed is shown on, and is not asked for while it is not") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG a");
  Stage stage(folder.path());
  stage.want({nginx.url("/a.png")});
  REQUIRE(stage.settle());
  const auto asked = nginx.access_log().size();
  stage.store().set_local(LocalPictures::refused);
  stage.pass(660s);
  REQUIRE(stage.until([&] { return !stage.problem().empty(); }));
  CHECK(stage.shown() == "PNG a");
  CHECK(nginx.access_log().size() == asked);
}

TEST_CASE("a wait is ended by whoever calls") {
  Stage stage;
  auto waited = std::async(std::launch::async, [&] { stage.store().wait({kiosk::PicturePlan::Time(100h), {}}); });
  stage.store().wake();
  CHECK(waited.wait_for(patience) == std::future_status::ready);
}

TEST_CASE("a redirect is followed to http, and to nothing else") {
  const TemporaryFolder folder;
  write_file(folder / "secret", "PNG secret");
  const Nginx nginx("location = /old.png { return 302 /logo.png; }\nlocation = /file.png { return 302 file://" +
                    (folder / "secret").string() + "; }\nlocation = /loop.png { return 302 /loop.png; }");
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage;
  stage.want({nginx.url("/old.png"), nginx.url("/file.png"), nginx.url("/loop.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown(0) == "PNG logo");
  CHECK(stage.shown(1).empty());
  CHECK(stage.problem(1).find("not supported") != std::string::npos);
  CHECK(stage.problem(2).starts_with(nginx.url("/loop.png") + ": Maximum (5) redirects followed; "));
}

TEST_CASE("a feed of the network names no files") {
  const TemporaryFolder folder;
  write_file(folder / "logo.png", "PNG logo");
  const std::string path = (folder / "logo.png").string();
  Stage network;
  network.want({path, "file://" + path, "ftp://127.0.0.1/logo.png", "logo.png", ""});
  CHECK_FALSE(network.store().step({}));
  for (std::size_t index = 0; index < 4; ++index) {
    CHECK(network.shown(index).empty());
    CHECK(network.problem(index).ends_with(": a picture of this feed may not be there; write https://…"));
  }
  Stage disk({}, true);
  disk.want({path, "file://" + path, "logo.png"});
  REQUIRE(disk.settle());
  CHECK(disk.shown(0) == "PNG logo");
  CHECK(disk.shown(1).empty());
  CHECK(disk.shown(2).empty());
}

TEST_CASE("with the server down the disk serves, before any look at the network") {
  Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  {
    Stage stage(folder.path());
    stage.want({nginx.url("/logo.png")});
    REQUIRE(stage.settle());
  }
  nginx.stop();
  Stage restarted(folder.path(), false, Instant(1713337200s + 24h));
  restarted.want({nginx.url("/logo.png")});
  REQUIRE(restarted.store().step({kiosk::PicturePlan::Time(100h), Instant(1713337200s + 24h)}));
  CHECK(restarted.shown() == "PNG logo");
  CHECK(restarted.problem().empty());

  REQUIRE(restarted.until([&] { return restarted.status().problem.has_value(); }));
  CHECK(restarted.shown() == "PNG logo");
  CHECK(restarted.problem().starts_with(nginx.url("/logo.png") + ": Failed to connect"));
  const std::string first = restarted.problem();
  // One outage is one problem, however often curl words it anew.
  for (int i = 0; i < 3; ++i) {
    restarted.pass(60s);
    restarted.work();
    restarted.store().wait({});
    restarted.work();
    CHECK(restarted.problem() == first);
  }

  nginx.start();
  restarted.pass(60s);
  REQUIRE(restarted.until([&] { return !restarted.status().problem; }));
  CHECK(restarted.shown() == "PNG logo");
  CHECK(eventually([&] { return nginx.access_log().ends_with("GET /logo.png 304 0\n"); }));
}

TEST_CASE("fetched a moment before a restart, a picture is not asked for again") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  {
    Stage stage(folder.path());
    stage.want({nginx.url("/logo.png")});
    REQUIRE(stage.settle());
  }
  Stage restarted(folder.path());
  restarted.want({nginx.url("/logo.png")});
  const PictureStore::Now now{kiosk::PicturePlan::Time(100h), Instant(1713337200s)};
  CHECK(restarted.store().step(now));
  CHECK(restarted.shown() == "PNG logo");
  CHECK_FALSE(restarted.store().step(now));
}

TEST_CASE("a portal's page in its place does not take a good picture away, a 404 does") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  replace_file(nginx.root() / "logo.png", "<html>sign in</html>");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return !stage.problem().empty(); }));
  CHECK(stage.shown() == "PNG logo");
  CHECK(std::filesystem::exists(cached(folder, "PNG logo")));

  std::filesystem::remove(nginx.root() / "logo.png");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return !stage.status().content; }));
  CHECK(stage.problem() == nginx.url("/logo.png") + ": the server answered 404 Not Found; check the address");
  CHECK(files(folder.path()) == std::set<std::string>{"index"});

  replace_file(nginx.root() / "logo.png", "PNG a new one");
  stage.pass(60s);
  REQUIRE(stage.until([&] { return stage.shown() == "PNG a new one"; }));
  CHECK(stage.problem().empty());
}

TEST_CASE("what was broken and is repaired is shown") {
  const Nginx nginx;
  write_file(nginx.root() / "logo.png", "half a");
  Stage stage;
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown().empty());
  replace_file(nginx.root() / "logo.png", "PNG whole");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return stage.shown() == "PNG whole"; }));
  CHECK(stage.problem().empty());
}

TEST_CASE("a file on disk that is torn is reported and fetched again") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  {
    Stage stage(folder.path());
    stage.want({nginx.url("/logo.png")});
    REQUIRE(stage.settle());
  }
  write_file(cached(folder, "PNG logo"), "PNG torn");
  Stage restarted(folder.path());
  restarted.want({nginx.url("/logo.png")});
  REQUIRE(restarted.store().step({kiosk::PicturePlan::Time(100h), Instant(1713337200s)}));
  CHECK(restarted.status().waiting());
  REQUIRE(restarted.cache_failure());
  CHECK(restarted.cache_failure()->file == cached(folder, "PNG logo").string());
  REQUIRE(restarted.settle());
  CHECK(restarted.shown() == "PNG logo");
  CHECK_FALSE(restarted.cache_failure());
  CHECK(kiosk::test::file_text(cached(folder, "PNG logo")) == "PNG logo");
}

TEST_CASE("a picture that vanished from the disk is fetched whole, and is there again") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  std::filesystem::remove_all(folder / "pictures");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return std::filesystem::exists(cached(folder, "PNG logo")); }));
  CHECK(stage.shown() == "PNG logo");
  CHECK(stage.reads() == 1);
}

TEST_CASE("a folder that cannot be written holds up no picture, and is written once it can be") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(folder / "plain", "x");
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder / "plain");
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown() == "PNG logo");
  REQUIRE(stage.cache_failure());
  CHECK(stage.cache_failure()->severity == kiosk::Severity::warning);

  std::filesystem::remove(folder / "plain");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return !stage.cache_failure(); }));
  CHECK(std::filesystem::exists(folder / "plain" / "pictures" / "index"));
}

TEST_CASE("without a folder, too, an unchanged picture is not fetched again") {
  const Nginx nginx;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage;
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  stage.pass(660s);
  REQUIRE(stage.until([&] { return requests(nginx, "GET /logo.png 304 0\n") == 1; }));
}

TEST_CASE("one picture under two addresses is one content and one file") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG same");
  write_file(nginx.root() / "b.png", "PNG same");
  Stage stage(folder.path());
  stage.want({nginx.url("/a.png"), nginx.url("/b.png"), nginx.url("/a.png")});
  REQUIRE(stage.settle());
  CHECK(stage.store().statuses().size() == 2);
  CHECK(stage.status(0).content == stage.status(1).content);
  CHECK(files(folder.path()).size() == 2);
}

TEST_CASE("what was wanted longest ago is evicted first, of one wish the least important") {
  const TemporaryFolder pictures;
  const TemporaryFolder folder;
  const auto picture = [&](const std::string& name) {
    write_file(pictures / name, "PNG " + name);
    return (pictures / name).string();
  };
  const PictureLimits three{.pictures = 3};
  Stage stage(folder.path(), true, Instant(1713337200s), three);
  const Addresses wish{picture("a"), picture("b"), picture("c")};
  stage.want(wish);
  stage.work();
  stage.want({});
  stage.want(wish);
  stage.work();
  stage.want({picture("d")});
  stage.work();
  CHECK(stage.shown() == "PNG d");
  CHECK(files(folder.path()) == std::set<std::string>{"index", cached(folder, "PNG a").filename().string(),
                                                      cached(folder, "PNG b").filename().string(),
                                                      cached(folder, "PNG d").filename().string()});
}

TEST_CASE("what is wanted again comes from the disk, and what was wrong with it is not forgotten") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage(folder.path());
  const Addresses both{nginx.url("/logo.png"), nginx.url("/none.png")};
  stage.want(both);
  REQUIRE(stage.settle());
  stage.want({});
  CHECK(stage.store().statuses().empty());
  stage.want(both);
  CHECK(stage.status(0).waiting());
  CHECK_FALSE(stage.status(1).waiting());
  REQUIRE(stage.store().step({kiosk::PicturePlan::Time(100h), Instant(1713337200s)}));
  CHECK(stage.shown() == "PNG logo");
  CHECK(stage.reads() == 2);
  CHECK(requests(nginx, "GET /logo.png") <= 1);
}

TEST_CASE("what nobody wants any more when it arrives is there when it is wanted again") {
  const Nginx nginx;
  write_file(nginx.root() / "logo.png", "PNG logo");
  Stage stage;
  stage.want({nginx.url("/logo.png")});
  stage.work();
  stage.want({});
  stage.want({nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown() == "PNG logo");
}

TEST_CASE("a password is sent, and reported nowhere") {
  const Nginx nginx(R"(location / { if ($http_authorization != "Basic a2lvc2s6aHVudGVyMg==") { return 401; } })");
  const TemporaryFolder folder;
  write_file(nginx.root() / "logo.png", "PNG logo");
  const std::string base = "http://kiosk:hunter2@" + nginx.url("/").substr(7);
  Stage stage(folder.path());
  stage.want({base + "logo.png", base + "none.png", nginx.url("/logo.png")});
  REQUIRE(stage.settle());
  CHECK(stage.shown(0) == "PNG logo");
  CHECK(stage.problem(1) == nginx.url("/none.png") + ": the server answered 404 Not Found; check the address");
  CHECK(stage.problem(2) == nginx.url("/logo.png") + ": the server answered 401 Unauthorized; let the kiosk read it");
  for (const auto& file : std::filesystem::directory_iterator(folder / "pictures")) {
    CHECK(kiosk::test::file_text(file.path()).find("hunter2") == std::string::npos);
  }
}

TEST_CASE("a picture there is no memory for is left out, and the next is shown") {
  const Nginx nginx;
  write_file(nginx.root() / "a.png", "huge");
  write_file(nginx.root() / "b.png", "PNG");
  PictureStore store({.local = LocalPictures::allowed}, [](std::uint64_t, std::string_view bytes) -> PictureReading {
    if (bytes == "huge") {
      throw std::bad_alloc();
    }
    return {};
  });
  store.want({nginx.url("/a.png"), nginx.url("/b.png")});
  const PictureStore::Now now{kiosk::PicturePlan::Time(100h), {}};
  const auto known = [&] { return !store.statuses()[0].waiting() && !store.statuses()[1].waiting(); };
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!known() && std::chrono::steady_clock::now() < deadline) {
    if (!store.step(now)) {
      store.wait(now);
    }
  }
  REQUIRE(known());
  CHECK(store.statuses()[0].problem->what == "there is not enough memory to read it now; it is tried again");
  CHECK(store.statuses()[1].content);
}

TEST_CASE("a picture there is no room for is no bad one: it is kept, and shown without a download once it fits") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG a");
  write_file(nginx.root() / "b.png", "PNG b");
  const Addresses both{nginx.url("/a.png"), nginx.url("/b.png")};
  const bool from_disk = GENERATE(false, true);
  CAPTURE(from_disk);
  if (from_disk) {
    Stage before(folder.path());
    before.want(both);
    REQUIRE(before.settle());
  }
  Stage stage(folder.path());
  stage.set_room(5);
  stage.want({both[0]});
  REQUIRE(stage.settle());
  stage.want(both);
  REQUIRE(stage.settle());
  CHECK(stage.shown(0) == "PNG a");
  CHECK_FALSE(stage.status(1).content);
  CHECK(stage.problem(1) == both[1] + ": there is no room");
  CHECK(std::filesystem::exists(cached(folder, "PNG b")));

  // Nothing is tried over and over, not even when the server says that it still is the same picture.
  const int reads = stage.reads();
  stage.work();
  stage.want(both);
  stage.work();
  stage.pass(660s);
  REQUIRE(stage.until([&] { return requests(nginx, "GET /b.png 304 0\n") == 1; }));
  stage.work();
  CHECK(stage.reads() == reads);
  CHECK(stage.problem(1) == both[1] + ": there is no room");

  SECTION("since the wish changed") {
    stage.want({both[1]});
    REQUIRE(stage.until([&] { return stage.shown(0) == "PNG b"; }));
    CHECK(stage.problem(0).empty());
  }
  SECTION("since room became free") {
    stage.set_room(10);
    stage.store().room_is_free();
    REQUIRE(stage.until([&] { return stage.shown(1) == "PNG b"; }));
    CHECK(stage.problem(1).empty());
  }
  CHECK(stage.reads() == reads + 1);
  CHECK(requests(nginx, "GET /b.png 200") == 1);
}

TEST_CASE("a picture memory ran out over is kept, and read from the disk later on, ever less often") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG a");
  const std::string address = nginx.url("/a.png");
  const std::string short_of = address + ": there is not enough memory to read it now; it is tried again";
  const bool from_disk = GENERATE(false, true);
  CAPTURE(from_disk);
  if (from_disk) {
    Stage before(folder.path());
    before.want({address});
    REQUIRE(before.settle());
  }
  Stage stage(folder.path());
  stage.set_memory_short(true);
  stage.want({address});
  REQUIRE(stage.settle());
  CHECK(stage.problem() == short_of);
  CHECK(std::filesystem::exists(cached(folder, "PNG a")));
  stage.work();
  stage.pass(4s);
  stage.work();
  CHECK(stage.reads() == 1);
  for (int second = 0; second < 300; ++second) {
    stage.pass(1s);
    stage.work();
  }
  CHECK(stage.reads() >= 4);
  CHECK(stage.reads() <= 8);
  CHECK(stage.problem() == short_of);

  stage.set_memory_short(false);
  SECTION("memory is there again") {
    stage.pass(320s);
    stage.work();
  }
  SECTION("the wish changes") {
    stage.want({address, "/not/a/picture/of/this/feed.png"});
    stage.work();
  }
  CHECK(stage.shown() == "PNG a");
  CHECK(stage.problem().empty());
  CHECK(requests(nginx, "GET /a.png 200") == 1);
}

TEST_CASE("with room for the older picture alone it stays on the screen, and the newer one on disk") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG a");
  Stage stage(folder.path());
  stage.set_room(9);
  stage.want({nginx.url("/a.png")});
  REQUIRE(stage.settle());
  replace_file(nginx.root() / "a.png", "PNG newer");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return !stage.problem().empty(); }));
  CHECK(stage.shown() == "PNG a");
  CHECK(stage.problem() == nginx.url("/a.png") + ": there is no room");
  CHECK(std::filesystem::exists(cached(folder, "PNG newer")));
  SECTION("until there is room for both") {
    stage.set_room(20);
    stage.store().room_is_free();
    stage.work();
    CHECK(stage.shown() == "PNG newer");
  }
  SECTION("until the older one is back") {
    replace_file(nginx.root() / "a.png", "PNG a");
    stage.pass(660s);
    REQUIRE(stage.until([&] { return stage.problem().empty(); }));
    CHECK(stage.shown() == "PNG a");
  }
  SECTION("until it is missing") {
    std::filesystem::remove(nginx.root() / "a.png");
    stage.pass(660s);
    REQUIRE(stage.until([&] { return !stage.status().content; }));
    CHECK(stage.problem() == nginx.url("/a.png") + ": the server answered 404 Not Found; check the address");
    CHECK(files(folder.path()) == std::set<std::string>{"index"});
  }
  CHECK(requests(nginx, "GET /a.png 200") <= 3);
}

TEST_CASE("without a folder a picture there was no room for is fetched again, once, when it may fit") {
  const Nginx nginx;
  write_file(nginx.root() / "a.png", "PNG a");
  Stage stage;
  stage.set_room(4);
  stage.want({nginx.url("/a.png")});
  REQUIRE(stage.settle());
  CHECK(stage.problem() == nginx.url("/a.png") + ": there is no room");
  stage.pass(660s);
  REQUIRE(stage.until([&] { return requests(nginx, "GET /a.png 304 0\n") == 1; }));
  CHECK(stage.reads() == 1);
  stage.set_room(5);
  stage.store().room_is_free();
  stage.work();
  CHECK(stage.problem() == nginx.url("/a.png") + ": there is no room");  // and no other, and not none, meanwhile
  REQUIRE(stage.until([&] { return stage.shown() == "PNG a"; }));
  CHECK(stage.problem().empty());
  CHECK(eventually([&] { return requests(nginx, "GET /a.png 200") == 2; }));
}

TEST_CASE("bytes for which there was memory at last may still be no picture") {
  const Nginx nginx;
  write_file(nginx.root() / "a.png", "<html>");
  const TemporaryFolder folder;
  Stage stage(folder.path());
  stage.set_memory_short(true);
  stage.want({nginx.url("/a.png")});
  REQUIRE(stage.settle());
  stage.set_memory_short(false);
  stage.pass(10s);
  REQUIRE(stage.until([&] { return stage.problem() == nginx.url("/a.png") + ": neither PNG nor JPEG"; }));
  CHECK(files(folder.path()) == std::set<std::string>{"index"});
}

TEST_CASE("a reader that throws costs nothing but its picture: the others come, and it comes once it can be read") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "b.png", "PNG b");
  const Addresses both{nginx.url("/a.png"), nginx.url("/b.png")};
  Stage stage(folder.path());
  for (int i = 0; i < 10; ++i) {
    CAPTURE(i);
    replace_file(nginx.root() / "a.png", "PNG " + std::to_string(i));
    stage.set_broken(true);
    stage.want({both[0]});
    stage.pass(660s);
    const int reads = stage.reads();
    REQUIRE(stage.until([&] { return stage.reads() > reads; }));
    CHECK(stage.problem() == both[0] + ": could not be looked at: the reader is broken");
    stage.work();
    CHECK(stage.reads() == reads + 1);
    stage.set_broken(false);
    stage.want(both);
    REQUIRE(stage.until([&] { return stage.shown(1) == "PNG b"; }));
    CHECK(stage.problem(0) == both[0] + ": could not be looked at: the reader is broken");
  }
  stage.pass(660s);
  REQUIRE(stage.until([&] { return stage.shown(0) == "PNG 9"; }));
  CHECK(stage.problem(0).empty());
  CHECK(looks_at_four_at_once(stage, nginx));
}

TEST_CASE("a picture on disk whose reading throws stays there, and is read later on") {
  const Nginx nginx;
  const TemporaryFolder folder;
  write_file(nginx.root() / "a.png", "PNG a");
  const std::string address = nginx.url("/a.png");
  {
    Stage before(folder.path());
    before.want({address});
    REQUIRE(before.settle());
  }
  Stage stage(folder.path());
  stage.set_broken(true);
  stage.want({address});
  stage.work();
  CHECK(stage.problem() == address + ": could not be looked at: the reader is broken");
  CHECK(stage.reads() == 1);
  stage.set_broken(false);
  stage.pass(10s);
  stage.work();
  CHECK(stage.shown() == "PNG a");
  CHECK(stage.problem().empty());
  CHECK(requests(nginx, "GET /a.png") == 1);
}

TEST_CASE("whichever allocation fails, a file is looked at again, and shown and kept in the end") {
  const TemporaryFolder pictures;
  const std::string path = (pictures / "a.png").string();
  bool failed = true;
  for (int count = 0; failed; ++count) {
    CAPTURE(count);
    const TemporaryFolder folder;
    Stage stage(folder.path(), true);
    failed = false;
    std::string bytes;
    // Once more than can be under way at a time of a host.
    for (std::size_t i = 0; i <= kiosk::PicturePlan::most_of_a_host; ++i) {
      bytes = "PNG of a name that needs memory of its own " + std::to_string(i);
      replace_file(path, bytes);
      stage.want({});
      stage.pass(660s);
      const Addresses wish{path};
      fail_allocation_after(count);
      in_spite_of_memory([&] { stage.want(wish); });
      in_spite_of_memory([&] { stage.work(); });
      failed = !no_allocation_failed() || failed;
    }
    stage.pass(660s);
    stage.work();
    stage.pass(660s);  // a failure while the older one was looked up puts off the look at the newer
    stage.work();
    REQUIRE(stage.shown() == bytes);
    REQUIRE(stage.problem().empty());
    REQUIRE(std::filesystem::exists(cached(folder, bytes)));
  }
}

TEST_CASE("whichever allocation fails, pictures of the network come in the end, four at once") {
  const Nginx nginx;
  Addresses wish;
  for (int i = 0; i < 4; ++i) {
    const std::string name = std::to_string(i) + ".png";
    write_file(nginx.root() / name, "PNG of a name that needs memory of its own " + name);
    wish.push_back(nginx.url("/" + name));
  }
  bool failed = true;
  for (int count = 0; failed; ++count) {
    CAPTURE(count);
    const TemporaryFolder folder;
    Stage stage(folder.path());
    stage.want(wish);
    const auto all_shown = [&] {
      const auto all = stage.store().statuses();
      return std::all_of(all.begin(), all.end(), [](const PictureStatus& one) { return one.content && !one.problem; });
    };
    fail_allocation_after(count);
    try {
      stage.work();
      while (!all_shown() && kiosk::test::allocations_left >= 0) {
        stage.store().wait(stage.now());
        stage.work();
      }
    } catch (const std::bad_alloc&) {
    }
    failed = !no_allocation_failed();
    stage.work();
    stage.pass(660s);
    REQUIRE(stage.until(all_shown));
    REQUIRE(looks_at_four_at_once(stage, nginx));
  }
}
