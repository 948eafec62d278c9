#include "tests/catch.h"
#include "tests/commands/kiosk_program.h"
#include "tests/harness/pictures.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

// A fontconfig file that knows the fonts of these folders and no other.
std::string fonts_of(const TemporaryFolder& folder, const std::string& fonts) {
  const std::string file = folder / "fonts.conf";
  const std::string cache = folder / "fonts";
  write_file(file, R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>)" +
                       fonts + "</dir><cachedir>" + cache + "</cachedir></fontconfig>");
  return "FONTCONFIG_FILE=" + file;
}

}  // namespace

TEST_CASE("check says that there are no fonts, and for which script there are none") {
  const TemporaryFolder folder;
  const Outcome none = venue_kiosk({"check", "--config", demo_settings}, {fonts_of(folder, "/nonexistent")});
  CHECK(none.status == 1);
  CHECK(contains(none.err, "fonts: no font of this machine has letters of the board's"));
  CHECK(contains(none.out, "problems: 1 errors"));

  write_file(folder / "thai.json", demo_feed("Открытие форума", "การเปิด"));
  const Outcome thai = venue_kiosk({"check", "--hall", "gorky", "--feed", folder / "thai.json"},
                                   {fonts_of(folder, "/usr/share/fonts/opentype/inter")});
  CHECK(thai.status == 1);
  CHECK(contains(thai.err, "no font of this machine has Thai letters"));
  CHECK(contains(thai.out, "problems: 1 errors"));
}

TEST_CASE("without fonts a board still shows its codes, and says why in the terminal") {
  const TemporaryFolder folder;
  for (const std::string size : {"1920x1080", "1080x1920"}) {
    const Outcome outcome = venue_kiosk({"snapshot", "--config", demo_settings, "--at", during_track_1, "--size", size,
                                         "--output", folder / "board.png"},
                                        {fonts_of(folder, "/nonexistent")});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.err, "without words"));
    CHECK(read_qr_codes(read_picture(folder / "board.png")) == std::vector<std::string>{track_1_link});
  }
}
