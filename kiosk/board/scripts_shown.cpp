#include "board/scripts_shown.h"

#include <string_view>

#include "base/printable.h"

namespace kiosk {
namespace {

template <class Add>
void for_each_text(const Schedule& schedule, const Add& add) {
  add(schedule.event().title);
  add(schedule.event().short_title);
  for (const Hall& hall : schedule.halls()) {
    add(hall.name);
    add(hall.place);
  }
  for (const Session& session : schedule.sessions()) {
    add(session.title);
    add(session.subtitle);
    add(session.track);
    add(session.reason);
    for (const Speaker& speaker : session.speakers) {
      add(speaker.name);
      add(speaker.role);
    }
  }
  for (const Notice& notice : schedule.notices()) {
    add(notice.text);
  }
}

// What is drawn by changing its neighbours, if at all: blanks, joiners and selectors of a variant.
bool has_no_glyph(char32_t c) {
  return c <= U' ' || steers(c) || c == 0xA0 || c == 0xAD || c == 0x034F || (c >= 0x2000 && c <= 0x200D) ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace

std::vector<ScriptInUse> scripts_shown(const Schedule* schedule, std::span<const std::string> languages,
                                       Wordings& wordings) {
  std::vector<ScriptInUse> found;
  for (const std::string& language : languages) {
    add_scripts_in(wordings.in(language).say("next"), found);
    if (schedule != nullptr) {
      for_each_text(*schedule, [&](const auto& text) { add_scripts_in(text.in(language), found); });
    }
  }
  return found;
}

std::set<char32_t> characters_shown(const Schedule& schedule, std::span<const std::string> languages) {
  std::set<char32_t> found;
  for (const std::string& language : languages) {
    for_each_text(schedule, [&](const auto& text) {
      const std::string& shown = text.in(language);
      for (std::string_view rest = shown; !rest.empty();) {
        const CodePoint next = first_code_point(rest);
        rest.remove_prefix(next.bytes);
        if (next.code != CodePoint::invalid && !has_no_glyph(next.code)) {
          found.insert(next.code);
        }
      }
    });
  }
  return found;
}

}  // namespace kiosk
