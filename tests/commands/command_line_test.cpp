#include "commands/command_line.h"

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk;
using namespace kiosk::test;

TEST_CASE("asked by --help, it tells of every command, on standard output") {
  const Told told = venue_kiosk({"--help"});
  CHECK(told.status == exit_good);
  CHECK(told.err == "");
  for (const char* word : {"venue-kiosk", "run", "check", "halls", "snapshot", "--version"}) {
    CHECK(contains(told.out, word));
  }
}

TEST_CASE("each command has a help of its own") {
  for (const std::string command : {"run", "check", "halls", "snapshot"}) {
    const Told told = venue_kiosk({command, "--help"});
    CHECK(told.status == exit_good);
    CHECK(contains(told.out, "--config FILE"));
    CHECK(contains(told.out, "--feed URL|FILE"));
  }
}

TEST_CASE("asked by --version, it is one line") {
  const Told told = venue_kiosk({"--version"});
  CHECK(told.status == exit_good);
  CHECK(told.out.starts_with("venue-kiosk 0."));
  CHECK(lines(told.out) == 1);
}

TEST_CASE("what the command line does not know is wrong usage, and named") {
  const std::vector<std::vector<std::string>> wrong{{"--hal", "large-conference"},
                                                    {"run", "--colour", "red"},
                                                    {"halls", "extra"},
                                                    {"snapshot", "--hall", "large-conference"},  // no --output
                                                    {"run", "--speed", "0"},
                                                    {"run", "--speed", "fast"},
                                                    {"run", "--exit-after", "-1"},
                                                    {"run", "--hall"}};
  const std::vector<std::string> named{"--hal",   "--colour", "extra",        "--output",
                                       "--speed", "--speed",  "--exit-after", "--hall"};
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const Told told = venue_kiosk(wrong[i]);
    INFO(told.err);
    CHECK(told.status == exit_usage);
    CHECK(told.out == "");
    CHECK(contains(told.err, named[i]));
  }
}

TEST_CASE("a command that does not exist is told beside those that do") {
  const Told told = venue_kiosk({"snap", "--hall", "large-conference"});
  CHECK(told.status == exit_usage);
  CHECK(told.err == "venue-kiosk: there is no command \"snap\"; the commands are run, check, halls, snapshot\n");
}

TEST_CASE("sizes and instants that are none are wrong usage, with an example") {
  const Told size = venue_kiosk({"run", "--hall", "large-conference", "--windowed", "wide"});
  CHECK(size.status == exit_usage);
  CHECK(contains(size.err, "--windowed: \"wide\""));
  CHECK(contains(size.err, "1280x720"));
  const Told at = venue_kiosk({"run", "--hall", "large-conference", "--at", "yesterday"});
  CHECK(at.status == exit_usage);
  CHECK(contains(at.err, "--at: \"yesterday\""));
  CHECK(contains(at.err, "2024-04-17T14:42:00+03:00"));
}

TEST_CASE("the word run may be left out") {
  const TemporaryFolder folder;
  const std::vector<std::string> environment{"VENUE_KIOSK_CACHE=" + folder.path().string()};
  const Told with = venue_kiosk({"run", "--hall", "large-conference", "--feed", demo_feed_file}, environment);
  const Told without = venue_kiosk({"--hall", "large-conference", "--feed", demo_feed_file}, environment);
  const Told bare = venue_kiosk({}, environment);
  for (const Told& told : {with, without}) {
    CHECK(told.status == exit_could_not_run);
    CHECK(contains(told.err, "no display"));
  }
  CHECK(bare.status == exit_could_not_run);
  CHECK(contains(bare.err, "no display"));
}

TEST_CASE("without a display run says so in one line and could not run") {
  const TemporaryFolder folder;
  const Told told = venue_kiosk({"run", "--config", demo_settings}, {"VENUE_KIOSK_CACHE=" + folder.path().string()});
  INFO(told.err);
  CHECK(told.status == exit_could_not_run);
  CHECK(told.out == "");
  CHECK(lines(told.err) == 1);
  CHECK(told.err.starts_with("venue-kiosk: no display"));
}
