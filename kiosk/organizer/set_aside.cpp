#include "organizer/set_aside.h"

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "base/words.h"

namespace kiosk {

std::string set_aside_text(const SetAsideList& list) {
  const std::size_t count = list.sessions.size() + list.more;
  if (count == 0) {
    return "";
  }
  std::string text = "set aside: " + std::to_string(count) + (count == 1 ? " session\n" : " sessions\n");
  for (const SetAside& session : list.sessions) {
    const std::string& called = session.title.empty() ? session.id : session.title;
    text += "  " + printable(session.file) + ':' + std::to_string(session.line) + ": " + printable(session.where) +
            ": " + (called.empty() ? "" : in_quotes(called) + ": ") + printable(session.why) + '\n';
  }
  return text + (list.more > 0 ? "  and " + std::to_string(list.more) + " more\n" : "");
}

nlohmann::ordered_json set_aside_json(const SetAsideList& list) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const SetAside& session : list.sessions) {
    json.push_back({{"file", session.file},
                    {"line", session.line},
                    {"where", session.where},
                    {"title", session.title},
                    {"id", session.id},
                    {"why", session.why}});
  }
  return json;
}

}  // namespace kiosk
