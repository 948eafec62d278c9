#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/plain_text.h"
#include "venue/local_text.h"
#include "venue/schedule.h"

namespace kiosk {

// What a read throws that is told to give up, from wherever it is; read_feed_part catches it and returns a problem.
struct ReadGivenUp {};

// What a feed has many of; see base/feed_budget.h.
enum class Many { halls, day_rooms, sessions, slots, speakers, notices, tracks, pictures, texts, markup };

// A feed's budgets while it is read. The first that is beyond one is reported, and what follows is left out in
// silence. Each question is also a moment to give up: ReadGivenUp.
class Allowances {
 public:
  // `give_up` may be empty: never.
  Allowances(ProblemList& problems, std::function<bool()> give_up)
      : problems_(problems), give_up_(std::move(give_up)) {}

  // Whether `count` more fit. They then count as used; else none does.
  bool take(Many what, const Place& place, std::size_t count = 1);
  // Whether a text may be kept once more.
  bool take_text(const Place& place, const LocalText& text);

  // A text without markup (plain_text), of what the budget lets be looked at.
  std::string plain(const Place& place, std::string_view text, Markup markup = Markup::dropped);

  // Whether what is beyond budgets leaves no session: the last good feed then says more than this one.
  bool leave_nothing(const Schedule::Parts& parts) const { return refusals_ > 0 && parts.sessions.empty(); }

  // How often the answer was no.
  std::size_t refusals() const { return refusals_; }

  void ask_to_go_on() const {
    if (give_up_ && give_up_()) {
      throw ReadGivenUp();
    }
  }

 private:
  struct Use {
    std::size_t used = 0;
    bool reported = false;
  };

  ProblemList& problems_;
  std::function<bool()> give_up_;
  std::array<Use, 10> uses_{};  // beside Many
  std::size_t refusals_ = 0;
};

// The problem of a feed of which the budgets leave nothing.
Problem nothing_left();

// The text's first `most` bytes, or a few less: cut between two words where one ends near, else between two characters.
std::string_view cut_text(std::string_view text, std::size_t most);

}  // namespace kiosk
