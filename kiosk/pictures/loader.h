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
#include "images/image.h"
#include "pictures/decoder_process.h"
#include "pictures/store.h"

namespace kiosk {

struct LoadedPicture {
  std::string address;
  std::shared_ptr<const Image> image;  // null: broken or missing; two addresses of one content share it
  std::optional<Problem> problem;      // a warning: why there is none, or why it may be outdated
  friend bool operator==(const LoadedPicture&, const LoadedPicture&) = default;
};

// All the loader knows of the pictures last wished for: a receiver that missed earlier news misses no picture.
struct PictureNews {
  std::vector<LoadedPicture> pictures;  // those of which something is known, in the wish's order
  std::size_t waiting = 0;              // how many pictures nothing is known of yet
  // What has not been reported yet, for the log. A problem is reported once for as long as it stands.
  std::vector<Problem> new_problems;
};

// Gets the pictures of a feed by a PictureStore on a thread of its own, and has them decoded, and shrunk to at most
// 1920 pixels a side, by a DecoderProcess. What fails is a problem in the news, never an exception.
class PictureLoader {
 public:
  struct Options {
    bool files = false;                    // whether addresses may be paths: only where a feed is a file itself
    std::filesystem::path cache_folder{};  // empty: nothing is kept on disk
    PictureLimits limits{};
    AccessFiles access{};  // for pictures at the feed's own origin
    LocalPictures local = LocalPictures::refused;
    // Of all pictures held at once. A board shows few; the limit keeps a feed that names hundreds from filling a small
    // machine's memory.
    std::size_t most_decoded_bytes = 256U << 20U;
    std::filesystem::path decoder = decoder_program();
  };

  // `mailbox` outlives the loader. `wake` and `now` are called on the loader's thread, `wake` after each post.
  PictureLoader(Options options, Mailbox<PictureNews>& mailbox, std::function<void()> wake,
                std::function<PictureStore::Now()> now = clocks);
  PictureLoader(const PictureLoader&) = delete;
  PictureLoader& operator=(const PictureLoader&) = delete;
  // Cuts all transfers and the decoding at once.
  ~PictureLoader();

  // Replaces the last wish: absolute addresses in order of importance. Any thread, never blocks. Pictures no longer
  // wanted are let go of; their memory is free once the receiver has let go of them too.
  void want(std::vector<std::string> addresses);
  // Replaces Options::local. Any thread, never blocks.
  void set_local(LocalPictures local);

 private:
  void work(const std::stop_token& stop);
  void round(const std::stop_token& stop);
  void report_trouble(const char* trouble);
  PictureReading read(std::uint64_t content, std::string_view bytes);
  void let_go();
  void post_news();
  void note(const std::string& address, const std::optional<Problem>& problem);
  void deliver();
  static PictureStore::Now clocks();

  Mailbox<PictureNews>& mailbox_;
  const std::function<void()> wake_;
  const std::function<PictureStore::Now()> now_;
  const std::size_t most_decoded_bytes_;

  std::mutex mutex_;
  std::condition_variable_any called_;
  std::optional<std::vector<std::string>> wish_;  // not yet taken by the thread
  std::optional<LocalPictures> local_;            // likewise

  // Used by the thread alone. A round that throws loses nothing of them: the next round goes on from here.
  bool open_ = false;
  std::optional<std::vector<std::string>> accepted_;  // a wish taken, but not yet handed to the store
  std::unordered_map<std::uint64_t, std::shared_ptr<const Image>> images_;  // by content
  std::unordered_map<std::uint64_t, Problem> refused_;    // by content: no pictures, and those their decoder died of
  std::unordered_map<std::uint64_t, std::size_t> sizes_;  // decoded, in bytes, of those that had no room
  std::vector<PictureStatus> reported_statuses_;          // as in the news last made
  bool report_all_ = false;                               // even what was reported already
  PictureNews known_;                                     // the news last made, without new problems
  std::unordered_map<std::string, Problem> reported_;  // those that stand, by address; "": the cache; " ": the thread
  std::vector<Problem> undelivered_;                   // not known to be in any news that were taken
  std::size_t posted_ = 0;                             // how many of them were in the news last posted
  bool to_post_ = false;
  bool to_wake_ = false;
  DecoderProcess decoder_;
  PictureStore store_;

  std::jthread thread_;  // last: uses all the others
};

}  // namespace kiosk
