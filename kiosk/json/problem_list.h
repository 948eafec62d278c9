#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/set_aside.h"
#include "json/place.h"

namespace kiosk {

// Gathers what is wrong with a feed while it is read. Holds 100 at most: a feed whose every session is
// wrong in the same way is not described better by 10 000 lines.
class ProblemList {
 public:
  explicit ProblemList(std::string file) : file_(std::move(file)) {}

  // `what` is wrong; `right` is what would be right, or what was done instead.
  void error(const Place& place, std::string what, std::string right = {}) {
    add(Severity::error, place, std::move(what), std::move(right));
  }
  void warning(const Place& place, std::string what, std::string right = {}) {
    add(Severity::warning, place, std::move(what), std::move(right));
  }

  // For what an exporter does a thousand times alike: the same words are reported at the first place only.
  void warning_once(const Place& place, std::string what, std::string right = {});

  // Whether those to come are counted alone: none needs a hint any more.
  bool is_full() const;

  // How many there are so far, those that do not fit too.
  std::size_t count() const { return problems_.size() + left_out_; }

  // Calls `read`, which reads one session and says whether it is shown. One that is not is set aside, for the first
  // error reported meanwhile, else the first warning; where none was, it is beyond a budget. A session may have parts
  // that are watched within.
  template <class Read>
  void watch(const Place& session, Read read) {
    Reason of_outer = std::exchange(reason_, {});
    if (!read()) {
      set_aside(session);
    }
    reason_ = std::move(of_outer);
  }

  // Of each session that is not shown where it is and why, be the problem that it has listed or not.
  SetAsideList take_set_aside() { return std::move(set_aside_); }
  // So that one more problem fits beside those that take() gives. To be called at the end.
  void leave_room();

  // In the order they were found; where there are more than fit, the last one counts the rest.
  std::vector<Problem> take();

 private:
  struct Reason {
    std::string what{};
    Severity severity = Severity::warning;
  };

  void add(Severity severity, const Place& place, std::string what, std::string right);
  void note_reason(Severity severity, const std::string& what);
  void set_aside(const Place& session);

  std::string file_;
  std::vector<Problem> problems_;
  std::set<std::pair<std::string, std::string>> once_;  // what and right of warning_once()
  Reason reason_;                                       // reported since watch() began
  SetAsideList set_aside_;
  std::size_t left_out_ = 0;
  Severity worst_left_out_ = Severity::warning;
};

}  // namespace kiosk
