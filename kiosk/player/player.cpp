#include "player/player.h"

#include <algorithm>
#include <cstdint>

#include <spdlog/spdlog.h>

#include "base/url.h"
#include "board/spoken_languages.h"
#include "machine/this_machine.h"
#include "player/news_log.h"
#include "programme/called_hall.h"

namespace kiosk {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

// The cache and a feed on this machine's own disk are worth waiting for: the first frame is then the
// right one. The network is not.
constexpr milliseconds patience_for_disk{1000};
constexpr seconds look_after_trouble{2};

void keep_monitor(Glass& glass, bool on, ScreenReport& report) {
  const MonitorPower power = glass.keep_monitor(on);
  if (power == report.monitor) {
    return;
  }
  report.monitor = power;
  switch (power) {
    case MonitorPower::on:
      spdlog::info("the monitor is on");
      break;
    case MonitorPower::off:
      spdlog::info("the monitor is off");
      break;
    case MonitorPower::woken:
      spdlog::info("somebody has switched the monitor on; it goes off again in a minute or two");
      break;
    case MonitorPower::other:
      spdlog::info("the monitor stays on, black: another one of this display shows something else");
      break;
    case MonitorPower::fixed:
      spdlog::info("the monitor stays on, black: this display server switches none off");
      break;
    case MonitorPower::none:
      spdlog::warn("no monitor is on: the board waits for one");
      break;
  }
}

}  // namespace

Player::Player(LoadedSettings loaded, PlayerOptions options, PlayerClocks clocks, ScreenClock& clock,
               NewsSource& source, FeedNews known)
    : loaded_(std::move(loaded)),
      options_(std::move(options)),
      clocks_(std::move(clocks)),
      clock_(clock),
      source_(source),
      news_(std::move(known)),
      appearance_(loaded_, wordings_, options_.pictures, options_.waker) {
  if (news_.schedule != nullptr) {
    log_hall(*news_.schedule, loaded_.settings.hall);
  }
  find_hall();
  allow_local_pictures();
}

Player::Ending Player::play(Glass& glass, Overlay* overlay, ScreenReport& report) {
  await_first_news();
  gui_.emplace();
  gui_->set_turn(turn());
  painter_.emplace(*gui_, ThemeColors{}, std::move(text_));
  report.hall = loaded_.settings.hall;
  report.settings_problems.clear();
  for (const Problem& problem : loaded_.problems) {
    report.settings_problems.push_back(to_string(problem));
  }
  glass.wait(0);  // takes the event that came with opening the window: the first frame is drawn in any case
  for (;;) {
    if (std::optional<FeedNews> news = source_.take()) {
      take(std::move(*news));
    }
    const Reading time = read_clock();
    const Agenda agenda = agenda_of(time);
    const Appearance::Change change = appearance_.update(*painter_, news_.schedule, agenda);
    const bool faded =
        show(glass, overlay, compose_board(situation(time, agenda), wording(time.instant), wordings_), change, report);
    report_look(time, report);
    report.size = glass.size();
    options_.report(report);

    const bool time_is_up = options_.exit_at && time.look.steady >= *options_.exit_at;
    if (options_.stop_requested() || glass.close_wanted() || time_is_up) {
      return Ending::asked_to_stop;
    }
    if (options_.reload_wanted() || have_changed(loaded_)) {
      return Ending::settings_changed;
    }
    // A fade takes the glass's events, and with them a wake for news that came meanwhile: look again at once.
    const auto elapsed = clocks_.look().steady - time.look.steady;
    nanoseconds wait = until_next_look(time, agenda);
    if (const auto again = overlay == nullptr ? std::nullopt : overlay->next_change()) {
      wait = std::min<nanoseconds>(wait, *again - time.look.steady);
    }
    glass.wait(faded ? 0 : std::chrono::duration<double>(wait - elapsed).count());
  }
}

void Player::await_first_news() {
  // The first post is what the cache held, maybe nothing. For each feed that is a file, another follows soon.
  const auto& feeds = loaded_.settings.feeds;
  const auto posts = 1 + std::count_if(feeds.begin(), feeds.end(), [](const auto& feed) { return !is_http_url(feed); });
  for (std::ptrdiff_t post = 0; !feeds.empty() && post < posts && news_.schedule == nullptr && !news_.failure; ++post) {
    if (std::optional<FeedNews> news = source_.take_within(patience_for_disk)) {
      take(std::move(*news));
    }
  }
}

void Player::take(FeedNews news) {
  const ScreenClock::Look look = clocks_.look();
  if (news.server_time) {
    clock_.server_said(*news.server_time, look);
  }
  if (news.status.kept) {
    clock_.has_passed(*news.status.kept, look);
  }
  news = with_schedule_known(std::move(news), news_);
  log_news(news_, news, loaded_.settings.hall);
  if (news.schedule != news_.schedule) {
    languages_.clear();  // the schedule may name other languages now
  }
  news_ = std::move(news);
  find_hall();
  allow_local_pictures();
}

void Player::find_hall() {
  const std::string& hall = loaded_.settings.hall;
  hall_id_ = news_.schedule == nullptr ? hall : called_hall_id(news_.schedule->halls(), hall);
}

void Player::allow_local_pictures() {
  if (news_.local) {
    appearance_.allow_local_pictures(*news_.local || loaded_.settings.private_pictures);
  }
}

Player::Reading Player::read_clock() {
  const Reading time = clock_.read(clocks_.look(), clocks_.kernel_synchronised(), options_.any_server);
  if (clock_.take_verdict_changed()) {
    const ClockTrust::Verdict& verdict = clock_.verdict();
    spdlog::log(verdict.trusted && verdict.offset.count() == 0 ? spdlog::level::info : spdlog::level::warn,
                "the clock of this machine is {}, {:.0f} s are added to it",
                verdict.trusted ? "confirmed" : "not to be trusted: nothing is counted down",
                std::chrono::duration<double>(verdict.offset).count());
  }
  return time;
}

Agenda Player::agenda_of(const Reading& time) const {
  return news_.schedule == nullptr ? Agenda{} : agenda_at(*news_.schedule, hall_id_, time.instant);
}

const Wording& Player::wording(Instant instant) {
  if (languages_.empty()) {
    languages_ = spoken_languages(loaded_.settings, news_.schedule.get());
  }
  const bool dark = shown_ && shown_->light == Light::dark;  // a dark screen does not change its language
  return wordings_.in(languages_[dark ? 0 : language_at(instant, languages_.size(), loaded_.settings.language_turn)]);
}

bool Player::in_trouble() const {
  const Schedule* schedule = news_.schedule.get();
  return schedule == nullptr || (schedule->lists_halls() && schedule->find_hall(hall_id_) == nullptr) ||
         any_errors(loaded_.problems);
}

Situation Player::situation(const Reading& time, const Agenda& agenda) const {
  Situation situation;
  situation.instant = time.instant;
  situation.hall = loaded_.settings.hall;
  situation.schedule = news_.schedule.get();
  situation.agenda = &agenda;
  situation.feed_given = !loaded_.settings.feeds.empty();
  situation.failure = news_.failure;
  situation.settings_problems = loaded_.problems;
  situation.time_zone = loaded_.time_zone;
  situation.drift = loaded_.settings.display.drift;
  situation.dim = loaded_.settings.display.dim;
  situation.blank = loaded_.settings.display.blank;
  situation.clock_trusted = time.trusted;
  if (const auto success = news_.status.last_success_by(time.ahead);
      success && time.now >= stale_from(*success, loaded_.settings.poll_interval)) {
    situation.as_of = clock_.clock().instant(*success);
  }
  if (in_trouble()) {
    situation.host_name = host_name();
    situation.addresses = network_addresses();
  }
  return situation;
}

Turn Player::turn() const { return static_cast<Turn>(loaded_.settings.display.rotate / 90); }

bool Player::show(Glass& glass, Overlay* overlay, Board board, Appearance::Change change, ScreenReport& report) {
  const bool over_board = overlay != nullptr && overlay->take(glass.take_input());
  const bool lit = board.light != Light::dark || (overlay != nullptr && overlay->visible());
  if (lit) {
    keep_monitor(glass, true, report);  // first, since it takes a moment
  }
  const bool faded = draw(glass, overlay, std::move(board), over_board, change, report);
  if (!lit) {
    keep_monitor(glass, false, report);
  }
  return faded;
}

bool Player::draw(Glass& glass, Overlay* overlay, Board board, bool over_board, Appearance::Change change,
                  ScreenReport& report) {
  const bool lost = glass.take_redraw_wanted();
  const Size size = turned(glass.size(), turn());
  if (!lost && !over_board && change == Appearance::Change::none && board == shown_ && size == drawn_size_) {
    return false;
  }
  const bool widgets = overlay != nullptr && overlay->visible() && !board.emergency;
  const bool same_glass = shown_ && !lost && size == drawn_size_;
  drawn_size_ = size;
  const bool fades = same_glass && !widgets && change != Appearance::Change::colors && fades_between(*shown_, board);
  if (fades) {
    report.frames_drawn +=
        static_cast<std::uint64_t>(cross_fade(glass, *painter_, *shown_, board, size, fades_, options_.stop_requested));
  } else {
    ImguiFrame frame = gui_->begin_frame(size);
    painter_->draw(board, frame);
    if (widgets) {
      overlay->draw(report, frame);
    }
    frame.end();
    glass.show_frame();
    ++report.frames_drawn;
  }
  if (board.light != report.light) {
    spdlog::info("{}", board.light == Light::full ? "in full light" : board.light_reason);
    report.light = board.light;
  }
  shown_ = std::move(board);
  appearance_.forget_unwanted(*painter_);
  report.last_frame = std::chrono::floor<seconds>(clocks_.look().system);
  if (!report.first_frame_seconds) {
    report.first_frame_seconds = seconds_since_process_start();
  }
  return fades;
}

// An emergency appears and disappears at once, and a change of language is a cut. So is any on a turned glass: a fade
// is made of what was on it, which is turned already.
bool Player::fades_between(const Board& before, const Board& after) const {
  return loaded_.settings.display.fade && turn() == Turn::none && !before.emergency && !after.emergency &&
         before.language == after.language && !show_the_same(before, after);
}

void Player::report_look(const Reading& time, ScreenReport& report) const {
  report.instant = std::chrono::floor<seconds>(time.now);
  report.polls = news_.counts;
  const Hall* hall = news_.schedule == nullptr ? nullptr : news_.schedule->find_hall(hall_id_);
  report.hall_name = hall == nullptr ? "" : hall->name.in(shown_ ? shown_->language : "");
  report.emergency = shown_ && shown_->emergency;
  report.feed_failure = news_.failure ? to_string(*news_.failure) : "";
  report.last_success = news_.status.last_success_by(time.ahead);
  report.feed_problems = news_.problems.size();
  report.zone_unknown = news_.schedule != nullptr && !news_.schedule->event().time_zone;
  report.sessions_held = news_.sessions_held;
  report.clock_offset_seconds =
      std::chrono::duration<double>(clock_.clock().is_system() ? clock_.verdict().offset : time.instant - time.now)
          .count();
}

nanoseconds Player::until_next_look(const Reading& time, const Agenda& agenda) const {
  const Clock& clock = clock_.clock();
  nanoseconds wait = clock.until(std::chrono::floor<minutes>(time.instant) + minutes(1), time.now);
  if (languages_.size() > 1 && !(shown_ && shown_->light == Light::dark)) {
    wait = std::min(wait, clock.until(next_language_turn(time.instant, loaded_.settings.language_turn), time.now));
  }
  if (agenda.next_change) {
    wait = std::min(wait, clock.until(*agenda.next_change, time.now));
  }
  if (const auto success = news_.status.last_success_by(time.ahead)) {
    if (const Instant stale = stale_from(*success, loaded_.settings.poll_interval); stale > time.now) {
      wait = std::min<nanoseconds>(wait, stale - time.now);
    }
  }
  if (in_trouble()) {
    wait = std::min<nanoseconds>(wait, look_after_trouble);
  }
  if (options_.look_within) {
    wait = std::min(wait, *options_.look_within);
  }
  if (options_.exit_at) {
    wait = std::min<nanoseconds>(wait, *options_.exit_at - time.look.steady);
  }
  return std::max(wait, nanoseconds(0));
}

}  // namespace kiosk
