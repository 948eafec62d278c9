#include "organizer/title_findings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/printable.h"
#include "base/words.h"
#include "board/compose_board.h"
#include "layout/layout.h"

namespace kiosk {
namespace {

// Shorter ones fit on all of these screens, whatever their letters and whatever else is on the board.
constexpr std::size_t surely_fits = 60;  // characters
// Where so many differ, those that are shorter than all of them are cut last, and laying out a board takes
// milliseconds.
constexpr std::size_t looked_at = 300;

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(first_code_point(text).bytes)) {
    ++count;
  }
  return count;
}

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

std::string names_of(const std::vector<Size>& screens) {
  std::string names;
  for (std::size_t i = 0; i < screens.size(); ++i) {
    names += i == 0 ? "" : i + 1 == screens.size() ? " and " : ", ";
    names += std::to_string(screens[i].width) + 'x' + std::to_string(screens[i].height);
  }
  return names;
}

// Looks at each title of a language once.
class CutTitles {
 public:
  CutTitles(const Schedule& schedule, const std::vector<Size>& screens, Ruler& ruler, Wordings& wordings)
      : schedule_(schedule), screens_(screens), ruler_(ruler), wordings_(wordings) {}

  // The screens on which the session's title is cut.
  const std::vector<Size>& of(const Session& session, const Hall& hall, const std::string& language) {
    const auto [found, is_new] = cut_on_.try_emplace({session.title.in(language), language});
    if (is_new) {
      found->second = look(session, hall, language);
    }
    return found->second;
  }
  std::size_t looked_at() const { return cut_on_.size(); }

 private:
  std::vector<Size> look(const Session& session, const Hall& hall, const std::string& language) {
    Situation situation;
    situation.hall = hall.id;
    situation.schedule = &schedule_;
    const auto slot = schedule_.slot_of(static_cast<std::size_t>(&session - schedule_.sessions().data()), hall);
    situation.instant = slot ? slot->start : session.start;
    const Board board = compose_board(situation, wordings_.in(language), wordings_);
    const std::string& title = session.title.in(language);
    std::vector<Size> cut;
    if (board.headlines.size() == 1 && board.headlines.front().title == title) {
      std::copy_if(screens_.begin(), screens_.end(), std::back_inserter(cut),
                   [&](Size screen) { return !is_shown_whole(title, lay_out(board, screen, ruler_)); });
    }
    return cut;
  }

  const Schedule& schedule_;
  const std::vector<Size>& screens_;
  Ruler& ruler_;
  Wordings& wordings_;
  std::map<std::pair<std::string, std::string>, std::vector<Size>> cut_on_;  // by title and language
};

}  // namespace

void find_cut_titles(const Schedule& schedule, const std::vector<Size>& screens, Ruler& ruler, Wordings& wordings,
                     FindingList& findings) {
  std::vector<std::string> languages = schedule.event().languages;
  std::erase_if(languages, [](const std::string& language) { return !Wording::speaks(language); });
  if (languages.empty()) {
    languages.emplace_back("en");
  }
  struct Candidate {
    const Session* session;
    const Hall* hall;
    const std::string* language;
    std::size_t length;  // characters
  };
  std::vector<Candidate> candidates;
  for (const Session& session : schedule.sessions()) {
    const Hall* hall = schedule.find_hall(session.halls.front());
    for (const std::string& language : languages) {
      const std::size_t length = characters(session.title.in(language));
      if (length > surely_fits && hall != nullptr) {
        candidates.push_back({&session, hall, &language, length});
      }
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.length > b.length; });
  CutTitles cut_titles(schedule, screens, ruler, wordings);
  std::set<const Session*> told;  // once is enough
  for (const auto& [session, hall, language, length] : candidates) {
    if (cut_titles.looked_at() == looked_at) {
      return;
    }
    const std::vector<Size>& cut = cut_titles.of(*session, *hall, *language);
    if (!cut.empty() && told.insert(session).second) {
      findings.warn(*session, "/title",
                    "the title of " + std::to_string(length) + " characters is cut on screens of " + names_of(cut) +
                        " (" + in_quotes(*language) + ")",
                    "say it in up to about 120 characters, and the rest in \"subtitle\"");
    }
  }
}

}  // namespace kiosk
