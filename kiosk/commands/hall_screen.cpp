#include "commands/hall_screen.h"

#include <algorithm>

#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include "base/atomic_file.h"
#include "base/url.h"
#include "commands/board_theme.h"
#include "commands/cross_fade.h"
#include "commands/spoken_languages.h"
#include "commands/system_clock.h"
#include "commands/this_machine.h"
#include "commands/unknown_hall.h"
#include "screen/hall_board.h"
#include "venue/agenda.h"

namespace kiosk {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// The cache and a feed on this machine's own disk are worth waiting for: the first frame is then the
// right one. The network is not.
constexpr milliseconds patience_for_disk{1000};
constexpr seconds look_after_trouble{2};
constexpr seconds metrics_interval{60};

void complain_of_hall(const Schedule& schedule, const std::string& hall) {
  if (hall.empty()) {
    spdlog::error("no hall is given; name one in the settings, by VENUE_KIOSK_HALL or by --hall");
  } else if (schedule.find_hall(hall) == nullptr) {
    spdlog::error("{}", to_string(unknown_hall(schedule, hall)));
  }
}

}  // namespace

HallScreen::HallScreen(LoadedSettings loaded, Options options, ScreenClock& clock, FollowedFeeds& feeds, FeedNews known)
    : loaded_(std::move(loaded)), options_(std::move(options)), clock_(clock), feeds_(feeds), news_(std::move(known)) {
  const Settings& settings = loaded_.settings;
  if (loaded_.file.empty() && (settings.feeds.empty() || settings.hall.empty())) {
    loaded_.problems.push_back({.file = loaded_.watched.string(),
                                .what = "there is no such file; write the settings there, or name theirs by --config"});
  }
  for (const Problem& problem : loaded_.problems) {
    spdlog::error("{}", to_string(problem));
  }
  if (settings.feeds.empty()) {
    spdlog::error("no feed is given; name one in the settings, by VENUE_KIOSK_FEED or by --feed");
    return;
  }
  if (news_.schedule != nullptr) {
    complain_of_hall(*news_.schedule, settings.hall);
  }
  for (const Problem& problem : access_problems(loaded_)) {
    problem.severity == Severity::error ? spdlog::error("{}", to_string(problem))
                                        : spdlog::warn("{}", to_string(problem));
  }
  picture_loader_.emplace(
      PictureLoader::Options{.files = feeds_.what().any_file(),
                             .cache_folder = feeds_.what().cache_folder,
                             .access = feeds_.what().access},
      picture_mailbox_, [] { Window::wake(); });
}

HallScreen::Ending HallScreen::show(Window& window, Metrics& metrics) {
  await_first_news();
  ImguiContext gui;
  BoardPainter painter(gui, ThemeColors{}, std::move(text_));
  Size drawn_size;
  FadeMemory fades;
  metrics.hall = loaded_.settings.hall;
  window.wait(0);  // takes the request to draw that came with the window: the first frame answers it
  for (;;) {
    if (std::optional<FeedNews> news = feeds_.take()) {
      take(std::move(*news));
    }
    const Reading time = read_clock();
    agenda_.reset();
    if (news_.schedule != nullptr) {
      agenda_ = agenda_at(*news_.schedule, loaded_.settings.hall, time.instant);
    }
    const Dress dress = dress_up(painter);
    Board board = compose_board(situation(time), wording(time.instant), kept_wordings_);
    const bool lost = window.take_redraw_wanted();
    bool faded = false;
    if (lost || dress != Dress::as_before || board != shown_ || window.size() != drawn_size) {
      const bool same_glass = shown_ && !lost && window.size() == drawn_size;
      drawn_size = window.size();
      faded = same_glass && dress != Dress::other_colors && fades_between(*shown_, board);
      if (faded) {
        metrics.frames_drawn += static_cast<std::uint64_t>(
            cross_fade(window, painter, *shown_, board, drawn_size, fades, options_.stop_requested));
      } else {
        painter.paint(board, drawn_size);
        window.show_frame();
        ++metrics.frames_drawn;
      }
      if (board.light != metrics.light) {
        spdlog::info("{}", board.light == Light::full ? "in full light" : board.light_reason);
        metrics.light = board.light;
      }
      shown_ = std::move(board);
      painter.keep_pictures(wanted_pictures_);  // not before: a fade begins with the old ones
      metrics.last_frame = std::chrono::floor<seconds>(system_time());
      if (!metrics.first_frame_seconds) {
        metrics.first_frame_seconds = seconds_since_process_start();
        sd_notify(0, "READY=1");
      }
    }
    sd_notify(0, "WATCHDOG=1");
    // By a clock that no one sets: a step of the system's time is no reason to fall silent, or to leave.
    const auto steady = std::chrono::steady_clock::now();
    if (!metrics_written_ || steady - *metrics_written_ >= metrics_interval) {
      metrics_written_ = steady;
      write_metrics(metrics, time);
    }

    const bool time_is_up = options_.exit_at && steady >= *options_.exit_at;
    if (options_.stop_requested() || window.close_wanted() || time_is_up) {
      write_metrics(metrics, time);
      return Ending::asked_to_stop;
    }
    if (settings_file_changed()) {
      return Ending::settings_changed;
    }
    // A fade takes the window's events, and with them what woke for news: these lie in a mailbox now.
    const auto elapsed = std::chrono::steady_clock::now() - time.look.steady;
    window.wait(faded ? 0 : std::chrono::duration<double>(until_next_look(time) - elapsed).count());
  }
}

HallScreen::Reading HallScreen::read_clock() {
  const Reading time = clock_.read({system_time(), std::chrono::steady_clock::now()}, kernel_clock_synchronised(),
                                   feeds_.what().any_server());
  if (clock_.take_verdict_changed()) {
    const ClockTrust::Verdict& verdict = clock_.verdict();
    spdlog::log(verdict.trusted && verdict.offset.count() == 0 ? spdlog::level::info : spdlog::level::warn,
                "the clock of this machine is {}, {:.0f} s are added to it",
                verdict.trusted ? "confirmed" : "not to be trusted: nothing is counted down",
                std::chrono::duration<double>(verdict.offset).count());
  }
  return time;
}

// The colours and pictures of the moment.
HallScreen::Dress HallScreen::dress_up(BoardPainter& painter) {
  Dress dress = Dress::as_before;
  if (!theme_ || dressed_for_ != news_.schedule) {
    dressed_for_ = news_.schedule;
    BoardTheme theme = board_theme(loaded_, news_.schedule.get());
    if (!theme_ || theme.problems != theme_->problems) {
      for (const Problem& problem : theme.problems) {
        spdlog::warn("{}", to_string(problem));
      }
    }
    dress = !theme_ || theme.colors != theme_->colors ? Dress::other_colors : dress;
    painter.set_theme(theme.colors);
    theme_ = std::move(theme);
  }
  if (picture_loader_ && agenda_) {
    std::vector<std::string> wanted = pictures_of(*news_.schedule, *agenda_);
    if (wanted != wanted_pictures_) {
      picture_loader_->want(wanted);
      wanted_pictures_ = std::move(wanted);
    }
  }
  if (const std::optional<PictureNews> news = picture_mailbox_.take()) {
    for (const LoadedPicture& picture : news->pictures) {
      painter.set_picture(picture.address, picture.image);
    }
    for (const Problem& problem : news->new_problems) {
      spdlog::warn("{}", to_string(problem));
    }
    dress = std::max(dress, Dress::other_pictures);
  }
  return dress;
}

// An emergency comes and goes at once, and another language is no other moment.
bool HallScreen::fades_between(const Board& before, const Board& after) const {
  return loaded_.settings.display.fade && !before.emergency && !after.emergency && before.language == after.language &&
         !tell_the_same(before, after);
}

void HallScreen::await_first_news() {
  // First what the cache held, maybe nothing; then, of a file, the file itself.
  const auto& feeds = loaded_.settings.feeds;
  const auto posts = 1 + std::count_if(feeds.begin(), feeds.end(), [](const auto& feed) { return !is_http_url(feed); });
  for (std::ptrdiff_t post = 0; !feeds.empty() && post < posts && news_.schedule == nullptr && !news_.failure; ++post) {
    if (std::optional<FeedNews> news = feeds_.take_within(patience_for_disk)) {
      take(std::move(*news));
    }
  }
}

void HallScreen::take(FeedNews news) {
  const ClockTrust::Look look{system_time(), std::chrono::steady_clock::now()};
  if (news.server_time) {
    clock_.server_said(*news.server_time, look);
  }
  if (news.status.kept) {
    clock_.has_passed(*news.status.kept, look);
  }
  news = with_schedule_known(std::move(news), news_);
  if (news.failure && (!news_.failure || to_string(*news.failure) != to_string(*news_.failure))) {
    spdlog::warn("{}", to_string(*news.failure));
  } else if (!news.failure && news_.failure) {
    spdlog::info("the feed is good again");
  }
  if (news.schedule != news_.schedule && news.schedule != nullptr) {
    spdlog::info("schedule: {} halls, {} sessions, {} problems", news.schedule->halls().size(),
                 news.schedule->sessions().size(), news.problems.size());
    wordings_.clear();  // the event may speak other languages now
    complain_of_hall(*news.schedule, loaded_.settings.hall);
  }
  if (news.problems != news_.problems) {
    for (const Problem& problem : news.problems) {
      spdlog::warn("{}", to_string(problem));
    }
  }
  if (news.holds != news_.holds) {
    for (const Problem& problem : news.holds) {
      spdlog::warn("{}", to_string(problem));
    }
    if (news.holds.empty()) {
      spdlog::info("no sessions are held any more");
    }
  }
  // A screen without a last good schedule is well until the day it is needed.
  if (news.cache_failure && news.cache_failure != news_.cache_failure) {
    spdlog::warn("{}", to_string(*news.cache_failure));
  }
  news_ = std::move(news);
}

const Wording& HallScreen::wording(Instant instant) {
  if (wordings_.empty()) {
    for (const std::string& language : spoken_languages(loaded_.settings, news_.schedule.get())) {
      wordings_.emplace_back(language);
    }
  }
  if (shown_ && shown_->light == Light::dark) {
    return wordings_.front();  // a dark screen stays as it is
  }
  return wordings_[language_at(instant, wordings_.size(), loaded_.settings.language_turn)];
}

bool HallScreen::in_trouble() const {
  return news_.schedule == nullptr || news_.schedule->find_hall(loaded_.settings.hall) == nullptr ||
         any_errors(loaded_.problems);
}

Situation HallScreen::situation(const Reading& time) const {
  Situation situation;
  situation.instant = time.instant;
  situation.hall = loaded_.settings.hall;
  situation.schedule = news_.schedule.get();
  situation.agenda = agenda_ ? &*agenda_ : nullptr;
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

std::chrono::nanoseconds HallScreen::until_next_look(const Reading& time) const {
  const Clock& clock = clock_.clock();
  const auto& [look, now, instant, trusted, ahead] = time;
  std::chrono::nanoseconds wait = clock.until(std::chrono::floor<minutes>(instant) + minutes(1), now);
  if (wordings_.size() > 1 && !(shown_ && shown_->light == Light::dark)) {
    wait = std::min(wait, clock.until(next_language_turn(instant, loaded_.settings.language_turn), now));
  }
  if (agenda_ && agenda_->next_change) {
    wait = std::min(wait, clock.until(*agenda_->next_change, now));
  }
  if (const auto success = news_.status.last_success_by(ahead)) {
    if (const Instant stale = stale_from(*success, loaded_.settings.poll_interval); stale >= now) {
      wait = std::min<std::chrono::nanoseconds>(wait, stale - now);
    }
  }
  if (in_trouble()) {
    wait = std::min<std::chrono::nanoseconds>(wait, look_after_trouble);
  }
  if (options_.exit_at) {
    wait = std::min<std::chrono::nanoseconds>(wait, *options_.exit_at - std::chrono::steady_clock::now());
  }
  return std::max(wait, std::chrono::nanoseconds(0));
}

bool HallScreen::settings_file_changed() const {
  // While an editor replaces it there is no file for a moment; then there is a new one.
  const std::optional<FileStamp> mark = stamp_of(loaded_.watched);
  return mark && mark != loaded_.mark;
}

void HallScreen::write_metrics(Metrics& metrics, const Reading& time) {
  if (options_.metrics_file.empty()) {
    return;
  }
  metrics.polls = news_.counts;
  metrics.last_success = news_.status.last_success_by(time.ahead);
  metrics.feed_problems = news_.problems.size();
  metrics.sessions_held = news_.sessions_held;
  metrics.resident_memory_bytes = resident_memory_bytes();
  metrics.clock_offset_seconds = std::chrono::duration<double>(
      clock_.clock().is_system() ? clock_.verdict().offset : time.instant - time.now).count();
  const Result<void> done =
      write_file_atomically(options_.metrics_file, to_prometheus(metrics, std::chrono::floor<seconds>(time.now)));
  if (!done && !metrics_complained_) {
    spdlog::warn("{}", to_string(done.error()));
  }
  metrics_complained_ = !done.has_value();
}

}  // namespace kiosk
