#include "dialects/venue_feed_event.h"

#include "base/feed_budget.h"
#include "dialects/venue_feed_keys.h"
#include "reading/event_zone.h"
#include "reading/zone_of_offset.h"

namespace kiosk {
namespace {

class EventReader {
 public:
  EventReader(const FeedContext& context, Fields& fields, ProblemList& problems)
      : context_(context), fields_(fields), problems_(problems) {}

  Event read(const Place& document) {
    Event event;
    auto place = document.member("event");
    if (!place) {
      if (!context_.addition) {
        problems_.warning(document, "\"event\" is missing",
                          "write \"event\": {\"title\": \"…\", \"time_zone\": \"…\"}");
      }
    } else if (!fields_.is_object(*place, "an event")) {
      place.reset();
    }
    if (place) {
      fields_.check_keys(*place, venue_feed_keys::event);
      event.title = fields_.text(*place, "title");
      event.short_title = fields_.text(*place, "short_title");
      event.url = fields_.url(*place, "url");
      event.logo = fields_.picture(*place, "logo");
      event.colors = read_colors(*place);
      for_each_element(fields_.list(*place, "languages"), [&](const Place& language) {
        const std::string* tag = language.value().string();
        if (event.languages.size() == feed_budget.languages) {
          problems_.warning_once(language,
                                 "there are more than " + std::to_string(feed_budget.languages) + " languages",
                                 "the rest is left out");
        } else if (tag != nullptr && !tag->empty() && tag->size() <= feed_budget.id) {
          event.languages.push_back(*tag);
        } else {
          problems_.error(language, language.value().describe() + " is not a language", "write \"ru\"");
        }
      });
    }
    event.time_zone = read_time_zone(document, place);
    return event;
  }

 private:
  EventColors read_colors(const Place& event) {
    const auto place = event.member("colors");
    if (!place || !fields_.is_object(*place, "colours")) {
      return {};
    }
    fields_.check_keys(*place, venue_feed_keys::colors);
    return {.background = fields_.color(*place, "background"), .accent = fields_.color(*place, "accent")};
  }

  SaidZone read_time_zone(const Place& document, const std::optional<Place>& event) {
    FeedZone feed{.place = event.value_or(document)};
    if (event) {
      feed.named = event->member("time_zone");
      feed.name = fields_.word(*event, "time_zone");
    }
    if (!context_.addition) {
      feed.of_offsets = zone_of_offsets(document.value(), context_);
    }
    return event_zone(feed, context_, problems_, [&] {
      if (!feed.named) {
        problems_.warning(feed.place, "\"time_zone\" is missing", "write \"time_zone\": \"Europe/Moscow\"");
      }
    });
  }

  const FeedContext& context_;
  Fields& fields_;
  ProblemList& problems_;
};

}  // namespace

SaidZone zone_of_offsets(const Json& document, const FeedContext& context) {
  const Json* list = document.find("sessions");
  const Json::Array* sessions = list != nullptr ? list->array() : nullptr;
  if (sessions == nullptr) {
    return {};
  }
  for (const Json& session : *sessions) {
    const std::string* start = session.find_text("start");
    const SaidZone zone = start != nullptr ? zone_of_offset(*start, context.find_zone) : SaidZone();
    if (!zone.is(NoZone::unsaid)) {
      return zone;
    }
  }
  return {};
}

Event read_venue_event(const Place& document, const FeedContext& context, Fields& fields, ProblemList& problems) {
  return EventReader(context, fields, problems).read(document);
}

}  // namespace kiosk
