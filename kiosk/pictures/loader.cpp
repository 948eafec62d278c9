#include "pictures/loader.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <random>
#include <unordered_set>
#include <utility>

#include "base/url.h"
#include "machine/system_clock.h"

namespace kiosk {
namespace {

constexpr std::size_t most_reported = 2048;
constexpr std::size_t most_remembered = 2048;

// Makes room for one more by forgetting all: they are learnt again.
template <class Map>
void remember(Map& map, std::uint64_t content, typename Map::mapped_type value) {
  if (map.size() >= most_remembered) {
    map.clear();
  }
  map.insert_or_assign(content, std::move(value));
}

}  // namespace

PictureLoader::PictureLoader(Options options, Mailbox<PictureNews>& mailbox, std::function<void()> wake,
                             std::function<PictureStore::Now()> now)
    : mailbox_(mailbox),
      wake_(std::move(wake)),
      now_(std::move(now)),
      most_decoded_bytes_(options.most_decoded_bytes),
      decoder_(std::move(options.decoder)),
      store_({.cache_folder = std::move(options.cache_folder),
              .files = options.files,
              .seed = std::random_device()(),
              .limits = options.limits,
              .access = std::move(options.access),
              .local = options.local},
             [this](std::uint64_t content, std::string_view bytes) { return read(content, bytes); }) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

PictureLoader::~PictureLoader() {
  thread_.request_stop();
  decoder_.interrupt();
  store_.wake();
}

void PictureLoader::want(std::vector<std::string> addresses) {
  {
    const std::lock_guard lock(mutex_);
    wish_ = std::move(addresses);
  }
  called_.notify_all();
  store_.wake();
}

void PictureLoader::set_local(LocalPictures local) {
  {
    const std::lock_guard lock(mutex_);
    local_ = local;
  }
  store_.wake();
}

void PictureLoader::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    // The thread's catch-all: the screen survives whatever a round throws, bad_alloc included.
    try {
      round(stop);
      continue;
    } catch (const std::exception& exception) {
      report_trouble(exception.what());
    } catch (...) {
      report_trouble("for no known reason");
    }
    // Waits a second before the next round, unless there is a new wish.
    std::unique_lock lock(mutex_);
    called_.wait_for(lock, stop, std::chrono::seconds(1), [this] { return wish_.has_value(); });
  }
}

void PictureLoader::round(const std::stop_token& stop) {
  {
    const std::lock_guard lock(mutex_);
    if (local_) {
      store_.set_local(*std::exchange(local_, std::nullopt));
    }
    if (wish_) {
      accepted_ = std::exchange(wish_, std::nullopt);
      // The receiver may have let go of a picture that is wanted again.
      report_all_ = true;
      known_.pictures.clear();
      known_.waiting = accepted_->size();
    }
  }
  if (!open_) {
    store_.open();
    open_ = true;
  }
  if (accepted_) {
    store_.want(*accepted_);
    accepted_.reset();
  }
  let_go();  // first: what is no longer wanted makes room for what is
  const bool worked = store_.step(now_());
  post_news();
  if (!worked && !stop.stop_requested()) {
    store_.wait(now_());
    reported_.erase(" ");  // the whole round succeeded, the wait included
  }
}

// Posts at once: the next round may throw as well.
void PictureLoader::report_trouble(const char* trouble) {
  try {
    note(" ", Problem{.severity = Severity::warning,
                      .what = std::string("the pictures could not be looked at: ") + trouble});
    deliver();
  } catch (...) {
    // There is no memory even for this. If the trouble stands, the next round reports it.
  }
}

PictureReading PictureLoader::read(std::uint64_t content, std::string_view bytes) {
  if (images_.contains(content)) {
    return {};
  }
  std::size_t held = 0;
  for (const auto& [other, image] : images_) {
    held += image->rgba.size();
  }
  const auto has_no_room = [&](std::size_t size) { return held + size > most_decoded_bytes_; };
  // The problem must stay the same as long as the same is wrong, so it does not say how much is held.
  const PictureReading no_room{
      .kind = PictureReading::Kind::no_room,
      .problem = {.what = "there is no room for it in memory now: pictures may take " +
                          std::to_string(most_decoded_bytes_ >> 20U) + " MiB together; it is kept until there is"}};
  // Decoding is slow: a picture known to have no room is not decoded again.
  if (const auto size = sizes_.find(content); size != sizes_.end() && has_no_room(size->second)) {
    return no_room;
  }
  if (const auto refused = refused_.find(content); refused != refused_.end()) {
    return {.kind = PictureReading::Kind::not_a_picture, .problem = refused->second};
  }
  DecodedPicture decoded = decoder_.decode(bytes);
  switch (decoded.kind) {
    case DecodedPicture::Kind::not_a_picture:
      remember(refused_, content, decoded.problem);
      return {.kind = PictureReading::Kind::not_a_picture, .problem = std::move(decoded.problem)};
    case DecodedPicture::Kind::not_now:
      return {.kind = PictureReading::Kind::not_now, .problem = std::move(decoded.problem)};
    case DecodedPicture::Kind::picture:
      break;
  }
  if (has_no_room(decoded.image.rgba.size())) {
    remember(sizes_, content, decoded.image.rgba.size());
    return no_room;
  }
  images_.emplace(content, std::make_shared<const Image>(std::move(decoded.image)));
  return {};
}

void PictureLoader::let_go() {
  std::unordered_set<std::uint64_t> shown;
  for (const PictureStatus& status : store_.statuses()) {
    if (status.content) {
      shown.insert(*status.content);
    }
  }
  if (std::erase_if(images_, [&](const auto& image) { return !shown.contains(image.first); }) > 0) {
    store_.room_is_free();
  }
}

void PictureLoader::post_news() {
  std::vector<PictureStatus> statuses = store_.statuses();
  if (reported_.size() > most_reported) {
    reported_.clear();
  }
  note("", store_.cache_failure());
  for (const PictureStatus& status : statuses) {
    note(status.address, status.problem);
  }
  if (report_all_ || statuses != reported_statuses_) {
    PictureNews known;
    for (const PictureStatus& status : statuses) {
      if (status.waiting()) {
        ++known.waiting;
        continue;
      }
      known.pictures.push_back({status.address, nullptr, status.problem});
      if (status.content) {
        known.pictures.back().image = images_.at(*status.content);
      }
    }
    known_ = std::move(known);
    reported_statuses_ = std::move(statuses);
    report_all_ = false;
    to_post_ = true;
  }
  deliver();
}

// A problem is reported once for as long as it stands.
void PictureLoader::note(const std::string& address, const std::optional<Problem>& problem) {
  const auto found = reported_.find(address);
  if (!problem) {
    if (found != reported_.end()) {
      reported_.erase(found);
    }
  } else if (found == reported_.end() || found->second != *problem) {
    Problem copy = *problem;
    undelivered_.reserve(undelivered_.size() + 1);
    reported_.insert_or_assign(address, *problem);
    undelivered_.push_back(std::move(copy));
    to_post_ = true;
  }
}

void PictureLoader::deliver() {
  if (to_post_) {
    PictureNews news = known_;
    news.new_problems = undelivered_;
    if (!mailbox_.take()) {  // the news last posted were taken, with the problems in them
      const auto taken = static_cast<std::ptrdiff_t>(std::exchange(posted_, 0));
      undelivered_.erase(undelivered_.begin(), undelivered_.begin() + taken);
      news.new_problems.erase(news.new_problems.begin(), news.new_problems.begin() + taken);
    }
    posted_ = news.new_problems.size();
    to_wake_ = true;
    mailbox_.post(std::move(news));
    to_post_ = false;
  }
  if (to_wake_) {
    wake_();
    to_wake_ = false;
  }
}

PictureStore::Now PictureLoader::clocks() { return {std::chrono::steady_clock::now(), system_now()}; }

}  // namespace kiosk
