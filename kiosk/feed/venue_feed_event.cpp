#include "feed/venue_feed_event.h"

#include "base/words.h"
#include "feed/zone_of_offset.h"

namespace kiosk {
namespace {

constexpr std::string_view event_keys[] = {"title", "short_title", "time_zone", "languages", "url", "logo", "colors"};
constexpr std::string_view color_keys[] = {"background", "accent"};

// The zone the feed's own times are written in, where they say so: a wrong name of a zone shall not put the
// wall clock hours off. Null where they don't.
TimeZone zone_of_offsets(const Json& document) {
  const Json* list = document.find("sessions");
  const Json::Array* sessions = list != nullptr ? list->array() : nullptr;
  if (sessions == nullptr) {
    return nullptr;
  }
  for (const Json& session : *sessions) {
    const Json* start = session.find("start");
    const std::string* text = start != nullptr ? start->string() : nullptr;
    if (TimeZone zone = text != nullptr ? zone_of_offset(*text) : nullptr) {
      return zone;
    }
  }
  return nullptr;
}

class EventReader {
 public:
  EventReader(const FeedContext& context, Fields& fields, ProblemList& problems)
      : context_(context), fields_(fields), problems_(problems) {}

  Event read(const Place& document) {
    Event event;
    auto place = document.member("event");
    if (!place) {
      if (context_.addition) {
        event.time_zone = context_.time_zone;
        return event;
      }
      problems_.warning(document, "\"event\" is missing; write \"event\": {\"title\": \"…\", \"time_zone\": \"…\"}");
    } else if (!fields_.is_object(*place, "an event")) {
      place.reset();
    }
    if (place) {
      fields_.check_keys(*place, event_keys);
      event.title = fields_.text(*place, "title");
      event.short_title = fields_.text(*place, "short_title");
      event.url = fields_.url(*place, "url");
      event.logo = fields_.picture(*place, "logo");
      event.colors = read_colors(*place);
      for_each_element(fields_.list(*place, "languages"), [&](const Place& language) {
        if (const std::string* tag = language.value().string(); tag != nullptr && !tag->empty()) {
          event.languages.push_back(*tag);
        } else {
          problems_.error(language, language.value().describe() + " is not a language; write \"ru\"");
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
    fields_.check_keys(*place, color_keys);
    return {.background = fields_.color(*place, "background"), .accent = fields_.color(*place, "accent")};
  }

  TimeZone read_time_zone(const Place& document, const std::optional<Place>& event) {
    const auto place = event ? event->member("time_zone") : std::nullopt;
    const std::string name = place ? fields_.word(*event, "time_zone") : "";
    TimeZone zone = name.empty() ? nullptr : find_time_zone(name);
    if (!name.empty() && zone == nullptr) {
      problems_.error(*place,
                      utc() == nullptr
                          ? "this machine has no time zone rules, so that times are told in UTC; install tzdata"
                          : in_quotes(name) + " is not a time zone; write one of the tz database, \"Europe/Moscow\"");
    }
    if (context_.time_zone != nullptr) {
      return context_.time_zone;
    }
    if (context_.addition) {
      // Without one its local times would be a guess; the other feeds' zone is not known here.
      return zone;
    }
    if (!place) {
      problems_.warning(event.value_or(document), "\"time_zone\" is missing; write \"time_zone\": \"Europe/Moscow\"");
    }
    if (zone == nullptr) {
      zone = zone_of_offsets(document.value());
    }
    return zone != nullptr ? zone : utc();
  }

  const FeedContext& context_;
  Fields& fields_;
  ProblemList& problems_;
};

}  // namespace

Event read_venue_event(const Place& document, const FeedContext& context, Fields& fields, ProblemList& problems) {
  return EventReader(context, fields, problems).read(document);
}

}  // namespace kiosk
