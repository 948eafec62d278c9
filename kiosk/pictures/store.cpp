#include "pictures/store.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <unordered_set>
#include <utility>

#include "base/body_hash.h"
#include "base/url.h"

namespace kiosk {
namespace {

constexpr std::size_t most_wanted = 512;
constexpr std::size_t most_remembered = 2048;
// Speakers' photos have some hundred kilobytes; two dozen at once of 8 MiB each would be what small machines have.
constexpr std::size_t most_bytes_under_way = 4 * max_picture_bytes;

std::filesystem::path pictures_folder(const std::filesystem::path& cache_folder) {
  return cache_folder.empty() ? cache_folder : cache_folder / "pictures";
}

Problem problem_of(const std::string& address, std::string what) {
  return {.severity = Severity::warning, .file = without_credentials(address), .what = std::move(what)};
}

Problem problem_of(const std::string& address, const std::exception& exception) {
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) {
    return problem_of(address, "there is not enough memory to look at it now; it is tried again");
  }
  return problem_of(address, std::string("could not be looked at: ") + exception.what());
}

constexpr const char* no_memory = "there is not enough memory to read it now; it is tried again";

}  // namespace

PictureStore::PictureStore(Options options, Read read)
    : options_(std::move(options)),
      read_(std::move(read)),
      cache_(pictures_folder(options_.cache_folder), options_.limits),
      plan_(options_.seed),
      transfers_(options_.access, most_bytes_under_way) {}

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
  std::vector<std::string> wanted;
  for (const std::string& address : addresses) {
    if (address.empty() || wanted.size() == most_wanted || !now.insert(address).second) {
      continue;
    }
    wanted.push_back(address);
    Picture& picture = pictures_[address];
    if (!before.contains(address)) {
      // The reader has let go of it meanwhile.
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
  wanted_.swap(wanted);
  if (wanted_ != wanted) {
    room_is_free();  // others may fit beside each other now
  }
  // The most important one is used last, so that it is the last to be evicted.
  std::for_each(wanted_.rbegin(), wanted_.rend(), [&](const std::string& address) { cache_.use(address); });
}

void PictureStore::set_local(LocalPictures local) {
  if (local == options_.local) {
    return;
  }
  options_.local = local;
  for (auto& [address, picture] : pictures_) {
    if (std::exchange(picture.forbidden, false)) {
      plan_.look_again(address);
    }
  }
}

void PictureStore::room_is_free() {
  for (const std::string& address : wanted_) {
    if (Picture& picture = pictures_.at(address); picture.unread_why) {
      picture.looked_up = false;
    }
  }
}

bool PictureStore::step(const Now& now) {
  if (answers_lost_) {
    transfers_.stop();
    answers_.clear();
    plan_.all_interrupted(now.steady);
    answers_lost_ = false;
  }
  if (!answers_.empty()) {
    const std::string address = answers_.front().url;  // copied first: if it throws, the answer is still there
    HttpAnswer answer = std::move(answers_.front());
    answers_.pop_front();
    work_on(address, now, [&] { take(address, look_of(std::move(answer), pictures_[address].asked_by), now); });
    return true;
  }
  // All that is on disk comes before the first look at a network.
  for (const std::string& address : wanted_) {
    if (Picture& picture = pictures_.at(address); !picture.looked_up) {
      look_up(address, picture, now);
      return true;
    }
  }
  if (const auto address = plan_.read_again(now.steady)) {
    look_up(*address, pictures_.at(*address), now);
    return true;
  }
  if (const auto address = plan_.start(now.steady)) {
    work_on(*address, now, [&] { look(*address, now); });
    return true;
  }
  return false;
}

void PictureStore::wait(const Now& now) {
  std::chrono::milliseconds time = std::chrono::hours(1);
  for (const auto& next : {plan_.next_start(), plan_.next_reading()}) {
    if (next) {
      const PicturePlan::Time later = std::max(*next, now.steady);
      time = std::min(time, std::chrono::ceil<std::chrono::milliseconds>(later - now.steady));
    }
  }
  answers_lost_ = true;
  for (HttpAnswer& answer : transfers_.wait(time)) {
    answers_.push_back(std::move(answer));
  }
  answers_lost_ = false;
}

std::vector<PictureStatus> PictureStore::statuses() const {
  std::vector<PictureStatus> statuses;
  for (const std::string& address : wanted_) {
    const Picture& picture = pictures_.at(address);
    statuses.push_back({address, picture.content, picture.unread_why ? picture.unread_why : picture.problem});
  }
  return statuses;
}

// Does the work on a picture that plan_.start() gave. Whatever it throws becomes that picture's problem.
template <class Work>
void PictureStore::work_on(const std::string& address, const Now& now, Work work) {
  try {
    work();
  } catch (const std::exception& exception) {
    interrupt(address, exception, now);
  }
}

void PictureStore::interrupt(const std::string& address, const std::exception& exception, const Now& now) {
  plan_.interrupted(address, now.steady);  // first: what follows may throw too
  Picture& picture = pictures_[address];
  picture.problem = problem_of(address, exception);
  picture.unreachable = false;
}

void PictureStore::look_up(const std::string& address, Picture& picture, const Now& now) {
  picture.looked_up = true;
  try {
    read_from_disk(address, picture, now);
  } catch (const std::exception& exception) {
    plan_.at_hand(address, std::chrono::seconds(0), now.steady);  // what is on disk need not be fetched
    plan_.not_readable(address, now.steady);
    picture.unread_why = problem_of(address, exception);
  }
}

void PictureStore::read_from_disk(const std::string& address, Picture& picture, const Now& now) {
  if (auto cached = cache_.find(address)) {
    if (read(address, picture, cached->content, cached->bytes, now).kind != PictureReading::Kind::not_a_picture) {
      picture.validators = std::move(cached->validators);
      plan_.at_hand(address, now.system - cached->fetched, now.steady);
      return;
    }
    cache_.drop(address);  // kept by a version that could read it, perhaps
  }
  if (picture.unread_why) {
    // It is not on disk any more, and has to be fetched whole to be read. Its problem stands until then.
    picture.problem = std::move(picture.unread_why);
    picture.unreachable = false;
    picture.validators = {};
    forget_unread(picture);
    plan_.readable(address);
  }
  plan_.missing(address);
}

void PictureStore::look(const std::string& address, const Now& now) {
  Picture& picture = pictures_.at(address);
  // A picture that is not on disk, but should be, is asked for whole, so that it gets there.
  const bool unchanged_will_do =
      (picture.content || picture.unread) && (options_.cache_folder.empty() || cache_.holds(address));
  picture.asked_by = unchanged_will_do ? picture.validators : Validators();
  if (is_http_url(address)) {
    transfers_.start(picture_request(address, picture.asked_by, options_.local != LocalPictures::allowed));
  } else {
    take(address, look_at_file(address, picture.asked_by), now);
  }
}

void PictureStore::take(const std::string& address, PictureLook look, const Now& now) {
  Picture& picture = pictures_[address];
  picture.forbidden = look.kind == PictureLook::Kind::forbidden;
  switch (look.kind) {
    case PictureLook::Kind::arrived:
      take_body(address, picture, std::move(look), now);
      break;
    case PictureLook::Kind::unchanged:
      plan_.succeeded(address, now.steady);
      if ((picture.content || picture.unread) && picture.validators == picture.asked_by) {
        confirm(address, picture, now);
      } else {
        plan_.missing(address);  // it was let go of after it was asked for
      }
      break;
    case PictureLook::Kind::missing:
      picture.content.reset();
      forget_unread(picture);
      plan_.readable(address);
      cache_.drop(address);
      plan_.not_to_be_had(address, look.retry_after, now.steady);
      fail_with(picture, std::move(look));
      break;
    case PictureLook::Kind::too_large:
      plan_.not_to_be_shown(address, now.steady);
      fail_with(picture, std::move(look));
      break;
    case PictureLook::Kind::forbidden:
      plan_.not_to_be_shown(address, now.steady);
      if (options_.local == LocalPictures::refused) {
        fail_with(picture, std::move(look));
      } else if (options_.local == LocalPictures::allowed) {
        picture.forbidden = false;  // that changed while it was under way
        plan_.look_again(address);
      }
      break;
    case PictureLook::Kind::unreachable:
      plan_.not_to_be_had(address, look.retry_after, now.steady);
      fail_with(picture, std::move(look));
      break;
  }
}

void PictureStore::take_body(const std::string& address, Picture& picture, PictureLook look, const Now& now) {
  const std::uint64_t content = body_hash(look.body);
  Validators validators = look.validators;  // copied first: content and validators change together or not at all
  if (picture.content == content) {
    forget_unread(picture);  // the older one is back
    plan_.readable(address);
  } else if (picture.unread != content) {
    if (PictureReading reading = read(address, picture, content, look.body, now);
        reading.kind == PictureReading::Kind::not_a_picture) {
      plan_.not_to_be_shown(address, now.steady);
      look.problem = std::move(reading.problem);
      fail_with(picture, std::move(look));
      return;
    }
  }
  picture.validators = std::move(validators);
  if (!cache_.holds(address, content)) {
    cache_.keep(address, content, look.body, look.validators, now.system);
  }
  plan_.succeeded(address, now.steady);
  confirm(address, picture, now);
}

void PictureStore::confirm(const std::string& address, Picture& picture, const Now& now) {
  cache_.confirm(address, picture.validators, now.system);
  picture.problem.reset();
}

PictureReading PictureStore::read(const std::string& address, Picture& picture, std::uint64_t content,
                                  std::string_view bytes, const Now& now) {
  PictureReading reading;
  try {
    reading = read_(content, bytes);
  } catch (const std::bad_alloc&) {  // a picture may need hundreds of megabytes; the others go on
    reading = {.kind = PictureReading::Kind::not_now, .problem = {.what = no_memory}};
  }
  reading.problem.severity = Severity::warning;
  reading.problem.file = without_credentials(address);
  switch (reading.kind) {
    case PictureReading::Kind::read:
      picture.content = content;
      forget_unread(picture);
      plan_.readable(address);
      break;
    case PictureReading::Kind::not_a_picture:
      break;
    case PictureReading::Kind::no_room:
      picture.unread_why = reading.problem;
      picture.unread = content;
      plan_.readable(address);  // the reader reports by room_is_free() when there is room
      break;
    case PictureReading::Kind::not_now:
      picture.unread_why = reading.problem;
      picture.unread = content;
      plan_.not_readable(address, now.steady);
      break;
  }
  return reading;
}

void PictureStore::forget_unread(Picture& picture) {
  picture.unread.reset();
  picture.unread_why.reset();
}

void PictureStore::fail_with(Picture& picture, PictureLook look) {
  const bool unreachable = look.kind == PictureLook::Kind::unreachable;
  // curl's messages contain milliseconds and addresses, which differ each time. One outage stays one problem, so the
  // first message is kept.
  if (!picture.problem || !unreachable || !picture.unreachable) {
    picture.problem = std::move(look.problem);
    picture.unreachable = unreachable;
  }
}

}  // namespace kiosk
