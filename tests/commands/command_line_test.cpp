#include "commands/command_line.h"

#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"

using namespace kiosk;
using namespace kiosk::test;

TEST_CASE("asked by --help, it lists every command, on standard output") {
  const Outcome outcome = venue_kiosk({"--help"});
  CHECK(outcome.status == exit_good);
  CHECK(outcome.err == "");
  for (const char* word : {"venue-kiosk", "run", "check", "halls", "snapshot", "edit", "publish", "--version"}) {
    CHECK(contains(outcome.out, word));
  }
}

TEST_CASE("each command has a help of its own") {
  for (const std::string command : {"run", "check", "halls", "snapshot"}) {
    const Outcome outcome = venue_kiosk({command, "--help"});
    CHECK(outcome.status == exit_good);
    CHECK(contains(outcome.out, "--config FILE"));
    CHECK(contains(outcome.out, "--feed URL|FILE"));
  }
}

TEST_CASE("asked by --version, it is one line") {
  const Outcome outcome = venue_kiosk({"--version"});
  CHECK(outcome.status == exit_good);
  CHECK(outcome.out.starts_with("venue-kiosk 0."));
  CHECK(lines(outcome.out) == 1);
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
    const Outcome outcome = venue_kiosk(wrong[i]);
    INFO(outcome.err);
    CHECK(outcome.status == exit_usage);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, named[i]));
  }
}

TEST_CASE("a command that does not exist is named beside those that do") {
  const Outcome outcome = venue_kiosk({"snap", "--hall", "large-conference"});
  CHECK(outcome.status == exit_usage);
  CHECK(outcome.err ==
        "venue-kiosk: there is no command \"snap\"; the commands are run, check, halls, snapshot, "
        "reload, identify, status, edit, publish, diff, convert\n");
}

TEST_CASE("sizes and instants that are none are wrong usage, with an example") {
  const Outcome size = venue_kiosk({"run", "--hall", "large-conference", "--windowed", "wide"});
  CHECK(size.status == exit_usage);
  CHECK(contains(size.err, "--windowed: \"wide\""));
  CHECK(contains(size.err, "1280x720"));
  const Outcome at = venue_kiosk({"run", "--hall", "large-conference", "--at", "yesterday"});
  CHECK(at.status == exit_usage);
  CHECK(contains(at.err, "--at: \"yesterday\""));
  CHECK(contains(at.err, "2024-04-17T14:42:00+03:00"));
}

TEST_CASE("the word run may be left out") {
  const TemporaryFolder folder;
  const std::vector<std::string> environment{"VENUE_KIOSK_CACHE=" + folder.path().string()};
  const Outcome with = venue_kiosk({"run", "--hall", "large-conference", "--feed", demo_feed_file}, environment);
  const Outcome without = venue_kiosk({"--hall", "large-conference", "--feed", demo_feed_file}, environment);
  const Outcome bare = venue_kiosk({}, environment);
  for (const Outcome& outcome : {with, without}) {
    CHECK(outcome.status == exit_could_not_run);
    CHECK(contains(outcome.err, "no display"));
  }
  CHECK(bare.status == exit_could_not_run);
  CHECK(contains(bare.err, "no display"));
}

TEST_CASE("without a display run says so in one line and could not run") {
  const TemporaryFolder folder;
  const Outcome outcome =
      venue_kiosk({"run", "--config", demo_settings}, {"VENUE_KIOSK_CACHE=" + folder.path().string()});
  INFO(outcome.err);
  CHECK(outcome.status == exit_could_not_run);
  CHECK(outcome.out == "");
  CHECK(lines(outcome.err) == 1);
  CHECK(outcome.err.starts_with("venue-kiosk: no display"));
}
