#include "feed/picture_store.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <unordered_set>

#include "base/url.h"
#include "feed/body_hash.h"

namespace kiosk {
namespace {

constexpr std::size_t most_wanted = 512;
constexpr std::size_t most_remembered = 2048;

std::filesystem::path pictures_folder(const std::filesystem::path& cache_folder) {
  return cache_folder.empty() ? cache_folder : cache_folder / "pictures";
}

Problem problem_of(const std::string& address, std::string what) {
  return {.severity = Severity::warning, .file = without_credentials(address), .what = std::move(what)};
}

}  // namespace

PictureStore::PictureStore(Options options, Read read)
    : options_(std::move(options)),
      read_(std::move(read)),
      cache_(pictures_folder(options_.cache_folder), options_.limits),
      plan_(options_.seed),
      transfers_(options_.access) {}

bool PictureStore::allowed(const std::string& address) const {
  return is_http_url(address) || (options_.files && address.starts_with('/'));
}

void PictureStore::want(const std::vector<std::string>& addresses) {
  const std::unordered_set<std::string> before(wanted_.begin(), wanted_.end());
  if (pictures_.size() + addresses.size() > most_remembered) {
    std::erase_if(pictures_, [&](const auto& picture) { return !before.contains(picture.first); });
  }
  std::unordered_set<std::string> now;
  std::vector<std::string> may_be_had;
  wanted_.clear();
  for (const std::string& address : addresses) {
    if (address.empty() || wanted_.size() == most_wanted || !now.insert(address).second) {
      continue;
    }
    wanted_.push_back(address);
    Picture& picture = pictures_[address];
    if (!before.contains(address)) {
      // Whoever reads has let go of it meanwhile.
      picture.looked_up = false;
      picture.content.reset();
    }
    if (allowed(address)) {
      may_be_had.push_back(address);
    } else {
      picture.looked_up = true;
      picture.problem = problem_of(address, "a picture of this feed may not be there; write https://…");
    }
  }
  plan_.want(may_be_had);
  // The most important one last, so that it is the last to be evicted.
  std::for_each(wanted_.rbegin(), wanted_.rend(), [&](const std::string& address) { cache_.use(address); });
}

bool PictureStore::step(const Now& now) {
  if (!answers_.empty()) {
    HttpAnswer answer = std::move(answers_.front());
    answers_.pop_front();
    const std::string address = answer.url;
    take(address, look_of(std::move(answer), pictures_[address].asked_by), now);
    return true;
  }
  // All that is on disk before the first look at a network.
  for (const std::string& address : wanted_) {
    if (Picture& picture = pictures_.at(address); !picture.looked_up) {
      look_up(address, picture, now);
      return true;
    }
  }
  if (const auto address = plan_.start(now.steady)) {
    look(*address, now);
    return true;
  }
  return false;
}

void PictureStore::wait(const Now& now) {
  std::chrono::milliseconds time = std::chrono::hours(1);
  if (const auto next = plan_.next_start()) {
    time = *next <= now.steady ? std::chrono::milliseconds(0)
                               : std::chrono::ceil<std::chrono::milliseconds>(*next - now.steady);
  }
  for (HttpAnswer& answer : transfers_.wait(time)) {
    answers_.push_back(std::move(answer));
  }
}

std::vector<PictureStatus> PictureStore::statuses() const {
  std::vector<PictureStatus> statuses;
  for (const std::string& address : wanted_) {
    const Picture& picture = pictures_.at(address);
    statuses.push_back({address, picture.content, picture.problem});
  }
  return statuses;
}

void PictureStore::look_up(const std::string& address, Picture& picture, const Now& now) {
  picture.looked_up = true;
  if (auto cached = cache_.find(address)) {
    if (read(cached->content, cached->bytes)) {
      picture.content = cached->content;
      picture.validators = std::move(cached->validators);
      plan_.at_hand(address, now.system - cached->fetched, now.steady);
      return;
    }
    cache_.drop(address);  // kept by a version that could read it, perhaps
  }
  plan_.missing(address);
}

void PictureStore::look(const std::string& address, const Now& now) {
  Picture& picture = pictures_.at(address);
  // A picture that left the disk, or could not be written to it, is asked for whole, so that it gets there.
  const bool spares = picture.content && (options_.cache_folder.empty() || cache_.holds(address));
  picture.asked_by = spares ? picture.validators : Validators();
  if (is_http_url(address)) {
    transfers_.start(picture_request(address, picture.asked_by));
  } else {
    take(address, look_at_file(address, picture.asked_by), now);
  }
}

void PictureStore::take(const std::string& address, PictureLook look, const Now& now) {
  Picture& picture = pictures_[address];
  switch (look.kind) {
    case PictureLook::Kind::arrived:
      take_body(address, picture, std::move(look), now);
      break;
    case PictureLook::Kind::unchanged:
      plan_.well(address, now.steady);
      if (picture.content) {
        confirm(address, picture, now);
      } else {
        plan_.missing(address);  // was let go of since it was asked for
      }
      break;
    case PictureLook::Kind::gone:
      picture.content.reset();
      cache_.drop(address);
      plan_.not_to_be_had(address, look.retry_after, now.steady);
      fail_with(picture, std::move(look));
      break;
    case PictureLook::Kind::too_large:
      plan_.not_to_be_shown(address, now.steady);
      fail_with(picture, std::move(look));
      break;
    case PictureLook::Kind::unreachable:
      plan_.not_to_be_had(address, look.retry_after, now.steady);
      fail_with(picture, std::move(look));
      break;
  }
}

void PictureStore::take_body(const std::string& address, Picture& picture, PictureLook look, const Now& now) {
  const std::uint64_t content = body_hash(look.body);
  if (picture.content != content) {
    if (const auto is_read = read(content, look.body); !is_read) {
      plan_.not_to_be_shown(address, now.steady);
      look.problem = problem_of(address, is_read.error().what);
      fail_with(picture, std::move(look));
      return;
    }
    picture.content = content;
  }
  picture.validators = look.validators;
  if (!cache_.holds(address, content)) {
    cache_.keep(address, content, look.body, look.validators, now.system);
  }
  plan_.well(address, now.steady);
  confirm(address, picture, now);
}

void PictureStore::confirm(const std::string& address, Picture& picture, const Now& now) {
  cache_.confirm(address, picture.validators, now.system);
  picture.problem.reset();
}

Result<void> PictureStore::read(std::uint64_t content, std::string_view bytes) const {
  try {
    return read_(content, bytes);
  } catch (const std::bad_alloc&) {  // a picture may ask for hundreds of megabytes; the rest go on
    return fail({.what = "there is not enough memory to read it"});
  }
}

void PictureStore::fail_with(Picture& picture, PictureLook look) {
  const bool unreachable = look.kind == PictureLook::Kind::unreachable;
  // curl counts milliseconds and addresses tried into its messages: one outage is one problem.
  if (!picture.problem || !unreachable || !picture.unreachable) {
    picture.problem = std::move(look.problem);
    picture.unreachable = unreachable;
  }
}

}  // namespace kiosk
