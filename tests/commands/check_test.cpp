#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"
#include "tests/harness/xvfb.h"

using namespace kiosk::test;

namespace {

// How many lines begin with the mark.
std::size_t marked(const std::string& text, const std::string& mark) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    count += text.compare(at, mark.size(), mark) == 0 ? 1U : 0U;
    if (text.find('\n', at) == std::string::npos) {
      break;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("check finds nothing wrong with the demo, and counts it") {
  const Outcome outcome = venue_kiosk({"check", "--config", demo_settings});
  CHECK(outcome.status == 0);
  CHECK_FALSE(contains(outcome.err, "✗"));
  CHECK(contains(outcome.out, "✓ hall: gorky, Горьковский зал\n"));
  CHECK(contains(outcome.out, "5 halls"));
  CHECK(contains(outcome.out, "Europe/Moscow"));
  CHECK(contains(outcome.out, "problems: 0 errors, "));
}

TEST_CASE("check names what is wrong with the settings by line, with what would be right") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml",
             "hall = \"gorki\"\ncolour = 1\n[feed]\nurl = \"" + demo_feed_file + "\"\npoll = \"ten\"\n");
  const Outcome outcome = venue_kiosk({"check", "--config", folder / "kiosk.toml"});
  CHECK(outcome.status == 1);
  CHECK(marked(outcome.err, "✗") == 3);
  CHECK(contains(outcome.err, "kiosk.toml:2: colour: "));
  CHECK(contains(outcome.err, "kiosk.toml:5: feed.poll: \"ten\" is not a duration; write \"10s\""));
  CHECK(contains(outcome.err, "no hall \"gorki\"; did you mean \"gorky\"?"));
  CHECK(contains(outcome.out, "problems: 3 errors"));
}

TEST_CASE("check reports a bad session by its line, and an overlap as a warning") {
  const TemporaryFolder folder;
  std::string feed = demo_feed("2024-04-17T16:00:00+03:00\", \"end\": \"2024-04-17T17:00:00+03:00",
                               "2024-04-17T15:20:00+03:00\", \"end\": \"2024-04-17T17:00:00+03:00");
  write_file(folder / "feed.json", feed);
  const Outcome overlap = venue_kiosk({"check", "--hall", "large-conference", "--feed", folder / "feed.json"});
  CHECK(overlap.status == 0);
  CHECK(contains(overlap.err, "! " + (folder / "feed.json").string() + ": hall gorky: "));
  CHECK(contains(overlap.err, "first-day-results"));
  CHECK(contains(overlap.err, "track-1"));

  write_file(folder / "feed.json", demo_feed("\"start\": \"2024-04-17T18:00:00+03:00\"", "\"start\": \"six\""));
  const Outcome bad = venue_kiosk({"check", "--hall", "large-conference", "--feed", folder / "feed.json"});
  CHECK(bad.status == 1);
  CHECK(contains(bad.err, "feed.json:"));
  CHECK(contains(bad.err, "/sessions/"));
  CHECK(contains(bad.err, "\"six\""));
}

TEST_CASE("check says it when there is no feed, or no file, and could then not run") {
  const Outcome nothing = venue_kiosk({"check"});
  CHECK(nothing.status == 3);
  CHECK(contains(nothing.err, "no feed is given"));

  const TemporaryFolder folder;
  const Outcome no_file = venue_kiosk({"check", "--config", folder / "no.toml"});
  CHECK(no_file.status == 3);
  CHECK(contains(no_file.err, "no.toml"));
  CHECK_FALSE(contains(no_file.err, "no feed is given"));

  const Outcome no_feed = venue_kiosk({"check", "--feed", folder / "no.json"});
  CHECK(no_feed.status == 3);
  CHECK(contains(no_feed.err, "no.json"));
}

TEST_CASE("a feed alone can be checked, without a hall in mind") {
  const Outcome outcome = venue_kiosk({"check", "--feed", demo_feed_file});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");

  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", "[feed]\nurl = \"" + demo_feed_file + "\"\n");
  const Outcome screen = venue_kiosk({"check", "--config", folder / "kiosk.toml"});
  CHECK(screen.status == 1);
  CHECK(contains(screen.err, "no hall is given"));
}

TEST_CASE("check shows of each hall what it has on each day") {
  const Outcome outcome = venue_kiosk({"check", "--feed", demo_feed_file});
  CHECK(contains(outcome.out, "  2024-04-17  "));
  CHECK(contains(outcome.out, "\ngorky  "));
  const auto json = nlohmann::json::parse(venue_kiosk({"check", "--json", "--feed", demo_feed_file}).out);
  std::size_t sessions = 0;
  for (const auto& day : json["schedule"]["days"]) {
    sessions += day["sessions"].get<std::size_t>();
  }
  CHECK(sessions > 0);
}

TEST_CASE("check lists each session that is not shown, by its line, its title and why") {
  const TemporaryFolder folder;
  write_file(folder / "all.json", R"({ "rooms": [ { "id": 1, "name": "A" } ], "sessions": [
    { "id": "1", "title": "Later", "roomId": 1 },
    { "id": "2", "title": "Perhaps", "roomId": 1 },
    { "id": "3", "title": "Now", "roomId": 1, "startsAt": "2024-04-17T10:00:00Z" } ] })");
  const Outcome words = venue_kiosk({"check", "--feed", folder / "all.json"});
  const std::string file = (folder / "all.json").string();
  CHECK(contains(words.out, "\nset aside: 2 sessions\n  " + file +
                                ":2: /sessions/0: \"Later\": the session has no start yet\n  " + file +
                                ":3: /sessions/1: \"Perhaps\": the session has no start yet\nproblems: "));
  const auto json = nlohmann::json::parse(venue_kiosk({"check", "--json", "--feed", folder / "all.json"}).out);
  REQUIRE(json["schedule"]["set_aside"].size() == 2);
  CHECK(json["schedule"]["set_aside"][1]["line"] == 3);
  CHECK(json["schedule"]["set_aside"][1]["where"] == "/sessions/1");
  CHECK(json["schedule"]["set_aside"][1]["title"] == "Perhaps");
  CHECK(json["schedule"]["set_aside"][1]["id"] == "2");
  CHECK(json["schedule"]["set_aside"][1]["why"] == "the session has no start yet");
  CHECK(json["schedule"]["set_aside_more"] == 0);
  CHECK_FALSE(contains(venue_kiosk({"check", "--feed", demo_feed_file}).out, "set aside"));
}

TEST_CASE("check names the dialect that each feed was taken for, and refuses what is none") {
  CHECK(contains(venue_kiosk({"check", "--feed", demo_feed_file}).out,
                 "\n✓ dialect: venue-feed/1 (" + demo_feed_file + ")\n"));

  const TemporaryFolder folder;
  write_file(folder / "schedule.json", R"({"schedule": {"conference": {"title": "E", "time_zone_name": "UTC",
    "days": [{"date": "2024-04-17", "rooms": {"A": []}}]}}})");
  write_file(folder / "page.html", "<!doctype html><title>Programme</title>");
  write_file(folder / "kiosk.toml", "[feed]\nurl = [\"schedule.json\", \"page.html\", \"none.json\"]\n");
  const auto shown = [&](const char* name) { return (folder / name).string(); };
  const Outcome words = venue_kiosk({"check", "--config", folder / "kiosk.toml"});
  CHECK(contains(words.out, "\n✓ dialect: schedule.json (" + shown("schedule.json") + ")\n"));
  CHECK_FALSE(contains(words.out, "✓ dialect: (" + shown("page.html")));
  CHECK(contains(words.err, "page.html:1: not JSON but a web page (HTML); give "));

  const auto json = nlohmann::json::parse(venue_kiosk({"check", "--json", "--config", folder / "kiosk.toml"}).out);
  REQUIRE(json["dialects"].size() == 3);
  CHECK(json["dialects"][0]["feed"] == shown("schedule.json"));
  CHECK(json["dialects"][0]["dialect"] == "schedule.json");
  CHECK(json["dialects"][1]["feed"] == shown("page.html"));
  CHECK(json["dialects"][1]["dialect"].is_null());
  CHECK(json["dialects"][2]["dialect"].is_null());
}

TEST_CASE("check --json is JSON, whatever the feed's bytes") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", "\xff\xfe\x00garbage");
  const Outcome outcome =
      venue_kiosk({"check", "--json", "--hall", "large-conference", "--feed", folder / "feed.json"});
  CHECK(outcome.status == 1);
  const auto json = nlohmann::json::parse(outcome.out);
  CHECK(json["hall"] == "large-conference");
  CHECK(json["schedule"].is_null());
  REQUIRE(json["problems"].size() >= 1);
  CHECK(json["problems"][0]["severity"] == "error");

  const Outcome good = venue_kiosk({"check", "--json", "--config", demo_settings});
  CHECK(good.status == 0);
  CHECK(nlohmann::json::parse(good.out)["schedule"]["halls"] == 5);
}

TEST_CASE("the environment stands over the file, and the command line over both") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", demo_feed());
  const auto check = [&](std::vector<std::string> more, std::vector<std::string> environment) {
    std::vector<std::string> arguments{"check", "--json", "--config", demo_settings};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(venue_kiosk(arguments, environment, folder.path()).out);
  };
  CHECK(check({}, {})["hall"] == "gorky");
  const auto environment = check({}, {"VENUE_KIOSK_HALL=large-conference", "VENUE_KIOSK_FEED=feed.json"});
  CHECK(environment["hall"] == "large-conference");
  CHECK(environment["feed"] == (folder / "feed.json").string());
  const auto both = check({"--hall", "multimedia", "--feed", demo_feed_file},
                          {"VENUE_KIOSK_HALL=large-conference", "VENUE_KIOSK_FEED=feed.json"});
  CHECK(both["hall"] == "multimedia");
  CHECK(both["feed"] == demo_feed_file);
  CHECK(check({}, {"VENUE_KIOSK_HALL=", "VENUE_KIOSK_FEED="})["hall"] == "gorky");
}

TEST_CASE("no command repeats the password in a feed's address") {
  const TemporaryFolder folder;
  const std::string feed = "http://kiosk:secret@127.0.0.1:1/feed.json";
  const std::vector<std::vector<std::string>> commands{{"check", "--hall", "large-conference"},
                                                       {"check", "--json", "--hall", "large-conference"},
                                                       {"halls"},
                                                       {"snapshot", "--all-halls", "--output", folder.path()}};
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"--feed", feed});
    const Outcome outcome = venue_kiosk(command);
    INFO(outcome.out + outcome.err);
    CHECK(outcome.status != 0);
    CHECK(contains(outcome.out + outcome.err, "127.0.0.1:1/feed.json"));
    CHECK_FALSE(contains(outcome.out + outcome.err, "secret"));
  }
}

TEST_CASE("where nobody says the zone check, halls and snapshots tell what is missing, and nothing is on") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", R"({"rooms": [{"id": 1, "name": "A"}], "sessions": [{"id": "1", "title": "One",
    "roomId": 1, "startsAt": "2024-05-01T10:00:00", "endsAt": "2024-05-01T11:00:00"}]})");
  const std::string remedy = "write time_zone = \"Europe/Berlin\" in the settings";
  const auto settings = [&](const std::string& more) {
    write_file(folder / "kiosk.toml", "hall = \"a\"\n" + more + "[feed]\nurl = \"feed.json\"\n");
    return folder / "kiosk.toml";
  };
  const Outcome check = venue_kiosk({"check", "--config", settings("")});
  CHECK(check.status == 1);
  CHECK(contains(check.err, "the feed does not say its time zone, so that nothing is on or next; " + remedy));
  CHECK(contains(check.out, "no time zone, 2024-05-01T10:00:00 to 2024-05-01T11:00:00\n"));
  CHECK(contains(check.out, "problems: 1 error"));
  const Outcome halls = venue_kiosk({"halls", "--config", settings(""), "--at", "2024-05-01T10:05:00Z"});
  CHECK(halls.status == 1);
  CHECK(halls.out == "a: A | now: — | next: —\n");
  CHECK(contains(halls.err, remedy));
  // An instant without an offset is nobody's.
  CHECK(venue_kiosk({"halls", "--config", settings(""), "--at", "2024-05-01T10:05:00"}).status == 2);

  const std::string third_line = "time_zone = \"Europe/Berlin\"\n";
  CHECK(venue_kiosk({"check", "--config", settings(third_line)}).status == 0);
  const Outcome told = venue_kiosk({"halls", "--config", settings(third_line), "--at", "2024-05-01T08:05:00Z"});
  CHECK(told.status == 0);
  CHECK(told.out == "a: A | now: 10:00–11:00 One | next: —\n");
}

TEST_CASE("check says of each setting who set it, and of the others what holds by itself") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", "hall = \"foyer\"\nlanguages = [\"ru\", \"en\"]\n[feed]\nurl = \"feed.json\"\n");
  std::filesystem::create_directory(folder / "state");
  write_file(folder / "state" / "settings.toml", "hall = \"gorky\"\n[feed]\npoll = \"1m\"\n");
  write_file(folder / "feed.json", demo_feed());
  const std::vector<std::string> environment{"STATE_DIRECTORY=" + (folder / "state").string(),
                                             "VENUE_KIOSK_CACHE=" + (folder / "cache").string()};
  const std::string file = (folder / "kiosk.toml").string();
  const std::vector<std::string> line{"check", "--config", file, "--hall", "multimedia"};
  const Outcome words = venue_kiosk(line, environment);
  CHECK(words.status == 0);
  CHECK(contains(words.out, "✓ settings: " + file + "\n"));
  CHECK(contains(words.out, "✓ hall: \"multimedia\" (--hall)\n"));
  CHECK(contains(words.out, "✓ languages: [\"ru\", \"en\"] (" + file + ":2)\n"));
  CHECK(contains(words.out, "✓ feed.poll: \"1m\" (" + (folder / "state" / "settings.toml").string() + ":3)\n"));
  CHECK(contains(words.out, "✓ cache.folder: \"" + (folder / "cache").string() + "\" (VENUE_KIOSK_CACHE)\n"));
  CHECK(contains(words.out, "✓ default: "));
  std::vector<std::string> as_json = line;
  as_json.emplace_back("--json");
  const auto json = nlohmann::json::parse(venue_kiosk(as_json, environment).out);
  CHECK(json["sources"]["hall"]["file"] == "--hall");
  CHECK(json["sources"]["feed.poll"]["line"] == 3);
  CHECK(json["sources"]["display.fade"]["file"] == "default");
  CHECK(json["sources"]["display.fade"]["value"] == "true");

  // A layer that is broken is a finding of its own line, and the hall is shown.
  write_file(folder / "state" / "settings.toml", "hall = \n");
  const Outcome broken = venue_kiosk(line, environment);
  CHECK(broken.status == 1);
  CHECK(contains(broken.err, "✗ " + (folder / "state" / "settings.toml").string() + ":1: "));
  CHECK(contains(broken.out, "✓ schedule: "));
}

TEST_CASE("check asks the machine what a screen needs of it, where there is a screen in mind") {
  const Outcome words = venue_kiosk({"check", "--config", demo_settings});
  for (const char* topic : {"clock: ", "cache: ", "renderer: ", "monitor: ", "distance: ", "fonts: "}) {
    CAPTURE(topic);
    CHECK(contains(words.out + words.err, std::string(" ") + topic));
  }
  CHECK(contains(words.out, "✓ monitor: no display is reached from here"));
  const auto json = nlohmann::json::parse(venue_kiosk({"check", "--json", "--config", demo_settings}).out);
  std::size_t renderers = 0;
  for (const auto& answer : json["answers"]) {
    renderers += answer["topic"] == "renderer" ? 1U : 0U;
    CHECK((answer["mark"] == "good" || answer["mark"] == "warning"));
  }
  CHECK(renderers == 1);
  CHECK_FALSE(contains(venue_kiosk({"check", "--feed", demo_feed_file}).out, "renderer: "));
}

TEST_CASE("check tells of the monitors where a display can be reached") {
  Xvfb display("1280x720x24");
  REQUIRE(display.runs());
  const Outcome words = venue_kiosk({"check", "--config", demo_settings}, {"DISPLAY=" + display.name()});
  CHECK(contains(words.out, "✓ monitor: "));
  CHECK(contains(words.out, " 1280x720, "));
}
