#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/commands/kiosk_program.h"
#include "tests/decoder/bombs.h"

// What strangers may write into a feed, and what took a screen down or nearly so. Each is the demo's feed with
// something in it, so that a board which stands through it is known.
namespace kiosk::test {

struct Attack {
  const char* kind;
  const char* name;
  std::function<std::string()> feed;
  std::string picture{};  // what the server answers for /picture
};

using FeedJson = nlohmann::ordered_json;

inline std::string demo_with(const std::function<void(FeedJson&)>& change) {
  FeedJson feed = FeedJson::parse(demo_feed());
  change(feed);
  return feed.dump();
}

inline FeedJson strange_session(const std::string& id) {
  return {{"id", id},
          {"hall", "multimedia"},
          {"title", "T"},
          {"start", "2024-04-17T20:00:00+03:00"},
          {"end", "2024-04-17T21:00:00+03:00"}};
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

// A session whose member `key` is this text.
inline Attack long_text(const char* name, const char* key, std::string_view part, std::size_t bytes) {
  return {"markup", name, [key, part = std::string(part), bytes] {
            return demo_with([&](FeedJson& feed) {
              feed["sessions"].push_back(strange_session("strange"));
              feed["sessions"].back()[key] = "T " + repeated(part, bytes / part.size());
            });
          }};
}

// The demo's feed, with these bytes as one more value of its halls: no parser keeps what it does not know.
inline Attack many_values(const char* name, std::string_view value, std::size_t times, bool keys = false) {
  return {"nodes", name, [value = std::string(value), times, keys] {
            std::string feed = demo_feed();
            std::string more = keys ? "\"k\":{" : "\"x\":[";
            for (std::size_t i = 0; i < times; ++i) {
              more += keys ? '"' + std::to_string(i) + "\":0," : value + ',';
            }
            more += keys ? "\"z\":0}," : "0],";
            return feed.insert(feed.find('{') + 1, more);
          }};
}

inline Attack many_slots(const char* name, std::size_t halls, std::size_t sessions, const FeedJson& all) {
  return {"slots", name, [=] {
            return demo_with([&](FeedJson& feed) {
              std::vector<std::string> ids;
              for (std::size_t i = 0; i < halls; ++i) {
                ids.push_back("h" + std::to_string(i));
                feed["halls"].push_back({{"id", ids.back()}, {"name", "n"}});
              }
              for (std::size_t i = 0; i < sessions; ++i) {
                FeedJson session = strange_session("s" + std::to_string(i));
                session.erase("hall");
                session["halls"] = all.is_null() ? FeedJson(ids) : all;
                feed["sessions"].push_back(std::move(session));
              }
            });
          }};
}

// Sessions that name what is not there, each a little unlike all that is.
inline Attack unknown_names(const char* name, const std::function<void(FeedJson&, std::size_t)>& change) {
  return {"hints", name, [change] {
            return demo_with([&](FeedJson& feed) {
              for (std::size_t i = 0; i < 20'000; ++i) {
                feed["halls"].push_back({{"id", "hall" + std::to_string(10'000 + i)}, {"name", "n"}});
                FeedJson session = strange_session("s" + std::to_string(i));
                change(session, i);
                feed["sessions"].push_back(std::move(session));
              }
            });
          }};
}

inline Attack strange_picture(const char* name, std::string bytes) {
  return {"pictures", name,
          [] {
            return demo_with([](FeedJson& feed) {
              feed["event"]["logo"] = "/picture";
              for (FeedJson& hall : feed["halls"]) {
                hall["background"] = "/picture";
              }
            });
          },
          std::move(bytes)};
}

inline Attack strange_words(const char* kind, const char* name, const std::function<void(FeedJson&)>& change) {
  return {kind, name, [change] { return demo_with(change); }};
}

inline std::vector<Attack> attacks() {
  constexpr std::size_t large = 30'000'000;
  const auto in_gorky = [](const char* key, std::string text) {
    return [key, text = std::move(text)](FeedJson& feed) {
      for (FeedJson& hall : feed["halls"]) {
        if (hall["id"] == "gorky") {
          hall[key] = text;
        }
      }
    };
  };
  return {
      long_text("30 MB of pictures' brackets in a title", "title", "![[]()", large),
      long_text("30 MB of emphasis in a subtitle", "subtitle", "*_a ", large),
      long_text("30 MB of tags in a track", "track", "<b>", large),
      long_text("30 MB of backticks in a reason", "reason", "``` ` ", large),

      many_slots("5000 sessions in \"all\" of 5000 halls", 5000, 5000, "all"),
      many_slots("2000 sessions in each of 500 listed halls", 500, 2000, nullptr),
      many_slots("100 000 halls", 100'000, 0, "all"),
      many_slots("100 000 sessions in a list of one", 1, 100'000, nullptr),

      many_values("16 million zeros", "0", 15'000'000),
      many_values("8 million empty lists", "[]", 8'000'000),
      many_values("8 million empty texts", "\"\"", 8'000'000),
      many_values("2 million keys of one object", "", 2'000'000, true),

      unknown_names("20 000 unknown halls",
                    [](FeedJson& s, std::size_t i) { s["hall"] = "hbll" + std::to_string(100'000 + i); }),
      unknown_names("20 000 unknown overflow halls",
                    [](FeedJson& s, std::size_t i) { s["overflow"] = "hbll" + std::to_string(100'000 + i); }),
      unknown_names("20 000 unknown former halls",
                    [](FeedJson& s, std::size_t i) {
                      s["originally"] = {{"hall", "hbll" + std::to_string(100'000 + i)}};
                    }),
      unknown_names("20 000 unknown keys", [](FeedJson& s, std::size_t i) { s["speakerz" + std::to_string(i)] = 1; }),

      strange_picture("one pixel of a gigabyte", png_bomb(1, 1, 1U << 30U)),
      strange_picture("64 megapixels", png_bomb(8000, 8000, 192'008'000)),
      strange_picture("a JPEG of impossible codes", jpeg_of_impossible_codes()),
      strange_picture("16 megapixels of 16 bits, interlaced",
                      png_bomb(4000, 4000, 128'004'000, std::string("\x10\x06\0\0\1", 5))),
      strange_picture("an SVG of 10^12 uses", svg_of_uses(12)),
      strange_picture("a GIF of 65535 x 65535", std::string("GIF89a\xff\xff\xff\xff\x80\0\0", 13)),

      strange_words("marks", "a thousand marks over and under a hall's name",
                    in_gorky("name", repeated("A" + repeated("\u0301\u0316", 50), 10))),
      strange_words("marks", "ten thousand variation selectors", in_gorky("name", "A" + repeated("\ufe0f", 10'000))),
      strange_words("controls", "escapes, C1 and turned directions in a name",
                    in_gorky("name", "A\u001b]0;x\u0007\u009b31m\u202e\u2066")),
      strange_words("controls", "a thousand overrides in a name", in_gorky("name", "A" + repeated("\u202e", 1000))),
      strange_words(
          "times", "starts and ends at the edges of time",
          [](FeedJson& feed) {
            for (const char* start : {"0000-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "-9999-01-01T00:00:00Z",
                                      "32767-12-31T00:00:00Z", "2024-04-17T24:00:00+99:99"}) {
              FeedJson session = strange_session(start);
              session["start"] = start;
              session["end"] = start;
              feed["sessions"].push_back(session);
            }
            feed["halls"][0]["delay"] = {{"minutes", 9'223'372'036'854'775'807}, {"from", "2024-04-17T14:00:00Z"}};
          }),
      strange_words("times", "ten thousand sessions at the same moment",
                    [](FeedJson& feed) {
                      for (int i = 0; i < 10'000; ++i) {
                        FeedJson session = strange_session("same" + std::to_string(i));
                        session["hall"] = "gorky";
                        feed["sessions"].push_back(session);
                      }
                    }),
  };
}

}  // namespace kiosk::test
