// A schedule published on real servers, by the configurations of config/server. publish_races.sh runs the races longer.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "net/put.h"
#include "organizer/publish.h"
#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"
#include "tests/harness/recording_server.h"
#include "tests/harness/schedule_server.h"

using namespace kiosk::test;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

int rounds() {
  const char* asked = std::getenv("KIOSK_RACES");
  return asked != nullptr ? std::atoi(asked) : 20;
}

// One person with the program, a file and a memory of what was published.
struct Person {
  Person(const ScheduleServer& where, std::string user) : server(where), name(std::move(user)) {}

  std::vector<std::string> command(std::vector<std::string> words) const {
    words.insert(words.end(),
                 {"--login-file", server.login(name).string(), "--ca-file", server.authorities().string()});
    return words;
  }
  std::vector<std::string> environment() const { return {"XDG_STATE_HOME=" + (folder / "state").string()}; }

  Outcome run(std::vector<std::string> words) const {
    return venue_kiosk(command(std::move(words)), environment(), folder.path());
  }
  Outcome publish(std::vector<std::string> more = {"--yes"}) const {
    more.insert(more.begin(), {"publish", "feed.json", server.url()});
    return run(std::move(more));
  }
  // Without waiting for its end.
  ChildProcess start(std::vector<std::string> words) const {
    words = command(std::move(words));
    words.insert(words.begin(), KIOSK_PROGRAM);
    return ChildProcess(std::move(words), {.output = folder / "out",
                                           .errors = folder / "out",
                                           .folder = folder.path(),
                                           .environment = plain_environment(environment())});
  }
  void write(const std::string& bytes, const std::string& file = "feed.json") const {
    write_file(folder / file, bytes);
  }

  const ScheduleServer& server;
  std::string name;
  TemporaryFolder folder;
};

const std::string feed = demo_feed();
// The same with another title.
std::string titled(const std::string& title) { return demo_feed("Подведение итогов первого дня", title); }

}  // namespace

TEST_CASE("a schedule is published, shown, read back, and remembered for the next change") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  const ScheduleServer server(kind);
  const Person anna(server, "anna");
  anna.write(feed);
  const Outcome first = anna.publish();
  INFO(name_of(kind) << ": " << first.err << server.error_log());
  REQUIRE(first.status == 0);
  CHECK(first.out.starts_with("nothing stands there yet; it will have 5 halls and 29 sessions\n"));
  CHECK(contains(first.out, "published; screens that ask every 10 s have it within 10 s\n"));
  CHECK(file_text(server.file()) == feed);
  CHECK(anna.publish().out == "nothing to publish: it stands there already\n");

  anna.write(titled("Итоги"));
  const Outcome second = anna.publish();
  CHECK(second.status == 0);
  CHECK(contains(second.out, "Подведение итогов первого дня"));
  CHECK(contains(second.out, "Итоги"));
  CHECK(file_text(server.file()) == titled("Итоги"));
}

TEST_CASE("what somebody else has changed meanwhile is refused, and both changes are shown") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  const Person anna(server, "anna");
  const Person boris(server, "boris");
  anna.write(feed);
  REQUIRE(anna.publish().status == 0);
  boris.write(feed);
  REQUIRE(boris.publish().status == 0);
  boris.write(titled("Boris was here"));
  REQUIRE(boris.publish().status == 0);

  anna.write(demo_feed("Горьковский зал", "Зал Горького"));
  const Outcome refused = anna.publish({"--yes", "--force"});
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "it is no longer what feed.json was made from, so that nothing was written"));
  const std::size_t mine = refused.out.find("and this file would change:\n");
  REQUIRE(mine != std::string::npos);
  CHECK(refused.out.find("Boris was here") < mine);
  CHECK(refused.out.find("Зал Горького") > mine);
  CHECK(file_text(server.file()) == titled("Boris was here"));

  // Made from what stands there now, it is published.
  anna.write(titled("Boris was here"), "base.json");
  CHECK(anna.publish({"--yes", "--base", "base.json"}).status == 0);
}

TEST_CASE("a file of unknown origin is not put over another without asking") {
  const ScheduleServer server(ServerKind::nginx);
  server.put(feed);
  const Person anna(server, "anna");
  anna.write(titled("Anna's"));
  const Outcome outcome = anna.publish();
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "it is not known whether feed.json was made from what stands there"));
  CHECK(file_text(server.file()) == feed);
}

TEST_CASE("errors need force, new warnings ask, and old ones pass") {
  const ScheduleServer server(ServerKind::nginx);
  const Person anna(server, "anna");
  const std::string warned = demo_feed("\"short_title\"", "\"shrt_title\"");
  anna.write(warned);
  const Outcome asks = anna.publish();
  CHECK(asks.status == 1);
  CHECK(contains(asks.err, "answer on a terminal, or say --force"));
  CHECK(anna.publish({"--force"}).status == 0);
  anna.write(warned + "\n");
  CHECK(anna.publish().status == 0);

  anna.write("{\"format\": \"venue-feed/1\"}");
  const Outcome refused = anna.publish();
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "mend the errors, or say --force"));
  CHECK(file_text(server.file()) == warned + "\n");
}

TEST_CASE("an export is published as it is, and an overlay over its export") {
  const ScheduleServer server(ServerKind::nginx);
  const Person anna(server, "anna");
  anna.write(file_text(KIOSK_SOURCE_DIR "/tests/independent/fixtures/pretalx-widget.json"));
  const Outcome whole = anna.publish({"--force"});
  INFO(whole.err);
  CHECK(whole.status == 0);
  anna.write(feed, "export.json");
  anna.write(R"({"format": "venue-feed/1", "sessions": [{"id": "track-1", "state": "cancelled"}]})", "ours.json");
  const std::string ours = server.url("/ours.json");
  CHECK(anna.run({"publish", "ours.json", ours, "--yes"}).status == 1);
  CHECK(anna.run({"publish", "ours.json", ours, "--yes", "--over", "export.json"}).status == 0);
  anna.write(R"({"format": "venue-feed/1", "sessions": [{"id": "nobody", "state": "cancelled"}]})", "ours.json");
  const Outcome unknown = anna.run({"publish", "ours.json", ours, "--yes", "--over", "export.json"});
  CHECK(unknown.status == 1);
  CHECK(contains(unknown.err, "nobody"));
}

TEST_CASE("nobody is asked without a terminal, and nothing is published then") {
  const ScheduleServer server(ServerKind::apache);
  const Person anna(server, "anna");
  anna.write(feed);
  const Outcome outcome = anna.publish({"--config", "/dev/null"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "answer on a terminal, or say --yes"));
  CHECK(file_text(server.file()).empty());  // a lock may have made an empty one
}

TEST_CASE("on a terminal the change is shown and asked about") {
  const ScheduleServer server(ServerKind::nginx);
  const Person anna(server, "anna");
  anna.write(feed);
  // "script" gives the program a terminal.
  const auto answered = [&](const std::string& answer) {
    std::string line = KIOSK_PROGRAM;
    for (const std::string& word : anna.command({"publish", "feed.json", server.url()})) {
      line += ' ' + word;
    }
    ChildProcess shell({"sh", "-c", "echo " + answer + " | script -qec '" + line + "' /dev/null"},
                       {.output = anna.folder / "terminal",
                        .errors = anna.folder / "terminal",
                        .folder = anna.folder.path(),
                        .environment = plain_environment(anna.environment())});
    return shell.wait_for();
  };
  CHECK(answered("n") == 1);
  CHECK(file_text(server.file()).empty());
  CHECK(answered("y") == 0);
  CHECK(file_text(server.file()) == feed);
  CHECK(contains(file_text(anna.folder / "terminal"), "Publish? [y/N]"));
}

TEST_CASE("an answer that takes longer than the lock publishes over nobody's change") {
  const ScheduleServer server(ServerKind::nginx, {{"timeout=1m", "timeout=1s"}});
  server.put("old");
  const auto opened = [&](const char* user) {
    return kiosk::WebDocument(server.url(), {.login = server.login(user), .authorities = server.authorities()}, 1000);
  };
  kiosk::WebDocument anna = opened("anna");
  kiosk::WebDocument boris = opened("boris");
  bool boris_writes = true;
  const kiosk::Publication publication{
      .make = [](const std::optional<std::string>&) { return std::string("anna's"); },
      .agree =
          [&](const std::optional<std::string>&, const std::string&) {
            CHECK(eventually([&] { return boris.lock() == kiosk::WebDocument::Lock::held; }));
            if (boris_writes) {
              CHECK(boris.put("boris's") == kiosk::WebDocument::Put::written);
            }
            boris.unlock();
            return kiosk::Publication::Answer::yes_after_a_while;
          },
      .wait = {}};
  const auto refused = kiosk::publish(anna, publication);
  REQUIRE_FALSE(refused);
  CHECK(contains(to_string(refused.error()), "somebody else has changed it meanwhile"));
  CHECK(file_text(server.file()) == "boris's");
  boris_writes = false;
  CHECK(kiosk::publish(anna, publication) == kiosk::Published::written);
  CHECK(file_text(server.file()) == "anna's");
}

TEST_CASE("a server that cannot lock is refused unless that is wanted, and says what it can cost") {
  const ScheduleServer server(ServerKind::nginx,
                              {{"  dav_ext_methods LOCK UNLOCK;\n", ""}, {"    dav_ext_lock zone=schedule;\n", ""}});
  const Person anna(server, "anna");
  anna.write(feed);
  const Outcome refused = anna.publish();
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "the server cannot lock it"));
  CHECK_FALSE(std::filesystem::exists(server.file()));
  const Outcome outcome = anna.publish({"--yes", "--unlocked"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "may be lost"));
  CHECK(file_text(server.file()) == feed);
}

TEST_CASE("an edit on the server changes the bytes that change alone") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  server.put(feed);
  const Person anna(server, "anna");
  const Outcome outcome = anna.run({"edit", server.url(), "cancel", "track-1", "--yes"});
  INFO(outcome.err << server.error_log());
  CHECK(outcome.status == 0);
  const std::string now = file_text(server.file());
  CHECK(now.size() == feed.size() + std::string(",\n      \"state\": \"cancelled\"").size());
  CHECK(anna.run({"edit", server.url(), "clear", "track-1", "--yes"}).status == 0);
  CHECK(file_text(server.file()) == feed);
}

TEST_CASE("a dry run of an edit on the server shows what it would change, and writes nothing") {
  const ScheduleServer server(ServerKind::nginx);
  server.put(feed);
  const Person anna(server, "anna");
  const Outcome outcome = anna.run({"edit", server.url(), "--dry-run", "full", "track-1"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "+      \"state\": \"full\""));
  CHECK(file_text(server.file()) == feed);
}

TEST_CASE("of two who publish at once from the same document, exactly one wins, every time") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  const ScheduleServer server(kind);
  const std::array<Person, 2> people{Person(server, "anna"), Person(server, "boris")};
  std::string there = titled("round 0");
  server.put(there);
  for (int round = 1; round <= rounds(); ++round) {
    std::array<std::string, 2> files;
    std::vector<ChildProcess> running;
    for (std::size_t i = 0; i < 2; ++i) {
      files[i] = titled("round " + std::to_string(round) + " of " + people[i].name);
      people[i].write(files[i]);
      people[i].write(there, "base.json");
    }
    for (const Person& person : people) {
      running.push_back(person.start({"publish", "feed.json", server.url(), "--yes", "--base", "base.json"}));
    }
    const bool anna_won = running[0].wait_for() == 0;
    const bool boris_won = running[1].wait_for() == 0;
    INFO(name_of(kind) << ", round " << round);
    REQUIRE(anna_won != boris_won);
    there = file_text(server.file());
    REQUIRE(there == files[anna_won ? 0 : 1]);
  }
}

TEST_CASE("of two who edit at once nobody's change is lost") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  const ScheduleServer server(kind);
  const Person anna(server, "anna");
  const Person boris(server, "boris");
  server.put(feed);
  std::size_t written = 0;
  for (int round = 1; round <= rounds(); ++round) {
    const auto notice = [&](const Person& person) {
      return person.start({"edit", server.url(), "notice", person.name + " " + std::to_string(round), "--yes"});
    };
    ChildProcess first = notice(anna);
    ChildProcess second = notice(boris);
    written += (first.wait_for() == 0 ? 1U : 0U);
    written += (second.wait_for() == 0 ? 1U : 0U);
    INFO(name_of(kind) << ", round " << round << ": " << file_text(anna.folder / "out")
                       << file_text(boris.folder / "out"));
    REQUIRE(count(file_text(server.file()), "\"id\": \"notice-") == written);
  }
  // An idle machine lets both through each time; a busy one may make one wait too long.
  CHECK(written > static_cast<std::size_t>(rounds()));
}

namespace {

// A publisher that was killed in the middle of its work, and what readers then found. The server may still have been at
// work with what had arrived.
struct Killed {
  std::string document;
  std::chrono::steady_clock::time_point at;
  enum class Found { old_one, new_one, torn } found;
};

// Large, so that its way takes a while.
const std::string filling(1U << 22U, ' ');
const std::string before_kill = feed + filling;
const std::string after_kill = titled("after") + filling;

// At any moment, each with a document of its own: the lock of the one before lasts a minute.
std::vector<Killed> kill_publishers(const ScheduleServer& server, const Person& person, int times) {
  person.write(after_kill);
  person.write(before_kill, "base.json");
  std::mt19937 random(20240417);
  std::vector<Killed> killed;
  for (int round = 0; round < times; ++round) {
    const std::string name = "feed-" + std::to_string(round) + ".json";
    server.put(before_kill, name);
    ChildProcess publisher =
        person.start({"publish", "feed.json", server.url('/' + name), "--yes", "--base", "base.json"});
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 250));
    publisher.send(SIGKILL);
    publisher.wait_for();
    const auto at = std::chrono::steady_clock::now();
    const std::string there = file_text(server.file(name));
    killed.push_back({name, at,
                      there == before_kill  ? Killed::Found::old_one
                      : there == after_kill ? Killed::Found::new_one
                                            : Killed::Found::torn});
  }
  return killed;
}

}  // namespace

TEST_CASE("whoever is killed in the middle leaves the old document or the new one") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  const ScheduleServer server(kind);
  const Person anna(server, "anna");
  const std::vector<Killed> all = kill_publishers(server, anna, rounds());
  const auto found = [&](Killed::Found what) {
    return std::count_if(all.begin(), all.end(), [&](const Killed& killed) { return killed.found == what; });
  };
  INFO(name_of(kind) << ": " << found(Killed::Found::old_one) << " of " << all.size() << " old");
  CHECK(found(Killed::Found::torn) == 0);
}

TEST_CASE("whoever was killed keeps the next one out for a minute at most", "[.minute]") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  const Person anna(server, "anna");
  const std::vector<Killed> all = kill_publishers(server, anna, rounds());
  std::size_t kept_out = 0;
  for (const Killed& killed : all) {
    INFO(killed.document);
    kiosk::WebDocument boris(server.url('/' + killed.document),
                             {.login = server.login("boris"), .authorities = server.authorities()}, before_kill.size());
    const auto gets_in = [&] { return boris.lock() == kiosk::WebDocument::Lock::held; };
    if (!gets_in()) {
      ++kept_out;
      // A lock's time is counted in whole seconds.
      const auto minute = killed.at + kiosk::WebDocument::lock_time + std::chrono::seconds(2);
      REQUIRE(
          eventually(gets_in, std::chrono::ceil<std::chrono::milliseconds>(minute - std::chrono::steady_clock::now())));
    }
    CHECK(boris.put("boris's") == kiosk::WebDocument::Put::written);
    boris.unlock();
    CHECK(file_text(server.file(killed.document)) == "boris's");
  }
  WARN(name_of(kind) << ": of " << all.size() << " that were killed " << kept_out
                     << " left a lock, for a minute at most");
}
