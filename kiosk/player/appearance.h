#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/mailbox.h"
#include "graphics/waker.h"
#include "layout/board_theme.h"
#include "locales/wording.h"
#include "paint/paint_board.h"
#include "pictures/loader.h"
#include "settings/load_settings.h"
#include "venue/agenda.h"
#include "venue/schedule.h"

namespace kiosk {

// The colours and pictures of a screen, as the settings and the schedule name them. Hands both to the painter when they
// change, and logs their problems. With each schedule it looks, too, whether there are fonts for what it is written in,
// and logs an error where there are none. Draw thread.
class Appearance {
 public:
  // Pictures are loaded on a thread of their own, which wakes the glass by `waker`. `loaded` and `wordings` are
  // borrowed.
  Appearance(const LoadedSettings& loaded, Wordings& wordings, PictureLoader::Options options, Waker waker);

  // What has changed since the last update(); `colors` where both have.
  enum class Change { none, pictures, colors };
  // `schedule` may be null; `agenda` is then not used.
  Change update(BoardPainter& painter, const std::shared_ptr<const Schedule>& schedule, const Agenda& agenda);
  // Whether pictures may come from this machine's own network, once that is known of the feed.
  void allow_local_pictures(bool allowed);
  // Drops pictures that are no longer wanted. Call it after the new board was drawn: a fade shows the old ones too.
  void forget_unwanted(BoardPainter& painter) const { painter.keep_pictures(wanted_); }

 private:
  const LoadedSettings& loaded_;
  Wordings& wordings_;
  std::vector<Problem> missing_fonts_;
  std::optional<BoardTheme> theme_;
  std::shared_ptr<const Schedule> theme_of_;
  std::vector<std::string> wanted_;
  std::optional<bool> local_pictures_;  // as told last
  Mailbox<PictureNews> mailbox_;
  PictureLoader loader_;  // last: its thread posts to the mailbox
};

}  // namespace kiosk
