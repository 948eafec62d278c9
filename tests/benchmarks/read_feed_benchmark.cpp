// How long a feed takes to read: one the size of a real 2.6 MB, 900-session one, and 10 000 sessions.
// Run by hand, in a release build.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "dialects/read_feed.h"

namespace {

// About `bytes_each` a session, Russian and English as real ones are.
std::string feed_of(int sessions, std::size_t bytes_each) {
  std::string text = R"({ "format": "venue-feed/1", "event": { "title": "Forum", "time_zone": "Europe/Moscow" },
  "halls": [ { "id": "gorky", "name": "Горьковский зал" }, { "id": "multimedia", "name": "Мультимедийный зал" } ],
  "sessions": [
)";
  for (int i = 0; i < sessions; ++i) {
    std::string session = R"(    { "id": "session-)" + std::to_string(i) + R"(", "hall": ")" +
                          (i % 2 == 0 ? "gorky" : "multimedia") + R"(", "start": "2024-04-17T)" +
                          std::to_string(10 + i % 10) + R"(:00:00+03:00", "end": "2024-04-17T)" +
                          std::to_string(10 + i % 10) + R"(:45:00+03:00",
      "title": { "ru": "Экспертная площадка о будущем библиотек", "en": "Experts on the future of libraries" },
      "speakers": [ { "name": "Анна Иванова", "role": "директор" }, { "name": "Пётр Петров" } ],
      "broadcast": { "url": "https://www.culture.ru/live/broadcast/)" +
                          std::to_string(i) + R"(" }, "abstract": ")";
    while (session.size() < bytes_each) {
      session += "Аннотация доклада, words of an abstract. ";
    }
    text += session + "\" }" + (i + 1 < sessions ? ",\n" : "\n");
  }
  return text + "] }";
}

// As pretalx exports it, abstracts and all.
std::string schedule_json_of(int sessions, std::size_t bytes_each) {
  std::string text = R"({ "schedule": { "version": "1", "conference": { "acronym": "forum", "title": "Forum",
  "time_zone_name": "Europe/Moscow", "rooms": [ { "name": "Горьковский зал" } ], "days": [ { "index": 1,
  "date": "2024-04-17", "rooms": { "Горьковский зал": [
)";
  for (int i = 0; i < sessions; ++i) {
    std::string session = R"(    { "id": )" + std::to_string(i) + R"(, "guid": "guid-)" + std::to_string(i) +
                          R"(", "date": "2024-04-17T)" + std::to_string(10 + i % 10) +
                          R"(:00:00+03:00", "duration": "0:45", "room": "Горьковский зал",
      "title": "Экспертная площадка <b>о будущем</b> библиотек &amp; музеев", "track": "Трек № 1",
      "persons": [ { "public_name": "Анна Иванова" }, { "public_name": "Пётр Петров" } ], "abstract": ")";
    while (session.size() < bytes_each) {
      session += "Аннотация доклада, words of an abstract. ";
    }
    text += session + "\" }" + (i + 1 < sessions ? ",\n" : "\n");
  }
  return text + "] } } ] } } }";
}

void measure(const char* dialect, const std::string& feed) {
  double best = 1e9;
  std::size_t read = 0;
  for (int i = 0; i < 10; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto reading = kiosk::read_feed(feed, {});
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    read = reading ? reading->schedule->sessions().size() : 0;
  }
  std::printf("%-14s %6.2f MB, %5zu sessions: %7.1f ms\n", dialect, static_cast<double>(feed.size()) / 1e6, read, best);
}

}  // namespace

int main() {
  measure("venue feed", feed_of(900, 2900));
  measure("venue feed", feed_of(9000, 2900));
  measure("venue feed", feed_of(10'000, 600));
  measure("schedule.json", schedule_json_of(900, 2900));
  measure("schedule.json", schedule_json_of(9000, 2900));
  measure("schedule.json", schedule_json_of(10'000, 600));
}
