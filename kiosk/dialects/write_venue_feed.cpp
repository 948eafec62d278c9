#include "dialects/write_venue_feed.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "reading/hall_references.h"
#include "reading/plain_text.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

// What the reader reads as this text.
std::string as_read(const std::string& text) {
  if (plain_text(text) == text) {
    return text;
  }
  std::string written;
  for (const char c : text) {
    const bool may_mark = std::string_view("&<>*_`[]()\\!~#").find(c) != std::string_view::npos;
    written += may_mark ? "&#" + std::to_string(static_cast<int>(c)) + ';' : std::string(1, c);
  }
  return written;
}

Json text_json(const LocalText& text) {
  if (text.all().size() == 1 && text.all().front().first.empty()) {
    return as_read(text.all().front().second);
  }
  Json by_language = Json::object();
  for (const auto& [language, words] : text.all()) {
    by_language[language] = as_read(words);
  }
  return by_language;
}

std::string color_text(std::uint32_t color) {
  char digits[8] = "";
  std::snprintf(digits, sizeof digits, "#%06x", color & 0xFFFFFFU);
  return digits;
}

void put(Json& object, const char* key, const LocalText& text) {
  if (!text.empty()) {
    object[key] = text_json(text);
  }
}
void put(Json& object, const char* key, const std::string& word) {
  if (!word.empty()) {
    object[key] = word;
  }
}
void put(Json& object, const char* key, const std::optional<Link>& link) {
  if (link) {
    object[key] = {{"url", link->url}};
  }
}

class Writer {
 public:
  explicit Writer(const Schedule::Parts& parts) : parts_(parts) {}

  std::string write() const {
    Json feed = {{"format", "venue-feed/1"}, {"event", event()}, {"halls", Json::array()}, {"sessions", Json::array()}};
    for (const Hall& hall : parts_.halls) {
      feed["halls"].push_back(written(hall));
    }
    for (const Session& session : parts_.sessions) {
      feed["sessions"].push_back(written(session));
    }
    for (const Notice& notice : parts_.notices) {
      feed["notices"].push_back(written(notice));
    }
    return feed.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  }

 private:
  std::string time(Instant instant) const { return format_instant(instant, parts_.event.time_zone); }

  Json event() const {
    const Event& event = parts_.event;
    Json json = Json::object();
    put(json, "title", event.title);
    put(json, "short_title", event.short_title);
    if (event.time_zone) {
      json["time_zone"] = name_of(*event.time_zone);
    }
    if (!event.languages.empty()) {
      json["languages"] = event.languages;
    }
    if (event.url) {
      json["url"] = event.url->url;
    }
    put(json, "logo", event.logo);
    if (event.colors.background) {
      json["colors"]["background"] = color_text(*event.colors.background);
    }
    if (event.colors.accent) {
      json["colors"]["accent"] = color_text(*event.colors.accent);
    }
    return json;
  }

  Json written(const Hall& hall) const {
    Json json = {{"id", hall.id}};
    put(json, "name", hall.name);
    put(json, "place", hall.place);
    put(json, "broadcast", hall.broadcast);
    if (hall.delay) {
      json["delay"] = {{"minutes", hall.delay->by.count()}, {"from", time(hall.delay->from)}};
    }
    put(json, "background", hall.background);
    return json;
  }

  // "all" where it takes every hall and the word cannot be taken for one.
  void put_halls(Json& json, const std::vector<std::string>& halls) const {
    const bool every = halls.size() > 1 && std::equal(halls.begin(), halls.end(), parts_.halls.begin(),
                                                      parts_.halls.end(), [](const std::string& id, const Hall& hall) {
                                                        return id == hall.id && id != every_hall;
                                                      });
    if (every) {
      json["halls"] = every_hall;
    } else if (halls.size() == 1 && halls.front() != every_hall) {
      json["hall"] = halls.front();
    } else {
      json["halls"] = halls;
    }
  }

  Json written(const Session& session) const {
    Json json = {{"id", session.id}};
    if (session.kind != SessionKind::session) {
      json["kind"] = session.kind == SessionKind::break_ ? "break" : "all_day";
    }
    put_halls(json, session.halls);
    if (session.plenum) {
      json["plenum"] = true;
    }
    json["start"] = time(session.start);
    if (session.end) {
      json["end"] = time(*session.end);
    }
    put(json, "title", session.title);
    put(json, "subtitle", session.subtitle);
    put(json, "track", session.track);
    put(json, "language", session.language);
    for (const Speaker& speaker : session.speakers) {
      Json person = {{"name", text_json(speaker.name)}};
      put(person, "role", speaker.role);
      put(person, "photo", speaker.photo);
      json["speakers"].push_back(std::move(person));
    }
    if (session.not_broadcast) {
      json["broadcast"] = nullptr;
    }
    put(json, "broadcast", session.broadcast);
    put(json, "recording", session.recording);
    if (session.state != SessionState::confirmed) {
      json["state"] = session.state == SessionState::full ? "full" : "cancelled";
    }
    put(json, "reason", session.reason);
    put(json, "overflow", session.overflow);
    if (session.originally) {
      put(json["originally"], "hall", session.originally->hall);
      if (session.originally->start) {
        json["originally"]["start"] = time(*session.originally->start);
      }
    }
    return json;
  }

  Json written(const Notice& notice) const {
    Json json = {{"id", notice.id}};
    if (notice.level != NoticeLevel::info) {
      json["level"] = notice.level == NoticeLevel::warning ? "warning" : "emergency";
    }
    put(json, "text", notice.text);
    if (!notice.halls.empty()) {
      json["halls"] = notice.halls;
    }
    // Without a zone only an exact time says when a notice holds.
    const TimeZone zone = parts_.event.time_zone.or_utc();
    if (notice.from) {
      json["from"] = format_instant(*notice.from, zone);
    }
    if (notice.until) {
      json["until"] = format_instant(*notice.until, zone);
    }
    return json;
  }

  const Schedule::Parts& parts_;
};

}  // namespace

std::string write_venue_feed(const Schedule::Parts& parts) { return Writer(parts).write(); }

}  // namespace kiosk
