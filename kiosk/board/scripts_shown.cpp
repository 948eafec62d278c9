#include "board/scripts_shown.h"

namespace kiosk {

std::vector<ScriptInUse> scripts_shown(const Schedule* schedule, std::span<const std::string> languages,
                                       Wordings& wordings) {
  std::vector<ScriptInUse> found;
  for (const std::string& language : languages) {
    add_scripts_in(wordings.in(language).say("next"), found);
    if (schedule == nullptr) {
      continue;
    }
    const auto add = [&](const LocalText& text) { add_scripts_in(text.in(language), found); };
    add(schedule->event().title);
    add(schedule->event().short_title);
    for (const Hall& hall : schedule->halls()) {
      add(hall.name);
      add(hall.place);
    }
    for (const Session& session : schedule->sessions()) {
      add(session.title);
      add(session.subtitle);
      add(session.track);
      add(session.reason);
      for (const Speaker& speaker : session.speakers) {
        add(speaker.name);
        add(speaker.role);
      }
    }
    for (const Notice& notice : schedule->notices()) {
      add(notice.text);
    }
  }
  return found;
}

}  // namespace kiosk
