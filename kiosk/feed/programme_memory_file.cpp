#include "feed/programme_memory_file.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/body_hash.h"
#include "feed/last_good.h"
#include "json/json.h"
#include "programme/known_halls.h"
#include "programme/taken_times.h"

namespace kiosk {
namespace {

// The file: this line, the hash of the rest in decimal digits, a line end, JSON.
constexpr std::string_view first_line = "venue-kiosk programme memory 1\n";

// Whatever stands in the file: seconds since 1970 as far as a feed's times go, so that there is room to reckon; polls,
// of which no setting counts as many; languages of one text, of which a feed has a dozen.
constexpr std::int64_t latest = 253'402'300'799;
constexpr std::int64_t most_polls = 1'000'000;
constexpr std::size_t most_languages = 64;

using Writer = nlohmann::ordered_json;

std::int64_t seconds_of(Instant instant) { return instant.time_since_epoch().count(); }

Writer text_json(const LocalText& text) {
  Writer json = Writer::object();
  for (const auto& [language, words] : text.all()) {
    json[language] = words;
  }
  return json;
}

Writer session_json(const Session& session) {
  Writer json{{"id", session.id},
              {"kind", static_cast<int>(session.kind)},
              {"halls", session.halls},
              {"start", seconds_of(session.start)},
              {"title", text_json(session.title)},
              {"subtitle", text_json(session.subtitle)},
              {"track", text_json(session.track)},
              {"language", session.language},
              {"speakers", Writer::array()},
              {"state", static_cast<int>(session.state)}};
  if (session.plenum) {
    json["plenum"] = true;
  }
  if (session.end) {
    json["end"] = seconds_of(*session.end);
  }
  for (const Speaker& speaker : session.speakers) {
    json["speakers"].push_back({{"name", text_json(speaker.name)}, {"role", text_json(speaker.role)}});
  }
  if (session.originally) {
    json["originally"]["hall"] = session.originally->hall;
    if (session.originally->start) {
      json["originally"]["start"] = seconds_of(*session.originally->start);
    }
  }
  return json;
}

std::string text_of(const Json& json, std::string_view key) {
  const std::string* text = json.find_text(key);
  return text != nullptr ? *text : "";
}

std::optional<std::int64_t> number_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  const std::int64_t* number = value != nullptr ? value->integer() : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::optional<Instant> instant_of(const Json& json, std::string_view key) {
  const auto seconds = number_of(json, key);
  return seconds && *seconds >= -latest && *seconds <= latest ? std::optional(Instant(std::chrono::seconds(*seconds)))
                                                              : std::nullopt;
}

bool flag_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  const bool* flag = value != nullptr ? value->boolean() : nullptr;
  return flag != nullptr && *flag;
}

LocalText local_text_of(const Json& json, std::string_view key) {
  LocalText text;
  const Json* value = json.find(key);
  if (const Json::Object* by_language = value != nullptr ? value->object() : nullptr) {
    for (const auto& [language, words] : *by_language) {
      if (text.all().size() == most_languages) {
        break;
      }
      text.add(language, words.string() != nullptr ? *words.string() : "");
    }
  }
  return text;
}

const Json::Array& list_of(const Json& json, std::string_view key) {
  static const Json::Array none;
  const Json* value = json.find(key);
  const Json::Array* list = value != nullptr ? value->array() : nullptr;
  return list != nullptr ? *list : none;
}

// Nothing for one that could not stand in a schedule.
std::optional<Session> session_of(const Json& json) {
  Session session;
  session.id = text_of(json, "id");
  session.title = local_text_of(json, "title");
  const auto start = instant_of(json, "start");
  for (const Json& hall : list_of(json, "halls")) {
    if (hall.string() != nullptr) {
      session.halls.push_back(*hall.string());
    }
  }
  if (session.id.empty() || session.title.empty() || session.halls.empty() || !start) {
    return std::nullopt;
  }
  session.start = *start;
  session.plenum = flag_of(json, "plenum");
  session.end = instant_of(json, "end");
  if (session.end && *session.end < session.start) {
    session.end.reset();
  }
  const auto kind = number_of(json, "kind").value_or(0);
  session.kind = kind == 1 || kind == 2 ? static_cast<SessionKind>(kind) : SessionKind::session;
  const auto state = number_of(json, "state").value_or(0);
  session.state = state == 1 || state == 2 ? static_cast<SessionState>(state) : SessionState::confirmed;
  session.subtitle = local_text_of(json, "subtitle");
  session.track = local_text_of(json, "track");
  session.language = text_of(json, "language");
  for (const Json& speaker : list_of(json, "speakers")) {
    session.speakers.push_back({local_text_of(speaker, "name"), local_text_of(speaker, "role"), {}});
  }
  if (const Json* originally = json.find("originally")) {
    session.originally = Announced{text_of(*originally, "hall"), instant_of(*originally, "start")};
  }
  return session;
}

Writer hall_json(const Hall& hall) {
  Writer json{{"id", hall.id}, {"name", text_json(hall.name)}};
  if (!hall.key.empty()) {
    json["key"] = hall.key;
  }
  if (!hall.slug.empty()) {
    json["slug"] = hall.slug;
  }
  if (!hall.former_names.empty()) {
    json["former_names"] = hall.former_names;
  }
  return json;
}

// Nothing for one without an id.
std::optional<Hall> hall_of(const Json& json) {
  Hall hall;
  hall.id = text_of(json, "id");
  hall.name = local_text_of(json, "name");
  hall.key = text_of(json, "key");
  hall.slug = text_of(json, "slug");
  for (const Json& name : list_of(json, "former_names")) {
    if (name.string() != nullptr && hall.former_names.size() < most_former_names) {
      hall.former_names.push_back(*name.string());
    }
  }
  return hall.id.empty() ? std::nullopt : std::optional(std::move(hall));
}

Writer vanished_json(const ProgrammeMemory::Vanished& vanished) {
  Writer json{{"session", session_json(vanished.session)},
              {"halls", Writer::array()},
              {"polls", vanished.polls},
              {"replaced", vanished.replaced},
              {"cancelled", vanished.cancelled}};
  for (const Hall& hall : vanished.halls) {
    json["halls"].push_back(hall_json(hall));
  }
  if (vanished.held_since) {
    json["held_since"] = seconds_of(*vanished.held_since);
  }
  return json;
}

// An element of one of the two lists.
struct Entry {
  Instant until;  // when its session ends
  bool is_vanished = false;
  std::string text;
};

std::vector<Entry> entries_of(const ProgrammeMemory::State& state) {
  std::vector<Entry> entries;
  const auto add = [&](Instant until, bool is_vanished, const Writer& json) {
    entries.push_back({until, is_vanished, json.dump(-1, ' ', false, Writer::error_handler_t::replace)});
  };
  for (const auto& [id, first] : state.first_seen) {
    add(first.until, false,
        {{"id", id}, {"hall", first.hall}, {"start", seconds_of(first.start)}, {"until", seconds_of(first.until)}});
  }
  for (const ProgrammeMemory::Vanished& vanished : state.vanished) {
    add(end_of(vanished.session), true, vanished_json(vanished));
  }
  return entries;
}

// Empties what is over the longest until the rest takes no more than `most_bytes`, a comma each.
void leave_out_surplus(std::vector<Entry>& entries, std::size_t most_bytes) {
  std::size_t bytes = 0;
  for (const Entry& entry : entries) {
    bytes += entry.text.size() + 1;
  }
  if (bytes <= most_bytes) {
    return;
  }
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].until < entries[b].until; });
  for (const std::size_t i : order) {
    if (bytes <= most_bytes) {
      return;
    }
    bytes -= entries[i].text.size() + 1;
    entries[i].text.clear();
  }
}

// Those of the body come first, and are kept before the others.
std::string halls_text(const std::vector<Hall>& halls) {
  std::string text;
  for (const Hall& hall : halls) {
    const std::string one = hall_json(hall).dump(-1, ' ', false, Writer::error_handler_t::replace);
    if (text.size() + one.size() > max_programme_memory_bytes / 4) {
      break;
    }
    text += (text.empty() ? "" : ",") + one;
  }
  return '[' + text + ']';
}

std::string to_text(const ProgrammeMemory::State& state) {
  constexpr std::size_t around = 200;  // the lists' names, the first line and the hash
  std::string text = R"({"halls":)" + halls_text(state.halls) + R"(,"first_seen":[)";
  std::vector<Entry> entries = entries_of(state);
  leave_out_surplus(entries, max_programme_memory_bytes - around - text.size());
  for (const bool vanished : {false, true}) {
    bool first = true;
    for (const Entry& entry : entries) {
      if (entry.is_vanished == vanished && !entry.text.empty()) {
        text += (first ? "" : ",") + entry.text;
        first = false;
      }
    }
    text += vanished ? "]}\n" : R"(],"vanished":[)";
  }
  return text;
}

ProgrammeMemory::State state_of(const Json& json) {
  ProgrammeMemory::State state;
  for (const Json& one : list_of(json, "first_seen")) {
    const auto start = instant_of(one, "start");
    const auto until = instant_of(one, "until");
    if (start && until) {
      state.first_seen.emplace(text_of(one, "id"), ProgrammeMemory::FirstSeen{text_of(one, "hall"), *start, *until});
    }
  }
  for (const Json& one : list_of(json, "halls")) {
    if (std::optional<Hall> hall = hall_of(one)) {
      state.halls.push_back(*std::move(hall));
    }
  }
  for (const Json& one : list_of(json, "vanished")) {
    const Json* session_json = one.find("session");
    std::optional<Session> session = session_json != nullptr ? session_of(*session_json) : std::nullopt;
    if (!session) {
      continue;
    }
    ProgrammeMemory::Vanished vanished;
    vanished.session = *std::move(session);
    for (const Json& given : list_of(one, "halls")) {
      if (std::optional<Hall> hall = hall_of(given)) {
        vanished.halls.push_back(*std::move(hall));
      }
    }
    vanished.polls = static_cast<int>(std::clamp<std::int64_t>(number_of(one, "polls").value_or(0), 0, most_polls));
    vanished.replaced = flag_of(one, "replaced");
    vanished.cancelled = flag_of(one, "cancelled");
    vanished.held_since = instant_of(one, "held_since");
    state.vanished.push_back(std::move(vanished));
  }
  return state;
}

}  // namespace

ProgrammeMemoryFile::ProgrammeMemoryFile(const std::filesystem::path& folder, const std::string& feed)
    : path_(last_good_path(folder, feed).concat(".memory")) {}

Result<ProgrammeMemory::State> ProgrammeMemoryFile::load() {
  said_.reset();
  std::error_code error;
  if (std::filesystem::status(path_, error).type() == std::filesystem::file_type::not_found) {
    return ProgrammeMemory::State();
  }
  const Result<std::string> file = read_file(path_, max_programme_memory_bytes);
  if (!file) {
    return fail(file.error());
  }
  std::string_view text = *file;
  const std::size_t line_end = text.find('\n', first_line.size());
  if (text.starts_with(first_line) && line_end != std::string_view::npos) {
    const std::string_view hash = text.substr(first_line.size(), line_end - first_line.size());
    text.remove_prefix(line_end + 1);
    const std::uint64_t hash_of_text = body_hash(text);
    if (hash == std::to_string(hash_of_text)) {
      if (const Result<Json> json = parse_json(text)) {
        said_ = hash_of_text;
        return state_of(*json);
      }
    }
  }
  return fail({.file = path_.string(), .what = "is no programme memory of this program, or torn"});
}

Result<void> ProgrammeMemoryFile::save(const ProgrammeMemory::State& state) {
  const std::string text = to_text(state);
  const std::uint64_t hash = body_hash(text);
  std::error_code error;
  if (said_ == hash && std::filesystem::exists(path_, error)) {
    return {};
  }
  const auto written =
      write_file_atomically(path_, std::string(first_line) + std::to_string(hash) + '\n' + text, Readers::owner_alone);
  said_ = written ? std::optional(hash) : std::nullopt;
  return written;
}

}  // namespace kiosk
