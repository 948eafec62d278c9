#pragma once

#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "net/validators.h"
#include "net/transfers.h"
#include "pictures/cache.h"
#include "pictures/look.h"
#include "pictures/plan.h"
#include "venue/local_time.h"

namespace kiosk {

// What is known of a wanted picture.
struct PictureStatus {
  std::string address;
  std::optional<std::uint64_t> content;  // body_hash() of the bytes last read; nothing: there is no picture to show
  // Why there is none, or why it may be outdated; a warning. The same value as long as the same is wrong.
  std::optional<Problem> problem;
  bool waiting() const { return !content && !problem; }  // nothing is known yet
  friend bool operator==(const PictureStatus&, const PictureStatus&) = default;
};

// What came of reading bytes.
struct PictureReading {
  enum class Kind {
    read,
    not_a_picture,
    no_room,  // a good one, for all that is known, that has no room now beside what is held
  };
  Kind kind = Kind::read;
  Problem problem{};  // why not; need not name a file, and is the same as long as the same is wrong
};

// Gets the bytes of a feed's pictures, from the disk and then from where they are, and hands them to whoever can read
// them. A good picture stays until a better one was read or it is gone (404): a server in trouble, a portal's page in
// its place and a half-written file change nothing on the screen.
//
// One that has no room in memory is not a bad one: it stays on disk, a problem tells why it is not shown, and it is
// read once more when the wish changes or room_is_free(). Where memory itself ran out, also after a while.
//
// Whatever the work on one picture throws is that picture's problem, and the others go on. What else step(), wait(),
// want() and statuses() throw, most often for lack of memory, leaves all as it was: call again. What was under way in a
// wait() that threw is cut, and asked for once more.
//
// Used by one thread, which calls step() and wait() in turn; wake() may be called by any. It is not the feed's thread:
// a picture that stalls, takes a second to decode or waits for a worn disk cannot delay a poll, by construction.
class PictureStore {
 public:
  struct Now {
    PicturePlan::Time steady;  // for waits
    Instant system;            // for what is written to disk
  };
  struct Options {
    std::filesystem::path cache_folder{};  // pictures go into a folder in it; empty: nothing is kept on disk
    // Whether addresses may be paths. Only where the feed is a file itself: a feed of the network must never make a
    // screen read its files.
    bool files = false;
    std::uint64_t seed = 0;  // of the jitter
    PictureLimits limits{};
    AccessFiles access{};  // for pictures at the feed's own origin
  };
  // Makes a picture of bytes, whose hash is `content`. May throw bad_alloc, which is a lack of room that nobody will
  // tell the end of.
  using Read = std::function<PictureReading(std::uint64_t content, std::string_view bytes)>;

  PictureStore(Options options, Read read);

  // Opens the cache, which takes reading its index. First of all.
  void open() { cache_.open(); }
  // Replaces the wish: absolute addresses, http(s) URLs or paths, in order of importance. At most 512.
  void want(const std::vector<std::string>& addresses);
  // Whoever reads let go of something: what had no room is read once more, from the disk where there is one.
  void room_is_free();
  // One piece of work, which is to read one picture at most, so that a new wish or an end is heard of between two.
  // False: there is none until wait() has returned.
  bool step(const Now& now);
  // Blocks until there may be work, or wake() was called.
  void wait(const Now& now);
  void wake() { transfers_.wake(); }

  // Of all wanted ones, in the wish's order.
  std::vector<PictureStatus> statuses() const;
  const std::optional<Problem>& cache_failure() const { return cache_.failure(); }

 private:
  struct Picture {
    bool looked_up = false;  // on disk, since it was wanted
    std::optional<std::uint64_t> content;
    // Of newer bytes that are good and had no room; and why what is on disk was not read. Only another reading ends
    // that.
    std::optional<std::uint64_t> unread;
    std::optional<Problem> unread_why;
    Validators validators;  // of what is unread, else of the content
    std::optional<Problem> problem;
    bool unreachable = false;  // is what the problem says
    Validators asked_by;       // in the look under way
  };

  bool allowed(const std::string& address) const;
  template <class Work>
  void work_on(const std::string& address, const Now& now, Work work);
  void interrupt(const std::string& address, const std::exception& exception, const Now& now);
  void look_up(const std::string& address, Picture& picture, const Now& now);
  void read_from_disk(const std::string& address, Picture& picture, const Now& now);
  void look(const std::string& address, const Now& now);
  void take(const std::string& address, PictureLook look, const Now& now);
  void take_body(const std::string& address, Picture& picture, PictureLook look, const Now& now);
  void confirm(const std::string& address, Picture& picture, const Now& now);
  // What came of it stands in `picture` too, but for bytes that are no picture.
  PictureReading read(const std::string& address, Picture& picture, std::uint64_t content, std::string_view bytes,
                      const Now& now);
  static void forget_unread(Picture& picture);
  static void fail_with(Picture& picture, PictureLook look);

  Options options_;
  Read read_;
  PictureCache cache_;
  PicturePlan plan_;
  std::vector<std::string> wanted_;
  // The wanted ones, and what was learnt of others, so that a wish that comes and goes does not tell all anew.
  std::unordered_map<std::string, Picture> pictures_;
  std::deque<HttpAnswer> answers_;
  bool answers_lost_ = false;  // perhaps: a wait ended by throwing
  HttpTransfers transfers_;
};

}  // namespace kiosk
