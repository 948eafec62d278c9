#include "technician/questions.h"

#include <utility>

#include "board/unknown_hall.h"
#include "venue/parse_instant.h"

namespace kiosk {

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
  if (schedule == nullptr || schedule->find_hall(hall) != nullptr) {
    return {};
  }
  Problem problem = unknown_hall(*schedule, hall);
  problem.file = file;
  return {std::move(problem)};
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

std::vector<Problem> ask_for_overlaps(const Schedule& schedule, const std::string& feed) {
  std::vector<Problem> problems;
  for (const Overlap& overlap : overlaps(schedule)) {
    problems.push_back({.severity = Severity::warning,
                        .file = feed,
                        .where = "hall " + overlap.hall->id,
                        .what = "\"" + overlap.later->id + "\" starts at " +
                                format_instant(overlap.later->start, schedule.time_zone()) + ", before \"" +
                                overlap.earlier->id + "\" ends",
                        .right = "both will be shown"});
  }
  return problems;
}

}  // namespace kiosk
