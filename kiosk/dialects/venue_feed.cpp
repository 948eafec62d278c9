#include "dialects/venue_feed.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "dialects/venue_feed_event.h"
#include "dialects/venue_feed_keys.h"
#include "dialects/venue_feed_part.h"
#include "dialects/venue_feed_sessions.h"
#include "reading/hall_references.h"

namespace kiosk {
namespace {

constexpr std::string_view format = "venue-feed/1";

// In the order of the enum.
constexpr std::string_view levels[] = {"info", "warning", "emergency"};

// The objects of a list.
std::vector<const Json*> objects_of(const Json& document, std::string_view list) {
  std::vector<const Json*> objects;
  const Json* found = document.find(list);
  const Json::Array* elements = found != nullptr ? found->array() : nullptr;
  for (std::size_t i = 0; elements != nullptr && i < elements->size(); ++i) {
    if ((*elements)[i].object() != nullptr) {
      objects.push_back(&(*elements)[i]);
    }
  }
  return objects;
}

// Whether it can only be meant to change another feed: it calls nothing by a name, and of its sessions says no more
// than what is to be changed.
bool changes_another_feed(const Json& document) {
  const auto sessions = objects_of(document, "sessions");
  const auto halls = objects_of(document, "halls");
  const auto has = [](const char* key) { return [key](const Json* object) { return object->find(key) != nullptr; }; };
  if (std::any_of(sessions.begin(), sessions.end(), has("title")) ||
      std::any_of(halls.begin(), halls.end(), has("name"))) {
    return false;
  }
  if (!sessions.empty()) {
    return !std::all_of(sessions.begin(), sessions.end(), [&](const Json* session) {
      return has("start")(session) && (has("hall")(session) || has("halls")(session));
    });
  }
  const Json* event = document.find("event");
  const bool is_begun =
      (event != nullptr && event->find("title") != nullptr) || (!halls.empty() && document.find("sessions") != nullptr);
  return !is_begun && !(halls.empty() && objects_of(document, "notices").empty());
}

class VenueFeedReader {
 public:
  VenueFeedReader(const FeedContext& context, ProblemList& problems)
      : context_(context), problems_(problems), feed_(problems, context), halls_(problems, fields_) {
    fields_.set_base(context.base);
  }

  Result<FeedPart> read(const Json& json) {
    const Place document(json);
    if (!context_.addition && changes_another_feed(json)) {
      return fail({.line = document.line(),
                   .what = "this changes another feed, whose halls and sessions it has by their ids alone",
                   .right = "name that feed, too: by --over, or before this one in feed.url"});
    }
    fields_.check_keys(document, venue_feed_keys::document);
    if (!document.member("format")) {
      problems_.warning(document, "\"format\" is missing", "write \"format\": " + in_quotes(format));
    }
    parts_.event = read_venue_event(document, context_, fields_, problems_);
    // Where nobody says a zone, an addition's local times would be a guess: the other feeds' zone is not known here.
    if (!context_.addition || !parts_.event.time_zone.is(NoZone::unsaid)) {
      fields_.set_time_zone(parts_.event.time_zone);
    }

    const auto halls = fields_.list(document, "halls");
    for_each_element(halls, [this](const Place& hall) { read_hall(hall); });
    const auto sessions = document.member("sessions");
    if (context_.addition) {
      halls_.trust();
    } else if (parts_.halls.empty()) {
      return fail({.line = halls ? halls->line() : document.line(),
                   .where = "/halls",
                   .what = "the feed has no hall",
                   .right = "write \"halls\": [{\"id\": \"gorky\", \"name\": \"…\"}]"});
    } else if (!sessions || sessions->value().array() == nullptr) {
      return fail({.line = sessions ? sessions->line() : document.line(),
                   .where = "/sessions",
                   .what = "the feed has no list of sessions",
                   .right = "write \"sessions\": [] if there are none"});
    }
    for (const Hall& hall : parts_.halls) {
      halls_.add(hall.id);
    }
    read_venue_sessions(document, halls_, feed_);
    for_each_element(fields_.list(document, "notices"), [this](const Place& notice) { read_notice(notice); });
    if (!context_.addition && fields_.allowances().leave_nothing(parts_)) {
      return fail(nothing_left());
    }
    feed_.part.offsets_left_out = fields_.offsets_left_out();
    if (context_.addition) {
      feed_.part.zone_of_offsets = zone_of_offsets(json, context_);
    }
    return std::move(feed_.part);
  }

 private:
  void read_hall(const Place& place) {
    if (!fields_.allowances().take(Many::halls, place) || !fields_.is_object(place, "a hall")) {
      return;
    }
    fields_.check_keys(place, venue_feed_keys::hall);
    Hall hall;
    hall.id = fields_.id(place, "id");
    if (hall.id.empty()) {
      if (!place.member("id")) {
        problems_.error(place, "the hall has no id", "write \"id\": \"gorky\"");
      }
      return;
    }
    if (!feed_.take_id(hall_lines_, hall.id, place)) {
      return;
    }
    Given given;
    feed_.take_text(hall.name, place, "name", given);
    if (hall.name.empty() && !context_.addition) {
      problems_.warning(place, "the hall " + in_quotes(hall.id) + " has no name", "write \"name\": \"…\"");
      hall.name = hall.id;
    }
    feed_.take_text(hall.place, place, "place", given);
    feed_.take(hall.broadcast, place, "broadcast", given, [&] { return fields_.link(place, "broadcast"); });
    feed_.take(hall.delay, place, "delay", given, [&] { return read_delay(place); });
    feed_.take(hall.background, place, "background", given, [&] { return fields_.picture(place, "background"); });
    feed_.note(feed_.part.halls, std::move(given), place);
    parts_.halls.push_back(std::move(hall));
  }

  std::optional<HallDelay> read_delay(const Place& hall) {
    constexpr std::int64_t a_day = 1440;  // minutes
    const auto place = hall.member("delay");
    if (!place || !fields_.is_object(*place, "a delay")) {
      return std::nullopt;
    }
    fields_.check_keys(*place, venue_feed_keys::delay);
    const auto from = fields_.time(*place, "from");
    const auto minutes = place->member("minutes");
    const std::int64_t* count = minutes ? minutes->value().integer() : nullptr;
    if (count == nullptr || *count < 0 || *count > a_day) {
      problems_.error(minutes.value_or(*place), "a delay is 0 to 1440 whole minutes", "write \"minutes\": 10");
      return std::nullopt;
    }
    if (!from) {
      if (!place->member("from")) {
        problems_.error(*place, "from when is the hall late? Write \"from\": \"2024-04-17T14:00:00+03:00\"");
      }
      return std::nullopt;
    }
    return *count == 0 ? std::nullopt : std::optional(HallDelay{std::chrono::minutes(*count), *from});
  }

  void read_notice(const Place& place) {
    if (!fields_.allowances().take(Many::notices, place) || !fields_.is_object(place, "a notice")) {
      return;
    }
    fields_.check_keys(place, venue_feed_keys::notice);
    Notice notice;
    const std::size_t reported_before = fields_.reported();
    notice.text = fields_.text(place, "text");
    if (notice.text.empty()) {
      if (fields_.reported() == reported_before) {
        problems_.error(place, "the notice has no text", "write \"text\": \"…\"");
      }
      return;
    }
    // Without a known hall it would be shown in all, which nobody asked for.
    const auto halls = place.member("halls");
    const std::string* word = halls ? halls->value().string() : nullptr;
    const bool for_all = !halls || (word != nullptr && *word == every_hall) ||
                         (halls->value().array() != nullptr && halls->value().array()->empty());
    if (!for_all) {
      notice.halls = halls_.several(place);
      if (notice.halls.empty()) {
        return;
      }
    }
    notice.id = fields_.id(place, "id");
    if (notice.id.empty()) {
      notice.id = notice.text.in("");
    }
    if (!feed_.take_id(notice_lines_, notice.id, place)) {
      return;
    }
    if (const auto level = fields_.choice(place, "level", levels)) {
      notice.level = static_cast<NoticeLevel>(*level);
    }
    const std::size_t reported_before_times = fields_.reported();
    notice.from = fields_.exact_time(place, "from");
    notice.until = fields_.exact_time(place, "until");
    if (!parts_.event.time_zone && notice.level != NoticeLevel::emergency &&
        fields_.reported() != reported_before_times) {
      return;  // when it holds cannot be known, and it does no harm to wait until somebody says the zone
    }
    if (notice.from && notice.until && *notice.until <= *notice.from) {
      // A notice shown too long is noticed and taken back; one never shown is not.
      problems_.error(*place.member("until"), "the notice ends before it begins", "shown without an end");
      notice.until.reset();
    }
    feed_.note(feed_.part.notices, {}, place);
    parts_.notices.push_back(std::move(notice));
  }

  const FeedContext& context_;
  ProblemList& problems_;
  VenueFeedPart feed_;
  Fields& fields_ = feed_.fields;
  Schedule::Parts& parts_ = feed_.part.parts;
  HallReferences halls_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, int> hall_lines_;
  std::map<std::string, int> notice_lines_;
};

}  // namespace

bool is_venue_feed(const Json& document) {
  if (const Json* given = document.find("format")) {
    return given->string() != nullptr && *given->string() == format;
  }
  const Json* halls = document.find("halls");
  return halls != nullptr && halls->array() != nullptr;
}

Result<FeedPart> read_venue_feed(const Json& document, const FeedContext& context, ProblemList& problems) {
  return VenueFeedReader(context, problems).read(document);
}

}  // namespace kiosk
