#include "dialects/foreign_document.h"

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using kiosk::read_feed;

namespace {

// What a document that is no feed is refused with.
std::string refusal_of(std::string_view bytes) {
  const auto reading = read_feed(bytes, {.file = "feed"});
  return reading ? "read" : to_string(reading.error());
}

const std::string give_a_schedule =
    "; give the programme itself: a schedule.json, Sessionize's view/All or a venue feed";
const std::string give_pretalx = "; give pretalx's export, …/schedule/export/schedule.json";
const std::string give_view_all = "; give Sessionize's view/All as JSON, https://sessionize.com/api/v2/…/view/All";
const std::string known =
    "; known is a venue feed (\"format\": \"venue-feed/1\" and \"halls\"), a schedule.json 2 (\"conference\" and "
    "\"events\"), a schedule.json (\"schedule\" with a \"conference\"), a Sessionize API's view/All (\"sessions\" and "
    "\"rooms\"), its view/GridSmart (days with \"rooms\"), pretalx's widget data (\"talks\" and \"rooms\"), "
    "Indico's timetable (\"results\" by day), a day of cfp.dev (a list of slots)";

}  // namespace

TEST_CASE("a web page is refused as one, and told where the data may be") {
  const std::string page = "feed:1: not JSON but a web page (HTML)";
  for (const char* text :
       {"<html>\n<body>502 Bad Gateway</body>", "<!DOCTYPE html><html></html>", "\xEF\xBB\xBF\n <!doctype HTML>",
        "<!-- from a cache --><HTML>", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD\">\n<html>",
        "<div class=\"programme\">", "<", "<!--"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) == page +
                                  "; give the address of the schedule.json itself; where a browser has to log in, "
                                  "name a token_file or login_file under [feed]");
  }
  CHECK(refusal_of("<!doctype html><pretalx-schedule event-url=\"https://pretalx.com/x/\"></pretalx-schedule>") ==
        page + give_pretalx);
  CHECK(refusal_of("<div class=\"sz-powered-by\"><a href=\"https://sessionize.com/\">") == page + give_view_all);
}

TEST_CASE("XML is refused by what it is, and frab's is told of the JSON beside it") {
  for (const char* text :
       {"<schedule>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c -->\n<schedule version=\"1\">",
        "<?xml version='1.0'?><schedule\nxmlns:xsi=\"\">"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) ==
          "feed:1: not JSON but a schedule.xml, as frab and pretalx write it; give the schedule.json that the same "
          "programme exports");
  }
  for (const char* text : {"<rss version=\"2.0\">", "<?xml version=\"1.0\"?><feed xmlns=\"\">", "<rdf:RDF/>"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) == "feed:1: not JSON but news (RSS or Atom)" + give_a_schedule);
  }
  CHECK(refusal_of("<?xml version=\"1.0\"?><urlset><url/></urlset>") ==
        "feed:1: not JSON but XML (\"<urlset>\")" + give_a_schedule);
  CHECK(refusal_of("<?xml version=\"1.0\"?>") == "feed:1: not JSON but XML (\"<>\")" + give_a_schedule);
}

TEST_CASE("a calendar is refused as one") {
  for (const char* text : {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
                           "\xEF\xBB\xBF"
                           "begin:vcalendar"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) == "feed:1: not JSON but a calendar (iCalendar)" + give_a_schedule);
  }
  CHECK(refusal_of(R"(["vcalendar", [], []])") ==
        "feed:1: not a feed of a known kind (a calendar (jCal))" + give_a_schedule);
}

TEST_CASE("a table is refused as one, and JSON with a slip is not taken for one") {
  for (const char* text : {"Title,Room,Start\nOpening,Hall 1,10:00\n",
                           "\"Title\";\"Room\";\"Start\"\r\n\"A\";\"B\";\"C\"", "Title\tRoom\tStart\nA\tB\tC\n"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) == "feed:1: not JSON but a table (CSV); make a feed of it by venue-kiosk convert");
  }
  for (const char* text :
       {"Title,Room\nA,B\n", "a, b, c", "\"format\": \"venue-feed/1\", \"halls\": [], \"sessions\": []\n, ",
        "{\"a\": 1,\n\"b\": 2,,\n}", "[1,2,,3]\n4,5", "not yet, sorry, come back\nlater"}) {
    CAPTURE(text);
    CHECK(refusal_of(text).find("not JSON at column") != std::string::npos);
  }
}

TEST_CASE("files that are no text are refused by what they are") {
  CHECK(refusal_of("%PDF-1.7\n%\xE2\xE3") == "feed: not JSON but a PDF" + give_a_schedule);
  CHECK(refusal_of("PK\x03\x04\x14") == "feed: not JSON but a ZIP archive, as spreadsheets are" + give_a_schedule);
  CHECK(refusal_of("\x1F\x8B\x08") == "feed: not JSON but compressed (gzip); unpack it");
}

TEST_CASE("JSON of no known shape is refused by what it is, and told which shapes are known") {
  const std::pair<const char*, const char*> cases[] = {
      {"{}", "an empty object"},
      {"[]", "an empty list, as Sessionize's grid before it is published"},
      {"[{}]", "a list of one item"},
      {"[1, 2]", "a list of 2 items"},
      {"12", "nothing but 12"},
      {"\"feed\"", "nothing but \"feed\""},
      {"null", "nothing but null"},
      {R"({"halls": 3})", "an object with \"halls\""},
      {R"({"rooms": []})", "an object with \"rooms\""},
      {R"({"a": 1, "b": 2, "c": 3})", "an object with \"a\", \"b\", \"c\""},
      {R"({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5})", "an object with \"a\", \"b\", \"c\" and 2 more"},
      {R"({"schedule": {}})", "a \"schedule\" with neither a \"conference\" nor \"days\""},
      {R"({"talks": []})", "an object with \"talks\""},
      {R"([{"rooms": []}])", "a list of one item"},
      {R"([{"date": "2024-04-17", "rooms": {}}])", "a list of one item"},
      {R"({"sessions": []})", "\"sessions\" without \"rooms\" or \"halls\""},
      {R"({"format": "venue-feed/2", "halls": []})", "its format is \"venue-feed/2\""},
  };
  for (const auto& [text, like] : cases) {
    CAPTURE(text);
    CHECK(refusal_of(text) == std::string("feed:1: not a feed of a known kind (") + like + ")" + known);
  }
}

TEST_CASE("JSON that stands beside the programme is told what to give instead") {
  const auto refused = [](const std::string& like) { return "feed:1: not a feed of a known kind (" + like + ")"; };
  CHECK(refusal_of(R"([{"id": "1", "fullName": "Ada"}])") ==
        refused("a list of people, as Sessionize's view/Speakers") + give_view_all);
  CHECK(refusal_of(R"([{"groupId": 1, "groupName": "All", "sessions": []}])") ==
        refused("groups of sessions, as Sessionize's view/Sessions") + give_view_all);
  CHECK(refusal_of(R"({"count": 1, "next": null, "previous": null, "results": [{"code": "ABCDEF"}]})") ==
        refused("a page of an API's list, as pretalx's") + give_pretalx);
  for (const char* results : {"{}", "[]", R"({"7": {}})", R"([{"_type": "Conference", "id": "7", "title": "E"}])"}) {
    CHECK(refusal_of(R"({"count": 1, "ts": 1, "url": "https://indico.example.org/export/event/7.json", "results": )" +
                     std::string(results) + "}") == refused("an export of Indico without days or talks") +
                                                        "; give Indico's timetable, …/export/timetable/ID.json");
  }
  CHECK(refusal_of(R"({"version": "https://jsonfeed.org/version/1.1", "items": []})") ==
        refused("news (JSON Feed)") + give_a_schedule);
  for (const char* key : {"error", "detail"}) {
    CHECK(refusal_of(std::string("{\"") + key + R"(": "Not found."})") ==
          refused("a server's word that it has none, \"Not found.\"") +
              "; check the address, and whether it asks for a token (token_file under [feed])");
  }
}

TEST_CASE("a refusal is one line that is safe to print, and no longer than a log bears") {
  const std::string endless(100'000, 'x');
  for (const std::string& text : std::vector<std::string>{
           "<?xml?><" + endless, "<?xml?><a\x1B[2J", "{\"" + endless + "\": 1}", "{\"a\\u001b[2J\": 1}",
           "{\"format\": \"" + endless + "\"}", "{\"error\": \"" + endless + "\"}", "\"" + endless + "\""}) {
    const std::string refusal = refusal_of(text);
    CHECK(refusal.find_first_of("\n\x1B") == std::string::npos);
    CHECK(refusal.size() < 600);
  }
}

TEST_CASE("what is read says what it was taken for") {
  const auto dialect_of = [](const std::string& text) {
    const auto reading = kiosk::read_feed_part(text, {});
    return reading ? reading->dialect : to_string(reading.error());
  };
  CHECK(dialect_of(kiosk::test::feed_of("")) == "venue-feed/1");
  CHECK(dialect_of(R"({"schedule": {"conference": {"title": "E", "rooms": [{"name": "A"}], "days": []}}})") ==
        "schedule.json");
  CHECK(dialect_of(R"({"schedule": {"conference": {"title": "E", "rooms": [{"name": "A"}]}, "events": []}})") ==
        "schedule.json 2");
  CHECK(dialect_of(R"({"sessions": [], "rooms": [{"id": 1, "name": "A"}]})") == "Sessionize view/All");
  CHECK(dialect_of(R"([{"date": "2024-04-17", "rooms": [{"id": 1, "name": "A"}]}])") == "Sessionize view/GridSmart");
  CHECK(dialect_of(R"({"talks": [], "rooms": [{"id": 1, "name": "A"}]})") == "pretalx widget v2");
  CHECK(dialect_of(R"({"results": {"7": {"20240417": {"b1": {"entryType": "Break", "id": "b1", "title": "Lunch",
    "room": "A", "startDate": {"date": "2024-04-17", "time": "12:00:00", "tz": "UTC"}}}}}})") == "Indico");
  CHECK(dialect_of(R"([{"id": 1, "fromDate": "2024-04-17T10:00:00Z", "toDate": "2024-04-17T11:00:00Z",
    "room": {"id": 1, "name": "A"}, "sessionType": {"name": "Talk"}, "timezone": "UTC"}])") == "cfp.dev");
}
