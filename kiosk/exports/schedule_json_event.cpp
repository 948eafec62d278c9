#include "exports/schedule_json_event.h"

#include "base/feed_budget.h"
#include "base/url.h"
#include "reading/event_zone.h"
#include "reading/web_address.h"

namespace kiosk {
namespace {

// Whether a phone can open it: some exports name a page on the exporter's own machine.
bool is_public_page(const std::string* url) {
  if (url == nullptr || url->size() > feed_budget.address || !is_http_url(*url)) {
    return false;
  }
  const std::string_view host = std::string_view(*url).substr(url->find("://") + 3);
  return !host.starts_with("localhost") && !host.starts_with("127.");
}

SaidZone read_time_zone(const Place& conference, const SaidZone& of_offsets, const FeedContext& context, Fields& fields,
                        ProblemList& problems) {
  const FeedZone feed{.place = conference,
                      .named = conference.member("time_zone_name"),
                      .name = fields.word(conference, "time_zone_name"),
                      .of_offsets = of_offsets};
  return event_zone(feed, context, problems, [&] {
    problems.warning(conference, "\"time_zone_name\" is missing", "the offset of the sessions' times stands in for it");
  });
}

}  // namespace

std::string schedule_json_picture(Fields& fields, const Place& object, std::string_view key) {
  const auto value = object.member(key);
  return value && value->value().object() != nullptr ? fields.picture(*value, "url") : fields.picture(object, key);
}

Event read_schedule_json_event(const Place& wrapper, const Place& conference, const SaidZone& of_offsets,
                               const FeedContext& context, Fields& fields, ProblemList& problems) {
  Event event;
  event.title = fields.text(conference, "title", Markup::references_only);
  const std::string* base = wrapper.value().find_text("base_url");
  const bool has_base = is_public_page(base) && is_web_address(*base);
  fields.set_base(has_base ? *base : context.base);
  event.logo = schedule_json_picture(fields, conference, "logo");
  if (const auto colors = conference.member("colors"); colors && fields.is_object(*colors, "colours")) {
    event.colors = {.background = fields.color(*colors, "background"), .accent = fields.color(*colors, "primary")};
  }
  // pretalx writes the page beside the conference; frab and old pretalx have it as the base alone.
  for (const Place& place : {conference, wrapper}) {
    const std::string* url = place.value().find_text("url");
    if (!event.url && is_public_page(url)) {
      event.url = fields.url(place, "url");
    }
  }
  if (!event.url && has_base) {
    event.url = Link{*base};
  }
  event.time_zone = read_time_zone(conference, of_offsets, context, fields, problems);
  fields.set_time_zone(event.time_zone);
  return event;
}

}  // namespace kiosk
