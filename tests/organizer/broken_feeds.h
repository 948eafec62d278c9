#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// One good venue feed, and many ways to break it.
namespace kiosk::test {

inline const std::string good_feed = R"({
  "format": "venue-feed/1",
  "event": {"title": {"ru": "Форум", "en": "Forum"}, "time_zone": "Europe/Moscow", "languages": ["ru", "en"]},
  "halls": [
    {"id": "gorky", "name": "Gorky", "broadcast": {"url": "https://example.org/g"}},
    {"id": "small", "name": {"ru": "Малый", "en": "Small"}, "delay": {"minutes": 10, "from": "2024-04-17T14:00"}}
  ],
  "sessions": [
    {"id": "opening", "hall": "gorky", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "Opening",
     "speakers": [{"name": "Anna"}]},
    {"id": "lab", "hall": "small", "start": "2024-04-17T11:00", "end": "2024-04-17T12:00", "title": "Lab",
     "speakers": [{"name": "Anna", "role": "R"}], "state": "full", "overflow": "gorky", "originally": {"start": "2024-04-17T10:30"}},
    {"id": "talk", "hall": "gorky", "start": "2024-04-17T12:00", "title": "Talk", "kind": "session"}
  ],
  "notices": [{"id": "bus", "level": "info", "text": "Bus", "halls": ["gorky"], "until": "2024-04-18T12:00"}]
}
)";

struct BrokenFeed {
  const char* was;       // stands once in the good feed
  const char* is;        // in its place
  bool breaks_schema;    // config/feed.schema.json can say that it is wrong
  const char* findings;  // all of them, in lines
};

inline std::string feed_of(const BrokenFeed& broken) {
  std::string feed = good_feed;
  const std::size_t at = feed.find(broken.was);
  if (at == std::string::npos || feed.find(broken.was, at + 1) != std::string::npos) {
    throw std::runtime_error(std::string("stands not once in the good feed: ") + broken.was);
  }
  return feed.replace(at, std::string_view(broken.was).size(), broken.is);
}

inline const std::vector<BrokenFeed> broken_feeds{
    {R"("venue-feed/1")", R"("venue-feed/2")", true,
     R"(feed.json:1: not a feed of a known kind (its format is "venue-feed/2"); known is a venue feed ("format": "venue-feed/1" and "halls"), a schedule.json 2 ("conference" and "events"), a schedule.json ("schedule" with a "conference"), a Sessionize API's view/All ("sessions" and "rooms"), its view/GridSmart (days with "rooms"), pretalx's widget data ("talks" and "rooms"), Indico's timetable ("results" by day), a day of cfp.dev (a list of slots))"
     "\n"},
    {R"("format": "venue-feed/1",)", R"()", true,
     R"(warning: feed.json:1: "format" is missing; write "format": "venue-feed/1")"
     "\n"},
    {R"("time_zone": "Europe/Moscow", )", R"()", true,
     R"(feed.json:1: the feed does not say its time zone, so that nothing is on or next; write "time_zone": "Europe/Berlin" in its event)"
     "\n"
     R"(feed.json:15:90: /notices/0/until: "2024-04-18T12:00" is no time without a time zone; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("Europe/Moscow")", R"("Europe/Moskow")", false,
     R"(feed.json:3:67: /event/time_zone: "Europe/Moskow" is not a time zone, so that nothing is on or next; write one of the tz database, "Europe/Moscow")"
     "\n"
     R"(feed.json:15:90: /notices/0/until: "2024-04-18T12:00" is no time without a time zone; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("Europe/Moscow")", R"("+03:00")", true,
     R"(feed.json:3:67: /event/time_zone: "+03:00" is not a time zone, so that nothing is on or next; write one of the tz database, "Europe/Moscow")"
     "\n"
     R"(feed.json:15:90: /notices/0/until: "2024-04-18T12:00" is no time without a time zone; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("Europe/Moscow")", R"(3)", true,
     R"(feed.json:1: the feed does not say its time zone, so that nothing is on or next; write "time_zone": "Europe/Berlin" in its event)"
     "\n"
     R"(feed.json:3:67: /event/time_zone: 3 is not a text; write "…")"
     "\n"
     R"(feed.json:15:90: /notices/0/until: "2024-04-18T12:00" is no time without a time zone; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"(["ru", "en"])", R"("ru")", true,
     R"(feed.json:3:97: /event/languages: "ru" is not a list; write […])"
     "\n"},
    {R"(["ru", "en"])", R"(["ru", 7])", true,
     R"(feed.json:3:104: /event/languages/1: 7 is not a language; write "ru")"
     "\n"},
    {R"(["ru", "en"])", R"(["ru", "en", "de"])", false,
     R"(warning: feed.json:3:22: /event/title: the text is missing in "de", a language of the event; add "de": "…")"
     "\n"
     R"(warning: feed.json:6:29: /halls/1/name: the text is missing in "de", a language of the event; add "de": "…")"
     "\n"},
    {R"({"ru": "Форум", "en": "Forum"})", R"(7)", true,
     R"(feed.json:3:22: /event/title: 7 is not a text; write "…" or {"ru": "…", "en": "…"})"
     "\n"},
    {R"("title": {"ru": "Форум", "en": "Forum"})", R"("titel": "Forum")", true,
     R"(warning: feed.json:3:22: /event/titel: "titel" means nothing here; did you mean "title"?)"
     "\n"},
    {R"("title": {"ru": "Форум", "en": "Forum"})", R"("title": {"ru": "Форум"})", false,
     R"(warning: feed.json:3:22: /event/title: the text is missing in "en", a language of the event; add "en": "…")"
     "\n"},
    {R"("languages": ["ru", "en"]})", R"("languages": ["ru", "en"], "url": "example.org"})", true,
     R"(feed.json:3:118: /event/url: "example.org" is not a web address; write "https://…")"
     "\n"},
    {R"("languages": ["ru", "en"]})", R"("languages": ["ru", "en"], "url": "http://example.org/"})", false,
     R"(warning: feed.json:3:118: /event/url: "http://example.org/" is not https, so that anyone on the way may change what it opens; write "https://…" if its server answers there)"
     "\n"},
    {R"("languages": ["ru", "en"]})", R"("languages": ["ru", "en"], "colors": {"accent": "red"}})", true,
     R"(feed.json:3:132: /event/colors/accent: "red" is not a colour; write "#10203a")"
     "\n"},
    {R"("languages": ["ru", "en"]})", R"("languages": ["ru", "en"], "colors": {"accnt": "#fff"}})", true,
     R"(warning: feed.json:3:131: /event/colors/accnt: "accnt" means nothing here; did you mean "accent"?)"
     "\n"},
    {R"("languages": ["ru", "en"]})", R"("languages": ["ru", "en"], "mood": "calm"})", true,
     R"(warning: feed.json:3:119: /event/mood: "mood" means nothing here; keys of your own begin with "x-")"
     "\n"},
    {R"({"id": "gorky", "name")", R"({"name")", true,
     R"(feed.json:5:5: /halls/0: the hall has no id; write "id": "gorky")"
     "\n"
     R"(feed.json:9:31: /sessions/0/hall: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:12:80: /sessions/1/overflow: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:13:28: /sessions/2/hall: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:15:71: /notices/0/halls/0: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"},
    {R"({"id": "gorky", "name")", R"({"id": "small", "name")", false,
     R"(feed.json:6:5: /halls/1: the id "small" is taken by line 5; this one is left out)"
     "\n"
     R"(feed.json:9:31: /sessions/0/hall: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:12:80: /sessions/1/overflow: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:13:28: /sessions/2/hall: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"
     R"(feed.json:15:71: /notices/0/halls/0: "gorky" is not a hall of this feed; its halls are "small")"
     "\n"},
    {R"({"id": "gorky", "name")", R"({"id": 5, "name")", true,
     R"(warning: feed.json:5:5: /halls/0: no session is in hall "5"; its screen shows that nothing is scheduled; remove it if it has none)"
     "\n"
     R"(warning: feed.json:5:12: /halls/0/id: an id is a text; write "5")"
     "\n"
     R"(feed.json:9:31: /sessions/0/hall: "gorky" is not a hall of this feed; its halls are "5", "small")"
     "\n"
     R"(feed.json:12:80: /sessions/1/overflow: "gorky" is not a hall of this feed; its halls are "5", "small")"
     "\n"
     R"(feed.json:13:28: /sessions/2/hall: "gorky" is not a hall of this feed; its halls are "5", "small")"
     "\n"
     R"(feed.json:15:71: /notices/0/halls/0: "gorky" is not a hall of this feed; its halls are "5", "small")"
     "\n"},
    {R"({"id": "gorky", "name": "Gorky")", R"({"id": "gorky")", true,
     R"(warning: feed.json:5:5: /halls/0: the hall "gorky" has no name; write "name": "…")"
     "\n"},
    {R"({"id": "gorky", "name": "Gorky")", R"({"id": "gorky", "nmae": "Gorky")", true,
     R"(warning: feed.json:5:5: /halls/0: the hall "gorky" has no name; write "name": "…")"
     "\n"
     R"(warning: feed.json:5:29: /halls/0/nmae: "nmae" means nothing here; did you mean "name"?)"
     "\n"},
    {R"("name": {"ru": "Малый", "en": "Small"})", R"("name": {"ru": "Малый"})", false,
     R"(warning: feed.json:6:29: /halls/1/name: the text is missing in "en", a language of the event; add "en": "…")"
     "\n"},
    {R"("name": {"ru": "Малый", "en": "Small"})", R"("name": {"ru": "Малый", "en": 5})", true,
     R"(warning: feed.json:6:29: /halls/1/name: the text is missing in "en", a language of the event; add "en": "…")"
     "\n"
     R"(feed.json:6:51: /halls/1/name/en: 5 is not a text; write "…")"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"("https://example.org/g")", true,
     R"(warning: feed.json:5:51: /halls/0/broadcast: a page is an object; write {"url": "https://example.org/g"})"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "ftp://example.org/g"})", true,
     R"(feed.json:5:59: /halls/0/broadcast/url: "ftp://example.org/g" is not a web address; write "https://…")"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "http://example.org/g"})", false,
     R"(warning: feed.json:5:59: /halls/0/broadcast/url: "http://example.org/g" is not https, so that anyone on the way may change what it opens; write "https://…" if its server answers there)"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "https://user@example.org/g"})", true,
     R"(feed.json:5:59: /halls/0/broadcast/url: "https://user@example.org/g" holds a user's name before the host, which people take for the host; write "https://…")"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "https://example.org/a b"})", true,
     R"(feed.json:5:59: /halls/0/broadcast/url: "https://example.org/a b" holds a blank; write "https://…")"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "https://example.org\\g"})", true,
     R"(feed.json:5:59: /halls/0/broadcast/url: "https://example.org\g" holds a backslash, which browsers take for a slash; write "https://…")"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({})", true,
     R"(feed.json:5:51: /halls/0/broadcast: an object has no page to open; write {"url": "https://…"})"
     "\n"},
    {R"({"url": "https://example.org/g"})", R"({"url": "https://example.org/g", "title": "x"})", true,
     R"(warning: feed.json:5:93: /halls/0/broadcast/title: "title" means nothing here; keys of your own begin with "x-")"
     "\n"},
    {R"("minutes": 10)", R"("minutes": -1)", true,
     R"(feed.json:6:82: /halls/1/delay/minutes: a delay is 0 to 1440 whole minutes; write "minutes": 10)"
     "\n"},
    {R"("minutes": 10)", R"("minutes": 1.5)", true,
     R"(feed.json:6:82: /halls/1/delay/minutes: a delay is 0 to 1440 whole minutes; write "minutes": 10)"
     "\n"},
    {R"("minutes": 10, )", R"()", true,
     R"(feed.json:6:70: /halls/1/delay: a delay is 0 to 1440 whole minutes; write "minutes": 10)"
     "\n"},
    {R"("from": "2024-04-17T14:00")", R"("from": "14:00")", true,
     R"(feed.json:6:94: /halls/1/delay/from: "14:00" is not a time; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"(, "from": "2024-04-17T14:00")", R"()", true,
     R"(feed.json:6:70: /halls/1/delay: from when is the hall late? Write "from": "2024-04-17T14:00:00+03:00")"
     "\n"},
    {R"({"id": "opening", )", R"({)", true,
     R"(warning: feed.json:9:5: /sessions/0: the session has no id, so a change of its time or title cannot be told from a new one)"
     "\n"},
    {R"({"id": "opening", )", R"({"id": "talk", )", false,
     R"(feed.json:13:5: /sessions/2: the id "talk" is taken by line 9; this one is left out)"
     "\n"},
    {R"("hall": "gorky", "start": "2024-04-17T10:00")", R"("hall": "gorki", "start": "2024-04-17T10:00")", false,
     R"(feed.json:9:31: /sessions/0/hall: "gorki" is not a hall of this feed; did you mean "gorky"?)"
     "\n"},
    {R"("hall": "gorky", "start": "2024-04-17T10:00")", R"("start": "2024-04-17T10:00")", true,
     R"(feed.json:9:5: /sessions/0: the session has no hall; it is left out)"
     "\n"},
    {R"("hall": "gorky", "start": "2024-04-17T10:00")", R"("halls": [], "start": "2024-04-17T10:00")", true,
     R"(feed.json:9:5: /sessions/0: the session has no hall; it is left out)"
     "\n"},
    {R"("start": "2024-04-17T10:00", )", R"()", true,
     R"(feed.json:9:5: /sessions/0: the session has no start; it is left out)"
     "\n"},
    {R"("start": "2024-04-17T10:00")", R"("start": "17.04.2024 10:00")", true,
     R"(feed.json:9:49: /sessions/0/start: "17.04.2024 10:00" is not a time; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("start": "2024-04-17T10:00")", R"("start": "2024-04-31T10:00")", false,
     R"(feed.json:9:49: /sessions/0/start: "2024-04-31T10:00" is not a time; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("start": "2024-04-17T10:00")", R"("start": 10)", true,
     R"(feed.json:9:49: /sessions/0/start: 10 is not a time; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("start": "2024-04-17T10:00", "end": "2024-04-17T11:00")",
     R"("start": "2042-04-17T10:00", "end": "2042-04-17T11:00")", false,
     R"(warning: feed.json:9:49: /sessions/0/start: is on 2042-04-17, far from the event's other days; most sessions are around 2024-04-17: is the date right?)"
     "\n"},
    {R"("end": "2024-04-17T11:00")", R"("end": "2024-04-17T09:00")", false,
     R"(feed.json:9:76: /sessions/0/end: the session ends before it starts; shown without an end)"
     "\n"},
    {R"("end": "2024-04-17T11:00")", R"("end": "11 o'clock")", true,
     R"(feed.json:9:76: /sessions/0/end: "11 o'clock" is not a time; write "2024-04-17T10:00:00+03:00")"
     "\n"},
    {R"("title": "Opening")", R"("title": "")", true,
     R"(feed.json:9:5: /sessions/0: the session has no title; it is left out)"
     "\n"},
    {R"(, "title": "Opening")", R"()", true,
     R"(feed.json:9:5: /sessions/0: the session has no title; it is left out)"
     "\n"},
    {R"("title": "Opening")", R"("title": {"en": "Opening"})", false,
     R"(warning: feed.json:9:105: /sessions/0/title: the text is missing in "ru", a language of the event; add "ru": "…")"
     "\n"},
    {R"("title": "Opening")", R"("title": "Opening", "titel": "x")", true,
     R"(warning: feed.json:9:125: /sessions/0/titel: "titel" means nothing here; did you mean "title"?)"
     "\n"},
    {R"("title": "Opening")", R"("title": "Opening", "subtitel": "x")", true,
     R"(warning: feed.json:9:128: /sessions/0/subtitel: "subtitel" means nothing here; did you mean "subtitle"?)"
     "\n"},
    {R"([{"name": "Anna"}])", R"({"name": "Anna"})", true,
     R"(feed.json:10:18: /sessions/0/speakers: an object is not a list; write […])"
     "\n"},
    {R"([{"name": "Anna"}])", R"([{"role": "director"}])", true,
     R"(feed.json:10:19: /sessions/0/speakers/0: the speaker has no name; write "name": "…")"
     "\n"},
    {R"([{"name": "Anna"}])", R"([7])", true,
     R"(feed.json:10:19: /sessions/0/speakers/0: 7 is not a speaker; write {…})"
     "\n"},
    {R"("start": "2024-04-17T11:00", "end": "2024-04-17T12:00", "title": "Lab")",
     R"("start": "2024-04-17T10:30", "end": "2024-04-17T12:00", "title": "Lab")", false,
     R"(warning: feed.json:12:19: /sessions/1/speakers/0: "Anna" speaks in hall "gorky" until 11:00; nobody is in two halls at once: move "Lab" or "Opening")"
     "\n"},
    {R"("state": "full")", R"("state": "ful")", true,
     R"(feed.json:12:60: /sessions/1/state: "ful" is none of "confirmed", "cancelled", "full", "canceled")"
     "\n"},
    {R"("overflow": "gorky")", R"("overflow": "small")", false,
     R"(feed.json:12:80: /sessions/1/overflow: the session's own hall cannot take those it has no room for)"
     "\n"},
    {R"("overflow": "gorky")", R"("overflow": "golky")", false,
     R"(feed.json:12:80: /sessions/1/overflow: "golky" is not a hall of this feed; did you mean "gorky"?)"
     "\n"},
    {R"("originally": {"start": "2024-04-17T10:30"})", R"("originally": "10:30")", true,
     R"(feed.json:12:103: /sessions/1/originally: "10:30" is not a hall or a start; write {…})"
     "\n"},
    {R"("originally": {"start": "2024-04-17T10:30"})", R"("originally": {"strat": "2024-04-17T10:30"})", true,
     R"(warning: feed.json:12:113: /sessions/1/originally/strat: "strat" means nothing here; did you mean "start"?)"
     "\n"},
    {R"("start": "2024-04-17T12:00", "title": "Talk")",
     R"("start": "2024-04-17T10:30", "end": "2024-04-17T11:30", "title": "Talk")", false,
     R"(warning: feed.json:13:46: /sessions/2/start: starts in hall "gorky" before "Opening" ends at 11:00; end that at 10:30, or move one of the two)"
     "\n"},
    {R"("hall": "gorky", "start": "2024-04-17T12:00")",
     R"("hall": "gorky", "plenum": "yes", "start": "2024-04-17T12:00")", true,
     R"(feed.json:13:47: /sessions/2/plenum: "yes" is neither true nor false)"
     "\n"},
    {R"("kind": "session")", R"("kind": "talk")", true,
     R"(feed.json:13:91: /sessions/2/kind: "talk" is none of "session", "break", "all_day")"
     "\n"},
    {R"("kind": "session")", R"("kind": "session", "kind": "break")", false,
     R"(warning: feed.json:13:110: /sessions/2/kind: "kind" is given twice; the last one counts)"
     "\n"},
    {R"("kind": "session")",
     R"("kind": "session", "broadcast": {"url": "https://example.org/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})",
     false,
     R"(warning: feed.json:13:123: /sessions/2/broadcast/url: a link of 220 characters takes a code of 53 modules a side, read from 1.3 m on a 55" screen; codes for up to 154 characters are read from where people stand; shorten the link)"
     "\n"},
    {R"("level": "info")", R"("level": "urgent")", true,
     R"(feed.json:15:38: /notices/0/level: "urgent" is none of "info", "warning", "emergency")"
     "\n"},
    {R"("text": "Bus", )", R"()", true,
     R"(feed.json:15:15: /notices/0: the notice has no text; write "text": "…")"
     "\n"},
    {R"("halls": ["gorky"])", R"("halls": ["gorki"])", false,
     R"(feed.json:15:71: /notices/0/halls/0: "gorki" is not a hall of this feed; did you mean "gorky"?)"
     "\n"},
    {R"("until": "2024-04-18T12:00")", R"("until": "2024-04-16T12:00")", false,
     R"(warning: feed.json:15:90: /notices/0/until: the notice ended at 2024-04-16 12:00; remove it, or write a later end)"
     "\n"},
    {R"("until": "2024-04-18T12:00")", R"("from": "2024-04-19T12:00", "until": "2024-04-18T12:00")", false,
     R"(feed.json:15:118: /notices/0/until: the notice ends before it begins; shown without an end)"
     "\n"},
    {R"("kind": "session"}
  ],)",
     R"("kind": "session"}
  ])",
     true,
     R"(feed.json:15: not JSON at column 11: object - unexpected string literal; expected '}')"
     "\n"},
};

}  // namespace kiosk::test
