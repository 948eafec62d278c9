// What `check` says of a machine. That it looks at the right places is tests/commands/check_test.cpp's; of a unit of
// systemd nothing is asked there, since tests run where systemd does not.
#include "technician/about_machine.h"

#include "technician/about_reading.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

MonitorFacts monitor(const std::string& name, Size millimetres = {1218, 685}) {
  return {.name = name, .mode = {1920, 1080}, .refresh_hz = 60, .millimetres = millimetres};
}

const BoardSizes board{.title_cap = 5, .code_side = 40};

}  // namespace

TEST_CASE("a line has its mark, and each but a good one says what to do") {
  CHECK(answer_line(good("clock", "right")) == "✓ clock: right");
  CHECK(answer_line(warning("clock", "off", "set it")) == "! clock: off; set it");
  CHECK(answer_line(error("service", "failed", "read the log")) == "✗ service: failed; read the log");
  CHECK(answer_line(good("hall", "a\x1b[2J\nb")) == "✓ hall: a [2J b");
}

TEST_CASE("a clock that nobody keeps is a warning") {
  CHECK_FALSE(about_clock(true).problem);
  CHECK(answer_line(about_clock(false)).starts_with("! clock: no time service keeps it"));
}

TEST_CASE("a cache is good where it can be written and has room") {
  CHECK(answer_line(about_cache("/var/cache/k", FolderFacts{true, 100'000'000})) ==
        "✓ cache: /var/cache/k, 100 MB free");
  CHECK(answer_line(about_cache("/var/cache/k", FolderFacts{true, 99'999'999})) ==
        "! cache: /var/cache/k, 99 MB free; make room on this disk");
  CHECK(about_cache("/var/cache/k", FolderFacts{false, 100'000'000}).problem);
  CHECK(about_cache("/var/cache/k", std::nullopt).problem);
  CHECK(answer_line(about_cache("", std::nullopt)).find("nowhere to keep") != std::string::npos);
}

TEST_CASE("software and a GPU are told apart, and neither is a fault") {
  CHECK(answer_line(about_renderer(Renderer{"llvmpipe (LLVM 15.0.6, 256 bits)", "OpenGL 4.5 Mesa 22.3.6"})) ==
        "✓ renderer: llvmpipe (LLVM 15.0.6, 256 bits) (software), OpenGL 4.5 Mesa 22.3.6");
  CHECK(answer_line(about_renderer(Renderer{"V3D 4.2", "OpenGL ES 3.1 Mesa 22.3.6"})) ==
        "✓ renderer: V3D 4.2 (GPU), OpenGL ES 3.1 Mesa 22.3.6");
  CHECK(about_renderer(fail({.what = "no EGL"})).problem->severity == Severity::warning);
}

TEST_CASE("monitors are told with mode, size and scale, and one that is not there is a warning") {
  std::vector<MonitorFacts> two{monitor("HDMI-1"), monitor("DP-2", {0, 0})};
  two[1].scale = 1.5F;
  CHECK(answer_line(about_monitors(two, "")) ==
        "✓ monitor: HDMI-1 1920x1080, 60 Hz, 1218x685 mm; DP-2 1920x1080, 60 Hz, size unknown, scale 1.5");
  CHECK(wanted_monitor(two, "")->name == "HDMI-1");
  CHECK(wanted_monitor(two, "DP-2")->name == "DP-2");
  CHECK(wanted_monitor(two, "2")->name == "DP-2");
  CHECK(wanted_monitor(two, "3") == nullptr);
  CHECK(answer_line(about_monitors(two, "HDMI-2")).starts_with("! monitor: no \"HDMI-2\" is connected: "));
  CHECK(about_monitors(std::vector<MonitorFacts>(), "").problem);
  CHECK_FALSE(about_monitors(fail({.what = "no DISPLAY"}), "HDMI-1").problem);
}

TEST_CASE("characters that no font has are listed, ten at most") {
  const auto no_emoji = [](char32_t c) { return c < 0x10000; };
  CHECK_FALSE(about_characters({U'Я', U'a'}, no_emoji).problem);
  CHECK(answer_line(about_characters({U'Я', 0x1F9FF}, no_emoji))
            .starts_with("! fonts: 1 characters of the schedule would be boxes: U+1F9FF; install "));
  std::set<char32_t> many;
  for (char32_t c = 0x1F600; c < 0x1F60B; ++c) {
    many.insert(c);
  }
  const std::string line = answer_line(about_characters(many, no_emoji));
  CHECK(line.find("11 characters") != std::string::npos);
  CHECK(line.find("U+1F609, …") != std::string::npos);
  CHECK(line.find("U+1F60A") == std::string::npos);
}

TEST_CASE("distances follow the monitor's size, turned or not, and the usual screen where nobody knows it") {
  const std::string wide = answer_line(how_far_it_reads(monitor("A"), board));
  CHECK(wide ==
        "✓ distance: a title is read with ease from 7.4 m, the code is scanned from 2.7 m on this monitor of "
        "1218x685 mm");
  CHECK(answer_line(how_far_it_reads(monitor("A", {685, 1218}), board)).find("from 7.4 m, the code") !=
        std::string::npos);
  CHECK(answer_line(how_far_it_reads(monitor("A", {0, 0}), board)).find("from 7.4 m, the code") != std::string::npos);
  CHECK(answer_line(how_far_it_reads(std::nullopt, board)).find("55\" screen") != std::string::npos);
  CHECK(how_far_it_reads(monitor("A", {300, 180}), board).problem->severity == Severity::warning);
}
