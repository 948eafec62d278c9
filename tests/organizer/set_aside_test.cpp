#include "organizer/set_aside.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace kiosk;

namespace {

const SetAside opening{"feed.json", 57, "/sessions/3", "Opening", "o", "the session has no start yet"};

}  // namespace

TEST_CASE("what is set aside is told by place, title or id, and reason, a line each") {
  SetAside untitled = opening;
  untitled.title = "";
  SetAside nameless = untitled;
  nameless.id = "";
  CHECK(set_aside_text({}).empty());
  CHECK(set_aside_text({.sessions = {opening}}) ==
        "set aside: 1 session\n"
        "  feed.json:57: /sessions/3: \"Opening\": the session has no start yet\n");
  CHECK(set_aside_text({.sessions = {opening, untitled, nameless}, .more = 2}) ==
        "set aside: 5 sessions\n"
        "  feed.json:57: /sessions/3: \"Opening\": the session has no start yet\n"
        "  feed.json:57: /sessions/3: \"o\": the session has no start yet\n"
        "  feed.json:57: /sessions/3: the session has no start yet\n"
        "  and 2 more\n");
}

TEST_CASE("what is set aside steers no terminal, and is one line whatever it says") {
  SetAside hostile{"a\x1b[2J", 1, "/x\x1b]0;", "T\nset aside: 0\x1b[1m", "", "why\x1b[0m\n"};
  const std::string text = set_aside_text({.sessions = {hostile}});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("programs get each part of what is set aside by itself") {
  CHECK(set_aside_json({}).dump() == "[]");
  CHECK(set_aside_json({.sessions = {opening}}).dump() ==
        R"([{"file":"feed.json","line":57,"where":"/sessions/3","title":"Opening","id":"o",)"
        R"("why":"the session has no start yet"}])");
}
