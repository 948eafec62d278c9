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
#include "net/transfers.h"
#include "net/validators.h"
#include "pictures/cache.h"
#include "pictures/look.h"
#include "pictures/plan.h"
#include "venue/local_time.h"

namespace kiosk {

// What is known of a wanted picture.
struct PictureStatus {
  std::string address;
  std::optional<std::uint64_t> content;  // body_hash() of the bytes last read; nothing: there is no picture to show
  // A warning: why there is none, or why it may be outdated. Stays the same value as long as the same is wrong.
  std::optional<Problem> problem;
  bool waiting() const { return !content && !problem; }  // nothing is known yet
  friend bool operator==(const PictureStatus&, const PictureStatus&) = default;
};

// What reading a picture's bytes brought.
struct PictureReading {
  enum class Kind {
    read,
    not_a_picture,
    no_room,  // nothing is known to be wrong with it, but there is no room until room_is_free()
    not_now,  // nothing is known to be wrong with it, but something, whose end nobody reports, keeps it from being read
  };
  Kind kind = Kind::read;
  Problem problem{};  // why it was not read; need not name a file; stays the same as long as the same is wrong
};

// Whether pictures may come from this machine and its own network (net/address_class.h). A feed from the internet must
// not send the kiosk there: it would ask whom the feed names, from within.
enum class LocalPictures {
  refused,
  allowed,
  not_known_yet,  // it depends on where the feed comes from: they wait, and nothing is said about it
};

// Gets the bytes of a feed's pictures, first from the disk and then from their addresses, and hands them to a reader
// (`Read`). A good picture stays until a newer one was read or the server says that it is missing (404). A server in
// trouble, a captive portal's page and a half-written file change nothing on the screen.
//
// A picture for which there is no room, or that cannot be read now, stays on disk. Its problem says why it is not
// shown, and it is read once more when the wish changes or room_is_free() is called; where it was not_now, also after a
// while.
//
// What the work on one picture throws becomes that picture's problem, and the others go on. If step(), wait(), want()
// or statuses() throw all the same, most often for lack of memory, nothing has changed: call again. Transfers under way
// in a wait() that threw are cut, and asked for once more.
//
// Used by one thread, which calls step() and wait() in turn; wake() may be called by any thread. It is a thread apart
// from the feeds', so that a picture that stalls, is slow to decode or waits for a worn disk never delays a poll.
class PictureStore {
 public:
  struct Now {
    PicturePlan::Time steady;  // for deciding what is due
    Instant system;            // for what is written to disk
  };
  struct Options {
    std::filesystem::path cache_folder{};  // pictures go into `pictures` in it; empty: nothing is kept on disk
    // Whether addresses may be paths. Only where a feed is a file itself: a feed from the network must never make a
    // screen read its own files.
    bool files = false;
    std::uint64_t seed = 0;  // of the random part of waits
    PictureLimits limits{};
    AccessFiles access{};  // for pictures at the feed's own origin
    LocalPictures local = LocalPictures::refused;
  };
  // Decodes bytes, whose hash is `content`, and holds the picture. May throw bad_alloc, which counts as not_now.
  using Read = std::function<PictureReading(std::uint64_t content, std::string_view bytes)>;

  PictureStore(Options options, Read read);

  // Opens the cache, which reads its index from disk. To be called first.
  void open() { cache_.open(); }
  // Replaces the wish: absolute addresses, http(s) URLs or paths, in order of importance. Those beyond 512 are ignored.
  void want(const std::vector<std::string>& addresses);
  // Replaces Options::local. What was refused, or waits, is looked at again at once. What is held or on disk stays.
  void set_local(LocalPictures local);
  // The reader let go of a picture: those that had no room are read once more.
  void room_is_free();
  // Does one piece of work, at most the reading of one picture, so that a new wish or the end need not wait long.
  // False: there was nothing to do; call wait().
  bool step(const Now& now);
  // Blocks until there may be work, or wake() was called.
  void wait(const Now& now);
  void wake() { transfers_.wake(); }

  // Of all wanted pictures, in the wish's order.
  std::vector<PictureStatus> statuses() const;
  const std::optional<Problem>& cache_failure() const { return cache_.failure(); }

 private:
  struct Picture {
    bool looked_up = false;  // whether the disk was searched for it since it was wanted
    std::optional<std::uint64_t> content;
    // Hash of newer bytes that were not read for lack of room, and why they, or those on disk, were not read. Both
    // stand until the picture is read or missing.
    std::optional<std::uint64_t> unread;
    std::optional<Problem> unread_why;
    Validators validators;  // of `unread` if there is one, else of `content`
    std::optional<Problem> problem;
    bool unreachable = false;  // whether `problem` says so
    bool forbidden = false;    // the last look
    Validators asked_by;       // sent with the look that is under way
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
  // Notes in `picture` too what it brought, unless the bytes are no picture.
  PictureReading read(const std::string& address, Picture& picture, std::uint64_t content, std::string_view bytes,
                      const Now& now);
  static void forget_unread(Picture& picture);
  static void fail_with(Picture& picture, PictureLook look);

  Options options_;
  Read read_;
  PictureCache cache_;
  PicturePlan plan_;
  std::vector<std::string> wanted_;
  // Of the wanted ones, and of some that were wanted before: a wish that comes back then raises no problem twice.
  std::unordered_map<std::string, Picture> pictures_;
  std::deque<HttpAnswer> answers_;
  bool answers_lost_ = false;  // maybe: transfers_.wait() threw
  HttpTransfers transfers_;
};

}  // namespace kiosk
