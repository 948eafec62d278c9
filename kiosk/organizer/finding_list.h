#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// By which JSON pointers a venue feed's halls, sessions and notices are found; empty for other documents.
struct FeedPointers {
  std::map<std::string, std::string> halls{};  // by id, as the others
  std::map<std::string, std::string> sessions{};
  std::map<std::string, std::string> notices{};
};

// Gathers findings about one document.
class FindingList {
 public:
  FindingList(std::string file, FeedPointers pointers) : file_(std::move(file)), pointers_(std::move(pointers)) {}

  // `key` is a member, with its slash, or empty: "/start".
  void warn(const Session& session, const std::string& key, std::string what, std::string right) {
    add(place(pointers_.sessions, "session ", session.id, key), std::move(what), std::move(right));
  }
  void warn(const Hall& hall, const std::string& key, std::string what, std::string right) {
    add(place(pointers_.halls, "hall ", hall.id, key), std::move(what), std::move(right));
  }
  void warn(const Notice& notice, const std::string& key, std::string what, std::string right) {
    add(place(pointers_.notices, "notice ", notice.id, key), std::move(what), std::move(right));
  }
  void add(std::string where, std::string what, std::string right) {
    findings_.push_back({Severity::warning, file_, 0, std::move(where), std::move(what), std::move(right)});
  }

  std::vector<Problem> take() { return std::move(findings_); }

 private:
  static std::string place(const std::map<std::string, std::string>& pointers, const char* kind, const std::string& id,
                           const std::string& key) {
    const auto found = pointers.find(id);
    return found == pointers.end() ? kind + id : found->second + key;
  }

  std::string file_;
  FeedPointers pointers_;
  std::vector<Problem> findings_;
};

}  // namespace kiosk
