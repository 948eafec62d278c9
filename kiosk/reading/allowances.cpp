#include "reading/allowances.h"

#include <algorithm>

#include "base/feed_budget.h"
#include "base/text_front.h"

namespace kiosk {
namespace {

struct Budget {
  std::size_t most;
  const char* beyond;
  const char* right;
};

constexpr const char* left_out = "the rest is left out";

// In the order of Many.
constexpr Budget budgets[] = {
    {feed_budget.halls, "there are more than 1000 halls", left_out},
    {feed_budget.sessions, "there are more than 20000 rooms of days", left_out},
    {feed_budget.sessions, "there are more than 20000 sessions", left_out},
    {feed_budget.slots, "sessions and notices name halls more than 100000 times", left_out},
    {feed_budget.speakers, "there are more than 50000 speakers", left_out},
    {feed_budget.notices, "there are more than 500 notices", left_out},
    {feed_budget.tracks, "there are more than 1000 tracks", left_out},
    {feed_budget.pictures, "there are more than 512 pictures", left_out},
    {feed_budget.texts, "its texts are larger than 16 MiB together", left_out},
    {feed_budget.markup, "its texts with Markdown or HTML are larger than 1 MiB together",
     "the rest is shown as it is written"},
};
static_assert(feed_budget.halls == 1'000 && feed_budget.sessions == 20'000 && feed_budget.slots == 100'000 &&
              feed_budget.speakers == 50'000 && feed_budget.notices == 500 && feed_budget.tracks == 1'000 &&
              feed_budget.pictures == 512 && feed_budget.texts == 16U << 20U && feed_budget.markup == 1U << 20U);

}  // namespace

bool Allowances::take(Many what, const Place& place, std::size_t count) {
  ask_to_go_on();
  const Budget& budget = budgets[static_cast<std::size_t>(what)];
  Use& use = uses_[static_cast<std::size_t>(what)];
  if (count <= budget.most - use.used) {
    use.used += count;
    return true;
  }
  ++refusals_;
  if (!use.reported) {
    problems_.error(place, budget.beyond, budget.right);
    use.reported = true;
  }
  return false;
}

bool Allowances::take_text(const Place& place, const LocalText& text) {
  constexpr std::size_t beside = 64;
  std::size_t size = 0;
  for (const auto& [language, words] : text.all()) {
    size += beside + language.size() + words.size();
  }
  return take(Many::texts, place, size);
}

std::string Allowances::plain(const Place& place, std::string_view text, Markup markup) {
  if (text.size() > feed_budget.text) {
    problems_.warning_once(place, "a text is longer than " + std::to_string(feed_budget.text) + " bytes",
                           "it is cut there");
    text = cut_text(text, feed_budget.text);
  }
  const bool as_written = may_have_markup(text, markup) && !take(Many::markup, place, text.size());
  return plain_text(text, as_written ? Markup::kept : markup);
}

Problem nothing_left() {
  return {.what = "it is larger than its budgets, and what they leave has no session",
          .right = "the last good one stays"};
}

std::string_view cut_text(std::string_view text, std::size_t most) {
  if (text.size() <= most) {
    return text;
  }
  constexpr std::size_t near = 64;
  text = front_of(text, most);
  const std::size_t blank = text.find_last_of(' ');
  return blank != std::string_view::npos && blank + near >= text.size() ? text.substr(0, blank) : text;
}

}  // namespace kiosk
