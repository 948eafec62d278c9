#include <fstream>

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk::test;

TEST_CASE("a spreadsheet goes to a venue feed, and check finds every session of it") {
  const TemporaryFolder folder;
  const std::string feed = folder / "feed.json";
  const Outcome converted = venue_kiosk({"convert", KIOSK_SOURCE_DIR "/tests/organizer/spreadsheets/excel-russian.csv",
                                         "--time-zone", "Europe/Moscow", "--title", "Форум", "--output", feed});
  CHECK(converted.err == "");
  CHECK(converted.out == "");
  CHECK(converted.status == 0);
  const Outcome halls = venue_kiosk({"halls", "--feed", feed, "--at", "2024-04-17T10:30:00"});
  CHECK(halls.status == 0);
  CHECK(contains(halls.out, "malyj-zal: Малый зал | now: 10:00–11:30 Лаборатория «Ёлка — №1»"));
}

TEST_CASE("a converted feed is no other schedule than the feed it was made of") {
  const TemporaryFolder folder;
  const std::string feed = folder / "feed.json";
  const Outcome converted = venue_kiosk({"convert", demo_feed_file});
  CHECK(converted.status == 0);
  std::ofstream(feed) << converted.out;
  CHECK(venue_kiosk({"diff", demo_feed_file, feed}).status == 0);
}

TEST_CASE("convert writes what it can read, and ends with 1 where that is not all") {
  const TemporaryFolder folder;
  const std::string table = folder / "p.csv";
  std::ofstream(table) << "hall,date,start,title\nA,17.04.2024,10:00,T\n,,noon,U\n";
  const Outcome outcome = venue_kiosk({"convert", table, "--time-zone", "UTC", "--title", "E"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "p.csv: row 3, column C (start): \"noon\" is no time"));
  CHECK(contains(outcome.out, "\"title\": \"T\""));
}

TEST_CASE("convert refuses what it cannot read, a zone that is none, and a file that is not there") {
  const TemporaryFolder folder;
  const std::string words = folder / "words.txt";
  std::ofstream(words) << "words";
  CHECK(venue_kiosk({"convert", words}).status == 1);
  CHECK(venue_kiosk({"convert", words, "--time-zone", "Mars"}).status == 2);
  CHECK(venue_kiosk({"convert", folder / "missing"}).status == 3);
  CHECK(venue_kiosk({"convert"}).status == 2);
}
