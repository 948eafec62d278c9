#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/mailbox.h"
#include "graphics/waker.h"
#include "layout/board_theme.h"
#include "paint/paint_board.h"
#include "pictures/loader.h"
#include "settings/load_settings.h"
#include "venue/agenda.h"
#include "venue/schedule.h"

namespace kiosk {

// The colours and pictures of a screen, as the settings and the schedule want them: hands both to the painter when they
// change. Draw thread.
class Appearance {
 public:
  // Loads pictures on a thread of its own, which wakes the glass when some have come.
  Appearance(const LoadedSettings& loaded, PictureLoader::Options options, Waker waker);

  enum class Change { none, pictures, colors };  // in rising order: what differs from the last look
  // `schedule` may be null; the agenda is then not looked at.
  Change update(BoardPainter& painter, const std::shared_ptr<const Schedule>& schedule, const Agenda& agenda);
  // Lets go of pictures that the board on the glass no longer shows. Not before that: a fade begins with the old ones.
  void forget_unwanted(BoardPainter& painter) const { painter.keep_pictures(wanted_); }

 private:
  const LoadedSettings& loaded_;
  std::optional<BoardTheme> theme_;
  std::shared_ptr<const Schedule> theme_of_;
  std::vector<std::string> wanted_;
  Mailbox<PictureNews> mailbox_;
  PictureLoader loader_;  // last: its thread posts to the mailbox
};

}  // namespace kiosk
