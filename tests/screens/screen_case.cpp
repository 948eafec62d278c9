#include "tests/screens/screen_case.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/url.h"
#include "board/compose_board.h"
#include "board/hall_board.h"
#include "board/spoken_languages.h"
#include "decoder/decode_picture.h"
#include "layout/board_theme.h"
#include "tests/harness/temporary_folder.h"
#include "venue/agenda.h"
#include "venue/parse_instant.h"

namespace kiosk::test {
namespace {

Instant instant_in(const std::string& text, const std::filesystem::path& file) {
  const std::optional<Instant> instant = parse_instant(text, utc());
  if (!instant) {
    throw std::runtime_error(file.string() + ": \"" + text + "\" is no instant");
  }
  return *instant;
}

void name_from(const std::filesystem::path& folder, Problem& problem) {
  if (!problem.file.empty() && !is_http_url(problem.file)) {
    problem.file = std::filesystem::path(problem.file).lexically_relative(folder).string();
  }
}

}  // namespace

std::vector<std::filesystem::path> case_folders(const std::filesystem::path& screens) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(screens)) {
    if (std::filesystem::exists(entry.path() / "instant")) {
      folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

ScreenCase load_case(const std::filesystem::path& folder) {
  ScreenCase screen;
  screen.name = folder.filename().string();
  screen.folder = folder;

  const std::filesystem::path file = folder / "instant";
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);
  screen.instant = instant_in(line, file);
  constexpr std::string_view as_of = "as of ";
  if (std::getline(lines, line) && line.starts_with(as_of)) {
    screen.as_of = instant_in(line.substr(as_of.size()), file);
  }

  screen.loaded = load_settings(CommonOptions{.config = (folder / "settings.toml").string(), .over = {}}.sources());
  if (screen.loaded.unreadable) {
    throw std::runtime_error(to_string(screen.loaded.problems.front()));
  }
  for (Problem& problem : screen.loaded.problems) {
    name_from(folder, problem);
  }
  const std::string feed = screen.loaded.settings.feed();
  if (!feed.empty() && !is_http_url(feed)) {
    if (Result<LoadedFeeds> reading = load_schedule(screen.loaded)) {
      screen.schedule = reading->schedule;
    } else {
      screen.failure = std::move(reading.error());
      name_from(folder, *screen.failure);
    }
  }
  screen.languages = spoken_languages(screen.loaded.settings, screen.schedule.get());
  return screen;
}

Board board_of(const ScreenCase& screen, const std::string& language) {
  const Settings& settings = screen.loaded.settings;
  Situation situation;
  situation.instant = screen.instant;
  situation.hall = settings.hall;
  situation.schedule = screen.schedule.get();
  situation.feed_given = !settings.feeds.empty();
  situation.as_of = screen.as_of;
  situation.failure = screen.failure;
  situation.settings_problems = screen.loaded.problems;
  situation.time_zone = screen.loaded.time_zone;
  situation.drift = settings.display.drift;
  situation.dim = settings.display.dim;
  situation.blank = settings.display.blank;
  situation.host_name = "kiosk-7";
  situation.addresses = {"192.0.2.17", "2001:db8::17"};
  Wordings wordings;
  return compose_board(situation, wordings.in(language), wordings);
}

std::string words_of(const ScreenCase& screen, const Board& board) {
  std::string words = to_text(board);
  const std::string folder = screen.folder.parent_path().string() + '/';
  for (std::size_t at = words.find(folder); at != std::string::npos; at = words.find(folder, at)) {
    words.erase(at, folder.size());
  }
  return words;
}

Studio::Studio(Size size, const std::filesystem::path& screens, const std::filesystem::path& cache) {
  std::filesystem::create_directories(cache);
  ::setenv("FONTCONFIG_FILE", (screens / "fonts.conf").c_str(), 1);
  ::setenv("XDG_CACHE_HOME", cache.c_str(), 1);
  Result<std::unique_ptr<Offscreen>> offscreen = Offscreen::open(size);
  if (!offscreen) {
    throw std::runtime_error(to_string(offscreen.error()));
  }
  offscreen_ = *std::move(offscreen);
  gui_.emplace();
  painter_ = std::make_unique<BoardPainter>(*gui_, ThemeColors{});
}

Image Studio::paint(const ScreenCase& screen, const Board& board) {
  const Schedule* schedule = screen.schedule.get();
  painter_->set_theme(board_theme(screen.loaded, schedule).colors);
  painter_->keep_pictures({});
  if (schedule != nullptr) {
    for (const std::string& address :
         pictures_of(*schedule, agenda_at(*schedule, screen.loaded.settings.hall, screen.instant))) {
      if (Decoded<Image> picture = decode_picture(file_text(address))) {
        painter_->set_picture(address, std::make_shared<const Image>(*std::move(picture)));
      }
    }
  }
  painter_->paint(board, size());
  return offscreen_->read_pixels();
}

}  // namespace kiosk::test
