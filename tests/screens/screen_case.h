#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/problem.h"
#include "board/board.h"
#include "commands/common_options.h"
#include "graphics/imgui_context.h"
#include "graphics/offscreen.h"
#include "images/image.h"
#include "paint/paint_board.h"
#include "venue/schedule.h"

namespace kiosk::test {

// One moment of one screen, kept as a folder of tests/screens:
//
//   settings.toml       of that screen; its feed is a file of tests/screens, or a web address, which nobody answers
//   instant             RFC 3339; a second line "as of INSTANT" makes the schedule stale since then
//   board.LANG.txt      the words of the board, one file a language of the screen
//   landscape.png,      the board in the screen's first language
//   portrait.png
struct ScreenCase {
  std::string name;
  std::filesystem::path folder;
  LoadedSettings loaded;
  std::shared_ptr<const Schedule> schedule;  // null: none was seen yet, or `failure` says why
  std::optional<Problem> failure;
  Instant instant;
  std::optional<Instant> as_of;
  std::vector<std::string> languages;  // those the screen speaks in turn; never empty
};

// Folders of all cases, by name. `screens` is tests/screens.
std::vector<std::filesystem::path> case_folders(const std::filesystem::path& screens);

// By the program's own readers. Throws std::runtime_error for a folder that is no case.
ScreenCase load_case(const std::filesystem::path& folder);

// What `run` would show. The machine is one of the tests' own, and files are named from the case's folder, so that
// a board is the same wherever the project lies.
Board board_of(const ScreenCase& screen, const std::string& language);

// to_text(), the feed's pictures named from tests/screens.
std::string words_of(const ScreenCase& screen, const Board& board);

// Paints boards of one size without a display, in the fonts of tests/screens/fonts.conf alone. Its context is
// current on the thread that opened it until another one is opened.
class Studio {
 public:
  // Sets FONTCONFIG_FILE and XDG_CACHE_HOME, so: before anything else reads fonts. `cache` is a folder of the
  // build's. Throws std::runtime_error where nothing can be drawn.
  Studio(Size size, const std::filesystem::path& screens, const std::filesystem::path& cache);

  Size size() const { return offscreen_->size(); }
  // In the case's theme, with the pictures that lie on the disk.
  Image paint(const ScreenCase& screen, const Board& board);

 private:
  std::unique_ptr<Offscreen> offscreen_;
  std::optional<ImguiContext> gui_;
  std::unique_ptr<BoardPainter> painter_;
};

}  // namespace kiosk::test
