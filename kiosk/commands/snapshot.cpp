#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/url.h"
#include "base/words.h"
#include "board/compose_board.h"
#include "board/hall_board.h"
#include "board/scripts_shown.h"
#include "board/spoken_languages.h"
#include "board/unknown_hall.h"
#include "board/unknown_zone.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/day_sheet.h"
#include "commands/feed_settings.h"
#include "commands/file_names.h"
#include "graphics/installed_fonts.h"
#include "graphics/offscreen.h"
#include "graphics/shader_cache.h"
#include "images/image_file.h"
#include "images/scaling.h"
#include "layout/board_theme.h"
#include "machine/system_clock.h"
#include "organizer/day_moments.h"
#include "paint/missing_fonts.h"
#include "paint/paint_board.h"
#include "pictures/loader.h"
#include "programme/called_hall.h"
#include "settings/read_settings.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

struct SnapshotOptions {
  CommonOptions common;
  bool all_halls = false;
  std::vector<std::string> at;
  std::string day;  // empty: single instants
  std::string size = "1920x1080";
  std::string language;
  std::string output;
};

// One picture to take.
struct Shot {
  std::string hall;
  Instant instant;
  std::filesystem::path file;
};

std::vector<Shot> shots(const SnapshotOptions& options, const std::vector<std::string>& halls,
                        const std::vector<Instant>& instants, TimeZone zone) {
  if (halls.size() == 1 && instants.size() == 1 && !options.all_halls &&
      !std::filesystem::is_directory(options.output)) {
    return {{halls.front(), instants.front(), options.output}};
  }
  std::vector<Shot> all;
  for (const std::string& hall : halls) {
    for (const Instant instant : instants) {
      std::string name = file_name_of(hall);
      if (instants.size() > 1) {
        name += '_' + date::format("%Y%m%dT%H%M%S", to_local(instant, zone));
      }
      all.push_back({hall, instant, std::filesystem::path(options.output) / (name + ".png")});
    }
  }
  return all;
}

std::optional<date::local_days> parse_day(const std::string& text) {
  const std::optional<LocalTime> midnight = parse_as_written(text + "T00:00");
  return midnight ? std::optional(date::floor<date::days>(*midnight)) : std::nullopt;
}

// A shot of each change of the halls' day, hall by hall.
std::vector<Shot> shots_of_day(const Schedule& schedule, const std::vector<std::string>& halls, date::local_days day) {
  std::vector<Shot> all;
  for (const std::string& hall : halls) {
    for (const Instant instant : day_moments(schedule, hall, day)) {
      all.push_back({hall, instant, {}});
    }
  }
  return all;
}

// What is told above the pictures of a hall's day: "Gorky Hall · Wednesday, 17 April".
DayOfHall day_of_hall(const Schedule& schedule, const std::string& hall, date::local_days day, const Wording& wording) {
  const Hall* known = schedule.find_hall(hall);
  return {.title = (known != nullptr ? known->name.in(wording.language()) : hall) + " · " + wording.weekday_date(day),
          .moments = {}};
}

// Loads the pictures that the boards will show. Waits 15 s for them at most, since a person waits for the snapshots.
void load_pictures(const LoadedSettings& loaded, bool local_feeds, std::vector<std::string> wanted,
                   BoardPainter& painter) {
  constexpr std::chrono::seconds patience{15};
  if (wanted.empty()) {
    return;
  }
  Mailbox<PictureNews> mailbox;
  const FeedsToFollow what = feeds_to_follow(loaded);
  const bool local = local_feeds || loaded.settings.private_pictures;
  PictureLoader loader({.files = what.any_file(),
                        .cache_folder = what.cache_folder,
                        .access = what.access,
                        .local = local ? LocalPictures::allowed : LocalPictures::refused},
                       mailbox, [] {});
  loader.want(std::move(wanted));
  const auto until = std::chrono::steady_clock::now() + patience;
  for (bool waiting = true; waiting;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    const std::optional<PictureNews> news = mailbox.take_within(std::max(left, std::chrono::milliseconds(0)));
    if (!news) {
      complain(
          {.severity = Severity::warning, .what = "the feed's pictures did not come within 15 s; some are left out"});
      return;
    }
    for (const LoadedPicture& picture : news->pictures) {
      painter.set_picture(picture.address, picture.image);
    }
    for (const Problem& problem : news->new_problems) {
      complain(problem);
    }
    waiting = news->waiting > 0;
  }
}

int take_snapshots(const SnapshotOptions& options) {
  keep_no_shaders_on_full_disk();
  const LoadedSettings loaded = load_settings(options.common.sources());
  for (const Problem& problem : loaded.problems) {
    complain(problem);
  }
  if (loaded.unreadable) {
    return exit_could_not_run;
  }
  const std::optional<Size> size = parse_size(options.size);
  if (!size) {
    complain({.where = "--size",
              .what = in_quotes(options.size) + " is no size; write one like 1920x1080, each side from 160 to 16384"});
    return exit_usage;
  }
  if (!options.language.empty() && !Wording::speaks(options.language)) {
    std::string known;
    for (const std::string& language : Wording::languages()) {
      known += ' ' + language;
    }
    complain({.where = "--lang", .what = in_quotes(options.language) + " is not spoken here; known are" + known});
    return exit_usage;
  }
  if (!options.all_halls && loaded.settings.hall.empty()) {
    complain({.what = "which hall? Write --hall ID or --all-halls"});
    return exit_usage;
  }
  const Result<LoadedFeeds> feed = load_schedule(loaded);
  if (!feed) {
    complain(feed.error());
    return exit_could_not_run;
  }
  const Schedule& schedule = *feed->schedule;

  std::vector<Instant> instants;
  for (const std::string& text : options.at) {
    const Result<Instant> instant = parse_at(text, schedule.event().time_zone);
    if (!instant) {
      complain(instant.error());
      return exit_usage;
    }
    instants.push_back(*instant);
  }
  if (instants.empty()) {
    instants.push_back(system_now());
  }
  const std::optional<date::local_days> day = parse_day(options.day);
  if (!day && !options.day.empty()) {
    complain({.where = "--day", .what = in_quotes(options.day) + " is no date; write one like 2024-04-17"});
    return exit_usage;
  }
  std::vector<std::string> halls{called_hall_id(schedule.halls(), loaded.settings.hall)};
  if (options.all_halls) {
    halls.clear();
    for (const Hall& hall : schedule.halls()) {
      halls.push_back(hall.id);
    }
  }

  const Result<std::unique_ptr<Offscreen>> offscreen = Offscreen::open(*size);
  if (!offscreen) {
    complain(offscreen.error());
    return exit_could_not_run;
  }
  Wordings wordings;
  const Wording& wording =
      wordings.in(options.language.empty() ? spoken_languages(loaded.settings, &schedule).front() : options.language);
  for (const Problem& problem :
       missing_fonts(scripts_shown(&schedule, std::vector{wording.language()}, wordings), has_font_for)) {
    complain(problem);
  }
  ImguiContext gui;
  BoardPainter painter(gui, board_theme(loaded, &schedule).colors);
  int code = any_errors(loaded.problems) ? exit_has_errors : exit_good;
  if (const std::optional<Problem> zone_missing = unknown_zone(schedule)) {
    complain(*zone_missing);
    code = exit_has_errors;
  }
  const std::vector<Shot> all =
      day ? shots_of_day(schedule, halls, *day) : shots(options, halls, instants, schedule.time_zone());
  std::vector<DayOfHall> days;
  std::vector<Agenda> agendas;  // one for each of `all`
  std::vector<std::string> wanted;
  for (const Shot& shot : all) {
    agendas.push_back(agenda_at(schedule, shot.hall, shot.instant));
    const std::vector<std::string> pictures = pictures_of(schedule, agendas.back());
    wanted.insert(wanted.end(), pictures.begin(), pictures.end());
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  load_pictures(loaded, feed->local, std::move(wanted), painter);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Shot& shot = all[i];
    if (agendas[i].hall == nullptr) {
      Problem problem = unknown_hall(schedule, shot.hall);
      problem.file = without_credentials(loaded.settings.feed());
      complain(problem);
      code = problem.severity == Severity::error ? exit_has_errors : code;
    }
    Situation situation;
    situation.instant = shot.instant;
    situation.hall = shot.hall;
    situation.schedule = &schedule;
    situation.agenda = &agendas[i];
    painter.paint(compose_board(situation, wording, wordings), *size);
    if (day) {
      if (i == 0 || all[i - 1].hall != shot.hall) {
        days.push_back(day_of_hall(schedule, shot.hall, *day, wording));
      }
      const Rect whole{0, 0, static_cast<float>(size->width), static_cast<float>(size->height)};
      days.back().moments.push_back(
          {.time = wording.time(to_local(shot.instant, schedule.time_zone())),
           .picture = scaled((*offscreen)->read_pixels(), whole, picture_size_on_sheet(*size))});
      continue;
    }
    if (const Result<void> written = write_png(shot.file, (*offscreen)->read_pixels()); !written) {
      complain(written.error());
      return exit_could_not_run;
    }
  }
  if (day) {
    const Result<Image> sheet = day_sheet(days, picture_size_on_sheet(*size));
    const Result<void> written = sheet ? write_png(options.output, *sheet) : fail(sheet.error());
    if (!written) {
      complain(written.error());
      return exit_could_not_run;
    }
  }
  return code;
}

}  // namespace

Action snapshot_command(CLI::App& app) {
  const auto options = std::make_shared<SnapshotOptions>();
  options->common.declare(app);
  options->common.declare_hall(app);
  app.add_flag("--all-halls", options->all_halls, "Every hall of the feed, a file each named by hall id");
  app.add_option("--at", options->at, "The instant to show; may be given several times (default: now)")
      ->type_name("INSTANT");
  app.add_option("--day", options->day, "Instead: a sheet of the hall's day, a picture for each change")
      ->type_name("DATE")
      ->excludes("--at");
  app.add_option("--size", options->size, "Size in pixels")->type_name("WxH")->capture_default_str();
  app.add_option("--lang", options->language, "Language, instead of the settings' or the event's")->type_name("LANG");
  app.add_option("--output", options->output, "PNG file; a folder for several pictures")
      ->type_name("FILE|DIR")
      ->required();
  return [options] { return take_snapshots(*options); };
}

}  // namespace kiosk
