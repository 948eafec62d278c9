#include "technician/questions.h"

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using kiosk::test::TemporaryFolder;
using std::chrono::minutes;

namespace {

LoadedSettings settings_with_hall(const std::string& hall) {
  LoadedSettings loaded;
  loaded.file = "kiosk.toml";
  loaded.settings.hall = hall;
  return loaded;
}

Session session(const std::string& id, Instant start, minutes length) {
  Session session;
  session.id = id;
  session.halls = {"gorky"};
  session.start = start;
  session.end = start + length;
  session.title = LocalText("Доклад");
  return session;
}

Schedule two_sessions(minutes apart) {
  Schedule::Parts parts;
  parts.halls.resize(1);
  parts.halls[0].id = "gorky";
  const Instant ten{std::chrono::seconds(1'713'337'200)};
  parts.sessions = {session("first", ten, minutes(60)), session("second", ten + apart, minutes(60))};
  return Schedule(std::move(parts));
}

}  // namespace

TEST_CASE("a hall that the schedule has is no finding") {
  const Schedule schedule = two_sessions(minutes(60));
  CHECK(ask_for_hall(settings_with_hall("gorky"), &schedule).empty());
  CHECK(ask_for_hall(settings_with_hall("gorky"), nullptr).empty());
}

TEST_CASE("a hall that the schedule does not have is found in the settings, with the nearest one") {
  const Schedule schedule = two_sessions(minutes(60));
  const auto findings = ask_for_hall(settings_with_hall("gorki"), &schedule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::error);
  CHECK(to_string(findings[0]) == "kiosk.toml: hall: the feed has no hall \"gorki\"; did you mean \"gorky\"?");
}

TEST_CASE("no hall is a finding of a settings file, and none of who checks a feed alone") {
  CHECK(ask_for_hall(settings_with_hall(""), nullptr).size() == 1);
  LoadedSettings no_file;
  CHECK(ask_for_hall(no_file, nullptr).empty());
}

TEST_CASE("sessions overlap from the minute on in which one starts before another ends") {
  CHECK(ask_for_overlaps(two_sessions(minutes(60)), "feed.json").empty());
  const auto findings = ask_for_overlaps(two_sessions(minutes(59)), "feed.json");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::warning);
  CHECK(to_string(findings[0]).starts_with("feed.json: hall gorky: \"second\" starts at "));
}

TEST_CASE("a hundred overlaps are listed, of more the last counts the rest") {
  const auto listed = [](int sessions) {
    Schedule::Parts parts;
    parts.halls.resize(1);
    parts.halls[0].id = "gorky";
    for (int i = 0; i < sessions; ++i) {
      parts.sessions.push_back(session("s" + std::to_string(i), Instant(), minutes(60)));
    }
    return ask_for_overlaps(Schedule(std::move(parts)), "feed.json");
  };
  CHECK(listed(101).size() == 100);
  CHECK(listed(101).back().where == "hall gorky");
  CHECK(listed(102).size() == 100);
  CHECK(to_string(listed(102).back()) == "feed.json: and 2 more sessions overlap");
}

TEST_CASE("a secret sent without TLS is found at the line of the settings that sends it") {
  const TemporaryFolder folder;
  test::write_file(folder / "token", "secret\n");
  LoadedSettings loaded = settings_with_hall("gorky");
  loaded.settings.feeds = {"http://example.org/feed.json"};
  loaded.sources["feed.url"] = {"kiosk.toml", 7};
  const auto findings = ask_for_access(loaded, {.feed = loaded.settings.feeds[0], .token = folder / "token"});
  const auto at_url = std::find_if(findings.begin(), findings.end(), [](const auto& one) { return one.line == 7; });
  REQUIRE(at_url != findings.end());
  CHECK(at_url->file == "kiosk.toml");
  CHECK(at_url->where == "feed.url");
  for (const Problem& finding : findings) {
    CHECK(to_string(finding).find("secret") == std::string::npos);
  }
}

TEST_CASE(
    "a feed by plain http from another machine is found at its line, one by https, of this machine or a file not") {
  LoadedSettings loaded = settings_with_hall("gorky");
  loaded.sources["feed.url"] = {"kiosk.toml", 7};
  for (const std::string feed : {"https://example.org/feed.json", "http://127.0.0.1:8000/feed.json",
                                 "http://localhost/feed.json", "http://[::1]/feed.json", "/srv/feed.json"}) {
    CAPTURE(feed);
    loaded.settings.feeds = {feed};
    CHECK(ask_for_plain_http(loaded).empty());
  }
  loaded.settings.feeds = {"https://example.org/feed.json", "HTTP://user:s3cret@192.168.1.5/feed.json"};
  const auto findings = ask_for_plain_http(loaded);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::warning);
  CHECK(to_string(findings[0]) ==
        "kiosk.toml:7: feed.url: http:// lets anyone on the way to HTTP://192.168.1.5/feed.json change what the screen "
        "shows; write https://");
}

namespace {

Schedule with_pictures(const std::string& logo, const std::string& background, const std::string& photo) {
  Schedule::Parts parts;
  parts.event.logo = logo;
  parts.halls.resize(1);
  parts.halls[0].id = "gorky";
  parts.halls[0].background = background;
  parts.sessions = {session("first", Instant(std::chrono::seconds(1'713'337'200)), minutes(60))};
  parts.sessions[0].speakers.resize(2);
  parts.sessions[0].speakers[0].photo = photo;
  parts.sessions[0].speakers[1].photo = photo;
  return Schedule(std::move(parts));
}

}  // namespace

TEST_CASE("pictures by plain http of a feed by https are one finding with their count") {
  LoadedSettings loaded = settings_with_hall("gorky");
  const Schedule schedule =
      with_pictures("http://a.example/1.png", "https://a.example/2.png", "http://user:s3cret@b.example/3.png");
  loaded.settings.feeds = {"http://example.org/feed.json"};
  CHECK(ask_for_pictures(schedule, loaded, false).empty());
  loaded.settings.feeds = {"https://example.org/feed.json"};
  const auto findings = ask_for_pictures(schedule, loaded, false);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::warning);
  CHECK(to_string(findings[0]) ==
        "http://a.example/1.png: a picture comes by http://, where anyone on the way may exchange it (2 pictures, this "
        "is the first); write https://");
  CHECK(ask_for_pictures(with_pictures("", "https://a.example/2.png", "/srv/3.png"), loaded, false).empty());
}

TEST_CASE("pictures that a feed from outside puts at home are one finding, unless the settings allow them") {
  LoadedSettings loaded = settings_with_hall("gorky");
  loaded.settings.feeds = {"https://example.org/feed.json"};
  const Schedule schedule =
      with_pictures("https://192.168.1.1/1.png", "https://a.example/2.png", "https://router/3.png");
  const auto findings = ask_for_pictures(schedule, loaded, false);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].file == "https://192.168.1.1/1.png");
  CHECK(findings[0].what.ends_with("(2 pictures, this is the first)"));
  CHECK(findings[0].right.find("private_pictures = true") != std::string::npos);
  CHECK(ask_for_pictures(schedule, loaded, true).empty());
  loaded.settings.private_pictures = true;
  CHECK(ask_for_pictures(schedule, loaded, false).empty());
}
