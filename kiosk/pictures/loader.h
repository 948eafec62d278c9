#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/mailbox.h"
#include "base/problem.h"
#include "base/result.h"
#include "pictures/store.h"
#include "images/image.h"

namespace kiosk {

struct LoadedPicture {
  std::string address;
  std::shared_ptr<const Image> image;  // null: broken or gone; two addresses of one content share it
  std::optional<Problem> problem;      // why there is none, or why it may be outdated; a warning
  friend bool operator==(const LoadedPicture&, const LoadedPicture&) = default;
};

// What the loader knows of the last wish, whole: a receiver that missed some news misses no picture.
struct PictureNews {
  std::vector<LoadedPicture> pictures;  // those something is known of, in the wish's order
  std::size_t waiting = 0;              // those nothing is known of yet
  // What a log has not been told yet: each once for as long as it stands, and no news taken before held it.
  std::vector<Problem> new_problems;
};

// Loads the pictures of a feed on a thread of its own: by PictureStore, decoded, at most 1920 pixels a side.
class PictureLoader {
 public:
  struct Options {
    bool files = false;                    // whether pictures may be files: only where a feed is one itself
    std::filesystem::path cache_folder{};  // empty: nothing is kept on disk
    PictureLimits limits{};
    AccessFiles access{};  // for pictures at the feed's own origin
    // Of all pictures held at once. A board shows few; this keeps a feed that names hundreds from filling a small
    // machine.
    std::size_t most_decoded_bytes = 256U << 20U;
  };

  // `wake` and `now` are called on the loader's thread, wake after each post.
  PictureLoader(Options options, Mailbox<PictureNews>& mailbox, std::function<void()> wake,
                std::function<PictureStore::Now()> now = clocks);
  PictureLoader(const PictureLoader&) = delete;
  PictureLoader& operator=(const PictureLoader&) = delete;
  // Cuts all transfers at once; a picture that is being decoded is waited for: a huge one takes a second or two.
  ~PictureLoader();

  // Absolute addresses in order of importance; replaces the last wish. Any thread, never blocks. What is no longer
  // wanted is let go of: its memory when the receiver, too, has let go of it.
  void want(std::vector<std::string> addresses);

 private:
  void work(const std::stop_token& stop);
  void round(const std::stop_token& stop);
  void report(const char* trouble);
  PictureReading read(std::uint64_t content, std::string_view bytes);
  void let_go();
  void tell();
  void note(const std::string& address, const std::optional<Problem>& problem);
  void deliver();
  static PictureStore::Now clocks();

  Mailbox<PictureNews>& mailbox_;
  const std::function<void()> wake_;
  const std::function<PictureStore::Now()> now_;
  const std::size_t most_decoded_bytes_;

  std::mutex mutex_;
  std::condition_variable_any called_;
  std::optional<std::vector<std::string>> wish_;  // not yet seen by the thread

  // Of the thread. Each is changed so that a round that ends by throwing loses nothing: the next one goes on from here.
  bool open_ = false;
  std::optional<std::vector<std::string>> accepted_;                        // a wish the store was not told of yet
  std::unordered_map<std::uint64_t, std::shared_ptr<const Image>> images_;  // by content
  std::unordered_map<std::uint64_t, std::size_t> sizes_;                    // decoded, of those that had no room
  std::vector<PictureStatus> told_;
  bool tell_all_ = false;                              // even what was told already
  PictureNews known_;                                  // without problems
  std::unordered_map<std::string, Problem> reported_;  // by address; "" is the cache, " " the thread itself
  std::vector<Problem> undelivered_;                   // in no news that were taken, for all that is known
  std::size_t posted_ = 0;                             // so many of them are in the mailbox, or were taken from it
  bool to_post_ = false;
  bool to_wake_ = false;
  PictureStore store_;

  std::jthread thread_;  // last: uses all the others
};

}  // namespace kiosk
