#include "commands/check_document.h"

#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/feed_budget.h"
#include "base/url.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/publishing.h"
#include "commands/review.h"
#include "machine/system_clock.h"
#include "organizer/findings.h"

namespace kiosk {

int check_document(const std::string& file, const std::string& over, const SettingsSources& sources, bool as_json) {
  const LoadedSettings loaded = load_settings(sources);
  for (const Problem& problem : loaded.problems) {
    complain(problem);
  }
  if (loaded.unreadable) {
    return exit_could_not_run;
  }
  const Result<std::string> bytes = read_file(file, feed_budget.bytes);
  if (!bytes) {
    complain(bytes.error());
    return exit_could_not_run;
  }
  std::optional<FeedDocument::Under> under;
  if (!over.empty()) {
    Result<std::string> its_bytes = read_any_document(over, PublishingOptions{}, loaded);
    if (!its_bytes) {
      complain(its_bytes.error());
      return exit_could_not_run;
    }
    under = {*std::move(its_bytes), without_credentials(over)};
  }
  const std::vector<Problem> findings =
      Review(loaded, system_now())
          .findings({.bytes = *bytes, .name = file, .time_zone = loaded.time_zone, .under = std::move(under)});
  if (as_json) {
    std::cout << json_text({{"file", file}, {"problems", findings_json(findings)}}) << '\n';
  } else {
    for (const Problem& finding : findings) {
      std::cerr << finding_line(finding) << '\n';
    }
    std::cout << "problems: " << count_findings(findings) << '\n';
  }
  return any_errors(findings) ? exit_has_errors : exit_good;
}

}  // namespace kiosk
