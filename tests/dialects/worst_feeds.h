#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/feed_budget.h"

namespace kiosk::test {

// Feeds that cost a reader as much as it lets them: each exhausts one budget or several, or is just below them. One of
// a kind each; none is larger than a feed may be.
struct WorstFeed {
  const char* name;
  std::string (*text)();
};

inline std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

// `times` parts with commas between them; "#" in a part is its number.
inline std::string listed(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += i == 0 ? "" : ",";
    for (const char c : part) {
      c == '#' ? text += std::to_string(i) : text += c;
    }
  }
  return text;
}

// As many as fit the largest feed, with room to spare for the rest of it.
inline std::size_t as_many_as_fit(const std::string& part) {
  return (feed_budget.bytes - 1'000'000) / (part.size() + 8);
}

inline std::string venue(const std::string& halls, const std::string& sessions, const std::string& more = "") {
  return R"({"format":"venue-feed/1","event":{"title":"E","time_zone":"Europe/Moscow"},"halls":[)" + halls +
         R"(],"sessions":[)" + sessions + "]" + more + "}";
}
inline std::string schedule_json(const std::string& rooms, const std::string& days, const std::string& more = "") {
  return R"({"schedule":{)" + more + R"("conference":{"title":"C","time_zone_name":"Europe/Berlin","rooms":[)" + rooms +
         R"(],"days":[)" + days + "]}}}";
}
inline std::string sessionize(const std::string& rooms, const std::string& sessions, const std::string& more) {
  return R"({"rooms":[)" + rooms + R"(],"sessions":[)" + sessions + "]," + more + "}";
}

inline std::string schedule_json_2(const std::string& events, const std::string& more = "") {
  return R"({"schedule":{"conference":{"title":"C","time_zone_name":"Europe/Berlin")" + more + R"(},"events":[)" +
         events + "]}}";
}
inline std::string widget(const std::string& rooms, const std::string& talks, const std::string& more = "") {
  return R"({"timezone":"Europe/Berlin","rooms":[)" + rooms + R"(],"talks":[)" + talks + "]" + more + "}";
}

inline std::vector<WorstFeed> worst_feeds() {
  static const std::string hall = R"({"id":"a","name":"A"})";
  static const std::string halls = R"({"id":"hall#","name":"n"})";
  static const std::string start = R"("start":"2024-04-17T10:00:00Z")";
  static const std::string word_of_99(99 - 6, 'x');
  static const std::string event =
      R"({"guid":"g#","date":"2024-04-17T10:00:00+02:00","duration":"0:30","title":"T","room":"A"})";
  static const std::string at =
      R"("startsAt":"2024-04-17T10:00:00","endsAt":"2024-04-17T11:00:00","roomId":1,"title":"T")";
  return {
      {"every session in all halls",
       [] {
         return venue(listed(halls, 5000),
                      listed(R"({"id":"s#","halls":"all",)" + start + R"(,"title":"T"})", 100'000));
       }},
      {"every session lists all halls, and one of them again and again",
       [] {
         const std::string list = listed("\"hall#\"", 1000) + repeated(R"(,"hall999")", 8500);
         return venue(listed(halls, 1000),
                      listed(R"({"id":"s#",)" + start + R"(,"title":"T","halls":[)" + repeated(list, 1) + "]}", 100));
       }},
      {"one title of Markdown, as long as a feed may be",
       [] {
         return venue(hall,
                      R"({"id":"s","hall":"a",)" + start + R"(,"title":")" + repeated("![[]()", 5'400'000) + "\"}");
       }},
      {"titles of Markdown",
       [] {
         const std::string title = repeated("*_", 2047);
         return venue(hall, listed(R"({"id":"s#","hall":"a",)" + start + R"(,"title":")" + title + "\"}",
                                   as_many_as_fit(title) * 95 / 100));
       }},
      {"titles of links",
       [] {
         const std::string title = repeated("[a](", 1023);
         return venue(hall, listed(R"({"id":"s#","hall":"a",)" + start + R"(,"title":")" + title + "\"}",
                                   as_many_as_fit(title) * 95 / 100));
       }},
      {"short titles of HTML, half a million",
       [] { return venue(hall, listed(R"({"hall":"a",)" + start + R"(,"title":"<b>&amp;#</b>"})", 240'000)); }},
      {"one text as long as a feed may be",
       [] {
         return venue(hall,
                      R"({"id":"s","hall":"a",)" + start + R"(,"title":")" + std::string(32'000'000, 'x') + "\"}");
       }},
      {"one text of escapes",
       [] {
         return venue(hall,
                      R"({"id":"s","hall":"a",)" + start + R"(,"title":")" + repeated("\\u0041", 5'400'000) + "\"}");
       }},
      {"numbers where halls should stand",
       [] { return R"({"format":"venue-feed/1","halls":[)" + repeated("0,", 16'000'000) + "0]}"; }},
      {"nearly a million numbers where sessions should stand",
       [] { return venue(hall, repeated("0,", 990'000) + "0"); }},
      {"nearly a million small objects",
       [] { return venue(hall, listed(R"({"aaaaaaaaaaaaaaaaaaaa":"aaaaaaaaaaaaaaaaaaaa"})", 490'000)); }},
      {"nearly a million small lists in lists", [] { return venue(hall, listed("[[[[[[[[[[0]]]]]]]]]]", 89'000)); }},
      {"lists as deep as may be",
       [] { return venue(hall, listed(std::string(60, '[') + std::string(60, ']'), 16'000)); }},
      {"an object of long keys",
       [] { return venue(hall, "{" + listed(R"("aaaaaaaaaaaaaaaaa#":"aaaaaaaaaaaa")", 800'000) + "}"); }},
      {"an object of keys that look like slips of the pen",
       [] { return venue(hall, "{" + listed(R"("titl#":0)", 950'000) + "}"); }},
      {"sessions of keys that nobody knows",
       [] {
         return venue(hall, listed("{" +
                                       listed("\"speakerz"
                                              "\":0,\"hxlls\":0,\"recordinh\":0,\"aaaaaaaa\":0",
                                              5) +
                                       "}",
                                   45'000));
       }},
      {"one key again and again",
       [] { return venue(hall, "{" + listed(R"("id":"#")", 450'000) + "," + listed(R"("k#":0)", 450'000) + "}"); }},
      {"ids that are all one",
       [] { return venue(hall, listed(R"({"id":"s","hall":"a",)" + start + R"(,"title":"T"})", 190'000)); }},
      {"halls that are nearly those there are",
       [] {
         return venue(listed(R"({"id":"#)" + word_of_99 + R"(","name":"n"})", 20'000),
                      listed(R"({"id":"s#","hall":")" + word_of_99 + "#\"," + start + R"(,"title":"T"})", 20'000));
       }},
      {"speakers by the hundred with pictures and roles",
       [] {
         const std::string speaker = R"({"name":"N","role":"R","photo":"p#.jpg"})";
         return venue(
             hall,
             listed(R"({"hall":"a",)" + start + R"(,"title":"#","speakers":[)" + listed(speaker, 120) + "]}", 1900));
       }},
      {"texts in a hundred languages",
       [] {
         const std::string text = "{" + listed(R"("l#":"x")", 100) + "}";
         return venue(hall, listed(R"({"hall":"a",)" + start + R"(,"title":)" + text + "}", 9'400));
       }},
      {"notices in lists of halls",
       [] {
         const std::string list = listed("\"hall#\"", 900);
         return venue(listed(halls, 1000), "",
                      R"(,"notices":[)" + listed(R"({"text":"t","halls":[)" + list + "]}", 1'000) + "]");
       }},
      {"events of a day with a million keys",
       [] {
         const std::string untimed = R"({"guid":"g#","start":"10:00","duration":"0:30","title":"T","room":"A"})";
         return schedule_json(R"({"name":"A"})", R"({"rooms":{"A":[)" + listed(untimed, 20'000) + "]}," +
                                                     listed(R"("k#":0)", 870'000) + "}");
       }},
      {"a room for each event",
       [] {
         return schedule_json(
             "", R"({"date":"2024-04-17","rooms":{)" + listed(R"("room #":[{"room":"room #"}])", 320'000) + "}}");
       }},
      {"events in rooms whose names are Markdown",
       [] {
         const std::string name = repeated("*_", 120);
         return schedule_json(
             "", R"({"date":"2024-04-17","rooms":{"A":[)" + listed(R"({"room":")" + name + "#\"}", 110'000) + "]}}");
       }},
      {"a room of a long name with many events",
       [] {
         return schedule_json("", R"({"date":"2024-04-17","rooms":{")" + repeated("[a](", 4'000'000) + "\":[" +
                                      listed(event, 150'000) + "]}}");
       }},
      {"rooms that all want one id",
       [] {
         return schedule_json(listed(R"({"slug":"a","name":"n#"})", 20'000),
                              R"({"rooms":{"A":[)" + listed(event, 100'000) + "]}}");
       }},
      {"events that are all one",
       [] {
         return schedule_json(
             "",
             R"({"rooms":{)" +
                 listed("\"r#\":[" + listed(R"({"guid":"g","date":"2024-04-17T10:00:00+02:00","title":"T"})", 20) + "]",
                        10'000) +
                 "}}");
       }},
      {"events with four other ids",
       [] {
         return schedule_json(
             "",
             R"({"rooms":{"A":[)" +
                 listed(
                     R"({"guid":"g#","id":"i#","code":"c#","slug":"s#","date":"2024-04-17T10:00:00+02:00","title":"T"})",
                     140'000) +
                 "]}}");
       }},
      {"pictures beside a long address",
       [] {
         return schedule_json("",
                              R"({"rooms":{"A":[)" +
                                  listed(R"({"guid":"g#","date":"2024-04-17T10:00:00+02:00","title":"T","persons":[)" +
                                             listed(R"({"name":"N","avatar":"p#"})", 90) + "]}",
                                         3'500) +
                                  "]}}",
                              R"("base_url":"https://example.org/)" + std::string(2000, 'x') + "/\",");
       }},
      {"times in zones that are none",
       [] {
         std::string text = schedule_json(
             "", R"({"rooms":{"A":[)" + listed(R"({"date":"2024-04-17T10:00:00+23:00"})", 400'000) + "]}}");
         return text;
       }},
      {"one speaker of all sessions",
       [] {
         const std::string name = "{" + listed(R"("l#":")" + std::string(4000, 'x') + "\"", 100) + "}";
         return sessionize(R"({"id":1,"name":"A"})",
                           listed(R"({"id":"s#",)" + at + R"(,"speakers":[)" + listed("\"p\"", 30) + "]}", 20'000),
                           R"("speakers":[{"id":"p","fullName":)" + name + "}]");
       }},
      {"one track of all sessions",
       [] {
         const std::string name = "{" + listed(R"("l#":")" + std::string(4000, 'x') + "\"", 100) + "}";
         return sessionize(R"({"id":1,"name":"A"})", listed(R"({"id":"s#",)" + at + R"(,"categoryItems":[7]})", 90'000),
                           R"("categories":[{"title":"Track","items":[{"id":7,"name":)" + name + "}]}]");
       }},
      {"every session a plenum",
       [] {
         return sessionize(listed(R"({"id":#,"name":"n#"})", 20'000),
                           listed(R"({"id":"s#","isPlenumSession":true,)" + at + "}", 100'000), R"("speakers":[])");
       }},
      {"speakers that nobody names",
       [] {
         return sessionize(
             R"({"id":1,"name":"A"})", "",
             R"("speakers":[)" + listed(R"({"id":"p#","fullName":"<b>N</b>","profilePicture":"p#"})", 240'000) + "]");
       }},
      {"a room for each event of a flat list",
       [] {
         return schedule_json_2(listed(
             R"({"guid":"g#","start":"2024-04-17T10:00:00Z","title":"T","room":{"guid":"r#","name":"n#"}})", 100'000));
       }},
      {"a room, a track and a person for each event of a flat list",
       [] {
         const std::string text = "{" + listed(R"("l#":")" + std::string(4000, 'x') + "\"", 100) + "}";
         return schedule_json_2(
             listed(R"({"guid":"g#","start":"2024-04-17T10:00:00Z","title":"T","room":{"name":"A"},"track":"t",)"
                    R"("participants":[{"guid":"p"},{"guid":"p#"}]})",
                    70'000),
             R"(,"tracks":[{"slug":"t","name":)" + text + "}]");
       }},
      {"every break of a widget in all halls",
       [] {
         return widget(listed(R"({"id":#,"name":"n#"})", 20'000),
                       listed(R"({"id":#,"title":"T#","start":"2024-04-17T10:00:00Z"})", 190'000));
       }},
      {"one talk of a widget in all halls",
       [] {
         return widget(listed(R"({"id":#,"name":"n"})", 1000),
                       listed(R"({"code":"A","room":#,"title":"T","start":"2024-04-17T10:00:00Z"})", 150'000));
       }},
      {"every session of a grid a plenum, listed again and again",
       [] {
         const std::string plenum =
             R"({"id":"s#","isPlenumSession":true,"startsAt":"2024-04-17T10:00:00","title":"T"})";
         const std::string room = R"({"id":#,"name":"n#","sessions":[)";
         return R"([{"date":"2024-04-17","rooms":[)" + listed(room + "]}", 1000) + R"(,{"id":1,"sessions":[)" +
                listed(plenum, 100'000) + R"(]},{"id":2,"sessions":[)" + listed(plenum, 100'000) + "]}]}]";
       }},
      {"a room for each day of a grid, of one session",
       [] {
         return "[" +
                listed(R"({"date":"d","rooms":[{"id":#,"name":"n","sessions":[{"id":"s","title":"T",)"
                       R"("startsAt":"2024-04-17T10:00:00"}]}]})",
                       80'000) +
                "]";
       }},
      {"sessions of speakers that are missing",
       [] {
         return sessionize(R"({"id":1,"name":"A"})",
                           listed(R"({"id":"s#",)" + at + R"(,"speakers":[)" + listed("\"p#\"", 40) + "]}", 20'000),
                           R"("speakers":[])");
       }},
      {"every break of Indico in all halls, each in a zone of its own",
       [] {
         const std::string of = R"("startDate":{"date":"2024-04-17","time":"10:00:00","tz":"zone #"})";
         return R"({"results":{"7":{"20240417":{)" +
                listed(R"("c#":{"id":#,"title":"T","room":"n#",)" + of + "}", 10'000) + "," +
                listed(R"("b#":{"id":"b#","entryType":"Break","title":"T",)" + of + "}", 100'000) + "}}}}";
       }},
      {"one block of Indico with a long title for all talks",
       [] {
         return R"({"results":{"7":{"20240417":{"s":{"id":"s","title":")" + std::string(4000, 'x') +
                R"(","room":"A","entries":{)" +
                listed(R"("c#":{"id":#,"title":"T","startDate":{"date":"2024-04-17","time":"10:00:00","tz":"UTC"}})",
                       100'000) +
                "}}}}}}";
       }},
      {"every slot of cfp.dev an overflow, and as many halls as slots",
       [] {
         return "[" +
                listed(R"({"id":#,"fromDate":"2024-04-17T10:00:00Z","toDate":"2024-04-17T11:00:00Z","overflow":true,)"
                       R"("room":{"id":#,"name":"n#"},"sessionType":{"name":"T"}})",
                       110'000) +
                "]";
       }},
  };
}

}  // namespace kiosk::test
