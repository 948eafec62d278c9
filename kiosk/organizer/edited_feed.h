#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "venue/schedule.h"

namespace kiosk {

// A venue feed's document, and what to read it with.
struct FeedDocument {
  std::string bytes;
  std::string name;      // in problems: its path or address
  SaidZone time_zone{};  // the settings'
  // Where the document is laid over an export, which says most of the programme.
  struct Under {
    std::string bytes;
    std::string name;
    friend bool operator==(const Under&, const Under&) = default;
  };
  std::optional<Under> under{};
};

// What the screens make of it, alone or over its export, and what its readers complain of.
struct ReadDocument {
  std::shared_ptr<const Schedule> schedule;  // never null
  std::string export_dialect{};              // what a document that is no venue feed was taken for
  std::vector<Problem> findings;             // those of the document itself; of an export only where both are joined
};
// Of any dialect, where it stands alone.
Result<ReadDocument> read_document(const FeedDocument& document);

// A document under change. Each change is made to its bytes at once (json/edit.h), the first that fails is kept.
class EditedFeed {
 public:
  // Refuses what is no venue feed: an export cannot say what is cancelled or late, and its program writes it anew.
  static Result<EditedFeed> open(FeedDocument document);

  const Schedule& schedule() const { return *schedule_; }  // before the changes
  bool over_export() const { return document_.under.has_value(); }

  // The pointer of what stands for a hall or session of the schedule: its object in the document. One laid over an
  // export that does not have it yet gets it, with its id alone.
  Result<std::string> hall(const Hall& hall);
  Result<std::string> session(const Session& session);
  Result<std::string> notice(const Notice& notice) const;

  // The member as it is written, null where it is missing or null.
  nlohmann::ordered_json member(const std::string& pointer, std::string_view key) const;
  void set(const std::string& pointer, std::string_view key, const nlohmann::ordered_json& value);
  void remove(const std::string& pointer);  // nothing where there is no such value
  void append(std::string_view list, const nlohmann::ordered_json& value);

  // The document with all changes, or the problem of the first that could not be made.
  Result<std::string> bytes() const;
  // What it says now.
  Result<ReadDocument> read() const;

 private:
  EditedFeed(FeedDocument document, std::shared_ptr<const Schedule> schedule)
      : document_(std::move(document)), schedule_(std::move(schedule)) {}
  void keep(Result<std::string> changed);
  Result<std::string> element(const char* list, const std::string& id);

  FeedDocument document_;
  std::shared_ptr<const Schedule> schedule_;
  std::optional<Problem> problem_{};
};

}  // namespace kiosk
