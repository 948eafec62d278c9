#include "organizer/title_findings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "board/compose_board.h"
#include "layout/layout.h"

namespace kiosk {
namespace {

constexpr Size usual_screen{1920, 1080};
// Shorter ones have always fitted, and laying out a board takes milliseconds.
constexpr std::size_t surely_fits = 60;  // bytes

// Letters and signs alone: blanks may be bound, and lines broken at hyphens.
std::string without_blanks(std::string_view text) {
  static constexpr std::string_view dropped[] = {" ", "\u00A0", "\u202F", "\u2028", "\u00AD", "\u2060", "\u200B"};
  std::string left;
  while (!text.empty()) {
    const auto* found = std::find_if(std::begin(dropped), std::end(dropped),
                                     [&](std::string_view blank) { return text.starts_with(blank); });
    if (found == std::end(dropped)) {
      left += text[0];
    }
    text.remove_prefix(found == std::end(dropped) ? 1 : found->size());
  }
  return left;
}

bool is_shown_whole(const std::string& title, const Layout& layout) {
  const std::string wanted = without_blanks(title);
  return std::any_of(layout.texts.begin(), layout.texts.end(), [&](const TextBox& box) {
    std::string shown = without_blanks(box.text);
    // Hyphens that a line was broken with.
    if (shown.size() > wanted.size()) {
      std::erase(shown, '-');
      std::string plain = wanted;
      std::erase(plain, '-');
      return shown == plain;
    }
    return shown == wanted;
  });
}

}  // namespace

void find_cut_titles(const Schedule& schedule, Ruler& ruler, Wordings& wordings, FindingList& findings) {
  std::vector<std::string> languages = schedule.event().languages;
  std::erase_if(languages, [](const std::string& language) { return !Wording::speaks(language); });
  if (languages.empty()) {
    languages.emplace_back("en");
  }
  for (const Session& session : schedule.sessions()) {
    const Hall* hall = schedule.find_hall(session.halls.front());
    for (const std::string& language : languages) {
      const std::string& title = session.title.in(language);
      if (title.size() <= surely_fits || hall == nullptr) {
        continue;
      }
      Situation situation;
      situation.hall = hall->id;
      situation.schedule = &schedule;
      const auto slot = schedule.slot_of(static_cast<std::size_t>(&session - schedule.sessions().data()), *hall);
      situation.instant = slot ? slot->start : session.start;
      const Board board = compose_board(situation, wordings.in(language), wordings);
      const bool told = board.headlines.size() == 1 && board.headlines.front().title == title;
      if (told && !is_shown_whole(title, lay_out(board, usual_screen, ruler))) {
        findings.warn(
            session, "/title",
            "the title of " + std::to_string(title.size()) + " bytes is cut on screens (" + in_quotes(language) + ")",
            "say it in up to about 120 characters, and the rest in \"subtitle\"");
        break;
      }
    }
  }
}

}  // namespace kiosk
