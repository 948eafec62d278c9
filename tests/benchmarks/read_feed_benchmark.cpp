// How long a feed takes to read: one the size of a real 2.6 MB, 900-session one, and 10 000 sessions.
// Run by hand, in a release build.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "feed/read_feed.h"

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

void measure(int sessions, std::size_t bytes_each) {
  const std::string feed = feed_of(sessions, bytes_each);
  double best = 1e9;
  std::size_t read = 0;
  for (int i = 0; i < 10; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto reading = kiosk::read_feed(feed, {});
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    read = reading ? reading->schedule->sessions().size() : 0;
  }
  std::printf("%6.2f MB, %5zu sessions: %7.1f ms\n", static_cast<double>(feed.size()) / 1e6, read, best);
}

}  // namespace

int main() {
  measure(900, 2900);
  measure(9000, 2900);
  measure(900, 600);
  measure(10'000, 600);
}
