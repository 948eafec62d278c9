#include "commands/picture_loader.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <random>
#include <unordered_set>
#include <utility>

#include "base/url.h"
#include "commands/system_clock.h"
#include "graphics/image_file.h"
#include "graphics/scale_image.h"

namespace kiosk {
namespace {

// No picture of a board is shown larger than a full screen of the most common size.
constexpr Size most_size{1920, 1920};
constexpr std::size_t most_reported = 2048;
constexpr std::size_t most_sizes = 2048;

}  // namespace

PictureLoader::PictureLoader(Options options, Mailbox<PictureNews>& mailbox, std::function<void()> wake,
                             std::function<PictureStore::Now()> now)
    : mailbox_(mailbox),
      wake_(std::move(wake)),
      now_(std::move(now)),
      most_decoded_bytes_(options.most_decoded_bytes),
      store_({.cache_folder = std::move(options.cache_folder),
              .files = options.files,
              .seed = std::random_device()(),
              .limits = options.limits,
              .access = std::move(options.access)},
             [this](std::uint64_t content, std::string_view bytes) { return read(content, bytes); }) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

PictureLoader::~PictureLoader() {
  thread_.request_stop();
  store_.wake();
}

void PictureLoader::want(std::vector<std::string> addresses) {
  {
    const std::lock_guard lock(mutex_);
    wish_ = std::move(addresses);
  }
  store_.wake();
}

void PictureLoader::work(const std::stop_token& stop) {
  bool open = false;
  while (!stop.stop_requested()) {
    try {
      if (!std::exchange(open, true)) {
        store_.open();
      }
      std::optional<std::vector<std::string>> wish;
      {
        const std::lock_guard lock(mutex_);
        wish = std::exchange(wish_, std::nullopt);
      }
      if (wish) {
        told_.clear();  // the receiver may have let go of a picture that is wanted again
        store_.want(*wish);
      }
      let_go();  // first: what nobody wants any more takes no room from what is wanted now
      const bool worked = store_.step(now_());
      tell();
      trouble_.reset();
      if (!worked && !stop.stop_requested()) {
        store_.wait(now_());
      }
    } catch (const std::exception& exception) {
      // The thread's catch-all: a screen outlives whatever a picture ran into, memory included. Not at once again.
      trouble_ = Problem{.severity = Severity::warning,
                         .what = std::string("the pictures could not be looked at: ") + exception.what()};
      std::unique_lock lock(mutex_);
      stopping_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
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
  // The same words as long as the same is wrong: not how much is held.
  const PictureReading no_room{
      .kind = PictureReading::Kind::no_room,
      .problem = {.what = "there is no room for it in memory now: pictures may take " +
                          std::to_string(most_decoded_bytes_ >> 20U) + " MiB together; it is kept until there is"}};
  // To decode one costs much; what had no room before most often has none now.
  if (const auto size = sizes_.find(content); size != sizes_.end() && has_no_room(size->second)) {
    return no_room;
  }
  Result<Image> decoded = decode_image(bytes);
  if (!decoded) {
    return {.kind = PictureReading::Kind::not_a_picture, .problem = decoded.error()};
  }
  Image image = shrunk(*std::move(decoded), most_size);
  if (has_no_room(image.rgba.size())) {
    if (sizes_.size() >= most_sizes) {
      sizes_.clear();
    }
    sizes_.insert_or_assign(content, image.rgba.size());
    return no_room;
  }
  images_.emplace(content, std::make_shared<const Image>(std::move(image)));
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

void PictureLoader::tell() {
  std::vector<PictureStatus> statuses = store_.statuses();
  std::vector<Problem> problems = not_told(statuses);
  if (statuses == told_ && problems.empty()) {
    return;
  }
  PictureNews news;
  for (const PictureStatus& status : statuses) {
    if (status.waiting()) {
      ++news.waiting;
      continue;
    }
    news.pictures.push_back({status.address, nullptr, status.problem});
    if (status.content) {
      news.pictures.back().image = images_.at(*status.content);
    }
  }
  told_ = std::move(statuses);
  if (auto unread = mailbox_.take()) {
    news.new_problems = std::move(unread->new_problems);
  }
  std::move(problems.begin(), problems.end(), std::back_inserter(news.new_problems));
  mailbox_.post(std::move(news));
  wake_();
}

std::vector<Problem> PictureLoader::not_told(const std::vector<PictureStatus>& statuses) {
  std::vector<Problem> problems;
  const auto look = [&](const std::string& address, const std::optional<Problem>& problem) {
    if (!problem) {
      reported_.erase(address);
    } else if (const auto found = reported_.find(address); found == reported_.end() || found->second != *problem) {
      reported_.insert_or_assign(address, *problem);
      problems.push_back(*problem);
    }
  };
  if (reported_.size() > most_reported) {
    reported_.clear();
  }
  look("", store_.cache_failure());
  look(" ", trouble_);
  for (const PictureStatus& status : statuses) {
    look(status.address, status.problem);
  }
  return problems;
}

PictureStore::Now PictureLoader::clocks() { return {std::chrono::steady_clock::now(), system_now()}; }

}  // namespace kiosk
