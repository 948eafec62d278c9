#include "organizer/feed_findings.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "organizer/document_places.h"
#include "organizer/findings.h"
#include "tests/catch.h"
#include "tests/organizer/broken_feeds.h"
#include "tests/typesetting/typewriter.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using namespace kiosk::test;

// The hidden test prints what is found in each of the broken feeds:
//
//   organizer_tests "[print]"

namespace {

// Codes as they are: of bytes, at the lowest level of correction (ISO/IEC 18004, table 7).
class TestRuler : public Typewriter {
 public:
  int qr_modules(std::string_view payload) override {
    int modules = 21;
    for (const std::size_t bytes : {17U, 32U, 53U, 78U, 106U, 134U, 154U, 192U, 230U, 271U}) {
      if (payload.size() <= bytes) {
        return modules;
      }
      modules += 4;
    }
    return modules;
  }
};

std::vector<Problem> findings_of(std::string_view feed) {
  TestRuler ruler;
  Wordings wordings;
  return feed_findings(
      feed,
      {.file = "feed.json", .time_zone = {}, .now = at("2024-04-17 09:00"), .ruler = &ruler, .wordings = &wordings});
}

std::string lines_of(std::string_view feed) {
  std::string lines;
  for (const Problem& finding : findings_of(feed)) {
    lines += finding_line(finding) + '\n';
  }
  return lines;
}

std::string text_of_file(const std::string& name) {
  std::ifstream file(KIOSK_SOURCE_DIR "/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Whether a feed is valid by the schema that editors check it by.
class FeedSchema {
 public:
  FeedSchema() {
    const nlohmann::json text = nlohmann::json::parse(text_of_file("config/feed.schema.json"));
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema_);
  }
  bool takes(const std::string& feed) const {
    const nlohmann::json document = nlohmann::json::parse(feed, nullptr, false);
    valijson::Validator validator;
    return !document.is_discarded() &&
           validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
  }

 private:
  valijson::Schema schema_;
};

}  // namespace

TEST_CASE("in a good feed nothing is found") { CHECK(lines_of(good_feed) == ""); }

TEST_CASE("each way to break a feed is found where it is, with what would be right") {
  REQUIRE(broken_feeds.size() >= 60);
  for (const BrokenFeed& broken : broken_feeds) {
    CAPTURE(broken.was, broken.is);
    CHECK(lines_of(feed_of(broken)) == broken.findings);
    CHECK(std::string(broken.findings) != "");
  }
}

TEST_CASE("the feed's schema refuses all of these that a schema can, and takes what is good") {
  const FeedSchema schema;
  CHECK(schema.takes(good_feed));
  CHECK(schema.takes(text_of_file("assets/demo/feed.json")));
  for (const BrokenFeed& broken : broken_feeds) {
    CAPTURE(broken.was, broken.is);
    CHECK(schema.takes(feed_of(broken)) != broken.breaks_schema);
  }
}

TEST_CASE("what is found in each broken feed", "[.][print]") {
  for (const BrokenFeed& broken : broken_feeds) {
    std::cout << lines_of(feed_of(broken)) << "\n====\n";
  }
}

TEST_CASE("a person in two halls at once is found, in whatever case the name is") {
  const auto feed = [](const char* second_start) {
    return R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
      "halls": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
      "sessions": [
        {"id": "1", "hall": "a", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "One",
         "speakers": [{"name": "Анна Иванова"}]},
        {"id": "2", "hall": "b", "start": ")" +
           std::string(second_start) + R"(", "end": "2024-04-17T12:00", "title": "Two",
         "speakers": [{"name": "Boris"}, {"name": "АННА ИВАНОВА"}]}]})";
  };
  CHECK(lines_of(feed("2024-04-17T11:00")) == "");
  CHECK(lines_of(feed("2024-04-17T10:59")) ==
        "warning: feed.json:7:42: /sessions/1/speakers/1: \"АННА ИВАНОВА\" speaks in hall \"a\" until 11:00; nobody is "
        "in "
        "two halls at once: move \"Two\" or \"One\"\n");
}

namespace {

// One session, whose title has so many words.
std::string feed_of_words(int count) {
  std::string title;
  for (int i = 0; i < count; ++i) {
    title += (i == 0 ? "" : " ") + std::string("library");
  }
  return R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
"halls": [{"id": "a", "name": "A"}],
"sessions": [{"id": "1", "hall": "a", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00",
  "title": ")" +
         title + "\"}]}";
}

}  // namespace

TEST_CASE("a title that is cut is found with the screens on which it is, one that fits is not") {
  CHECK(lines_of(feed_of_words(12)) == "");
  const std::string right = " (\"en\"); say it in up to about 120 characters, and the rest in \"subtitle\"\n";
  CHECK(lines_of(feed_of_words(90)) ==
        "warning: feed.json:4:12: /sessions/0/title: the title of 719 characters is cut on screens of 1024x768" +
            right);
  CHECK(lines_of(feed_of_words(200)) ==
        "warning: feed.json:4:12: /sessions/0/title: the title of 1599 characters is cut on screens of 1280x720, "
        "1920x1080, 1080x1920 and 1024x768" +
            right);
}

TEST_CASE("of thousands of long titles the longest are laid out") {
  // Counts the titles whose lines it is asked for.
  class CountingRuler : public TestRuler {
   public:
    LineBreaker& line_breaker(std::string_view text, const TextStyle& style) override {
      if (text.find("library") != std::string_view::npos) {
        titles.insert(std::string(text));
      }
      return TestRuler::line_breaker(text, style);
    }
    std::set<std::string> titles;
  };
  const std::string library = "library library library library library library library library ";
  std::string feed = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "a", "name": "A"}], "sessions": [)";
  for (int i = 0; i < 3000; ++i) {
    char start[32];
    std::snprintf(start, sizeof start, "2024-%02d-%02dT%02d:00", 1 + i / 672, 1 + i / 24 % 28, i % 24);
    // Titles of 1000 kinds, by and by longer.
    feed += std::string(i == 0 ? "" : ",") + R"({"id": ")" + std::to_string(i) + R"(", "hall": "a", "start": ")" +
            start + R"(", "title": ")" + library + std::string(static_cast<std::size_t>(i % 1000 / 10), '.') + "b" +
            std::to_string(i % 1000) + "\"}";
  }
  CountingRuler ruler;
  Wordings wordings;
  feed_findings(feed + "]}", {.now = at("2024-04-17 09:00"), .ruler = &ruler, .wordings = &wordings});
  std::set<std::string> numbers;
  for (const std::string& title : ruler.titles) {
    numbers.insert(title.substr(title.rfind('b')));
  }
  CHECK(numbers.size() >= 300);
  CHECK(numbers.size() < 310);  // with those that stand below as what is next
  CHECK(numbers.contains("b999"));
  CHECK_FALSE(numbers.contains("b100"));
}

TEST_CASE("a document over an export is looked at as screens join both, without what the export brings by itself") {
  const std::string exported = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"},
    "halls": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "empty", "name": "C"}],
    "sessions": [
      {"id": "1", "hall": "a", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "One"},
      {"id": "2", "hall": "a", "start": "2024-04-17T10:30", "end": "2024-04-17T11:30", "title": "Two"},
      {"id": "3", "hall": "b", "start": "2024-04-17T10:00", "end": "2024-04-17T11:00", "title": "Three"}]})";
  const auto over = [&](const std::string& overlay, const std::string& under) {
    TestRuler ruler;
    Wordings wordings;
    std::string lines;
    for (const Problem& finding : feed_findings(overlay, {.file = "ours.json",
                                                         .now = at("2024-04-17 09:00"),
                                                         .ruler = &ruler,
                                                         .wordings = &wordings,
                                                         .under = FeedDocument::Under{under, "export.json"}})) {
      lines += finding_line(finding) + '\n';
    }
    return lines;
  };
  CHECK(over(R"({"format": "venue-feed/1", "sessions": [{"id": "1", "state": "cancelled"}]})", exported) == "");
  CHECK(over("{\"format\": \"venue-feed/1\", \"sessions\": [\n  {\"id\": \"3\", \"hall\": \"a\"}]}", exported) ==
        "warning: ours.json:2:3: /sessions/0/start: starts in hall \"a\" before \"One\" ends at 11:00; end that at "
        "10:00, or move one of the two\n");
  CHECK(over(R"({"format": "venue-feed/1", "sessions": [{"id": "nobody", "state": "cancelled"}]})", exported) ==
        "ours.json:1:41: /sessions/0: no feed before this one has a session \"nobody\"; a new one needs title, start, "
        "hall\n");
  CHECK(over(R"({"format": "venue-feed/1", "sessions": [{"id": "1", "tite": "New"}]})", exported) ==
        "warning: ours.json:1:61: /sessions/0/tite: \"tite\" means nothing here; did you mean \"title\"?\n");
  CHECK(over(R"({"format": "venue-feed/1"})", "{").starts_with("export.json:1: not JSON"));
  CHECK(over(exported, exported) == "");
}

TEST_CASE("what is found in an export is told by the session, since its lines are the exporter's") {
  const std::string found = lines_of(R"({"sessions": [
    {"id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00Z", "endsAt": "2024-04-17T11:00:00Z", "roomId": 7},
    {"id": "2", "title": "U", "startsAt": "2024-04-17T10:30:00Z", "endsAt": "2024-04-17T11:30:00Z", "roomId": 7}],
    "speakers": [], "rooms": [{"id": 7, "name": "Gorky"}]})");
  CHECK(found.find("session 2: starts in hall \"gorky\" before \"T\" ends at 11:00") != std::string::npos);
}

TEST_CASE("a document that is no feed has the one finding that says so") {
  CHECK(lines_of("{").find("feed.json:1: not JSON") == 0);
  CHECK(findings_of("").size() == 1);
}

TEST_CASE("of very many findings a hundred are told, and errors before warnings") {
  std::string feed = R"({"format": "venue-feed/1", "event": {"title": "E", "time_zone": "UTC"}, "halls": [)";
  for (int i = 0; i < 150; ++i) {
    feed += R"({"id": "h)" + std::to_string(i) +
            R"(", "name": "A"},)"
            "\n";
  }
  feed += R"({"id": "a", "name": "A"}], "sessions": [{"id": "s", "hall": "a"}]})";
  const std::vector<Problem> findings = findings_of(feed);
  REQUIRE(findings.size() == 100);
  CHECK(findings.back().what == "and 54 more problems");
  CHECK(std::count_if(findings.begin(), findings.end(),
                      [](const Problem& finding) { return finding.severity == Severity::error; }) == 2);
}

TEST_CASE("places of a document are lines and characters, whatever its line ends, escapes and nesting") {
  const std::string text =
      "\xEF\xBB\xBF{ \"ключ\": [1,\r\n  {\"a\\\"b/~\": \"x\\\\\", \"c\": {}}, -1.5e3],\n\"k\": 1,\"k\":\t2}";
  const std::map<std::string, DocumentPlace> places = document_places(
      text, {"", "/ключ", "/ключ/0", "/ключ/1", "/ключ/1/a\"b~1~0", "/ключ/1/c", "/ключ/2", "/k", "/no"});
  CHECK(places == std::map<std::string, DocumentPlace>{{"", {1, 1}},
                                                       {"/ключ", {1, 11}},
                                                       {"/ключ/0", {1, 12}},
                                                       {"/ключ/1", {2, 3}},
                                                       {"/ключ/1/a\"b~1~0", {2, 14}},
                                                       {"/ключ/1/c", {2, 26}},
                                                       {"/ключ/2", {2, 31}},
                                                       {"/k", {3, 13}}});
}
