#include "board/hall_words.h"

#include <algorithm>

#include "board/link_host.h"

namespace kiosk {

std::int64_t HallWords::days_ahead(Instant instant) const {
  return (date::floor<date::days>(local(instant)) - date::floor<date::days>(local(instant_))).count();
}

std::string HallWords::title(const Session& session) const {
  const std::string& written = text(session.title);
  return written.empty() && session.kind == SessionKind::break_ ? wording_.say("break") : written;
}

std::string HallWords::times(const Slot& slot) const {
  return slot.end_known && slot.end > slot.start
             ? wording_.say("times", {{"start", time(slot.start)}, {"end", time(slot.end)}})
             : wording_.say("from", {{"start", time(slot.start)}});
}

std::vector<std::string> HallWords::details(const Session& session) const {
  std::vector<std::string> lines;
  for (std::string line : {speakers(session), text(session.subtitle)}) {
    if (!line.empty()) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

// One or two speakers with their roles; the names alone where there are more.
std::string HallWords::speakers(const Session& session) const {
  const bool with_roles = session.speakers.size() <= 2;
  std::string line;
  const std::size_t shown = std::min(session.speakers.size(), most_speakers);
  for (std::size_t i = 0; i < shown; ++i) {
    const Speaker& speaker = session.speakers[i];
    const std::string role = with_roles ? text(speaker.role) : "";
    line +=
        (i == 0       ? ""
         : with_roles ? " · "
                      : wording_.say("between_names")) +
        (role.empty() ? text(speaker.name) : wording_.say("name_role", {{"name", text(speaker.name)}, {"role", role}}));
  }
  if (const auto more = static_cast<std::int64_t>(session.speakers.size() - shown); more > 0) {
    line = wording_.say("more_speakers", {{"speakers", line}, {"count", more}});
  }
  return line;
}

std::optional<QrCard> HallWords::broadcast(const Slot& slot, const Hall& hall) const {
  const std::optional<Link> link = schedule_.broadcast_of(schedule_.session_of(slot), hall);
  if (!link) {
    return std::nullopt;
  }
  std::string detail = link_host(link->url);
  const bool is_now = slot.start <= instant_;
  if (!is_now) {
    detail = days_ahead(slot.start) == 0
                 ? wording_.say("starts_at", {{"start", time(slot.start)}})
                 : wording_.say("starts_on", {{"date", date(slot.start)}, {"start", time(slot.start)}});
  }
  return QrCard{link->url, wording_.say("broadcast"), detail, is_now};
}

std::optional<QrCard> HallWords::event_page() const {
  const auto& url = schedule_.event().url;
  return url ? std::optional(QrCard{url->url, wording_.say("event_page"), link_host(url->url), true}) : std::nullopt;
}

}  // namespace kiosk
