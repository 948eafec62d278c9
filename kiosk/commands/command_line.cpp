#include "commands/command_line.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/printable.h"
#include "commands/command.h"

namespace kiosk {
namespace {

struct Command {
  const char* name;
  const char* about;
  Action (*declare)(CLI::App&);
};

constexpr Command commands[] = {
    {"run", "Show the hall's board on the screen (also without the word \"run\")", run_command},
    {"check", "Check settings, feed and hall, and say what is wrong where", check_command},
    {"halls", "List the halls of the feed with what is on and what is next", halls_command},
    {"snapshot", "Render boards to PNG files, without a display", snapshot_command},
    {"reload", "Have the screen that runs here read its settings anew, and say what came of it", reload_command},
    {"identify", "Have the screen that runs here show which machine it is, for a minute", identify_command},
    {"status", "Tell how the screen that runs here is", status_command},
    {"edit", "Change a venue feed: a delay, a cancellation, a move, a notice", edit_command},
    {"publish", "Put a schedule on a server, and undo nobody's change", publish_command},
    {"diff", "Say what attendees will notice between two schedules", diff_command},
    {"convert", "Make a venue feed of a schedule of any format, or of a spreadsheet", convert_command},
};

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app("The screen at the door of a conference hall: what is on, what is next, and the broadcast's QR code.",
               "venue-kiosk");
  app.set_version_flag("--version", "venue-kiosk " VENUE_KIOSK_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  int code = exit_good;
  for (const Command& command : commands) {
    CLI::App* sub = app.add_subcommand(command.name, command.about);
    sub->final_callback([&code, action = command.declare(*sub)] { code = action(); });
  }

  // Without a command it runs the screen: "venue-kiosk --hall gorky".
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool names_command = !words.empty() && !words.front().starts_with('-');
  const bool asks_about_all =
      !words.empty() && (words.front() == "--help" || words.front() == "-h" || words.front() == "--version");
  if (!names_command && !asks_about_all) {
    words.insert(words.begin(), "run");
  }
  const auto is_named = [&](const Command& command) { return words.front() == command.name; };
  if (names_command && std::none_of(std::begin(commands), std::end(commands), is_named)) {
    std::string known;
    for (const Command& command : commands) {
      known += (known.empty() ? "" : ", ") + std::string(command.name);
    }
    std::fprintf(stderr, "venue-kiosk: there is no command \"%s\"; the commands are %s\n",
                 printable(words.front()).c_str(), known.c_str());
    return exit_usage;
  }
  std::reverse(words.begin(), words.end());  // CLI11 expects the last argument first
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_good : exit_usage;
  }
  return code;
}

}  // namespace kiosk
