#include "technician/about_feed.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "programme/called_hall.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::size_t worth_compressing = 4096;  // bytes: less fits the packets that are sent in any case
constexpr seconds clocks_agree{2};               // a second each of HTTP's dates and of the way
constexpr hours certificate_is_soon{14 * 24};

std::string bytes(std::size_t count) {
  return count < 10'000 ? std::to_string(count) + " bytes" : std::to_string(count / 1000) + " kB";
}

std::string age(seconds time) {
  const auto minutes = time.count() / 60;
  return minutes < 120       ? std::to_string(minutes) + " min"
         : minutes < 48 * 60 ? std::to_string(minutes / 60) + " h"
                             : std::to_string(minutes / 1440) + " days";
}

Answer validators_of(const std::string& name, const Validators& said) {
  if (!said.etag.empty() || !said.last_modified.empty()) {
    return good("feed", name + ": a look without news is asked by " + (said.etag.empty() ? "date" : "ETag"));
  }
  return warning("feed", name + ": the server sends neither ETag nor Last-Modified, so that each look fetches it whole",
                 "have the server send one");
}

Answer certificate_of(const std::string& name, Instant until, Instant now) {
  const std::string what = name + ": the certificate holds until " + format_instant(until, SaidZone()) + "Z";
  return until - now > certificate_is_soon
             ? good("certificate", what)
             : warning("certificate", what + ", " + age(until - now) + " from now", "have it renewed in time");
}

Answer clock_of(const std::string& name, seconds ahead) {
  const auto off = std::chrono::abs(ahead);
  if (off <= clocks_agree) {
    return good("clock", "as that of " + name);
  }
  return warning("clock",
                 "the clock of " + name + " is " + std::to_string(off.count()) + " s " +
                     (ahead.count() > 0 ? "ahead of" : "behind") + " this machine's",
                 "set this one by a time service: timedatectl set-ntp true; if it is right, tell who runs the server");
}

}  // namespace

Answers about_feed(const std::string& name, const FetchedFeed& fetched, const std::string& dialect, Instant now) {
  Answers answers;
  if (fetched.body > 0) {
    std::string what = name + ": ";
    if (fetched.http) {
      what += "status " + std::to_string(fetched.http->status) + ", ";
    }
    what += bytes(fetched.body);
    if (fetched.http) {
      what += ", " + bytes(fetched.transferred) + " on the way" +
              (fetched.http->encoding.empty() ? "" : " (" + fetched.http->encoding + ")");
    }
    if (fetched.changed) {
      what += ", changed " + age(std::max(now - *fetched.changed, seconds(0))) + " ago";
    }
    answers.push_back(good("feed", what));
    if (fetched.http && fetched.http->encoding.empty() && fetched.body >= worth_compressing) {
      answers.push_back(
          warning("feed", name + ": the server does not compress it", "switch on gzip for application/json there"));
    }
    if (fetched.http) {
      answers.push_back(validators_of(name, fetched.http->validators));
    }
  }
  if (!dialect.empty()) {
    answers.push_back(good("dialect", dialect + " (" + name + ")"));
  }
  if (fetched.ahead) {
    answers.push_back(clock_of(name, *fetched.ahead));
  }
  if (fetched.http && fetched.http->certificate_until) {
    answers.push_back(certificate_of(name, *fetched.http->certificate_until, now));
  }
  return answers;
}

Answers about_schedule(const Schedule& schedule, const std::string& hall) {
  const SaidZone zone = schedule.event().time_zone;
  std::string what = std::to_string(schedule.halls().size()) + " halls, " + std::to_string(schedule.sessions().size()) +
                     " sessions, " + std::to_string(schedule.notices().size()) + " notices, " +
                     (zone ? name_of(*zone) : "no time zone");
  if (const auto span = schedule.span()) {
    what += ", " + format_instant(span->start, zone) + " to " + format_instant(span->end, zone);
  }
  Answers answers{good("schedule", what)};
  if (const Hall* found = called_hall(schedule.halls(), hall).hall; !hall.empty() && found != nullptr) {
    answers.push_back(good("hall", found->id + ", " + found->name.in("")));
  }
  return answers;
}

}  // namespace kiosk
