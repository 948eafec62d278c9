#include "organizer/feed_findings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/feed_budget.h"
#include "json/json.h"
#include "organizer/document_findings.h"
#include "organizer/document_places.h"
#include "organizer/finding_list.h"
#include "organizer/publish.h"
#include "organizer/schedule_findings.h"

namespace kiosk {
namespace {

// The pointer, and those of what it is in, the nearest first; none for a place in words.
std::vector<std::string> pointers_above(std::string where) {
  std::vector<std::string> pointers;
  while (where.starts_with('/')) {
    pointers.push_back(where);
    where.resize(where.rfind('/'));
  }
  return pointers;
}

// A document without a place is its beginning, except where no line is to blame.
void place(std::vector<Problem>& findings, const std::string& file, std::string_view bytes) {
  std::set<std::string> wanted;
  for (const Problem& finding : findings) {
    for (std::string& pointer : pointers_above(finding.where)) {
      wanted.insert(std::move(pointer));
    }
  }
  const std::map<std::string, DocumentPlace> places = document_places(bytes, wanted);
  for (Problem& finding : findings) {
    if (finding.file != file) {
      continue;
    }
    for (const std::string& pointer : pointers_above(finding.where)) {
      if (const auto found = places.find(pointer); found != places.end()) {
        finding.line = found->second.line;
        finding.column = found->second.column;
        break;
      }
    }
  }
}

void drop_told_twice(std::vector<Problem>& findings) {
  std::set<std::pair<std::string, std::string>> told;
  std::erase_if(findings, [&](const Problem& finding) { return !told.emplace(finding.where, finding.what).second; });
}

void limit(std::vector<Problem>& findings, const std::string& file) {
  const std::size_t most = feed_budget.findings;
  if (findings.size() <= most) {
    return;
  }
  // Errors stay before warnings go.
  std::stable_partition(findings.begin(), findings.end(),
                        [](const Problem& finding) { return finding.severity == Severity::error; });
  const std::size_t more = findings.size() - most + 1;
  const Severity severity = findings[most - 1].severity;
  findings.resize(most - 1);
  findings.push_back({.severity = severity, .file = file, .what = "and " + std::to_string(more) + " more problems"});
}

// What is odd about a schedule, whatever document it was read from.
std::vector<Problem> found_in(const Schedule& schedule, const FindingsContext& context, FindingList list) {
  find_in_schedule(schedule, context.now, list);
  if (context.ruler != nullptr && context.wordings != nullptr) {
    find_cut_titles(schedule, context.screens, *context.ruler, *context.wordings, list);
  }
  return list.take();
}

}  // namespace

std::vector<Problem> feed_findings(std::string_view bytes, const FindingsContext& context) {
  const FeedDocument::Under* under = context.under ? &*context.under : nullptr;
  Result<ReadDocument> read = read_document(
      {.bytes = std::string(bytes), .name = context.file, .time_zone = context.time_zone, .under = context.under});
  if (!read) {
    return {read.error()};
  }
  std::vector<Problem> findings = std::move(read->findings);
  const Result<Json> document = parse_json(bytes);
  const bool venue_feed = read->export_dialect.empty() && document;
  const FindingList list(context.file, venue_feed ? pointers_of(*document) : FeedPointers());
  std::vector<Problem> more = found_in(*read->schedule, context, list);
  if (under != nullptr) {
    const Result<ReadDocument> alone =
        read_document({.bytes = under->bytes, .name = under->name, .time_zone = context.time_zone});
    more = alone ? new_findings(found_in(*alone->schedule, context, list), more) : std::move(more);
  }
  std::move(more.begin(), more.end(), std::back_inserter(findings));
  if (venue_feed) {
    FindingList written = list;
    find_in_venue_feed(*document, read->schedule->event(), context.ruler, written);
    std::vector<Problem> in_document = written.take();
    std::move(in_document.begin(), in_document.end(), std::back_inserter(findings));
  }
  place(findings, context.file, bytes);
  drop_told_twice(findings);
  const auto order = [](const Problem& a, const Problem& b) {
    // What concerns the whole comes last.
    return std::pair(a.line == 0, std::pair(a.line, a.column)) < std::pair(b.line == 0, std::pair(b.line, b.column));
  };
  std::stable_sort(findings.begin(), findings.end(), order);
  limit(findings, context.file);
  std::stable_sort(findings.begin(), findings.end(), order);
  return findings;
}

}  // namespace kiosk
