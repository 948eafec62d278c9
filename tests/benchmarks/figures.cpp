// The figures of the kiosk on this machine, beside a bare GLFW and OpenGL window: run.sh starts it.
//
//   figures [--runs N] [--edits N] [--only start|hour|edits]
//
// Everything is measured from outside and in the same way for both: from fork to the picture on the glass
// (glass.h), proportional memory and processor time as the kernel counts them. Kiosk and bare window take
// turns, so that both see the same machine; the middle value of the runs is printed.

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/benchmarks/glass.h"
#include "tests/commands/kiosk_program.h"
#include "tests/harness/nginx.h"
#include "tests/harness/prometheus_text.h"
#include "tests/harness/xvfb.h"

using namespace std::chrono_literals;

namespace kiosk::bench {
namespace {

using test::ChildOptions;
using test::ChildProcess;
using test::Nginx;
using test::TemporaryFolder;
using Seconds = std::chrono::duration<double>;

constexpr const char* hall = "gorky";
constexpr const char* title = "«Сохранение и популяризация культурного кода России: стратегическая миссия библиотек»";

double middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}
double largest(const std::vector<double>& values) { return *std::max_element(values.begin(), values.end()); }

// User and system time of the whole process so far.
double processor_seconds(pid_t process) {
  clockid_t clock{};
  timespec time{};
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) {
    throw std::runtime_error("the measured program has ended");
  }
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Proportional: a page that others use too counts by its share.
double pss_megabytes(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("Pss:")) {
      return std::stod(line.substr(4)) * 1024 / 1e6;
    }
  }
  throw std::runtime_error("the measured program has ended");
}

// A server, a kiosk's settings and its cache.
struct Place {
  TemporaryFolder folder;
  Nginx nginx;
  std::string feed = test::demo_feed();

  Place() { serve(feed); }
  void serve(const std::string& text) const { nginx.put("feed.json", text); }
  std::vector<std::string> kiosk(const std::string& poll, const std::string& speed,
                                 const std::string& at = test::during_track_1) const {
    const std::filesystem::path settings = folder / ("poll-" + poll + ".toml");
    test::write_file(settings, std::string("hall = \"") + hall + "\"\nlanguages = [\"ru\"]\n[feed]\nurl = \"" +
                                   nginx.url("/feed.json") + "\"\npoll = \"" + poll +
                                   "\"\n[cache]\nfolder = \"cache\"\n");
    return {KIOSK_PROGRAM, "run", "--config",       settings.string(),      "--at", at,
            "--speed",     speed, "--metrics-file", metrics_file().string()};
  }
  std::filesystem::path metrics_file() const { return folder / "kiosk.prom"; }
  double metric(const std::string& name) const {
    return test::prometheus_value(test::file_text(metrics_file()), "venue_kiosk_" + name).value_or(-1);
  }
};

// A program with its first picture on the glass.
struct Shown {
  ChildProcess process;
  double start_seconds = 0;      // from fork to the last change of the first picture
  double processor_seconds = 0;  // until it was seen

  Shown(Glass& glass, std::vector<std::string> arguments, const std::filesystem::path& log)
      : Shown(glass, std::chrono::steady_clock::now(), std::move(arguments), log) {}

 private:
  Shown(Glass& glass, Moment forked, std::vector<std::string> arguments, const std::filesystem::path& log)
      : process(std::move(arguments),
                ChildOptions{.output = log, .errors = log, .environment = test::plain_environment()}) {
    const auto picture = glass.next_picture(20s, 300ms);
    if (!picture) {
      throw std::runtime_error("nothing appeared on the screen:\n" + test::file_text(log));
    }
    start_seconds = Seconds(*picture - forked).count();
    processor_seconds = bench::processor_seconds(process.pid());
  }
};

// The next program starts on a black, quiet screen.
void stop(Shown& shown, Glass& glass) {
  shown.process.stop();
  glass.next_picture(300ms, 100ms);
}

// The fonts', the shaders' and, with a schedule of this moment, the feed's.
void fill_caches(Glass& glass, const Place& place) {
  const std::filesystem::path cache = place.folder / "cache";
  std::filesystem::remove_all(cache);
  Shown first(glass, place.kiosk("10s", "1"), place.folder / "log");
  if (!test::eventually([&] { return std::filesystem::exists(cache) && !std::filesystem::is_empty(cache); })) {
    throw std::runtime_error("the schedule was not kept in " + cache.string());
  }
  stop(first, glass);
}

struct Runs {
  std::vector<double> start, processor, memory;
};

void measure(Runs& runs, Glass& glass, const std::vector<std::string>& arguments, const std::filesystem::path& log) {
  Shown shown(glass, arguments, log);
  std::this_thread::sleep_for(1s);
  runs.start.push_back(shown.start_seconds * 1e3);
  runs.processor.push_back(shown.processor_seconds * 1e3);
  runs.memory.push_back(pss_megabytes(shown.process.pid()));
  stop(shown, glass);
}

void row(const char* what, const char* unit, const std::vector<double>& kiosk, const std::vector<double>& bare,
         const char* target) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < kiosk.size(); ++i) {
    ratios.push_back(kiosk[i] / bare[i]);
  }
  std::printf("%-44s %8.1f %8.1f %-3s %8.2f   %s\n", what, middle(kiosk), middle(bare), unit, middle(ratios), target);
}

void measure_start(Glass& glass, const Place& place, int runs) {
  const std::filesystem::path log = place.folder / "log";
  const std::vector<std::string> kiosk = place.kiosk("10s", "1");
  Runs kiosk_runs;
  Runs bare_runs;
  fill_caches(glass, place);
  std::vector<double> own;
  for (int run = 0; run < runs; ++run) {
    measure(kiosk_runs, glass, kiosk, log);
    own.push_back(place.metric("first_frame_seconds") * 1e3);
    measure(bare_runs, glass, {BARE_WINDOW, "1920", "1080"}, log);
  }
  std::printf("\nStart, %d runs each            1920x1080      kiosk     bare        ratio   target\n", runs);
  row("from fork to the picture, schedule cached", "ms", kiosk_runs.start, bare_runs.start, "<= 1.8");
  row("processor time until then", "ms", kiosk_runs.processor, bare_runs.processor, "");
  row("memory a second later (PSS)", "MB", kiosk_runs.memory, bare_runs.memory, "<= 1.4");
  std::printf("%-44s %8.1f\n", "venue_kiosk_first_frame_seconds, in ms", middle(own));
}

// A still hour is 60 minute ticks and, at the default interval, 360 polls or more (jitter shortens it).
// The first are measured at 60-fold speed without polls, the others for a minute at a poll a second.
void measure_hour(Glass& glass, const Place& place) {
  constexpr double polls_an_hour = 3600 / (10 * 0.95);
  const std::filesystem::path log = place.folder / "log";
  const auto spend = [&](const std::string& poll, const std::string& speed) {
    fill_caches(glass, place);  // an old schedule is marked so until the first poll, which takes a frame more
    // All of it within Track 1: a new session would fade in, two dozen frames of it.
    Shown shown(glass, place.kiosk(poll, speed, "2024-04-17T14:25:00+03:00"), log);
    std::this_thread::sleep_for(500ms);
    const double before = processor_seconds(shown.process.pid());
    std::this_thread::sleep_for(60s);
    const double spent = processor_seconds(shown.process.pid()) - before;
    std::printf("%-44s %8.1f MB\n",
                poll == "1s" ? "memory after a minute of polls (PSS)" : "memory after 60 ticks (PSS)",
                pss_megabytes(shown.process.pid()));
    stop(shown, glass);
    return spent;
  };
  std::printf("\nA still hour, compressed\n");
  const double ticks = spend("1h", "60");
  const double frames = place.metric("frames_drawn_total") - 1;
  const double polling = spend("1s", "0.01");
  const double same = place.metric("polls_total{result=\"not_modified\"}");
  const double bytes = place.metric("feed_bytes_total");
  const double poll_frames = place.metric("frames_drawn_total") - 1;
  const double polled = polling / same * polls_an_hour;
  std::printf("%-44s %8.2f s\n", "60 minute ticks, processor time", ticks);
  std::printf("%-44s %8.2f s    (%.2f ms a poll)\n", "polls of an hour, processor time", polled, polling / same * 1e3);
  std::printf("%-44s %8.2f s    target <= 2.4\n", "a still hour in all", ticks + polled);
  std::printf("%-44s %8.0f      target 60\n", "frames of 60 ticks", frames);
  std::printf("%-44s %8.0f      target 0\n", "frames of polls with nothing new", poll_frames);
  std::printf("%-44s %8.0f      target <= 400\n", "bytes of HTTP a poll with nothing new", bytes / same);
}

std::string edited_title(int edit) {
  return test::demo_feed(title, "Правка " + std::string(static_cast<std::size_t>(edit), '*'));
}

// Comes with every odd edit and goes with every even one.
std::string emergency(int edit) {
  const std::string notice =
      R"("notices": [{"id": "fire", "level": "emergency", "halls": ["gorky"], "text": "Тревога)" +
      std::string(static_cast<std::size_t>(edit), '!') + R"("}],)";
  std::string feed = test::demo_feed();
  return edit % 2 == 0 ? feed : feed.insert(feed.find('{') + 1, notice);
}

// From the edit of the served file to the picture, at any moment between two polls.
void measure_edits(Glass& glass, Place& place, int edits, const std::string& poll, double interval, const char* what,
                   std::string (*feed_of)(int edit)) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> phase(0, interval);
  // Its clock all but stands still: a minute's tick would look like an edit's picture.
  Shown shown(glass, place.kiosk(poll, "0.01"), place.folder / "log");
  std::vector<double> seconds;
  for (int edit = 1; edit <= edits; ++edit) {
    // nginx's ETag is the modification second and the size: two edits need another of them.
    std::this_thread::sleep_for(Seconds(1 + phase(random)));
    const std::string fresh = feed_of(edit);
    const Moment edited = std::chrono::steady_clock::now();
    place.serve(fresh);
    const auto picture = glass.next_picture(60s, 100ms);
    if (!picture) {
      throw std::runtime_error("an edit of the feed never reached the screen");
    }
    seconds.push_back(Seconds(*picture - edited).count());
  }
  stop(shown, glass);
  place.serve(place.feed);
  std::printf("%-28s poll = %-4s %8.2f %10.2f %14.2f\n", what, poll.c_str(), middle(seconds), largest(seconds),
              largest(seconds) - interval);
}

int measure(int count, char** words) {
  std::map<std::string, std::string> options{{"--runs", "7"}, {"--edits", "10"}, {"--only", ""}};
  for (int word = 1; word < count; word += 2) {
    if (!options.contains(words[word]) || word + 1 == count) {
      std::fprintf(stderr, "usage: figures [--runs N] [--edits N] [--only start|hour|edits]\n");
      return 2;
    }
    options[words[word]] = words[word + 1];
  }
  const auto wanted = [&](const char* part) { return options["--only"].empty() || options["--only"] == part; };

  const Xvfb display("1920x1080x24");
  if (!display.runs()) {
    throw std::runtime_error("Xvfb does not start");
  }
  Glass glass(display.framebuffer());
  Place place;
  if (place.feed == test::demo_feed(title, "")) {
    throw std::runtime_error("the demo's feed has another title now: edit figures.cpp");
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  if (wanted("start")) {
    measure_start(glass, place, std::stoi(options["--runs"]));
  }
  if (wanted("hour")) {
    measure_hour(glass, place);
  }
  if (wanted("edits")) {
    std::printf(
        "\nFeed edited to picture, %s edits                middle s  largest s   less interval   target <= 0.2\n",
        options["--edits"].c_str());
    const int edits = std::stoi(options["--edits"]);
    measure_edits(glass, place, edits, "1s", 1, "a title", edited_title);
    measure_edits(glass, place, edits, "1s", 1, "an emergency comes or goes", emergency);
    measure_edits(glass, place, edits, "10s", 10, "a title", edited_title);
  }
  return 0;
}

}  // namespace
}  // namespace kiosk::bench

int main(int count, char** words) {
  try {
    return kiosk::bench::measure(count, words);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "figures: %s\n", problem.what());
    return 1;
  }
}
