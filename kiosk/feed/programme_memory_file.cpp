#include "feed/programme_memory_file.h"

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/body_hash.h"
#include "feed/last_good.h"
#include "feed/source.h"
#include "json/json.h"

namespace kiosk {
namespace {

// The file: this line, the hash of the rest in decimal digits, a line end, JSON.
constexpr std::string_view first_line = "venue-kiosk programme memory 1\n";

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
  return seconds ? std::optional(Instant(std::chrono::seconds(*seconds))) : std::nullopt;
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

std::string to_text(const ProgrammeMemory::State& state) {
  Writer json{{"first_seen", Writer::array()}, {"vanished", Writer::array()}};
  for (const auto& [id, first] : state.first_seen) {
    json["first_seen"].push_back(
        {{"id", id}, {"hall", first.hall}, {"start", seconds_of(first.start)}, {"until", seconds_of(first.until)}});
  }
  for (const ProgrammeMemory::Vanished& vanished : state.vanished) {
    Writer one{{"session", session_json(vanished.session)},
               {"halls", Writer::array()},
               {"polls", vanished.polls},
               {"replaced", vanished.replaced},
               {"cancelled", vanished.cancelled}};
    for (const Hall& hall : vanished.halls) {
      one["halls"].push_back({{"id", hall.id}, {"name", text_json(hall.name)}});
    }
    if (vanished.held_since) {
      one["held_since"] = seconds_of(*vanished.held_since);
    }
    json["vanished"].push_back(std::move(one));
  }
  return json.dump(-1, ' ', false, Writer::error_handler_t::replace) + '\n';
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
  for (const Json& one : list_of(json, "vanished")) {
    const Json* session_json = one.find("session");
    std::optional<Session> session = session_json != nullptr ? session_of(*session_json) : std::nullopt;
    if (!session) {
      continue;
    }
    ProgrammeMemory::Vanished vanished;
    vanished.session = *std::move(session);
    for (const Json& hall_json : list_of(one, "halls")) {
      Hall hall;
      hall.id = text_of(hall_json, "id");
      hall.name = local_text_of(hall_json, "name");
      vanished.halls.push_back(std::move(hall));
    }
    vanished.polls = static_cast<int>(number_of(one, "polls").value_or(0));
    vanished.replaced = flag_of(one, "replaced");
    vanished.cancelled = flag_of(one, "cancelled");
    vanished.held_since = instant_of(one, "held_since");
    state.vanished.push_back(std::move(vanished));
  }
  return state;
}

}  // namespace

std::filesystem::path programme_memory_path(const std::filesystem::path& folder, const std::string& feed) {
  return last_good_path(folder, feed).concat(".memory");
}

Result<void> save_programme_memory(const std::filesystem::path& folder, const std::string& feed,
                                   const ProgrammeMemory::State& state) {
  const std::string text = to_text(state);
  return write_file_atomically(programme_memory_path(folder, feed),
                               std::string(first_line) + std::to_string(body_hash(text)) + '\n' + text);
}

Result<ProgrammeMemory::State> load_programme_memory(const std::filesystem::path& folder, const std::string& feed) {
  const std::filesystem::path path = programme_memory_path(folder, feed);
  std::error_code error;
  if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found) {
    return ProgrammeMemory::State();
  }
  const Result<std::string> file = read_file(path, 2 * max_feed_bytes);
  if (!file) {
    return fail(file.error());
  }
  std::string_view text = *file;
  const std::size_t line_end = text.find('\n', first_line.size());
  if (text.starts_with(first_line) && line_end != std::string_view::npos) {
    const std::string_view hash = text.substr(first_line.size(), line_end - first_line.size());
    text.remove_prefix(line_end + 1);
    if (hash == std::to_string(body_hash(text))) {
      if (const Result<Json> json = parse_json(text)) {
        return state_of(*json);
      }
    }
  }
  return fail({.file = path.string(), .what = "is no programme memory of this program, or torn"});
}

}  // namespace kiosk
