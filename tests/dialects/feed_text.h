#pragma once

#include <string>
#include <vector>

#include "dialects/read_feed.h"
#include "venue/parse_instant.h"

namespace kiosk::test {

// The text of a small venue feed of three halls: lines 1 to 5 are these, sessions begin on line 6.
inline std::string feed_of(const std::string& sessions, const std::string& more = "") {
  return R"({ "format": "venue-feed/1",
  "event": { "title": "Форум", "time_zone": "Europe/Moscow", "languages": ["ru", "en"] },
  "halls": [ { "id": "gorky", "name": "Горьковский зал" }, { "id": "multimedia", "name": "Мультимедийный зал" },
             { "id": "small-conference", "name": "Малый конференц-зал" } ],
  "sessions": [
)" + sessions +
         "\n]" + more + "}\n";
}

inline std::string session_of(const std::string& id, const std::string& more = "") {
  return R"({ "id": ")" + id + R"(", "hall": "gorky", "start": "2024-04-17T10:00:00+03:00", "title": "Открытие")" +
         (more.empty() ? "" : ", " + more) + " }";
}

inline Instant at(const std::string& text) { return parse_instant(text, *find_time_zone("Europe/Moscow")).value(); }

// Problems as text, without the file: "8: /sessions/0/start: …".
inline std::vector<std::string> texts(const std::vector<Problem>& problems) {
  std::vector<std::string> result;
  for (Problem problem : problems) {
    problem.file = "";
    std::string text = to_string(problem);
    result.push_back(text.starts_with(':') ? text.substr(1) : text);
  }
  return result;
}

}  // namespace kiosk::test
