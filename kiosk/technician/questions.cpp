#include "technician/questions.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/feed_budget.h"
#include "base/url.h"
#include "board/unknown_hall.h"
#include "net/address_class.h"
#include "programme/called_hall.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

// Whether it is fetched by http:// from another machine. What stays on this one nobody is on the way of.
bool is_plain(const std::string& url) {
  return origin_of(url).starts_with("http:") && class_of_host(host_of(url)) != AddressClass::loopback;
}

// The addresses of all pictures, each once, in no order; they borrow the schedule's.
std::set<std::string_view> pictures_of(const Schedule& schedule) {
  std::set<std::string_view> addresses{schedule.event().logo};
  for (const Hall& hall : schedule.halls()) {
    addresses.insert(hall.background);
  }
  for (const Session& session : schedule.sessions()) {
    for (const Speaker& speaker : session.speakers) {
      addresses.insert(speaker.photo);
    }
  }
  addresses.erase("");
  return addresses;
}

}  // namespace

std::vector<Problem> ask_for_hall(const LoadedSettings& loaded, const Schedule* schedule) {
  const std::string& hall = loaded.settings.hall;
  const std::string file = loaded.file.string();
  if (hall.empty()) {
    // Whoever checks a feed alone has no hall in mind.
    return file.empty() ? std::vector<Problem>()
                        : std::vector{Problem{.file = file,
                                              .where = "hall",
                                              .what = "no hall is given",
                                              .right = "write hall = \"ID\" or use --hall ID"}};
  }
  if (schedule == nullptr || called_hall(schedule->halls(), hall).hall != nullptr) {
    return {};
  }
  Problem problem = unknown_hall(*schedule, hall);
  problem.where = "hall";
  return {with_line_of_key(std::move(problem), loaded)};
}

std::vector<Problem> ask_for_access(const LoadedSettings& loaded, const AccessFiles& access) {
  std::vector<Problem> problems;
  const std::vector<std::string>& feeds = loaded.settings.feeds;
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    for (Problem& problem : look_over_access(feeds[i], i == 0 ? access : AccessFiles{})) {
      // A problem of no file is one of the settings.
      problems.push_back(problem.file.empty() ? with_line_of_key(std::move(problem), loaded) : std::move(problem));
    }
  }
  return problems;
}

std::vector<Problem> ask_for_plain_http(const LoadedSettings& loaded) {
  std::vector<Problem> problems;
  for (const std::string& feed : loaded.settings.feeds) {
    if (is_plain(feed)) {
      problems.push_back(with_line_of_key(
          {.severity = Severity::warning,
           .where = "feed.url",
           .what = "http:// lets anyone on the way to " + without_credentials(feed) + " change what the screen shows",
           .right = "write https://"},
          loaded));
    }
  }
  return problems;
}

std::vector<Problem> ask_for_pictures(const Schedule& schedule, const LoadedSettings& loaded, bool local) {
  const std::vector<std::string>& feeds = loaded.settings.feeds;
  const bool by_https = std::any_of(feeds.begin(), feeds.end(),
                                    [](const std::string& feed) { return origin_of(feed).starts_with("https:"); });
  std::vector<std::string_view> plain;
  std::vector<std::string_view> inside;
  for (const std::string_view address : pictures_of(schedule)) {
    const std::string url(address);
    if (by_https && is_plain(url)) {
      plain.push_back(address);
    }
    const auto where = class_of_host(host_of(url));
    if (!local && !loaded.settings.private_pictures && is_http_url(url) && where && *where != AddressClass::internet) {
      inside.push_back(address);
    }
  }
  std::vector<Problem> problems;
  const auto warn_of = [&](const std::vector<std::string_view>& pictures, const std::string& what,
                           const std::string& right) {
    if (!pictures.empty()) {
      problems.push_back({.severity = Severity::warning,
                          .file = without_credentials(pictures.front()),
                          .what = what + (pictures.size() == 1 ? ""
                                                               : " (" + std::to_string(pictures.size()) +
                                                                     " pictures, this is the first)"),
                          .right = right});
    }
  };
  warn_of(plain, "a picture comes by http://, where anyone on the way may exchange it", "write https://");
  warn_of(inside, "a picture is on this machine or in its own network, and is not fetched for a feed from outside",
          "put it where the feed is, or set private_pictures = true under [feed]");
  return problems;
}

std::vector<Problem> ask_for_overlaps(const Schedule& schedule, const std::string& feed) {
  std::vector<Problem> problems;
  const std::vector<Overlap> found = overlaps(schedule);
  for (const Overlap& overlap : found) {
    if (problems.size() + 1 == feed_budget.findings && found.size() > feed_budget.findings) {
      problems.push_back({.severity = Severity::warning,
                          .file = feed,
                          .what = "and " + std::to_string(found.size() - problems.size()) + " more sessions overlap"});
      break;
    }
    problems.push_back({.severity = Severity::warning,
                        .file = feed,
                        .where = "hall " + overlap.hall->id,
                        .what = "\"" + overlap.later->id + "\" starts at " +
                                format_instant(overlap.later->start, schedule.event().time_zone) + ", before \"" +
                                overlap.earlier->id + "\" ends",
                        .right = "both will be shown"});
  }
  return problems;
}

}  // namespace kiosk
