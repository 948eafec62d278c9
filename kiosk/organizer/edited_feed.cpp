#include "organizer/edited_feed.h"

#include <cstddef>
#include <utility>

#include "base/words.h"
#include "dialects/read_feed.h"
#include "json/edit.h"
#include "locales/case_folded.h"
#include "programme/merge_feeds.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

using Value = nlohmann::ordered_json;

Result<FeedPartReading> read_part(std::string_view bytes, const std::string& name, SaidZone zone, bool addition) {
  FeedContext context;
  context.file = name;
  context.time_zone = zone;
  context.addition = addition;
  return read_feed_part(bytes, context);
}

// Documents were read before, so that they are JSON.
Value parsed(const std::string& bytes) { return Value::parse(bytes, nullptr, false); }

std::string id_of(const Value& object) {
  const auto id = object.is_object() ? object.find("id") : object.end();
  if (!object.is_object() || id == object.end()) {
    return "";
  }
  std::string text = id->is_string() ? id->get<std::string>() : id->is_number_integer() ? id->dump() : "";
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

const Value* list_of(const Value& document, const char* list) {
  const auto found = document.is_object() ? document.find(list) : document.end();
  return document.is_object() && found != document.end() && found->is_array() ? &*found : nullptr;
}

std::string pointer_to(const char* list, std::size_t index) {
  return '/' + std::string(list) + '/' + std::to_string(index);
}

// The elements for which `fits` says so.
template <class Fits>
std::vector<std::size_t> elements(const Value& document, const char* list, Fits fits) {
  std::vector<std::size_t> found;
  if (const Value* elements = list_of(document, list)) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      if (fits((*elements)[i])) {
        found.push_back(i);
      }
    }
  }
  return found;
}

// Whether a text of the document, in one language or several, is one of the schedule's.
bool has_text(const Value& object, const char* key, const LocalText& text) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end() || text.empty()) {
    return false;
  }
  const std::string& first = text.all().front().second;
  if (found->is_object()) {
    for (const auto& [language, in_language] : found->items()) {
      if (in_language.is_string() && in_language.get<std::string>() == first) {
        return true;
      }
    }
  }
  return found->is_string() && found->get<std::string>() == first;
}

Problem not_there(const FeedDocument& document, const std::string& what) {
  return {.file = document.name, .what = what + " cannot be told in the document", .right = "give it an \"id\""};
}

}  // namespace

Result<ReadDocument> read_document(const FeedDocument& document) {
  Result<FeedPartReading> own =
      read_part(document.bytes, document.name, document.time_zone, document.under.has_value());
  if (!own) {
    return fail(std::move(own.error()));
  }
  std::string dialect = own->part.venue_feed ? "" : std::move(own->dialect);
  if (!document.under) {
    std::vector<Problem> findings = problems_of_only_feed(*own);
    return ReadDocument{std::make_shared<const Schedule>(std::move(own->part.parts)), std::move(dialect),
                        std::move(findings)};
  }
  const Result<FeedPartReading> under =
      read_part(document.under->bytes, document.under->name, document.time_zone, false);
  if (!under) {
    return fail(under.error());
  }
  const FeedPart* const parts[] = {&under->part, &own->part};
  MergedFeeds merged = merge_feeds(parts);
  std::vector<Problem> findings = std::move(own->problems);
  findings.insert(findings.end(), merged.problems.begin(), merged.problems.end());
  return ReadDocument{std::make_shared<const Schedule>(std::move(merged.parts)), std::move(dialect),
                      std::move(findings)};
}

Result<EditedFeed> EditedFeed::open(FeedDocument document) {
  Result<ReadDocument> read = read_document(document);
  if (!read) {
    return fail(std::move(read.error()));
  }
  if (!read->export_dialect.empty()) {
    return fail({.file = document.name,
                 .what = "this is an export (" + read->export_dialect + "), which its program writes anew",
                 .right = "put changes into a venue feed over it: edit OVERLAY … --over EXPORT"});
  }
  return EditedFeed(std::move(document), std::move(read->schedule));
}

Result<std::string> EditedFeed::element(const char* list, const std::string& id) {
  const bool overlay = over_export();
  const auto same = [&](const Value& object) {
    const std::string own = id_of(object);
    return own == id || (overlay && !own.empty() && case_folded(own) == case_folded(id));
  };
  const Value document = parsed(document_.bytes);
  const auto found = elements(document, list, same);
  if (found.size() > 1) {  // readers keep the first that is whole, and none may be
    return fail({.file = document_.name,
                 .where = pointer_to(list, found[1]),
                 .what = "the id " + in_quotes(id) + " stands " + std::to_string(found.size()) + " times",
                 .right = "give each an id of its own"});
  }
  if (!found.empty()) {
    return pointer_to(list, found.front());
  }
  if (!overlay) {
    return fail(not_there(document_, in_quotes(id)));
  }
  append(list, {{"id", id}});
  const Value after = parsed(document_.bytes);
  const Value* grown = list_of(after, list);
  if (problem_ || grown == nullptr) {
    return fail(problem_.value_or(not_there(document_, in_quotes(id))));
  }
  return pointer_to(list, grown->size() - 1);
}

Result<std::string> EditedFeed::hall(const Hall& hall) { return element("halls", hall.id); }

Result<std::string> EditedFeed::session(const Session& session) {
  const Value document = parsed(document_.bytes);
  const auto has_id = [&](const Value& object) { return id_of(object) == session.id; };
  if (over_export() || !elements(document, "sessions", has_id).empty()) {
    return element("sessions", session.id);
  }
  // It has none: what its title and start tell.
  const auto alike = elements(document, "sessions", [&](const Value& object) {
    const auto start = object.is_object() ? object.find("start") : object.end();
    if (!object.is_object() || start == object.end() || !start->is_string() || !id_of(object).empty()) {
      return false;
    }
    const auto instant = parse_instant(start->get<std::string>(), schedule_->time_zone());
    return instant == session.start && has_text(object, "title", session.title);
  });
  if (alike.size() != 1) {
    return fail(not_there(document_, "the session " + in_quotes(session.title.in(""))));
  }
  return pointer_to("sessions", alike.front());
}

Result<std::string> EditedFeed::notice(const Notice& notice) const {
  const auto found = elements(parsed(document_.bytes), "notices", [&](const Value& object) {
    return id_of(object) == notice.id || (id_of(object).empty() && has_text(object, "text", notice.text));
  });
  if (found.empty()) {
    return fail({.file = document_.name, .what = "the notice " + in_quotes(notice.id) + " is not in this document"});
  }
  return pointer_to("notices", found.front());
}

Value EditedFeed::member(const std::string& pointer, std::string_view key) const {
  const Value document = parsed(document_.bytes);
  const Value::json_pointer way(pointer);
  if (!document.contains(way) || !document[way].is_object()) {
    return nullptr;
  }
  const auto found = document[way].find(std::string(key));
  return found == document[way].end() ? Value() : *found;
}

void EditedFeed::keep(Result<std::string> changed) {
  if (changed) {
    document_.bytes = *std::move(changed);
  } else if (!problem_) {
    problem_ = std::move(changed.error());
    problem_->file = document_.name;
  }
}

void EditedFeed::set(const std::string& pointer, std::string_view key, const Value& value) {
  keep(set_json_member(document_.bytes, pointer, key, value));
}

void EditedFeed::remove(const std::string& pointer) {
  if (parsed(document_.bytes).contains(Value::json_pointer(pointer))) {
    keep(remove_json_value(document_.bytes, pointer));
  }
}

void EditedFeed::append(std::string_view list, const Value& value) {
  if (list_of(parsed(document_.bytes), std::string(list).c_str()) == nullptr) {
    keep(set_json_member(document_.bytes, "", list, Value::array()));
  }
  keep(append_json_element(document_.bytes, '/' + std::string(list), value));
}

Result<std::string> EditedFeed::bytes() const {
  if (problem_) {
    return fail(*problem_);
  }
  return document_.bytes;
}

Result<ReadDocument> EditedFeed::read() const {
  if (problem_) {
    return fail(*problem_);
  }
  return read_document(document_);
}

}  // namespace kiosk
