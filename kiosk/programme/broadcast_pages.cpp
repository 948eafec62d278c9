#include "programme/broadcast_pages.h"

#include <algorithm>

#include "base/words.h"
#include "programme/called_hall.h"
#include "reading/web_address.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

struct Page {
  std::string hall;
  Link link;
  std::optional<Instant> from;
  std::optional<Instant> until;

  bool has_times() const { return from || until; }
  bool is_for(const std::string& id, Instant start) const {
    return hall == id && has_times() && (!from || *from <= start) && (!until || start < *until);
  }
};

class PageReader {
 public:
  explicit PageReader(const Schedule::Parts& parts) : parts_(parts) {}

  std::optional<Page> read(const BroadcastPage& given) {
    const std::size_t before = problems_.size();
    Page page{hall_id(given), Link{given.url}, time(given, given.from, "from"), time(given, given.until, "until")};
    if (const std::string_view fault = fault_of_web_address(given.url); !fault.empty()) {
      report(given, std::string(fault), "write url = \"https://…\"");
    }
    if (page.from && page.until && *page.until <= *page.from) {
      report(given, "ends before it begins", "write an until that is later than from");
    }
    return problems_.size() == before ? std::optional(std::move(page)) : std::nullopt;
  }

  std::vector<Problem> take() { return std::move(problems_); }

 private:
  void report(const BroadcastPage& given, std::string what, std::string right) {
    Problem problem = given.place;
    problem.what = "the broadcast page of hall " + in_quotes(given.hall) + ' ' + std::move(what);
    problem.right = std::move(right);
    problems_.push_back(std::move(problem));
  }

  std::string hall_id(const BroadcastPage& given) {
    if (const CalledHall called = called_hall(parts_.halls, given.hall); called.hall != nullptr) {
      return called.hall->id;
    }
    std::vector<std::string_view> ids;
    for (const Hall& hall : parts_.halls) {
      ids.push_back(hall.id);
    }
    report(given, "is of no hall of the feed", did_you_mean(given.hall, ids));
    return "";
  }

  std::optional<Instant> time(const BroadcastPage& given, const std::string& text, const std::string& key) {
    const std::optional<Instant> instant = parse_instant(text, parts_.event.time_zone.or_utc());
    if (!text.empty() && !instant) {
      report(given, "has a time that is none, " + in_quotes(text), "write " + key + " = \"2024-04-17T10:00:00\"");
    }
    return instant;
  }

  const Schedule::Parts& parts_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> add_broadcast_pages(std::span<const BroadcastPage> given, Schedule::Parts& parts) {
  PageReader reader(parts);
  std::vector<Page> pages;
  for (const BroadcastPage& page : given) {
    if (auto read = reader.read(page)) {
      pages.push_back(*std::move(read));
    }
  }
  for (Hall& hall : parts.halls) {
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page& one) { return one.hall == hall.id && !one.has_times(); });
    if (page != pages.end()) {
      hall.broadcast = page->link;
    }
  }
  for (Session& session : parts.sessions) {
    if (session.broadcast || session.not_broadcast || session.kind == SessionKind::break_) {
      continue;
    }
    for (const std::string& hall : session.halls) {
      const auto page =
          std::find_if(pages.begin(), pages.end(), [&](const Page& one) { return one.is_for(hall, session.start); });
      if (page != pages.end()) {
        session.broadcast = page->link;
        break;
      }
    }
  }
  return reader.take();
}

}  // namespace kiosk
