#include "player/appearance.h"

#include <algorithm>

#include "board/hall_board.h"
#include "board/scripts_shown.h"
#include "board/spoken_languages.h"
#include "graphics/installed_fonts.h"
#include "paint/missing_fonts.h"
#include "player/news_log.h"

namespace kiosk {

Appearance::Appearance(const LoadedSettings& loaded, Wordings& wordings, PictureLoader::Options options, Waker waker)
    : loaded_(loaded),
      wordings_(wordings),
      loader_(std::move(options), mailbox_, [waker = std::move(waker)] { waker.wake(); }) {}

Appearance::Change Appearance::update(BoardPainter& painter, const std::shared_ptr<const Schedule>& schedule,
                                      const Agenda& agenda) {
  Change change = Change::none;
  if (!theme_ || theme_of_ != schedule) {
    theme_of_ = schedule;
    BoardTheme theme = board_theme(loaded_, schedule.get());
    if (!theme_ || theme.problems != theme_->problems) {
      log_problems(theme.problems);
    }
    std::vector<Problem> fonts = missing_fonts(
        scripts_shown(schedule.get(), spoken_languages(loaded_.settings, schedule.get()), wordings_), has_font_for);
    if (fonts != missing_fonts_) {
      log_problems(fonts);
      missing_fonts_ = std::move(fonts);
    }
    if (!theme_ || theme.colors != theme_->colors) {
      change = Change::colors;
      painter.set_theme(theme.colors);
    }
    theme_ = std::move(theme);
  }
  if (schedule != nullptr) {
    std::vector<std::string> wanted = pictures_of(*schedule, agenda);
    if (wanted != wanted_) {
      loader_.want(wanted);
      wanted_ = std::move(wanted);
    }
  }
  if (const std::optional<PictureNews> news = mailbox_.take()) {
    for (const LoadedPicture& picture : news->pictures) {
      painter.set_picture(picture.address, picture.image);
    }
    log_problems(news->new_problems);
    change = std::max(change, Change::pictures);
  }
  return change;
}

void Appearance::allow_local_pictures(bool allowed) {
  if (local_pictures_ != allowed) {
    local_pictures_ = allowed;
    loader_.set_local(allowed ? LocalPictures::allowed : LocalPictures::refused);
  }
}

}  // namespace kiosk
