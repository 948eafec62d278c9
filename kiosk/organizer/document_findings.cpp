#include "organizer/document_findings.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/feed_budget.h"
#include "base/words.h"
#include "dialects/venue_feed_keys.h"
#include "json/place.h"
#include "layout/panels/qr_card.h"
#include "layout/reading_distance.h"

namespace kiosk {
namespace {

constexpr int finest_code = 45;  // modules on a side, version 7: 154 characters

std::string id_text(const Json& object) {
  const Json* id = object.find("id");
  const std::int64_t* number = id != nullptr ? id->integer() : nullptr;
  const std::string* text = id != nullptr ? id->string() : nullptr;
  return number != nullptr ? std::to_string(*number) : text != nullptr ? *text : "";
}

void note_ids(const Json& feed, const char* list, std::map<std::string, std::string>& pointers) {
  const Json* found = feed.find(list);
  const Json::Array* elements = found != nullptr ? found->array() : nullptr;
  for (std::size_t i = 0; elements != nullptr && i < elements->size(); ++i) {
    pointers.emplace(id_text((*elements)[i]), std::string("/") + list + '/' + std::to_string(i));
  }
}

class DocumentFindings {
 public:
  DocumentFindings(const Event& event, Ruler* ruler, FindingList& findings)
      : event_(event), ruler_(ruler), findings_(findings) {}

  void find(const Place& feed) {
    check_keys(feed, venue_feed_keys::document);
    if (const auto event = feed.member("event")) {
      check_keys(*event, venue_feed_keys::event);
      check_texts(*event, {"title", "short_title"});
      check_link(event->member("url"));
      check_keys(event->member("colors"), venue_feed_keys::colors);
    }
    for_each_element(feed.member("halls"), [&](const Place& hall) {
      check_keys(hall, venue_feed_keys::hall);
      check_texts(hall, {"name", "place"});
      check_page(hall.member("broadcast"));
      check_keys(hall.member("delay"), venue_feed_keys::delay);
    });
    for_each_element(feed.member("sessions"), [&](const Place& session) { check_session(session); });
    for_each_element(feed.member("notices"), [&](const Place& notice) {
      check_keys(notice, venue_feed_keys::notice);
      check_texts(notice, {"text"});
    });
  }

 private:
  void check_session(const Place& session) {
    check_keys(session, venue_feed_keys::session);
    check_texts(session, {"title", "subtitle", "track", "reason"});
    check_page(session.member("broadcast"));
    check_page(session.member("recording"));
    check_keys(session.member("originally"), venue_feed_keys::originally);
    for_each_element(session.member("speakers"), [&](const Place& speaker) {
      check_keys(speaker, venue_feed_keys::speaker);
      check_texts(speaker, {"name", "role"});
    });
  }

  // The reader tells of those that are near a known one that is not given.
  void check_keys(const std::optional<Place>& object, std::span<const std::string_view> known) {
    const Json::Object* members = object ? object->value().object() : nullptr;
    for (std::size_t i = 0; members != nullptr && i < members->size(); ++i) {
      const std::string& key = (*members)[i].first;
      if (std::find(known.begin(), known.end(), key) != known.end() || key.starts_with("x-")) {
        continue;
      }
      const std::string meant = did_you_mean(key, known);
      findings_.add(object->member_at(i).pointer(), in_quotes(key) + " means nothing here",
                    meant.empty() ? "keys of your own begin with \"x-\"" : meant);
    }
  }

  // Of a text by language: of a plain one nobody says which language it is in.
  void check_texts(const Place& object, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      const auto text = object.member(key);
      const Json::Object* by_language = text ? text->value().object() : nullptr;
      for (const std::string& language : event_.languages) {
        if (by_language != nullptr && !has_language(*by_language, language)) {
          findings_.add(text->pointer(), "the text is missing in " + in_quotes(language) + ", a language of the event",
                        "add " + in_quotes(language) + ": \"…\"");
        }
      }
    }
  }

  static bool has_language(const Json::Object& texts, const std::string& language) {
    LocalText text;
    for (const auto& [tag, value] : texts) {
      text.add(tag, value.string() != nullptr && !value.string()->empty() ? tag : "");
    }
    const std::string& found = text.in(language);
    const std::string_view base = std::string_view(language).substr(0, language.find('-'));
    return !found.empty() && (found == language || found == base || found.starts_with(std::string(base) + '-'));
  }

  void check_page(const std::optional<Place>& page) {
    if (page) {
      check_keys(page, venue_feed_keys::link);
      check_link(page->value().string() != nullptr ? page : page->member("url"));
    }
  }

  void check_link(const std::optional<Place>& link) {
    const std::string* url = link ? link->value().string() : nullptr;
    if (url == nullptr || url->size() > feed_budget.address) {
      return;
    }
    if (lower_case(std::string_view(*url).substr(0, 7)) == "http://") {
      findings_.add(link->pointer(),
                    in_quotes(*url) + " is not https, so that anyone on the way may change what it opens",
                    "write \"https://…\" if its server answers there");
    }
    const int modules = ruler_ != nullptr ? ruler_->qr_modules(*url) : 0;
    if (modules > finest_code) {
      char metres[16];
      std::snprintf(metres, sizeof metres, "%.1f",
                    scanning_metres(double{headline_code_span} / 100 * usual_picture_mm.short_side(), modules));
      findings_.add(link->pointer(),
                    "a link of " + std::to_string(url->size()) + " characters takes a code of " +
                        std::to_string(modules) + " modules a side, read from " + metres + " m on a 55\" screen",
                    "codes for up to 154 characters are read from where people stand; shorten the link");
    }
  }

  const Event& event_;
  Ruler* ruler_;
  FindingList& findings_;
};

}  // namespace

FeedPointers pointers_of(const Json& venue_feed) {
  FeedPointers pointers;
  note_ids(venue_feed, "halls", pointers.halls);
  note_ids(venue_feed, "sessions", pointers.sessions);
  note_ids(venue_feed, "notices", pointers.notices);
  return pointers;
}

void find_in_venue_feed(const Json& venue_feed, const Event& event, Ruler* ruler, FindingList& findings) {
  DocumentFindings(event, ruler, findings).find(Place(venue_feed));
}

}  // namespace kiosk
