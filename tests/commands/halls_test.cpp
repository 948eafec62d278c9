#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk::test;

TEST_CASE("halls lists each hall in one line: id, name, what is on, what is next") {
  const Outcome outcome = venue_kiosk({"halls", "--config", demo_settings, "--at", during_track_1});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  CHECK(outcome.out ==
        "gorky: Горьковский зал | now: 14:00–15:30 Экспертная площадка «Сохранение и популяризация "
        "культурного кода России: стратегическая миссия библиотек» | next: 16:00–17:00 Подведение итогов первого дня\n"
        "multimedia: Мультимедийный зал | now: 14:00–16:00 Лаборатория детских модельных библиотек | next: "
        "16:30–17:30 Диалоговая площадка «Фонды и электронные ресурсы библиотек в цифровой среде»\n"
        "large-conference: Большой конференц-зал | now: 14:30–15:00 Кофе-пауза | next: 15:00–16:30 Диалоговая площадка "
        "«Библиотека – "
        "мир возможностей для каждого»\n"
        "small-conference: Малый конференц-зал | now: 14:00–15:45 Диалоговая площадка «Лицом к людям: взаимодействие "
        "государства, бизнеса и некоммерческих организаций» | next: 16:15–17:30 Творческая лаборатория «Потенциал "
        "креативных индустрий и IТ-технологий в развитии библиотек»\n"
        "local-history: Краеведческий информационный отдел | now: 14:00–16:00 Экскурсия в Региональный центр "
        "консервации и реставрации библиотечных фондов Рязанской области | next: 16:30–18:00 Экскурсия в библиотеки "
        "нового поколения города Рязани\n");
}

TEST_CASE("halls dates what is on another day, and draws a dash for nothing") {
  const Outcome evening = venue_kiosk({"halls", "--config", demo_settings, "--at", "2024-04-17T22:00:00+03:00"});
  CHECK(evening.status == 0);
  CHECK(contains(evening.out, "multimedia: Мультимедийный зал | now: — | next: 18 апреля 10:00–11:45 "));
  const Outcome after = venue_kiosk({"halls", "--config", demo_settings, "--at", "2024-05-01T12:00:00Z"});
  CHECK(after.status == 0);
  CHECK(lines(after.out) == 5);
  CHECK(contains(after.out, "large-conference: Большой конференц-зал | now: — | next: —\n"));
}

TEST_CASE("halls tells other programs the same as JSON") {
  const Outcome outcome = venue_kiosk({"halls", "--config", demo_settings, "--at", during_track_1, "--json"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  const auto json = nlohmann::json::parse(outcome.out);
  CHECK(json["at"] == during_track_1);
  CHECK(json["time_zone"] == "Europe/Moscow");
  REQUIRE(json["halls"].size() == 5);
  const nlohmann::json& coffee = json["halls"][2];
  CHECK(coffee["id"] == "large-conference");
  REQUIRE(coffee["now"].size() == 1);
  CHECK(coffee["now"][0]["kind"] == "break");
  CHECK(coffee["now"][0]["title"] == "Кофе-пауза");
  CHECK(coffee["now"][0]["end"] == "2024-04-17T15:00:00+03:00");
  CHECK(coffee["next"]["start"] == "2024-04-17T15:00:00+03:00");
}

TEST_CASE("an instant without an offset is the venue's time") {
  const Outcome venue = venue_kiosk({"halls", "--config", demo_settings, "--at", "2024-04-17T14:42:00"});
  const Outcome offset = venue_kiosk({"halls", "--config", demo_settings, "--at", during_track_1});
  CHECK(venue.status == 0);
  CHECK(venue.out == offset.out);
}

TEST_CASE("halls works from a feed alone") {
  const Outcome outcome = venue_kiosk({"halls", "--feed", demo_feed_file, "--at", during_track_1});
  CHECK(outcome.status == 0);
  CHECK(lines(outcome.out) == 5);
}

TEST_CASE("a feed's path on the command line counts from the current folder") {
  const Outcome outcome =
      venue_kiosk({"halls", "--feed", "feed.json", "--at", during_track_1}, {}, KIOSK_SOURCE_DIR "/assets/demo");
  CHECK(outcome.status == 0);
  CHECK(lines(outcome.out) == 5);
}

TEST_CASE("titles with line feeds stay in their line") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", demo_feed("Открытие форума", "Открытие\\nфорума"));
  const Outcome outcome = venue_kiosk({"halls", "--feed", folder / "feed.json", "--at", "2024-04-17T10:10:00+03:00"});
  CHECK(outcome.status == 0);
  CHECK(lines(outcome.out) == 5);
}

TEST_CASE("ids and names steer no terminal, by whichever command they are printed") {
  const TemporaryFolder folder;
  write_file(
      folder / "feed.json",
      R"({"format": "venue-feed/1", "event": {"title": "E\u009b", "time_zone": "Europe/Moscow", "languages": ["en"]},
                 "halls": [{"id": "a\u009b2J\u202e", "name": "A\u009b31m\u202e"}],
                 "sessions": [{"id": "\u001b]0;x\u0007", "hall": "no\u009b\u2028", "title": "T\u009b",
                               "start": "2024-04-17T10:00:00"}]})");
  const std::string hall = "a\u009b2J\u202e\x9b\x1b]0;x\a\n";
  for (const std::string command : {"halls", "halls --json", "check", "check --json", "snapshot"}) {
    CAPTURE(command);
    std::vector<std::string> arguments{command.substr(0, command.find(' ')), "--feed", folder / "feed.json"};
    if (arguments.front() != "halls") {
      arguments.insert(arguments.end(), {"--hall", hall});
    }
    if (contains(command, "--json")) {
      arguments.emplace_back("--json");
    }
    if (command == "snapshot") {
      arguments.insert(arguments.end(), {"--output", folder / "hall.png"});
    }
    const Outcome outcome = venue_kiosk(arguments);
    const std::string printed = outcome.out + outcome.err;
    CAPTURE(printed);
    CHECK_FALSE(printed.empty());
    for (const char* hostile : {"\u009b", "\u202e", "\u2028", "\x1b", "\a", "\x9b\x1b", "\r"}) {
      CHECK_FALSE(contains(printed, hostile));
    }
    CHECK(kiosk::printable(printed).size() == printed.size());
  }
}

TEST_CASE("halls: no feed, a missing one, one that is none, a bad instant") {
  const TemporaryFolder folder;
  const Outcome none = venue_kiosk({"halls"});
  CHECK(none.status == 3);
  CHECK(lines(none.err) == 1);
  CHECK(contains(none.err, "--feed"));

  const Outcome missing = venue_kiosk({"halls", "--feed", folder / "no.json"});
  CHECK(missing.status == 3);
  CHECK(lines(missing.err) == 1);
  CHECK(contains(missing.err, "no.json"));

  write_file(folder / "garbage.json", "<html>502 Bad Gateway</html>");
  const Outcome garbage = venue_kiosk({"halls", "--feed", folder / "garbage.json"});
  CHECK(garbage.status == 3);
  CHECK(lines(garbage.err) == 1);
  CHECK(contains(garbage.err, "garbage.json:1"));

  const Outcome at = venue_kiosk({"halls", "--config", demo_settings, "--at", "14:42"});
  CHECK(at.status == 2);
  CHECK(contains(at.err, "--at: \"14:42\""));
}

TEST_CASE("settings with an error still list the halls, and the exit code says so") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", "hal = \"large-conference\"\n[feed]\nurl = \"" + demo_feed_file + "\"\n");
  const Outcome outcome = venue_kiosk({"halls", "--config", folder / "kiosk.toml", "--at", during_track_1});
  CHECK(outcome.status == 1);
  CHECK(lines(outcome.out) == 5);
  CHECK(lines(outcome.err) == 1);
  CHECK(contains(outcome.err, "kiosk.toml:1: hal: "));
  CHECK(contains(outcome.err, "hall"));
}
