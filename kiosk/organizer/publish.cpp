#include "organizer/publish.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace kiosk {
namespace {

using Lock = WebDocument::Lock;

Problem problem(const WebDocument& document, std::string what, std::string right) {
  return {.file = document.name(), .what = std::move(what), .right = std::move(right)};
}

Problem changed_meanwhile(const WebDocument& document) {
  return problem(document, "somebody else has changed it meanwhile, so that nothing was written",
                 "look at what stands there now, and try again");
}

// Nothing where the document is locked, or need not be.
std::optional<Problem> lock(WebDocument& document, const Publication& publication) {
  for (;;) {
    const Result<Lock> lock = document.lock();
    if (!lock) {
      return lock.error();
    }
    if (*lock == Lock::held || (*lock == Lock::unknown && publication.unlocked)) {
      return std::nullopt;
    }
    if (*lock == Lock::unknown) {
      return problem(document, "the server cannot lock it, so that two who publish at once would undo each other",
                     "let the server do WebDAV locks (config/server), or say --unlocked");
    }
    if (!publication.wait || !publication.wait()) {
      return problem(document, "somebody else is changing it", "try again in a minute; an abandoned lock ends by then");
    }
  }
}

// Whether the same stands there as before.
Result<bool> still_there(WebDocument& document, const std::optional<std::string>& there) {
  Result<std::optional<std::string>> now = document.get();
  return now ? Result<bool>(*now == there) : fail(std::move(now.error()));
}

}  // namespace

const char* const unlocked_warning =
    "without a lock: what somebody else publishes in the same moment may be lost; no two people may publish at once";

Result<Published> publish(WebDocument& document, const Publication& publication) {
  if (auto refused = lock(document, publication)) {
    return fail(*std::move(refused));
  }
  const LockedDocument locked(document);
  const Result<std::optional<std::string>> there = document.get();
  if (!there) {
    return fail(there.error());
  }
  const Result<std::string> next = publication.make(*there);
  if (!next) {
    return fail(next.error());
  }
  if (*there == *next) {
    return Published::nothing_new;
  }
  const Publication::Answer answer = publication.agree(*there, *next);
  if (answer == Publication::Answer::no) {
    return Published::declined;
  }
  if (answer == Publication::Answer::yes_after_a_while) {
    document.unlock();
    if (auto refused = lock(document, publication)) {
      return fail(*std::move(refused));
    }
    const Result<bool> same = still_there(document, *there);
    if (!same || !*same) {
      return fail(same ? changed_meanwhile(document) : same.error());
    }
  }
  const Result<WebDocument::Put> put = document.put(*next);
  if (!put) {
    Problem failed = put.error();
    failed.what += "; the old document stands there, or the new one";
    return fail(std::move(failed));
  }
  if (*put == WebDocument::Put::changed_meanwhile) {
    return fail(changed_meanwhile(document));
  }
  const Result<bool> arrived = still_there(document, *next);
  if (!arrived) {
    return fail(arrived.error());
  }
  if (!*arrived) {
    return fail(problem(document, "it was written, but something else is read back",
                        "publish to the server itself, not to a cache before it; without locks somebody else may have "
                        "written meanwhile"));
  }
  return Published::written;
}

std::vector<Problem> new_findings(const std::vector<Problem>& before, const std::vector<Problem>& after) {
  // What stands behind a change gets other lines and numbers, and is the same all the same.
  using Said = std::tuple<Severity, std::string, std::string>;
  const auto said = [](const Problem& finding) { return Said{finding.severity, finding.what, finding.right}; };
  std::multiset<Said> known;
  for (const Problem& finding : before) {
    known.insert(said(finding));
  }
  std::vector<Problem> fresh;
  for (const Problem& finding : after) {
    if (const auto found = known.find(said(finding)); found != known.end()) {
      known.erase(found);
    } else {
      fresh.push_back(finding);
    }
  }
  return fresh;
}

}  // namespace kiosk
